//! What the code must stay like: one-way arrows between crates, reasons for exceptions, files a person can read.

mod edges;
mod sources;

use std::path::PathBuf;

/// The root of the workspace.
fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .canonicalize()
        .expect("the workspace has a root")
}
