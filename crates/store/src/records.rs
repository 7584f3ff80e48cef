//! Reading a territory.

use crate::db::{row, rows};
use crate::sealed::Prices;
use crate::time::instant;
use crate::{Kind, Record, Result, Store, StoreError};
use chrono::NaiveDate;
use model::{Flow, Territory};
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

/// A territory at one version.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// Its records, in the order in which they were first written.
    pub records: Vec<Record>,
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

impl Snapshot {
    /// What the analysis works on; sealed prices enter only when given ([`Store::prices_for_engine`]).
    pub fn territory(&self, prices: &Prices) -> Result<Territory> {
        let mut territory = Territory::default();
        for record in &self.records {
            match record.kind {
                Kind::Territory => name(&mut territory, record.read()?),
                Kind::Actor => territory.actors.push(record.read()?),
                Kind::Site => territory.sites.push(record.read()?),
                Kind::Exchange => territory.exchanges.push(record.read()?),
                Kind::Flow => {
                    let mut flow: Flow = record.read()?;
                    flow.price = prices.get(&flow.id).cloned().map(Box::new);
                    territory.flows.push(flow);
                }
                _ => {}
            }
        }
        Ok(territory)
    }

    /// The records of one kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(move |record| record.kind == kind)
    }
}

fn name(territory: &mut Territory, meta: TerritoryMeta) {
    let TerritoryMeta { name, day, invented, notice } = meta;
    territory.name = name;
    territory.day = day;
    territory.invented = invented;
    territory.notice = notice;
}

impl Store {
    /// The version of a territory; [`StoreError::Missing`] when there is none.
    pub async fn version(&self, territory: &str) -> Result<i64> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT version FROM territory WHERE id = $1";
        let found = row!(&mut conn, (i64,), sql, territory);
        found.map(|(version,)| version).ok_or_else(|| StoreError::missing("territoire", territory))
    }

    /// A territory at its present version, all of one state.
    pub async fn snapshot(&self, territory: &str) -> Result<Snapshot> {
        let mut tx = self.inner.read.reading().await?;
        let sql = "SELECT version FROM territory WHERE id = $1";
        let version = row!(&mut tx, (i64,), sql, territory);
        let (version,) = version.ok_or_else(|| StoreError::missing("territoire", territory))?;
        let sql = "SELECT kind, id, revision, body, updated_at, updated_by FROM record \
                   WHERE territory = $1 ORDER BY born, rank, kind, id";
        let rows = rows!(&mut tx, Row, sql, territory);
        let records: Result<Vec<Record>> = rows.into_iter().map(record).collect();
        Ok(Snapshot { id: territory.to_owned(), version, records: records? })
    }

    /// Version and [`Territory`] at once, without the other records; with sealed prices when `priced`. Cheaper than a [`Snapshot`] when the
    /// territory is large.
    pub async fn load_territory(&self, id: &str, priced: bool) -> Result<(i64, Territory)> {
        let mut tx = self.inner.read.reading().await?;
        let version = row!(&mut tx, (i64,), "SELECT version FROM territory WHERE id = $1", id);
        let (version,) = version.ok_or_else(|| StoreError::missing("territoire", id))?;
        let opened = if priced { self.prices_in(&mut tx, id).await? } else { Prices::new() };
        let sql = "SELECT kind, id, body FROM record WHERE territory = $1 \
                   AND kind IN ('territory', 'actor', 'site', 'flow', 'exchange') ORDER BY born, rank, kind, id";
        let mut territory = Territory::default();
        for (kind, id, body) in rows!(&mut tx, (String, String, String), sql, id) {
            let damaged = |error: serde_json::Error| StoreError::Damaged(format!("{kind} {id} : {error}"));
            match kind.as_str() {
                "actor" => territory.actors.push(serde_json::from_str(&body).map_err(damaged)?),
                "site" => territory.sites.push(serde_json::from_str(&body).map_err(damaged)?),
                "exchange" => territory.exchanges.push(serde_json::from_str(&body).map_err(damaged)?),
                "flow" => {
                    let mut flow: Flow = serde_json::from_str(&body).map_err(damaged)?;
                    flow.price = opened.get(&flow.id).cloned().map(Box::new);
                    territory.flows.push(flow);
                }
                _ => name(&mut territory, serde_json::from_str(&body).map_err(damaged)?),
            }
        }
        Ok((version, territory))
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
