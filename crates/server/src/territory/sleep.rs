//! A territory nobody has asked for since a while is packed: a tenth of the memory, and back within a second or two.
//!
//! What the next analysis could have taken over is forgotten, what the pages looked up is built anew; leads stay.

use super::holding::{Holding, State};
use crate::App;
use crate::http::aside;
use crate::problem::{Answer, Problem};
use chrono::TimeDelta;
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use model::{Finding, FlowId, Lead, Territory, Visit};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::io::{BufWriter, Read, Write};
use std::sync::Arc;
use std::time::Duration;
use store::Kind;

/// How often it is looked whether somebody has gone.
const LOOK: Duration = Duration::from_secs(10);

/// A holding without what is large, and that, packed.
pub(super) struct Asleep {
    rest: Holding,
    packed: Vec<u8>,
}

/// What is large.
#[derive(Default, Deserialize, Serialize)]
struct Large {
    territory: Arc<Territory>,
    leads: Arc<Vec<Lead>>,
    visits: Arc<Vec<Visit>>,
    findings: Arc<Vec<Finding>>,
    sealed: HashSet<FlowId>,
    /// Kind, id, revision.
    revisions: Vec<(String, String, i64)>,
}

/// Packs what nobody asks for, until the process ends.
pub(crate) async fn watch(app: App) {
    let Some(after) = app.config().rest else { return };
    loop {
        tokio::time::sleep(LOOK.min(after)).await;
        app.pack_idle(after).await;
    }
}

impl App {
    /// Packs the territories that nobody has asked for since so long.
    pub async fn pack_idle(&self, after: Duration) {
        let after = TimeDelta::from_std(after).unwrap_or(TimeDelta::MAX);
        let mut awake = false;
        for slot in self.territories().all() {
            let mut state = slot.lock().await;
            let idle = state.asked.is_some_and(|asked| self.now() - asked >= after);
            if !idle || state.analysing || state.stale {
                awake |= state.holding.is_some();
                continue;
            }
            let Some(holding) = state.rest() else { continue };
            match aside(move || pack(holding)).await {
                Ok(asleep) => state.asleep = Some(asleep),
                // It is read from the database again when somebody asks.
                Err(problem) => tracing::error!(?problem, "a territory could not be packed"),
            }
        }
        if !awake {
            self.forget_classifiers();
            stir();
        }
    }
}

/// An allocator gives what was freed back to the system after a while, and only when it is used: in a server where nothing happens it is not.
fn stir() {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(4 << 20)));
}

/// Back as it was.
pub(super) async fn wake(asleep: Asleep) -> Answer<Holding> {
    aside(move || unpack(asleep)).await
}

fn pack(held: Arc<Holding>) -> Answer<Asleep> {
    let mut rest = Arc::unwrap_or_clone(held);
    let revisions = std::mem::take(&mut rest.revisions);
    let large = Large {
        territory: std::mem::take(&mut rest.whole.territory),
        leads: std::mem::take(&mut rest.whole.leads),
        visits: std::mem::take(&mut rest.whole.visits),
        findings: std::mem::take(&mut rest.findings),
        sealed: std::mem::take(&mut rest.sealed),
        revisions: revisions
            .into_iter()
            .map(|((kind, id), revision)| (kind.to_string(), id, revision))
            .collect(),
    };
    let mut out = BufWriter::new(DeflateEncoder::new(Vec::new(), Compression::fast()));
    serde_json::to_writer(&mut out, &large).map_err(|error| Problem::internal(&error))?;
    out.flush().map_err(|error| Problem::internal(&error))?;
    let out = out.into_inner().map_err(|error| Problem::internal(&error.into_error()))?;
    let mut packed = out.finish().map_err(|error| Problem::internal(&error))?;
    packed.shrink_to_fit();
    Ok(Asleep { rest, packed })
}

fn unpack(Asleep { mut rest, packed }: Asleep) -> Answer<Holding> {
    let mut plain = Vec::new();
    DeflateDecoder::new(packed.as_slice())
        .read_to_end(&mut plain)
        .map_err(|error| Problem::internal(&error))?;
    let large: Large = serde_json::from_slice(&plain).map_err(|error| Problem::internal(&error))?;
    rest.whole.territory = large.territory;
    rest.whole.leads = large.leads;
    rest.whole.visits = large.visits;
    rest.findings = large.findings;
    rest.sealed = large.sealed;
    let revision = |(kind, id, revision): (String, String, i64)| {
        let kind: Kind = kind.parse().map_err(|error: store::UnknownKind| Problem::internal(&error))?;
        Ok(((kind, id), revision))
    };
    rest.revisions = large.revisions.into_iter().map(revision).collect::<Answer<_>>()?;
    Ok(rest)
}

impl State {
    /// Lets go of everything that can be made again; gives what cannot.
    fn rest(&mut self) -> Option<Arc<Holding>> {
        let holding = self.holding.take()?;
        self.pages.clear();
        self.memory = Arc::default();
        self.asked = None;
        Some(holding)
    }
}
