//! Wording → resources.

use crate::Classifier;
use crate::names::Named;
use reference::ResourceId;
use serde::Serialize;

/// A resource a wording may name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedResource {
    /// Which.
    pub resource: ResourceId,
    /// How well it is named, 0–1.
    pub score: f64,
    /// Stems of the wording that decided; `!` marks a denied one.
    pub words: Vec<String>,
    #[serde(skip)]
    pub(crate) index: usize,
}

pub(crate) fn rank(classifier: &Classifier<'_>, named: &[Named<'_>], count: usize) -> Vec<RankedResource> {
    let resource = |name: &Named<'_>| {
        let index = name.resource?;
        let resource = classifier.reference.catalogue.all()[index].id.clone();
        Some(RankedResource { resource, score: name.hit.score, words: name.hit.words.clone(), index })
    };
    named.iter().filter_map(resource).take(count).collect()
}
