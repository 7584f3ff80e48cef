//! Tokens for programs, with scopes.

use super::{Person, digest};
use crate::db::{execute, row, rows};
use crate::time::{instant, instant_or_none, stamp};
use crate::{Result, Store, StoreError};
use chrono::{DateTime, TimeDelta, Utc};
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
    /// What it may do: words without spaces.
    pub scopes: Vec<String>,
    /// Only on this territory.
    pub territory: Option<String>,
    /// Ends.
    pub expires_at: Option<DateTime<Utc>>,
}

/// id, person, name, scopes, territory, `created_at`, `expires_at`, `used_at`
type Row = (String, String, String, String, Option<String>, String, Option<String>, Option<String>);

fn token((id, person, name, scopes, territory, created, expires, used): Row) -> Result<Token> {
    Ok(Token {
        id,
        person: person.into(),
        name,
        scopes: scopes.split_whitespace().map(str::to_owned).collect(),
        territory,
        created_at: instant(&created)?,
        expires_at: instant_or_none(expires.as_deref())?,
        used_at: instant_or_none(used.as_deref())?,
    })
}

impl Store {
    /// Makes a token; the secret is given once and never again.
    pub async fn create_token(&self, new: &NewToken, at: DateTime<Utc>) -> Result<(Token, String)> {
        if let Some(scope) =
            new.scopes.iter().find(|scope| scope.is_empty() || scope.contains(char::is_whitespace))
        {
            return Err(StoreError::Refused(format!("« {scope} » n'est pas une portée ; attendu un mot")));
        }
        let (id, secret) = (self.inner.entropy.id()?, self.inner.entropy.secret()?);
        let NewToken { person, name, scopes, territory, expires_at } = new.clone();
        let mut conn = self.inner.write.conn().await?;
        let sql = "INSERT INTO token (digest, id, person, name, scopes, territory, created_at, expires_at) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let (words, ends) = (scopes.join(" "), expires_at.map(stamp));
        execute!(
            &mut conn,
            sql,
            digest(&secret),
            &id,
            person.as_str(),
            &name,
            words,
            &territory,
            stamp(at),
            ends
        );
        Ok((Token { id, person, name, scopes, territory, created_at: at, expires_at, used_at: None }, secret))
    }

    /// Whose token it is; `None` when it is unknown, over, or the account is closed.
    pub async fn token(&self, secret: &str, at: DateTime<Utc>) -> Result<Option<(Token, Person)>> {
        let sql = "SELECT id, person, name, scopes, territory, created_at, expires_at, used_at FROM token \
                   WHERE digest = $1 AND (expires_at IS NULL OR expires_at > $2)";
        let mut conn = self.inner.read.conn().await?;
        let found = row!(&mut conn, Row, sql, digest(secret), stamp(at));
        drop(conn);
        let Some(found) = found.map(token).transpose()? else { return Ok(None) };
        let person = self.person(&found.person).await?.filter(|person| person.active);
        if person.is_some() && found.used_at.is_none_or(|used| at - used > TimeDelta::hours(1)) {
            let mut conn = self.inner.write.conn().await?;
            execute!(&mut conn, "UPDATE token SET used_at = $1 WHERE id = $2", stamp(at), &found.id);
        }
        Ok(person.map(|person| (found, person)))
    }

    /// The tokens of a person, oldest first.
    pub async fn tokens_of(&self, person: &PersonId) -> Result<Vec<Token>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT id, person, name, scopes, territory, created_at, expires_at, used_at FROM token \
                   WHERE person = $1 ORDER BY created_at, id";
        rows!(&mut conn, Row, sql, person.as_str()).into_iter().map(token).collect()
    }

    /// Takes a token back; true when the person had it.
    pub async fn revoke_token(&self, person: &PersonId, id: &str) -> Result<bool> {
        let mut conn = self.inner.write.conn().await?;
        let sql = "DELETE FROM token WHERE person = $1 AND id = $2";
        Ok(execute!(&mut conn, sql, person.as_str(), id) > 0)
    }
}
