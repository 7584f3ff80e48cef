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

/// Columns of which one, beside the name, makes a table a list of firms: they tell which firm it is, or what it does.
const OF_A_FIRM: [&str; 3] = ["siret", "naf", "commune"];
/// A list of firms has so many columns of ours; with fewer it may be a list of anything.
const FEWEST_OF_A_FIRM: usize = 3;

/// Where a column stands among headings.
fn position(headings: &[String], kind: Kind, fr: &str) -> Option<usize> {
    let column = kind.columns().iter().find(|column| column.fr == fr)?;
    headings.iter().position(|heading| column.is_named(heading))
}

/// How many headings are columns of the kind.
fn known(headings: &[String], kind: Kind) -> usize {
    headings.iter().filter(|heading| kind.columns().iter().any(|column| column.is_named(heading))).count()
}

/// True for a list of firms without identifiers (« nom, NAF, commune »), as a chamber or an authority sends it.
pub(super) fn is_list(headings: &[String]) -> bool {
    let has = |fr: &str| position(headings, Kind::Actors, fr).is_some();
    has("nom") && OF_A_FIRM.iter().any(|fr| has(fr)) && known(headings, Kind::Actors) >= FEWEST_OF_A_FIRM
}

/// The sheet that headings are nearly of, and the column of it that is missing: several columns are known, one that is needed is not there.
pub(super) fn lacks(headings: &[String]) -> Option<(Kind, &'static str)> {
    let needed = |kind: Kind| match kind {
        // An identifier can be made of the name.
        Kind::Actors => &["nom"],
        other => other.required(),
    };
    let missing = |kind: Kind| {
        let mut missing = needed(kind).iter().filter(|fr| position(headings, kind, fr).is_none());
        missing.next().filter(|_| missing.next().is_none()).map(|fr| (kind, *fr))
    };
    let likely = |kind: &Kind| known(headings, *kind) >= 2;
    Kind::ALL.into_iter().filter(|kind| *kind != Kind::Territory && likely(kind)).find_map(missing)
}

/// The table that these headings belong to, a list of firms included.
pub(super) fn kind_of(headings: &[String]) -> Option<Kind> {
    own_kind(headings).or_else(|| is_list(headings).then_some(Kind::Actors))
}

/// The table of our own that these headings belong to.
pub(super) fn own_kind(headings: &[String]) -> Option<Kind> {
    let position = |kind: Kind, fr: &str| position(headings, kind, fr);
    let known = |kind: Kind| known(headings, kind);
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
    fn what_is_missing_is_named() {
        let lacks = |headings: &str| lacks(&headings.split(';').map(ToOwned::to_owned).collect::<Vec<_>>());
        assert_eq!(lacks("naf;commune;effectif"), Some((Kind::Actors, "nom")));
        assert_eq!(lacks("site;quoi;quantité"), Some((Kind::Flows, "sens")));
        assert_eq!(lacks("colonne A;colonne B"), None);
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
            ("nom;naf;commune", Some(Kind::Actors)),
            ("Raison sociale;Téléphone;SIRET;Ville", Some(Kind::Actors)),
            ("nom;date;note", None),
            ("", None),
        ] {
            assert_eq!(kind(headings), wanted, "{headings}");
        }
    }
}
