//! A list of flows in the columns of the workbook, by whatever headings.

use super::{Column, Help, samples};
use crate::table::{Row, Table};
use crate::{IntakeError, Options, Progress, fold, workbook};
use model::Batch;

/// The column that says whose flow it is.
const SITE: &str = "site";

/// What a column may be.
pub(super) fn fields() -> Vec<&'static str> {
    workbook::flow_columns().map(|(name, _)| name).collect()
}

/// True for headings that say which way and what, whether or not they name the site.
pub(super) fn recognise(headings: &[String]) -> bool {
    let has = |wanted: &str| headings.iter().any(|heading| field_of(heading) == Some(wanted));
    has("sens") && has("quoi")
}

fn field_of(heading: &str) -> Option<&'static str> {
    let heading = fold(heading);
    let named = |names: &[&str]| names.iter().any(|name| fold(name) == heading);
    workbook::flow_columns().find(|(name, also)| named(&[name]) || named(also)).map(|(name, _)| name)
}

pub(super) fn columns(table: &Table, rows: &[Row], help: &Help) -> Vec<Column> {
    let column = |(ix, heading): (usize, &String)| {
        let said = help.fields.get(&fold(heading));
        let guessed = field_of(heading).map(ToOwned::to_owned);
        let field = said.map_or(guessed, |said| Some(said.clone()).filter(|said| !said.is_empty()));
        let belief = if said.is_some() || field.is_some() { 1.0 } else { 0.0 };
        Column { heading: heading.clone(), field, belief, samples: samples(rows, ix) }
    };
    table.headings.iter().enumerate().map(column).collect()
}

/// Reads under the workbook's headings; what goes back has the file's own.
pub(super) fn read(
    mut table: Table,
    help: &Help,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    let written = table.headings.clone();
    let taken = columns(&table, &[], help);
    for (heading, column) in table.headings.iter_mut().zip(&taken) {
        *heading = column.field.clone().unwrap_or_else(|| format!("({heading})"));
    }
    if let Some(site) = help.site.as_ref().filter(|_| !table.headings.iter().any(|heading| heading == SITE)) {
        table.push_column(SITE, site.id.as_str());
    }
    let renamed = table.headings.clone();
    let mut batch = workbook::read_table(table, options, progress)?;
    let back = |heading: &String| {
        let place = renamed.iter().position(|name| name == heading);
        place.and_then(|ix| written.get(ix)).unwrap_or(heading).clone()
    };
    let reports = batch.report.tables.iter_mut().map(|table| &mut table.headings);
    for headings in reports.chain([&mut batch.report.headings]) {
        *headings = headings.iter().map(back).collect();
    }
    let lines = batch.given_back.values_mut().flatten().chain(&mut batch.report.rejects);
    for reject in lines {
        reject.column = reject.column.as_ref().map(back);
    }
    Ok(batch)
}
