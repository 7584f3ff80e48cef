//! One row with what is needed to read its cells by the name of their column.

use super::layout::Layout;
use crate::notes::Notes;
use crate::table::{Row, Table};
use model::{Finding, Message, Reject, Severity};

/// A row, the table it stands in and the columns found there.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub table: &'a Table,
    pub layout: &'a Layout,
    pub row: &'a Row,
}

impl<'a> Line<'a> {
    /// The cell of a column (its French heading), trimmed; `None` when empty or absent.
    pub(super) fn cell(&self, fr: &str) -> Option<&'a str> {
        self.layout.cell(self.row, fr)
    }

    /// The cell of a column that must be filled; the line goes back when it is not.
    pub(super) fn required(&self, fr: &str, notes: &mut Notes) -> Option<&'a str> {
        let cell = self.cell(fr);
        if cell.is_none() {
            self.refuse(fr, Message::new("refused-empty-column").with("column", fr), notes);
        }
        cell
    }

    /// Reads a cell that may be empty; a value that cannot be read goes back, and the rest of the line enters.
    pub(super) fn read<T>(
        &self,
        fr: &str,
        notes: &mut Notes,
        read: impl FnOnce(&str) -> Result<T, Message>,
    ) -> Option<T> {
        let result = read(self.cell(fr)?);
        notes.keep(self.table, self.row, self.layout.at(fr), result)
    }

    /// The whole line goes back for the sake of one column.
    pub(super) fn refuse(&self, fr: &str, reason: Message, notes: &mut Notes) {
        notes.refuse(self.table, self.row, self.layout.at(fr), reason);
    }

    /// A remark about the line.
    pub(super) fn remark<'n>(&self, severity: Severity, key: &str, notes: &'n mut Notes) -> &'n mut Finding {
        notes.remark(severity, key, self.table, self.row)
    }

    /// The line as it would go back if no file described the sites named in these columns, which is known only when all files are read.
    pub(super) fn nobodys(&self, columns: &[&str]) -> Vec<Reject> {
        let reject = |fr: &&str| {
            let site = self.cell(fr)?;
            let reason = Message::new("refused-site-unknown").with("site", site);
            Some(self.table.reject(self.row, self.layout.at(fr), reason))
        };
        columns.iter().filter_map(reject).collect()
    }

    /// The values of a site as they would go back if the other files showed them to be wrong: its number, its coordinates.
    pub(super) fn doubtful(&self) -> Vec<Reject> {
        let back = |fr: &str, key: &str| {
            let reject = self.table.reject(self.row, self.layout.at(fr), Message::new(key));
            Reject { kept: true, ..reject }
        };
        let mut doubtful = Vec::new();
        if self.cell("siret").is_some() {
            doubtful.push(back("siret", crate::parts::SIRET_TWICE));
        }
        if let (Some(lat), Some(lon)) = (self.cell("latitude"), self.cell("longitude")) {
            let both =
                [back("latitude", crate::parts::COORDINATES), back("longitude", crate::parts::COORDINATES)];
            let headings =
                both.each_ref().map(|reject| reject.column.as_deref().unwrap_or_default()).join(", ");
            let [first, _] = both;
            doubtful.push(Reject { column: Some(headings), value: Some(format!("{lat} ; {lon}")), ..first });
        }
        doubtful
    }
}
