//! The price of a flow on its way into the store: taken out of the body before anything is written.

use super::{PRICE, Seal};
use crate::commit::Draft;
use crate::db::{Tx, row};
use crate::{Change, Committed, Edit, Kind, Result, Store, StoreError};
use model::{FlowId, Price};
use serde_json::{Value, json};

/// The key of a flow's body that says which sealed values there are, and which version wrote them.
const SEALED: &str = "sealed";

pub(super) fn read(value: Value) -> Result<Price> {
    serde_json::from_value(value).map_err(|error| StoreError::Damaged(format!("prix scellé : {error}")))
}

impl Store {
    /// Takes the price out of a flow about to be written. A missing or null one leaves what is sealed, `false` forgets it, and another one
    /// than the sealed one is sealed.
    pub(crate) async fn take_price<'a>(
        &self,
        tx: &mut Tx,
        edit: &Edit,
        version: i64,
        mut draft: Draft<'a>,
    ) -> Result<Draft<'a>> {
        let Some(Value::Object(body)) = draft.after.as_mut().filter(|_| draft.kind == Kind::Flow) else {
            return Ok(draft);
        };
        let seal = Seal::of_flow(&edit.territory, &draft.id.into());
        body.remove(SEALED);
        let present = draft.before.as_ref().and_then(|record| record.body.get(SEALED)).cloned();
        let mark = match body.insert(PRICE.into(), Value::Null) {
            None | Some(Value::Null) => present,
            Some(Value::Bool(false)) => {
                self.forget_in(tx, &seal).await?;
                None
            }
            Some(price) => {
                // Refused before it is sealed, or it would be found out when the engine opens it.
                let price = checked(&seal, price)?;
                if self.sealed_now(tx, &seal).await?.as_ref() == Some(&price) {
                    present
                } else {
                    self.seal_in(tx, &seal, &price, &edit.author, edit.at).await?;
                    Some(json!({ PRICE: version }))
                }
            }
        };
        if let Some(mark) = mark {
            body.insert(SEALED.into(), mark);
        }
        Ok(draft)
    }

    async fn sealed_now(&self, tx: &mut Tx, seal: &Seal) -> Result<Option<Value>> {
        let Seal { territory, kind, id, field } = seal;
        let sql = "SELECT secret FROM sealed WHERE territory = $1 AND kind = $2 AND id = $3 AND field = $4";
        let found = row!(tx, (String,), sql, territory, kind.as_str(), id, field);
        found.map(|(secret,)| self.open_value(seal, &secret)).transpose()
    }

    /// Forgets the price of a flow, as an edit made from `expected`; the flow's mark goes with it.
    pub async fn forget_price(
        &self,
        territory: &str,
        flow: &FlowId,
        expected: i64,
        author: &str,
        at: chrono::DateTime<chrono::Utc>,
    ) -> Result<Committed> {
        let flow: &str = &flow.as_str();
        let Some(record) = self.record(territory, Kind::Flow, flow).await? else {
            return Err(StoreError::missing("flux", flow));
        };
        let mut body = record.body;
        body[PRICE] = false.into();
        let change = Change::put(Kind::Flow, flow, Some(expected), &body)?;
        let edit = Edit { territory: territory.into(), author: author.into(), at, changes: vec![change] };
        self.commit(edit).await
    }
}

fn checked(seal: &Seal, price: Value) -> Result<Value> {
    let price: Price = serde_json::from_value(price)
        .map_err(|error| StoreError::Refused(format!("flux {} : prix illisible : {error}", seal.id)))?;
    serde_json::to_value(price).map_err(|error| StoreError::Refused(format!("flux {} : {error}", seal.id)))
}
