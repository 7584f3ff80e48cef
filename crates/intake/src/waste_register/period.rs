//! From shipments on days to an amount per year.
//!
//! A calendar year is complete when the title says it is that year's register, or when the register shows shipments (of anything) in its
//! January or before, and in its December or after; a shipment of its last quarter also stands for one usual interval after it, so that
//! four quarterly shipments are a year. Lines that all lie in one year that is over, in both halves and over ten months of it, are that year's
//! too, and a finding says which year was taken. The amount per year is the mean over the complete years, its range the poorest and the richest of them. Without a
//! complete year, what is seen is brought to twelve months by the months between first and last shipment and one usual interval; the range
//! begins at what was really seen, and a finding says so. A waste seen on one day only is never multiplied. A waste that only appears
//! outside the complete years is treated like a register without one.

use chrono::{Datelike, Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use units::Range;

/// The days a register shows, those of refused lines too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    days: BTreeSet<NaiveDate>,
    titled: Option<i32>,
    /// The day of the reading: only a year that is over can be complete.
    today: Option<NaiveDate>,
}

/// An export of one calendar year whose lines reach over so many months of it covers the year: its first and last weeks were merely quiet.
const NEARLY_A_YEAR: u32 = 10;

impl Span {
    /// No day yet, of a register read today.
    pub(super) fn until(today: NaiveDate) -> Self {
        Self { today: Some(today), ..Self::default() }
    }

    /// Takes in one more day.
    pub(super) fn add(&mut self, day: NaiveDate) {
        self.days.insert(day);
    }

    /// The title says that it is the register of this whole year.
    pub(super) fn title(&mut self, year: i32) {
        self.titled = Some(year);
    }

    /// The years that are complete.
    pub(super) fn complete_years(&self) -> Vec<i32> {
        let years = self.shown_years();
        if years.is_empty() { self.one_year().into_iter().collect() } else { years }
    }

    /// The years that the title or the first and last lines show to be complete.
    fn shown_years(&self) -> Vec<i32> {
        let (Some(first), Some(last)) = (self.days.first(), self.days.last()) else { return Vec::new() };
        if self.titled == Some(first.year()) && first.year() == last.year() {
            return vec![first.year()];
        }
        let begins = first.year() + i32::from(first.month() > 1);
        let next_year = self.end().is_some_and(|end| end.year() > last.year());
        let whole = last.month() == 12 || (last.month() >= 10 && next_year);
        (begins..=last.year() - i32::from(!whole)).collect()
    }

    /// The one year, over by now, in which all lines lie, some in each half of it and over most of its months.
    fn one_year(&self) -> Option<i32> {
        let (first, last) = (self.days.first()?, self.days.last()?);
        let over = self.today.is_some_and(|today| first.year() < today.year());
        let halves = first.month() <= 6 && last.month() > 6;
        (over && first.year() == last.year() && halves && self.months() >= NEARLY_A_YEAR)
            .then(|| first.year())
    }

    /// The year that is only taken for complete.
    pub(super) fn year_taken(&self) -> Option<i32> {
        self.one_year().filter(|_| self.shown_years().is_empty())
    }

    /// Median days from one day of shipments to the next; 0 with a single one.
    fn interval(&self) -> u64 {
        let pairs = self.days.iter().zip(self.days.iter().skip(1));
        let mut gaps: Vec<u64> = pairs.map(|(one, next)| (*next - *one).num_days().unsigned_abs()).collect();
        gaps.sort_unstable();
        gaps.get(gaps.len() / 2).copied().unwrap_or(0)
    }

    /// The day that one usual interval after the last shipment leads to.
    fn end(&self) -> Option<NaiveDate> {
        self.days.last()?.checked_add_days(Days::new(self.interval()))
    }

    /// Months from the first shipment to one usual interval after the last, rounded; 0 with less than two days.
    pub(super) fn months(&self) -> u32 {
        let (Some(first), Some(end)) = (self.days.first(), self.end()) else { return 0 };
        if self.days.len() < 2 {
            return 0;
        }
        // Twelfths of 365 days, rounded.
        u32::try_from(((end - *first).num_days() * 24 + 365) / 730).unwrap_or(0).max(1)
    }

