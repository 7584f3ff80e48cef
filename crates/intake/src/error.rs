//! Why a file cannot be read at all. A line that cannot be read is a `Reject`, not an error.

use model::{Batch, FileReport, Finding, Message, Severity};
use std::io::ErrorKind;
use std::path::Path;

/// Why a file cannot be read: which file, what is wrong, what would be right. [`IntakeError::message`] is for people; the error's own text,
/// for logs, is its key and arguments.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum IntakeError {
    /// The system refuses: missing, no permission, disk error.
    Io {
        /// Path as given.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// Nothing in it.
    Empty {
        /// Path as given.
        path: String,
    },
    /// Not text, not a workbook.
    NotATable {
        /// Path as given.
        path: String,
        /// What it looks like.
        found: Message,
    },
    /// A password is asked for.
    Encrypted {
        /// Path as given.
        path: String,
    },
    /// A workbook that is cut or broken.
    Damaged {
        /// Path as given.
        path: String,
        /// What the parser stumbled on.
        what: String,
    },
    /// Larger than what the reader accepts.
    TooLarge {
        /// Path as given.
        path: String,
        /// What is too large.
        what: Box<Message>,
        /// The limit, with its unit.
        limit: Box<Message>,
        /// What would be right.
        advice: Box<Message>,
    },
    /// Readable, but of no known format.
    UnknownFormat {
        /// Path as given.
        path: String,
        /// First line that looks like headings.
        headings: String,
        /// The sheet it is nearly, and the column it would need.
        lacks: Option<(&'static str, &'static str)>,
    },
    /// Recognised, but of a kind that says nothing of what is looked for.
    Unsupported {
        /// Path, and sheet.
        path: String,
        /// What it is.
        what: Box<Message>,
        /// What would be right.
        advice: Box<Message>,
    },
    /// A heading that must be unique stands twice.
    DoubleHeading {
        /// Path and sheet.
        place: String,
        /// The heading.
        heading: String,
    },
    /// A JSON file that is no JSON.
    Json {
        /// Path as given.
        path: String,
        /// Where the parser stumbled: line, counted from 1 …
        line: usize,
        /// … and column.
        column: usize,
    },
}

impl IntakeError {
    /// A refusal of the system.
    pub fn io(path: &str, source: std::io::Error) -> Self {
        Self::Io { path: path.to_owned(), source }
    }

    /// What to say to people.
    pub fn message(&self) -> Message {
        let about = |key: &str| Message::new(key).with("path", self.path());
        match self {
            Self::Io { source, .. } => about("unreadable-io").saying("why", refusal(source)),
            Self::Empty { .. } => about("unreadable-empty"),
            Self::NotATable { found, .. } => about("unreadable-no-table").saying("found", found.clone()),
            Self::Encrypted { .. } => about("unreadable-encrypted"),
            Self::Damaged { what, .. } => about("unreadable-damaged").with("what", what),
            Self::TooLarge { what, limit, advice, .. } => about("unreadable-too-large")
                .saying("what", what.as_ref().clone())
                .saying("limit", limit.as_ref().clone())
                .saying("advice", advice.as_ref().clone()),
            Self::UnknownFormat { headings, lacks: None, .. } => {
                about("unreadable-unknown").with("headings", headings)
            }
            Self::UnknownFormat { headings, lacks: Some((sheet, column)), .. } => about("unreadable-lacks")
                .with("headings", headings)
                .with("sheet", sheet)
                .with("column", column),
            Self::Unsupported { what, advice, .. } => about("unreadable-unsupported")
                .saying("what", what.as_ref().clone())
                .saying("advice", advice.as_ref().clone()),
            Self::DoubleHeading { heading, .. } => {
                about("unreadable-double-heading").with("heading", heading)
            }
            Self::Json { line, column, .. } => {
                about("unreadable-json").with("line", line).with("column", column)
            }
        }
    }

    /// The batch of a file that could not be read among others that could: nothing in it, and a finding that blocks. Who opens the results next
    /// week sees that it is missing.
    pub fn into_batch(self) -> Batch {
        let message = self.message();
        let finding =
            Finding { severity: Severity::Error, key: message.key, args: message.args, about: String::new() };
        Batch {
            report: FileReport { path: self.path().to_owned(), ..FileReport::default() },
            findings: vec![finding],
            ..Batch::default()
        }
    }

    /// The file it is about, as given (with the sheet for [`IntakeError::DoubleHeading`]).
    pub fn path(&self) -> &str {
        match self {
            Self::Io { path, .. }
            | Self::Empty { path }
            | Self::NotATable { path, .. }
            | Self::Encrypted { path }
            | Self::Damaged { path, .. }
            | Self::TooLarge { path, .. }
            | Self::UnknownFormat { path, .. }
            | Self::Unsupported { path, .. }
            | Self::Json { path, .. } => path,
            Self::DoubleHeading { place, .. } => place,
        }
    }
}

/// What the system says when it refuses, in words that can be translated: its own are English.
pub fn refusal(error: &std::io::Error) -> Message {
    match error.kind() {
        ErrorKind::NotFound => Message::new("system-missing"),
        ErrorKind::PermissionDenied => Message::new("system-forbidden"),
        ErrorKind::IsADirectory => Message::new("system-folder"),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Message::new("system-no-folder"),
        ErrorKind::StorageFull => Message::new("system-full"),
        _ => match error.raw_os_error() {
            Some(number) => Message::new("system-number").with("number", number),
            None => Message::new("system-other").with("what", error),
        },
    }
}

/// A path as shown to people: `/` on every system.
pub(crate) fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
