//! What must never be proposed.

use crate::resources::Hazard;
use crate::{PathwayId, ResourceId, SourceId};
use serde::{Deserialize, Serialize};

/// Whose silence makes a rule hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unsaid {
    /// Nobody said that the giver has it, and its name does not tell.
    Giver,
    /// Nobody said that the taker takes it, and its name does not tell.
    Taker,
    /// Neither said anything: what everybody does already is no news from a guess.
    Both,
    /// The taker has asked for no such thing, by this name, a narrower or a broader one: a permit is not guessed.
    Permit,
}

/// A prohibition: applies when every part that is stated matches.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forbid {
    /// Stable id.
    pub id: String,
    /// These resources and their descendants; empty = any.
    #[serde(default)]
    pub resource: Vec<ResourceId>,
    /// Resources of this hazard; absent = any.
    pub hazard: Option<Hazard>,
    /// Givers of these NAF rev. 2 prefixes; empty = any. Where it comes from changes what it is: peelings of a kitchen are catering waste.
    #[serde(default)]
    pub giver_naf: Vec<String>,
    /// Takers of these NAF rev. 2 prefixes; empty = any.
    #[serde(default)]
    pub taker_naf: Vec<String>,
    /// Not for takers of these NAF rev. 2 prefixes.
    #[serde(default)]
    pub except_taker_naf: Vec<String>,
    /// Only givers who stated a hazardous waste code.
    #[serde(default)]
    pub coded: bool,
    /// Only takers that are insertion structures: what suits their people and premises is sorting, dismantling, repair and resale.
    #[serde(default)]
    pub taker_insertion: bool,
    /// These pathways; empty = any.
    #[serde(default)]
    pub pathway: Vec<PathwayId>,
    /// Not for these resources and their descendants.
    #[serde(default)]
    pub except: Vec<ResourceId>,
    /// Givers whose wording has one of these words, written as in `sense`; empty = any. « refus de tri » is what a sorter could not sort.
    #[serde(default)]
    pub wording: Vec<String>,
    /// What it speaks of travels with the residue: into what is made of it, a shared collection, a chain.
    #[serde(default)]
    pub carried: bool,
    /// Holds only while these are silent: one class covers landfills, sorters and incinerators, and a permit is not guessed.
    pub unsaid: Option<Unsaid>,
    /// The reason, French.
    pub fr: String,
    /// The reason, English.
    pub en: String,
    /// Sources.
    pub source: Vec<SourceId>,
    /// Anything to know.
    pub note: Option<String>,
}

impl Forbid {
    /// True when the rule asks for no wording, or the wording has one of its words, not denied (« sans ficelle »).
    pub fn speaks_of(&self, wording: &str) -> bool {
        self.wording.is_empty() || crate::sense::any(&self.wording, &affirmed(wording))
    }
}

/// The words of a wording but those a word before them denies.
fn affirmed(wording: &str) -> Vec<String> {
    const DENY: [&str; 6] = ["sans", "non", "ni", "hors", "without", "ohne"];
    let words = crate::fate_words::words(wording);
    let denied = |at: usize| at > 0 && DENY.contains(&words[at - 1].as_str());
    (0..words.len()).filter(|&at| !denied(at)).map(|at| words[at].clone()).collect()
}

#[cfg(test)]
mod tests {
    use crate::Reference;

    #[test]
    fn a_word_of_quality_closes_a_way_unless_denied() {
        let reference = Reference::embedded().unwrap();
        let rule = |id: &str| reference.forbidden.iter().find(|rule| rule.id == id).unwrap();
        assert!(rule("strings-in-plants").speaks_of("fanes de tomates avec ficelles"));
        assert!(!rule("strings-in-plants").speaks_of("fanes de tomates sans ficelle"));
        assert!(rule("glued-wood-to-bedding").speaks_of("sciure de MDF"));
        assert!(!rule("glued-wood-to-bedding").speaks_of("sciure collectée en sacs"));
        assert!(!rule("packed-food-to-trough").speaks_of("drêches non emballées"));
        assert!(rule("spoilt-food-to-animals").speaks_of("pain moisi"));
    }
}
