//! Backups, made while people work, and their way back.

use crate::db::Either;
use crate::{Config, Result, Store, StoreError, dump, open};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

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
        let mut out = BufWriter::new(File::create_new(path).map_err(wrong)?);
        self.dump(&mut out, path).await?;
        out.flush().map_err(wrong)?;
        out.get_ref().sync_all().map_err(wrong)
    }

    /// Makes a new database from a backup of either kind: the database of `config` must be empty, a SQLite file must not be there. This is
    /// also the way from SQLite to PostgreSQL and back.
    pub async fn restore(config: Config, path: &Path) -> Result<Self> {
        let mut file = BufReader::new(File::open(path).map_err(|error| StoreError::file(path, error))?);
        let start = file.fill_buf().map_err(|error| StoreError::file(path, error))?;
        let from_sqlite = start.starts_with(SQLITE);
        let target = open::sqlite_file(&config.url)?;
        if let Some(target) = &target {
            refuse_present(target)?;
        }
        match (from_sqlite, target) {
            (true, Some(target)) => {
                std::fs::copy(path, &target).map_err(|error| StoreError::file(&target, error))?;
            }
            (true, None) => return Self::restore_across(config, path).await,
            (false, _) => {
                let pool = open::pool(&config).await?;
                dump::load(&pool, &mut file, path).await?;
                crate::db::on!(&pool, pool => pool.close().await);
            }
        }
        Self::open(config).await
    }

    /// A SQLite backup into PostgreSQL: by a dump, from a copy, for opening it may migrate it.
    async fn restore_across(config: Config, path: &Path) -> Result<Self> {
        let copy = Temporary(path.with_added_extension("copy"));
        let dumped = Temporary(path.with_added_extension("dump"));
        refuse_present(&copy.0)?;
        std::fs::copy(path, &copy.0).map_err(|error| StoreError::file(&copy.0, error))?;
        let url = format!("sqlite://{}", copy.0.display());
        let source = Self::open(Config { url, ..config.clone() }).await?;
        let done = source.dump_to(&dumped.0).await;
        source.close().await;
        done?;
        Box::pin(Self::restore(config, &dumped.0)).await
    }
}

/// A file that goes away again.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        for extra in ["", "-wal", "-shm"] {
            // It may not have been made.
            let _ = std::fs::remove_file(format!("{}{extra}", self.0.display()));
        }
    }
}

fn refuse_present(path: &Path) -> Result<()> {
    if path.exists() {
        return Err(StoreError::Exists { what: "fichier", id: path.display().to_string() });
    }
    Ok(())
}
