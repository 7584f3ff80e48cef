//! Pathways: who takes a resource, what is done to it, what comes out.

use crate::resources::Catalogue;
use crate::{Bilingual, PathwayId, ResourceId, SourceId};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use units::{Quantity, Range, Unit};

/// A kind of firm that runs a pathway, by NAF rev. 2 prefix.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Runner {
    /// NAF rev. 2 prefix: `38.32`, `16.2`, `10`.
    pub naf: String,
    /// Share of such firms (0–1) for which it is usual.
    pub p: f64,
}

/// An output of a pathway.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// What comes out.
    pub resource: ResourceId,
    /// How much per unit of input; absent when not known.
    #[serde(rename = "yield")]
    pub yield_: Option<crate::resources::Range3>,
    /// Unit of the yield, `t/t` unless said.
    pub unit: Option<Unit>,
}

/// Step of the waste hierarchy (directive 2008/98/EC, art. 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the directive's words")]
pub enum Hierarchy {
    Prevention,
    Reuse,
    Recycling,
    Recovery,
    Energy,
    Disposal,
}

/// The usual legal route in France.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the law's words")]
pub enum RouteKind {
    ByProduct,
    EndOfWaste,
    Waste,
    Product,
    Reuse,
}

/// Who is served by a use that the order of uses puts before recycling: people first, then animals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Serves {
    /// Eaten or used again by people.
    People,
    /// Fed to animals.
    Animals,
}

/// How far it usually travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reach {
    /// By pipe or fence to fence, under 3 km.
    Site,
    /// Under 30 km.
    Local,
    /// Under 150 km.
    Regional,
    /// Anywhere in the country.
    National,
}

impl Reach {
    /// Longest straight-line distance still proposed, km.
    pub fn limit_km(self) -> f64 {
        match self {
            Self::Site => 3.0,
            Self::Local => 30.0,
            Self::Regional => 150.0,
            Self::National => 1_000.0,
        }
    }
}

/// A figure inside an entry: `{ low = 15, mid = 25, high = 40, unit = "EUR/t" }`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inline {
    low: f64,
    mid: f64,
    high: f64,
    unit: Unit,
}

impl Inline {
    /// As a quantity; `None` when the numbers are no range (the loader has refused that).
    pub fn quantity(&self) -> Option<Quantity> {
        Some(Quantity::new(Range::new(self.low, self.mid, self.high).ok()?, self.unit.clone()))
    }
}

/// `inputs → process → outputs`, and the kinds of firms that do it. Without process the taker uses the input as it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pathway {
    /// Stable id.
    pub id: PathwayId,
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
    /// What is done; absent for direct use.
    pub process: Option<String>,
    /// Any of these, or anything more specific.
    pub inputs: Vec<ResourceId>,
    /// Co-inputs it needs beside.
    #[serde(default)]
    pub with: Vec<ResourceId>,
    /// What comes out.
    #[serde(default)]
    pub outputs: Vec<Product>,
    /// Who does it.
    #[serde(default)]
    pub run_by: Vec<Runner>,
    /// Whom it feeds or serves before matter and energy are made of it; `None` when it serves neither people nor animals.
    pub serves: Option<Serves>,
    /// Who says that it takes in one of these has what the pathway needs, if its trade runs it at all: who buys wood chips has a wood boiler.
    #[serde(default)]
    pub shown_by: Vec<ResourceId>,
    /// Work that suits an insertion structure.
    #[serde(default)]
    pub insertion: bool,
    /// A plant neighbours could build together (wood boiler, digester, dismantling workshop …): several small supplies make a chain lead.
    #[serde(default)]
    pub chain: bool,
    /// What the taker then stops buying.
    #[serde(default)]
    pub replaces: Vec<ResourceId>,
    /// What must hold.
    #[serde(default)]
    pub conditions: Vec<Bilingual>,
    /// Step of the waste hierarchy.
    pub hierarchy: Hierarchy,
    /// Usual legal route.
    pub route: RouteKind,
    /// Permit rubrics the taker usually needs.
    #[serde(default)]
    pub rubrics: Vec<String>,
    /// How far it travels.
    pub reach: Reach,
    /// Processing cost.
    pub cost: Option<Inline>,
    /// Energy used.
    pub energy: Option<Inline>,
    /// Human hours.
    pub work: Option<Inline>,
    /// Skills, ROME codes.
    #[serde(default)]
    pub rome: Vec<String>,
    /// Sources.
    pub source: Vec<SourceId>,
    /// Where in the first of them: article, heading, section.
    pub locator: Option<String>,
    /// Anything to know.
    pub note: Option<String>,
}

impl Pathway {
    /// The label in a language (`fr` unless `en`).
    pub fn label(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.fr }
    }

    /// True when the taker uses the input as it is.
    pub fn is_direct(&self) -> bool {
        self.process.is_none()
    }

    /// How usual it is for a firm of this rev. 2 class: the longest matching prefix decides; `None` when it does not run it.
    pub fn usual_for(&self, class: &str) -> Option<f64> {
        self.run_by
            .iter()
            .filter(|runner| is_prefix(&runner.naf, class))
            .max_by_key(|runner| runner.naf.len())
            .map(|runner| runner.p)
    }
}

/// True when a NAF prefix covers a class: `10` and `10.5` cover `10.51`.
pub(crate) fn is_prefix(prefix: &str, class: &str) -> bool {
    class.starts_with(prefix)
}

/// All pathways, with an index from resource to the pathways that take it.
#[derive(Clone, Debug, Default)]
pub struct Pathways {
    all: Vec<Pathway>,
    by_id: HashMap<PathwayId, usize>,
    /// By dense resource index: pathway index and the is-a steps from the resource up to the pathway's input.
    taking: Vec<Vec<(usize, u8)>>,
}

impl Pathways {
    pub(crate) fn new(all: Vec<Pathway>, catalogue: &Catalogue) -> Self {
        let by_id = all.iter().enumerate().map(|(ix, p)| (p.id.clone(), ix)).collect();
        let mut taking: Vec<Vec<(usize, u8)>> = vec![Vec::new(); catalogue.all().len()];
        for (pathway_ix, pathway) in all.iter().enumerate() {
            for input in pathway.inputs.iter().filter_map(|id| catalogue.index_of(id.as_str())) {
                for &(resource, steps) in catalogue.descendants(input) {
                    match taking[resource].iter_mut().find(|(known, _)| *known == pathway_ix) {
                        Some((_, best)) => *best = steps.min(*best),
                        None => taking[resource].push((pathway_ix, steps)),
                    }
                }
            }
        }
        Self { all, by_id, taking }
    }

    /// Every pathway; the position is its dense index.
    pub fn all(&self) -> &[Pathway] {
        &self.all
    }

    /// The pathway of that id.
    pub fn get(&self, id: &str) -> Option<&Pathway> {
        self.by_id.get(id).map(|&ix| &self.all[ix])
    }

    /// The pathways that take a resource (dense index), with the is-a steps up to the input they name: 0 = exactly this resource.
    pub fn taking(&self, resource: usize) -> impl Iterator<Item = (usize, &Pathway, u8)> {
        self.taking[resource].iter().map(|&(ix, steps)| (ix, &self.all[ix], steps))
    }
}
