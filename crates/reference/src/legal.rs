//! Permit rubrics and waste-status routes, as checklists. Not legal advice.

use crate::pathways::RouteKind;
use crate::resources::Range3;
use crate::{Bilingual, DataError, ResourceId, SourceId};
use serde::{Deserialize, Serialize};

/// A threshold of a permit rubric.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// D, DC, E or A.
    pub level: String,
    /// From how much, in French words.
    pub from: String,
    /// The same in English.
    pub from_en: String,
    /// The same in tonnes a day, from and to, where the threshold is one.
    pub t_day: Option<[f64; 2]>,
    /// The same in cubic metres present on the site.
    pub m3: Option<[f64; 2]>,
    /// The same in megawatts of fuel burnt.
    pub mw: Option<[f64; 2]>,
}

/// A level of permit of classified installations.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// D, DC, E or A.
    pub id: String,
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
    /// From the preparation of the file to the right to run, months.
    pub delay_months: Range3,
    /// Sources.
    pub source: Vec<SourceId>,
    /// Anything to know.
    pub note: Option<String>,
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
    /// Of a residue that nothing says to be hazardous.
    Harmless,
    /// Across a border.
    Abroad,
    /// Across a border, of a residue that is hazardous or may be.
    AbroadHazardous,
    /// Of a material.
    Material,
    /// Of energy.
    Energy,
    /// Of what comes by pipe or cable: energy and water.
    Piped,
    /// Of a thing used again, neither energy nor water.
    Good,
    /// Of water.
    Water,
    /// Of an equipment.
    Equipment,
}

/// Which leads a line of a route concerns: all that is stated must hold.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// Of these; `None`: of all.
    pub only: Option<Only>,
    /// Of these resources and their descendants; empty = of all.
    #[serde(default)]
    pub of: Vec<ResourceId>,
    /// Where so many tonnes a year may be passed.
    pub above_t: Option<f64>,
    /// Only if so, which nobody knows yet; its delay does not count.
    pub when: Option<Bilingual>,
}

/// A legal test or a paper.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
    /// Of which leads.
    #[serde(default)]
    pub scope: Scope,
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
    /// Of which leads.
    #[serde(default)]
    pub scope: Scope,
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

/// A form that travels with a waste.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tracking {
    /// Its short name: `BSDA`.
    pub id: String,
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
    /// Of these resources and their descendants; empty = of any other.
    pub of: Vec<ResourceId>,
    /// Also where the waste is not hazardous.
    #[serde(default)]
    pub always: bool,
    /// Sources.
    pub source: Vec<SourceId>,
}

/// What the kind of a residue settles, whatever the way it is taken: a sanitary category, a producer scheme, that it is a waste.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Stable id.
    pub id: String,
    /// These resources and their descendants; empty = any material.
    #[serde(default)]
    pub of: Vec<ResourceId>,
    /// Only from givers of these NAF rev. 2 prefixes; empty = from any.
    #[serde(default)]
    pub giver_naf: Vec<String>,
    /// Only to takers of these NAF rev. 2 prefixes; empty = to any.
    #[serde(default)]
    pub taker_naf: Vec<String>,
    /// Leaves as a waste, never as a by-product or a product.
    #[serde(default)]
    pub waste: bool,
    /// The line of the checklist, French.
    pub fr: String,
    /// The same, English.
    pub en: String,
    /// Sources.
    pub source: Vec<SourceId>,
}

/// All checklists.
#[derive(Clone, Debug, Default)]
pub struct Legal {
    /// Levels of permit, lightest first.
    pub levels: Vec<Level>,
    /// Permit rubrics.
    pub rubrics: Vec<Rubric>,
    /// Routes.
    pub routes: Vec<Route>,
    /// Forms, those of a kind of waste before the general one.
    pub tracking: Vec<Tracking>,
    /// What kinds of residues settle.
    pub families: Vec<Family>,
}

impl Legal {
    /// The rubric of that number.
    pub fn rubric(&self, id: &str) -> Option<&Rubric> {
        self.rubrics.iter().find(|r| r.id == id)
    }

    /// The level of that letter.
    pub fn level(&self, id: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == id)
    }

    /// The checklist of a route.
    pub fn route(&self, kind: RouteKind) -> Option<&Route> {
        self.routes.iter().find(|r| r.id == kind)
    }
}

/// Levels that are known, and thresholds as numbers of all levels of a heading or of none: a plan would else be told a level too light.
pub(crate) fn check(legal: &Legal, faults: &mut Vec<DataError>) {
    for rubric in &legal.rubrics {
        let mut fault = |what: String| faults.push(DataError::new("legal", rubric.id.as_str(), what));
        for regime in rubric.regime.iter().filter(|regime| legal.level(&regime.level).is_none()) {
            fault(format!("régime inconnu « {} »", regime.level));
        }
        let alike = |says: fn(&Regime) -> bool| {
            let said = rubric.regime.iter().filter(|regime| says(regime)).count();
            said == 0 || said == rubric.regime.len()
        };
        if !(alike(|r| r.t_day.is_some()) && alike(|r| r.m3.is_some()) && alike(|r| r.mw.is_some())) {
            fault("« t_day », « m3 » ou « mw » : pour tous les régimes ou pour aucun".into());
        }
    }
}
