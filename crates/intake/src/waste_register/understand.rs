//! From headings and first rows to a mapping.

use super::headings::{meaning, unit};
use super::mapping::{Mapping, Meaning, Understood};
use crate::fold;
use crate::table::Row;
use crate::value::{date, holds_code};
use model::Siret;
use reference::WasteCode;

/// So many rows are looked at.
const LOOKED_AT: usize = 40;
/// A column of which this share looks like something is that.
const MOST: f32 = 0.6;
/// Confidence of a meaning that only the values tell.
const BY_VALUES: f32 = 0.75;
/// What is left of a confidence that the values contradict.
const CONTRADICTED: f32 = 0.4;

/// What every column means, by its heading first, then by its values. Each meaning goes to one column, the surest; only quantities may have
/// several (tonnes and m³). What it is unsure of has a low confidence, for a person to settle.
pub fn understand(headings: &[String], first_rows: &[Row]) -> Mapping {
    let mut columns: Vec<Understood> = headings
        .iter()
        .enumerate()
        .map(|(ix, heading)| {
            let values: Vec<&str> =
                first_rows.iter().take(LOOKED_AT).filter_map(|row| row.cell(Some(ix))).collect();
            one(heading, &values)
        })
        .collect();
    keep_best(&mut columns);
    Mapping { columns }
}

fn one(heading: &str, values: &[&str]) -> Understood {
    let by_heading = meaning(heading);
    let by_values = by_values(values);
    let (meaning, confidence) = match (by_heading, by_values) {
        (Some((told, confidence)), seen) if contradicts(told, seen, values) => match seen {
            Some(seen) if confidence < 0.7 => (Some(seen), BY_VALUES),
            _ => (Some(told), confidence * CONTRADICTED),
        },
        (Some((told, confidence)), _) => (Some(told), confidence),
        (None, Some(seen)) => (Some(seen), BY_VALUES),
        (None, None) => (None, 0.0),
    };
    let unit = unit(heading).filter(|_| meaning == Some(Meaning::Quantity)).map(ToOwned::to_owned);
    Understood { heading: heading.to_owned(), meaning, unit, confidence }
}

/// What most of the values are, when they are something that cannot be mistaken.
fn by_values(values: &[&str]) -> Option<Meaning> {
    let most = |test: fn(&str) -> bool| {
        let fitting = values.iter().filter(|value| test(value)).count();
        values.len() >= 2 && fitting as f32 >= MOST * values.len() as f32
    };
    if most(is_code) {
        Some(Meaning::Code)
    } else if most(|value| value.parse::<Siret>().is_ok()) {
        Some(Meaning::DestinationSiret)
    } else if most(is_full_date) {
        Some(Meaning::Date)
    } else if most(is_operation) {
        Some(Meaning::Operation)
    } else if most(is_unit) {
        Some(Meaning::Unit)
    } else {
        None
    }
}

/// True when values of that meaning would look otherwise.
fn contradicts(told: Meaning, seen: Option<Meaning>, values: &[&str]) -> bool {
    let never = |test: fn(&str) -> bool| values.len() >= 2 && !values.iter().any(|value| test(value));
    match told {
        Meaning::Date => never(|value| date(value).is_ok()),
        Meaning::Code => never(|value| is_code(value) || holds_code(value)),
        Meaning::Quantity => never(|value| value.contains(|c: char| c.is_ascii_digit())),
        Meaning::Wording | Meaning::Destination | Meaning::Carrier => {
            seen.is_some_and(|seen| seen != Meaning::Unit)
        }
        Meaning::DestinationSiret | Meaning::EmitterSiret => seen.is_none() && values.len() >= 2,
        _ => false,
    }
}

fn is_code(value: &str) -> bool {
    value.parse::<WasteCode>().is_ok()
}

/// A day, not just a year: quantities look like years too easily.
fn is_full_date(value: &str) -> bool {
    value.len() >= 8 && value.contains(['-', '/', '.', ' ']) && date(value).is_ok()
}

/// `R3`, `D 10`.
fn is_operation(value: &str) -> bool {
    let compact: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = compact.strip_prefix(['R', 'D', 'r', 'd']).unwrap_or_default();
    matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_unit(value: &str) -> bool {
    const KNOWN: [&str; 28] = [
        "t", "to", "tonne", "tonnes", "kg", "kgs", "m3", "l", "litre", "litres", "benne", "bennes", "u",
        "piece", "pieces", "palettes", "nb", "nbr", "nbre", "pce", "pces", "pcs", "unite", "unites",
        "unite s", "hl", "qx", "quintaux",
    ];
    KNOWN.contains(&fold(value).as_str())
}

/// Every meaning but quantities and what is not read goes to its surest column, the first of equals.
fn keep_best(columns: &mut [Understood]) {
    for ix in 0..columns.len() {
        let Some(meaning) = columns[ix].meaning else { continue };
        if matches!(meaning, Meaning::Ignored | Meaning::Price | Meaning::Remark) {
            continue;
        }
        let same = |other: &Understood| {
            other.meaning == Some(meaning) && (meaning != Meaning::Quantity || other.unit == columns[ix].unit)
        };
        let best =
            columns.iter().enumerate().filter(|(_, other)| same(other)).fold(ix, |best, (at, other)| {
                let (mine, theirs) = (columns[best].confidence, other.confidence);
                if theirs > mine || (at < best && theirs >= mine) { at } else { best }
            });
        if best != ix {
            columns[ix].meaning = None;
            columns[ix].confidence = 0.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapping(headings: &[&str], rows: &[&[&str]]) -> Vec<(Option<Meaning>, f32)> {
        let headings: Vec<String> = headings.iter().map(|&heading| heading.to_owned()).collect();
        let rows: Vec<Row> = rows
            .iter()
            .map(|cells| Row { line: 2, cells: cells.iter().map(|&cell| cell.to_owned()).collect() })
            .collect();
        understand(&headings, &rows).columns.into_iter().map(|c| (c.meaning, c.confidence)).collect()
    }

    #[test]
    fn values_name_columns_whose_headings_say_nothing() {
        let seen = mapping(
            &["A", "B", "C", "D", "E"],
            &[
                &["12/01/2025", "15 01 03", "R3", "kg", "palettes"],
                &["30/01/2025", "200301", "D10", "t", "tout venant"],
            ],
        );
        let meanings: Vec<_> = seen.iter().map(|(meaning, _)| *meaning).collect();
        assert_eq!(
            meanings,
            [Some(Meaning::Date), Some(Meaning::Code), Some(Meaning::Operation), Some(Meaning::Unit), None]
        );
    }

    #[test]
    fn values_that_contradict_make_a_column_unsure() {
        let seen = mapping(&["Date", "Déchet", "Qté"], &[&["oui", "bois", "x"], &["non", "carton", "y"]]);
        assert!(seen[0].1 < 0.5 && seen[1].1 > 0.5 && seen[2].1 < 0.5, "{seen:?}");
    }

    #[test]
    fn one_column_for_each_meaning_but_quantities() {
        let seen = mapping(
            &["Date de réception", "Date d'enlèvement", "Tonnes", "m3", "Exutoire", "Prestataire"],
            &[],
        );
        let meanings: Vec<_> = seen.iter().map(|(meaning, _)| *meaning).collect();
        assert_eq!(
            meanings,
            [
                None,
                Some(Meaning::Date),
                Some(Meaning::Quantity),
                Some(Meaning::Quantity),
                Some(Meaning::Destination),
                None
            ]
        );
    }
}
