//! Looking into a workbook before a parser unpacks it: zip bombs, repeated cells, dimensions that would fill the memory.

use crate::IntakeError;
use model::Message;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::fs::File;
use std::io::{BufReader, Read, Seek};
use zip::ZipArchive;

/// The parts of a workbook may not take more than this once unpacked.
pub const MAX_UNPACKED: u64 = 400 * 1024 * 1024;
/// Nor be more than this many.
pub const MAX_PARTS: usize = 5_000;
/// Cells of a workbook, empty ones between filled ones included.
pub const MAX_CELLS: usize = 10_000_000;

/// What a zip holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Package {
    /// Office Open XML workbook.
    Xlsx,
    /// OpenDocument spreadsheet.
    Ods,
}

/// Checks the sizes of a zip, as declared and as they are, and says which workbook it is.
pub(super) fn check_zip(path: &str, file: &mut File) -> Result<Package, IntakeError> {
    let damaged = |what: String| IntakeError::Damaged { path: path.to_owned(), what };
    let mut archive = ZipArchive::new(BufReader::new(&mut *file)).map_err(|e| damaged(e.to_string()))?;
    if archive.len() > MAX_PARTS {
        return Err(bomb(path, Message::new("large-parts").with("parts", archive.len())));
    }
    let mut total = 0_u64;
    for ix in 0..archive.len() {
        let part = archive.by_index_raw(ix).map_err(|e| damaged(e.to_string()))?;
        if part.encrypted() {
            return Err(IntakeError::Encrypted { path: path.to_owned() });
        }
        total = total.saturating_add(part.size());
    }
    if total > MAX_UNPACKED {
        return Err(bomb(path, Message::new("limit-megabytes").with("most", total / (1024 * 1024))));
    }
    unpack(path, &mut archive)?;
    let package = kind(path, &mut archive)?;
    drop(archive);
    file.rewind().map_err(|error| IntakeError::io(path, error))?;
    Ok(package)
}

/// Unpacks everything into nothing: declared sizes can lie.
fn unpack<R: Read + Seek>(path: &str, archive: &mut ZipArchive<R>) -> Result<(), IntakeError> {
    let damaged = |what: String| IntakeError::Damaged { path: path.to_owned(), what };
    let mut left = MAX_UNPACKED;
    for ix in 0..archive.len() {
        let part = archive.by_index(ix).map_err(|e| damaged(e.to_string()))?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink())
            .map_err(|e| damaged(e.to_string()))?;
        left = left.checked_sub(read).ok_or_else(|| {
            bomb(
                path,
                Message::new("limit-megabytes").with("most", format!("> {}", MAX_UNPACKED / (1024 * 1024))),
            )
        })?;
    }
    Ok(())
}

fn kind<R: Read + Seek>(path: &str, archive: &mut ZipArchive<R>) -> Result<Package, IntakeError> {
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_lowercase()).collect();
    let has = |name: &str| names.iter().any(|known| known.replace('\\', "/") == name);
    let other = |found: &str| IntakeError::NotATable { path: path.to_owned(), found: Message::new(found) };
    if has("xl/workbook.bin") {
        Err(other("found-xlsb"))
    } else if has("xl/workbook.xml") {
        Ok(Package::Xlsx)
    } else if has("word/document.xml") {
        Err(other("found-word"))
    } else if has("ppt/presentation.xml") {
        Err(other("found-slides"))
    } else if has("content.xml") {
        check_ods(path, archive)?;
        Ok(Package::Ods)
    } else {
        Err(other("found-zip"))
    }
}

fn bomb(path: &str, what: Message) -> IntakeError {
    IntakeError::TooLarge {
        path: path.to_owned(),
        what: Box::new(Message::new("large-unpacked").saying("what", what)),
        limit: Box::new(
            Message::new("limit-zip").with("most", MAX_UNPACKED / (1024 * 1024)).with("parts", MAX_PARTS),
        ),
        advice: Box::new(Message::new("advice-csv")),
    }
}

/// The refusal of a workbook with too many cells.
pub(super) fn too_many_cells(path: &str) -> IntakeError {
    IntakeError::TooLarge {
        path: path.to_owned(),
        what: Box::new(Message::new("large-cells")),
        limit: Box::new(Message::new("limit-cells").with("most", MAX_CELLS / 1_000_000)),
        advice: Box::new(Message::new("advice-csv")),
    }
}

/// An OpenDocument file says « this cell 16 000 times, this row a million times » in a few bytes; the parser would write them out.
fn check_ods<R: Read + Seek>(path: &str, archive: &mut ZipArchive<R>) -> Result<(), IntakeError> {
    let damaged = |what: String| IntakeError::Damaged { path: path.to_owned(), what };
    let part = archive.by_name("content.xml").map_err(|e| damaged(e.to_string()))?;
    let mut xml = Reader::from_reader(BufReader::new(part));
    let mut count = Expansion::default();
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer).map_err(|e| damaged(e.to_string()))? {
            Event::Eof => return Ok(()),
            Event::Start(tag) => count.start(&tag),
            Event::Empty(tag) => {
                count.start(&tag);
                count.end(tag.local_name().as_ref());
            }
            Event::End(tag) => count.end(tag.local_name().as_ref()),
            Event::Text(_) | Event::CData(_) => count.filled = true,
            _ => {}
        }
        if count.cells() > MAX_CELLS {
            return Err(too_many_cells(path));
        }
        buffer.clear();
    }
}

/// How many cells an OpenDocument table becomes once its repetitions are written out.
#[derive(Default)]
struct Expansion {
    /// Cells of finished tables.
    before: usize,
    /// Rows up to the last filled one, and those empty since.
    rows: usize,
    empty_rows: usize,
    row_repeat: usize,
    /// Widest row.
    width: usize,
    /// Cells of this row up to the last filled one, and those empty since.
    row: usize,
    empty: usize,
    repeat: usize,
    filled: bool,
}

impl Expansion {
    fn cells(&self) -> usize {
        self.before.saturating_add(self.rows.saturating_mul(self.width.max(self.row)))
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "table-row" => {
                self.row_repeat = repeated(tag, "number-rows-repeated");
                (self.row, self.empty) = (0, 0);
            }
            "table-cell" | "covered-table-cell" => {
                self.repeat = repeated(tag, "number-columns-repeated");
                self.filled = tag.attributes().with_checks(false).flatten().any(|attribute| {
                    let name = attribute.key.local_name();
                    name.as_ref() == "value-type" || name.as_ref() == "formula"
                });
            }
            _ => self.filled = true,
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table-cell" | "covered-table-cell" if self.filled => {
                self.row = self.row.saturating_add(self.empty).saturating_add(self.repeat);
                self.empty = 0;
            }
            "table-cell" | "covered-table-cell" => self.empty = self.empty.saturating_add(self.repeat),
            "table-row" if self.row > 0 => {
                self.rows = self.rows.saturating_add(self.empty_rows).saturating_add(self.row_repeat);
                self.empty_rows = 0;
                self.width = self.width.max(self.row);
            }
            "table-row" => self.empty_rows = self.empty_rows.saturating_add(self.row_repeat),
            "table" => *self = Self { before: self.cells(), ..Self::default() },
            _ => {}
        }
    }
}

fn repeated(tag: &BytesStart<'_>, name: &str) -> usize {
    let value = tag
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name);
    value.and_then(|attribute| attribute.value.parse().ok()).unwrap_or(1)
}
