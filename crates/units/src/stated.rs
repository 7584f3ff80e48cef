//! Reading quantities as people write them: « 2 bennes de 30 m³ / semaine », « 3 à 5 t/mois », "a 30 m3 skip per week",
//! „1.200 Stück pro Woche“. French first, then English and German.
//!
//! [`parse`] either reads the whole text or refuses it with the reason; it never drops a number, never invents a unit and
//! never guesses between two readings a thousand times apart. Words it does not need (the material, most often) are kept in
//! [`Stated::about`].
//!
//! # Conventions
//! These are the project's own and are shown to the user as such:
//!
//! | written | P10 / P50 / P90 | `rough` |
//! |---|---|---|
//! | `80 t` | 80 / 80 / 80 | no |
//! | `3 à 5 t` | 3 / 4 / 5 | no |
//! | `3 à 5 t (plutôt 3,5)` | 3 / 3.5 / 5 | no |
//! | `80 t ± 10 %` | 72 / 80 / 88 | no |
//! | `environ 80 t`, `une dizaine` | ± 20 % ([`ROUGH_SHARE`]) | yes |
//! | `quelques bennes` | 2 / 3 / 6 ([`FEW`]) | yes |
//! | `moins de 5 t`, `max 5 t` | 0 / 2.5 / 5 ([`BELOW`]) | yes |
//! | `plus de 100 t`, `min 100 t` | 100 / 150 / 300 ([`ABOVE`]) | yes |
//!
//! « environ » or a bound beside an interval marks it rough without widening it: the interval already says how wide it is.
//! « tous les 15 jours » is every two weeks, « tous les 8 jours » every week. « 1 benne / 2 semaines » is half a skip a week.
//! A size belongs to the container it follows (« bennes 30 m³ ») or is told with « de » (« bennes de bois de 30 m³ »); after a
//! comma it would be a second quantity, and is refused. A year (« 12 t en 2024 ») means « per year » when no period is given. `1,200 t` is 1.2 t (French weighbridges print three
//! decimals) unless the words are English; `1.200 t` is refused as ambiguous unless the words are German or English.

mod about;
mod amount;
mod apart;
mod counted;
mod cursor;
mod doubt;
mod error;
mod figure;
mod finish;
mod format;
mod fraction;
mod frequency;
mod kinds;
mod language;
mod period;
mod read;
mod spoken;
mod text;
mod token;
mod words;
mod words_time;
mod words_unit;

pub use error::{StatedError, Understood};
pub use kinds::{Container, Counted};
pub use period::Period;
pub use words::singular;

use crate::Range;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// « environ » and its like widen a single number by this share on both sides.
pub const ROUGH_SHARE: f64 = 0.2;
/// « quelques », "a few": P10, P50, P90.
pub const FEW: [f64; 3] = [2.0, 3.0, 6.0];
/// « moins de », « max »: P10, P50, P90 as shares of the number given.
pub const BELOW: [f64; 3] = [0.0, 0.5, 1.0];
/// « plus de », « min »: P10, P50, P90 as multiples of the number given.
pub const ABOVE: [f64; 3] = [1.0, 1.5, 3.0];
/// No number above this is believed, whatever the unit.
pub const LARGEST: f64 = 1e12;
/// A quantity written in more characters than this is not read.
pub const LONGEST: usize = 300;

/// A quantity as stated: how much, of what, how often.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stated {
    /// How many of [`Stated::of`], in each [`Stated::per`]. « 1 benne / 2 semaines » is 0.5 per week.
    pub amount: Range,
    /// What is counted.
    pub of: Counted,
    /// In what time; `None` when the text does not say (a stock, a power, an area, a shipment).
    pub per: Option<Period>,
    /// The writer said so themselves: « environ », « ~ », « max », « quelques ».
    pub rough: bool,
    /// Words that were not needed to read the quantity, most often the material: « bois » in « 12 t de bois par an ».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

impl Stated {
    /// The amount in a year, still in [`Stated::of`]; `None` when no period was stated or it does not repeat.
    pub fn per_year(&self) -> Option<Range> {
        Some(self.amount.times(self.per?.per_year()?))
    }
}

impl FromStr for Stated {
    type Err = StatedError;

    fn from_str(text: &str) -> Result<Self, StatedError> {
        parse(text)
    }
}

/// Reads one quantity.
///
/// ```
/// use units::stated::{Container, Counted, Period, parse};
///
/// let skips = parse("2 bennes de 30 m³/semaine")?;
/// assert_eq!(skips.amount.mid(), 2.0);
/// assert!(matches!(skips.of, Counted::Container { kind: Container::Skip, .. }));
/// assert_eq!(skips.per, Some(Period::Week));
/// assert!(parse("12").is_err(), "an amount without unit is never accepted");
/// # Ok::<(), units::stated::StatedError>(())
/// ```
pub fn parse(text: &str) -> Result<Stated, StatedError> {
    let clean = text::clean(text);
    if clean.trim().is_empty() {
        return Err(StatedError::Empty);
    }
    if clean.chars().count() > LONGEST {
        return Err(StatedError::TooLong { text: text::clip(text), most: LONGEST });
    }
    read::read(&clean, None).map_err(|(fault, understood)| fault.into_error(text::clip(text), understood))
}

/// Reads one quantity of things that are counted: a number without unit is so many of `thing` (singular). Whatever [`parse`] reads is read the
/// same.
///
/// ```
/// use units::stated::{Counted, parse_counting};
///
/// assert_eq!(parse_counting("1200/an", "palette")?.of, Counted::Piece("palette".to_owned()));
/// # Ok::<(), units::stated::StatedError>(())
/// ```
pub fn parse_counting(text: &str, thing: &str) -> Result<Stated, StatedError> {
    parse(text).or_else(|error| match error {
        StatedError::NoUnit { .. } => {
            let thing = Counted::Piece(thing.to_owned());
            read::read(&text::clean(text), Some(thing))
                .map_err(|(fault, understood)| fault.into_error(text::clip(text), understood))
        }
        other => Err(other),
    })
}
