//! Quantities as stated, brought to one year and a physical unit.

use super::countable::countable;
use super::refused;
use chrono::NaiveDate;
use model::Message;
use reference::Reference;
use units::stated::{ABOVE, Container, Counted, FEW, Period, Stated, StatedError, parse, parse_counting};
use units::{Base, Quantity, Range, Unit};

/// The units that everything of one kind is brought to.
const CANONICAL: [&str; 13] =
    ["t", "m3", "MWh", "h", "EUR", "piece", "m2", "kW", "FTE", "tCO2e", "km", "emp", "1"];

/// What a stated quantity is worth.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// A quantity per year (`t/year`), or without a period when only a stock was asked for (`m2`).
    Known(Quantity),
    /// So many containers, whose size nobody knows. It stays as stated.
    Unsized(Container),
    /// It happened once, and is no flow. It stays as stated.
    Once,
}

/// Reads a quantity. With `stock`, an amount without a period is what there is (a surface to share, machines to lend); otherwise it is
/// refused (but for posts and surfaces), because « 12 t » may be a week's or a year's. `day` is the day on which container sizes are looked up.
pub fn quantity(
    text: &str,
    stock: bool,
    day: NaiveDate,
    reference: &Reference,
) -> Result<(Amount, Stated), Message> {
    let stated = parse(text).map_err(|error| refused::quantity(&error))?;
    let amount = amount(text, &stated, stock, day, reference)?;
    Ok((amount, stated))
}

/// Reads the quantity of something that is named: « 1200/an » of « palettes HS » are pallets. Gives that thing when the unit came from the
/// wording.
pub fn quantity_of(
    wording: &str,
    text: &str,
    stock: bool,
    day: NaiveDate,
    reference: &Reference,
) -> Result<(Amount, Stated, Option<String>), Message> {
    let thing = match parse(text) {
        Err(StatedError::NoUnit { .. }) => countable(wording, reference),
        _ => None,
    };
    let Some(thing) = thing else {
        return quantity(text, stock, day, reference).map(|(amount, stated)| (amount, stated, None));
    };
    let stated = parse_counting(text, &thing).map_err(|error| refused::quantity(&error))?;
    Ok((amount(text, &stated, stock, day, reference)?, stated, Some(thing)))
}

/// True when the writer left the number open (« quelques », « plus de 3 ») and what was read is an assumption of the program.
pub fn left_open(stated: &Stated) -> bool {
    let shape = |[low, mid, high]: [f64; 3]| (mid / low, high / low);
    let (read, points) = (stated.amount, [FEW, ABOVE]);
    let near = |(a, b): (f64, f64), (c, d): (f64, f64)| (a - c).abs() < 1e-6 && (b - d).abs() < 1e-6;
    let read = shape([read.low(), read.mid(), read.high()]);
    stated.rough && points.into_iter().any(|assumed| near(shape(assumed), read))
}

fn amount(
    text: &str,
    stated: &Stated,
    stock: bool,
    day: NaiveDate,
    reference: &Reference,
) -> Result<Amount, Message> {
    let Some((range, unit)) = measured(stated, day, reference) else {
        let Counted::Container { kind, .. } = stated.of else { return Err(too_much(text)) };
        return Ok(Amount::Unsized(kind));
    };
    let yearly = unit.power_of(Base::Year) == -1;
    let range = match (stated.per, yearly) {
        (Some(Period::Once), _) => return Ok(Amount::Once),
        (None, true) => return known(text, range, unit),
        // A post is full-time all year round, a surface is there all year round.
        (None, false) if stock || unit.power_of(Base::Post) == 1 || unit.power_of(Base::Area) == 1 => {
            return known(text, range, unit);
        }
        (Some(Period::Hour), false) if stock => return known(text, range, per(&unit, "h")?),
        (None, false) => return Err(no_period(text)),
        (Some(period), false) => range.times(period.per_year().ok_or_else(|| depends(text, period))?),
        (Some(_), true) => return Err(refused::value("refused-quantity-periods", text)),
    };
    known(text, range, per(&unit, "year")?)
}

fn per(unit: &Unit, time: &str) -> Result<Unit, Message> {
    refused::unit(&format!("{unit}/{time}"))
}

/// Products of finite numbers may still overflow.
fn known(text: &str, range: Range, unit: Unit) -> Result<Amount, Message> {
    let range = Range::new(range.low(), range.mid(), range.high()).map_err(|_| too_much(text))?;
    Ok(Amount::Known(Quantity::new(range, unit)))
}

