//! Accounts that an OpenID Connect provider vouches for.

use super::{Person, Row, person, person_columns};
use crate::db::{execute, row};
use crate::time::stamp;
use crate::{Result, Store};
use chrono::{DateTime, Utc};
use model::PersonId;

impl Store {
    /// The account an OpenID Connect provider knows by `subject`.
    pub async fn person_by_identity(&self, issuer: &str, subject: &str) -> Result<Option<Person>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = concat!(
            "SELECT ",
            person_columns!(),
            " FROM person p JOIN person_identity i ON i.person = p.id WHERE i.issuer = $1 AND i.subject = $2"
        );
        Ok(row!(&mut conn, Row, sql, issuer, subject).map(person))
    }

    /// Lets an OpenID Connect identity sign in as this person. One that is known already keeps its person.
    pub async fn add_identity(
        &self,
        person: &PersonId,
        issuer: &str,
        subject: &str,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let mut conn = self.inner.write.conn().await?;
        let sql = "INSERT INTO person_identity (issuer, subject, person, created_at) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (issuer, subject) DO NOTHING";
        execute!(&mut conn, sql, issuer, subject, person.as_str(), stamp(at));
        Ok(())
    }
}
