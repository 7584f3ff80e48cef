//! Reader of waste registers: what Trackdéchets exports, and the registers companies keep themselves (arrêté du 31 mai 2021), in whatever
//! columns they like.
//!
//! A register lists shipments; a territory needs yearly flows. Shipments of one waste from one site to one destination by one operation are
//! one outgoing flow, an incoming flow of the destination, and an exchange between the two ([`ledger`] says how years are counted).
//!
//! A company's own register is read in two steps, so that a person can correct what was understood: [`understand`] gives a [`Mapping`] of
//! headings to meanings with a confidence, [`read_with`] reads by it. [`read`] does both. [`tables`] opens a file that nobody recognised.
//!
//! Findings: `intake-register-partial-year`, `intake-register-years-averaged`, `intake-register-no-date`, `intake-register-asterisk`,
//! `intake-register-skip-assumed`, `intake-register-columns-unread`, `intake-register-owner-unknown`, `intake-register-columns-unsure`.

mod amount;
mod emitter;
mod file;
mod group;
mod headings;
mod ledger;
mod lines;
mod mapping;
mod mean_price;
mod month_headings;
mod monthly;
mod notices;
mod own;
mod own_columns;
mod party;
mod period;
mod price;
mod reader;
mod season;
mod sections;
mod titles;
mod trackdechets;
mod trackdechets_columns;
mod understand;
mod unit_said;

pub use file::tables;
pub use mapping::{Mapping, Meaning, Understood};
pub(crate) use own::own_site;
pub use own::{Owner, read_with};
pub(crate) use own_columns::join_headings;
pub use understand::understand;

use crate::table::{Row, Table};
use crate::{IntakeError, Options, Progress};
use model::Batch;
use monthly::Monthly;

/// True for the headings of such a table: an export of Trackdéchets, or columns that say which waste and how much of it.
pub fn recognise(headings: &[String]) -> bool {
    trackdechets_columns::Export::of(headings).is_some()
        || understand(headings, &[]).is_register()
        || monthly::recognise(headings)
}

/// True for the headings of an export of Trackdéchets: its columns are what they are.
pub(crate) fn is_export(headings: &[String]) -> bool {
    trackdechets_columns::Export::of(headings).is_some()
}

/// Reads the rows, by what the headings and the first rows seem to mean.
pub fn read(
    mut table: Table,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    if let Some(export) = trackdechets_columns::Export::of(&table.headings) {
        return trackdechets::read(table, export, options, progress);
    }
    let rows = table.rows(progress).collect::<Result<Vec<Row>, _>>()?;
    let rows = join_headings(&mut table, rows);
    let (monthly, rows) = Monthly::spread(&mut table, rows, options.day);
    let mapping = monthly.as_ref().map_or_else(|| understand(&table.headings, &rows), |of| of.mapping(None));
    Ok(own::read_rows(&mapping, None, &table, (&rows, monthly), options))
}

#[cfg(test)]
mod tests;
