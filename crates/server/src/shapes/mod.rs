//! What goes over the wire: plain data with their OpenAPI schemas. Numbers come raw with their unit, texts in the asked language.

mod admin;
mod chain;
mod common;
mod day;
mod flow;
mod import;
pub mod input;
mod lead;
mod picture;
mod place;
mod project;
mod reference;
mod session;
mod synergy;

pub use admin::*;
pub use chain::*;
pub use common::*;
pub use day::*;
pub use flow::*;
pub use import::*;
pub use lead::*;
pub use picture::*;
pub use place::*;
pub use project::*;
pub use reference::*;
pub use session::*;
pub use synergy::*;
