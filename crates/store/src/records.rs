//! Reading a territory.

use crate::sealed::Prices;
use crate::{Kind, Record, Result, Store};
use chrono::NaiveDate;
use model::Territory;
use serde::{Deserialize, Serialize};

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

impl Snapshot {
    /// What the analysis works on; sealed prices enter only when given ([`Store::prices_for_engine`]).
    pub fn territory(&self, prices: &Prices) -> Result<Territory> {
        let _ = prices;
        Err(crate::StoreError::Refused("pas encore".into()))
    }

    /// The records of one kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(move |record| record.kind == kind)
    }
}

impl Store {
    /// The version of a territory; [`crate::StoreError::Missing`] when there is none.
    pub async fn version(&self, territory: &str) -> Result<i64> {
        todo!("{territory}")
    }

    /// A territory at its present version, all of one state.
    pub async fn snapshot(&self, territory: &str) -> Result<Snapshot> {
        todo!("{territory}")
    }

    /// What changed after `version`, each record once, with the version it gives.
    pub async fn changes_since(&self, territory: &str, version: i64) -> Result<(i64, Vec<Moved>)> {
        todo!("{territory}{version}")
    }

    /// One record; `None` when it is not there.
    pub async fn record(&self, territory: &str, kind: Kind, id: &str) -> Result<Option<Record>> {
        todo!("{territory}{kind}{id}")
    }
}
