//! The analysis in the background: never inside a request, one at a time for each territory, again when something changed meanwhile.

use super::holding::Holding;
use super::{load, patch};
use crate::app::{App, Event};
use crate::http::aside;
use crate::problem::{Answer, Problem};
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

/// How long nobody tries again what has failed.
const PAUSE: std::time::Duration = std::time::Duration::from_secs(10);

async fn give_up(app: &App, territory: &str) {
    tokio::time::sleep(PAUSE).await;
    let slot = app.territories().slot(territory);
    let mut state = slot.lock().await;
    state.analysing = false;
    // The leads shown are older than the data: whoever asks next starts another.
    state.stale = true;
}

/// One analysis, swapped in; true when it must be done again.
async fn once(app: &App, territory: &str) -> Answer<bool> {
    let slot = app.territories().slot(territory);
    // One of the few: ten territories opened at once are not ten analyses at once.
    let hand = app.hands().acquire().await.map_err(|error| Problem::internal(&error))?;
    slot.lock().await.stale = false;
    let snapshot = app.store().snapshot(territory, true).await?;
    let (version, owner) = (snapshot.version, app.clone());
    let memory = Arc::clone(&slot.lock().await.memory);
    let found = aside(move || {
        let own = load::own_reference(&owner, &snapshot)?;
        let Snapshot { territory, sealed, .. } = snapshot;
        let shared = owner.classifier(territory.day);
        let own = own.as_ref().map(|own| Classifier::new(own, territory.day));
        let mut memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(analyse(&owner, own.as_ref().unwrap_or(&shared), territory, &mut memory, &sealed))
    });
    let found = found.await?;
    drop(hand);
    let mut state = slot.lock().await;
    let Some(held) = &state.holding else { return Ok(false) };
    let holding = swapped(held, found, version);
    let (later, moved) = app.store().changes_since(territory, version).await?;
    state.stale |= moved.iter().any(|change| patch::changes_leads(change.kind));
    let holding = load::patched(app, holding, later, moved).await?;
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

/// Runs the stages and takes out what tells prices: they decide the order, the euros shown are those of the usual price.
fn analyse(
    app: &App,
    classifier: &Classifier<'_>,
    territory: Territory,
    memory: &mut Memory,
    sealed: &HashSet<FlowId>,
) -> Diagnosis {
    let mut found = diagnosis::run_again(territory, classifier, &app.config().diagnosis, memory);
    access::seal(&mut found.territory);
    let reference = classifier.reference();
    diagnosis::appraise_openly(&mut found, reference, &app.config().diagnosis, |lead| {
        access::without_sealed_money(lead, sealed)
    });
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

#[cfg(test)]
mod tests {
    use crate::testing;
    use std::time::Duration;
    use tokio::time::timeout;

    #[tokio::test]
    async fn an_analysis_waits_for_a_hand() {
        let app = testing::app(0).await;
        app.store().put_territory("val", &model::Territory::default(), "p", testing::at(0)).await.unwrap();
        let all = app.hands().acquire_many(2).await.unwrap();
        let early = timeout(Duration::from_millis(300), app.warm("val")).await;
        assert!(early.is_err(), "both hands are busy elsewhere");
        drop(all);
        app.warm("val").await.unwrap();
    }
}
