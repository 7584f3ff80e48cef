//! A territory read whole: what can be a hundred thousand records goes row by row into what the engine works on, never through a tree of
//! JSON.

use crate::db::{each, row};
use crate::records::{Row, record};
use crate::sealed::Prices;
use crate::{Kind, Record, Result, Store, StoreError, TerritoryMeta};
use model::{Flow, FlowId, Territory};
use serde::de::DeserializeOwned;
use std::collections::{HashMap, HashSet};

/// A territory at one version, all of one state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// Name, day, notice.
    pub meta: TerritoryMeta,
    /// Who, where, what flows; with prices when they were asked for.
    pub territory: Territory,
    /// Flows whose price is sealed.
    pub sealed: HashSet<FlowId>,
    /// The revision of each record.
    pub revisions: HashMap<(Kind, String), i64>,
    /// All other records (contacts, visits, synergies …), in the order in which they were first written.
    pub records: Vec<Record>,
}

impl Snapshot {
    /// The records of one kind, of those that are not in the territory itself.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(move |record| record.kind == kind)
    }

    fn take(&mut self, row: Row, prices: &mut Prices) -> Result<()> {
        let kind: Kind = row.0.parse().map_err(|error| StoreError::Damaged(format!("{error}")))?;
        self.revisions.insert((kind, row.1.clone()), row.2);
        match kind {
            Kind::Territory => self.meta = body(&row)?,
            Kind::Actor => self.territory.actors.push(body(&row)?),
            Kind::Site => self.territory.sites.push(body(&row)?),
            Kind::Exchange => self.territory.exchanges.push(body(&row)?),
            Kind::Flow => {
                let mut flow: Flow = body(&row)?;
                flow.price = prices.remove(&flow.id).map(Box::new);
                self.territory.flows.push(flow);
            }
            _ => self.records.push(record(row)?),
        }
        Ok(())
    }

    fn named(mut self) -> Self {
        let TerritoryMeta { name, day, invented, notice } = self.meta.clone();
        self.territory = Territory { name, day, invented, notice, ..self.territory };
        self
    }
}

fn body<T: DeserializeOwned>((kind, id, _, body, ..): &Row) -> Result<T> {
    serde_json::from_str(body).map_err(|error| StoreError::Damaged(format!("{kind} {id} : {error}")))
}

impl Store {
    /// A territory at its present version; with sealed prices, for the engine only, when `priced`.
    pub async fn snapshot(&self, id: &str, priced: bool) -> Result<Snapshot> {
        let mut tx = self.inner.read.reading().await?;
        let version = row!(&mut tx, (i64,), "SELECT version FROM territory WHERE id = $1", id);
        let (version,) = version.ok_or_else(|| StoreError::missing("territoire", id))?;
        let sealed = self.sealed_in(&mut tx, id).await?;
        let mut opened = if priced { self.prices_in(&mut tx, id).await? } else { Prices::new() };
        let mut snapshot = Snapshot { id: id.to_owned(), version, sealed, ..Snapshot::default() };
        let sql = "SELECT kind, id, revision, body, updated_at, updated_by FROM record \
                   WHERE territory = $1 ORDER BY born, rank, kind, id";
        each!(&mut tx, Row, sql, |row| snapshot.take(row, &mut opened), id);
        Ok(snapshot.named())
    }
}
