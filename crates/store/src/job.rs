//! Long work: done once, by one server, with progress, and stopped when asked.

use crate::{Result, Store};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JobState {
    /// Waits for a server.
    Queued,
    /// Being done.
    Running,
    /// Done; [`Job::result`] says what came of it.
    Done,
    /// Could not be done; [`Job::message`] says why.
    Failed,
    /// Stopped by a person.
    Cancelled,
}

/// A job.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Stable id, growing.
    pub id: i64,
    /// Which territory; `None` is the installation.
    pub territory: Option<String>,
    /// What is to be done: `import`, `whatif` …
    pub kind: String,
    /// With what.
    pub payload: Value,
    /// How far it is.
    pub state: JobState,
    /// Share done, 0–1.
    pub progress: f64,
    /// What it is at, or why it failed.
    pub message: String,
    /// What came of it.
    pub result: Option<Value>,
    /// Asked by whom.
    pub author: String,
    /// Asked when.
    pub created_at: DateTime<Utc>,
    /// Last sign of life.
    pub seen_at: Option<DateTime<Utc>>,
    /// True once somebody asked it to stop.
    pub cancel: bool,
}

/// A job to do.
#[derive(Clone, Debug, PartialEq)]
pub struct NewJob {
    /// Which territory.
    pub territory: Option<String>,
    /// What is to be done.
    pub kind: String,
    /// With what.
    pub payload: Value,
    /// Asked by whom.
    pub author: String,
}

/// What a worker must do after telling how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Go on.
    GoOn,
    /// Stop: it was cancelled, or another server took it over.
    Stop,
}

impl Store {
    /// Puts a job in the queue.
    pub async fn enqueue(&self, new: &NewJob, at: DateTime<Utc>) -> Result<Job> {
        todo!("{new:?}{at}")
    }

    /// Takes the oldest job that waits, or that nobody has worked on for `patience`: no two workers get the same. `None`: nothing to do.
    pub async fn claim_job(
        &self,
        worker: &str,
        patience: TimeDelta,
        at: DateTime<Utc>,
    ) -> Result<Option<Job>> {
        todo!("{worker}{patience}{at}")
    }

    /// Tells how far it is (0–1); also the sign of life.
    pub async fn job_progress(
        &self,
        id: i64,
        worker: &str,
        progress: f64,
        message: &str,
        at: DateTime<Utc>,
    ) -> Result<Order> {
        todo!("{id}{worker}{progress}{message}{at}")
    }

    /// Ends a job: `Ok` with what came of it, `Err` with why not. [`Order::Stop`]: it was not this worker's any more, nothing was written.
    pub async fn finish_job(
        &self,
        id: i64,
        worker: &str,
        outcome: std::result::Result<Value, String>,
        at: DateTime<Utc>,
    ) -> Result<Order> {
        todo!("{id}{worker}{outcome:?}{at}")
    }

    /// Asks a job to stop; one that waits is stopped at once. False when it is over already.
    pub async fn cancel_job(&self, id: i64, at: DateTime<Utc>) -> Result<bool> {
        todo!("{id}{at}")
    }

    /// One job.
    pub async fn job(&self, id: i64) -> Result<Option<Job>> {
        todo!("{id}")
    }

    /// The last jobs of a territory, or of all when `None`; newest first.
    pub async fn jobs(&self, territory: Option<&str>, limit: i64) -> Result<Vec<Job>> {
        todo!("{territory:?}{limit}")
    }
}
