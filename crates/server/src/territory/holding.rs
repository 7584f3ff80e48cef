//! What is held of a territory, and how a request gets at it.

use super::page::Page;
use super::sleep::{self, Asleep};
use super::{analysis, load};
use crate::App;
use crate::http::aside;
use crate::problem::Answer;
use access::{Viewer, Whole};
use chrono::{DateTime, Utc};
use model::FlowId;
use reference::{Override, Reference};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use store::{Kind, TerritoryMeta};

/// A territory at one version, with the leads of the last analysis. Never changed: a new version takes its place.
#[derive(Clone, Default)]
pub(crate) struct Holding {
    /// Its id.
    pub(crate) id: String,
    /// Name, day, notice.
    pub(crate) meta: TerritoryMeta,
    /// Version of the records.
    pub(crate) version: i64,
    /// Version the leads come from; 0 before the first analysis.
    pub(crate) analysed: i64,
    /// Everything but prices.
    pub(crate) whole: Whole,
    /// Flows whose price is sealed.
    pub(crate) sealed: HashSet<FlowId>,
    /// Revision of each record.
    pub(crate) revisions: HashMap<(Kind, String), i64>,
    /// Figures the territory knows better.
    pub(crate) overrides: Arc<Vec<Override>>,
    /// The knowledge with them, made when first asked for.
    pub(super) own: Arc<OnceLock<Reference>>,
    /// Shapes of communes for the map.
    pub(crate) outlines: Arc<Vec<model::Outline>>,
    /// What the analysis noticed.
    pub(crate) findings: Arc<Vec<model::Finding>>,
}

impl Holding {
    /// The knowledge, the territory's own figures in it.
    pub(crate) fn reference(&self, app: &App) -> &Reference {
        if self.overrides.is_empty() {
            return app.reference();
        }
        self.own.get_or_init(|| app.reference().with(&self.overrides))
    }

    /// Other figures take the place of the territory's own.
    pub(super) fn override_with(&mut self, overrides: Arc<Vec<Override>>) {
        self.overrides = overrides;
        self.own = Arc::default();
    }

    /// The revision of a record; `None` when it is no record (an estimate).
    pub(crate) fn revision(&self, kind: Kind, id: &str) -> Option<i64> {
        self.revisions.get(&(kind, id.to_owned())).copied()
    }
}

#[derive(Default)]
pub(crate) struct State {
    pub(crate) holding: Option<Arc<Holding>>,
    /// The same when nobody has asked for a while.
    pub(super) asleep: Option<Asleep>,
    /// When somebody asked last.
    pub(super) asked: Option<DateTime<Utc>>,
    pub(super) pages: HashMap<Viewer, Arc<Page>>,
    pub(crate) analysing: bool,
    /// Changed since the last analysis in a way that changes leads.
    pub(crate) stale: bool,
    /// What the last analysis has left to the next.
    pub(super) memory: Arc<Mutex<diagnosis::Memory>>,
}

impl State {
    /// Another version takes the place of the one there is.
    pub(crate) fn put(&mut self, holding: Holding) -> Arc<Holding> {
        let holding = Arc::new(holding);
        self.pages.clear();
        self.holding = Some(Arc::clone(&holding));
        holding
    }
}

pub(crate) type Slot = Arc<tokio::sync::Mutex<State>>;

/// All territories that were asked for.
#[derive(Default)]
pub(crate) struct Territories {
    slots: Mutex<HashMap<String, Slot>>,
}

impl Territories {
    pub(crate) fn slot(&self, territory: &str) -> Slot {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slots.entry(territory.to_owned()).or_default())
    }

    pub(super) fn all(&self) -> Vec<Slot> {
        let slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        slots.values().cloned().collect()
    }
}

/// The present version, read anew when the database has a later one; true when an analysis is under way.
pub(crate) async fn present(app: &App, territory: &str) -> Answer<(Arc<Holding>, bool)> {
    let version = app.store().version(territory).await?;
    let slot = app.territories().slot(territory);
    let mut state = slot.lock().await;
    state.asked = Some(app.now());
    if let Some(asleep) = state.asleep.take() {
        let woken = sleep::wake(asleep).await?;
        state.put(woken);
    }
    let holding = match &state.holding {
        Some(held) if held.version >= version => Arc::clone(held),
        held => {
            let (fresh, changed) = load::fresh(app, territory, held.as_deref()).await?;
            state.stale |= changed;
            state.put(fresh)
        }
    };
    if state.stale && !state.analysing {
        state.analysing = true;
        analysis::start(app, territory);
    }
    Ok((holding, state.analysing))
}

/// The present version as a viewer may see it.
pub(crate) async fn page(
    app: &App,
    territory: &str,
    viewer: &Viewer,
) -> Answer<(Arc<Holding>, Arc<Page>, bool)> {
    let (holding, analysing) = present(app, territory).await?;
    let slot = app.territories().slot(territory);
    if let Some(page) = slot.lock().await.pages.get(viewer).filter(|page| page.is_of(&holding)) {
        return Ok((holding, Arc::clone(page), analysing));
    }
    let (made, of, who) = (app.clone(), Arc::clone(&holding), viewer.clone());
    let page = aside(move || Ok(Arc::new(Page::new(&made, &of, &who)))).await?;
    slot.lock().await.pages.insert(viewer.clone(), Arc::clone(&page));
    Ok((holding, page, analysing))
}
