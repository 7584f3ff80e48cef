//! Tables out of files, whatever the program that wrote them: text with any usual separator and encoding (streamed, constant memory), and
//! XLSX, XLS, ODS workbooks. Gives headings and rows of text with the line they stand on.

mod biff;
mod cells;
mod decode;
mod delimited;
mod dialect;
mod excel;
mod guard;
mod ole;
mod open;
mod scan;

pub use dialect::Dialect;
pub(crate) use open::{Opened, open};

use crate::text::{fold, plain};
use crate::{IntakeError, Progress};
use model::{FileReport, Message, Reject};
use std::fmt;

/// A table with more columns than this is refused.
pub const MAX_COLUMNS: usize = 2_000;
/// How many filled lines may stand above the headings (titles, remarks).
pub const HEAD_LINES: usize = 40;
/// After so many rows, progress is told.
const TICK: usize = 10_000;

/// One line of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Line in the file or sheet, from 1.
    pub line: usize,
    /// Cells as text: dates as `2026-06-30`, numbers with a point and without grouping, what people typed as typed.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell of a column, trimmed; `None` when the column is absent or the cell empty.
    pub fn cell(&self, column: Option<usize>) -> Option<&str> {
        let text = self.cells.get(column?)?.trim();
        (!text.is_empty()).then_some(text)
    }

    /// True when no cell holds anything.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// True when something stands beyond the last of `columns` columns: a separator too many, most often.
    pub fn overflows(&self, columns: usize) -> bool {
        self.cells.iter().skip(columns).any(|cell| !cell.trim().is_empty())
    }
}

/// The rows that follow.
pub(crate) type Rows = Box<dyn Iterator<Item = Result<Row, IntakeError>>>;

/// A table whose heading line is not yet known.
pub(crate) struct Unheaded {
    pub path: String,
    pub sheet: String,
    pub dialect: Option<Dialect>,
    /// A sheet that its author hid.
    pub hidden: bool,
    /// The first filled lines.
    pub head: Vec<Row>,
    pub rest: Rows,
}

impl Unheaded {
    /// Takes the first lines off `rows`.
    pub(crate) fn new(
        path: &str,
        sheet: &str,
        dialect: Option<Dialect>,
        mut rows: Rows,
    ) -> Result<Self, IntakeError> {
        let head = rows.by_ref().take(HEAD_LINES).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { path: path.to_owned(), sheet: sheet.to_owned(), dialect, hidden: false, head, rest: rows })
    }

    /// The first of the leading lines that `accept` takes for headings.
    pub(crate) fn find(&self, accept: impl Fn(&[String]) -> bool) -> Option<usize> {
        self.head.iter().position(|row| accept(&headings_of(row)))
    }

    /// The line most like headings, as its place in the head: the first of nothing but words that fills most columns (a merged or an empty
    /// heading leaves a hole), else the first of the fullest. `None` when all lines are empty.
    pub(crate) fn guess(&self) -> Option<usize> {
        let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let most = self.head.iter().map(filled).max().filter(|most| *most > 0)?;
        let is_wide = |row: &Row| 5 * filled(row) >= 3 * most && filled(row) > 1;
        let of_words = |row: &Row| {
            row.cells.iter().all(|cell| !cell.contains(|c: char| c.is_ascii_digit()) || is_name(cell))
        };
        self.head
            .iter()
            .position(|row| is_wide(row) && of_words(row))
            .or_else(|| self.head.iter().position(|row| filled(row) == most))
    }

    /// The headings of that line; empty when all lines are.
    pub(crate) fn guessed_headings(&self) -> Vec<String> {
        self.guess().and_then(|ix| self.head.get(ix)).map(headings_of).unwrap_or_default()
    }

    /// The place in the head of a line of the file, from 1.
    pub(crate) fn place_of(&self, line: usize) -> Option<usize> {
        self.head.iter().position(|row| row.line == line)
    }

    /// The table whose headings stand on line `ix` of the head; what is above is left out.
    pub(crate) fn headed(mut self, ix: usize) -> Table {
        let below = self.head.split_off((ix + 1).min(self.head.len()));
        let heading = self.head.pop().unwrap_or_default();
        let above = self.head.iter().flat_map(|row| &row.cells).map(|cell| plain(cell));
        let titles = above.filter(|cell| !cell.is_empty()).collect();
        Table {
            path: self.path,
            sheet: self.sheet,
            dialect: self.dialect,
            headings: headings_of(&heading),
            heading_line: heading.line,
            titles,
            rows: Box::new(below.into_iter().map(Ok).chain(self.rest)),
        }
    }
}

