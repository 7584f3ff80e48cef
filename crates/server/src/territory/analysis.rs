//! The analysis in the background: never inside a request, one at a time for each territory, again when something changed meanwhile.

use super::holding::Holding;
use super::{load, patch};
use crate::app::{App, Event};
use crate::problem::Answer;
use classify::Classifier;
use diagnosis::{Diagnosis, Memory};
use model::{FlowId, Territory};
use std::collections::HashSet;
use std::sync::{Arc, PoisonError};
use store::Snapshot;

/// Starts one; the caller has marked the territory as being analysed.
pub(super) fn start(app: &App, territory: &str) {
    let (app, territory) = (app.clone(), territory.to_owned());
    tokio::spawn(async move {
        loop {
            let again = match once(&app, &territory).await {
                Ok(again) => again,
                Err(problem) => {
                    tracing::error!(territory, ?problem, "analysis failed");
                    give_up(&app, &territory).await;
                    false
                }
            };
            if !again {
                break;
            }
        }
    });
}

async fn give_up(app: &App, territory: &str) {
    let slot = app.territories().slot(territory);
    let mut state = slot.lock().await;
    state.analysing = false;
    state.stale = false;
}

/// One analysis, swapped in; true when it must be done again.
async fn once(app: &App, territory: &str) -> Answer<bool> {
    let slot = app.territories().slot(territory);
    slot.lock().await.stale = false;
    let snapshot = app.store().snapshot(territory, true).await?;
    let (version, owner) = (snapshot.version, app.clone());
    let memory = Arc::clone(&slot.lock().await.memory);
    let found = load::blocking(move || {
        let own = load::own_reference(&owner, &snapshot)?;
        let Snapshot { territory, sealed, .. } = snapshot;
        let shared = owner.classifier(territory.day);
        let own = own.as_ref().map(|own| Classifier::new(own, territory.day));
        let mut memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(analyse(&owner, own.as_ref().unwrap_or(&shared), territory, &mut memory, &sealed))
    });
    let found = found.await?;
    let mut state = slot.lock().await;
    let Some(held) = &state.holding else { return Ok(false) };
    let mut holding = swapped(held, found, version);
    let (later, moved) = app.store().changes_since(territory, version).await?;
    let classifier = app.classifier(holding.meta.day);
    state.stale |= moved.iter().any(|change| patch::changes_leads(change.kind));
    patch::apply(&mut holding, later, &moved, &classifier)?;
    let holding = state.put(holding);
    state.analysing = state.stale;
    let again = state.stale;
    drop(state);
    app.tell(Event {
        territory: territory.to_owned(),
        name: "analysis",
        data: serde_json::json!({
            "version": holding.version,
            "analysed_version": holding.analysed,
            "analysing": again,
        }),
    });
    Ok(again)
}

/// Runs the stages and takes out what tells prices.
fn analyse(
    app: &App,
    classifier: &Classifier<'_>,
    territory: Territory,
    memory: &mut Memory,
    sealed: &HashSet<FlowId>,
) -> Diagnosis {
    let mut found = diagnosis::run_again(territory, classifier, &app.config().diagnosis, memory);
    access::seal(&mut found.territory);
    for lead in &mut found.leads {
        access::without_sealed_terms(lead, sealed);
    }
    found
}

fn swapped(held: &Holding, found: Diagnosis, version: i64) -> Holding {
    let mut holding = held.clone();
    holding.analysed = version;
    holding.whole.territory = Arc::new(found.territory);
    holding.whole.leads = Arc::new(found.leads);
    holding.whole.visits = Arc::new(found.visits);
    holding.findings = Arc::new(found.findings);
    holding
}
