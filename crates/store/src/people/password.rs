//! Passwords: argon2id, computed off the async threads, at most two at a time.

use super::Person;
use crate::{Result, Store};
use chrono::{DateTime, Utc};
use model::PersonId;

/// What came of an address and a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// Right. A second factor may still be asked ([`Person::totp`]).
    Right(Box<Person>),
    /// Wrong address or password, or the account is closed: not told apart, and equally slow.
    Wrong,
    /// Too many wrong ones; not even looked at until then.
    Locked {
        /// When to try again.
        until: DateTime<Utc>,
    },
}

impl Store {
    /// Sets a password (at least 12 characters) and closes the person's sessions.
    pub async fn set_password(&self, person: &PersonId, password: &str, at: DateTime<Utc>) -> Result<()> {
        todo!("{person}{}{at}", password.len())
    }

    /// Tries an address and a password; `origin` is where from, for the log.
    pub async fn sign_in(
        &self,
        email: &str,
        password: &str,
        origin: &str,
        at: DateTime<Utc>,
    ) -> Result<SignIn> {
        todo!("{email}{}{origin}{at}", password.len())
    }

    /// Counts a wrong second factor as a wrong password.
    pub async fn failed_factor(&self, email: &str, origin: &str, at: DateTime<Utc>) -> Result<()> {
        todo!("{email}{origin}{at}")
    }
}
