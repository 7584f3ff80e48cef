//! Wording → resources.

use crate::Classifier;
use crate::index::{Hit, Phrases};
use reference::{Reference, ResourceId};
use serde::Serialize;

/// A resource a wording may name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedResource {
    /// Which.
    pub resource: ResourceId,
    /// How well it is named, 0–1.
    pub score: f64,
    /// Stems of the wording that decided.
    pub words: Vec<String>,
    #[serde(skip)]
    pub(crate) index: usize,
}

/// Weight of a word that several resources share on purpose.
const AMBIGUOUS: f64 = 0.7;
/// Weight of a label's part before the comma or parenthesis would be a second phrase; labels themselves count fully.
const LABEL: f64 = 1.0;

pub(crate) fn phrases(reference: &Reference) -> Phrases {
    let mut phrases = Phrases::default();
    for (ix, resource) in reference.catalogue.all().iter().enumerate() {
        for label in [Some(&resource.fr), Some(&resource.en), resource.de.as_ref()].into_iter().flatten() {
            phrases.add(ix, label, LABEL);
        }
        for word in resource.words_fr.iter().chain(&resource.words_en).chain(&resource.words_de) {
            phrases.add(ix, word, LABEL);
        }
        for word in resource.ambiguous_fr.iter().chain(&resource.ambiguous_en).chain(&resource.ambiguous_de) {
            phrases.add(ix, word, AMBIGUOUS);
        }
    }
    phrases
}

pub(crate) fn rank(classifier: &Classifier<'_>, query: &[String]) -> Vec<RankedResource> {
    let name = |hit: Hit| {
        let index = hit.target as usize;
        let resource = classifier.reference.catalogue.all()[index].id.clone();
        RankedResource { resource, score: hit.score, words: hit.words, index }
    };
    classifier.resources.hits(query).into_iter().map(name).collect()
}
