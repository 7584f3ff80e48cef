//! Which column of a file is which column of the workbook.

use super::columns::{Column, Kind};
use crate::IntakeError;
use crate::rejects::is_own_column;
use crate::table::{Row, Table};
use crate::text::fold;
use crate::value::Hand;
use model::{Finding, Severity};

impl Column {
    /// True when a heading names this column.
    fn is_named(&self, heading: &str) -> bool {
        let heading = fold(heading);
        heading == fold(self.fr) || self.also.iter().any(|name| heading == fold(name))
    }
}

/// The table that these headings belong to.
pub(super) fn kind_of(headings: &[String]) -> Option<Kind> {
    let position = |kind: Kind, fr: &str| {
        let column = kind.columns().iter().find(|column| column.fr == fr)?;
        headings.iter().position(|heading| column.is_named(heading))
    };
    let known = |kind: Kind| {
        headings.iter().filter(|heading| kind.columns().iter().any(|column| column.is_named(heading))).count()
    };
    Kind::ALL.into_iter().find(|kind| {
        let required = kind.required().iter().all(|fr| position(*kind, fr).is_some());
        let typical = match kind {
            // « clé ; valeur » and nothing else; « identifiant ; nom » with something of ours.
            Kind::Territory => {
                headings.iter().filter(|heading| !heading.is_empty() && !is_own_column(heading)).count() == 2
            }
            Kind::Actors => known(*kind) >= 4,
            Kind::Flows | Kind::Exchanges => true,
        };
        required && typical
    })
}

/// The columns found in one table.
#[derive(Debug)]
pub(super) struct Layout {
    pub kind: Kind,
    /// For each column of the kind, where it stands.
    at: Vec<Option<usize>>,
}

impl Layout {
    /// Finds the columns. Two columns of one name are an error; a column of no known name is refused with a finding.
    pub(super) fn new(kind: Kind, table: &Table) -> Result<(Self, Vec<Finding>), IntakeError> {
        let mut at = Vec::new();
        for column in kind.columns() {
            let mut places = (0..table.headings.len()).filter(|ix| column.is_named(&table.headings[*ix]));
            let first = places.next();
            if let Some(second) = places.next() {
                let heading = table.headings[second].clone();
                return Err(IntakeError::DoubleHeading { place: table.place(), heading });
            }
            at.push(first);
        }
        let layout = Self { kind, at };
        let findings = layout.unknown(table);
        Ok((layout, findings))
    }

    fn unknown(&self, table: &Table) -> Vec<Finding> {
        let known = self.kind.columns().iter().map(|column| column.fr).collect::<Vec<_>>().join(", ");
        let strange = table.headings.iter().enumerate().filter(|(ix, heading)| {
            !heading.is_empty() && !self.at.contains(&Some(*ix)) && !is_own_column(heading)
        });
        strange
            .map(|(_, heading)| {
                Finding::new(Severity::Warning, "intake-column-refused", table.place())
                    .with("column", heading)
                    .with("known", &known)
            })
            .collect()
    }

    /// Where a column stands, by its French heading.
    pub(super) fn at(&self, fr: &str) -> Option<usize> {
        let ix = self.kind.columns().iter().position(|column| column.fr == fr);
        debug_assert!(ix.is_some(), "no column {fr} in {:?}", self.kind);
        self.at.get(ix?).copied().flatten()
    }

    /// How the amounts of the table are written.
    pub(super) fn hand(&self, table: &Table, rows: &[Row]) -> Hand {
        let columns: Vec<usize> = match self.kind {
            Kind::Flows => ["quantité", "prix"].iter().filter_map(|fr| self.at(fr)).collect(),
            Kind::Exchanges => self.at("quantité").into_iter().collect(),
            Kind::Territory | Kind::Actors => Vec::new(),
        };
        let cells = rows.iter().flat_map(|row| columns.iter().filter_map(|ix| row.cell(Some(*ix))));
        let headings: Vec<String> = columns.iter().map(|ix| table.headings[*ix].clone()).collect();
        Hand::of(cells, &headings, table.dialect.is_none())
    }

    /// The cell of a column, trimmed; `None` when empty or absent.
    pub(super) fn cell<'r>(&self, row: &'r Row, fr: &str) -> Option<&'r str> {
        row.cell(self.at(fr))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(headings: &str) -> Option<Kind> {
        kind_of(&headings.split(';').map(ToOwned::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn tables_are_known_by_their_headings() {
        for (headings, wanted) in [
            ("clé;valeur", Some(Kind::Territory)),
            ("Key;Value", Some(Kind::Territory)),
            ("identifiant;nom;type;siret", Some(Kind::Actors)),
            ("Name;ID;Kind;NACE", Some(Kind::Actors)),
            ("site;sens;quoi", Some(Kind::Flows)),
            ("What;Site;Direction;Quantity", Some(Kind::Flows)),
            ("de;vers;quoi;quantité", Some(Kind::Exchanges)),
            ("motif;ligne;colonne;de;vers;quoi", Some(Kind::Exchanges)),
            ("motif;ligne;colonne;clé;valeur", Some(Kind::Territory)),
            ("identifiant;nom", None),
            ("siren;nic;siret", None),
            ("clé;valeur;autre", None),
            ("", None),
        ] {
            assert_eq!(kind(headings), wanted, "{headings}");
        }
    }
}
