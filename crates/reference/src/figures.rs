//! Every number the program uses, with unit, range, source, date and confidence.

use crate::{FigureId, SourceId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use units::Quantity;

/// How far a figure can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Remembered or guessed: for ordering, not for signing.
    Low,
    /// One source, or derived.
    Medium,
    /// Published by who makes it.
    High,
}

/// A sourced number.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// Dotted id: `co2.transport.truck-rigid-12-20`.
    pub id: FigureId,
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
    /// The number.
    pub value: Quantity,
    /// Where from.
    pub source: SourceId,
    /// Where in it.
    pub locator: String,
    /// Of when.
    pub date: String,
    /// First day it holds.
    pub valid_from: Option<NaiveDate>,
    /// Last day it holds.
    pub valid_until: Option<NaiveDate>,
    /// Trust.
    pub confidence: Confidence,
    /// What to know.
    pub note: String,
}

impl Figure {
    /// True on a day when the figure holds.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// Why a figure cannot be used on a day. Becomes a finding; nothing stands in for it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Missing {
    /// No such figure.
    #[error("pas de valeur « {id} » dans data/figures")]
    Unknown {
        /// The id asked for.
        id: String,
    },
    /// It held until a day gone by, or will from a day to come.
    #[error("la valeur « {id} » n'est pas valable le {day} ({from} – {until})")]
    NotValid {
        /// The id asked for.
        id: String,
        /// The day asked for.
        day: NaiveDate,
        /// Start of validity.
        from: String,
        /// End of validity.
        until: String,
    },
}

/// All figures, by id; an id may stand several times with validity periods that do not overlap.
#[derive(Debug, Default, Clone)]
pub struct Figures {
    by_id: BTreeMap<FigureId, Vec<Figure>>,
}

impl Figures {
    pub(crate) fn new(all: Vec<Figure>) -> Self {
        let mut by_id: BTreeMap<FigureId, Vec<Figure>> = BTreeMap::new();
        for figure in all {
            by_id.entry(figure.id.clone()).or_default().push(figure);
        }
        Self { by_id }
    }

    /// Puts a version in front of the others of its id; false when there is none of that id.
    pub(crate) fn put_before(&mut self, id: &FigureId, make: impl FnOnce(&Figure) -> Figure) -> bool {
        let Some(versions) = self.by_id.get_mut(id) else { return false };
        let Some(last) = versions.last() else { return false };
        let figure = make(last);
        versions.insert(0, figure);
        true
    }

    /// Every figure, by id.
    pub fn all(&self) -> impl Iterator<Item = &Figure> {
        self.by_id.values().flatten()
    }

    /// The figure that holds on a day.
    pub fn on(&self, id: &str, day: NaiveDate) -> Result<&Figure, Missing> {
        let versions = self.by_id.get(id).ok_or_else(|| Missing::Unknown { id: id.to_owned() })?;
        versions.iter().find(|f| f.holds_on(day)).ok_or_else(|| {
            let show = |day: Option<NaiveDate>| day.map_or_else(|| "…".to_owned(), |d| d.to_string());
            Missing::NotValid {
                id: id.to_owned(),
                day,
                from: show(versions.iter().filter_map(|f| f.valid_from).min()),
                until: show(versions.iter().filter_map(|f| f.valid_until).max()),
            }
        })
    }

    /// To read the middles of one table (`belief` of `belief.usual`) on a day.
    pub fn middles<'a>(&'a self, table: &'a str, day: NaiveDate) -> Middles<'a> {
        Middles { figures: self, table, day, missing: Vec::new() }
    }

    /// The figures whose id starts with a prefix, in order.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a Figure> + 'a {
        self.by_id
            .iter()
            .filter(move |(id, _)| id.as_str().starts_with(prefix))
            .flat_map(|(_, versions)| versions)
    }
}

/// Middles of figures, read one by one, and which of them were wanted in vain.
pub struct Middles<'a> {
    figures: &'a Figures,
    table: &'a str,
    day: NaiveDate,
    /// Ids that have no value on the day.
    pub missing: Vec<String>,
}

impl Middles<'_> {
    /// The P50 of `table.name`; where there is none, the value that changes nothing.
    pub fn read(&mut self, name: &str, neutral: f64) -> f64 {
        let id = format!("{}.{name}", self.table);
        if let Ok(figure) = self.figures.on(&id, self.day) {
            return figure.value.range.mid();
        }
        self.missing.push(id);
        neutral
    }
}
