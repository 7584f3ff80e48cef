//! Accounts and how they prove themselves.

pub mod link;
pub mod membership;
pub mod password;
pub mod session;
pub mod token;

pub(crate) mod factor;
mod identity;
mod rule;

pub use rule::password_rule;

use crate::db::{execute, row, rows};
use crate::time::stamp;
use crate::{Result, Store, StoreError};
use chrono::{DateTime, Utc};
use model::PersonId;
use sha2::{Digest, Sha256};

/// Somebody with an account.
#[expect(clippy::struct_excessive_bools, reason = "four independent facts of an account, no state machine")]
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

/// A person as the database has it: id, email, name, lang, admin, active, has a second factor, has a password.
pub(crate) type Row = (String, String, String, String, bool, bool, bool, bool);

/// The columns of a [`Row`] of a table called `p`; `CASE` because the databases differ on what a condition gives.
macro_rules! person_columns {
    () => {
        "p.id, p.email, p.name, p.lang, p.admin, p.active, \
         CASE WHEN p.totp IS NULL THEN FALSE ELSE TRUE END, CASE WHEN p.password IS NULL THEN FALSE ELSE TRUE END"
    };
}
pub(crate) use person_columns;

pub(crate) fn person((id, email, name, lang, admin, active, totp, password): Row) -> Person {
    Person { id: id.into(), email, name, lang, admin, active, totp, password }
}

/// What is kept of a secret that only its holder knows.
pub(crate) fn digest(secret: &str) -> String {
    crate::key::hex(&Sha256::digest(secret.as_bytes()))
}

/// An address as it is compared.
fn folded(email: &str) -> String {
    email.trim().to_lowercase()
}

fn checked(email: &str) -> Result<String> {
    let email = folded(email);
    let whole = email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    if whole && email.len() <= 254 && !email.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Ok(email);
    }
    Err(StoreError::Refused(format!(
        "« {} » n'est pas une adresse ; attendu nom@domaine.fr",
        email.escape_debug()
    )))
}

impl Store {
    /// Makes an account without a password; [`StoreError::Exists`] when the address is taken.
    pub async fn create_person(&self, new: &NewPerson, at: DateTime<Utc>) -> Result<Person> {
        let (id, email) = (self.inner.entropy.id()?, checked(&new.email)?);
        let mut conn = self.inner.write.conn().await?;
        let sql = "INSERT INTO person (id, email, name, lang, admin, active, created_at, updated_at) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT (email) DO NOTHING";
        let made = execute!(&mut conn, sql, &id, &email, &new.name, &new.lang, new.admin, true, stamp(at));
        if made == 0 {
            return Err(StoreError::Exists { what: "compte", id: email });
        }
        let NewPerson { name, lang, admin, .. } = new.clone();
        Ok(Person { id: id.into(), email, name, lang, admin, active: true, totp: false, password: false })
    }

    /// Changes name, address, language, admin, active. Whoever is made inactive loses sessions and tokens.
    pub async fn update_person(&self, person: &Person, at: DateTime<Utc>) -> Result<()> {
        let email = checked(&person.email)?;
        let id = person.id.as_str();
        let mut tx = self.inner.write.begin().await?;
        let taken = "SELECT id FROM person WHERE email = $1 AND id <> $2";
        if row!(&mut tx, (String,), taken, &email, id).is_some() {
            return Err(StoreError::Exists { what: "compte", id: email });
        }
        let sql = "UPDATE person SET email = $1, name = $2, lang = $3, admin = $4, active = $5, updated_at = $6 \
                   WHERE id = $7";
        let Person { name, lang, admin, active, .. } = person;
        if execute!(&mut tx, sql, &email, name, lang, *admin, *active, stamp(at), id) == 0 {
            return Err(StoreError::missing("compte", id));
        }
        if !active {
            execute!(&mut tx, "DELETE FROM session WHERE person = $1", id);
            execute!(&mut tx, "DELETE FROM token WHERE person = $1", id);
        }
        tx.commit().await
    }

    /// An account; `None` when there is none.
    pub async fn person(&self, id: &PersonId) -> Result<Option<Person>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = concat!("SELECT ", person_columns!(), " FROM person p WHERE p.id = $1");
        Ok(row!(&mut conn, Row, sql, id.as_str()).map(person))
    }

    /// An account by its address, in any case; `None` when there is none.
    pub async fn person_by_email(&self, email: &str) -> Result<Option<Person>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = concat!("SELECT ", person_columns!(), " FROM person p WHERE p.email = $1");
        Ok(row!(&mut conn, Row, sql, folded(email)).map(person))
    }

    /// Every account, by name.
    pub async fn people(&self) -> Result<Vec<Person>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = concat!("SELECT ", person_columns!(), " FROM person p ORDER BY p.name, p.id");
        Ok(rows!(&mut conn, Row, sql).into_iter().map(person).collect())
    }

    /// Deletes an account with its sessions, tokens and memberships; what it wrote keeps its id.
    pub async fn delete_person(&self, id: &PersonId) -> Result<bool> {
        let mut tx = self.inner.write.begin().await?;
        let sql = "DELETE FROM login_attempt WHERE email = (SELECT email FROM person WHERE id = $1)";
        execute!(&mut tx, sql, id.as_str());
        let gone = execute!(&mut tx, "DELETE FROM person WHERE id = $1", id.as_str());
        tx.commit().await?;
        Ok(gone > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_lower_case_and_must_look_like_one() {
        assert_eq!(checked(" Animatrice@Vallee.Example ").unwrap(), "animatrice@vallee.example");
        for wrong in ["", "a", "@b.fr", "a@b", "a b@c.fr", "a@b.fr\n x"] {
            assert!(checked(wrong).is_err(), "{wrong}");
        }
    }
}
