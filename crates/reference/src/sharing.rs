//! What neighbours can pool.

use crate::pathways::Inline;
use crate::resources::Range3;
use crate::{Bilingual, ResourceId, SourceId};
use serde::{Deserialize, Serialize};
use units::{Quantity, Range, Unit};

/// What is pooled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words say it")]
pub enum How {
    Collection,
    Purchase,
    Equipment,
    Service,
    Energy,
    Water,
    Space,
    Skill,
    Logistics,
}

/// Which flows of the partners meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Between {
    /// All discard it.
    Gives,
    /// All buy it.
    Takes,
    /// All need it.
    Needs,
    /// One owns it, the others need it.
    OwnsNeeds,
}

/// The share of a present cost that pooling saves.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saving {
    low: f64,
    mid: f64,
    high: f64,
    unit: Unit,
    /// Which cost: `collection`, `purchase` …
    pub of: String,
}

impl Saving {
    /// As a quantity; `None` when the numbers are no range (the loader has refused that).
    pub fn quantity(&self) -> Option<Quantity> {
        Some(Quantity::new(Range::new(self.low, self.mid, self.high).ok()?, self.unit.clone()))
    }
}

/// A rule of pooling.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// Stable id.
    pub id: String,
    /// What is pooled.
    pub how: How,
    /// These resources and their descendants.
    pub of: Vec<ResourceId>,
    /// True when all of them do the same work: who has a compressor has compressed air.
    #[serde(default)]
    pub same_work: bool,
    /// Which flows meet.
    pub between: Between,
    /// Near, usual, farthest distance in km.
    pub radius_km: Range3,
    /// Fewest sites.
    pub partners: usize,
    /// Firms of these NAF rev. 2 prefixes join when they said so, never by a guess: a carmaker buys its tyres for first fitting, by itself.
    #[serde(default)]
    pub unlikely: Vec<String>,
    /// Firms of these NAF rev. 2 prefixes never join: they are what is proposed, or sell it.
    #[serde(default)]
    pub except: Vec<String>,
    /// What it saves.
    pub saving: Option<Saving>,
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
    /// What must hold.
    #[serde(default)]
    pub conditions: Vec<Bilingual>,
    /// Sources.
    pub source: Vec<SourceId>,
    /// Anything to know.
    pub note: Option<String>,
    /// Cost of setting it up, where known.
    pub cost: Option<Inline>,
}
