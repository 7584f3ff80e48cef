//! Reader of waste_register tables.

use crate::table::Table;
use crate::{IntakeError, Options, Progress};
use model::Batch;

/// True for the headings of such a table.
pub fn recognise(_headings: &[String]) -> bool {
    false
}

/// Reads the rows.
pub fn read(
    mut table: Table,
    _options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    let report = table.report("waste_register");
    for row in table.rows(progress) {
        row?;
    }
    Ok(Batch { report, ..Batch::default() })
}
