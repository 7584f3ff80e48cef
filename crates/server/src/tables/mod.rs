//! The tables that pages show, as files: what a person may see of them, nothing else, all rows.

mod rows;

pub(crate) use rows::table;

use crate::problem::{Answer, Problem};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// Nothing is known.
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Table {
    /// Above the columns.
    pub(crate) headings: Vec<String>,
    /// As many cells as headings each.
    pub(crate) rows: Vec<Vec<Cell>>,
}

impl Table {
    /// As text: `;`, UTF-8 with its mark, as spreadsheets take it; numbers as the language writes them.
    pub(crate) fn csv(&self, comma: bool) -> Answer<Vec<u8>> {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(b"\xEF\xBB\xBF".to_vec());
        let fault = |error: csv::Error| Problem::internal(&error);
        writer.write_record(&self.headings).map_err(fault)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|cell| written(cell, comma))).map_err(fault)?;
        }
        writer.into_inner().map_err(|error| Problem::internal(&error))
    }

    /// As a workbook.
    pub(crate) fn xlsx(&self) -> Answer<Vec<u8>> {
        book(&[("", self)])
    }

    fn fill(&self, page: &mut Worksheet) -> Result<(), XlsxError> {
        page.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        for (column, heading) in (0_u16..).zip(&self.headings) {
            page.write_string_with_format(0, column, heading, &bold)?;
        }
        for (line, row) in (1_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => {
                        page.write_string(line, column, text.chars().take(32_000).collect::<String>())?;
                    }
                    Cell::Number(number) => {
                        page.write_number(line, column, *number)?;
                    }
                }
            }
        }
        page.autofit();
        Ok(())
    }
}

/// Tables as the sheets of one workbook; an empty name leaves the spreadsheet's own.
pub(crate) fn book(sheets: &[(&str, &Table)]) -> Answer<Vec<u8>> {
    let mut book = Workbook::new();
    let mut filled = || -> Result<Vec<u8>, XlsxError> {
        for (name, table) in sheets {
            let page = book.add_worksheet();
            if !name.is_empty() {
                page.set_name(*name)?;
            }
            table.fill(page)?;
        }
        book.save_to_buffer()
    };
    filled().map_err(|error| Problem::internal(&error))
}

/// A cell as text. One that a spreadsheet would run as a formula is not let to: people write the words that are in it.
fn written(cell: &Cell, comma: bool) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t']) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) if comma => digits(*number).replace('.', ","),
        Cell::Number(number) => digits(*number),
    }
}

/// Nine digits, enough for a place: what is beyond them is a machine's rounding.
fn digits(number: f64) -> String {
    format!("{number:.8e}").parse::<f64>().unwrap_or(number).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_not_run_and_numbers_are_written_as_people_do() {
        let row = vec![
            Cell::from("=HYPERLINK(1)".to_owned()),
            Cell::from(1_234.500_000_000_001),
            Cell::from(None::<f64>),
        ];
        let table = Table { headings: vec!["a".into(), "b".into(), "c".into()], rows: vec![row] };
        let text = String::from_utf8(table.csv(true).unwrap()).unwrap();
        assert_eq!(text, "\u{feff}a;b;c\r\n'=HYPERLINK(1);1234,5;\r\n");
        assert!(table.xlsx().unwrap().starts_with(b"PK"));
    }
}
