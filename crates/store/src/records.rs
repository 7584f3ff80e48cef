//! Reading a territory.

use crate::db::{row, rows};
use crate::time::instant;
use crate::{Kind, Record, Result, Store, StoreError};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a territory is called and of which day it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TerritoryMeta {
    /// Name shown.
    pub name: String,
    /// The day the picture is of.
    pub day: NaiveDate,
    /// True when the companies are invented.
    #[serde(default)]
    pub invented: bool,
    /// A warning every page shows.
    #[serde(default)]
    pub notice: Option<String>,
}

/// A territory changed: sent to every store open on the database, this one too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Which.
    pub territory: String,
    /// Its version now.
    pub version: i64,
}

/// A record that changed after a version: what it is now, or that it is gone.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// What kind.
    pub kind: Kind,
    /// Which.
    pub id: String,
    /// The version that changed it last.
    pub version: i64,
    /// What it is now; `None`: deleted.
    pub record: Option<Record>,
}

/// A record as the database has it: kind, id, revision, body, `updated_at`, `updated_by`.
pub(crate) type Row = (String, String, i64, String, String, String);

pub(crate) fn record((kind, id, revision, body, at, by): Row) -> Result<Record> {
    let kind: Kind = kind.parse().map_err(|error| StoreError::Damaged(format!("{error}")))?;
    let body =
        serde_json::from_str(&body).map_err(|error| StoreError::Damaged(format!("{kind} {id} : {error}")))?;
    Ok(Record { kind, id, revision, body, updated_at: instant(&at)?, updated_by: by })
}

impl Store {
    /// The version of a territory; [`StoreError::Missing`] when there is none.
    pub async fn version(&self, territory: &str) -> Result<i64> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT version FROM territory WHERE id = $1";
        let found = row!(&mut conn, (i64,), sql, territory);
        found.map(|(version,)| version).ok_or_else(|| StoreError::missing("territoire", territory))
    }

    /// What changed after `version`, each record once, with the version it gives.
    pub async fn changes_since(&self, territory: &str, version: i64) -> Result<(i64, Vec<Moved>)> {
        let mut tx = self.inner.read.reading().await?;
        let sql = "SELECT version FROM territory WHERE id = $1";
        let present = row!(&mut tx, (i64,), sql, territory);
        let (present,) = present.ok_or_else(|| StoreError::missing("territoire", territory))?;
        let sql = "SELECT kind, id, MAX(version) FROM audit WHERE territory = $1 AND version > $2 \
                   GROUP BY kind, id";
        let touched = rows!(&mut tx, (String, String, i64), sql, territory, version);
        let sql = "SELECT kind, id, revision, body, updated_at, updated_by FROM record \
                   WHERE territory = $1 AND revision > $2";
        let mut there = BTreeMap::new();
        for row in rows!(&mut tx, Row, sql, territory, version) {
            let record = record(row)?;
            there.insert((record.kind, record.id.clone()), record);
        }
        let mut moved = Vec::with_capacity(touched.len());
        for (kind, id, version) in touched {
            let kind: Kind = kind.parse().map_err(|error| StoreError::Damaged(format!("{error}")))?;
            let record = there.remove(&(kind, id.clone()));
            moved.push(Moved { kind, id, version, record });
        }
        moved.sort_by(|a, b| (a.version, a.kind, &a.id).cmp(&(b.version, b.kind, &b.id)));
        Ok((present, moved))
    }

    /// One record; `None` when it is not there.
    pub async fn record(&self, territory: &str, kind: Kind, id: &str) -> Result<Option<Record>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT kind, id, revision, body, updated_at, updated_by FROM record \
                   WHERE territory = $1 AND kind = $2 AND id = $3";
        row!(&mut conn, Row, sql, territory, kind.as_str(), id).map(record).transpose()
    }

    /// The records of one kind, in the order in which they were first written.
    pub async fn records(&self, territory: &str, kind: Kind) -> Result<Vec<Record>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT kind, id, revision, body, updated_at, updated_by FROM record \
                   WHERE territory = $1 AND kind = $2 ORDER BY born, rank, id";
        rows!(&mut conn, Row, sql, territory, kind.as_str()).into_iter().map(record).collect()
    }
}
