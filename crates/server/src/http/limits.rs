//! How often somebody may try: a bucket per key that fills again with time.

use crate::problem::{Answer, Problem};
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Keys kept; when there are more, the full buckets are forgotten.
const KEPT: usize = 10_000;

#[derive(Default)]
pub(crate) struct Limits {
    buckets: Mutex<HashMap<String, (f64, DateTime<Utc>)>>,
}

impl Limits {
    /// Takes one drop of `burst`, refilled at `per_minute`; refuses (429) when there is none.
    pub(crate) fn take(&self, key: &str, burst: f64, per_minute: f64, now: DateTime<Utc>) -> Answer<()> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() > KEPT {
            buckets.retain(|_, (left, _)| *left < burst - 1.0);
        }
        let (left, at) = buckets.entry(key.to_owned()).or_insert((burst, now));
        let minutes = (now - *at).num_milliseconds().max(0) as f64 / 60_000.0;
        *left = (*left + minutes * per_minute).min(burst);
        *at = now;
        if *left < 1.0 {
            let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "Trop de demandes");
            return Err(problem.because("attendez une minute puis recommencez"));
        }
        *left -= 1.0;
        Ok(())
    }
}
