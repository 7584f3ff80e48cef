//! Words around a resource's name that tell its hazard or its chapter of the List of Waste.

use crate::SourceId;
use crate::resources::Hazard;
use serde::{Deserialize, Serialize};

/// A set of words and what they point to.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// Stable id.
    pub id: String,
    /// Points to (`yes`) or away from (`no`) the hazardous entry.
    pub hazard: Option<Hazard>,
    /// Points to these chapters (`17`) or sub-chapters (`1705`; `205` is 02 05).
    #[serde(default)]
    pub chapter: Vec<u32>,
    /// Told of what an emptied container held, nothing else.
    #[serde(default)]
    pub content: bool,
    /// French words.
    #[serde(default)]
    pub words_fr: Vec<String>,
    /// English words.
    #[serde(default)]
    pub words_en: Vec<String>,
    /// German words.
    #[serde(default)]
    pub words_de: Vec<String>,
    /// Sources.
    pub source: Vec<SourceId>,
}
