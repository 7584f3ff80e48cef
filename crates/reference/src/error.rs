//! What can be wrong in `data/`.

/// A fault in a file of the knowledge base: where, what, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {entry}: {what}")]
pub struct DataError {
    /// Path below `data/`.
    pub file: String,
    /// Id or line of the entry; empty when the file cannot be read at all.
    pub entry: String,
    /// The fault, with the value and what would be right.
    pub what: String,
}

impl DataError {
    pub(crate) fn new(file: &str, entry: impl Into<String>, what: impl Into<String>) -> Self {
        Self { file: file.to_owned(), entry: entry.into(), what: what.into() }
    }
}
