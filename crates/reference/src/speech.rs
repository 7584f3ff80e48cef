//! How people speak of waste: what they call the entries of the list, which words mean the same, which hardly mean anything.

use crate::Cue;
use crate::ResourceId;
use crate::waste_list::WasteCode;
use serde::{Deserialize, Serialize};

/// Everything of `wording/`.
#[derive(Clone, Debug, Default)]
pub struct Speech {
    /// Words around a name that tell hazard or chapter.
    pub cues: Vec<Cue>,
    /// What people call entries of the List of Waste.
    pub terms: Vec<Term>,
    /// Ways to say the same.
    pub same: Vec<Same>,
    /// Words that say little of what a thing is.
    pub light: Vec<Light>,
    /// Words that name no resource though they look like one that does.
    pub ordinary: Vec<Ordinary>,
    /// Names of food that workshops give to other things.
    pub figurative: Vec<Figurative>,
    /// Entries that only hazard tells apart and whose labels do not name each other.
    pub twins: Vec<Twin>,
    /// Which of two twins is taken when nothing says.
    pub usual: Vec<Usual>,
    /// What to know before handling a thing, whatever its code says.
    pub cautions: Vec<Caution>,
}

/// Names of one or several entries of the List of Waste, the usual one first. The origin (« de la laiterie ») chooses among several.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Entries, the usual one first.
    pub codes: Vec<WasteCode>,
    /// French names.
    #[serde(default)]
    pub fr: Vec<String>,
    /// English names.
    #[serde(default)]
    pub en: Vec<String>,
    /// German names.
    #[serde(default)]
    pub de: Vec<String>,
}

/// Ways to say one thing: abbreviations, trade names, exact equivalents. Each of `also` is read as `say`, wherever it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Same {
    /// What is read.
    pub say: String,
    /// What is written.
    pub also: Vec<String>,
}

/// What a word of little weight is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// State or size: « usagé », « cassé », « gros ».
    State,
    /// What holds a thing when « de » follows: « fût de », « benne de ».
    Container,
    /// Tells that a container is what is thrown away: « vide », « ayant contenu ».
    Emptied,
    /// Place or holder: « usine », « entreprise », « site ».
    Place,
    /// Noun that says nothing of its own: « résidu », « matière », « produit ».
    Generic,
}

/// Words of little weight.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Light {
    /// What they are.
    pub weight: Weight,
    /// The words, any language.
    pub words: Vec<String>,
}

/// Words of every day that are one letter or two from a word that names something: « bactérie », « batterie ». They are read as what they are,
/// never as a misspelling.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ordinary {
    /// The words, any language.
    pub words: Vec<String>,
}

/// Names of food that workshops give to things of that shape or consistency: beside the name of another matter (« pain de cire »), that
/// matter is meant.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figurative {
    /// The words.
    pub words: Vec<String>,
    /// What is done in workshops: beside such a word they are never food, whatever else is said.
    #[serde(default)]
    pub beside: Vec<String>,
}

/// Entries told apart by hazard alone.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Twin {
    /// When hazardous.
    pub hazardous: WasteCode,
    /// When not.
    pub plain: Vec<WasteCode>,
}

/// Entries taken rather than their twins in the other hazard when a wording says nothing of it, and why.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Usual {
    /// The entries taken.
    pub codes: Vec<WasteCode>,
    /// The reason, in French.
    pub fr: String,
    /// The reason, in English.
    pub en: String,
}

/// What to know before handling a thing, whatever its code says: fire, transport, a list that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// The resources it holds for.
    pub resources: Vec<ResourceId>,
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
    /// Where it is known from.
    pub source: Vec<crate::SourceId>,
}
