//! The resource catalogue: what flows are of, from « bois de palettes » up to « bois ».

use crate::{Bilingual, ResourceId, SourceId, WasteCode};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use units::Range;

/// The broad nature of a resource. Equipment, services, space, skills and logistics are resources too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Kind {
    Material,
    Energy,
    Water,
    Equipment,
    Service,
    Space,
    Skill,
    Logistics,
}

impl Kind {
    /// True for what is weighed, metered and used up; false for what is pooled by presence.
    pub fn is_flow(self) -> bool {
        matches!(self, Self::Material | Self::Energy | Self::Water)
    }
}

/// Whether the resource is hazardous when discarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hazard {
    /// Never.
    No,
    /// Depends on its content: both mirror entries of the list are possible.
    Mirror,
    /// Always.
    Yes,
}

/// The physical form, which decides handling and transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Form {
    Solid,
    Liquid,
    Sludge,
    Gas,
    Heat,
    Power,
    Thing,
    Service,
}

/// What people count when they do not weigh.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// « palette »
    pub fr: String,
    /// « pallet »
    pub en: String,
    /// Mass of one piece in kg: low, usual, high.
    pub kg: Range3,
}

/// Three numbers `[low, mid, high]` in a file, checked into a [`Range`].
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(try_from = "[f64; 3]", into = "[f64; 3]")]
pub struct Range3(pub Range);

impl TryFrom<[f64; 3]> for Range3 {
    type Error = units::RangeError;

    fn try_from([low, mid, high]: [f64; 3]) -> Result<Self, Self::Error> {
        Range::new(low, mid, high).map(Self)
    }
}

impl From<Range3> for [f64; 3] {
    fn from(Range3(range): Range3) -> Self {
        [range.low(), range.mid(), range.high()]
    }
}

/// A thing that can flow or be shared.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Stable id.
    pub id: ResourceId,
    /// Broad nature.
    pub kind: Kind,
    /// Parents, more general.
    #[serde(default)]
    pub is_a: Vec<ResourceId>,
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
    /// German label.
    pub de: Option<String>,
    /// What people also say, French.
    #[serde(default)]
    pub words_fr: Vec<String>,
    /// What people also say, English.
    #[serde(default)]
    pub words_en: Vec<String>,
    /// What people also say, German.
    #[serde(default)]
    pub words_de: Vec<String>,
    /// Words it shares with other resources on purpose, French.
    #[serde(default)]
    pub ambiguous_fr: Vec<String>,
    /// Words it shares with other resources on purpose, English.
    #[serde(default)]
    pub ambiguous_en: Vec<String>,
    /// Words it shares with other resources on purpose, German.
    #[serde(default)]
    pub ambiguous_de: Vec<String>,
    /// Waste codes it bears when discarded, the usual one first.
    #[serde(default)]
    pub codes: Vec<WasteCode>,
    /// Hazard when discarded.
    pub hazard: Hazard,
    /// Physical form.
    pub form: Form,
    /// Bulk density as discarded, kg/m³.
    pub bulk: Option<Range3>,
    /// What people count.
    pub piece: Option<Piece>,
    /// Why nothing but disposal is known for it; `None` when a pathway recovers it, or nobody looked.
    pub disposal_only: Option<Bilingual>,
    /// Sources.
    pub source: Vec<SourceId>,
    /// Where in the first of them: article, heading, section.
    pub locator: Option<String>,
    /// Anything to know.
    pub note: Option<String>,
}

impl Resource {
    /// The label in a language (`fr` unless `en`).
    pub fn label(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.fr }
    }
}

/// All resources, with the is-a graph closed in both directions.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    all: Vec<Resource>,
    by_id: HashMap<ResourceId, usize>,
    /// For each resource: itself, then its ancestors with their distance in is-a steps, nearest first.
    up: Vec<Vec<(usize, u8)>>,
    /// For each resource: itself, then its descendants with their distance, nearest first.
    down: Vec<Vec<(usize, u8)>>,
}

impl Catalogue {
    /// Builds the graph. Unknown parents and cycles have been refused by the loader's checks.
    pub(crate) fn new(all: Vec<Resource>) -> Self {
        let by_id: HashMap<_, _> = all.iter().enumerate().map(|(ix, r)| (r.id.clone(), ix)).collect();
        let parents: Vec<Vec<usize>> =
            all.iter().map(|r| r.is_a.iter().filter_map(|p| by_id.get(p).copied()).collect()).collect();
        let up: Vec<_> = (0..all.len()).map(|ix| climb(ix, &parents)).collect();
        let mut down = vec![Vec::new(); all.len()];
        for (ix, ancestors) in up.iter().enumerate() {
            for &(ancestor, steps) in ancestors {
                down[ancestor].push((ix, steps));
            }
        }
        for list in &mut down {
            list.sort_by_key(|&(ix, steps)| (steps, ix));
        }
        Self { all, by_id, up, down }
    }

    /// Every resource, in file order; the position is its dense index.
    pub fn all(&self) -> &[Resource] {
        &self.all
    }

    /// The resource of that id.
    pub fn get(&self, id: &str) -> Option<&Resource> {
        self.index_of(id).map(|ix| &self.all[ix])
    }

    /// Dense index of an id, for tables.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The resource at a dense index, with everything more general and how many is-a steps away, nearest first.
    pub fn ancestors(&self, ix: usize) -> &[(usize, u8)] {
        &self.up[ix]
    }

    /// Bulk density as discarded, kg/m³: its own, else that of the nearest more general resource of the same form (a used engine oil is as
    /// heavy as a used oil; sawdust is not as heavy as a plank). `None` when neither has one.
    pub fn bulk(&self, ix: usize) -> Option<Range> {
        let form = self.all()[ix].form;
        let mut up = self.ancestors(ix).iter().map(|(at, _)| &self.all()[*at]);
        up.find_map(|resource| resource.bulk.filter(|_| resource.form == form)).map(|bulk| bulk.0)
    }

    /// The resource at a dense index, with everything more specific and how many is-a steps away, nearest first.
    pub fn descendants(&self, ix: usize) -> &[(usize, u8)] {
        &self.down[ix]
    }

    /// Number of is-a steps from a resource up to a more general one; 0 for itself, `None` when it is not one.
    pub fn steps_up(&self, from: usize, to: usize) -> Option<u8> {
        self.up[from].iter().find(|(ix, _)| *ix == to).map(|(_, steps)| *steps)
    }
}

/// Breadth-first walk to all ancestors; the visited check also ends cycles.
fn climb(start: usize, parents: &[Vec<usize>]) -> Vec<(usize, u8)> {
    let mut seen = vec![(start, 0_u8)];
    let mut next = 0;
    while next < seen.len() {
        let (ix, steps) = seen[next];
        for &parent in &parents[ix] {
            if !seen.iter().any(|(known, _)| *known == parent) {
                seen.push((parent, steps.saturating_add(1)));
            }
        }
        next += 1;
    }
    seen
}
