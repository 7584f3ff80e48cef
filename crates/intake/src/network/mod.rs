//! Reader of network documents (JSON: actors and flows between them).

use crate::{IntakeError, Options};
use model::{Batch, FileReport};
use serde_json::Value;

/// True for a document of that shape.
pub fn recognise(_document: &Value) -> bool {
    false
}

/// Reads the document of the file `path`.
pub fn read(path: &str, _document: &Value, _options: &Options<'_>) -> Result<Batch, IntakeError> {
    let report = FileReport { path: path.to_owned(), format: "network".to_owned(), ..FileReport::default() };
    Ok(Batch { report, ..Batch::default() })
}
