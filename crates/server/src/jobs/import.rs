//! Keeps what was understood of a file.

use crate::app::App;
use crate::imports::{self, Said};
use crate::problem::{Answer, Problem};
use model::BlobId;
use serde_json::{Value, json};

pub(super) async fn run(app: &App, territory: &str, payload: &Value, author: &str) -> Answer<Value> {
    let id = payload["blob"].as_str().map(BlobId::from).ok_or_else(Problem::missing)?;
    let (blob, bytes) = app.store().upload(territory, &id).await?.ok_or_else(Problem::missing)?;
    let said: Said = serde_json::from_value(payload["said"].clone()).unwrap_or_default();
    let file =
        imports::memory::file(app, territory, blob.name, bytes, &said, wording::Lang::default()).await?;
    let read = imports::read(app, file).await?;
    let mut incoming = read.territory;
    // The territory keeps its own name and day.
    let (holding, _) = crate::territory::present(app, territory).await?;
    incoming.name.clone_from(&holding.meta.name);
    incoming.day = holding.meta.day;
    incoming.invented = holding.meta.invented;
    incoming.notice.clone_from(&holding.meta.notice);
    let counts = json!({
        "actors": incoming.actors.len(),
        "sites": incoming.sites.len(),
        "flows": incoming.flows.len(),
        "exchanges": incoming.exchanges.len(),
    });
    let done = app.store().put_territory(territory, &incoming, author, app.now()).await?;
    Ok(json!({ "version": done.version, "counts": counts }))
}
