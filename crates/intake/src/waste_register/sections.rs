//! Several tables one below the other: each has headings of its own, and what stands under « kg » is not read as tonnes.

use super::lines::repeats;
use super::mapping::{Mapping, Meaning, SURE, USED};
use super::notices::unread;
use super::own_columns::Columns;
use super::understand::understand;
use crate::table::{Row, Table};
use crate::{fold, plain};
use model::{Finding, Severity};

/// The lines under one line of headings.
pub(super) struct Section {
    pub headings: Vec<String>,
    mapping: Mapping,
}

impl Section {
    pub(super) fn first(mapping: &Mapping, headings: &[String]) -> Self {
        Self { headings: headings.to_vec(), mapping: mapping.clone() }
    }

    pub(super) fn columns(&self) -> Columns {
        Columns::new(&self.mapping, &self.headings)
    }

    /// The section that a row opens; `None` for a row that is no line of headings, or says the same ones again.
    pub(super) fn next(&self, row: &Row) -> Option<Self> {
        let headings: Vec<String> = row.cells.iter().map(|cell| plain(cell)).collect();
        let words = || headings.iter().filter(|heading| !heading.is_empty());
        if words().count() < 3 || words().any(|heading| fold(heading).split(' ').any(is_number)) {
            return None;
        }
        let same = words().all(|heading| self.headings.iter().any(|known| fold(known) == fold(heading)))
            && self
                .headings
                .iter()
                .zip(&headings)
                .all(|(known, heading)| heading.is_empty() || fold(known) == fold(heading));
        let mut mapping = understand(&headings, &[]);
        if same || !(repeats(row, &self.headings) || mapping.is_register()) {
            return None;
        }
        // What a person said of a heading holds wherever it stands.
        for column in &mut mapping.columns {
            let known =
                self.mapping.columns.iter().find(|known| fold(&known.heading) == fold(&column.heading));
            *column = known.unwrap_or(column).clone();
        }
        Some(Self { headings, mapping })
    }

    /// Columns used without being sure, columns of prices not read.
    pub(super) fn told(&self, columns: &Columns, table: &Table, rows: &[Row]) -> Vec<Finding> {
        let unread = unread(&self.mapping, &columns.prices, &self.headings, rows);
        [self.unsure(), unread]
            .into_iter()
            .flatten()
            .map(|finding| Finding { about: table.path.clone(), ..finding })
            .collect()
    }

    fn unsure(&self) -> Option<Finding> {
        let unsure: Vec<&str> = self
            .mapping
            .columns
            .iter()
            .filter(|column| column.meaning.is_some() && (USED..SURE).contains(&column.confidence))
            .filter(|column| column.meaning != Some(Meaning::Ignored))
            .map(|column| column.heading.as_str())
            .collect();
        let finding = Finding::new(Severity::Info, "intake-register-columns-unsure", "");
        (!unsure.is_empty()).then(|| finding.with("columns", unsure.join(", ")))
    }
}

fn is_number(word: &str) -> bool {
    word != "m3" && word.contains(|c: char| c.is_ascii_digit())
}
