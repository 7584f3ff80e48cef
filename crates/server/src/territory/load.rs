//! From the database to memory: all records the first time, then only what changed.

use super::holding::Holding;
use super::patch;
use crate::App;
use crate::http::aside;
use crate::problem::Answer;
use access::Whole;
use classify::Classifier;
use reference::{Override, Reference};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use store::{Kind, Moved, Snapshot};

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
        holding.sealed = app.store().sealed_flows(&held.id).await?;
    }
    Ok((patched(app, holding, version, moved).await?, changed))
}

/// With the changes in it, made away from the threads that answer.
pub(super) async fn patched(
    app: &App,
    mut holding: Holding,
    version: i64,
    moved: Vec<Moved>,
) -> Answer<Holding> {
    let classifier = app.classifier(holding.meta.day);
    aside(move || {
        patch::apply(&mut holding, version, &moved, &classifier)?;
        Ok(holding)
    })
    .await
}

async fn whole(app: &App, territory: &str) -> Answer<Holding> {
    let snapshot = app.store().snapshot(territory, false).await?;
    let app = app.clone();
    aside(move || {
        let classifier = app.classifier(snapshot.meta.day);
        holding(snapshot, &classifier)
    })
    .await
}

pub(super) fn holding(mut snapshot: Snapshot, classifier: &Classifier<'_>) -> Answer<Holding> {
    let (settled, _) = classify::settle(std::mem::take(&mut snapshot.territory), classifier);
    let mut holding = Holding {
        whole: Whole {
            territory: Arc::new(settled),
            synergies: list(&snapshot, Kind::Synergy)?,
            contacts: list(&snapshot, Kind::Contact)?,
            visited: list(&snapshot, Kind::Visit)?,
            projects: list(&snapshot, Kind::Project)?,
            ideas: list(&snapshot, Kind::Idea)?,
            ..Whole::default()
        },
        outlines: list(&snapshot, Kind::Outline)?,
        ..Holding::default()
    };
    holding.override_with(list(&snapshot, Kind::Setting)?);
    let Snapshot { id, version, meta, sealed, revisions, .. } = snapshot;
    Ok(Holding { id, meta, version, sealed, revisions, ..holding })
}

/// The knowledge with the figures that the territory knows better; `None` when it knows none.
pub(crate) fn own_reference(app: &App, snapshot: &Snapshot) -> Answer<Option<Reference>> {
    let overrides: Arc<Vec<Override>> = list(snapshot, Kind::Setting)?;
    Ok((!overrides.is_empty()).then(|| app.reference().with(&overrides)))
}

fn list<T: DeserializeOwned>(snapshot: &Snapshot, kind: Kind) -> Answer<Arc<Vec<T>>> {
    Ok(Arc::new(snapshot.of(kind).map(store::Record::read).collect::<Result<_, _>>()?))
}
