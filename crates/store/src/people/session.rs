//! Sessions: the browser holds a secret, the database its SHA-256.

use super::{Person, digest, person};
use crate::db::{execute, row};
use crate::time::{instant, stamp};
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

type Row = (String, String, String, String, bool, bool, bool, bool, String, String);

impl Store {
    /// Opens a session; gives the secret for the cookie. Those that are over are swept away.
    pub async fn open_session(
        &self,
        person: &PersonId,
        lifetime: TimeDelta,
        at: DateTime<Utc>,
    ) -> Result<String> {
        let secret = self.inner.entropy.secret()?;
        let mut tx = self.inner.write.begin().await?;
        execute!(&mut tx, "DELETE FROM session WHERE expires_at <= $1", stamp(at));
        let sql = "INSERT INTO session (digest, person, created_at, expires_at) VALUES ($1, $2, $3, $4)";
        execute!(&mut tx, sql, digest(&secret), person.as_str(), stamp(at), stamp(at + lifetime));
        tx.commit().await?;
        Ok(secret)
    }

    /// Whose session it is; `None` when it is unknown, over, or the account is closed.
    pub async fn session(&self, secret: &str, at: DateTime<Utc>) -> Result<Option<Session>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = concat!(
            "SELECT ",
            super::person_columns!(),
            ", s.created_at, s.expires_at FROM session s JOIN person p ON p.id = s.person \
             WHERE s.digest = $1 AND s.expires_at > $2 AND p.active = $3"
        );
        let found = row!(&mut conn, Row, sql, digest(secret), stamp(at), true);
        let session = |row: Row| {
            let (id, email, name, lang, admin, active, totp, password, created, expires) = row;
            let person = person((id, email, name, lang, admin, active, totp, password));
            Ok(Session { person, created_at: instant(&created)?, expires_at: instant(&expires)? })
        };
        found.map(session).transpose()
    }

    /// When a person last came in, as far as open sessions and the last thirty days of logins tell.
    pub async fn last_seen(&self, person: &PersonId) -> Result<Option<DateTime<Utc>>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT MAX(s.at) FROM (SELECT created_at AS at FROM session WHERE person = $1 UNION ALL \
                   SELECT a.at FROM login_attempt a JOIN person p ON p.email = a.email WHERE p.id = $1 AND a.good = $2) s";
        let found = row!(&mut conn, (Option<String>,), sql, person.as_str(), true);
        found.and_then(|(at,)| at).map(|at| instant(&at)).transpose()
    }

    /// Closes one.
    pub async fn close_session(&self, secret: &str) -> Result<()> {
        let mut conn = self.inner.write.conn().await?;
        execute!(&mut conn, "DELETE FROM session WHERE digest = $1", digest(secret));
        Ok(())
    }

    /// Closes all of a person; says how many.
    pub async fn close_sessions_of(&self, person: &PersonId) -> Result<u64> {
        let mut conn = self.inner.write.conn().await?;
        Ok(execute!(&mut conn, "DELETE FROM session WHERE person = $1", person.as_str()))
    }
}
