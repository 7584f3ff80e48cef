//! The routes over a real database with a small territory.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a skipped database is said aloud; the environment may name it"
)]

#[path = "../../../store/tests/postgres/mod.rs"]
mod postgres;

mod chains;
mod document;
mod fields;
mod malformed;
mod matrix;
mod memory;
mod outlines;
mod people;
mod place;
mod programs;
mod records;
mod secrets;
mod tables;
mod wizard;
mod work;
