//! Registers with a column a month (« janvier … décembre », « 01/2025 », « janv-25 ») or a quarter (« T1 … T4 ») instead of a line a shipment.
//!
//! Each filled month (or quarter) of a line becomes a line of its own, with three columns more: the first day of the month, the amount and the month's share
//! of the line, by which a cost of the year is divided. The year of months without one is that of the title; the column of totals is left out. What goes back is the user's line, once.

use super::headings::unit;
use super::lines::{Marks, left_out};
use super::mapping::{Mapping, Meaning};
use super::month_headings::{Stretch, is_total, stretch};
use super::price::SHARE;
use super::titles::year_said;
use super::understand::understand;
use crate::fold;
use crate::table::{Row, Table};
use crate::value::number;
use chrono::{Datelike, NaiveDate};
use model::{Batch, Finding, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// With fewer columns of months it is another table.
const FEWEST: usize = 6;
/// … and with fewer columns of quarters.
const FEWEST_QUARTERS: usize = 2;
/// The first two columns that are added; the third is [`SHARE`].
const DATE: &str = "Date";
const AMOUNT: &str = "Quantité";

/// The columns of a table that are months.
#[derive(Debug)]
pub(super) struct Monthly {
    /// Column, year and month (1 to 12); of a quarter the month it is counted in.
    months: Vec<(usize, i32, u32)>,
    /// How many months a column stands for: 1 or 3.
    length: u32,
    totals: Vec<usize>,
    /// The headings as they were.
    headings: Vec<String>,
    unit: Option<&'static str>,
    /// The year nobody said.
    assumed: Option<i32>,
    /// For each line of the user, how many months were filled.
    filled: BTreeMap<usize, usize>,
    /// Lines on which no month is filled.
    empty: usize,
}

/// True for the headings of such a register.
pub(super) fn recognise(headings: &[String]) -> bool {
    let mut others: Vec<String> =
        headings.iter().filter(|heading| stretch(heading).is_none() && !is_total(heading)).cloned().collect();
    others.extend([DATE, AMOUNT].map(ToOwned::to_owned));
    !stretches(headings).is_empty() && understand(&others, &[]).is_register()
}

/// The columns of months; beside them quarters are totals. Else those of quarters; none when there are too few.
fn stretches(headings: &[String]) -> Vec<(usize, Stretch)> {
    let found: Vec<_> =
        headings.iter().enumerate().filter_map(|(ix, heading)| Some((ix, stretch(heading)?))).collect();
    for (length, fewest) in [(1, FEWEST), (3, FEWEST_QUARTERS)] {
        let alike: Vec<_> = found.iter().filter(|(_, stretch)| stretch.length == length).copied().collect();
        if alike.len() >= fewest {
            return alike;
        }
    }
    Vec::new()
}

/// The month a column is counted in: its own, or the first of its quarter. The last quarter of a year whose first is there stands for the
/// rest of the year, so that four quarters are seen as a whole one.
fn counted_in(stretch: Stretch, all: &[(usize, Stretch)]) -> u32 {
    let begins = all.iter().any(|(_, other)| other.year == stretch.year && other.month == 1);
    if stretch.length == 3 && stretch.month == 10 && begins { 12 } else { stretch.month }
}

impl Monthly {
    /// Spreads the lines over their months; `None`, with the rows as they were, when the table is another.
    pub(super) fn spread(table: &mut Table, rows: Vec<Row>, today: NaiveDate) -> (Option<Self>, Vec<Row>) {
        if !recognise(&table.headings) {
            return (None, rows);
        }
        let mut monthly = Self::new(table, today);
        let marks = monthly.marks();
        let rows = rows.into_iter().flat_map(|row| monthly.lines(row, marks)).collect();
        table.headings = monthly.mapping(None).columns.into_iter().map(|column| column.heading).collect();
        (Some(monthly), rows)
    }

    fn new(table: &Table, today: NaiveDate) -> Self {
        let headings = table.headings.clone();
        let found = stretches(&headings);
        let titled = year_said(&table.titles);
        let last = found.iter().map(|(_, stretch)| stretch.month + stretch.length - 1).max().unwrap_or(12);
        let latest = today.year() - i32::from(last > today.month());
        let unsaid = found.iter().any(|(_, stretch)| stretch.year.is_none()) && titled.is_none();
        let year = titled.unwrap_or(latest);
        let length = found.first().map_or(1, |(_, stretch)| stretch.length);
        let month = |(ix, of): &(usize, Stretch)| (*ix, of.year.unwrap_or(year), counted_in(*of, &found));
        let months: Vec<_> = found.iter().map(month).collect();
        let sums = |ix: &usize| {
            is_total(&headings[*ix]) || stretch(&headings[*ix]).is_some_and(|of| of.length != length)
        };
        let totals: Vec<usize> = (0..headings.len()).filter(sums).collect();
        let said = months.iter().map(|(ix, ..)| *ix).chain(totals.iter().copied());
        let unit = said.map(|ix| &headings[ix]).chain(&table.titles).find_map(|text| unit(text));
        let assumed = unsaid.then_some(year);
        Self { months, length, totals, headings, unit, assumed, filled: BTreeMap::new(), empty: 0 }
    }

    /// The mapping of the table with its three columns more; what a person said of the others holds.
    pub(super) fn mapping(&self, told: Option<&Mapping>) -> Mapping {
        let amount = self.unit.map_or_else(|| AMOUNT.to_owned(), |unit| format!("{AMOUNT} ({unit})"));
        let headings: Vec<String> =
            self.headings.iter().cloned().chain([DATE.to_owned(), amount, SHARE.to_owned()]).collect();
        let mut mapping = understand(&headings, &[]);
        let width = self.headings.len();
        for (ix, column) in mapping.columns.iter_mut().enumerate() {
            let spread = self.totals.contains(&ix) || self.months.iter().any(|(month, ..)| *month == ix);
            if ix >= width {
                let added = [Meaning::Date, Meaning::Quantity, Meaning::Ignored];
                (column.meaning, column.confidence) = (added.get(ix - width).copied(), 1.0);
            } else if spread || [Some(Meaning::Date), Some(Meaning::Quantity)].contains(&column.meaning) {
                (column.meaning, column.confidence) = (Some(Meaning::Ignored), 1.0);
            } else if let Some(said) = told.and_then(|told| told.columns.get(ix)) {
                *column = said.clone();
            }
        }
        mapping
    }

    /// How many months an amount of the table stands for.
    pub(super) fn length(&self) -> u32 {
        self.length
    }

    /// The columns that tell a line from a title or a total.
    fn marks(&self) -> Marks {
        let mapping = self.mapping(None);
        let at = |meaning| mapping.columns.iter().position(|column| column.meaning == Some(meaning));
        Marks { date: None, wording: at(Meaning::Wording), code: at(Meaning::Code) }
    }

    /// The months of a line; a title or a total stays as it is.
    fn lines(&mut self, row: Row, marks: Marks) -> Vec<Row> {
        if row.overflows(self.headings.len()) || left_out(&row, marks, &self.headings).is_some() {
            return vec![row];
        }
        let mut filled: Vec<Row> =
            self.months.iter().filter_map(|month| self.of_month(&row, *month)).collect();
        share_out(&mut filled);
        self.empty += usize::from(filled.is_empty());
        self.filled.insert(row.line, filled.len());
        filled
    }

    fn of_month(&self, row: &Row, (column, year, month): (usize, i32, u32)) -> Option<Row> {
        let cell = row.cell(Some(column)).filter(|cell| !is_nothing(cell))?.to_owned();
        let mut cells = row.cells.clone();
        cells.resize(self.headings.len(), String::new());
        cells.extend([format!("{year:04}-{month:02}-01"), cell]);
        Some(Row { line: row.line, cells })
    }

    /// The user's own lines in the report again: each once, with the heading of the month at fault.
    pub(super) fn settle(self, batch: &mut Batch) {
        let width = self.headings.len();
        let report = &mut batch.report;
        let mut refused: BTreeMap<usize, usize> = BTreeMap::new();
        for reject in &mut report.rejects {
            let added =
                reject.column.as_deref().is_some_and(|column| column.starts_with(AMOUNT) || column == DATE);
            let day = reject.cells.get(width).cloned().unwrap_or_default();
            if let Some((ix, ..)) =
                self.months.iter().find(|(_, y, m)| day == format!("{y:04}-{m:02}-01")).filter(|_| added)
            {
                reject.column = self.headings.get(*ix).cloned();
            }
            reject.cells.truncate(width);
            *refused.entry(reject.line).or_default() += usize::from(!reject.kept);
        }
        let mut told = BTreeSet::new();
        let whole = |line: usize| refused.get(&line) == self.filled.get(&line);
        report.rejects.retain(|reject| told.insert((reject.line, reject.reason.key.clone())));
        for reject in &mut report.rejects {
            reject.kept = reject.kept || !whole(reject.line);
        }
        report.records = self.filled.iter().filter(|(line, months)| **months > 0 && !whole(**line)).count();
        report.headings = self.headings;
        if self.empty > 0 {
            report.skipped.push(("skip-no-month".to_owned(), self.empty));
        }
        // What holds for a line was said once for each of its months.
        let mut said: Vec<Finding> = Vec::new();
        batch.findings.retain(|finding| {
            let new = !said.contains(finding);
            said.extend(new.then(|| finding.clone()));
            new
        });
        if let Some(year) = self.assumed {
            let finding = Finding::new(Severity::Warning, "intake-register-year-assumed", &report.path);
            batch.findings.push(finding.with("year", year));
        }
    }
}

/// Gives each month of a line its share of it, by the amounts (the last cells) when all are plain numbers, else in equal parts.
fn share_out(months: &mut [Row]) {
    let amount = |row: &Row| row.cells.last().and_then(|cell| number(cell)).filter(|amount| *amount > 0.0);
    let amounts: Option<Vec<f64>> = months.iter().map(amount).collect();
    let amounts = amounts.unwrap_or_else(|| vec![1.0; months.len()]);
    let total: f64 = amounts.iter().sum();
    for (row, amount) in months.iter_mut().zip(amounts) {
        row.cells.push((amount / total).to_string());
    }
}

/// « 0 », « - », « néant »: nothing left in that month.
fn is_nothing(cell: &str) -> bool {
    let folded = fold(cell);
    folded.is_empty() || ["neant", "rien", "ras"].contains(&folded.as_str()) || number(cell) == Some(0.0)
}
