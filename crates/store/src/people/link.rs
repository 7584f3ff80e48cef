//! Links sent by mail: to set a password (once), to open a company's page without an account (until it ends).

use crate::{Result, Store};
use chrono::{DateTime, Utc};
use serde_json::Value;

/// What a link opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// Set a new password, once.
    Reset,
    /// A company's own page.
    Invite,
}

/// A link, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it opens.
    pub kind: LinkKind,
    /// For what: `{"person": …}`, or `{"territory": …, "synergy": …, "site": …}`.
    pub subject: Value,
    /// Made.
    pub created_at: DateTime<Utc>,
    /// Ends.
    pub expires_at: DateTime<Utc>,
    /// Used, for links that work once.
    pub used_at: Option<DateTime<Utc>>,
}

impl Store {
    /// Makes a link; gives its secret.
    pub async fn create_link(
        &self,
        kind: LinkKind,
        subject: &Value,
        expires_at: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<String> {
        todo!("{kind:?}{subject}{expires_at}{at}")
    }

    /// What a link opens, without using it up; `None` when unknown, used or over.
    pub async fn peek_link(&self, kind: LinkKind, secret: &str, at: DateTime<Utc>) -> Result<Option<Link>> {
        todo!("{kind:?}{}{at}", secret.len())
    }

    /// What a link opens, using it up: of two who come at once, one gets it.
    pub async fn use_link(&self, kind: LinkKind, secret: &str, at: DateTime<Utc>) -> Result<Option<Link>> {
        todo!("{kind:?}{}{at}", secret.len())
    }
}
