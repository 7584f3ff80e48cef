//! The registers that Trackdéchets exports, and their columns.

use super::party::Party;
use crate::table::{Row, Table};
use crate::{fold, plain};

/// Which register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Export {
    Outgoing,
    Incoming,
    Managed,
    Transported,
    /// Sortie de statut de déchet.
    EndOfWaste,
}

impl Export {
    /// By the headings that only this register has.
    pub(super) fn of(headings: &[String]) -> Option<Self> {
        let folded: Vec<String> = headings.iter().map(|heading| fold(heading)).collect();
        let has = |names: &[&str]| names.iter().all(|name| folded.contains(&fold(name)));
        if has(&[
            "SIRET du déclarant",
            "Produit",
            "Date d'utilisation",
            "Numéro d'identification du destinataire",
        ]) {
            return Some(Self::EndOfWaste);
        }
        if !has(&[
            "Type de bordereau",
            "Dénomination usuelle",
            "Code déchet",
            "Expéditeur - N° d'identification",
        ]) {
            return None;
        }
        Some(if has(&["Date d'enlèvement"]) {
            Self::Transported
        } else if has(&["Date d'acquisition ou de début de gestion"]) {
            Self::Managed
        } else if has(&["Date de réception"]) {
            Self::Incoming
        } else {
            Self::Outgoing
        })
    }

    /// What to say of a register that does not tell who gives and who takes.
    pub(super) fn refusal(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Transported => Some(("unsupported-transported", "advice-not-journeys")),
            Self::EndOfWaste => Some(("unsupported-end-of-waste", "advice-not-products")),
            _ => None,
        }
    }
}

/// The columns of one end.
pub(super) struct PartyColumns {
    pub number: Option<usize>,
    pub name: Option<usize>,
    pub street: Option<usize>,
    pub postcode: Option<usize>,
    pub commune: Option<usize>,
}

impl PartyColumns {
    fn new(table: &Table, who: &str) -> Self {
        let at = |what: &str| table.column(&[&format!("{who} - {what}")]);
        Self {
            number: at("N° d'identification"),
            name: at("Raison sociale"),
            street: at("Libellé adresse"),
            postcode: at("Code postal"),
            commune: at("Commune"),
        }
    }

    /// `None` when neither number nor name stands there.
    pub(super) fn read(&self, row: &Row) -> Option<Party> {
        let text = |column| row.cell(column).map(plain);
        let number = text(self.number);
        let siret = number.as_deref().and_then(|number| number.parse().ok());
        let name = text(self.name).or_else(|| number.clone())?;
        Some(Party {
            number: number.filter(|_| siret.is_none()),
            siret,
            name,
            street: text(self.street),
            postcode: text(self.postcode),
            commune: text(self.commune),
        })
    }
}

/// The columns that are read.
pub(super) struct Columns {
    pub dates: [Option<usize>; 2],
    pub wording: Option<usize>,
    pub code: Option<usize>,
    /// Whether the holder says that it is hazardous: O or N.
    pub hazardous: Option<usize>,
    pub emitter: PartyColumns,
    pub producer: PartyColumns,
    pub destination: PartyColumns,
    pub accepted: Option<usize>,
    pub received: Option<usize>,
    pub sent: Option<usize>,
    pub sent_kind: Option<usize>,
    pub volume: Option<usize>,
    pub acceptance: Option<usize>,
    /// Final, done, planned operation: the first that says something counts.
    pub operations: [Option<usize>; 3],
}

impl Columns {
    /// The column of the operation that a line says.
    pub(super) fn operation(&self, row: &Row) -> Option<usize> {
        self.operations.into_iter().flatten().find(|column| row.cell(Some(*column)).is_some())
    }

    pub(super) fn new(table: &Table, export: Export) -> Self {
        let at = |name: &str| table.column(&[name]);
        let sent = at("Date d'expédition");
        Self {
            dates: if export == Export::Incoming { [at("Date de réception"), sent] } else { [sent, None] },
            wording: at("Dénomination usuelle"),
            code: at("Code déchet"),
            hazardous: at("Dangereux"),
            emitter: PartyColumns::new(table, "Expéditeur"),
            producer: PartyColumns::new(table, "Producteur initial"),
            destination: PartyColumns::new(table, "Destination"),
            accepted: at("Quantité acceptée / traitée nette (tonnes)"),
            received: at("Quantité réceptionnée nette (tonnes)"),
            sent: at("Émetteur - Quantité de déchet"),
            sent_kind: at("Émetteur - Type de quantité"),
            volume: table
                .column(&["Volume en M3 de la quantité traitée", "Émetteur - Volume en M3 de la quantité"]),
            acceptance: at("Statut d'acceptation du déchet"),
            operations: [
                at("Destination finale - Code(s) de traitement final réalisé(s)"),
                at("Code(s) de traitement réalisé(s)"),
                at("Code opération prévu"),
            ],
        }
    }
}
