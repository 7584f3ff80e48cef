//! The project's own workbook.

use crate::table::Table;
use crate::{IntakeError, Options, Progress};
use model::{Batch, FileReport};

/// True for headings.
pub fn recognise(_headings: &[String]) -> bool {
    false
}

/// True for a sheet that only explains.
pub(crate) fn is_own_help(_sheet: &str) -> bool {
    false
}

/// Reads.
pub(crate) fn read(
    path: &str,
    _tables: Vec<Table>,
    _options: &Options<'_>,
    _progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    let report = FileReport { path: path.to_owned(), ..FileReport::default() };
    Ok(Batch { report, ..Batch::default() })
}
