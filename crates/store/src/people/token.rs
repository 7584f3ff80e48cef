//! Tokens for programs, with scopes.

use super::Person;
use crate::{Result, Store};
use chrono::{DateTime, Utc};
use model::PersonId;

/// A token, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Stable id.
    pub id: String,
    /// On whose behalf.
    pub person: PersonId,
    /// What it is for.
    pub name: String,
    /// What it may do: `read`, `write`, `ogc` …
    pub scopes: Vec<String>,
    /// Only on this territory; `None` is all of the person's.
    pub territory: Option<String>,
    /// Made.
    pub created_at: DateTime<Utc>,
    /// Ends; `None` is never.
    pub expires_at: Option<DateTime<Utc>>,
    /// Used last, to the hour.
    pub used_at: Option<DateTime<Utc>>,
}

/// A token to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewToken {
    /// On whose behalf.
    pub person: PersonId,
    /// What it is for.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// Only on this territory.
    pub territory: Option<String>,
    /// Ends.
    pub expires_at: Option<DateTime<Utc>>,
}

impl Store {
    /// Makes a token; the secret is given once and never again.
    pub async fn create_token(&self, new: &NewToken, at: DateTime<Utc>) -> Result<(Token, String)> {
        todo!("{new:?}{at}")
    }

    /// Whose token it is; `None` when it is unknown, over, or the account is closed.
    pub async fn token(&self, secret: &str, at: DateTime<Utc>) -> Result<Option<(Token, Person)>> {
        todo!("{}{at}", secret.len())
    }

    /// The tokens of a person.
    pub async fn tokens_of(&self, person: &PersonId) -> Result<Vec<Token>> {
        todo!("{person}")
    }

    /// Takes a token back; true when the person had it.
    pub async fn revoke_token(&self, person: &PersonId, id: &str) -> Result<bool> {
        todo!("{person}{id}")
    }
}
