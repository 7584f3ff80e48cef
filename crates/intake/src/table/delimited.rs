//! Rows of a text file, one at a time.

use super::decode::{Decoded, Meter};
use super::scan::{Scan, scan};
use super::{MAX_COLUMNS, Row, Unheaded};
use crate::IntakeError;
use model::Message;
use std::fs::File;
use std::io::ErrorKind;

/// A line larger than this is refused: a quote that is never closed, most often.
pub const MAX_LINE: usize = 1024 * 1024;
/// The reader works ahead by so much, which the limit allows for.
const AHEAD: usize = 64 * 1024;

/// Opens a text table.
pub(super) fn open(path: &str, mut file: File) -> Result<Unheaded, IntakeError> {
    let found = scan(path, &mut file)?;
    let rows = rows(path, file, found);
    Unheaded::new(path, "", Some(found.dialect), Box::new(rows))
}

fn rows(path: &str, file: File, found: Scan) -> impl Iterator<Item = Result<Row, IntakeError>> + 'static {
    let meter = Meter::default();
    let text = Decoded::new(file, found.dialect.encoding, found.lone_cr, meter.clone(), MAX_LINE + AHEAD);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(found.dialect.separator)
        .terminator(csv::Terminator::Any(b'\n'))
        .buffer_capacity(AHEAD)
        .from_reader(text);
    let mut record = csv::StringRecord::new();
    let mut over = false;
    let path = path.to_owned();
    std::iter::from_fn(move || {
        while !over {
            match reader.read_record(&mut record) {
                Ok(true) => meter.set(0),
                Ok(false) => return None,
                Err(error) => {
                    over = true;
                    return Some(Err(refusal(&path, reader.position().line(), error)));
                }
            }
            if record.len() > MAX_COLUMNS {
                over = true;
                return Some(Err(too_wide(&path, record.len())));
            }
            let row = row_of(&record, reader.position().line());
            if !row.is_blank() {
                return Some(Ok(row));
            }
        }
        None
    })
}

/// The row, with the line it begins on: the line after the row before, or later when empty lines stand between. The reader tells where the next
/// row begins, which is one line and this row's own line breaks further down.
fn row_of(record: &csv::StringRecord, next: u64) -> Row {
    let cells: Vec<String> = record.iter().map(ToOwned::to_owned).collect();
    let breaks: u64 =
        cells.iter().map(|cell| cell.bytes().filter(|byte| *byte == b'\n').count() as u64).sum();
    let after_the_one_before = record.position().map_or(0, csv::Position::line);
    let line = after_the_one_before.max(next.saturating_sub(1 + breaks));
    Row { line: usize::try_from(line).unwrap_or(usize::MAX), cells }
}

fn refusal(path: &str, line: u64, error: csv::Error) -> IntakeError {
    match error.into_kind() {
        csv::ErrorKind::Io(io) if io.kind() == ErrorKind::FileTooLarge => IntakeError::TooLarge {
            path: path.to_owned(),
            what: Box::new(Message::new("large-line").with("line", line)),
            limit: Box::new(Message::new("limit-megabytes").with("most", 1)),
            advice: Box::new(Message::new("advice-quote")),
        },
        csv::ErrorKind::Io(io) => IntakeError::io(path, io),
        other => IntakeError::NotATable {
            path: path.to_owned(),
            found: Message::new("found-line").with("line", line).with("why", format!("{other:?}")),
        },
    }
}

/// The refusal of a table with too many columns.
pub(super) fn too_wide(path: &str, columns: usize) -> IntakeError {
    IntakeError::TooLarge {
        path: path.to_owned(),
        what: Box::new(Message::new("large-columns").with("columns", columns)),
        limit: Box::new(Message::new("limit-columns").with("most", MAX_COLUMNS)),
        advice: Box::new(Message::new("advice-columns")),
    }
}
