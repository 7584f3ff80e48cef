//! Long work outside requests: taken from the queue by whichever server is free.

mod chain;
mod import;
mod whatif;

pub(crate) use chain::Payload as ChainPayload;

use crate::app::{App, Event};
use crate::problem::Answer;
use crate::shapes::Job as Shown;
use chrono::TimeDelta;
use serde_json::{Value, json};
use std::pin::pin;
use std::time::Duration;
use store::job::{Job, JobState, NewJob};

/// A job nobody gave a sign of life for is taken over after so long.
const PATIENCE: TimeDelta = TimeDelta::minutes(5);
/// How often one is given while it is worked on.
const BEAT: Duration = Duration::from_secs(30);
/// How often the queue is looked at when nothing was put in here.
const PAUSE: Duration = Duration::from_secs(2);

/// Puts a job in the queue and works on it here when no other server does.
pub(crate) async fn start(
    app: &App,
    territory: &str,
    kind: &str,
    payload: Value,
    author: &str,
) -> Answer<Shown> {
    let new = NewJob {
        territory: Some(territory.to_owned()),
        kind: kind.to_owned(),
        payload,
        author: author.to_owned(),
    };
    let job = app.store().enqueue(&new, app.now()).await?;
    let app = app.clone();
    tokio::spawn(async move { while once(&app).await {} });
    Ok(shown(&job))
}

/// Works for as long as the server runs: jobs that another server put in, or left behind.
pub(crate) async fn work(app: App) {
    loop {
        while once(&app).await {}
        tokio::time::sleep(PAUSE).await;
    }
}

/// Does one job; false when there is none.
async fn once(app: &App) -> bool {
    let Ok(_hand) = app.hands().acquire().await else { return false };
    let Ok(worker) = app.config().entropy.id() else { return false };
    let job = match app.store().claim_job(&worker, PATIENCE, app.now()).await {
        Ok(Some(job)) => job,
        Ok(None) => return false,
        Err(error) => {
            tracing::error!(%error, "the queue does not answer");
            return false;
        }
    };
    let outcome = match beating(app, &job, &worker, BEAT, run(app, &job, &worker)).await {
        Ok(result) => Ok(result),
        Err(problem) => Err(problem.detail.unwrap_or(problem.title).said(wording::Lang::Fr)),
    };
    if let Err(error) = app.store().finish_job(job.id, &worker, outcome, app.now()).await {
        tracing::error!(%error, job = job.id, "a job could not be ended");
    }
    tell(app, job.id).await;
    true
}

/// Works, and tells the queue again and again that somebody is at it: else another hand begins the same after a while.
async fn beating<T>(app: &App, job: &Job, worker: &str, beat: Duration, work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Ok(done) = tokio::time::timeout(beat, &mut work).await {
            return done;
        }
        if let Err(error) = app.store().job_alive(job.id, worker, app.now()).await {
            tracing::warn!(%error, job = job.id, "no sign of life could be given");
        }
    }
}

async fn run(app: &App, job: &Job, worker: &str) -> Answer<Value> {
    let territory = job.territory.as_deref().unwrap_or_default();
    match job.kind.as_str() {
        "whatif" => whatif::run(app, territory, &job.payload).await,
        "chain" => chain::run(app, job, worker).await,
        "import" => import::run(app, territory, &job.payload, &job.author).await,
        other => {
            Err(crate::Problem::field("kind", model::Message::new("refusal-unknown").with("value", other)))
        }
    }
}

/// Tells the open pages how a job stands.
async fn tell(app: &App, id: i64) {
    let Ok(Some(job)) = app.store().job(id).await else { return };
    if let Some(territory) = job.territory.clone() {
        app.tell(Event { territory, name: "job", data: json!(shown(&job)) });
    }
}

/// A job as it goes over the wire.
pub(crate) fn shown(job: &Job) -> Shown {
    let state = match job.state {
        JobState::Queued => "waiting",
        JobState::Running => "running",
        JobState::Done => "done",
        JobState::Failed => "failed",
        JobState::Cancelled => "cancelled",
    };
    Shown {
        id: job.id.to_string(),
        kind: job.kind.clone(),
        state: state.to_owned(),
        progress: job.progress,
        text: Some(job.message.clone()).filter(|text| !text.is_empty()),
        result: job.result.clone(),
        error: (job.state == JobState::Failed).then(|| job.message.clone()),
        asked_at: job.created_at.to_rfc3339(),
        ended_at: job.seen_at.filter(|_| job.state.is_over()).map(|at| at.to_rfc3339()),
        stopped: job.cancel,
        by: None,
        about: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use std::task::Poll;

    #[tokio::test]
    async fn nobody_takes_over_what_is_being_worked_on() {
        let app = testing::app(6).await;
        let new = NewJob { territory: None, kind: "whatif".into(), payload: json!({}), author: "p".into() };
        app.store().enqueue(&new, testing::at(0)).await.unwrap();
        let job = app.store().claim_job("one", PATIENCE, testing::at(0)).await.unwrap().unwrap();
        let mut looks = 0;
        let work = std::future::poll_fn(|_| {
            looks += 1;
            if looks > 4 { Poll::Ready("done") } else { Poll::Pending }
        });
        assert_eq!(beating(&app, &job, "one", Duration::from_millis(1), work).await, "done");
        let taken = app.store().claim_job("two", PATIENCE, testing::at(10)).await.unwrap();
        assert_eq!(taken, None, "its last sign of life is four minutes old, not ten");
    }
}
