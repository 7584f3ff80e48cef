//! A first pass over a text file: which encoding, which line ends, is it text at all. Constant memory.

use super::dialect::{Dialect, separator_of};
use crate::IntakeError;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use model::Message;
use std::fs::File;
use std::io::{Read, Seek};

/// Bytes read at a time.
const CHUNK: usize = 64 * 1024;

/// What the first pass found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan {
    pub dialect: Dialect,
    /// Lines end with CR alone (old Macintosh).
    pub lone_cr: bool,
}

/// Reads the whole file once; the position is back at the start afterwards.
pub(super) fn scan(path: &str, file: &mut File) -> Result<Scan, IntakeError> {
    let io = |error| IntakeError::io(path, error);
    let mut first = Vec::new();
    file.by_ref().take(CHUNK as u64).read_to_end(&mut first).map_err(io)?;
    let encoding = match Encoding::for_bom(&first) {
        Some((encoding, _)) if encoding != UTF_8 => encoding,
        _ => {
            file.rewind().map_err(io)?;
            bytes_encoding(path, file)?
        }
    };
    file.rewind().map_err(io)?;
    let (sample, _) = encoding.decode_with_bom_removal(&first);
    if let Some(found) = not_a_table(&sample) {
        return Err(IntakeError::NotATable { path: path.to_owned(), found: Message::new(found) });
    }
    let lone_cr = sample.contains('\r') && !sample.contains('\n');
    let sample = if lone_cr { sample.replace('\r', "\n") } else { sample.into_owned() };
    Ok(Scan { dialect: Dialect { encoding, separator: separator_of(&sample) }, lone_cr })
}

fn not_a_table(sample: &str) -> Option<&'static str> {
    let start = sample.trim_start();
    if start.starts_with('<') {
        Some("found-html")
    } else if start.starts_with("%PDF") {
        Some("found-pdf")
    } else if start.starts_with("{\\rtf") {
        Some("found-rtf")
    } else {
        None
    }
}

/// UTF-8 when its accents are right more often than not, else Windows-1252. A zero byte is never text.
fn bytes_encoding(path: &str, file: &mut File) -> Result<&'static Encoding, IntakeError> {
    let mut chunk = vec![0; CHUNK];
    let mut kept = 0;
    let mut tally = Tally::default();
    loop {
        let read = file.read(&mut chunk[kept..]).map_err(|error| IntakeError::io(path, error))?;
        let bytes = &chunk[..kept + read];
        if bytes[kept..].contains(&0) {
            let found = Message::new("found-zero-bytes");
            return Err(IntakeError::NotATable { path: path.to_owned(), found });
        }
        let left = tally.count(bytes);
        if read == 0 {
            tally.invalid += usize::from(left > 0);
            break;
        }
        let start = bytes.len() - left;
        chunk.copy_within(start..start + left, 0);
        kept = left;
    }
    Ok(if tally.invalid > tally.valid { WINDOWS_1252 } else { UTF_8 })
}

/// Byte sequences beyond ASCII.
#[derive(Default)]
struct Tally {
    valid: usize,
    invalid: usize,
}

impl Tally {
    /// Counts a block; gives the number of bytes at its end that may be the start of a character.
    fn count(&mut self, mut bytes: &[u8]) -> usize {
        loop {
            match std::str::from_utf8(bytes) {
                Ok(text) => {
                    self.valid += wide(text.as_bytes());
                    return 0;
                }
                Err(error) => {
                    let (good, rest) = bytes.split_at(error.valid_up_to());
                    self.valid += wide(good);
                    let Some(bad) = error.error_len() else { return rest.len() };
                    self.invalid += 1;
                    bytes = &rest[bad..];
                }
            }
        }
    }
}

/// Characters of more than one byte in valid UTF-8.
fn wide(text: &[u8]) -> usize {
    text.iter().filter(|byte| **byte >= 0xC0).count()
}
