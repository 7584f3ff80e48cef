//! Phrases that name things, and how well a wording says each of them.

use crate::normalise::stems;
use crate::vocabulary::{Reading, Vocabulary};
use std::collections::HashMap;

/// A set of phrases, each naming a target (a resource, a code, a cue, an industry) with a weight.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    words: Vocabulary,
    phrases: Vec<Phrase>,
    /// Phrases by stem.
    holding: Vec<Vec<u32>>,
    /// Number of targets a stem appears under, for its weight.
    targets_of: Vec<Vec<u32>>,
    targets: u32,
}

#[derive(Debug)]
struct Phrase {
    target: u32,
    stems: Vec<u32>,
    weight: f64,
}

/// How well a wording says a target.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hit {
    pub(crate) target: u32,
    pub(crate) score: f64,
    /// The wording's own stems that matched the best phrase.
    pub(crate) words: Vec<String>,
}

/// What counts more in a match: that the phrase is said whole, or that the wording holds nothing else.
const PHRASE_SHARE: f64 = 0.6;

impl Phrases {
    pub(crate) fn add(&mut self, target: usize, text: &str, weight: f64) {
        let target = u32::try_from(target).unwrap_or(u32::MAX);
        let mut numbers: Vec<u32> = stems(text).into_iter().map(|stem| self.words.add(stem)).collect();
        numbers.dedup();
        if numbers.is_empty() {
            return;
        }
        self.holding.resize_with(self.words.len(), Vec::new);
        self.targets_of.resize_with(self.words.len(), Vec::new);
        let phrase = u32::try_from(self.phrases.len()).unwrap_or(u32::MAX);
        for &stem in &numbers {
            self.holding[stem as usize].push(phrase);
            if self.targets_of[stem as usize].last() != Some(&target) {
                self.targets_of[stem as usize].push(target);
            }
        }
        self.targets = self.targets.max(target.saturating_add(1));
        self.phrases.push(Phrase { target, stems: numbers, weight });
    }

    /// How telling a stem is: rare ones tell more.
    fn rarity(&self, stem: u32) -> f64 {
        let seen = self.targets_of.get(stem as usize).map_or(0, Vec::len);
        (1.0 + f64::from(self.targets) / (1.0 + seen as f64)).ln()
    }

    /// Every target said at least in part, best first.
    pub(crate) fn hits(&self, query: &[String]) -> Vec<Hit> {
        let readings: Vec<Vec<Reading>> = query.iter().map(|word| self.words.readings(word)).collect();
        // A word nobody knows still counts as something the phrase does not say, as a word of middling rarity.
        let unknown = (1.0 + f64::from(self.targets) / 8.0).ln();
        let total: f64 = readings.iter().map(|r| r.first().map_or(unknown, |r| self.rarity(r.stem))).sum();
        let mut matched: HashMap<u32, Vec<(usize, f64)>> = HashMap::new();
        for (position, known) in readings.iter().enumerate() {
            for reading in known {
                for &phrase in &self.holding[reading.stem as usize] {
                    let words = matched.entry(phrase).or_default();
                    match words.iter_mut().find(|(p, _)| *p == position) {
                        Some((_, value)) => *value = value.max(reading.trust * self.rarity(reading.stem)),
                        None => words.push((position, reading.trust * self.rarity(reading.stem))),
                    }
                }
            }
        }
        let mut best: HashMap<u32, Hit> = HashMap::new();
        for (phrase, words) in matched {
            let hit = self.hit(&self.phrases[phrase as usize], &words, total, query);
            let known = best.entry(hit.target).or_insert_with(|| hit.clone());
            if hit.score > known.score {
                *known = hit;
            }
        }
        let mut hits: Vec<Hit> = best.into_values().collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.target.cmp(&b.target)));
        hits
    }

    fn hit(&self, phrase: &Phrase, words: &[(usize, f64)], total: f64, query: &[String]) -> Hit {
        let said: f64 = words.iter().map(|(_, value)| value).sum();
        let whole: f64 = phrase.stems.iter().map(|&stem| self.rarity(stem)).sum();
        let of_phrase = (said / whole).min(1.0);
        let of_query = (said / total.max(f64::MIN_POSITIVE)).min(1.0);
        let score = phrase.weight * of_phrase.powf(PHRASE_SHARE) * of_query.powf(1.0 - PHRASE_SHARE);
        Hit { target: phrase.target, score, words: words.iter().map(|(position, _)| query[*position].clone()).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases() -> Phrases {
        let mut all = Phrases::default();
        all.add(0, "bois de palettes", 1.0);
        all.add(0, "palettes perdues", 1.0);
        all.add(1, "bois", 1.0);
        all.add(2, "huile de vidange", 1.0);
        all.add(3, "huile alimentaire usagée", 1.0);
        all
    }

    #[test]
    fn the_whole_phrase_wins() {
        let best = |text: &str| phrases().hits(&stems(text)).first().map(|h| h.target);
        assert_eq!(best("Palettes perdues cassées"), Some(0));
        assert_eq!(best("bois"), Some(1));
        assert_eq!(best("huille de vidange"), Some(2));
        assert_eq!(best("xyzzy"), None);
    }

    #[test]
    fn the_words_that_decided_are_given() {
        let hits = phrases().hits(&stems("benne de palettes"));
        assert_eq!(hits[0].words, ["palet"]);
    }
}
