//! Units as products of powers of base units, so that dimensions are checked wherever numbers meet.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// What can be measured. Work and running hours are apart from calendar time: « h/t » is effort, « t/year » is a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Base {
    /// Tonnes.
    Mass,
    /// Cubic metres.
    Volume,
    /// Megawatt-hours.
    Energy,
    /// Kilowatts.
    Power,
    /// Euros.
    Money,
    /// Tonnes of CO₂ equivalent.
    Co2,
    /// Kilometres.
    Distance,
    /// Square metres.
    Area,
    /// Hours of work or of running.
    Hour,
    /// Calendar years.
    Year,
    /// Pieces of a stated kind (pallets, lamps …).
    Piece,
    /// Full-time posts.
    Post,
    /// Employees of a site.
    Employee,
}

const BASES: usize = 13;

/// A unit: exponents of the base units, the factor to them, and the symbol it was written with. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Unit(Arc<Parts>);

#[derive(Clone, Debug, PartialEq)]
struct Parts {
    exponents: [i8; BASES],
    factor: f64,
    symbol: String,
}

/// Why a unit cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum UnitError {
    /// A symbol that is not in the table.
    #[error("unité inconnue « {symbol} » dans « {whole} » ; connues : {known}")]
    Unknown {
        /// The part not understood.
        symbol: String,
        /// The whole unit.
        whole: String,
        /// The symbols that are understood.
        known: String,
    },
    /// Two quantities of different kinds were added or converted.
    #[error("« {from} » ne se convertit pas en « {to} »")]
    Mismatch {
        /// Unit given.
        from: String,
        /// Unit wanted.
        to: String,
    },
}

/// symbol, base unit (`None`: plain number), factor to the base unit.
const SYMBOLS: &[(&str, Option<Base>, f64)] = &[
    ("1", None, 1.0),
    ("%", None, 0.01),
    ("t", Some(Base::Mass), 1.0),
    ("kt", Some(Base::Mass), 1e3),
    ("kg", Some(Base::Mass), 1e-3),
    ("g", Some(Base::Mass), 1e-6),
    ("m3", Some(Base::Volume), 1.0),
    ("L", Some(Base::Volume), 1e-3),
    ("MWh", Some(Base::Energy), 1.0),
    ("kWh", Some(Base::Energy), 1e-3),
    ("GWh", Some(Base::Energy), 1e3),
    ("GJ", Some(Base::Energy), 1.0 / 3.6),
    ("MJ", Some(Base::Energy), 1.0 / 3600.0),
    ("kW", Some(Base::Power), 1.0),
    ("MW", Some(Base::Power), 1e3),
    ("EUR", Some(Base::Money), 1.0),
    ("kEUR", Some(Base::Money), 1e3),
    ("tCO2e", Some(Base::Co2), 1.0),
    ("kgCO2e", Some(Base::Co2), 1e-3),
    ("km", Some(Base::Distance), 1.0),
    ("m2", Some(Base::Area), 1.0),
    ("ha", Some(Base::Area), 1e4),
    ("h", Some(Base::Hour), 1.0),
    ("year", Some(Base::Year), 1.0),
    ("month", Some(Base::Year), 1.0 / 12.0),
    ("week", Some(Base::Year), 1.0 / 52.0),
    ("day", Some(Base::Year), 1.0 / 365.0),
    ("piece", Some(Base::Piece), 1.0),
    ("FTE", Some(Base::Post), 1.0),
    ("emp", Some(Base::Employee), 1.0),
];

impl Unit {
    fn of(exponents: [i8; BASES], factor: f64, symbol: String) -> Self {
        Self(Arc::new(Parts { exponents, factor, symbol }))
    }

    /// The plain number.
    pub fn one() -> Self {
        Self::of([0; BASES], 1.0, "1".into())
    }

    /// The symbol as written: `EUR/t`.
    pub fn symbol(&self) -> &str {
        &self.0.symbol
    }

    /// True when both measure the same thing, so that one converts into the other.
    pub fn same_kind(&self, other: &Self) -> bool {
        self.0.exponents == other.0.exponents
    }

    /// The power of one base unit: −1 for tonnes in `EUR/t`.
    pub fn power_of(&self, base: Base) -> i8 {
        self.0.exponents[base as usize]
    }

    /// What a number in this unit is multiplied by to be in `to`.
    pub fn factor_to(&self, to: &Self) -> Result<f64, UnitError> {
        if self.same_kind(to) {
            Ok(self.0.factor / to.0.factor)
        } else {
            Err(UnitError::Mismatch { from: self.0.symbol.clone(), to: to.0.symbol.clone() })
        }
    }

