//! Continuous knapsack by selection, without sorting.

/// A thing to take: EUR/t it changes the cost by (negative pays), tonnes, row.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub delta: f64,
    pub tonnes: f64,
    pub row: usize,
}

/// Reorders so that the best items come first, as many as fit, the last one perhaps in part.
/// Returns how many are taken whole and what room is left for the next one.
pub fn best_first(items: &mut [Item], room: f64) -> (usize, f64) {
    let (mut low, mut high, mut left) = (0, items.len(), room);
    while low < high {
        let mid = usize::midpoint(low, high);
        items[low..high]
            .select_nth_unstable_by(mid - low, |a, b| a.delta.total_cmp(&b.delta).then(a.row.cmp(&b.row)));
        let weight: f64 = items[low..=mid].iter().map(|item| item.tonnes).sum();
        if weight <= left {
            left -= weight;
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    (low, left)
}

/// Keeps only what fits, cutting the last one; returns nothing when all fits.
pub fn truncate(items: &mut Vec<Item>, room: f64) {
    let total: f64 = items.iter().map(|item| item.tonnes).sum();
    if total <= room {
        return;
    }
    let (whole, left) = best_first(items, room);
    items.truncate(whole + usize::from(left > 0.0 && whole < items.len()));
    if left > 0.0
        && let Some(last) = items.get_mut(whole)
    {
        last.tonnes = left;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_fit_and_the_last_is_cut() {
        let item = |row, delta, tonnes| Item { delta, tonnes, row };
        let mut items = vec![item(0, -1.0, 4.0), item(1, -5.0, 3.0), item(2, -3.0, 2.0), item(3, -2.0, 10.0)];
        truncate(&mut items, 7.5);
        let value: f64 = items.iter().map(|i| i.delta * i.tonnes).sum();
        assert!((value - (-15.0 - 6.0 - 5.0)).abs() < 1e-12, "{value}");
        let rows: Vec<usize> = items.iter().map(|i| i.row).collect();
        assert_eq!(rows.len(), 3);
        assert!(!rows.contains(&0));
    }
}
