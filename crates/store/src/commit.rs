//! The one place that writes records.

use crate::{Committed, Config, Edit, Notice, Result, Store, TerritoryMeta};
use chrono::{DateTime, Utc};
use model::Territory;
use tokio::sync::broadcast;

/// Name and version of a territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id: lower-case letters, digits and hyphens.
    pub id: String,
    /// What it is called.
    pub meta: TerritoryMeta,
    /// Its version.
    pub version: i64,
}

impl Store {
    /// Opens a database, making it when it is a SQLite file that is not there, and brings its tables up to date.
    pub async fn open(config: Config) -> Result<Self> {
        todo!("{config:?}")
    }

    /// Told whenever a territory changes, here or by another server on the same PostgreSQL.
    pub fn subscribe(&self) -> broadcast::Receiver<Notice> {
        self.inner.notices.subscribe()
    }

    /// Writes all of an edit or nothing.
    pub async fn commit(&self, edit: Edit) -> Result<Committed> {
        todo!("{edit:?}")
    }

    /// Makes an empty territory.
    pub async fn create_territory(
        &self,
        id: &str,
        meta: &TerritoryMeta,
        author: &str,
        at: DateTime<Utc>,
    ) -> Result<()> {
        todo!("{id}{meta:?}{author}{at}")
    }

    /// Every territory, by id.
    pub async fn territories(&self) -> Result<Vec<Listed>> {
        todo!()
    }

    /// Writes what intake read as one edit: what is new is added, what is there under the same id is replaced, nothing is deleted. The
    /// territory is made when it is not there.
    pub async fn put_territory(
        &self,
        id: &str,
        territory: &Territory,
        author: &str,
        at: DateTime<Utc>,
    ) -> Result<Committed> {
        todo!("{id}{}{author}{at}", territory.name)
    }
}
