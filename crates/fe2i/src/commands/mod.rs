//! One file a command.

pub mod backup;
pub mod classify;
mod classify_page;
pub mod database;
pub mod demo;
pub mod diagnose;
pub mod evaluate;
pub mod import;
pub mod migrate;
pub mod plan;
pub mod reference;
pub mod serve;
pub mod template;
pub mod user;

use crate::output;
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};

/// A day given as `2026-12-09`.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| output::text("cli-no-day", &[("text", text.into())]))
}

/// Today: the only place where the program looks at the clock for its results, and `--day` overrides it.
pub fn today() -> anyhow::Result<NaiveDate> {
    Ok(now()?.date_naive())
}

/// The present instant.
pub fn now() -> anyhow::Result<DateTime<Utc>> {
    #[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH).with_context(|| output::text("cli-clock", &[]))?;
    let seconds = i64::try_from(since.as_secs()).with_context(|| output::text("cli-clock", &[]))?;
    DateTime::from_timestamp(seconds, since.subsec_nanos()).with_context(|| output::text("cli-clock", &[]))
}
