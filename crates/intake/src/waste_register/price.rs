//! What a line of a register cost its holder, or brought: the euros of the line over its quantity, or a price per unit.
//!
//! A column of costs counts against the holder; a negative amount, or a column of takings (« reprise », « recette »), for it. Prices with VAT
//! are not read: what a firm pays is without.

use super::amount::Shipped;
use super::mapping::{Mapping, Meaning, Understood};
use crate::table::Row;
use crate::value::{self, number, refused};
use crate::{Options, fold};
use model::{Direction, Message};
use units::{Quantity, Range};

/// Words of a heading under which the holder is paid.
const TAKINGS: [&str; 8] =
    ["reprise", "rachat", "recette", "avoir", "credit", "vente", "valorisation", "revenue"];
/// Words of a heading that is a price of one unit, not of the line.
const PER_UNIT: [&str; 6] = ["unitaire", "pu", "puht", "tarif", "unit price", "rate"];
/// Words of a heading that is one part of what the line cost.
const PARTS: [&str; 6] = ["transport", "traitement", "location", "enlevement", "rotation", "tgap"];

/// Words of a heading that is a cost of each month.
const MONTHLY: [&str; 3] = ["mensuel", "mois", "month"];
/// The column that says which part of the user's line this row is (0–1), where one line was spread over its months.
pub(super) const SHARE: &str = "(part de la ligne)";

/// What one column of prices says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Euros of the whole line.
    Line,
    /// A part of it.
    Part,
    /// Euros per this unit; of the quantity of the line when `None`.
    Unit(Option<&'static str>),
}

/// A column that is read.
#[derive(Clone, Copy, Debug)]
struct Column {
    at: usize,
    kind: Kind,
    takings: bool,
    /// Euros of each month, though the line is a year.
    monthly: bool,
}

/// The columns of prices that are read.
#[derive(Debug, Default)]
pub(super) struct Prices {
    columns: Vec<Column>,
    /// The column of [`SHARE`].
    share: Option<usize>,
}

/// What the holder receives for a shipment: negative when it pays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Paid {
    /// Euros of the whole shipment, seen from the holder.
    pub euros: f64,
    /// Euros per unit of the shipment.
    pub each: Range,
}

impl Prices {
    /// Of several columns the one of the whole line is read, else its parts, else the price of one unit.
    pub(super) fn new(mapping: &Mapping, headings: &[String]) -> Self {
        let place = |heading: &str| headings.iter().position(|other| fold(other) == fold(heading));
        let all: Vec<Column> = (mapping.used(Meaning::Price))
            .filter(|column| !with_tax(column))
            .filter_map(|column| Some(Column { at: place(&column.heading)?, ..kind(&column.heading) }))
            .collect();
        let of = |takings: bool| {
            let side = || all.iter().copied().filter(move |column| column.takings == takings);
            let lines: Vec<Column> = side().filter(|column| column.kind == Kind::Line).take(1).collect();
            let parts: Vec<Column> = side().filter(|column| column.kind == Kind::Part).collect();
            let units = side().filter(|column| matches!(column.kind, Kind::Unit(_))).take(1).collect();
            [lines, parts, units].into_iter().find(|columns: &Vec<Column>| !columns.is_empty())
        };
        let columns = [of(false), of(true)].into_iter().flatten().flatten().collect();
        Self { columns, share: headings.iter().position(|heading| heading == SHARE) }
    }

    /// True when that column is read.
    pub(super) fn reads(&self, at: usize) -> bool {
        self.columns.iter().any(|column| column.at == at)
    }

