//! How often somebody may try: a bucket per key that fills again with time.

use crate::problem::{Answer, Problem};
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Keys kept; when there are more, the buckets that are full again are forgotten.
const KEPT: usize = 10_000;

#[derive(Default)]
pub(crate) struct Limits {
    buckets: Mutex<HashMap<String, Bucket>>,
}

struct Bucket {
    left: f64,
    at: DateTime<Utc>,
    burst: f64,
    per_minute: f64,
}

impl Bucket {
    fn fill(&mut self, now: DateTime<Utc>) {
        let minutes = (now - self.at).num_milliseconds().max(0) as f64 / 60_000.0;
        self.left = (self.left + minutes * self.per_minute).min(self.burst);
        self.at = now;
    }
}

impl Limits {
    /// Takes one drop of `burst`, refilled at `per_minute`; refuses (429) when there is none.
    pub(crate) fn take(&self, key: &str, burst: f64, per_minute: f64, now: DateTime<Utc>) -> Answer<()> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() > KEPT {
            buckets.retain(|_, bucket| {
                bucket.fill(now);
                bucket.left < bucket.burst
            });
        }
        let bucket =
            buckets.entry(key.to_owned()).or_insert(Bucket { left: burst, at: now, burst, per_minute });
        bucket.fill(now);
        if bucket.left < 1.0 {
            let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "refusal-too-often");
            return Err(problem.because("refusal-wait-a-minute"));
        }
        bucket.left -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_crowd_of_other_keys_gives_nobody_a_new_try() {
        let (limits, now) = (Limits::default(), DateTime::UNIX_EPOCH);
        for _ in 0..60 {
            limits.take("invite here", 60.0, 60.0, now).unwrap();
        }
        for n in 0..=KEPT {
            limits.take(&format!("login {n}"), 20.0, 20.0, now).unwrap();
        }
        assert!(limits.take("invite here", 60.0, 60.0, now).is_err());
        limits.take("invite here", 60.0, 60.0, now + TimeDelta::seconds(2)).unwrap();
    }

    #[test]
    fn buckets_that_are_full_again_are_forgotten() {
        let (limits, now) = (Limits::default(), DateTime::UNIX_EPOCH);
        for n in 0..=KEPT {
            limits.take(&n.to_string(), 20.0, 20.0, now).unwrap();
        }
        limits.take("last", 20.0, 20.0, now + TimeDelta::minutes(2)).unwrap();
        assert_eq!(limits.buckets.lock().unwrap().len(), 1);
    }
}
