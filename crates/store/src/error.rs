//! What can go wrong.

use crate::{Kind, Record};

/// Somebody else changed the record first.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What kind of record.
    pub kind: Kind,
    /// Which.
    pub id: String,
    /// The revision the edit was made from; `None`: it was to be new.
    pub expected: Option<i64>,
    /// What is there now; `None`: it was deleted.
    pub present: Option<Record>,
}

/// Why the store did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another edit came first; nothing of this one was written.
    #[error("{} {} a été modifié entre-temps", .0.kind, .0.id)]
    Conflict(Box<Conflict>),
    /// No such thing.
    #[error("{what} « {id} » n'existe pas")]
    Missing {
        /// Kind of thing.
        what: &'static str,
        /// Which.
        id: String,
    },
    /// There is one already.
    #[error("{what} « {id} » existe déjà")]
    Exists {
        /// Kind of thing.
        what: &'static str,
        /// Which.
        id: String,
    },
    /// The request makes no sense; says what would.
    #[error("{0}")]
    Refused(String),
    /// A sealed value needs a key and there is none, or not this one.
    #[error("{0}")]
    Key(String),
    /// What is stored cannot be read: the file was changed from outside, or written by a newer version.
    #[error("base endommagée : {0}")]
    Damaged(String),
    /// The database refused or is not there.
    #[error("base de données : {0}")]
    Database(#[from] sqlx::Error),
    /// A file could not be read or written.
    #[error("{path} : {source}")]
    File {
        /// Which.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The system gives no random bytes.
    #[error("pas d'aléa : {0}")]
    Entropy(std::io::Error),
    /// A task of the store was stopped half-way (the process is ending).
    #[error("tâche interrompue")]
    Stopped,
}

impl StoreError {
    pub(crate) fn missing(what: &'static str, id: impl Into<String>) -> Self {
        Self::Missing { what, id: id.into() }
    }

    pub(crate) fn file(path: &std::path::Path, source: std::io::Error) -> Self {
        Self::File { path: path.display().to_string(), source }
    }

    /// The conflict, when it is one.
    pub fn conflict(&self) -> Option<&Conflict> {
        if let Self::Conflict(conflict) = self { Some(conflict) } else { None }
    }
}
