//! When in the year a waste leaves, by the months of a register that has a column each.

use model::Season;

/// So many months in a row without any, and hardly a gap in the others, are a dead season …
const DEAD: usize = 3;
/// … and so are months in a row with this share of the year.
const MOST: f64 = 0.6;

/// Adds an amount that left from a month on (from 0), in equal parts over `months`: what a quarter says of its months. The last quarter may
/// be dated in its last month: it ends with the year.
pub(super) fn add(by_month: &mut [f64; 12], month: u32, months: u32, amount: f64) {
    let first = (month + 12 - month % months.max(1)) % 12;
    for month in first..first + months {
        by_month[month as usize % 12] += amount / f64::from(months);
    }
}

/// The season, when the months show one; `None` when it leaves all year round or on a few days only: a skip that is fetched twice a year fills
/// all year.
pub(super) fn season(by_month: &[f64; 12]) -> Option<Season> {
    let total: f64 = by_month.iter().sum();
    let filled = by_month.iter().filter(|amount| **amount > 0.0).count();
    if !total.is_finite() || total <= 0.0 || filled < 2 {
        return None;
    }
    let peak =
        (0..12).any(|first| (0..DEAD).map(|next| by_month[(first + next) % 12]).sum::<f64>() >= MOST * total);
    let gaps = gaps(by_month);
    let (longest, others) = gaps.split_last().map_or((0, 0), |(longest, rest)| (*longest, rest.iter().sum()));
    let dead = longest >= DEAD && others <= 1;
    #[expect(clippy::cast_possible_truncation, reason = "a share")]
    let weights = by_month.map(|amount| (amount / total) as f32);
    (dead || (peak && gaps.is_empty())).then_some(Season(weights))
}

/// Lengths of the runs of empty months, over the new year, shortest first.
fn gaps(by_month: &[f64; 12]) -> Vec<usize> {
    let start = by_month.iter().position(|amount| *amount > 0.0).unwrap_or(0);
    let mut gaps: Vec<usize> = Vec::new();
    let mut run = 0;
    for step in 1..=12 {
        if by_month[(start + step) % 12] > 0.0 {
            gaps.extend((run > 0).then_some(run));
            run = 0;
        } else {
            run += 1;
        }
    }
    gaps.sort_unstable();
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_is_a_part_of_the_year_and_not_a_few_days() {
        let months = |filled: &[usize]| {
            let mut all = [0.0; 12];
            for month in filled {
                all[*month - 1] = 2.0;
            }
            all
        };
        for (filled, wanted) in [
            (&[1, 2, 3, 11, 12][..], true),
            (&[4, 5, 6, 8, 9], true),
            (&[1, 4, 7, 10], false),
            (&[1, 6], false),
            (&[6], false),
            (&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], false),
            (&[1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12], false),
        ] {
            let found = season(&months(filled));
            assert_eq!(found.is_some(), wanted, "{filled:?}");
            assert!(found.is_none_or(|of| (of.0.iter().sum::<f32>() - 1.0).abs() < 1e-5));
        }
        let mut summer = [1.0; 12];
        summer[5..8].fill(12.0);
        assert!(season(&summer).is_some_and(|of| of.0[6] > 0.2));
    }

    #[test]
    fn a_quarter_is_spread_over_its_months() {
        let mut all = [0.0; 12];
        add(&mut all, 11, 3, 9.0);
        add(&mut all, 0, 3, 3.0);
        assert_eq!(all.map(|amount| amount.to_string()).join(" "), "1 1 1 0 0 0 0 0 0 3 3 3");
    }
}
