//! Lines that were given back and corrected take the place of those that were refused, when both files are read together: nothing is warned
//! of, refused or counted twice.
//!
//! A given-back table has the columns of [`crate::rejects`] in front; its other columns are the user's, in their order. A line of it belongs
//! to the line of that number, of a table of that sheet, with which it has most of the other cells in common.

use crate::rejects::is_own_column;
use crate::table::{Opened, Row, Table, Unheaded, open};
use crate::text::{fold, plain};
use model::Batch;
use std::cell::Cell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

/// What is given back is small; larger files are not opened twice.
const LARGEST: u64 = 5_000_000;
/// Of the cells that were not at fault, this share is unchanged in a line that was corrected.
const ALIKE: f64 = 0.6;
/// Reason, line, column.
const OWN: usize = 3;

/// All lines that are given again among the files read together.
#[derive(Default)]
pub(crate) struct Corrections(Vec<Given>);

/// One table of lines given again.
struct Given {
    path: String,
    /// The sheet it came from; `None` for a text table, which has none.
    sheet: Option<String>,
    headings: Vec<String>,
    lines: HashMap<usize, Vec<Line>>,
}

/// One line given again.
struct Line {
    /// Where it stands in its own table.
    own: usize,
    reason: String,
    columns: String,
    cells: Vec<String>,
    used: Cell<bool>,
}

impl Corrections {
    /// Looks for given-back tables; what cannot be opened is told by who reads it.
    pub(crate) fn among<'p>(files: impl Iterator<Item = &'p Path>) -> Rc<Self> {
        let small = |file: &&Path| file.metadata().is_ok_and(|data| data.len() <= LARGEST);
        let opened = files.filter(small).filter_map(|file| open(file).ok());
        let tables = opened.flat_map(|opened| match opened {
            Opened::Tables(tables) => tables,
            Opened::Json(_) => Vec::new(),
        });
        Rc::new(Self(tables.filter_map(Given::new).collect()))
    }

    /// True for a file that holds such a table: it is read last.
    pub(crate) fn is_in(&self, path: &str) -> bool {
        self.0.iter().any(|given| given.path == path)
    }

    /// Puts the corrected lines in their places; of a given-back table, leaves out those that found theirs.
    pub(crate) fn apply(self: &Rc<Self>, table: &mut Table) {
        if self.0.is_empty() {
            return;
        }
        let sheet = table.dialect.is_none().then(|| table.sheet.clone());
        let own = self.0.iter().position(|given| given.path == table.path && given.sheet == sheet);
        let all = Rc::clone(self);
        match own {
            Some(own) => table.map_rows(move |row| (!all.0[own].is_used(row.line)).then_some(row)),
            None => table.map_rows(move |row| Some(all.corrected(row, sheet.as_ref()))),
        }
    }

    fn corrected(&self, row: Row, sheet: Option<&String>) -> Row {
        let of_sheet = self.0.iter().filter(|given| given.sheet.as_ref() == sheet);
        of_sheet.fold(row, |row, given| given.corrected(row))
    }

    /// Accounts for the lines that found their places.
    pub(crate) fn tell<'b>(&self, batches: impl Iterator<Item = &'b mut Batch>) {
        let mut batches: Vec<&mut Batch> = batches.collect();
        for given in &self.0 {
            let used = given.lines.values().flatten().filter(|line| line.used.get()).count();
            let of_it = |batch: &&mut Batch| {
                given.path == batch.report.path || given.path.starts_with(&format!("{}/", batch.report.path))
            };
            if let Some(batch) = batches.iter_mut().rfind(|batch| of_it(batch)).filter(|_| used > 0) {
                batch.report.skipped.push(("skip-corrected".to_owned(), used));
            }
        }
    }
}

impl Given {
    /// The table, when its first line has our columns in front.
    fn new(table: Unheaded) -> Option<Self> {
        let first = table.head.first()?;
        let ours = first.cells.get(..OWN)?.iter().all(|cell| is_own_column(cell));
        if !ours {
            return None;
        }
        let sheet = table.dialect.is_none().then(|| table.sheet.clone());
        let headings = first.cells[OWN..].iter().map(|cell| plain(cell)).collect();
        let mut lines: HashMap<usize, Vec<Line>> = HashMap::new();
        for row in table.head.into_iter().skip(1).map(Ok).chain(table.rest).map_while(Result::ok) {
            if let Some((line, given)) = Line::new(&row) {
                lines.entry(line).or_default().push(given);
            }
        }
        Some(Self { path: table.path, sheet, headings, lines })
    }

    fn is_used(&self, own: usize) -> bool {
        self.lines.values().flatten().any(|line| line.own == own && line.used.get())
    }

    fn corrected(&self, row: Row) -> Row {
        let Some(lines) = self.lines.get(&row.line) else { return row };
        let Some(line) = lines.iter().find(|line| !line.used.get() && line.is_of(&row, &self.headings))
        else {
            return row;
        };
        line.used.set(true);
        if line.is_stale(&row, &self.headings) { row } else { Row { cells: line.cells.clone(), ..row } }
    }
}

impl Line {
    fn new(row: &Row) -> Option<(usize, Self)> {
        let line = row.cell(Some(1))?.parse().ok()?;
        let own = |ix| row.cell(Some(ix)).unwrap_or_default().to_owned();
        let (reason, columns) = (own(0), own(2));
        let given = Self {
            own: row.line,
            reason,
            columns,
            cells: row.cells.get(OWN..)?.to_vec(),
            used: Cell::new(false),
        };
        Some((line, given))
    }

    /// Pairs of cells of a row and of this line, with whether that column was at fault.
    fn pairs<'l>(
        &'l self,
        row: &'l Row,
        headings: &'l [String],
    ) -> impl Iterator<Item = (&'l str, &'l str, bool)> {
        let width = row.cells.len().max(self.cells.len());
        (0..width).map(move |ix| {
            let cell = |cells: &'l [String]| cells.get(ix).map_or("", |cell| cell.trim());
            let heading = headings.get(ix).map_or("", String::as_str);
            let at_fault = !heading.is_empty() && self.columns.split(", ").any(|column| column == heading);
            (cell(&row.cells), cell(&self.cells), at_fault)
        })
    }

    /// True when most of what was not at fault is the same.
    fn is_of(&self, row: &Row, headings: &[String]) -> bool {
        let pairs: Vec<_> = self.pairs(row, headings).collect();
        let sound = pairs.iter().filter(|(a, b, at_fault)| !(*at_fault || a.is_empty() && b.is_empty()));
        let (mut all, mut same) = (0_u32, 0_u32);
        for (a, b, _) in sound {
            all += 1;
            same += u32::from(a == b);
        }
        same > 0 && f64::from(same) >= ALIKE * f64::from(all)
    }

    /// True when the first file was corrected and this line was not: it still holds the value that its reason quotes.
    fn is_stale(&self, row: &Row, headings: &[String]) -> bool {
        let said: Vec<String> = quoted(&self.reason).map(fold).collect();
        let is_said = |value: &str| !value.is_empty() && said.contains(&fold(value));
        let mut faults = self.pairs(row, headings).filter(|(a, b, at_fault)| *at_fault && a != b);
        faults.any(|(theirs, ours, _)| is_said(ours) && !is_said(theirs))
    }
}

/// What stands between quotation marks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split(['«', '“']).skip(1).filter_map(|rest| rest.split(['»', '”']).next())
}
