//! Permit rubrics and waste-status routes, as checklists. Not legal advice.

use crate::SourceId;
use crate::pathways::RouteKind;
use crate::resources::Range3;
use serde::{Deserialize, Serialize};

/// A threshold of a permit rubric.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// D, DC, E or A.
    pub level: String,
    /// From how much, in words.
    pub from: String,
}

/// A rubric of the French nomenclature of classified installations (ICPE).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// `2714`, `2910-A`.
    pub id: String,
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
    /// Thresholds that are certain.
    #[serde(default)]
    pub regime: Vec<Regime>,
    /// How long the file takes, months.
    pub delay_months: Option<Range3>,
    /// Sources.
    pub source: Vec<SourceId>,
    /// Anything to know.
    pub note: Option<String>,
}

/// When a line of a route is asked for at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Only {
    /// Of a residue that is hazardous or may be.
    Hazardous,
    /// Across a border.
    Abroad,
}

/// A legal test or a paper.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
    /// When; `None`: always.
    pub only: Option<Only>,
}

/// A step of a route.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What to do, French.
    pub fr: String,
    /// What to do, English.
    pub en: String,
    /// How long it takes, months.
    pub delay_months: Option<Range3>,
    /// When; `None`: always.
    pub only: Option<Only>,
}

/// A waste-status route.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Which.
    pub id: RouteKind,
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
    /// The legal tests.
    #[serde(default)]
    pub conditions: Vec<Clause>,
    /// What to do.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Papers that travel with it.
    #[serde(default)]
    pub forms: Vec<Clause>,
    /// Sources.
    pub source: Vec<SourceId>,
    /// Anything to know.
    pub note: Option<String>,
}

/// All checklists.
#[derive(Clone, Debug, Default)]
pub struct Legal {
    /// Permit rubrics.
    pub rubrics: Vec<Rubric>,
    /// Routes.
    pub routes: Vec<Route>,
}

impl Legal {
    /// The rubric of that number.
    pub fn rubric(&self, id: &str) -> Option<&Rubric> {
        self.rubrics.iter().find(|r| r.id == id)
    }

    /// The checklist of a route.
    pub fn route(&self, kind: RouteKind) -> Option<&Route> {
        self.routes.iter().find(|r| r.id == kind)
    }
}
