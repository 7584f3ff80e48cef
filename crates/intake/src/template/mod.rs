//! The empty workbook to fill in, as XLSX and as CSV files. Headings, comments and lists come from the same table of columns as the reader;
//! the example rows are known to the reader and left out.

mod english;
mod examples;
mod sheets;

use crate::IntakeError;
use crate::error::shown;
use crate::workbook::HELP_SHEETS;
use crate::workbook::columns::{Column, Kind};
use english::Told;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::fs;
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

/// The template bears no date of making: two downloads are the same file.
const MADE: (u16, u8, u8) = (2026, 1, 1);

/// The language of a template.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TemplateLang {
    /// French.
    #[default]
    French,
    /// English.
    English,
}

impl TemplateLang {
    fn told(self, column: &Column) -> Told {
        match self {
            Self::French => Told { heading: column.fr, help: column.help, choices: column.choices },
            Self::English => english::told(column),
        }
    }

    fn sheet(self, kind: Kind) -> &'static str {
        match self {
            Self::French => kind.sheet(),
            Self::English => english::sheet(kind),
        }
    }

    fn rows(self, kind: Kind) -> &'static [&'static [&'static str]] {
        match self {
            Self::French => examples::rows(kind),
            Self::English => english::rows(kind),
        }
    }

    fn help(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::French => (HELP_SHEETS[0], examples::HELP),
            Self::English => (HELP_SHEETS[1], english::HELP),
        }
    }
}

/// Writes the workbook to fill in: an explanation and the four sheets, with comments on the headings, lists to choose from and two grey example
/// rows each.
pub fn write_template(out: &mut (impl Write + Seek + Send), lang: TemplateLang) -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let (year, month, day) = MADE;
    let made = ExcelDateTime::from_ymd(year, month, day)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made).set_title("fe2i"));
    help(book.add_worksheet(), lang)?;
    for kind in Kind::ALL {
        sheets::fill(book.add_worksheet(), kind, lang)?;
    }
    book.save_to_writer(out)
}

fn help(page: &mut Worksheet, lang: TemplateLang) -> Result<(), XlsxError> {
    let (name, lines) = lang.help();
    page.set_name(name)?;
    page.set_column_width(0, 110)?;
    let title = Format::new().set_bold().set_font_size(14);
    let text = Format::new().set_text_wrap();
    for (row, line) in (0_u32..).zip(lines) {
        page.write_string_with_format(row, 0, *line, if row == 0 { &title } else { &text })?;
    }
    Ok(())
}

/// Writes the same four tables as CSV files (UTF-8 with its mark, semicolons) into a folder that exists. Gives the files written.
pub fn write_template_folder(dir: &Path, lang: TemplateLang) -> Result<Vec<PathBuf>, IntakeError> {
    let mut written = Vec::new();
    for kind in Kind::ALL {
        let path = dir.join(format!("{}.csv", crate::text::fold(lang.sheet(kind))));
        fs::write(&path, csv_table(kind, lang).map_err(|error| IntakeError::io(&shown(&path), error))?)
            .map_err(|error| IntakeError::io(&shown(&path), error))?;
        written.push(path);
    }
    Ok(written)
}

fn csv_table(kind: Kind, lang: TemplateLang) -> std::io::Result<Vec<u8>> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(kind.columns().iter().map(|column| lang.told(column).heading))?;
    for row in lang.rows(kind) {
        writer.write_record(*row)?;
    }
    let table = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok([b"\xEF\xBB\xBF".as_slice(), &table].concat())
}
