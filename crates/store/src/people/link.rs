//! Links sent by mail: to set a password (once), to open a company's page without an account (until it ends).

use super::digest;
use crate::db::{execute, row};
use crate::time::{instant, instant_or_none, stamp};
use crate::{Result, Store, StoreError};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

/// What a link opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// Set a new password, once.
    Reset,
    /// A company's own page.
    Invite,
    /// The second half of a sign-in whose first a provider vouched for, once.
    SecondFactor,
}

impl LinkKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Reset => "reset",
            Self::Invite => "invite",
            Self::SecondFactor => "second-factor",
        }
    }
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

/// subject, `created_at`, `expires_at`, `used_at`
type Row = (String, String, String, Option<String>);

fn link(kind: LinkKind, (subject, created, expires, used): Row) -> Result<Link> {
    let subject =
        serde_json::from_str(&subject).map_err(|error| StoreError::Damaged(format!("lien : {error}")))?;
    let (created_at, expires_at) = (instant(&created)?, instant(&expires)?);
    Ok(Link { kind, subject, created_at, expires_at, used_at: instant_or_none(used.as_deref())? })
}

impl Store {
    /// Makes a link; gives its secret. Those that were over a month ago are swept away.
    pub async fn create_link(
        &self,
        kind: LinkKind,
        subject: &Value,
        expires_at: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<String> {
        let secret = self.inner.entropy.secret()?;
        let mut tx = self.inner.write.begin().await?;
        execute!(&mut tx, "DELETE FROM link WHERE expires_at < $1", stamp(at - TimeDelta::days(30)));
        let sql =
            "INSERT INTO link (digest, kind, subject, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)";
        let text = subject.to_string();
        execute!(&mut tx, sql, digest(&secret), kind.as_str(), text, stamp(at), stamp(expires_at));
        tx.commit().await?;
        Ok(secret)
    }

    /// What a link opens, without using it up; `None` when unknown, used or over.
    pub async fn peek_link(&self, kind: LinkKind, secret: &str, at: DateTime<Utc>) -> Result<Option<Link>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT subject, created_at, expires_at, used_at FROM link \
                   WHERE digest = $1 AND kind = $2 AND expires_at > $3 AND used_at IS NULL";
        let found = row!(&mut conn, Row, sql, digest(secret), kind.as_str(), stamp(at));
        found.map(|row| link(kind, row)).transpose()
    }

    /// What a link opens, using it up: of two who come at once, one gets it.
    pub async fn use_link(&self, kind: LinkKind, secret: &str, at: DateTime<Utc>) -> Result<Option<Link>> {
        let mut conn = self.inner.write.conn().await?;
        let sql = "UPDATE link SET used_at = $3 \
                   WHERE digest = $1 AND kind = $2 AND expires_at > $3 AND used_at IS NULL \
                   RETURNING subject, created_at, expires_at, used_at";
        let found = row!(&mut conn, Row, sql, digest(secret), kind.as_str(), stamp(at));
        found.map(|row| link(kind, row)).transpose()
    }
}