    /// What the holder of a shipment received for it; `None` when no cell says.
    pub(super) fn of(
        &self,
        row: &Row,
        shipped: &Shipped,
        options: &Options<'_>,
    ) -> Result<Option<Paid>, (Option<usize>, Message)> {
        let mut total: Option<Range> = None;
        let share = row.cell(self.share).and_then(number).unwrap_or(1.0);
        for column in &self.columns {
            let Some(cell) = row.cell(Some(column.at)) else { continue };
            let share = if column.monthly { 1.0 } else { share };
            let euros = column.euros(cell, share, shipped, options).map_err(|why| (Some(column.at), why))?;
            total = Some(total.map_or(euros, |sum| sum + euros));
        }
        let Some(total) = total else { return Ok(None) };
        let nothing = || (self.columns.first().map(|column| column.at), Message::new("refused-price-zero"));
        let each = over(total, shipped.range).ok_or_else(nothing)?;
        Ok(Some(Paid { euros: total.mid(), each }))
    }
}

/// What a heading of prices means; `at` is still to be said.
fn kind(heading: &str) -> Column {
    let folded = format!(" {} ", fold(heading));
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(&format!(" {word}")));
    let is = |words: &[&str]| words.iter().any(|word| folded.contains(&format!(" {word} ")));
    let kind = match per(heading) {
        Some(unit) => Kind::Unit(Some(unit)),
        None if is(&PER_UNIT) => Kind::Unit(None),
        None if is(&PARTS) && !is(&["total"]) => Kind::Part,
        None => Kind::Line,
    };
    Column { at: 0, kind, takings: has(&TAKINGS), monthly: has(&MONTHLY) }
}

/// The unit of « €/t », « prix à la tonne », « € par m³ ».
fn per(heading: &str) -> Option<&'static str> {
    let lower = heading.to_lowercase().replace('³', "3");
    let after = ["/", " par ", " à la ", " la ", " le ", " per "]
        .iter()
        .find_map(|joint| lower.split_once(joint).map(|(_, after)| fold(after)))?;
    match after.split(' ').next()? {
        "t" | "to" | "tonne" => Some("t"),
        "kg" | "kilo" => Some("kg"),
        "m3" => Some("m3"),
        _ => None,
    }
}

fn with_tax(column: &Understood) -> bool {
    let folded = fold(&column.heading);
    folded.split(' ').any(|word| matches!(word, "ttc" | "tva" | "vat"))
}

impl Column {
    /// Euros of the whole shipment, positive when the holder receives them; `share` is its part of a cost of the line.
    fn euros(
        &self,
        cell: &str,
        share: f64,
        shipped: &Shipped,
        options: &Options<'_>,
    ) -> Result<Range, Message> {
        let plain = amount(cell);
        let sign = if self.takings { 1.0 } else { -1.0 };
        let Some(plain) = plain else { return worded(cell, shipped, options) };
        let refuse = || refused::value("refused-price-register", cell);
        let euros = Range::exact(plain * sign).map_err(|_| refuse())?;
        let factor = match self.kind {
            Kind::Line | Kind::Part => return Ok(euros.scale(share)),
            Kind::Unit(None) => 1.0,
            Kind::Unit(Some(unit)) => {
                let unit: units::Unit = unit.parse().map_err(|_| refuse())?;
                let counted: units::Unit = shipped.unit.parse().map_err(|_| refuse())?;
                counted.factor_to(&unit).map_err(|_| refuse())?
            }
        };
        Ok(euros.times(shipped.range).scale(factor))
    }
}

/// The number of « 1 250,50 € HT ».
fn amount(cell: &str) -> Option<f64> {
    let lower = cell.to_lowercase();
    let bare =
        ["€", "euros", "euro", "eur", "ht", "h.t."].iter().fold(lower, |text, word| text.replace(word, " "));
    number(bare.trim())
}

/// « 95 €/t », « reçu 40 €/t », « gratuit »: read as in the workbook; without a word for it, the holder pays.
fn worded(cell: &str, shipped: &Shipped, options: &Options<'_>) -> Result<Range, Message> {
    let read = |text: &str| value::price(text, Direction::GivesOut, None, options.day, options.reference);
    let price = read(cell).or_else(|why| read(&format!("payé {cell}")).map_err(|_| why))?;
    let Quantity { range, unit } = price.value;
    let refuse = || refused::value("refused-price-register", cell);
    let each: units::Unit = format!("EUR/{}", shipped.unit).parse().map_err(|_| refuse())?;
    let factor = if range == Range::ZERO { 1.0 } else { unit.factor_to(&each).map_err(|_| refuse())? };
    Ok(range.scale(factor).times(shipped.range))
}

