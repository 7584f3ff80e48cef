//! Figures that a territory knows better than `data/`, each with its own source.

use crate::{Confidence, Figure, FigureId, Reference, Source, SourceId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use units::{Quantity, Range};

/// A figure as a territory knows it; the unit stays the figure's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Override {
    /// Which figure.
    pub id: FigureId,
    /// The value.
    pub range: Range,
    /// Where from, in a person's words: « devis transporteur, mars 2026 ».
    pub source: String,
    /// Of when.
    pub date: NaiveDate,
    /// Last day it holds; afterwards the common figure holds again.
    pub valid_until: Option<NaiveDate>,
}

impl Reference {
    /// The knowledge with these figures in the place of the common ones. A figure that is not known is left out.
    #[must_use]
    pub fn with(&self, overrides: &[Override]) -> Self {
        let mut own = self.clone();
        for known in overrides {
            let source = SourceId::from(format!("territory.{}", known.id));
            if own.figures.put_before(&known.id, |common| figure(known, common, &source)) {
                own.sources.insert(source.clone(), document(known, source));
            }
        }
        own
    }
}

/// The new version of a figure; labels and unit are the known one's.
fn figure(known: &Override, common: &Figure, source: &SourceId) -> Figure {
    Figure {
        value: Quantity::new(known.range, common.value.unit.clone()),
        source: source.clone(),
        locator: String::new(),
        date: known.date.to_string(),
        valid_from: None,
        valid_until: known.valid_until,
        confidence: Confidence::Medium,
        note: String::new(),
        ..common.clone()
    }
}

fn document(known: &Override, id: SourceId) -> Source {
    Source {
        id,
        title: known.source.clone(),
        title_en: None,
        publisher: "territoire".to_owned(),
        date: known.date.to_string(),
        licence: "valeur propre au territoire".to_owned(),
        url: None,
        note: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_override_holds_until_its_day_and_shows_its_source() {
        let common = Reference::embedded().unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let known = Override {
            id: FigureId::from("processing.baling"),
            range: Range::exact(33.0).unwrap(),
            source: "devis presse, 2026".into(),
            date: day("2026-03-01"),
            valid_until: Some(day("2026-12-31")),
        };
        let unknown = Override { id: FigureId::from("no.such"), ..known.clone() };
        let own = common.with(&[known, unknown]);
        let on = |text| own.figures.on("processing.baling", day(text)).unwrap();
        assert_eq!(on("2026-06-30").value.range, Range::exact(33.0).unwrap());
        assert_eq!(own.sources[&on("2026-06-30").source].title, "devis presse, 2026");
        assert!(on("2027-01-01").source.as_str() == "from-memory", "the common one again");
        assert!(own.figures.on("no.such", day("2026-06-30")).is_err());
        assert_eq!(on("2026-06-30").value.unit, on("2027-01-01").value.unit);
    }
}
