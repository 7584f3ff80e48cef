//! The name of a firm or an industry → NAF rev. 2 prefixes, for files that give no code.

use crate::Classifier;
use crate::index::Phrases;
use reference::{NafVersion, Reference};
use serde::Serialize;

/// A kind of firm a name may stand for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedIndustry {
    /// NAF rev. 2 prefixes.
    pub naf: Vec<String>,
    /// How well it is named, 0–1.
    pub score: f64,
    /// Stems that decided.
    pub words: Vec<String>,
}

/// Weight of the nomenclature's own labels: long, formal, rarely said.
const OFFICIAL: f64 = 0.8;

pub(crate) fn phrases(reference: &Reference) -> (Phrases, Vec<Vec<String>>) {
    let mut phrases = Phrases::default();
    let mut prefixes = Vec::new();
    for activity in reference.activities.all() {
        let names = [&activity.fr, &activity.en];
        for text in names.into_iter().chain(&activity.words_fr).chain(&activity.words_en).chain(&activity.words_de) {
            phrases.add(prefixes.len(), text, 1.0);
        }
        prefixes.push(activity.naf.clone());
    }
    let mut labels: Vec<_> = reference.naf.labels().filter(|(code, ..)| code.version == NafVersion::Rev2).collect();
    labels.sort_by_key(|(code, ..)| *code);
    for (code, fr, en) in labels {
        phrases.add(prefixes.len(), fr, OFFICIAL);
        phrases.add(prefixes.len(), en, OFFICIAL);
        prefixes.push(vec![code.class().to_owned()]);
    }
    (phrases, prefixes)
}

pub(crate) fn rank(classifier: &Classifier<'_>, query: &[String], count: usize) -> Vec<RankedIndustry> {
    let hits = classifier.industries.hits(query).into_iter().take(count);
    hits.map(|hit| RankedIndustry {
        naf: classifier.industry_prefixes[hit.target as usize].clone(),
        score: hit.score,
        words: hit.words,
    })
    .collect()
}
