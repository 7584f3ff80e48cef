//! Prices nobody reads but the engine: encrypted at rest, every read by a person logged.

use crate::{Result, Store};
use chrono::{DateTime, Utc};
use model::{FlowId, Price};
use serde_json::Value;
use std::collections::BTreeMap;

/// The prices of a territory's flows, opened for the engine. Never to be sent to anybody.
pub type Prices = BTreeMap<FlowId, Price>;

/// Which sealed value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seal {
    /// Which territory.
    pub territory: String,
    /// Kind of the record it belongs to.
    pub kind: crate::Kind,
    /// The record.
    pub id: String,
    /// `price` of a flow; `price:SITE` in a synergy.
    pub field: String,
}

/// Who read a sealed value, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedRead {
    /// What.
    pub seal: Seal,
    /// A person's id.
    pub reader: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, in the person's words or the page's name.
    pub why: String,
}

impl Store {
    /// Seals a value, over the one that is there. Prices of flows come through [`Store::commit`]; this is for the ones companies enter
    /// for a synergy.
    pub async fn seal(&self, seal: &Seal, value: &Value, author: &str, at: DateTime<Utc>) -> Result<()> {
        todo!("{seal:?}{value}{author}{at}")
    }

    /// Opens a sealed value for a person, and logs that. `None` when there is none.
    pub async fn unseal(
        &self,
        seal: &Seal,
        reader: &str,
        why: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Value>> {
        todo!("{seal:?}{reader}{why}{at}")
    }

    /// Forgets a sealed value; true when there was one. Logged in the audit chain as an edit of the record.
    pub async fn forget_sealed(&self, seal: &Seal, author: &str, at: DateTime<Utc>) -> Result<bool> {
        todo!("{seal:?}{author}{at}")
    }

    /// Opens the flows' prices for the engine; no person reads them, nothing is logged.
    pub async fn prices_for_engine(&self, territory: &str) -> Result<Prices> {
        todo!("{territory}")
    }

    /// Opens what the parties of a synergy entered, for the engine: field → value.
    pub async fn sealed_for_engine(
        &self,
        territory: &str,
        kind: crate::Kind,
        id: &str,
    ) -> Result<BTreeMap<String, Value>> {
        todo!("{territory}{kind}{id}")
    }

    /// Who read what, newest first.
    pub async fn sealed_reads(&self, territory: &str, limit: i64) -> Result<Vec<SealedRead>> {
        todo!("{territory}{limit}")
    }
}
