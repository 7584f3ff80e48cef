//! A sheet with headings, filled line by line.

use crate::html::Page;
use rust_xlsxwriter::{Format, FormatAlign, Url, Workbook, Worksheet, XlsxError};
use units::Range;

/// A heading: message key, unit in brackets (empty for none), width in characters.
pub(super) type Heading<'h> = (&'h str, &'h str, f64);

/// Longest text a cell can hold.
const LONGEST: usize = 32_000;
/// Most lines of a sheet: well under what the format holds, and as much as people can still filter.
const MOST: u32 = 100_000;

/// What stands in a cell. An unknown number is an empty cell, never 0.
pub(super) enum Cell {
    /// A text.
    Text(String),
    /// A number; `None` is unknown.
    Number(Option<f64>),
    /// A link and the text shown.
    Link(String, String),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<f64>> for Cell {
    fn from(number: Option<f64>) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(Some(number as f64))
    }
}

/// P10, P50, P90 in three cells.
pub(super) fn points(range: Option<Range>) -> [Cell; 3] {
    [range.map(Range::low), range.map(Range::mid), range.map(Range::high)].map(Cell::Number)
}

/// Three headings for P10, P50, P90 of one figure.
pub(super) fn three<'h>(key: &'h str, unit: &'h str) -> [(String, &'h str, &'h str); 3] {
    ["P10", "P50", "P90"].map(|point| (point.to_owned(), key, unit))
}

/// A sheet being filled.
pub(super) struct Table<'b> {
    sheet: &'b mut Worksheet,
    columns: u16,
    row: u32,
    left_out: usize,
    number: Format,
    text: Format,
}

impl<'b> Table<'b> {
    /// A new sheet with its headings in the first row.
    pub(super) fn new(
        book: &'b mut Workbook,
        name: &str,
        headings: &[(String, f64)],
    ) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet().set_name(name)?;
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_background_color("DDE9E7")
            .set_align(FormatAlign::Top);
        let mut columns = 0;
        for (title, width) in headings {
            sheet.write_string_with_format(0, columns, title, &head)?;
            sheet.set_column_width(columns, *width)?;
            columns += 1;
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        let number = Format::new().set_num_format("#,##0.##").set_align(FormatAlign::Top);
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Ok(Self { sheet, columns, row: 1, left_out: 0, number, text })
    }

    /// One more line; counted only, when the sheet is full.
    pub(super) fn line(&mut self, cells: impl IntoIterator<Item = Cell>) -> Result<(), XlsxError> {
        if self.row > MOST {
            self.left_out += 1;
            return Ok(());
        }
        for (column, cell) in (0..self.columns).zip(cells) {
            self.cell(column, cell)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Texts are always written as texts: a name that begins with `=` is no formula.
    fn cell(&mut self, column: u16, cell: Cell) -> Result<(), XlsxError> {
        match cell {
            Cell::Text(text) if text.is_empty() => {}
            Cell::Text(text) => {
                let text: String = text.chars().take(LONGEST).collect();
                self.sheet.write_string_with_format(self.row, column, text, &self.text)?;
            }
            Cell::Number(None) => {}
            Cell::Number(Some(number)) => {
                self.sheet.write_number_with_format(self.row, column, number, &self.number)?;
            }
            Cell::Link(target, text) => {
                self.sheet.write_url(self.row, column, Url::new(target).set_text(text))?;
            }
        }
        Ok(())
    }

    /// How many lines found no room.
    pub(super) fn left_out(&self) -> usize {
        self.left_out
    }

    /// Filter over all that was written.
    pub(super) fn finish(self, page: &Page<'_>) -> Result<(), XlsxError> {
        let note = page.words.say("sheet-left-out", &[("count", self.left_out.into())]);
        self.finish_with(note)
    }

    /// The same; the note stands under the lines when some were left out.
    pub(super) fn finish_with(mut self, note: String) -> Result<(), XlsxError> {
        self.sheet.autofilter(0, 0, self.row.saturating_sub(1).max(1), self.columns.saturating_sub(1))?;
        if self.left_out > 0 { self.cell(0, Cell::Text(note)) } else { Ok(()) }
    }
}

/// A heading with its unit: « tonnes (t/an) ».
pub(super) fn heading(page: &Page<'_>, (key, unit, width): Heading<'_>) -> (String, f64) {
    (titled(page, "", key, unit), width)
}

/// « P10 tonnes (t/an) ».
pub(super) fn pointed(page: &Page<'_>, (point, key, unit): &(String, &str, &str)) -> (String, f64) {
    (titled(page, point, key, unit), 13.0)
}

fn titled(page: &Page<'_>, point: &str, key: &str, unit: &str) -> String {
    let unit = unit
        .parse()
        .map_or_else(|_| String::new(), |unit| format!(" ({})", wording::unit(page.words.lang, &unit)));
    let point = if point.is_empty() { String::new() } else { format!("{point} ") };
    format!("{point}{}{unit}", page.t(key))
}
