//! What a stage noticed and a person should know.

use crate::{Message, Said};
use serde::{Deserialize, Serialize};

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know.
    Info,
    /// A result is less sure or less complete for it.
    Warning,
    /// A result is missing for it.
    Error,
}

/// A message that the wording crate turns into a sentence: a key of the locales and its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Message key: `figure-missing`.
    pub key: String,
    /// Arguments of the message, by name.
    pub args: Vec<(String, Said)>,
    /// File, line, site or figure it is about; may be empty.
    pub about: String,
}

impl Finding {
    /// A finding about something.
    pub fn new(severity: Severity, key: &str, about: impl Into<String>) -> Self {
        Self { severity, key: key.to_owned(), args: Vec::new(), about: about.into() }
    }

    /// The same with one more argument.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "counts and names are handed over as they are")]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), Said::Text(value.to_string())));
        self
    }

    /// The same with a message as one more argument.
    #[must_use]
    pub fn saying(mut self, name: &str, what: Message) -> Self {
        self.args.push((name.to_owned(), Said::Message(what)));
        self
    }
}
