//! The rejected lines of one table, as rows.

use super::is_own_column;
use crate::table::Dialect;
use model::{FileReport, Message, Reject, TableReport};

/// Message keys of the headings in front, in the order of the columns.
const COLUMNS: [&str; 3] = ["reject-heading-reason", "reject-heading-line", "reject-heading-column"];

/// The rejected lines of one table.
pub(super) struct Sheet<'a> {
    pub name: &'a str,
    say: &'a dyn Fn(&Message) -> String,
    pub dialect: Option<Dialect>,
    headings: Vec<&'a str>,
    pub lines: Vec<Line<'a>>,
}

/// A rejected line with all that is wrong with it.
pub(super) struct Line<'a> {
    number: usize,
    pub reasons: Vec<&'a Reject>,
    columns: Vec<&'a str>,
    cells: &'a [String],
}

impl Line<'_> {
    /// True when nothing of the line entered.
    pub(super) fn is_refused(&self) -> bool {
        self.reasons.iter().any(|reject| !reject.kept)
    }
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        report: &'a FileReport,
        name: &'a str,
        rejects: &[&'a Reject],
        say: &'a dyn Fn(&Message) -> String,
    ) -> Self {
        let table: Option<&TableReport> = report.tables.iter().find(|table| table.sheet == name);
        let dialect = table.map_or(&report.dialect, |table| &table.dialect);
        let headings = table.map_or(&report.headings, |table| &table.headings);
        Self {
            name,
            say,
            dialect: dialect.as_ref().and_then(|text| text.parse().ok()),
            headings: headings.iter().map(String::as_str).collect(),
            lines: lines_of(rejects),
        }
    }

    /// Columns of the original that are not ours already (a reject file that was rejected again).
    fn kept(&self) -> Vec<usize> {
        let widest =
            self.lines.iter().map(|line| line.cells.len()).max().unwrap_or(0).max(self.headings.len());
        (0..widest)
            .filter(|ix| !self.headings.get(*ix).is_some_and(|heading| is_own_column(heading)))
            .collect()
    }

    /// All lines with headings first, as text.
    pub(super) fn rows(&self) -> Vec<Vec<String>> {
        let kept = self.kept();
        let own = COLUMNS.iter().map(|key| (self.say)(&Message::new(key)));
        let theirs = kept.iter().map(|ix| self.headings.get(*ix).map_or("", |heading| heading).to_owned());
        let mut rows = vec![own.chain(theirs).collect::<Vec<_>>()];
        rows.extend(self.lines.iter().map(|line| {
            let reasons: Vec<String> = line.reasons.iter().map(|reject| self.reason(reject)).collect();
            let own = [reasons.join(" | "), line.number.to_string(), line.columns.join(", ")];
            let theirs = kept.iter().map(|ix| line.cells.get(*ix).cloned().unwrap_or_default());
            own.into_iter().chain(theirs).collect()
        }));
        rows
    }

    /// « Ligne refusée : … », « Valeur à corriger : … ».
    fn reason(&self, reject: &Reject) -> String {
        let key = if reject.kept { "reject-value" } else { "reject-line" };
        (self.say)(&Message::new(key).saying("reason", reject.reason.clone()))
    }
}

/// One line for each line of the file, however much is wrong with it.
fn lines_of<'a>(rejects: &[&'a Reject]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    let mut sorted = rejects.to_vec();
    sorted.sort_by_key(|reject| reject.line);
    for reject in sorted {
        match lines.last_mut() {
            Some(line) if line.number == reject.line => {
                line.reasons.push(reject);
                line.columns.extend(reject.column.as_deref());
            }
            _ => lines.push(Line {
                number: reject.line,
                reasons: vec![reject],
                columns: reject.column.as_deref().into_iter().collect(),
                cells: &reject.cells,
            }),
        }
    }
    lines
}
