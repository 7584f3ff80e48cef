//! Wording → resources.

use crate::Classifier;
use crate::names::Named;
use crate::signs::Signs;
use reference::{Hazard, ResourceId};
use serde::Serialize;

/// A resource a wording may name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedResource {
    /// Which.
    pub resource: ResourceId,
    /// How well it is named, 0–1.
    pub score: f64,
    /// Words of the wording that decided; `!` marks a denied one.
    pub words: Vec<String>,
    #[serde(skip)]
    pub(crate) index: usize,
}

/// How near a resource that says the hazard must come to one that passes it over, and where it leaves the latter.
const NEAR: f64 = 0.75;
const PASSED_OVER: f64 = 0.95;

pub(crate) fn rank(
    classifier: &Classifier<'_>,
    named: &[Named<'_>],
    signs: &Signs,
    count: usize,
) -> Vec<RankedResource> {
    let resource = |name: &Named<'_>| {
        let index = name.resource?;
        let resource = classifier.reference.catalogue.all()[index].id.clone();
        Some(RankedResource { resource, score: name.hit.score, words: name.hit.words.clone(), index })
    };
    let mut ranked: Vec<RankedResource> = named.iter().filter_map(resource).collect();
    if signs.hazard == Some(true) {
        heed_hazard(classifier, &mut ranked, signs);
    }
    ranked.truncate(count);
    ranked
}

/// A resource that is never hazardous and leaves the word of hazard unsaid goes behind one that says it of the same thing:
/// « chutes de bois traité » is hazardous wood before it is an offcut.
fn heed_hazard(classifier: &Classifier<'_>, ranked: &mut [RankedResource], signs: &Signs) {
    let hazard = |r: &RankedResource| classifier.reference.catalogue.all()[r.index].hazard;
    let tells = |word: &&String| signs.hazardous.contains(word);
    let telling: Vec<(f64, Vec<String>)> = ranked
        .iter()
        .filter(|r| hazard(r) != Hazard::No && r.words.iter().any(|word| tells(&word)))
        .map(|r| (r.score, r.words.iter().filter(|word| !tells(word)).cloned().collect()))
        .collect();
    for passing in ranked.iter_mut() {
        if hazard(passing) != Hazard::No || passing.words.iter().any(|word| tells(&word)) {
            continue;
        }
        let same_thing = |of: &[String]| of.iter().any(|word| passing.words.contains(word));
        let other = telling.iter().find(|(score, of)| *score >= NEAR * passing.score && same_thing(of));
        passing.score = other.map_or(passing.score, |(score, _)| passing.score.min(score * PASSED_OVER));
    }
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score));
}
