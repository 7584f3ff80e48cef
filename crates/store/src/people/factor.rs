//! The second factor: its secret, sealed, and the last window that was used.

use crate::db::{execute, row};
use crate::{Result, Store, StoreError, key};
use model::PersonId;

/// What ties the encrypted secret to its person.
pub(crate) fn place(person: &PersonId) -> String {
    format!("totp\n{person}")
}

impl Store {
    /// Sets or removes the second factor's secret, kept encrypted.
    pub async fn set_totp(&self, person: &PersonId, secret: Option<&[u8]>) -> Result<()> {
        let sealed =
            secret.map(|secret| self.key()?.seal(&self.inner.entropy, &place(person), secret)).transpose()?;
        let mut conn = self.inner.write.conn().await?;
        let sql = "UPDATE person SET totp = $1, totp_window = 0 WHERE id = $2";
        if execute!(&mut conn, sql, sealed, person.as_str()) == 0 {
            return Err(StoreError::missing("compte", person.as_str()));
        }
        Ok(())
    }

    /// The second factor's secret; `None` when there is none.
    pub async fn totp(&self, person: &PersonId) -> Result<Option<Vec<u8>>> {
        let mut conn = self.inner.read.conn().await?;
        let found =
            row!(&mut conn, (Option<String>,), "SELECT totp FROM person WHERE id = $1", person.as_str());
        let Some((Some(sealed),)) = found else { return Ok(None) };
        self.key()?.open(&place(person), &sealed).map(Some)
    }

    /// Takes the 30-second window a code was good for: false when it or a later one was taken before, so that a code opens one session
    /// only.
    pub async fn use_totp_window(&self, person: &PersonId, window: i64) -> Result<bool> {
        let mut conn = self.inner.write.conn().await?;
        let sql = "UPDATE person SET totp_window = $1 WHERE id = $2 AND totp_window < $1";
        Ok(execute!(&mut conn, sql, window, person.as_str()) == 1)
    }

    /// The key as text, for whoever must write it down before moving to another machine.
    pub fn key_text(&self) -> Result<String> {
        Ok(key::hex(&self.key()?.0))
    }
}