    /// « 2025-03-02 – 2025-08-30 ».
    pub(super) fn shown(&self) -> String {
        let show = |day: Option<&NaiveDate>| day.map_or_else(String::new, ToString::to_string);
        format!("{} – {}", show(self.days.first()), show(self.days.last()))
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

/// The amount per year of one waste, from its sums by year; `once` when all of it left on one day. `None` when there is nothing, or numbers
/// too large to add.
pub(super) fn per_year(by_year: &BTreeMap<i32, Range>, span: &Span, once: bool) -> Option<PerYear> {
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
    let months = span.months();
    let share = if months == 0 { 1.0 } else { 12.0 / f64::from(months) };
    if share >= 1.0 && (once || months == 0 || months == 12) {
        let range = Range::new(seen.low(), seen.mid(), (seen.high() * share).max(seen.mid())).ok()?;
        return Some(PerYear { range, basis: named(by_year), partial: months != 12 });
    }
    let (low, mid) = (seen.low() * share.min(1.0), seen.mid() * share);
    let high = (seen.high() * share).max(2.0 * mid - seen.mid());
    let basis = format!("sur {months} mois, ramené à l'année");
    Some(PerYear { range: Range::new(low.min(mid), mid, high.max(mid)).ok()?, basis, partial: true })
}

/// « 2025 », « 2024–2025 ».
fn named(by_year: &BTreeMap<i32, Range>) -> String {
    match (by_year.keys().next(), by_year.keys().next_back()) {
        (Some(first), Some(last)) if first < last => format!("{first}–{last}"),
        (Some(first), _) => first.to_string(),
        _ => String::new(),
    }
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

    fn points(years: &[(i32, f64)], span: &Span) -> (f64, f64, f64, bool) {
        let found = per_year(&sums(years), span, false).unwrap();
        let round = |x: f64| (x * 1e6).round() / 1e6;
        (round(found.range.low()), round(found.range.mid()), round(found.range.high()), found.partial)
    }

    #[test]
    fn complete_years_are_averaged() {
        let two = span(&[(2024, 1), (2025, 12)]);
        assert_eq!(two.complete_years(), [2024, 2025]);
        assert_eq!(points(&[(2024, 10.0), (2025, 20.0)], &two), (10.0, 15.0, 20.0, false));
        // Nothing left in 2024: that year counts, with nothing.
        assert_eq!(points(&[(2025, 20.0)], &two), (0.0, 10.0, 20.0, false));
        // The broken year at the end is left out.
        let broken = span(&[(2024, 1), (2025, 3)]);
        assert_eq!(points(&[(2024, 10.0), (2025, 8.0)], &broken), (10.0, 10.0, 10.0, false));
    }

    fn monthly(year: i32, months: std::ops::RangeInclusive<u32>) -> Vec<(i32, u32)> {
        months.map(|month| (year, month)).collect()
    }

    #[test]
    fn part_of_a_year_is_brought_to_twelve_months_and_wide() {
        assert_eq!(points(&[(2025, 10.0)], &span(&monthly(2025, 3..=8))), (10.0, 20.0, 30.0, true));
        // Twelve months astride two years need no stretching, and nothing is said of it.
        let astride = [monthly(2024, 7..=12), monthly(2025, 1..=6)].concat();
        assert_eq!(points(&[(2024, 6.0), (2025, 4.0)], &span(&astride)), (10.0, 10.0, 10.0, false));
        // Seventeen months without a complete year.
        let long = [monthly(2024, 7..=12), monthly(2025, 1..=11)].concat();
        assert_eq!(points(&[(2024, 7.0), (2025, 10.0)], &span(&long)), (12.0, 12.0, 12.0, true));
    }

    #[test]
    fn four_quarters_are_a_year() {
        for months in [[1, 4, 7, 10], [2, 5, 8, 11], [3, 6, 9, 12]] {
            let quarters = span(&months.map(|month| (2025, month)));
            assert_eq!(points(&[(2025, 4.0)], &quarters), (4.0, 4.0, 4.0, false), "{months:?}");
        }
    }

    #[test]
    fn one_day_is_never_multiplied_and_a_title_says_the_year() {
        assert_eq!(points(&[(2025, 3.0)], &span(&[(2025, 4)])), (3.0, 3.0, 3.0, true));
        let mut register = span(&monthly(2025, 1..=8));
        let once = per_year(&sums(&[(2025, 3.0)]), &register, true).unwrap();
        assert_eq!((once.range.mid(), once.basis.as_str(), once.range.high()), (3.0, "2025", 4.5));
        register.title(2025);
        assert_eq!(points(&[(2025, 3.0)], &register), (3.0, 3.0, 3.0, false));
        register.add(day(2024, 12, 30));
        assert!(register.complete_years().is_empty(), "the title is not what the lines say");
    }

    #[test]
    fn a_waste_of_the_broken_year_only_is_seen() {
        let days = [monthly(2024, 1..=12), monthly(2025, 1..=3)].concat();
        let found = points(&[(2025, 3.0)], &span(&days));
        assert_eq!((found.1, found.3), (2.4, true));
    }

    proptest! {
        #[test]
        fn the_range_is_ordered(years in proptest::collection::btree_map(2020..2026_i32, 0.0..1e6_f64, 1..5), months in proptest::collection::vec((2020..2026_i32, 1..13_u32), 1..6), once in any::<bool>()) {
            let sums: BTreeMap<i32, Range> = years.into_iter().map(|(year, sum)| (year, Range::about(sum, 0.3).unwrap())).collect();
            let found = per_year(&sums, &span(&months), once).unwrap();
            prop_assert!(found.range.low() >= 0.0 && found.range.low() <= found.range.high());
        }
    }
}
