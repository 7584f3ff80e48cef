//! Tables come from numbered files that are never changed once released, in order, each once.

use crate::db::{Either, Pool, execute, on, row, rows};
use crate::{Result, StoreError};
use sha2::{Digest, Sha256};

/// Number is position + 1.
const MIGRATIONS: [(&str, &str); 3] = [
    ("records", include_str!("../migrations/0001_records.sql")),
    ("people", include_str!("../migrations/0002_people.sql")),
    ("work", include_str!("../migrations/0003_work.sql")),
];

/// The newest schema this program knows.
pub(crate) const NEWEST: i64 = 3;

/// Any number, the same in every fe2i: two servers that start together take turns.
const LOCK: i64 = 0x0066_6532_695f_6462;

const TABLE: &str = "CREATE TABLE IF NOT EXISTS schema_version
    (version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL)";

/// Brings the tables to version `goal`, all of the way or not at all.
pub(crate) async fn up_to(pool: &Pool, goal: i64) -> Result<()> {
    let mut tx = pool.begin().await?;
    if let Either::Pg(tx) = &mut tx {
        sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(LOCK).execute(&mut **tx).await?;
    }
    execute!(&mut tx, TABLE);
    let done = rows!(&mut tx, (i64, String), "SELECT version, digest FROM schema_version ORDER BY version");
    for (version, digest) in &done {
        check(*version, digest)?;
    }
    let present = done.last().map_or(0, |(version, _)| *version);
    for (number, (name, sql)) in (1..=goal).zip(MIGRATIONS).filter(|(number, _)| *number > present) {
        tracing::info!(version = number, name, "migration");
        on!(&mut tx, c => { sqlx::raw_sql(sql).execute(&mut **c).await?; });
        let insert = "INSERT INTO schema_version (version, name, digest) VALUES ($1, $2, $3)";
        execute!(&mut tx, insert, number, name, digest_of(sql));
    }
    tx.commit().await
}

/// The schema a database is at; 0 when it has none.
pub(crate) async fn version(pool: &Pool) -> Result<i64> {
    let mut conn = pool.conn().await?;
    let found = row!(&mut conn, (i64,), "SELECT COALESCE(MAX(version), 0) FROM schema_version");
    Ok(found.map_or(0, |(version,)| version))
}

fn check(version: i64, digest: &str) -> Result<()> {
    let place = usize::try_from(version - 1).ok();
    let Some((name, sql)) = place.and_then(|place| MIGRATIONS.get(place)) else {
        return Err(StoreError::Refused(format!(
            "la base est au schéma {version}, ce programme s'arrête à {NEWEST} ; prendre une version plus récente de fe2i"
        )));
    };
    if digest_of(sql) == digest {
        return Ok(());
    }
    Err(StoreError::Damaged(format!("le schéma {version} ({name}) n'est pas celui de ce programme")))
}

fn digest_of(sql: &str) -> String {
    crate::key::hex(&Sha256::digest(sql.as_bytes()))
}