/// Euros over a quantity; `None` when that is nothing.
fn over(euros: Range, quantity: Range) -> Option<Range> {
    let (low, mid, high) = (quantity.low(), quantity.mid(), quantity.high());
    if low <= 0.0 {
        return None;
    }
    let (paid, wide, narrow) = (euros.mid() / mid, euros.mid() / low, euros.mid() / high);
    Range::new(wide.min(narrow).min(paid), paid, wide.max(narrow).max(paid)).ok()
}

#[cfg(test)]
mod tests {
    use super::super::mean_price::Sum;
    use super::*;
    use crate::testing::{day, options};
    use reference::Reference;

    /// Euros per tonne of a line of two tonnes.
    fn each(headings: &[&str], cells: &[&str]) -> Option<Result<f64, String>> {
        let reference = Reference::default();
        let headings: Vec<String> = headings.iter().map(|&heading| heading.to_owned()).collect();
        let row = Row { line: 2, cells: cells.iter().map(|&cell| cell.to_owned()).collect() };
        let mapping = super::super::understand(&headings, std::slice::from_ref(&row));
        let shipped =
            Shipped { range: Range::exact(2.0).unwrap(), unit: "t", skip_assumed: false, left_open: false };
        let paid = Prices::new(&mapping, &headings).of(&row, &shipped, &options(&reference, day(2026, 1, 1)));
        paid.map(|paid| paid.map(|paid| paid.each.mid())).map_err(|(_, why)| why.key).transpose()
    }

    #[test]
    fn who_pays_whom_and_for_how_much() {
        for (headings, cells, wanted) in [
            (&["Prix"][..], &["340"][..], -170.0),
            (&["Prix total HT (€)"], &["1 250,50 €"], -625.25),
            (&["Coût"], &["-120"], 60.0),
            (&["€/t"], &["95"], -95.0),
            (&["Prix €/kg"], &["0,095"], -95.0),
            (&["Tarif"], &["80"], -80.0),
            (&["Prix unitaire"], &["80 €"], -80.0),
            (&["Prix de reprise (€/t)"], &["110"], 110.0),
            (&["Recette"], &["300 €"], 150.0),
            (&["Montant HT", "Montant TTC"], &["100", "120"], -50.0),
            (&["Coût transport", "Coût traitement"], &["100", "60"], -80.0),
            (&["Coût transport", "Coût total"], &["100", "160"], -80.0),
            (&["Coût", "Reprise €"], &["100", "400"], 150.0),
            (&["Prix"], &["95 €/t"], -95.0),
            (&["Prix"], &["reçu 40 €/t"], 40.0),
            (&["Prix"], &["gratuit"], 0.0),
        ] {
            assert_eq!(each(headings, cells), Some(Ok(wanted)), "{headings:?} {cells:?}");
        }
        assert_eq!(each(&["Prix TTC"], &["120"]), None, "with VAT");
        assert_eq!(each(&["Prix"], &[""]), None);
        assert!(each(&["Prix"], &["cher"]).unwrap().is_err());
    }

    #[test]
    fn a_flow_costs_the_mean_of_its_lines() {
        let mut sum = Sum::default();
        for (euros, tonnes) in [(-100.0, 1.0), (-240.0, 3.0)] {
            let shipped = Shipped {
                range: Range::exact(tonnes).unwrap(),
                unit: "t",
                skip_assumed: false,
                left_open: false,
            };
            sum.add(Paid { euros, each: Range::exact(euros / tonnes).unwrap() }, &shipped);
        }
        let price = sum.price("t").unwrap();
        assert_eq!(
            (price.value.range.low(), price.value.range.mid(), price.value.range.high()),
            (-100.0, -85.0, -80.0)
        );
        assert_eq!(price.stated, "payé 85 €/t (2 lignes du registre)");
        assert!(Sum::default().price("t").is_none());
    }
}
