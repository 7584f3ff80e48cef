//! How often.

use crate::Range;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Calendar hours that a plant running without stop runs in a year: P10, P50, P90 (a yearly stop is usual).
const CONTINUOUS_HOURS: [f64; 3] = [8_000.0, 8_400.0, 8_760.0];
/// Working days in a French year, P10, P50, P90: 220 for one person's year, 250 for a site closed at week-ends and on holidays.
const WORKING_DAYS: [f64; 3] = [220.0, 235.0, 250.0];
/// « par jour » without more: P10 a plant closed at week-ends and in August, P50 one that closes a day a week, P90 every day of the year.
const DAYS: [f64; 3] = [220.0, 300.0, 365.0];

/// The time a stated amount is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// « par an », « en 2024 ».
    Year,
    /// « par semestre ».
    HalfYear,
    /// « par trimestre ».
    Quarter,
    /// « par mois ».
    Month,
    /// « par semaine ».
    Week,
    /// « par jour »: whether the site closes at week-ends is not said, hence 220–300–365 a year.
    Day,
    /// « par jour calendaire », « par jour, 7j/7 », « tous les 10 jours ».
    CalendarDay,
    /// « par jour ouvré ».
    WorkingDay,
    /// « par poste », « par équipe »: how many shifts there are in a day is not said.
    Shift,
    /// « par heure »: how many hours run in a year is not said.
    Hour,
    /// « par heure en continu », « /h 24h/24 ».
    ContinuousHour,
    /// « une seule fois », « ponctuel ».
    Once,
}

impl Period {
    /// How many times it comes in a year; `None` when it does not repeat or when that depends on the site ([`Period::Shift`],
    /// [`Period::Hour`]).
    pub fn per_year(self) -> Option<Range> {
        let times = match self {
            Self::Year => 1.0,
            Self::HalfYear => 2.0,
            Self::Quarter => 4.0,
            Self::Month => 12.0,
            Self::Week => 52.0,
            Self::CalendarDay => 365.0,
            Self::Day => return range(DAYS),
            Self::WorkingDay => return range(WORKING_DAYS),
            Self::ContinuousHour => return range(CONTINUOUS_HOURS),
            Self::Shift | Self::Hour | Self::Once => return None,
        };
        Range::exact(times).ok()
    }
}

fn range([low, mid, high]: [f64; 3]) -> Option<Range> {
    Range::new(low, mid, high).ok()
}

impl fmt::Display for Period {
    /// In French, as one appends it: « par semaine ».
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Year => "par an",
            Self::HalfYear => "par semestre",
            Self::Quarter => "par trimestre",
            Self::Month => "par mois",
            Self::Week => "par semaine",
            Self::Day => "par jour",
            Self::CalendarDay => "par jour calendaire",
            Self::WorkingDay => "par jour ouvré",
            Self::Shift => "par poste",
            Self::Hour => "par heure",
            Self::ContinuousHour => "par heure en continu",
            Self::Once => "en une seule fois",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_a_year() {
        assert_eq!(Period::Week.per_year(), Range::exact(52.0).ok());
        assert_eq!(Period::WorkingDay.per_year().map(|r| (r.low(), r.high())), Some((220.0, 250.0)));
        let day = Period::Day.per_year().map(|r| [r.low(), r.mid(), r.high()]);
        assert_eq!(day, Some([220.0, 300.0, 365.0]));
        assert_eq!(Period::CalendarDay.per_year(), Range::exact(365.0).ok());
        for period in [Period::Once, Period::Hour, Period::Shift] {
            assert_eq!(period.per_year(), None);
        }
    }
}
