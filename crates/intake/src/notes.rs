//! What a reader notes on its way: lines and values given back, remarks, lines left out on purpose.

use crate::table::{Row, Table};
use model::{FileReport, Finding, Message, Reject, Severity};
use std::collections::BTreeMap;

/// What is said of a value that goes back while the rest of its line (at `place`) enters.
pub(crate) fn value_refused(reject: &Reject, place: &str) -> Finding {
    Finding::new(Severity::Warning, "intake-value-refused", place)
        .with("column", reject.column.as_deref().unwrap_or_default())
        .with("value", reject.value.as_deref().unwrap_or_default())
        .saying("reason", reject.reason.clone())
}

/// The notes on one file.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub rejects: Vec<Reject>,
    pub findings: Vec<Finding>,
    pub records: usize,
    skipped: BTreeMap<String, usize>,
}

impl Notes {
    /// A whole line goes back: nothing of it enters.
    pub(crate) fn refuse(&mut self, table: &Table, row: &Row, column: Option<usize>, reason: Message) {
        self.rejects.push(table.reject(row, column, reason));
    }

    /// One value goes back with its line; the rest of the line enters, and a finding says what it lacks.
    pub(crate) fn refuse_value(&mut self, table: &Table, row: &Row, column: Option<usize>, reason: Message) {
        let reject = Reject { kept: true, ..table.reject(row, column, reason) };
        self.findings.push(value_refused(&reject, &table.at(row)));
        self.rejects.push(reject);
    }

    /// The value, or `None` with the value given back.
    pub(crate) fn keep<T>(
        &mut self,
        table: &Table,
        row: &Row,
        column: Option<usize>,
        read: Result<T, Message>,
    ) -> Option<T> {
        read.map_err(|reason| self.refuse_value(table, row, column, reason)).ok()
    }

    /// A remark about a line.
    pub(crate) fn remark(&mut self, severity: Severity, key: &str, table: &Table, row: &Row) -> &mut Finding {
        let at = self.findings.len();
        self.findings.push(Finding::new(severity, key, table.at(row)));
        &mut self.findings[at]
    }

    /// A line left out on purpose.
    pub(crate) fn skip(&mut self, reason: &str) {
        *self.skipped.entry(reason.to_owned()).or_insert(0) += 1;
    }

    /// Puts the notes into the report; gives the findings.
    pub(crate) fn into_report(self, report: &mut FileReport) -> Vec<Finding> {
        report.records = self.records;
        report.rejects = self.rejects;
        report.skipped = self.skipped.into_iter().collect();
        let refused = report.refused_lines();
        let mut findings = self.findings;
        if report.records == 0 && refused > 0 {
            let finding = Finding::new(Severity::Error, "intake-nothing-read", &report.path);
            let reason =
                report.rejects.iter().find(|reject| !reject.kept).map(|reject| reject.reason.clone());
            findings.insert(
                0,
                reason.into_iter().fold(finding.with("count", refused), |f, r| f.saying("reason", r)),
            );
        }
        findings
    }
}
