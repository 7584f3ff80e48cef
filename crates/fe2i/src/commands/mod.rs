//! One file a command.

pub mod classify;
mod classify_page;
pub mod demo;
pub mod diagnose;
pub mod evaluate;
pub mod plan;
pub mod reference;
pub mod template;

use anyhow::Context;
use chrono::NaiveDate;

/// A day given as `2026-12-09`.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| format!("« {text} » n'est pas une date ; attendu AAAA-MM-JJ, par exemple 2026-12-09"))
}

/// Today: the only place where the program looks at the clock for its results, and `--day` overrides it.
pub fn today() -> anyhow::Result<NaiveDate> {
    #[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
    let now = std::time::SystemTime::now();
    let seconds = now
        .duration_since(std::time::UNIX_EPOCH)
        .context("l'horloge de la machine est avant 1970")?
        .as_secs();
    let days = i64::try_from(seconds / 86_400).context("horloge")?;
    NaiveDate::from_epoch_days(i32::try_from(days).context("horloge")?).context("horloge")
}
