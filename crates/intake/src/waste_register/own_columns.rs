//! The columns of a company's own register: headings on one line or two, found again by a mapping.

use super::lines::Marks;
use super::mapping::{Mapping, Meaning, SURE};
use super::price::Prices;
use super::understand::understand;
use crate::table::{Row, Table};
use crate::{fold, plain};

/// Headings on two lines (« Quantité » above « t » and « m3 ») become one.
pub(crate) fn join_headings(table: &mut Table, mut rows: Vec<Row>) -> Vec<Row> {
    let Some(second) = rows.first() else { return rows };
    let count = |headings: &[String]| {
        let mapping = understand(headings, &[]);
        mapping.columns.iter().filter(|column| column.confidence >= SURE && column.meaning.is_some()).count()
    };
    let below: Vec<String> = second.cells.iter().map(|cell| plain(cell)).collect();
    let filled = below.iter().filter(|cell| !cell.is_empty()).count();
    let words_only =
        below.iter().all(|cell| !cell.contains(|c: char| c.is_ascii_digit()) || fold(cell) == "m3");
    if !words_only || filled < 2 || count(&below) * 2 <= filled {
        return rows;
    }
    let width = table.headings.len().max(below.len());
    table.headings = (0..width)
        .map(|ix| {
            let above = table.headings.get(ix).cloned().unwrap_or_default();
            match below.get(ix).filter(|cell| !cell.is_empty() && fold(cell) != fold(&above)) {
                Some(cell) if above.is_empty() => cell.clone(),
                Some(cell) => format!("{above} {cell}"),
                None => above,
            }
        })
        .collect();
    rows.remove(0);
    rows
}

/// The columns of a table, by a mapping.
pub(super) struct Columns {
    pub marks: Marks,
    /// Column and unit of every quantity, the surest first.
    pub quantities: Vec<(usize, Option<String>)>,
    pub unit: Option<usize>,
    pub carrier: Option<usize>,
    pub destination: Option<usize>,
    pub destination_siret: Option<usize>,
    pub street: Option<usize>,
    pub postcode: Option<usize>,
    pub commune: Option<usize>,
    pub operation: Option<usize>,
    pub emitter: Option<usize>,
    pub emitter_siret: Option<usize>,
    pub prices: Prices,
}

impl Columns {
    pub(super) fn new(mapping: &Mapping, headings: &[String]) -> Self {
        let place = |heading: &str| headings.iter().position(|other| fold(other) == fold(heading));
        let at = |meaning| mapping.used(meaning).find_map(|column| place(&column.heading));
        let mut quantities: Vec<(usize, Option<String>)> = mapping
            .used(Meaning::Quantity)
            .filter_map(|column| Some((place(&column.heading)?, column.unit.clone())))
            .collect();
        // A mass says more than a volume, a volume more than a number of skips.
        quantities.sort_by_key(|(_, unit)| match unit.as_deref() {
            Some("t" | "kg") => 0,
            Some("m3" | "L") => 1,
            None => 2,
            Some(_) => 3,
        });
        Self {
            marks: Marks { date: at(Meaning::Date), wording: at(Meaning::Wording), code: at(Meaning::Code) },
            quantities,
            unit: at(Meaning::Unit),
            carrier: at(Meaning::Carrier),
            destination: at(Meaning::Destination),
            destination_siret: at(Meaning::DestinationSiret),
            street: at(Meaning::DestinationAddress),
            postcode: at(Meaning::DestinationPostcode),
            commune: at(Meaning::DestinationCommune),
            operation: at(Meaning::Operation),
            emitter: at(Meaning::Emitter),
            emitter_siret: at(Meaning::EmitterSiret),
            prices: Prices::new(mapping, headings),
        }
    }
}
