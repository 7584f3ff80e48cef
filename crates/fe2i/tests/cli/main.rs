//! The built binary, from outside: what goes in, what comes out, what it says when something is wrong.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod classify;
mod diagnose;
mod english;
mod evaluate;
mod folder;
mod place;
mod plan;
mod reference;
mod run;
mod template;
mod usage;
