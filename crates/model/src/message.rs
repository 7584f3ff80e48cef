//! A sentence before it is said: which one, and of what. `wording` says it in the reader's language.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A key of the locales with its arguments. Where a value is refused it says which, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Message key: `refused-date`.
    pub key: String,
    /// Arguments of the message, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, Said)>,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Said {
    /// A name, a number, a value as somebody wrote it.
    Text(String),
    /// A sentence within the sentence.
    Message(Message),
}

impl Message {
    /// A message without arguments.
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), args: Vec::new() }
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
    pub fn saying(mut self, name: &str, what: Self) -> Self {
        self.args.push((name.to_owned(), Said::Message(what)));
        self
    }
}

impl fmt::Display for Message {
    /// For logs: the key and what it is about.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key)?;
        self.args.iter().try_for_each(|(name, said)| write!(f, " {name}={said}"))
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "{text:?}"),
            Self::Message(message) => write!(f, "({message})"),
        }
    }
}
