//! Rows of rejected lines as files: text in its own encoding, or a workbook.

use super::sheet::Sheet;
use crate::IntakeError;
use crate::table::Dialect;
use crate::text::clip;
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::fs;
use std::path::Path;

/// What a cell of a workbook holds at most.
const MAX_CELL: usize = 32_000;

/// A text table with the separator and in the encoding of the one it came from.
pub(super) fn write_csv(sheet: &Sheet<'_>, path: &Path) -> Result<(), IntakeError> {
    let io = |error| IntakeError::io(&crate::error::shown(path), error);
    let dialect = sheet.dialect.unwrap_or(Dialect { encoding: UTF_8, separator: b';' });
    let mut writer = csv::WriterBuilder::new()
        .delimiter(dialect.separator)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in sheet.rows() {
        writer.write_record(&row).map_err(|error| io(error.into()))?;
    }
    let bytes = writer.into_inner().map_err(|error| io(error.into_error()))?;
    fs::write(path, encoded(&String::from_utf8_lossy(&bytes), dialect)).map_err(io)
}

/// The text in the file's own encoding; UTF-8 with its mark (spreadsheets ask for it) where that encoding lacks a character.
fn encoded(text: &str, dialect: Dialect) -> Vec<u8> {
    let units = |to_bytes: fn(u16) -> [u8; 2]| {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(to_bytes).collect::<Vec<u8>>()
    };
    if dialect.encoding == UTF_16LE {
        return units(u16::to_le_bytes);
    }
    if dialect.encoding == UTF_16BE {
        return units(u16::to_be_bytes);
    }
    let (bytes, _, unmappable) = dialect.encoding.encode(text);
    if dialect.encoding == UTF_8 || unmappable {
        return [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    }
    bytes.into_owned()
}

/// A workbook with the sheets of the one they came from.
pub(super) fn write_xlsx(sheets: &[Sheet<'_>], path: &Path) -> Result<(), IntakeError> {
    let io = |error: XlsxError| {
        IntakeError::io(&crate::error::shown(path), std::io::Error::other(error.to_string()))
    };
    let mut book = Workbook::new();
    for sheet in sheets {
        fill(book.add_worksheet(), sheet).map_err(io)?;
    }
    book.save(path).map_err(io)
}

fn fill(page: &mut Worksheet, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold();
    let reason = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    if !sheet.name.is_empty() {
        page.set_name(sheet.name)?;
    }
    page.set_freeze_panes(1, 0)?;
    page.set_column_width(0, 60)?;
    for (row, cells) in (0_u32..).zip(sheet.rows()) {
        for (column, cell) in (0_u16..).zip(&cells) {
            let text = clip(cell, MAX_CELL);
            match (row, column) {
                (0, _) => page.write_string_with_format(row, column, text, &heading)?,
                (_, 0) => page.write_string_with_format(row, column, text, &reason)?,
                _ => page.write_string(row, column, text)?,
            };
        }
    }
    Ok(())
}
