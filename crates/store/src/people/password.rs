//! Passwords: argon2id, computed off the async threads, at most two at a time; wrong ones lock for a while.

use super::rule::{LONGEST, password_rule};
use super::{Person, Row, folded, person, person_columns};
use crate::db::{execute, row, rows};
use crate::time::{instant, stamp};
use crate::{Result, Store, StoreError};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use chrono::{DateTime, TimeDelta, Utc};
use model::PersonId;

/// Wrong ones in a row from one place before that place is locked out: whoever else has the right one still comes in.
const TRIES: usize = 5;
/// Wrong ones from everywhere before each further try has to wait: many places together guess no faster.
const CROWD: i64 = 30;
/// How long it waits then.
const BREATH: TimeDelta = TimeDelta::seconds(10);
/// How far back they count, and how long it stays locked after the last.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// A hash that no password has, checked when there is no account so that both take as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What came of an address and a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// Right. A second factor may still be asked ([`Person::totp`]).
    Right(Box<Person>),
    /// Wrong address or password, or the account is closed: not told apart, and equally slow.
    Wrong,
    /// Too many wrong ones from there; not even looked at until then.
    Locked {
        /// When to try again.
        until: DateTime<Utc>,
    },
}

impl Store {
    /// Sets a password that [`password_rule`] takes, closes the person's sessions and unlocks the account.
    pub async fn set_password(&self, person: &PersonId, password: &str, at: DateTime<Utc>) -> Result<()> {
        password_rule(password).map_err(StoreError::Refused)?;
        let salt: [u8; 16] = self.inner.entropy.bytes()?;
        let password = password.to_owned();
        let hash = self.off_thread(move || hash(&password, &salt)).await??;
        let mut tx = self.inner.write.begin().await?;
        let sql = "UPDATE person SET password = $1, updated_at = $2 WHERE id = $3";
        if execute!(&mut tx, sql, hash, stamp(at), person.as_str()) == 0 {
            return Err(StoreError::missing("compte", person.as_str()));
        }
        execute!(&mut tx, "DELETE FROM session WHERE person = $1", person.as_str());
        let sql = "DELETE FROM login_attempt WHERE email = (SELECT email FROM person WHERE id = $1)";
        execute!(&mut tx, sql, person.as_str());
        tx.commit().await
    }

    /// Tries an address and a password; `origin` is where from: wrong ones are counted there, and it is kept in the log.
    pub async fn sign_in(
        &self,
        email: &str,
        password: &str,
        origin: &str,
        at: DateTime<Utc>,
    ) -> Result<SignIn> {
        let email = folded(email);
        if let Some(until) = self.locked_until(&email, origin, at).await? {
            return Ok(SignIn::Locked { until });
        }
        let (found, hash) = self.with_hash(&email).await?;
        let password: String = password.chars().take(LONGEST + 1).collect();
        let matches = self.off_thread(move || verify(&password, &hash)).await?;
        let right = found.filter(|person| matches && person.active);
        // Half of the way in is no success: it would lift the lock that wrong codes lead to.
        if !right.as_ref().is_some_and(|person| person.totp) {
            self.attempt(&email, origin, right.is_some(), at).await?;
        }
        Ok(right.map_or(SignIn::Wrong, |person| SignIn::Right(Box::new(person))))
    }

    /// Counts a second factor like the password before it: a wrong one leads to the lock, a right one ends the way in.
    pub async fn factor_tried(&self, email: &str, origin: &str, good: bool, at: DateTime<Utc>) -> Result<()> {
        self.attempt(&folded(email), origin, good, at).await
    }

    /// When a second factor may be tried again from there; `None`: now.
    pub async fn factor_locked_until(
        &self,
        email: &str,
        origin: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>> {
        self.locked_until(&folded(email), origin, at).await
    }

    async fn with_hash(&self, email: &str) -> Result<(Option<Person>, String)> {
        let mut conn = self.inner.read.conn().await?;
        let sql = concat!("SELECT ", person_columns!(), " FROM person p WHERE p.email = $1");
        let found = row!(&mut conn, Row, sql, email).map(person);
        let sql = "SELECT password FROM person WHERE email = $1";
        let hash = row!(&mut conn, (Option<String>,), sql, email).and_then(|(hash,)| hash);
        Ok((found, hash.unwrap_or_else(|| NOBODY.to_owned())))
    }

    /// When an address may be tried again from there; `None`: now. Addresses without an account lock like the others.
    async fn locked_until(
        &self,
        email: &str,
        origin: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT good, at FROM login_attempt WHERE email = $1 AND origin = $2 AND at > $3 \
                   ORDER BY at DESC LIMIT $4";
        let limit = i64::try_from(TRIES).unwrap_or(i64::MAX);
        let last = rows!(&mut conn, (bool, String), sql, email, origin, stamp(at - WINDOW), limit);
        if let (TRIES, [(_, latest), ..]) = (last.iter().filter(|(good, _)| !good).count(), &*last) {
            return Ok(Some(instant(latest)? + WINDOW));
        }
        let sql = "SELECT COUNT(*), MAX(at) FROM login_attempt WHERE email = $1 AND good = $2 AND at > $3";
        let wrong = row!(&mut conn, (i64, Option<String>), sql, email, false, stamp(at - WINDOW));
        let Some((CROWD.., Some(latest))) = wrong else { return Ok(None) };
        Ok(Some(instant(&latest)? + BREATH).filter(|until| *until > at))
    }

    async fn attempt(&self, email: &str, origin: &str, good: bool, at: DateTime<Utc>) -> Result<()> {
        let mut tx = self.inner.write.begin().await?;
        let old = stamp(at - TimeDelta::days(30));
        execute!(&mut tx, "DELETE FROM login_attempt WHERE at < $1", old);
        let sql = "INSERT INTO login_attempt (email, origin, good, at) VALUES ($1, $2, $3, $4)";
        execute!(&mut tx, sql, email, origin, good, stamp(at));
        tx.commit().await
    }

    /// Runs heavy work beside the async threads, a little at a time.
    async fn off_thread<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let hashers = self.inner.hashers.clone();
        let _turn = hashers.acquire_owned().await.map_err(|_| StoreError::Stopped)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| StoreError::Stopped)
    }
}

fn hash(password: &str, salt: &[u8]) -> Result<String> {
    let hashed = Argon2::default().hash_password_with_salt(password.as_bytes(), salt);
    hashed
        .map(|hash| hash.to_string())
        .map_err(|error| StoreError::Refused(format!("le mot de passe ne se hache pas : {error}")))
}

fn verify(password: &str, hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return false };
    Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_says_its_cost_and_opens_to_its_password_only() {
        let hash = hash("correct cheval batterie", &[7; 16]).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(verify("correct cheval batterie", &hash));
        assert!(!verify("correct cheval batteriE", &hash));
        assert!(!verify("", NOBODY) && PasswordHash::new(NOBODY).is_ok());
    }
}
