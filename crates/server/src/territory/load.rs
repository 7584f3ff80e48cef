//! From the database to memory: all records the first time, then only what changed.

use super::holding::Holding;
use super::patch;
use crate::App;
use crate::problem::{Answer, Problem};
use access::Whole;
use model::Territory;
use reference::{Override, Reference};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use store::{Kind, Snapshot};

/// The present version, and whether leads may differ for it.
pub(super) async fn fresh(app: &App, territory: &str, held: Option<&Holding>) -> Answer<(Holding, bool)> {
    match held {
        Some(held) => later(app, held).await,
        None => Ok((whole(app, territory).await?, true)),
    }
}

async fn later(app: &App, held: &Holding) -> Answer<(Holding, bool)> {
    let (version, moved) = app.store().changes_since(&held.id, held.version).await?;
    let changed = moved.iter().any(|change| patch::changes_leads(change.kind));
    let mut holding = held.clone();
    if moved.iter().any(|change| change.kind == Kind::Flow) {
        holding.sealed = app.store().prices_for_engine(&held.id).await?.into_keys().collect();
    }
    let classifier = app.classifier(held.meta.day);
    let holding = blocking(move || {
        patch::apply(&mut holding, version, &moved, &classifier)?;
        Ok(holding)
    });
    Ok((holding.await?, changed))
}

async fn whole(app: &App, territory: &str) -> Answer<Holding> {
    let snapshot = app.store().snapshot(territory).await?;
    let prices = app.store().prices_for_engine(territory).await?;
    let app = app.clone();
    blocking(move || {
        let mut holding = holding(&snapshot)?;
        holding.sealed = prices.into_keys().collect();
        let classifier = app.classifier(holding.meta.day);
        let raw = snapshot.territory(&store::sealed::Prices::new())?;
        let (settled, _) = classify::settle(raw, &classifier);
        holding.whole.territory = Arc::new(settled);
        Ok(holding)
    })
    .await
}

/// Everything but the territory itself.
fn holding(snapshot: &Snapshot) -> Answer<Holding> {
    let meta = snapshot.of(Kind::Territory).next().map(store::Record::read).transpose()?.unwrap_or_default();
    let mut holding = Holding {
        id: snapshot.id.clone(),
        meta,
        version: snapshot.version,
        whole: Whole {
            territory: Arc::new(Territory::default()),
            synergies: list(snapshot, Kind::Synergy)?,
            contacts: list(snapshot, Kind::Contact)?,
            visited: list(snapshot, Kind::Visit)?,
            projects: list(snapshot, Kind::Project)?,
            ideas: list(snapshot, Kind::Idea)?,
            ..Whole::default()
        },
        outlines: list(snapshot, Kind::Outline)?,
        revisions: snapshot.records.iter().map(|r| ((r.kind, r.id.clone()), r.revision)).collect(),
        ..Holding::default()
    };
    holding.override_with(list(snapshot, Kind::Setting)?);
    Ok(holding)
}

/// The knowledge with the figures that the territory knows better; `None` when it knows none.
pub(crate) fn own_reference(app: &App, snapshot: &Snapshot) -> Answer<Option<Reference>> {
    let overrides: Arc<Vec<Override>> = list(snapshot, Kind::Setting)?;
    Ok((!overrides.is_empty()).then(|| app.reference().with(&overrides)))
}

fn list<T: DeserializeOwned>(snapshot: &Snapshot, kind: Kind) -> Answer<Arc<Vec<T>>> {
    Ok(Arc::new(snapshot.of(kind).map(store::Record::read).collect::<Result<_, _>>()?))
}

pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Answer<T> + Send + 'static,
) -> Answer<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Problem::internal(&error))?
}
