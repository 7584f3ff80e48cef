//! Reader of Insee's register of establishments (SIRENE): the stock of establishments (54 columns, or 48 before December 2025, or 48 + 9 of
//! geo-sirene), Insee's geolocation file, and the stock of legal units.
//!
//! **Files that lie together are read together** ([`read_together`]): establishments first, then only the legal units and points of those
//! that were kept, so that memory grows with the communes chosen and not with the national files. A geolocation file alone gives sites
//! that bear a SIRET and a place and nothing else: updates for sites known from elsewhere. A file of legal units alone gives nothing.
//!
//! **What is kept**: active establishments of the chosen communes. Natural persons are left out by default, and this is the rule that can
//! be applied: `statutDiffusion` other than `O` is left out. The stock of establishments says neither the legal form nor the name of a
//! person; without the legal units, an establishment with neither sign nor usual name is left out, because it is a person's or cannot be
//! named (`intake-sirene-no-units` tells how many); persons who trade under a sign remain. With the legal units beside it, legal forms
//! `1…` (sole traders) are left out whatever their sign, and companies without a sign are kept under their legal name.
//!
//! Findings: `intake-sirene-no-units`, `intake-sirene-units-alone`, `intake-sirene-places-alone`, `intake-sirene-activity-unknown`.

mod columns;
mod places;
mod stock;
mod units;

use crate::table::Table;
use crate::{IntakeError, Options, Progress};
use columns::Kind;
use model::{Batch, FileReport, Finding, Severity};
use std::collections::{HashMap, HashSet};
use stock::Stock;

/// True for the headings of one of the three files.
pub fn recognise(headings: &[String]) -> bool {
    Kind::of(headings).is_some()
}

/// Reads one file.
pub fn read(
    table: Table,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    let empty = Ok(Batch { report: table.report("sirene"), ..Batch::default() });
    read_together(vec![table], options, progress).pop().unwrap_or(empty)
}

/// Reads files that belong together; one batch for each, in their order.
pub fn read_together(
    tables: Vec<Table>,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Vec<Result<Batch, IntakeError>> {
    let kinds: Vec<Option<Kind>> = tables.iter().map(|table| Kind::of(&table.headings)).collect();
    let mut waiting: Vec<Option<Table>> = tables.into_iter().map(Some).collect();
    let mut results: Vec<Option<Result<Batch, IntakeError>>> = waiting.iter().map(|_| None).collect();
    let mut take = |kind| -> Vec<(usize, Table)> {
        let of_kind = (0..kinds.len()).filter(|ix| kinds[*ix] == Some(kind));
        of_kind.filter_map(|ix| Some((ix, waiting[ix].take()?))).collect()
    };
    let mut stocks = read_stocks(take(Kind::Stock), &mut results, options, progress);
    let any_stock = kinds.contains(&Some(Kind::Stock));
    let wanted: HashSet<String> = stocks.iter().flat_map(|(_, stock)| stock.sirens()).collect();
    let mut units = HashMap::new();
    for (ix, table) in take(Kind::Units) {
        results[ix] = Some(if any_stock {
            units::read(table, &wanted, &mut units, progress)
        } else {
            Ok(alone(table.report("sirene"), "intake-sirene-units-alone"))
        });
    }
    let with_units = kinds.contains(&Some(Kind::Units)).then_some(&units);
    for (_, stock) in &mut stocks {
        stock.settle(with_units, options);
    }
    let kept: HashSet<String> = stocks.iter().flat_map(|(_, stock)| stock.sirets()).collect();
    let mut points = HashMap::new();
    for (ix, table) in take(Kind::Places) {
        results[ix] = Some(if any_stock {
            places::join(table, &kept, &mut points, options, progress)
        } else {
            places::alone(table, options, progress)
        });
    }
    for (ix, stock) in stocks {
        results[ix] = Some(Ok(stock.finish(with_units, &points)));
    }
    results.into_iter().flatten().collect()
}

/// Goes through the stocks; one that cannot be read is an error in its place.
fn read_stocks(
    tables: Vec<(usize, Table)>,
    results: &mut [Option<Result<Batch, IntakeError>>],
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Vec<(usize, Stock)> {
    let mut stocks = Vec::new();
    for (ix, table) in tables {
        match Stock::read(table, options, progress) {
            Ok(stock) => stocks.push((ix, stock)),
            Err(error) => results[ix] = Some(Err(error)),
        }
    }
    stocks
}

/// A file that says nothing without another.
fn alone(report: FileReport, key: &str) -> Batch {
    let finding = Finding::new(Severity::Warning, key, report.path.as_str());
    Batch { report, findings: vec![finding], ..Batch::default() }
}

/// The value of a cell, unless Insee masks it.
fn told(text: Option<&str>) -> Option<&str> {
    text.filter(|text| *text != "[ND]")
}

#[cfg(test)]
mod tests;
