//! From shipments on days to an amount per year.
//!
//! A calendar year is complete when the register shows shipments (of anything) in its January or before, and in its December or after. The
//! amount per year is the mean over the complete years, its range the poorest and the richest of them. Without a complete year, what is
//! seen is brought to twelve months by the months that the register covers; the range begins at what was really seen, and a finding says
//! so. A waste that only appears outside the complete years is treated like that too.

use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use units::Range;

/// The days a register covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

impl Span {
    /// Takes in one more day.
    pub(super) fn add(&mut self, day: NaiveDate) {
        self.first = Some(self.first.map_or(day, |first| first.min(day)));
        self.last = Some(self.last.map_or(day, |last| last.max(day)));
    }

    /// The years that are complete.
    pub(super) fn complete_years(self) -> Vec<i32> {
        let (Some(first), Some(last)) = (self.first, self.last) else { return Vec::new() };
        let begins = first.year() + i32::from(first.month() > 1);
        let ends = last.year() - i32::from(last.month() < 12);
        (begins..=ends).collect()
    }

    /// Months from the first to the last day, both counted; 0 without days.
    pub(super) fn months(self) -> u32 {
        let (Some(first), Some(last)) = (self.first, self.last) else { return 0 };
        let months = |day: NaiveDate| day.year() * 12 + day.month().cast_signed();
        (months(last) - months(first) + 1).unsigned_abs()
    }

    /// « 2025-03-02 – 2025-08-30 ».
    pub(super) fn shown(self) -> String {
        let show = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        format!("{} – {}", show(self.first), show(self.last))
    }
}

/// An amount per year, and which years it rests on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PerYear {
    pub range: Range,
    /// « 2025 », « moyenne 2024–2025 », « sur 8 mois, ramené à l'année ».
    pub basis: String,
    pub partial: bool,
}

/// The amount per year of one waste, from its sums by year. `None` when there is nothing, or numbers too large to add.
pub(super) fn per_year(by_year: &BTreeMap<i32, Range>, span: Span) -> Option<PerYear> {
    let years = span.complete_years();
    let sums: Vec<Range> =
        years.iter().map(|year| by_year.get(year).copied().unwrap_or(Range::ZERO)).collect();
    if sums.iter().any(|sum| sum.high() > 0.0) {
        let count = sums.len() as f64;
        let mean = sums.iter().map(|sum| sum.mid()).sum::<f64>() / count;
        let low = sums.iter().map(|sum| sum.low()).fold(f64::INFINITY, f64::min);
        let high = sums.iter().map(|sum| sum.high()).fold(0.0, f64::max);
        let basis = match (years.first(), years.last()) {
            (Some(first), Some(last)) if first < last => format!("moyenne {first}–{last}"),
            (Some(first), _) => first.to_string(),
            _ => String::new(),
        };
        return Some(PerYear {
            range: Range::new(low.min(mean), mean, high.max(mean)).ok()?,
            basis,
            partial: false,
        });
    }
    let seen = by_year.values().copied().fold(Range::ZERO, |sum, one| sum + one);
    let months = span.months().max(1);
    let share = 12.0 / f64::from(months);
    let (low, mid) = (seen.low() * share.min(1.0), seen.mid() * share);
    let high = (seen.high() * share).max(2.0 * mid - seen.mid());
    let basis = format!("sur {months} mois, ramené à l'année");
    Some(PerYear { range: Range::new(low.min(mid), mid, high.max(mid)).ok()?, basis, partial: true })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;
    use proptest::prelude::*;

    fn span(days: &[(i32, u32)]) -> Span {
        let mut span = Span::default();
        for (year, month) in days {
            span.add(day(*year, *month, 15));
        }
        span
    }

    fn sums(years: &[(i32, f64)]) -> BTreeMap<i32, Range> {
        years.iter().map(|(year, sum)| (*year, Range::exact(*sum).unwrap())).collect()
    }

    fn points(years: &[(i32, f64)], span: Span) -> (f64, f64, f64, bool) {
        let found = per_year(&sums(years), span).unwrap();
        let round = |x: f64| (x * 1e6).round() / 1e6;
        (round(found.range.low()), round(found.range.mid()), round(found.range.high()), found.partial)
    }

    #[test]
    fn complete_years_are_averaged() {
        let two = span(&[(2024, 1), (2025, 12)]);
        assert_eq!(two.complete_years(), [2024, 2025]);
        assert_eq!(points(&[(2024, 10.0), (2025, 20.0)], two), (10.0, 15.0, 20.0, false));
        // Nothing left in 2024: that year counts, with nothing.
        assert_eq!(points(&[(2025, 20.0)], two), (0.0, 10.0, 20.0, false));
        // The broken year at the end is left out.
        let broken = span(&[(2024, 1), (2025, 3)]);
        assert_eq!(points(&[(2024, 10.0), (2025, 8.0)], broken), (10.0, 10.0, 10.0, false));
    }

    #[test]
    fn part_of_a_year_is_brought_to_twelve_months_and_wide() {
        assert_eq!(points(&[(2025, 10.0)], span(&[(2025, 3), (2025, 8)])), (10.0, 20.0, 30.0, true));
        // Twelve months astride two years need no stretching.
        assert_eq!(
            points(&[(2024, 6.0), (2025, 4.0)], span(&[(2024, 7), (2025, 6)])),
            (10.0, 10.0, 10.0, true)
        );
        // Seventeen months without a complete year.
        assert_eq!(
            points(&[(2024, 7.0), (2025, 10.0)], span(&[(2024, 7), (2025, 11)])),
            (12.0, 12.0, 12.0, true)
        );
    }

    #[test]
    fn a_waste_of_the_broken_year_only_is_seen() {
        let found = points(&[(2025, 3.0)], span(&[(2024, 1), (2025, 3)]));
        assert_eq!((found.1, found.3), (2.4, true));
    }

    proptest! {
        #[test]
        fn the_range_is_ordered(years in proptest::collection::btree_map(2020..2026_i32, 0.0..1e6_f64, 1..5), months in proptest::collection::vec((2020..2026_i32, 1..13_u32), 1..6)) {
            let sums: BTreeMap<i32, Range> = years.into_iter().map(|(year, sum)| (year, Range::about(sum, 0.3).unwrap())).collect();
            let found = per_year(&sums, span(&months)).unwrap();
            prop_assert!(found.range.low() >= 0.0 && found.range.low() <= found.range.high());
        }
    }
}
