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

/// Points a line of text is high, and most lines shown of a cell.
const LINE: f64 = 15.0;
const MOST_LINES: f64 = 12.0;
/// Characters that can still be read across a printed page.
const READABLE: f64 = 210.0;

/// Printed pages side by side, so that what is printed can be read.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of pages")]
fn pages_across(widths: &[f64]) -> u16 {
    (widths.iter().sum::<f64>() / READABLE).ceil().clamp(1.0, 5.0) as u16
}

/// Lines a text takes in a column: office suites do not all find the height of a wrapped row by themselves.
fn lines_in(text: &str, width: f64) -> f64 {
    text.lines()
        .map(|line| (line.chars().count() as f64 / width.max(1.0)).ceil().max(1.0))
        .sum::<f64>()
        .max(1.0)
}

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
    widths: Vec<f64>,
    whole: Format,
    fraction: Format,
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
        let widths: Vec<f64> = headings.iter().map(|(_, width)| *width).collect();
        sheet.set_landscape().set_print_fit_to_pages(pages_across(&widths), 0).set_repeat_rows(0, 0)?;
        let number = |format: &str| Format::new().set_num_format(format).set_align(FormatAlign::Top);
        let (whole, fraction) = (number("#,##0"), number("0.0#"));
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Ok(Self { sheet, columns, row: 1, left_out: 0, widths, whole, fraction, text })
    }

    /// One more line; counted only, when the sheet is full.
    pub(super) fn line(&mut self, cells: impl IntoIterator<Item = Cell>) -> Result<(), XlsxError> {
        if self.row > MOST {
            self.left_out += 1;
            return Ok(());
        }
        let mut lines = 1.0_f64;
        for (column, cell) in (0..self.columns).zip(cells) {
            if let Cell::Text(text) = &cell {
                lines = lines.max(lines_in(text, self.widths[usize::from(column)]));
            }
            self.cell(column, cell)?;
        }
        if lines > 1.0 {
            self.sheet.set_row_height(self.row, LINE * lines.min(MOST_LINES))?;
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
                let whole = number.fract() == 0.0 || number.abs() >= 100.0;
                let format = if whole { &self.whole } else { &self.fraction };
                self.sheet.write_number_with_format(self.row, column, number, format)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_takes_several_lines_and_a_wide_sheet_several_pages() {
        for (text, lines) in [("", 1.0), ("dix lettre", 1.0), ("xxxxxxxxxxxxxxxxxxxxxxxxx", 3.0)] {
            assert!((lines_in(text, 10.0) - lines).abs() < f64::EPSILON, "{text}");
        }
        assert_eq!((pages_across(&[50.0, 60.0]), pages_across(&[80.0; 8])), (1, 4));
    }
}
