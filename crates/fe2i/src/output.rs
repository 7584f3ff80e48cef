//! Data to standard output, everything else to standard error.

use anyhow::Context;
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::OnceLock;
use wording::{Arg, Lang, message};

/// Exit code when findings stop the work (0 = done, 2 = wrong usage, which clap returns itself).
pub const STOPPED: u8 = 1;

/// The language of this process, set once by `main`.
static LANG: OnceLock<Lang> = OnceLock::new();

/// What this process speaks from now on.
pub fn speak(lang: Lang) {
    // A second call changes nothing; there is one, at the start.
    let _ = LANG.set(lang);
}

/// What this process speaks; French until told otherwise.
pub fn lang() -> Lang {
    LANG.get().copied().unwrap_or_default()
}

/// A message in the language of this process.
pub fn text(key: &str, args: &[(&str, Arg<'_>)]) -> String {
    message(lang(), key, args)
}

/// A message on standard error.
pub fn say(key: &str, args: &[(&str, Arg<'_>)]) {
    note(&text(key, args));
}

/// A path as an argument of a message.
pub fn path(path: &std::path::Path) -> Arg<'static> {
    Arg::from(path.display().to_string())
}

/// Prints an error with its causes and gives the exit code.
pub fn fail(error: &anyhow::Error) -> ExitCode {
    // A closed pipe (`| head`) is the reader's choice, not a fault.
    let closed = error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
    });
    if closed {
        return ExitCode::SUCCESS;
    }
    let causes: Vec<String> = error.chain().map(cause).collect();
    say("cli-failed", &[("why", causes.join(&text("cli-because", &[])).into())]);
    ExitCode::from(STOPPED)
}

/// A cause in the language of this process, where it is the system that refused.
fn cause(error: &(dyn std::error::Error + 'static)) -> String {
    match error.downcast_ref::<io::Error>() {
        Some(refused) => wording::said(lang(), &intake::refusal(refused)),
        None => error.to_string(),
    }
}

/// A line on standard error.
pub fn note(text: &str) {
    // Nowhere left to complain when standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// A line on standard output.
pub fn line(line: &str) -> anyhow::Result<()> {
    writeln!(io::stdout().lock(), "{line}").with_context(|| text("cli-standard-output", &[]))
}

/// One JSON object on one line of standard output.
pub fn json_line(value: &impl Serialize) -> anyhow::Result<()> {
    line(&serde_json::to_string(value)?)
}
