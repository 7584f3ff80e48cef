//! Backups, made while people work, and their way back.

use crate::db::Either;
use crate::{Config, Key, Result, Store, StoreError, TempFolder, dump, open, private};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

/// How every SQLite file begins.
const SQLITE: &[u8] = b"SQLite format 3\0";

impl Store {
    /// Writes a backup to a file that is not there yet: a SQLite database from SQLite, a dump (lines of JSON) from PostgreSQL. Others go on
    /// working meanwhile. The key of sealed values is not in it: keep it apart ([`Store::key_text`]).
    pub async fn backup(&self, path: &Path) -> Result<()> {
        refuse_present(path)?;
        // Under another name until it is whole: a backup cut short is not mistaken for one.
        let part = path.with_added_extension("part");
        // What an earlier one left half-way; usually nothing.
        let _ = std::fs::remove_file(&part);
        match &self.inner.read {
            Either::Sqlite(pool) => {
                // Into an empty file of this account only.
                private::new_file(&part).map_err(|error| StoreError::file(&part, error))?;
                let name = part.display().to_string();
                sqlx::query("VACUUM INTO $1").bind(name).execute(pool).await?;
            }
            Either::Pg(_) => self.dump_to(&part).await?,
        }
        std::fs::rename(&part, path).map_err(|error| StoreError::file(path, error))
    }

    /// Writes a dump, which either database takes in, to a file that is not there yet.
    pub async fn dump_to(&self, path: &Path) -> Result<()> {
        refuse_present(path)?;
        let wrong = |error| StoreError::file(path, error);
        let mut out = BufWriter::new(private::new_file(path).map_err(wrong)?);
        self.dump(&mut out, path).await?;
        out.flush().map_err(wrong)?;
        out.get_ref().sync_all().map_err(wrong)
    }

    /// Makes a new database from a backup of either kind: the database of `config` must be empty, a SQLite file must not be there. This is
    /// also the way from SQLite to PostgreSQL and back. Refused, it leaves nothing behind; it is refused, among other reasons, when the key
    /// does not open the sealed values of the backup.
    pub async fn restore(config: Config, path: &Path) -> Result<Self> {
        Self::restored(config, path, false).await
    }

    /// The same without the sealed values, for whoever has lost their key: prices become unknown, second factors are to be set up again.
    pub async fn restore_without_sealed(config: Config, path: &Path) -> Result<Self> {
        Self::restored(config, path, true).await
    }

    async fn restored(config: Config, path: &Path, forget: bool) -> Result<Self> {
        let target = open::sqlite_file(&config.url)?;
        if let Some(target) = &target {
            refuse_present(target)?;
        }
        let done = Self::filled(config, path, target.as_deref(), forget).await;
        if let (Err(_), Some(target)) = (&done, target) {
            for extra in ["", "-wal", "-shm"] {
                // It may not have been made.
                let _ = std::fs::remove_file(format!("{}{extra}", target.display()));
            }
        }
        done
    }

    async fn filled(config: Config, path: &Path, target: Option<&Path>, forget: bool) -> Result<Self> {
        let mut file = BufReader::new(File::open(path).map_err(|error| StoreError::file(path, error))?);
        let start = file.fill_buf().map_err(|error| StoreError::file(path, error))?;
        match (start.starts_with(SQLITE), target) {
            (true, Some(target)) => copied(path, target, forget).await?,
            (true, None) => return Self::restore_across(config, path, forget).await,
            (false, _) => {
                let pool = open::pool(&config).await?;
                let loaded = dump::load((&pool, &config), &mut file, path, forget).await;
                crate::db::on!(&pool, pool => pool.close().await);
                loaded?;
            }
        }
        Self::open(config).await
    }

    /// A SQLite backup into PostgreSQL: by a dump, from a copy, for opening it may migrate it.
    async fn restore_across(config: Config, path: &Path, forget: bool) -> Result<Self> {
        // Beside the backup, where there was room for it.
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = TempFolder::under(parent, &config.entropy)?;
        let (copy, dumped) = (folder.path().join("copy"), folder.path().join("dump"));
        copied(path, &copy, forget).await?;
        let entropy = config.entropy.clone();
        // A given key, even one made up: none is to be written beside the copy.
        let key = Some(config.key.clone().map_or_else(|| entropy.bytes().map(Key), Ok)?);
        let source = Self::open(Config { url: sqlite_url(&copy), key, entropy }).await;
        let source = match source {
            Err(StoreError::Key(_)) if config.key.is_none() => {
                return Err(StoreError::Key(open::guard::missing(&config)?));
            }
            opened => opened?,
        };
        let done = source.dump_to(&dumped).await;
        source.close().await;
        done?;
        Box::pin(Self::restore(config, &dumped)).await
    }
}

/// A copy of a SQLite database, without its sealed values when they are to be forgotten.
async fn copied(from: &Path, to: &Path, forget: bool) -> Result<()> {
    let wrong = |error| StoreError::file(to, error);
    let mut copy = private::new_file(to).map_err(wrong)?;
    std::io::copy(&mut File::open(from).map_err(wrong)?, &mut copy).map_err(wrong)?;
    if forget {
        let config = Config { url: sqlite_url(to), key: None, entropy: crate::Entropy::system() };
        let pool = open::pool(&config).await?;
        let mut tx = pool.begin().await?;
        open::guard::forget(&mut tx).await?;
        tx.commit().await?;
        crate::db::on!(&pool, pool => pool.close().await);
    }
    Ok(())
}

fn sqlite_url(path: &Path) -> String {
    format!("sqlite://{}", path.display())
}

fn refuse_present(path: &Path) -> Result<()> {
    if path.exists() {
        return Err(StoreError::Exists { what: "fichier", id: path.display().to_string() });
    }
    Ok(())
}
