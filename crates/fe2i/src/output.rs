//! Data to standard output, everything else to standard error.

use anyhow::Context;
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

/// Exit code when findings stop the work (0 = done, 2 = wrong usage, which clap returns itself).
pub const STOPPED: u8 = 1;

/// Prints an error with its causes and gives the exit code.
pub fn fail(error: &anyhow::Error) -> ExitCode {
    // A closed pipe (`| head`) is the reader's choice, not a fault.
    let closed = error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
    });
    if closed {
        return ExitCode::SUCCESS;
    }
    note(&format!("fe2i : {error:#}"));
    ExitCode::from(STOPPED)
}

/// A line on standard error.
pub fn note(text: &str) {
    // Nowhere left to complain when standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// A line on standard output.
pub fn line(text: &str) -> anyhow::Result<()> {
    writeln!(io::stdout().lock(), "{text}").context("sortie standard")
}

/// One JSON object on one line of standard output.
pub fn json_line(value: &impl Serialize) -> anyhow::Result<()> {
    line(&serde_json::to_string(value)?)
}
