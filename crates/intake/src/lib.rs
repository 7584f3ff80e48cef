//! Files in, plain `model` data out: one module per origin, each recognised by its headings and never by its file name.
//!
//! [`read_path`] reads a file or a folder into batches (one per table, one for a whole workbook); [`assemble`] merges batches into a
//! territory. A line that cannot be read comes back with the reason ([`rejects`]); a file that cannot be read is an [`IntakeError`].
//!
//! A reader of an origin is two functions: `recognise(headings) -> bool` and `read(table, options, progress) -> Result<Batch, IntakeError>`.
//! It asks the [`table::Table`] for columns by name, goes through its rows, and uses [`value`] for dates, numbers, codes and headcounts.
//! This is the only stage that opens files; it sees no clock: the day is [`Options::day`].

mod assemble;
pub mod commune;
mod corrections;
mod error;
pub mod guided;
mod ids;
pub mod irep;
pub mod network;
mod notes;
mod outlines;
mod parts;
mod position;
mod read;
pub mod rejects;
pub mod sirene;
pub mod table;
mod template;
#[cfg(test)]
mod testing;
mod text;
pub mod value;
pub mod waste_register;
pub mod workbook;

pub use assemble::assemble;
pub use error::{IntakeError, refusal};
pub use ids::{FlowIds, exchange_id};
pub use outlines::{is_outlines, read_outlines};
pub use read::{read_path, read_paths};
pub use template::{TemplateLang, write_template, write_template_folder};
pub use text::{fold, plain};

use chrono::NaiveDate;
use reference::Reference;
use std::collections::BTreeSet;

/// What the readers need to know.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// Nomenclatures, communes, figures.
    pub reference: &'a Reference,
    /// Insee codes of the communes kept from national files (SIRENE, IREP); `None` keeps all. The user's own tables are never filtered.
    pub communes: Option<BTreeSet<String>>,
    /// Keep natural persons and those who object to diffusion in SIRENE extracts. False unless the user has a reason.
    pub keep_sole_traders: bool,
    /// The day of reading: codes and figures are looked up on it, facts after it are doubtful.
    pub day: NaiveDate,
}

/// How far a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The file, as given.
    pub path: &'a str,
    /// Lines read so far.
    pub lines: usize,
}