/// Amount and unit of what is counted; `None` for containers of unknown size.
fn measured(stated: &Stated, day: NaiveDate, reference: &Reference) -> Option<(Range, Unit)> {
    match &stated.of {
        Counted::Unit(unit) => Some(canonical(stated.amount, unit)),
        Counted::Piece(_) => Some(canonical(stated.amount, &"piece".parse().ok()?)),
        Counted::Container { kind, size } => {
            let size = match size {
                Some(size) => size.clone(),
                None => volume(*kind, day, reference)?,
            };
            Some(canonical(stated.amount.times(size.range), &size.unit))
        }
    }
}

/// The same amount in the canonical unit of its kind.
pub(super) fn canonical(amount: Range, unit: &Unit) -> (Range, Unit) {
    let target =
        CANONICAL.iter().filter_map(|symbol| symbol.parse::<Unit>().ok()).find(|known| known.same_kind(unit));
    match target.and_then(|target| Some((unit.factor_to(&target).ok()?, target))) {
        Some((factor, target)) => (amount.scale(factor), target),
        None => (amount, unit.clone()),
    }
}

/// What a container of that kind usually holds, when the knowledge base says so.
pub(super) fn volume(kind: Container, day: NaiveDate, reference: &Reference) -> Option<Quantity> {
    let name = serde_json::to_value(kind).ok()?.as_str()?.replace('_', "-");
    Some(reference.figures.on(&format!("container.{name}.volume"), day).ok()?.value.clone())
}

fn no_period(text: &str) -> Message {
    refused::value("refused-quantity-no-period", text)
}

fn depends(text: &str, period: Period) -> Message {
    refused::value("refused-quantity-depends", text).saying("period", refused::period(period))
}

fn too_much(text: &str) -> Message {
    refused::value("refused-quantity-huge", text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fr;
    use reference::DataFile;

    fn reference() -> Reference {
        let source = "[[source]]\nid = \"essai\"\ntitle = \"t\"\npublisher = \"p\"\ndate = \"2026\"\nlicence = \"l\"\n";
        let figures = "id,fr,en,low,mid,high,unit,source,locator,date,valid_from,valid_until,confidence,note\n\
                       container.big-bag.volume,v,v,0.8,1,1.5,m3,essai,,2026,,,low,\n";
        Reference::load(&[
            DataFile { path: "sources.toml", text: source },
            DataFile { path: "figures/containers.csv", text: figures },
        ])
        .unwrap()
    }

    fn read(text: &str, stock: bool) -> Result<Amount, Message> {
        let day = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        quantity(text, stock, day, &reference()).map(|(amount, _)| amount)
    }

    #[test]
    fn everything_is_per_year_in_a_physical_unit() {
        for (text, mid, unit) in [
            ("12 t/an", 12.0, "t/year"),
            ("200 kg/semaine", 10.4, "t/year"),
            ("2 bennes de 30 m³/semaine", 3120.0, "m3/year"),
            ("2 bacs 660 L/semaine", 68.64, "m3/year"),
            ("1 200 palettes/an", 1200.0, "piece/year"),
            ("450 kWh/mois", 5.4, "MWh/year"),
            ("9,8 GWh/an", 9800.0, "MWh/year"),
            ("environ 240 k€/an", 240_000.0, "EUR/year"),
            ("3 big bags/mois", 36.0, "m3/year"),
            ("3 h/jour", 900.0, "h/year"),
        ] {
            let Ok(Amount::Known(found)) = read(text, false) else {
                panic!("{text}: {:?}", read(text, false))
            };
            assert!((found.range.mid() - mid).abs() < 1e-6 * mid, "{text}: {found:?}");
            assert_eq!(found.unit.symbol(), unit, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_brought_to_a_year_says_why() {
        assert!(read("12 t", false).map_err(|e| fr(&e)).unwrap_err().contains("12 t/an"));
        assert!(read("12", false).map_err(|e| fr(&e)).unwrap_err().contains("unité"));
        assert!(read("12 m3/h", false).map_err(|e| fr(&e)).unwrap_err().contains("par heure"));
        assert!(read("-5 t/an", false).map_err(|e| fr(&e)).unwrap_err().contains("négative"));
        assert!(read("NaN t/an", false).map_err(|e| fr(&e)).unwrap_err().contains("nombre"));
        assert_eq!(read("5 t une seule fois", false), Ok(Amount::Once));
        assert_eq!(read("3 bennes/mois", false), Ok(Amount::Unsized(Container::Skip)));
    }

    #[test]
    fn a_stock_needs_no_period() {
        for (text, stock, mid, unit) in [
            ("500 m²", true, 500.0, "m2"),
            ("2 chariots", true, 2.0, "piece"),
            ("60 m³/h d'air comprimé", true, 60.0, "m3/h"),
            ("15 ETP", false, 15.0, "FTE"),
        ] {
            let Ok(Amount::Known(found)) = read(text, stock) else {
                panic!("{text}: {:?}", read(text, stock))
            };
            assert_eq!((found.range.mid(), found.unit.symbol()), (mid, unit), "{text}");
        }
    }
}
