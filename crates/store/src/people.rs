//! Accounts and how they prove themselves.

pub mod link;
pub mod membership;
pub mod password;
pub mod session;
pub mod token;

use crate::{Result, Store};
use chrono::{DateTime, Utc};
use model::PersonId;

/// Somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Stable id.
    pub id: PersonId,
    /// Mail address, in lower case, unique.
    pub email: String,
    /// Name shown.
    pub name: String,
    /// Language of pages: `fr`, `en`.
    pub lang: String,
    /// Keeps the whole installation: people, territories, backups.
    pub admin: bool,
    /// False: may not sign in any more.
    pub active: bool,
    /// True when a second factor is asked.
    pub totp: bool,
    /// True when a password is set.
    pub password: bool,
}

/// An account to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// Mail address.
    pub email: String,
    /// Name shown.
    pub name: String,
    /// Language of pages.
    pub lang: String,
    /// Keeps the whole installation.
    pub admin: bool,
}

impl Store {
    /// Makes an account without a password; [`crate::StoreError::Exists`] when the address is taken.
    pub async fn create_person(&self, new: &NewPerson, at: DateTime<Utc>) -> Result<Person> {
        todo!("{new:?}{at}")
    }

    /// Changes name, address, language, admin, active. Whoever is made inactive loses sessions and tokens.
    pub async fn update_person(&self, person: &Person, at: DateTime<Utc>) -> Result<()> {
        todo!("{person:?}{at}")
    }

    /// An account; `None` when there is none.
    pub async fn person(&self, id: &PersonId) -> Result<Option<Person>> {
        todo!("{id}")
    }

    /// An account by its address, in any case; `None` when there is none.
    pub async fn person_by_email(&self, email: &str) -> Result<Option<Person>> {
        todo!("{email}")
    }

    /// The account an OpenID Connect provider knows by `subject`.
    pub async fn person_by_identity(&self, issuer: &str, subject: &str) -> Result<Option<Person>> {
        todo!("{issuer}{subject}")
    }

    /// Lets an OpenID Connect identity sign in as this person.
    pub async fn add_identity(
        &self,
        person: &PersonId,
        issuer: &str,
        subject: &str,
        at: DateTime<Utc>,
    ) -> Result<()> {
        todo!("{person}{issuer}{subject}{at}")
    }

    /// Every account, by name.
    pub async fn people(&self) -> Result<Vec<Person>> {
        todo!()
    }

    /// Deletes an account with its sessions, tokens, links and memberships; what it wrote keeps its id.
    pub async fn delete_person(&self, id: &PersonId) -> Result<bool> {
        todo!("{id}")
    }

    /// Sets or removes the second factor's secret, kept encrypted.
    pub async fn set_totp(&self, person: &PersonId, secret: Option<&[u8]>) -> Result<()> {
        todo!("{person}{secret:?}")
    }

    /// The second factor's secret; `None` when there is none.
    pub async fn totp(&self, person: &PersonId) -> Result<Option<Vec<u8>>> {
        todo!("{person}")
    }

    /// Takes the 30-second window a code was good for: false when it was taken before, so that a code opens one session only.
    pub async fn use_totp_window(&self, person: &PersonId, window: i64) -> Result<bool> {
        todo!("{person}{window}")
    }
}
