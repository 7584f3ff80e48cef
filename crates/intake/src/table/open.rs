//! What a file is, by its first bytes.

use super::{Unheaded, delimited, excel};
use crate::IntakeError;
use crate::error::shown;
use model::Message;
use serde_json::Value;
use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

/// A workbook or JSON file larger than this is refused; text tables have no limit, they are streamed.
pub(super) const MAX_FILE: u64 = 200 * 1024 * 1024;

/// A file that can be read.
pub(crate) enum Opened {
    /// A text table, or the filled sheets of a workbook.
    Tables(Vec<Unheaded>),
    /// A JSON document.
    Json(Value),
}

/// The beginnings of files that are never tables, and what they are.
const NEVER: &[(&[u8], &str)] = &[
    (b"%PDF", "found-pdf"),
    (b"\x89PNG", "found-png"),
    (b"\xFF\xD8\xFF", "found-jpeg"),
    (b"GIF8", "found-gif"),
    (b"\x1F\x8B", "found-gzip"),
    (b"7z\xBC\xAF", "found-7z"),
    (b"Rar!", "found-rar"),
    (b"SQLite format 3", "found-sqlite"),
    (b"\x7FELF", "found-program"),
    (b"MZ", "found-program"),
];

/// Opens a file and finds its tables. Nothing is kept of the file's name.
pub(crate) fn open(path: &Path) -> Result<Opened, IntakeError> {
    let name = shown(path);
    let io = |error| IntakeError::io(&name, error);
    let mut file = File::open(path).map_err(io)?;
    let mut first = Vec::new();
    file.by_ref().take(1024).read_to_end(&mut first).map_err(io)?;
    file.rewind().map_err(io)?;
    if first.iter().all(u8::is_ascii_whitespace) && first.len() < 1024 {
        return Err(IntakeError::Empty { path: name });
    }
    if let Some((_, found)) =
        NEVER.iter().find(|(start, _)| first.starts_with(start) && !looks_like_text(&first))
    {
        return Err(IntakeError::NotATable { path: name, found: Message::new(found) });
    }
    if first.starts_with(b"PK\x03\x04") || first.starts_with(b"PK\x05\x06") {
        return excel::open_zip(&name, file).map(Opened::Tables);
    }
    if first.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return excel::open_ole(&name, file).map(Opened::Tables);
    }
    if is_json(&first) {
        return json(&name, file).map(Opened::Json);
    }
    delimited::open(&name, file).map(|table| Opened::Tables(vec![table]))
}

/// A text whose first words happen to be a signature (`MZ;…`), but for PDF, which may be all text.
fn looks_like_text(first: &[u8]) -> bool {
    !first.starts_with(b"%PDF") && std::str::from_utf8(first).is_ok_and(|text| !text.contains('\0'))
}

fn is_json(first: &[u8]) -> bool {
    let text = first.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(first);
    text.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| matches!(byte, b'{' | b'['))
}

fn json(path: &str, file: File) -> Result<Value, IntakeError> {
    check_size(path, &file)?;
    let mut bytes = Vec::new();
    file.take(MAX_FILE).read_to_end(&mut bytes).map_err(|error| IntakeError::io(path, error))?;
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    serde_json::from_slice(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        IntakeError::Json { path: path.to_owned(), line, column }
    })
}

/// Refuses a file that would not fit in memory.
pub(super) fn check_size(path: &str, file: &File) -> Result<(), IntakeError> {
    let size = file.metadata().map_err(|error| IntakeError::io(path, error))?.len();
    if size <= MAX_FILE {
        return Ok(());
    }
    Err(IntakeError::TooLarge {
        path: path.to_owned(),
        what: Box::new(Message::new("large-file").with("size", size / (1024 * 1024))),
        limit: Box::new(Message::new("limit-megabytes").with("most", MAX_FILE / (1024 * 1024))),
        advice: Box::new(Message::new("advice-csv")),
    })
}
