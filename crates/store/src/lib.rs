//! Keeps territories, people and their work in SQLite (the default) or PostgreSQL: one code path, one SQL text, forward-only migrations.
//!
//! A territory is a set of [`Record`]s whose bodies are `model` types as JSON; nothing but [`Store::commit`] writes them. One commit is one
//! transaction: it checks every expected revision, writes, appends to the audit chain and raises the version of the territory, or does
//! nothing at all. Analysis never runs in SQL: it takes the territory of a [`Snapshot`].
//!
//! No clock and no randomness of its own: every call that needs the time takes `at`, the store gets its [`Entropy`] when it is opened.

mod audit;
mod backup;
mod commit;
mod db;
mod dump;
mod edit;
mod entropy;
mod error;
mod export;
mod key;
mod migrate;
mod open;
mod private;
mod records;
mod snapshot;
mod territory;
mod time;

pub mod blob;
pub mod job;
pub mod people;
pub mod sealed;

pub use audit::{AuditFilter, AuditLine, Broken, Chain};
pub use edit::{Change, Committed, Edit, Kind, Record, UnknownKind};
pub use entropy::Entropy;
pub use error::{Conflict, StoreError};
pub use key::Key;
pub use private::TempFolder;
pub use records::{Moved, Notice, TerritoryMeta};
pub use snapshot::Snapshot;
pub use territory::Listed;

use db::Pool;
use std::sync::Arc;
use tokio::sync::{Semaphore, broadcast};

/// What every call gives.
pub type Result<T> = std::result::Result<T, StoreError>;

/// What opening needs.
#[derive(Clone, Debug)]
pub struct Config {
    /// `sqlite://path/to/file.sqlite`, `sqlite::memory:` or `postgres://user@host/base`.
    pub url: String,
    /// Opens and closes sealed values; `None` reads the key file beside a SQLite database, or makes one (mode 0600). PostgreSQL needs one
    /// from the first sealed value on.
    pub key: Option<Key>,
    /// Random bytes.
    pub entropy: Entropy,
}

/// An open database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    read: Pool,
    write: Pool,
    key: Option<Key>,
    entropy: Entropy,
    notices: broadcast::Sender<Notice>,
    /// Passwords being checked.
    hashers: Arc<Semaphore>,
}
