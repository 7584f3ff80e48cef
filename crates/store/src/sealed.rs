//! Prices nobody reads but the engine: encrypted at rest, every read by a person logged.

mod price;

use crate::db::{execute, row, rows};
use crate::time::{instant, stamp};
use crate::{Key, Kind, Result, Store, StoreError};
use chrono::{DateTime, Utc};
use model::{FlowId, Price};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};

/// The prices of a territory's flows, opened for the engine. Never to be sent to anybody.
pub type Prices = BTreeMap<FlowId, Price>;

/// The field of a flow's price.
pub const PRICE: &str = "price";

/// Which sealed value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seal {
    /// Which territory.
    pub territory: String,
    /// Kind of the record it belongs to.
    pub kind: Kind,
    /// The record.
    pub id: String,
    /// `price` of a flow; `price:SITE` in a synergy.
    pub field: String,
}

impl Seal {
    /// The price of a flow.
    pub fn of_flow(territory: &str, flow: &FlowId) -> Self {
        Self { territory: territory.into(), kind: Kind::Flow, id: flow.to_string(), field: PRICE.into() }
    }

    /// What ties the encrypted text to its place: moved elsewhere it does not open.
    pub(crate) fn place(&self) -> String {
        format!("{}\n{}\n{}\n{}", self.territory, self.kind, self.id, self.field)
    }
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
    pub(crate) fn key(&self) -> Result<&Key> {
        let none =
            || StoreError::Key("sceller ou ouvrir une valeur demande une clé : définir FE2I_KEY".into());
        self.inner.key.as_ref().ok_or_else(none)
    }

    /// Seals a value, over the one that is there. Prices of flows come through [`Store::commit`]; this is for what companies enter in a
    /// synergy.
    pub async fn seal(&self, seal: &Seal, value: &Value, author: &str, at: DateTime<Utc>) -> Result<()> {
        let mut tx = self.inner.write.begin().await?;
        self.seal_in(&mut tx, seal, value, author, at).await?;
        tx.commit().await
    }

    /// Forgets a sealed value; nothing happens when there is none.
    pub async fn forget(&self, seal: &Seal) -> Result<()> {
        let mut tx = self.inner.write.begin().await?;
        self.forget_in(&mut tx, seal).await?;
        tx.commit().await
    }

    pub(crate) async fn forget_in(&self, tx: &mut crate::db::Tx, seal: &Seal) -> Result<()> {
        let Seal { territory, kind, id, field } = seal;
        let sql = "DELETE FROM sealed WHERE territory = $1 AND kind = $2 AND id = $3 AND field = $4";
        execute!(tx, sql, territory, kind.as_str(), id, field);
        Ok(())
    }

    pub(crate) async fn seal_in(
        &self,
        tx: &mut crate::db::Tx,
        seal: &Seal,
        value: &Value,
        author: &str,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let plain = value.to_string();
        let secret = self.key()?.seal(&self.inner.entropy, &seal.place(), plain.as_bytes())?;
        let sql = "INSERT INTO sealed (territory, kind, id, field, secret, updated_at, updated_by) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (territory, kind, id, field) DO UPDATE \
                   SET secret = excluded.secret, updated_at = excluded.updated_at, updated_by = excluded.updated_by";
        let Seal { territory, kind, id, field } = seal;
        execute!(tx, sql, territory, kind.as_str(), id, field, secret, stamp(at), author);
        Ok(())
    }

    /// Opens a sealed value for a person, and logs that. `None` when there is none; then nothing is logged.
    pub async fn unseal(
        &self,
        seal: &Seal,
        reader: &str,
        why: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Value>> {
        let mut tx = self.inner.write.begin().await?;
        let Seal { territory, kind, id, field } = seal;
        let sql = "SELECT secret FROM sealed WHERE territory = $1 AND kind = $2 AND id = $3 AND field = $4";
        let found = row!(&mut tx, (String,), sql, territory, kind.as_str(), id, field);
        let Some((secret,)) = found else { return Ok(None) };
        let value = self.open_value(seal, &secret)?;
        let sql = "INSERT INTO sealed_read (territory, kind, id, field, reader, why, at) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        execute!(&mut tx, sql, territory, kind.as_str(), id, field, reader, why, stamp(at));
        // The value goes out only once the log is kept.
        tx.commit().await?;
        Ok(Some(value))
    }

    pub(crate) fn open_value(&self, seal: &Seal, secret: &str) -> Result<Value> {
        let plain = self.key()?.open(&seal.place(), secret)?;
        serde_json::from_slice(&plain)
            .map_err(|error| StoreError::Damaged(format!("valeur scellée de {} : {error}", seal.id)))
    }

    /// Opens the flows' prices for the engine; no person reads them, nothing is logged.
    pub async fn prices_for_engine(&self, territory: &str) -> Result<Prices> {
        self.prices_in(&mut self.inner.read.reading().await?, territory).await
    }

    /// The flows whose price is sealed.
    pub async fn sealed_flows(&self, territory: &str) -> Result<HashSet<FlowId>> {
        self.sealed_in(&mut self.inner.read.reading().await?, territory).await
    }

    /// The same within a transaction, of the same state as what else is read in it.
    pub(crate) async fn sealed_in(&self, tx: &mut crate::db::Tx, territory: &str) -> Result<HashSet<FlowId>> {
        let sql = "SELECT id FROM sealed WHERE territory = $1 AND kind = 'flow' AND field = 'price'";
        Ok(rows!(tx, (String,), sql, territory).into_iter().map(|(id,)| FlowId::from(id)).collect())
    }

    /// The prices within a transaction.
    pub(crate) async fn prices_in(&self, tx: &mut crate::db::Tx, territory: &str) -> Result<Prices> {
        let sql = "SELECT id, secret FROM sealed WHERE territory = $1 AND kind = 'flow' AND field = 'price'";
        let mut prices = Prices::new();
        for (id, secret) in rows!(tx, (String, String), sql, territory) {
            let flow = FlowId::from(id);
            let value = self.open_value(&Seal::of_flow(territory, &flow), &secret)?;
            prices.insert(flow, price::read(value)?);
        }
        Ok(prices)
    }

    /// Opens what belongs to one record, for the engine: field → value.
    pub async fn sealed_for_engine(
        &self,
        territory: &str,
        kind: Kind,
        id: &str,
    ) -> Result<BTreeMap<String, Value>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT field, secret FROM sealed WHERE territory = $1 AND kind = $2 AND id = $3";
        let mut values = BTreeMap::new();
        for (field, secret) in rows!(&mut conn, (String, String), sql, territory, kind.as_str(), id) {
            let seal = Seal { territory: territory.into(), kind, id: id.into(), field: field.clone() };
            values.insert(field, self.open_value(&seal, &secret)?);
        }
        Ok(values)
    }

    /// Who read what, newest first.
    pub async fn sealed_reads(&self, territory: &str, limit: i64) -> Result<Vec<SealedRead>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT kind, id, field, reader, why, at FROM sealed_read WHERE territory = $1 \
                   ORDER BY at DESC LIMIT $2";
        let rows = rows!(&mut conn, (String, String, String, String, String, String), sql, territory, limit);
        let read = |(kind, id, field, reader, why, at): (String, String, String, String, String, String)| {
            let kind = kind.parse().map_err(|error| StoreError::Damaged(format!("{error}")))?;
            let seal = Seal { territory: territory.to_owned(), kind, id, field };
            Ok(SealedRead { seal, reader, at: instant(&at)?, why })
        };
        rows.into_iter().map(read).collect()
    }
}
