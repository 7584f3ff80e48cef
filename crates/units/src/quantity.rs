//! A range with its unit.

use crate::{Range, Unit, UnitError};
use serde::{Deserialize, Serialize};

/// A number with uncertainty and unit: `{"low": 1, "mid": 2, "high": 3, "unit": "t/year"}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// P10, P50, P90.
    #[serde(flatten)]
    pub range: Range,
    /// What it counts.
    pub unit: Unit,
}

impl Quantity {
    /// A range in a unit.
    pub fn new(range: Range, unit: Unit) -> Self {
        Self { range, unit }
    }

    /// The same quantity in another unit of its kind.
    pub fn to(&self, unit: &Unit) -> Result<Self, UnitError> {
        let factor = self.unit.factor_to(unit)?;
        Ok(Self { range: self.range.scale(factor), unit: unit.clone() })
    }

    /// Sum of two quantities of one kind, in the first one's unit.
    pub fn plus(&self, other: &Self) -> Result<Self, UnitError> {
        let other = other.to(&self.unit)?;
        Ok(Self { range: self.range + other.range, unit: self.unit.clone() })
    }

    /// Product; units multiply, the result is in base units.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        let factor = self.unit.factor_to_base() * other.unit.factor_to_base();
        Self { range: self.range.times(other.range).scale(factor), unit: self.unit.times(&other.unit) }
    }

    /// Quotient; units divide, the result is in base units; `None` unless all of the divisor lies above zero.
    pub fn per(&self, other: &Self) -> Option<Self> {
        let factor = self.unit.factor_to_base() / other.unit.factor_to_base();
        let range = self.range.times(other.range.inverse()?).scale(factor);
        Some(Self { range, unit: self.unit.per(&other.unit) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quantity(low: f64, mid: f64, high: f64, unit: &str) -> Quantity {
        Quantity::new(Range::new(low, mid, high).unwrap(), unit.parse().unwrap())
    }

    #[test]
    fn tonnes_and_euros_do_not_add_up() {
        assert!(quantity(1.0, 1.0, 1.0, "t").plus(&quantity(1.0, 1.0, 1.0, "EUR")).is_err());
    }

    #[test]
    fn a_price_times_a_mass_is_money() {
        let cost = quantity(10.0, 20.0, 30.0, "EUR/t").times(&quantity(1.0, 2.0, 3.0, "t"));
        let euros = cost.to(&"kEUR".parse().unwrap()).unwrap();
        assert!((euros.range.mid() - 0.04).abs() < 1e-12);
    }

    #[test]
    fn money_per_mass_is_a_price_and_nothing_is_divided_by_what_may_be_zero() {
        let price = quantity(10.0, 20.0, 40.0, "kEUR").per(&quantity(1.0, 2.0, 4.0, "kt")).unwrap();
        let price = price.to(&"EUR/t".parse().unwrap()).unwrap();
        assert_eq!((price.range.low(), price.range.mid(), price.range.high()), (2.5, 10.0, 40.0));
        assert_eq!(price.per(&quantity(0.0, 1.0, 2.0, "t")), None);
    }

    proptest! {
        #[test]
        fn there_and_back(x in 0.0..1e9_f64) {
            let start = quantity(x, x, x, "kg");
            let back = start.to(&"t".parse().unwrap()).unwrap().to(&"kg".parse().unwrap()).unwrap();
            prop_assert!((back.range.mid() - x).abs() <= 1e-9 * (1.0 + x));
        }
    }
}
