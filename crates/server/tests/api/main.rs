//! The routes over a real database with a small territory.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod chains;
mod document;
mod malformed;
mod matrix;
mod people;
mod place;
mod programs;
mod records;
mod tables;
mod wizard;
mod work;
