//! The formats of tables, and who reads them.

use crate::table::Table;
use crate::{IntakeError, Options, Progress, irep, sirene, waste_register, workbook};
use model::Batch;

/// The formats of tables, in the order in which headings are tried: the strictest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Workbook,
    Sirene,
    Irep,
    WasteRegister,
}

/// The format that headings are of.
pub(super) fn format_of(headings: &[String]) -> Option<Format> {
    if workbook::recognise(headings) {
        Some(Format::Workbook)
    } else if sirene::recognise(headings) {
        Some(Format::Sirene)
    } else if irep::recognise(headings) {
        Some(Format::Irep)
    } else if waste_register::recognise(headings) {
        Some(Format::WasteRegister)
    } else if workbook::recognise_list(headings) {
        Some(Format::Workbook)
    } else {
        None
    }
}

/// Reads one table by its format.
pub(super) fn read_table(
    format: Format,
    table: Table,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    match format {
        Format::Workbook => workbook::read(&table.path.clone(), vec![table], options, progress),
        Format::Sirene => sirene::read(table, options, progress),
        Format::Irep => irep::read(table, options, progress),
        Format::WasteRegister => waste_register::read(table, options, progress),
    }
}
