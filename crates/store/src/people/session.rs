//! Sessions: the browser holds a secret, the database its SHA-256.

use super::Person;
use crate::{Result, Store};
use chrono::{DateTime, TimeDelta, Utc};
use model::PersonId;

/// An open session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose.
    pub person: Person,
    /// Opened.
    pub created_at: DateTime<Utc>,
    /// Ends.
    pub expires_at: DateTime<Utc>,
}

impl Store {
    /// Opens a session; gives the secret for the cookie.
    pub async fn open_session(
        &self,
        person: &PersonId,
        lifetime: TimeDelta,
        at: DateTime<Utc>,
    ) -> Result<String> {
        todo!("{person}{lifetime}{at}")
    }

    /// Whose session it is; `None` when it is unknown, over, or the account is closed.
    pub async fn session(&self, secret: &str, at: DateTime<Utc>) -> Result<Option<Session>> {
        todo!("{}{at}", secret.len())
    }

    /// Closes one.
    pub async fn close_session(&self, secret: &str) -> Result<()> {
        todo!("{}", secret.len())
    }

    /// Closes all of a person.
    pub async fn close_sessions_of(&self, person: &PersonId) -> Result<u64> {
        todo!("{person}")
    }
}
