//! The empty workbook to fill in, as XLSX and as CSV files. Headings, comments and lists come from the same table of columns as the reader;
//! the example rows are known to the reader and left out.

mod examples;
mod sheets;

use crate::IntakeError;
use crate::error::shown;
use crate::workbook::HELP_SHEET;
use crate::workbook::columns::Kind;
use examples::{HELP, rows};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::fs;
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

/// The template bears no date of making: two downloads are the same file.
const MADE: (u16, u8, u8) = (2026, 1, 1);

/// Writes the workbook to fill in: an explanation and the four sheets, with comments on the headings, lists to choose from and two grey example
/// rows each.
pub fn write_template(out: &mut (impl Write + Seek + Send)) -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let (year, month, day) = MADE;
    let made = ExcelDateTime::from_ymd(year, month, day)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made).set_title("Classeur fe2i"));
    help(book.add_worksheet())?;
    for kind in Kind::ALL {
        sheets::fill(book.add_worksheet(), kind)?;
    }
    book.save_to_writer(out)
}

fn help(page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_name(HELP_SHEET)?;
    page.set_column_width(0, 110)?;
    let title = Format::new().set_bold().set_font_size(14);
    let text = Format::new().set_text_wrap();
    for (row, line) in (0_u32..).zip(HELP) {
        page.write_string_with_format(row, 0, *line, if row == 0 { &title } else { &text })?;
    }
    Ok(())
}

/// Writes the same four tables as CSV files (UTF-8 with its mark, semicolons) into a folder that exists. Gives the files written.
pub fn write_template_folder(dir: &Path) -> Result<Vec<PathBuf>, IntakeError> {
    let mut written = Vec::new();
    for kind in Kind::ALL {
        let path = dir.join(format!("{}.csv", crate::text::fold(kind.sheet())));
        fs::write(&path, csv_table(kind).map_err(|error| IntakeError::io(&shown(&path), error))?)
            .map_err(|error| IntakeError::io(&shown(&path), error))?;
        written.push(path);
    }
    Ok(written)
}

fn csv_table(kind: Kind) -> std::io::Result<Vec<u8>> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(kind.columns().iter().map(|column| column.fr))?;
    for row in rows(kind) {
        writer.write_record(*row)?;
    }
    let table = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok([b"\xEF\xBB\xBF".as_slice(), &table].concat())
}
