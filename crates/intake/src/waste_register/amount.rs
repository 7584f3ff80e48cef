//! How much one shipment is: a number with the unit of its heading, or words with their own unit.

use crate::Options;
use crate::value::refused;
use crate::value::{self, Amount, number};
use model::Message;
use units::stated::{Container, Counted};
use units::{Quantity, Range};

/// Figures for the size of a skip of unstated size, first the catalogue's own, then that of transport.
const SKIP: [&str; 2] = ["container.skip.volume", "transport.volume.skip"];

/// What one shipment weighs or takes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shipped {
    /// How much, in `unit`.
    pub range: Range,
    /// `t`, `m3` or `piece`.
    pub unit: &'static str,
    /// A skip of unstated size was taken at the usual volume.
    pub skip_assumed: bool,
    /// The number was left open (« quelques »), and one was assumed.
    pub left_open: bool,
}

/// Reads a cell with the unit of its heading or of the unit column, when there is one.
pub(super) fn shipped(cell: &str, unit: Option<&str>, options: &Options<'_>) -> Result<Shipped, Message> {
    let Some(plain) = number(cell) else {
        return stated(cell, options).or_else(|reason| match unit {
            Some(unit) => stated(&format!("{cell} {unit}"), options),
            None => Err(reason),
        });
    };
    if plain < 0.0 {
        return Err(refused::value("refused-negative", cell));
    }
    let Some(unit) = unit else {
        return Err(refused::value("refused-no-unit", cell));
    };
    if is_ambiguous(cell, unit) {
        return Err(refused::value("refused-thousands", &format!("{cell} {unit}")));
    }
    let one = stated(&format!("1 {unit}"), options)?;
    let range = one.range.scale(plain);
    let range = Range::new(range.low(), range.mid(), range.high())
        .map_err(|_| refused::value("refused-quantity-huge", cell))?;
    Ok(Shipped { range, ..one })
}

/// `1.200 kg`, `1,200 kg`: twelve hundred or one?
fn is_ambiguous(cell: &str, unit: &str) -> bool {
    let mut parts = cell.trim().split(['.', ',']);
    let (whole, decimals) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let three = |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    crate::fold(unit).starts_with('k')
        && three(decimals)
        && whole.len() <= 3
        && whole != "0"
        && parts.next().is_none()
}

fn stated(text: &str, options: &Options<'_>) -> Result<Shipped, Message> {
    let (amount, words) = value::quantity(text, true, options.day, options.reference)?;
    if words.per.is_some() {
        return Err(refused::value("refused-frequency", text));
    }
    let left_open = value::left_open(&words);
    match amount {
        Amount::Known(Quantity { range, unit }) => {
            let unit = ["t", "m3", "piece"].into_iter().find(|known| unit.symbol() == *known);
            let unit = unit.ok_or_else(|| refused::value("refused-not-an-amount", text))?;
            let skip_assumed = matches!(words.of, Counted::Container { size: None, .. });
            Ok(Shipped { range, unit, skip_assumed, left_open })
        }
        Amount::Unsized(kind) => unsized_container(text, kind, words.amount, options)
            .map(|shipped| Shipped { left_open, ..shipped }),
        Amount::Once => Err(refused::value("refused-not-an-amount", text)),
    }
}

/// A skip is taken at its usual volume; other containers stay what they are: so many of them.
fn unsized_container(
    text: &str,
    kind: Container,
    count: Range,
    options: &Options<'_>,
) -> Result<Shipped, Message> {
    if kind != Container::Skip {
        return Ok(Shipped { range: count, unit: "piece", skip_assumed: false, left_open: false });
    }
    let figure = SKIP
        .iter()
        .find_map(|id| options.reference.figures.on(id, options.day).ok())
        .ok_or_else(|| refused::value("refused-skip-size", text))?;
    Ok(Shipped { range: count.times(figure.value.range), unit: "m3", skip_assumed: true, left_open: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, fr, options};
    use reference::{DataFile, Reference};

    fn reference() -> Reference {
        let source = "[[source]]\nid = \"essai\"\ntitle = \"t\"\npublisher = \"p\"\ndate = \"2026\"\nlicence = \"l\"\n";
        let figures = "id,fr,en,low,mid,high,unit,source,locator,date,valid_from,valid_until,confidence,note\n\
                       transport.volume.skip,v,v,28,30,35,m3,essai,,2026,,,low,\n";
        Reference::load(&[
            DataFile { path: "sources.toml", text: source },
            DataFile { path: "figures/t.csv", text: figures },
        ])
        .unwrap()
    }

    fn read(cell: &str, unit: Option<&str>) -> Result<(f64, &'static str), Message> {
        let reference = reference();
        let found = shipped(cell, unit, &options(&reference, day(2026, 1, 1)))?;
        Ok(((found.range.mid() * 1e6).round() / 1e6, found.unit))
    }

    #[test]
    fn numbers_take_the_unit_of_their_heading() {
        for (cell, unit, wanted) in [
            ("12,345", Some("t"), (12.345, "t")),
            ("1 200", Some("kg"), (1.2, "t")),
            ("0.3", Some("t"), (0.3, "t")),
            ("800 kg", Some("t"), (0.8, "t")),
            ("1,5 t", None, (1.5, "t")),
            ("2", Some("benne"), (60.0, "m3")),
            ("1 benne", None, (30.0, "m3")),
            ("2 bennes de 15 m3", None, (30.0, "m3")),
            ("15 m³", None, (15.0, "m3")),
            ("500", Some("L"), (0.5, "m3")),
            ("40 palettes", None, (40.0, "piece")),
            ("3 big bags", None, (3.0, "piece")),
        ] {
            assert_eq!(read(cell, unit), Ok(wanted), "{cell} {unit:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_what_would_be_right() {
        for (cell, unit, word) in [
            ("12", None, "unité"),
            ("-3", Some("t"), "négatif"),
            ("1.200", Some("kg"), "deux façons"),
            ("2 bennes/semaine", None, "fréquence"),
            ("beaucoup", Some("t"), ""),
            ("3 h", None, "ni une masse"),
        ] {
            let error = read(cell, unit).map_err(|e| fr(&e)).unwrap_err();
            assert!(error.contains(word), "{cell}: {error}");
        }
    }
}
