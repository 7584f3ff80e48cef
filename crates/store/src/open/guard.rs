//! The key of a database: found, made when nothing is sealed yet, refused when it is not the one that sealed.

use crate::db::{Pool, Tx, execute, row};
use crate::{Config, Entropy, Key, Kind, Result, StoreError, people, sealed};
use model::PersonId;
use std::path::{Path, PathBuf};

/// The key a database is opened with. A key is made up only where nothing is sealed yet: over sealed values a new one would lose them
/// without a word. `None`: PostgreSQL without a key, which seals nothing.
pub(super) async fn settled(config: &Config, pool: &Pool) -> Result<Option<Key>> {
    let known = known(config)?;
    check(&mut pool.begin().await?, known.as_ref(), config).await?;
    if known.is_some() || !config.url.starts_with("sqlite:") {
        return Ok(known);
    }
    match beside(config)? {
        Some(path) => made(&path, &config.entropy).map(Some),
        None => Ok(Some(Key(config.entropy.bytes()?))),
    }
}

/// The key that was given, or the one in the file beside a SQLite database.
pub(crate) fn known(config: &Config) -> Result<Option<Key>> {
    let (None, Some(path)) = (&config.key, beside(config)?) else { return Ok(config.key.clone()) };
    match std::fs::read_to_string(&path) {
        Ok(text) => Key::from_text(&text).map(Some),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::file(&path, error)),
    }
}

/// Where the key file of a SQLite database is, or would be.
pub(crate) fn beside(config: &Config) -> Result<Option<PathBuf>> {
    Ok(super::sqlite_file(&config.url)?.map(|file| file.with_extension("key")))
}

/// Refuses a key that does not open what is sealed, and no key where something is.
pub(crate) async fn check(tx: &mut Tx, key: Option<&Key>, config: &Config) -> Result<()> {
    let Some((place, secret)) = one_sealed(tx).await? else { return Ok(()) };
    let Some(key) = key else { return Err(StoreError::Key(missing(config)?)) };
    key.open(&place, &secret).map(drop)
}

/// What to do about a key that is not there.
pub(crate) fn missing(config: &Config) -> Result<String> {
    let file = beside(config)?.map(|path| format!(" remettre le fichier {} d'origine, ou", path.display()));
    Ok(format!(
        "la base tient des valeurs scellées (prix, seconds facteurs) et leur clé manque :{} donner ses 64 chiffres par FE2I_KEY. \
         Si elle est perdue, « fe2i restore --forget-sealed » refait d'une sauvegarde une base sans ces valeurs",
        file.unwrap_or_default()
    ))
}

/// A sealed value and its place; `None` when nothing is sealed.
async fn one_sealed(tx: &mut Tx) -> Result<Option<(String, String)>> {
    let sql = "SELECT territory, kind, id, field, secret FROM sealed LIMIT 1";
    if let Some(found) = row!(&mut *tx, (String, String, String, String, String), sql) {
        let (territory, kind, id, field, secret) = found;
        let kind: Kind = kind.parse().map_err(|error| StoreError::Damaged(format!("{error}")))?;
        return Ok(Some((sealed::Seal { territory, kind, id, field }.place(), secret)));
    }
    let sql = "SELECT id, totp FROM person WHERE totp IS NOT NULL LIMIT 1";
    let found = row!(&mut *tx, (String, String), sql);
    Ok(found.map(|(person, secret)| (people::factor::place(&PersonId::from(person)), secret)))
}

/// Leaves out all sealed values, whose key is lost: prices become unknown, second factors are to be set up again.
pub(crate) async fn forget(tx: &mut Tx) -> Result<()> {
    execute!(&mut *tx, "DELETE FROM sealed");
    execute!(&mut *tx, "DELETE FROM blob WHERE media_type = $1", crate::blob::SEALED);
    execute!(&mut *tx, "UPDATE person SET totp = NULL, totp_window = 0");
    Ok(())
}

/// A new key in its file; nobody but its owner may read it.
fn made(path: &Path, entropy: &Entropy) -> Result<Key> {
    let text = entropy.secret()?;
    write_private(path, &text).map_err(|error| StoreError::file(path, error))?;
    Key::from_text(&text)
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    let mut file = crate::private::new_file(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