    /// What a number in this unit is multiplied by to be in the base units of its kind (t, m3, MWh, EUR, tCO2e …).
    pub fn factor_to_base(&self) -> f64 {
        self.0.factor
    }

    /// The unit of a product, in base units.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        self.combine(other, 1)
    }

    /// The unit of a quotient, in base units.
    #[must_use]
    pub fn per(&self, other: &Self) -> Self {
        self.combine(other, -1)
    }

    fn combine(&self, other: &Self, sign: i8) -> Self {
        let mut exponents = self.0.exponents;
        for (mine, theirs) in exponents.iter_mut().zip(other.0.exponents) {
            *mine += sign * theirs;
        }
        Self::of(exponents, 1.0, spell(exponents))
    }
}

/// Spell exponents with the base symbols: `EUR/t`.
fn spell(exponents: [i8; BASES]) -> String {
    const NAMES: [&str; BASES] =
        ["t", "m3", "MWh", "kW", "EUR", "tCO2e", "km", "m2", "h", "year", "piece", "FTE", "emp"];
    let side = |wanted: i8| -> Vec<&str> {
        NAMES
            .iter()
            .zip(exponents)
            .flat_map(|(name, exponent)| {
                let count = if exponent.signum() == wanted { exponent.unsigned_abs() } else { 0 };
                std::iter::repeat_n(*name, usize::from(count))
            })
            .collect()
    };
    let (over, under) = (side(1), side(-1));
    let top = if over.is_empty() { "1".to_owned() } else { over.join(".") };
    if under.is_empty() { top } else { format!("{top}/{}", under.join(".")) }
}

impl FromStr for Unit {
    type Err = UnitError;

    /// Reads `EUR/t`, `kgCO2e/t.km`, `t/emp/year` (every `/` divides by all that follows it up to the next).
    fn from_str(text: &str) -> Result<Self, UnitError> {
        let (mut exponents, mut whole) = ([0; BASES], 1.0);
        for (position, part) in text.split('/').enumerate() {
            for symbol in part.split('.') {
                let (_, base, factor) = SYMBOLS
                    .iter()
                    .find(|(known, _, _)| *known == symbol.trim())
                    .ok_or_else(|| unknown(symbol, text))?;
                let sign: i8 = if position == 0 { 1 } else { -1 };
                if let Some(base) = base {
                    exponents[*base as usize] += sign;
                }
                whole *= factor.powi(i32::from(sign));
            }
        }
        Ok(Self::of(exponents, whole, text.to_owned()))
    }
}

fn unknown(symbol: &str, whole: &str) -> UnitError {
    let known = SYMBOLS.iter().map(|(name, _, _)| *name).collect::<Vec<_>>().join(" ");
    UnitError::Unknown { symbol: symbol.to_owned(), whole: whole.to_owned(), known }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.symbol)
    }
}

impl TryFrom<String> for Unit {
    type Error = UnitError;

    fn try_from(text: String) -> Result<Self, UnitError> {
        text.parse()
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> Self {
        unit.0.symbol.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str) -> Unit {
        text.parse().unwrap()
    }

    #[test]
    fn converts_within_a_kind_only() {
        assert!((unit("GJ").factor_to(&unit("kWh")).unwrap() - 277.777_777).abs() < 1e-3);
        assert!((unit("kgCO2e/kWh").factor_to(&unit("tCO2e/MWh")).unwrap() - 1.0).abs() < 1e-12);
        assert!(matches!(unit("t").factor_to(&unit("m3")), Err(UnitError::Mismatch { .. })));
    }

    #[test]
    fn products_and_quotients_cancel() {
        assert!(unit("EUR/t").times(&unit("t/year")).same_kind(&unit("EUR/year")));
        assert_eq!(unit("EUR").per(&unit("t")).symbol(), "EUR/t");
        assert!(unit("kgCO2e/t.km").times(&unit("t")).times(&unit("km")).same_kind(&unit("tCO2e")));
        assert!(unit("t/emp/year").times(&unit("emp")).same_kind(&unit("t/year")));
    }

    #[test]
    fn an_unknown_symbol_says_what_is_known() {
        let error = "EUR/tonneau".parse::<Unit>().unwrap_err().to_string();
        assert!(error.contains("tonneau") && error.contains("MWh"), "{error}");
    }
}
