//! What the columns of a register mean.

use crate::fold;
use serde::{Deserialize, Serialize};

/// Below this, a meaning is shown to the user but not used.
pub(super) const USED: f32 = 0.5;
/// Below this, a meaning is used, and told.
pub(super) const SURE: f32 = 0.7;

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// Day of the shipment.
    Date,
    /// What the waste is called.
    Wording,
    /// Code of the List of Waste.
    Code,
    /// How much; [`Understood::unit`] when the heading says of what.
    Quantity,
    /// Unit of the quantity, cell by cell.
    Unit,
    /// Who takes it away.
    Carrier,
    /// Where it goes.
    Destination,
    /// SIRET of where it goes.
    DestinationSiret,
    /// Street of where it goes.
    DestinationAddress,
    /// Postcode of where it goes.
    DestinationPostcode,
    /// Commune of where it goes.
    DestinationCommune,
    /// R or D code, or words for the treatment.
    Operation,
    /// Number of the tracking form or weighing slip.
    FormNumber,
    /// Whose waste it is.
    Emitter,
    /// SIRET of whose waste it is.
    EmitterSiret,
    /// Cost or price, of the line or of a unit of it.
    Price,
    /// Remarks.
    Remark,
    /// Nothing that is needed.
    Ignored,
}

/// One column, as understood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Understood {
    /// The heading as read.
    pub heading: String,
    /// What it means; `None` when nothing is recognised.
    pub meaning: Option<Meaning>,
    /// For quantities, the unit that the heading states: `t`, `kg`, `m3`, `L`, `benne` …; `None` when it states none or two.
    pub unit: Option<String>,
    /// How sure, 0–1; 1 when a person said so. Below 0.5 the column is not used.
    pub confidence: f32,
}

/// What every column of a register means, in the order of the columns. It can be corrected, kept, and used again for the next file of the
/// same sender: columns are found again by their headings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    /// The columns.
    pub columns: Vec<Understood>,
}

impl Mapping {
    /// Says what a heading means, whatever was understood.
    pub fn set(&mut self, heading: &str, meaning: Meaning, unit: Option<&str>) {
        let wanted = fold(heading);
        for column in self.columns.iter_mut().filter(|column| fold(&column.heading) == wanted) {
            column.meaning = Some(meaning);
            column.unit = unit.map(ToOwned::to_owned);
            column.confidence = 1.0;
        }
    }

    /// True when it says which waste, how much, and something that only waste has.
    pub fn is_register(&self) -> bool {
        let has = |meaning| self.used(meaning).next().is_some();
        let waste_only = has(Meaning::Code)
            || has(Meaning::Operation)
            || has(Meaning::FormNumber)
            || self.columns.iter().any(|column| {
                let heading = fold(&column.heading);
                heading.contains("dechet") || heading.split(' ').any(|word| word == "waste")
            });
        let named = has(Meaning::Wording) || has(Meaning::Code);
        let used = self.columns.iter().filter(|c| c.confidence >= USED && c.meaning.is_some()).count();
        named && has(Meaning::Quantity) && waste_only && used >= 3
    }

    /// The columns of that meaning that are sure enough, best first.
    pub(super) fn used(&self, meaning: Meaning) -> impl Iterator<Item = &Understood> {
        let mut fitting: Vec<&Understood> = self
            .columns
            .iter()
            .filter(|column| column.meaning == Some(meaning) && column.confidence >= USED)
            .collect();
        fitting.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        fitting.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_believed_and_the_mapping_can_be_kept() {
        let column = |heading: &str| Understood {
            heading: heading.into(),
            meaning: None,
            unit: None,
            confidence: 0.0,
        };
        let mut mapping = Mapping { columns: vec![column("Poids évacué"), column("Truc")] };
        assert!(mapping.used(Meaning::Quantity).next().is_none());
        mapping.set("poids evacue", Meaning::Quantity, Some("kg"));
        assert_eq!(mapping.used(Meaning::Quantity).next().unwrap().unit.as_deref(), Some("kg"));
        let kept = serde_json::to_string(&mapping).unwrap();
        assert_eq!(serde_json::from_str::<Mapping>(&kept).unwrap(), mapping);
    }
}
