//! One plant against the multipliers: what it would take, and what that is worth.

use super::core::Core;
use super::fill::{Item, truncate};
use super::knapsack::pack;

/// The least of Σ (cost − λ)·t over what a plant may take in; infinite when it cannot reach its minimum load.
/// With `used`, what it takes is written there.
pub fn price(core: &Core<'_>, plant: usize, lambda: &[f64], used: Option<&mut Vec<Item>>) -> f64 {
    let limits = &core.problem.plants[plant];
    if limits.capacity.is_infinite() && limits.min <= 0.0 && limits.months.is_none() {
        return boundless(core, plant, lambda, used);
    }
    let mut items = paying(core, plant, lambda);
    let whole = core.knapsack();
    let total: f64 = items.iter().map(|item| item.tonnes).sum();
    if !whole || total <= limits.capacity {
        months(core, plant, &mut items);
        truncate(&mut items, limits.capacity);
        let total: f64 = items.iter().map(|item| item.tonnes).sum();
        if total < limits.min - core.tiny && !forced(core, plant, lambda, &mut items) {
            return f64::INFINITY;
        }
        let value = items.iter().map(|item| item.delta * item.tonnes).sum();
        if let Some(used) = used {
            *used = items;
        }
        return value;
    }
    let packed = pack(&mut items, limits.capacity);
    let taken: Vec<Item> = packed.taken.iter().map(|i| items[*i]).collect();
    let total: f64 = taken.iter().map(|item| item.tonnes).sum();
    if let Some(used) = used {
        *used = taken;
    }
    // A packing below the minimum load leaves the bound valid: it only has fewer rules to obey.
    let _ = total;
    packed.bound
}

fn boundless(core: &Core<'_>, plant: usize, lambda: &[f64], used: Option<&mut Vec<Item>>) -> f64 {
    if let Some(used) = used {
        *used = paying(core, plant, lambda);
    }
    let unit = &core.unit[plant];
    unit.iter().zip(lambda).zip(&core.tonnes).map(|((c, l), t)| (c - l).min(0.0) * t).sum()
}

fn paying(core: &Core<'_>, plant: usize, lambda: &[f64]) -> Vec<Item> {
    let most = if core.knapsack() { core.problem.plants[plant].capacity } else { f64::INFINITY };
    let rows = core.unit[plant].iter().zip(lambda).zip(&core.tonnes).enumerate();
    rows.filter(|(_, ((c, l), t))| *c < *l && **t <= most)
        .map(|(row, ((c, l), t))| Item { delta: c - l, tonnes: *t, row })
        .collect()
}

/// Cuts what each month cannot take.
fn months(core: &Core<'_>, plant: usize, items: &mut Vec<Item>) {
    if core.months == 1 || core.problem.plants[plant].months.is_none() {
        return;
    }
    let mut by_month: Vec<Vec<Item>> = vec![Vec::new(); core.months];
    for item in items.drain(..) {
        by_month[core.month(item.row)].push(item);
    }
    for (month, mut list) in by_month.into_iter().enumerate() {
        truncate(&mut list, core.month_cap(plant, month));
        items.append(&mut list);
    }
}

/// Fills up to the minimum load with the least bad; false when even everything is too little.
fn forced(core: &Core<'_>, plant: usize, lambda: &[f64], items: &mut Vec<Item>) -> bool {
    let limits = &core.problem.plants[plant];
    let mut all: Vec<Item> = (0..core.rows())
        .filter(|row| core.unit[plant][*row].is_finite())
        .map(|row| Item { delta: core.unit[plant][row] - lambda[row], tonnes: core.tonnes[row], row })
        .collect();
    months(core, plant, &mut all);
    let total: f64 = all.iter().map(|item| item.tonnes).sum();
    if total < limits.min - core.tiny {
        return false;
    }
    // The paying ones stay whole: they are the best, and together below the minimum.
    truncate(&mut all, limits.min);
    *items = all;
    true
}
