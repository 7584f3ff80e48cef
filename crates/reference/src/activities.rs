//! What a kind of firm typically takes in, gives out, makes, needs and owns. Good for choosing whom to visit, no more.

use crate::pathways::is_prefix;
use crate::{ResourceId, SourceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use units::{Quantity, Range, Unit};

/// An order of magnitude per employee.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    low: f64,
    mid: f64,
    high: f64,
    unit: Unit,
    /// Where it comes from.
    pub source: Option<SourceId>,
}

impl Amount {
    /// As a quantity, usually `t/emp/year`; `None` when the numbers are no range (the loader has refused that).
    pub fn quantity(&self) -> Option<Quantity> {
        Some(Quantity::new(Range::new(self.low, self.mid, self.high).ok()?, self.unit.clone()))
    }
}

/// One typical flow.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typical {
    /// Of what.
    pub r: ResourceId,
    /// Share of such firms (0–1).
    pub p: f64,
    /// How much per employee, only where really known.
    pub amount: Option<Amount>,
}

/// A profile as written in a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// NAF rev. 2 prefixes it covers.
    pub naf: Vec<String>,
    /// French name.
    pub fr: String,
    /// English name.
    pub en: String,
    /// How such firms are called, French.
    #[serde(default)]
    pub words_fr: Vec<String>,
    /// How such firms are called, English.
    #[serde(default)]
    pub words_en: Vec<String>,
    /// How such firms are called, German.
    #[serde(default)]
    pub words_de: Vec<String>,
    /// Residues.
    #[serde(default)]
    pub gives: Vec<Typical>,
    /// Inputs bought.
    #[serde(default)]
    pub takes: Vec<Typical>,
    /// Products and services for sale.
    #[serde(default)]
    pub makes: Vec<Typical>,
    /// Equipment, services, skills and space it needs.
    #[serde(default)]
    pub needs: Vec<Typical>,
    /// What it owns and might share.
    #[serde(default)]
    pub owns: Vec<Typical>,
    /// The reason when there is no typical flow.
    pub none: Option<String>,
    /// Sources.
    pub source: Vec<SourceId>,
    /// Anything to know.
    pub note: Option<String>,
}

/// The typical flows of one class after all prefixes have been laid over each other, sorted by resource.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Profile {
    /// Residues.
    pub gives: Vec<Typical>,
    /// Inputs bought.
    pub takes: Vec<Typical>,
    /// Products and services for sale.
    pub makes: Vec<Typical>,
    /// What it needs.
    pub needs: Vec<Typical>,
    /// What it owns.
    pub owns: Vec<Typical>,
    /// The longest prefix that said something; empty when none did.
    pub basis: String,
}

impl Profile {
    /// True when nothing is known.
    pub fn is_empty(&self) -> bool {
        [&self.gives, &self.takes, &self.makes, &self.needs, &self.owns].iter().all(|list| list.is_empty())
    }
}

/// All profiles.
#[derive(Clone, Debug, Default)]
pub struct Activities {
    all: Vec<Activity>,
}

impl Activities {
    pub(crate) fn new(all: Vec<Activity>) -> Self {
        Self { all }
    }

    /// Profiles as written.
    pub fn all(&self) -> &[Activity] {
        &self.all
    }

    /// What is typical of a rev. 2 class (`16.24`): shorter prefixes first, longer ones add and override resource by resource.
    pub fn profile(&self, class: &str) -> Profile {
        let mut layers: Vec<(&str, &Activity)> = self
            .all
            .iter()
            .filter_map(|activity| {
                let longest = activity.naf.iter().filter(|p| is_prefix(p, class)).max_by_key(|p| p.len())?;
                Some((longest.as_str(), activity))
            })
            .collect();
        layers.sort_by_key(|(prefix, _)| prefix.len());
        let lay = |side: fn(&Activity) -> &Vec<Typical>| -> Vec<Typical> {
            let mut flows = BTreeMap::new();
            for (_, activity) in &layers {
                flows.extend(side(activity).iter().map(|typical| (typical.r.clone(), typical.clone())));
            }
            flows.into_values().collect()
        };
        Profile {
            gives: lay(|a| &a.gives),
            takes: lay(|a| &a.takes),
            makes: lay(|a| &a.makes),
            needs: lay(|a| &a.needs),
            owns: lay(|a| &a.owns),
            basis: layers.last().map(|(prefix, _)| (*prefix).to_owned()).unwrap_or_default(),
        }
    }
}
