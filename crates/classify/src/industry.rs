//! The name of a firm or an industry → NAF rev. 2 prefixes, for files that give no code.

use crate::Classifier;
use crate::index::{Phrases, Tongue};
use crate::lexicon::Lexicon;
use crate::wording::Wording;
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

pub(crate) fn phrases(lexicon: &Lexicon, reference: &Reference) -> (Phrases, Vec<Vec<String>>) {
    let mut phrases = Phrases::default();
    let mut prefixes = Vec::new();
    for activity in reference.activities.all() {
        for text in std::iter::once(&activity.fr).chain(&activity.words_fr) {
            phrases.add(lexicon, prefixes.len(), text, Tongue::French, 1.0);
        }
        for text in std::iter::once(&activity.en).chain(&activity.words_en).chain(&activity.words_de) {
            phrases.add(lexicon, prefixes.len(), text, Tongue::Germanic, 1.0);
        }
        prefixes.push(activity.naf.clone());
    }
    let mut labels: Vec<_> =
        reference.naf.labels().filter(|(code, ..)| code.version == NafVersion::Rev2).collect();
    labels.sort_by_key(|(code, ..)| *code);
    for (code, fr, en) in labels {
        phrases.add(lexicon, prefixes.len(), fr, Tongue::French, OFFICIAL);
        phrases.add(lexicon, prefixes.len(), en, Tongue::Germanic, OFFICIAL);
        prefixes.push(vec![code.class().to_owned()]);
    }
    (phrases, prefixes)
}

pub(crate) fn specialties(lexicon: &Lexicon, reference: &Reference) -> Phrases {
    let mut phrases = Phrases::default();
    for (place, special) in reference.specialties.iter().enumerate() {
        for text in &special.words_fr {
            phrases.add(lexicon, place, text, Tongue::French, 1.0);
        }
        for text in special.words_en.iter().chain(&special.words_de) {
            phrases.add(lexicon, place, text, Tongue::Germanic, 1.0);
        }
    }
    phrases
}

pub(crate) fn rank(classifier: &Classifier<'_>, wording: &Wording, count: usize) -> Vec<RankedIndustry> {
    let hits = classifier.industries.hits(wording).into_iter().take(count);
    hits.map(|hit| RankedIndustry {
        naf: classifier.industry_prefixes[hit.target as usize].clone(),
        score: hit.score,
        words: hit.words,
    })
    .collect()
}
