//! What a register is told to its owner besides refusals: codes corrected, columns nobody reads.

use super::mapping::{Mapping, Meaning};
use super::price::Prices;
use crate::fold;
use crate::table::{Row, Table};
use crate::value::{Doubt, ReadCode};
use model::{Finding, Severity};

/// So many corrected codes are named.
const NAMED: usize = 8;

/// Codes whose asterisk was put back, and those said to be hazardous that the list says are not, with the lines they stand on.
#[derive(Default)]
pub(super) struct Asterisks {
    corrected: Vec<String>,
    kept: Vec<String>,
}

impl Asterisks {
    /// One more code, if there is something to say of it; `source` is file and line.
    pub(super) fn add(&mut self, stated: &str, read: ReadCode, source: &str) {
        let stated = crate::plain(stated);
        if read.hazard_kept {
            self.kept.push(format!("{stated} ({source})"));
        } else if read.asterisk_corrected {
            self.corrected.push(format!("{stated} → {} ({source})", read.code));
        }
    }

    pub(super) fn findings(&self, path: &str) -> impl Iterator<Item = Finding> {
        let told = |codes: &[String], severity, key| {
            let mut named: Vec<&str> = codes.iter().take(NAMED).map(String::as_str).collect();
            named.extend((codes.len() > NAMED).then_some("…"));
            let finding = Finding::new(severity, key, path);
            (!codes.is_empty()).then(|| finding.with("count", codes.len()).with("codes", named.join(", ")))
        };
        let corrected = told(&self.corrected, Severity::Info, "intake-register-asterisk");
        corrected.into_iter().chain(told(&self.kept, Severity::Warning, "intake-register-hazard-kept"))
    }
}

/// Amounts that could be a thousand times others: how many, and the first of them.
#[derive(Default)]
pub(super) struct Thousands {
    count: usize,
    first: Option<Finding>,
}

impl Thousands {
    pub(super) fn add(&mut self, table: &Table, row: &Row, column: usize, doubt: Doubt) {
        self.count += 1;
        self.first.get_or_insert_with(|| {
            Finding::new(Severity::Warning, "intake-register-thousands", &table.path)
                .with("value", doubt.written)
                .with("read", doubt.read)
                .with("other", doubt.other)
                .with("column", table.headings.get(column).cloned().unwrap_or_default())
                .with("source", table.source(row))
        });
    }

    pub(super) fn finding(&self) -> Option<Finding> {
        self.first.clone().map(|finding| finding.with("count", self.count))
    }
}

/// A finding that names the columns of prices that are filled in and not read: with VAT, or told twice.
pub(super) fn unread(
    mapping: &Mapping,
    prices: &Prices,
    headings: &[String],
    rows: &[Row],
) -> Option<Finding> {
    let filled = |heading: &str| {
        let at = headings.iter().position(|other| fold(other) == fold(heading));
        !at.is_some_and(|at| prices.reads(at)) && rows.iter().any(|row| row.cell(at).is_some())
    };
    let names: Vec<&str> = (mapping.columns.iter())
        .filter(|column| column.meaning == Some(Meaning::Price))
        .map(|column| column.heading.as_str())
        .filter(|heading| filled(heading))
        .collect();
    let finding = Finding::new(Severity::Warning, "intake-register-columns-unread", "");
    (!names.is_empty()).then(|| finding.with("columns", names.join(", ")))
}