/// True for a text with more letters than digits: « qté (m3) », « CO2 », never a date, an amount or a code.
fn is_name(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    letters > cell.chars().filter(char::is_ascii_digit).count()
        && !cell.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// A line as headings: one line of text each, empty columns at the end left out.
fn headings_of(row: &Row) -> Vec<String> {
    let mut headings: Vec<String> = row.cells.iter().map(|cell| plain(cell)).collect();
    let used = headings.iter().rposition(|heading| !heading.is_empty()).map_or(0, |last| last + 1);
    headings.truncate(used);
    headings
}

/// A table with headings, and its rows still to be read.
pub struct Table {
    /// The file, as given.
    pub path: String,
    /// Sheet of a workbook; empty for text files.
    pub sheet: String,
    /// Encoding and separator of a text file; `None` for a workbook.
    pub dialect: Option<Dialect>,
    /// Headings as read.
    pub headings: Vec<String>,
    /// Line of the headings, from 1.
    pub heading_line: usize,
    /// What stands above the headings, one text for each filled cell.
    pub titles: Vec<String>,
    rows: Rows,
}

impl Table {
    /// The column whose heading is one of `names`, case, accents and punctuation ignored; the first name that is found wins.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        let folded: Vec<String> = self.headings.iter().map(|heading| fold(heading)).collect();
        names.iter().find_map(|name| {
            let name = fold(name);
            folded.iter().position(|heading| *heading == name)
        })
    }

    /// An error when one of `names` heads two columns: which of them is meant cannot be known.
    pub fn refuse_double(&self, names: &[&str]) -> Result<(), IntakeError> {
        for name in names.iter().map(|name| fold(name)) {
            let mut same = self.headings.iter().filter(|heading| fold(heading) == name);
            if let (Some(heading), Some(_)) = (same.next(), same.next()) {
                return Err(IntakeError::DoubleHeading { place: self.place(), heading: heading.clone() });
            }
        }
        Ok(())
    }

    /// The rows, empty ones left out; a second call gives none. Progress is told every ten thousand and at the end. The table itself stays
    /// free, for [`Table::reject`] and [`Table::source`] on each row.
    pub fn rows<'a>(
        &mut self,
        progress: &'a mut dyn FnMut(Progress<'_>),
    ) -> impl Iterator<Item = Result<Row, IntakeError>> + use<'a> {
        let mut rows = std::mem::replace(&mut self.rows, Box::new(std::iter::empty()));
        let path = self.path.clone();
        let mut lines = 0;
        std::iter::from_fn(move || {
            let row = rows.by_ref().find(|row| !row.as_ref().is_ok_and(Row::is_blank));
            lines += usize::from(row.is_some());
            if row.is_none() || lines % TICK == 0 {
                progress(Progress { path: &path, lines });
            }
            row
        })
    }

    /// Every row changed, or left out.
    pub(crate) fn map_rows(&mut self, mut change: impl FnMut(Row) -> Option<Row> + 'static) {
        let rows = std::mem::replace(&mut self.rows, Box::new(std::iter::empty()));
        self.rows = Box::new(rows.filter_map(move |row| row.map(&mut change).transpose()));
    }

    /// A column more, with one value on every line.
    pub(crate) fn push_column(&mut self, heading: &str, value: &str) {
        let (width, value) = (self.headings.len(), value.to_owned());
        self.headings.push(heading.to_owned());
        self.map_rows(move |mut row| {
            // A line with more cells than headings is refused for that; an empty one stays empty.
            if row.cells.len() <= width && !row.is_blank() {
                row.cells.resize(width, String::new());
                row.cells.push(value.clone());
            }
            Some(row)
        });
    }

    /// File and sheet, for messages.
    pub fn place(&self) -> String {
        self.with_sheet(&self.path)
    }

    /// `folder/file:line` or `folder/file [sheet]:line`, for messages.
    pub fn at(&self, row: &Row) -> String {
        format!("{}:{}", self.place(), row.line)
    }

    /// `file:line` or `file [sheet]:line`, for evidence: folders of the machine that reads are nobody's business.
    pub fn source(&self, row: &Row) -> String {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        format!("{}:{}", self.with_sheet(name), row.line)
    }

    /// The sheet of a text table is its file, which has been named already.
    fn with_sheet(&self, path: &str) -> String {
        if self.sheet.is_empty() || self.dialect.is_some() {
            path.to_owned()
        } else {
            format!("{path} [{}]", self.sheet)
        }
    }

    /// True when a cell of a text table has swallowed whole lines: a quote that was opened and not closed.
    pub fn swallowed_lines(&self, row: &Row) -> bool {
        let Some(separator) = self.dialect.map(|dialect| char::from(dialect.separator)) else { return false };
        let wanted = self.headings.len().saturating_sub(1).max(1);
        let is_row = |line: &str| line.matches(separator).count() >= wanted;
        row.cells.iter().any(|cell| cell.split('\n').skip(1).any(is_row))
    }

    /// A report on this table, with nothing read yet.
    pub fn report(&self, format: &str) -> FileReport {
        FileReport {
            path: self.path.clone(),
            format: format.to_owned(),
            dialect: self.dialect.as_ref().map(ToString::to_string),
            headings: self.headings.clone(),
            ..FileReport::default()
        }
    }

    /// A row that goes back to the user: the column at fault (when one is) and why, with what would be right.
    pub fn reject(&self, row: &Row, column: Option<usize>, reason: Message) -> Reject {
        Reject {
            sheet: self.sheet.clone(),
            line: row.line,
            column: column.and_then(|ix| self.headings.get(ix)).cloned(),
            value: row.cell(column).map(ToOwned::to_owned),
            reason,
            cells: row.cells.clone(),
            kept: false,
        }
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("place", &self.place())
            .field("headings", &self.headings)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(lines: &[&str]) -> Option<usize> {
        let rows = lines.iter().enumerate().map(|(ix, line)| {
            Ok(Row { line: ix + 1, cells: line.split(';').map(ToOwned::to_owned).collect() })
        });
        let table = Unheaded::new("t", "", None, Box::new(rows.collect::<Vec<_>>().into_iter())).unwrap();
        table.guess().map(|ix| table.head[ix].line)
    }

    #[test]
    fn headings_with_a_hole_stand_above_fuller_data() {
        let below = "Palettes HS;12;t;Bennes du Val;broyage;15/01/2025";
        for headings in
            ["Désignation;qté (t ou m3);;enlevé par;Où ça part;date", "quoi;combien;unité;qui;où;quand"]
        {
            assert_eq!(
                guessed(&["Suivi 2025", "édité le 12/01/2026;;", headings, below, below]),
                Some(3),
                "{headings}"
            );
        }
    }

    #[test]
    fn without_a_line_of_words_the_fullest_is_taken() {
        assert_eq!(guessed(&["x", "2024;2025;2026", "1;2;3"]), Some(2));
        assert_eq!(guessed(&["", ""]), None);
        assert_eq!(guessed(&["liste", "quoi;tonnes CO2", "bois;3"]), Some(2));
    }
}
