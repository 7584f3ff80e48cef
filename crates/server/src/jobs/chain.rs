//! Plans a recovery chain outside requests: tells how far it is, and when it is asked to stop keeps the best plan so far.

use super::tell;
use crate::app::App;
use crate::chains::{Paper, Room, study};
use crate::problem::{Answer, Problem};
use crate::shapes::ChainStudy;
use crate::shapes::input::ChainAsk;
use planning::chain::SEARCHES;
use planning::{Progress, Watch};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::blob::NewBlob;
use store::job::{Job, Order};
use wording::{Lang, message, rounded};

/// How often the queue hears how far it is.
const PAUSE: Duration = Duration::from_millis(400);

/// Seconds of computation at most, where nobody says.
const SECONDS: u32 = 120;

/// What the job works on.
#[derive(Deserialize, Serialize)]
pub(crate) struct Payload {
    /// What was asked.
    pub(crate) ask: ChainAsk,
    /// fr or en.
    pub(crate) lang: String,
}

/// What the search and the queue tell each other.
#[derive(Default)]
struct Between {
    stop: AtomicBool,
    searches: AtomicUsize,
    last: Mutex<Option<Progress>>,
}

impl Between {
    fn last(&self) -> Option<Progress> {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The search's side. A search begins anew when its nodes do not grow.
struct Looker(Arc<Between>);

impl Watch for Looker {
    fn go_on(&mut self, progress: &Progress) -> bool {
        let mut last = self.0.last.lock().unwrap_or_else(PoisonError::into_inner);
        let anew =
            last.is_none_or(|before| progress.nodes < before.nodes || progress.bound > before.bound + 1e-6);
        if anew {
            self.0.searches.fetch_add(1, Ordering::Relaxed);
        }
        *last = Some(*progress);
        !self.0.stop.load(Ordering::Relaxed)
    }
}

pub(super) async fn run(app: &App, job: &Job, worker: &str) -> Answer<Value> {
    let territory = job.territory.as_deref().unwrap_or_default();
    let payload: Payload =
        serde_json::from_value(job.payload.clone()).map_err(|error| Problem::internal(&error))?;
    let lang = if payload.lang == "en" { Lang::En } else { Lang::Fr };
    let (holding, _) = crate::territory::present(app, territory).await?;
    let sealed = holding.sealed.clone();
    let room =
        Room { territory: Arc::clone(&holding.whole.territory), sealed, reference: app.reference(), lang };
    let limit = Duration::from_secs(u64::from(payload.ask.seconds.unwrap_or(SECONDS)));
    let started = tokio::time::Instant::now();
    let between = Arc::new(Between::default());
    let mut looker = Looker(Arc::clone(&between));
    let mut work = tokio::task::spawn_blocking(move || study(&room, &payload.ask, &mut looker));
    let (mut told, papers) = loop {
        if let Ok(done) = tokio::time::timeout(PAUSE, &mut work).await {
            break done.map_err(|error| Problem::internal(&error))??;
        }
        if started.elapsed() > limit {
            between.stop.store(true, Ordering::Relaxed);
        }
        // Drawing and writing go on when the search has ended: the queue must go on hearing of it.
        report(app, job, worker, &between, lang).await?;
    };
    for paper in papers {
        keep(app, territory, &job.author, paper, &mut told).await?;
    }
    serde_json::to_value(told).map_err(|error| Problem::internal(&error))
}

/// Tells the queue and the open pages; hears whether to stop.
async fn report(app: &App, job: &Job, worker: &str, between: &Between, lang: Lang) -> Answer<()> {
    let searches = between.searches.load(Ordering::Relaxed).min(SEARCHES);
    let n = |value: f64| rounded(lang, value, 3);
    let text = match between.last().and_then(|last| Some((last.objective?, last.bound))) {
        Some((plan, bound)) => {
            message(lang, "chain-progress", &[("plan", n(plan).into()), ("bound", n(bound).into())])
        }
        None => message(lang, "chain-searching", &[]),
    };
    #[expect(clippy::cast_precision_loss, reason = "a handful of searches")]
    let share = searches as f64 / (SEARCHES + 2) as f64;
    let order = app.store().job_progress(job.id, worker, share, &text, app.now()).await?;
    if order == Order::Stop {
        between.stop.store(true, Ordering::Relaxed);
    }
    tell(app, job.id).await;
    Ok(())
}

/// Keeps a dossier as a document of the territory, and names it where its point is.
async fn keep(app: &App, territory: &str, author: &str, paper: Paper, told: &mut ChainStudy) -> Answer<()> {
    let (territory, author, name) = (territory.to_owned(), author.to_owned(), paper.name);
    let media_type = if name.ends_with("pdf") { "application/pdf" } else { crate::http::WORKBOOK };
    let new = NewBlob {
        territory,
        name: name.clone(),
        media_type: media_type.to_owned(),
        bytes: paper.bytes,
        author,
    };
    let id = app.store().put_blob(new, app.now()).await?.id.to_string();
    if let Some(point) = told.points.get_mut(paper.point) {
        let place = match name.as_str() {
            n if n.ends_with("xlsx") => &mut point.xlsx,
            n if n.ends_with("-partenaires.pdf") => &mut point.pdf_members,
            _ => &mut point.pdf,
        };
        *place = Some(id);
    }
    Ok(())
}
