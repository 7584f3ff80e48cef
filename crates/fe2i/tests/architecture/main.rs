//! What the code must stay like: one-way arrows between crates, reasons for exceptions, files a person can read.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod edges;
mod sources;

use std::path::PathBuf;

/// The root of the workspace.
fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .canonicalize()
        .expect("the workspace has a root")
}
