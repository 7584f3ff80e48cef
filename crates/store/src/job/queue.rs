//! The queue: rows of one table. PostgreSQL hands each worker another row (SKIP LOCKED), SQLite has one writer anyway.

use super::{Job, JobState, NewJob, Order, Row, job};
use crate::db::{Either, execute, row, rows};
use crate::time::stamp;
use crate::{Result, Store, StoreError};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

macro_rules! columns {
    () => {
        "id, territory, kind, payload, state, progress, message, result, author, created_at, seen_at, cancel"
    };
}

/// `$1` worker, `$2` now, `$3` the last sign of life of those given up.
macro_rules! claim {
    ($lock:literal) => {
        concat!(
            "UPDATE job SET state = 'running', worker = $1, seen_at = $2, tries = tries + 1 WHERE id = (SELECT id FROM job \
             WHERE state = 'queued' OR (state = 'running' AND seen_at < $3) ORDER BY id LIMIT 1",
            $lock,
            ") RETURNING ",
            columns!()
        )
    };
}

impl Store {
    /// Puts a job in the queue.
    pub async fn enqueue(&self, new: &NewJob, at: DateTime<Utc>) -> Result<Job> {
        let mut tx = self.inner.write.begin().await?;
        let sql = "UPDATE counter SET value = value + 1 WHERE name = 'job' RETURNING value";
        let (id,) = row!(&mut tx, (i64,), sql)
            .ok_or_else(|| StoreError::Damaged("le compteur des tâches manque".into()))?;
        let sql = concat!(
            "INSERT INTO job (id, territory, kind, payload, state, progress, message, author, created_at, cancel) \
             VALUES ($1, $2, $3, $4, 'queued', $5, '', $6, $7, $8) RETURNING ",
            columns!()
        );
        let NewJob { territory, kind, payload, author } = new;
        let payload = payload.to_string();
        let made = row!(&mut tx, Row, sql, id, territory, kind, payload, 0.0, author, stamp(at), false);
        tx.commit().await?;
        made.map_or_else(|| Err(StoreError::missing("tâche", id.to_string())), job)
    }

    /// Takes the oldest job that waits, or that nobody has worked on for `patience`: no two workers get the same. `None`: nothing to do. A
    /// job whose worker died three times is not tried again.
    pub async fn claim_job(
        &self,
        worker: &str,
        patience: TimeDelta,
        at: DateTime<Utc>,
    ) -> Result<Option<Job>> {
        let mut tx = self.inner.write.begin().await?;
        let sql = "UPDATE job SET state = 'failed', message = $1 \
                   WHERE state = 'running' AND seen_at < $2 AND tries >= 3";
        execute!(&mut tx, sql, "trois serveurs s'y sont arrêtés", stamp(at - patience));
        let sql = match &tx {
            Either::Sqlite(_) => claim!(""),
            Either::Pg(_) => claim!(" FOR UPDATE SKIP LOCKED"),
        };
        let found = row!(&mut tx, Row, sql, worker, stamp(at), stamp(at - patience));
        tx.commit().await?;
        found.map(job).transpose()
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
        let mut conn = self.inner.write.conn().await?;
        let sql = "UPDATE job SET progress = $1, message = $2, seen_at = $3 \
                   WHERE id = $4 AND worker = $5 AND state = 'running' RETURNING cancel";
        let mine = row!(&mut conn, (bool,), sql, progress.clamp(0.0, 1.0), message, stamp(at), id, worker);
        Ok(if mine == Some((false,)) { Order::GoOn } else { Order::Stop })
    }

    /// A sign of life without news; nothing when it is not this worker's any more.
    pub async fn job_alive(&self, id: i64, worker: &str, at: DateTime<Utc>) -> Result<()> {
        let mut conn = self.inner.write.conn().await?;
        let sql = "UPDATE job SET seen_at = $1 WHERE id = $2 AND worker = $3 AND state = 'running'";
        execute!(&mut conn, sql, stamp(at), id, worker);
        Ok(())
    }

    /// Ends a job: `Ok` with what came of it, `Err` with why not. One that was asked to stop ends as cancelled. [`Order::Stop`]: it was not
    /// this worker's any more, nothing was written.
    pub async fn finish_job(
        &self,
        id: i64,
        worker: &str,
        outcome: std::result::Result<Value, String>,
        at: DateTime<Utc>,
    ) -> Result<Order> {
        let (state, progress, message, result) = match outcome {
            Ok(value) => (JobState::Done, 1.0, None, Some(value.to_string())),
            Err(why) => (JobState::Failed, 0.0, Some(why), None),
        };
        let mut conn = self.inner.write.conn().await?;
        let sql = "UPDATE job SET state = CASE WHEN $1 = 'failed' AND cancel THEN 'cancelled' ELSE $1 END, \
                   progress = CASE WHEN $2 > progress THEN $2 ELSE progress END, \
                   message = COALESCE($3, message), result = $4, seen_at = $5 \
                   WHERE id = $6 AND worker = $7 AND state = 'running'";
        let state = state.as_str();
        let done = execute!(&mut conn, sql, state, progress, message, result, stamp(at), id, worker);
        Ok(if done == 1 { Order::GoOn } else { Order::Stop })
    }

    /// Asks a job to stop; one that waits is stopped at once. False when it is over already.
    pub async fn cancel_job(&self, id: i64, at: DateTime<Utc>) -> Result<bool> {
        let mut conn = self.inner.write.conn().await?;
        let sql = "UPDATE job SET cancel = $1, \
                   seen_at = CASE WHEN state = 'queued' THEN $2 ELSE seen_at END, \
                   state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END \
                   WHERE id = $3 AND state IN ('queued', 'running')";
        Ok(execute!(&mut conn, sql, true, stamp(at), id) == 1)
    }

    /// One job.
    pub async fn job(&self, id: i64) -> Result<Option<Job>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = concat!("SELECT ", columns!(), " FROM job WHERE id = $1");
        row!(&mut conn, Row, sql, id).map(job).transpose()
    }

    /// The last jobs of a territory, or of all when `None`; newest first.
    pub async fn jobs(&self, territory: Option<&str>, limit: i64) -> Result<Vec<Job>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = concat!(
            "SELECT ",
            columns!(),
            " FROM job WHERE $1 = '' OR territory = $1 ORDER BY id DESC LIMIT $2"
        );
        let territory = territory.unwrap_or_default();
        rows!(&mut conn, Row, sql, territory, limit).into_iter().map(job).collect()
    }
}
