//! Whether an amount can be one of what goes that way: nobody throws away hours.

use super::{Amount, refused};
use model::{Direction, Message};
use units::{Base, Unit};

/// Refuses a residue counted in hours, posts, kilowatts or kilometres. What is bought or shared may be work or power; whether it is
/// tells only the resource, later.
pub fn fits(text: &str, amount: &Amount, direction: Direction) -> Result<(), Message> {
    let Amount::Known(quantity) = amount else { return Ok(()) };
    if direction != Direction::GivesOut || !is_no_amount(&quantity.unit) {
        return Ok(());
    }
    Err(refused::value("refused-unfit", text))
}

/// True for hours of work, posts, people, kilowatts, kilometres.
fn is_no_amount(unit: &Unit) -> bool {
    [Base::Hour, Base::Post, Base::Employee, Base::Power, Base::Distance]
        .into_iter()
        .any(|base| unit.power_of(base) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fr;
    use units::{Quantity, Range};

    fn read(unit: &str, direction: Direction) -> Result<(), Message> {
        fits("3 h/jour", &Amount::Known(Quantity::new(Range::ONE, unit.parse().unwrap())), direction)
    }

    #[test]
    fn nobody_throws_away_hours() {
        assert!(read("h/year", Direction::GivesOut).map_err(|e| fr(&e)).unwrap_err().contains("12 t/an"));
        assert!(read("kW", Direction::GivesOut).is_err());
        for unit in ["t/year", "m3/year", "MWh/year", "piece/year", "EUR/year"] {
            assert_eq!(read(unit, Direction::GivesOut), Ok(()), "{unit}");
        }
        assert_eq!(read("h/year", Direction::TakesIn), Ok(()), "hours of cleaning");
    }
}
