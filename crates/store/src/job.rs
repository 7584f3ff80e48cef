//! Long work: done once, by one server, with progress, and stopped when asked.

mod queue;

use crate::time::{instant, instant_or_none};
use crate::{Result, StoreError};
use chrono::{DateTime, Utc};
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

impl JobState {
    const ALL: [Self; 5] = [Self::Queued, Self::Running, Self::Done, Self::Failed, Self::Cancelled];

    /// As stored and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// True once nothing more happens to it.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Cancelled)
    }
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

/// id, territory, kind, payload, state, progress, message, result, author, `created_at`, `seen_at`, cancel
pub(crate) type Row = (
    i64,
    Option<String>,
    String,
    String,
    String,
    f64,
    String,
    Option<String>,
    String,
    String,
    Option<String>,
    bool,
);

pub(crate) fn job(row: Row) -> Result<Job> {
    let (id, territory, kind, payload, state, progress, message, result, author, created, seen, cancel) = row;
    let damaged = |what: &str| StoreError::Damaged(format!("tâche {id} : {what}"));
    let json = |text: &str| serde_json::from_str(text).map_err(|error| damaged(&error.to_string()));
    Ok(Job {
        id,
        territory,
        kind,
        payload: json(&payload)?,
        state: JobState::ALL.into_iter().find(|s| s.as_str() == state).ok_or_else(|| damaged(&state))?,
        progress,
        message,
        result: result.as_deref().map(json).transpose()?,
        author,
        created_at: instant(&created)?,
        seen_at: instant_or_none(seen.as_deref())?,
        cancel,
    })
}
