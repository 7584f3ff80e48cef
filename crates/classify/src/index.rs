//! Phrases that name things, and how well a wording says each of them.

use crate::lexicon::Lexicon;
use crate::vocabulary::{Reading, Vocabulary};
use crate::wording::Wording;
use std::collections::HashMap;

/// The language of a phrase, for where its leading noun stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    /// The first noun leads.
    French,
    /// The last noun before a preposition leads: English, German.
    Germanic,
}

/// A set of phrases, each naming a target (a resource, a code, an industry) with a weight.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    words: Vocabulary,
    all: Vec<Phrase>,
    /// Phrases by stem.
    holding: Vec<Vec<u32>>,
    /// Targets a stem appears under, for its weight.
    targets_of: Vec<Vec<u32>>,
    targets: u32,
}

#[derive(Debug)]
struct Phrase {
    target: u32,
    /// Its stems, with what a word of their sort weighs.
    parts: Vec<Part>,
    /// Place of the leading noun.
    head: Option<usize>,
    tongue: Tongue,
    weight: f64,
    /// It says that the thing is waste.
    waste: bool,
}

/// A stem of a phrase.
#[derive(Clone, Copy, Debug)]
struct Part {
    stem: u32,
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
const PHRASE_SHARE: f64 = 0.55;
/// What a match keeps when the phrase's leading noun is not said, or the wording's is not matched.
const PHRASE_HEAD_MISSED: f64 = 0.72;
const WORDING_HEAD_MISSED: f64 = 0.8;
/// What a word of little weight has at least in a name.
const MEANT: f64 = 0.4;
/// What is left of a match of a phrase's leading noun with a word that only says what the thing is for: « verre pour microbilles » is glass.
const FOR: f64 = 0.4;
/// What is left when another word leads: « bois de palettes » is wood first, « palette bois » a pallet.
const OTHER_HEAD: f64 = 0.999;
/// Scores are told apart down to here: below is rounding.
const GRAIN: f64 = 1e9;
/// What is left when only one of the two says « déchet »: enough to tell plasterboard from plasterboard waste when all else is equal.
const WASTE_UNSAID: f64 = 0.997;
/// What a word nobody knows weighs beside a known one: a name, a place, a brand.
const UNKNOWN: f64 = 0.45;

/// A query word that matched a phrase: where it stands in each, and how surely.
#[derive(Clone, Copy)]
struct Match {
    position: usize,
    place: usize,
    trust: f64,
}

impl Phrases {
    pub(crate) fn add(&mut self, lexicon: &Lexicon, target: usize, text: &str, tongue: Tongue, weight: f64) {
        let wording = Wording::read(lexicon, text);
        let head = match tongue {
            Tongue::French => wording.head_first,
            Tongue::Germanic => wording.head_last,
        };
        let head = head.map(|ix| wording.words[ix].stem.clone());
        let mut parts: Vec<Part> = Vec::new();
        let mut place = None;
        for word in wording.words {
            let leads = head.as_ref() == Some(&word.stem);
            let stem = self.words.add(word.stem);
            if !parts.iter().any(|known| known.stem == stem) {
                // A state or a general noun said in a name is meant: it weighs more than in passing.
                parts.push(Part { stem, weight: word.weight.max(MEANT) });
            }
            place = place.or(leads.then_some(parts.len() - 1));
        }
        if !parts.is_empty() {
            self.insert(Phrase {
                target: u32::try_from(target).unwrap_or(u32::MAX),
                parts,
                head: place,
                tongue,
                weight,
                waste: wording.waste,
            });
        }
    }

    /// Other spellings of known words, once all phrases are in.
    pub(crate) fn alias(&mut self, lexicon: &Lexicon) {
        for (written, said) in lexicon.aliases() {
            self.words.alias(written, said);
        }
    }

    fn insert(&mut self, phrase: Phrase) {
        self.holding.resize_with(self.words.len(), Vec::new);
        self.targets_of.resize_with(self.words.len(), Vec::new);
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        for &Part { stem, .. } in &phrase.parts {
            self.holding[stem as usize].push(number);
            if self.targets_of[stem as usize].last() != Some(&phrase.target) {
                self.targets_of[stem as usize].push(phrase.target);
            }
        }
        self.targets = self.targets.max(phrase.target.saturating_add(1));
        self.all.push(phrase);
    }

    /// How telling a stem is: rare ones tell more.
    fn rarity(&self, stem: u32) -> f64 {
        let seen = self.targets_of.get(stem as usize).map_or(0, Vec::len);
        (1.0 + f64::from(self.targets) / (1.0 + seen as f64)).ln()
    }

    /// Every target said at least in part, best first.
    pub(crate) fn hits(&self, wording: &Wording) -> Vec<Hit> {
        let readings: Vec<Vec<Reading>> =
            wording.words.iter().map(|word| self.words.readings(&word.stem, word.right)).collect();
        let unmatched = self.unmatched(wording, &readings);
        let mut matched: HashMap<u32, Vec<Match>> = HashMap::new();
        for (position, known) in readings.iter().enumerate() {
            for reading in known {
                for &phrase in &self.holding[reading.stem as usize] {
                    let Phrase { parts, head, .. } = &self.all[phrase as usize];
                    let place = parts.iter().position(|part| part.stem == reading.stem).unwrap_or_default();
                    let aside = wording.words[position].purpose && *head == Some(place);
                    let trust = reading.trust * if aside { FOR } else { 1.0 };
                    let found = Match { position, place, trust };
                    add_match(matched.entry(phrase).or_default(), found);
                }
            }
        }
        let mut best: HashMap<u32, Hit> = HashMap::new();
        for (phrase, matches) in matched {
            let hit = self.hit(&self.all[phrase as usize], &matches, &unmatched, wording);
            match best.get_mut(&hit.target) {
                Some(known) if known.score >= hit.score => {}
                Some(known) => *known = hit,
                None => drop(best.insert(hit.target, hit)),
            }
        }
        let mut hits: Vec<Hit> = best.into_values().collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.target.cmp(&b.target)));
        hits
    }

    /// What each word of the wording costs a phrase that does not say it.
    fn unmatched(&self, wording: &Wording, readings: &[Vec<Reading>]) -> Vec<f64> {
        let unknown = UNKNOWN * (1.0 + f64::from(self.targets) / 8.0).ln();
        let cost = |known: &Vec<Reading>| known.first().map_or(unknown, |reading| self.rarity(reading.stem));
        wording.words.iter().zip(readings).map(|(word, known)| word.weight * cost(known)).collect()
    }

    fn hit(&self, phrase: &Phrase, matches: &[Match], unmatched: &[f64], wording: &Wording) -> Hit {
        let worth = |place: usize| phrase.parts[place].weight * self.rarity(phrase.parts[place].stem);
        let said: f64 = matches.iter().map(|m| m.trust * worth(m.place)).sum();
        let whole: f64 = (0..phrase.parts.len()).map(worth).sum();
        let left: f64 = (0..unmatched.len())
            .filter(|ix| !matches.iter().any(|m| m.position == *ix))
            .map(|ix| unmatched[ix])
            .sum();
        let of_phrase = (said / whole).min(1.0);
        let of_wording = said / (matches.iter().map(|m| worth(m.place)).sum::<f64>() + left);
        let mut score = phrase.weight * of_phrase.powf(PHRASE_SHARE) * of_wording.powf(1.0 - PHRASE_SHARE);
        if phrase.head.is_some_and(|head| !matches.iter().any(|m| m.place == head && m.trust > FOR)) {
            score *= PHRASE_HEAD_MISSED;
        }
        let head = match phrase.tongue {
            Tongue::French => wording.head_first,
            Tongue::Germanic => wording.head_last,
        };
        if head.is_some_and(|head| !matches.iter().any(|m| m.position == head)) {
            score *= WORDING_HEAD_MISSED;
        }
        let leads = |m: &Match| Some(m.place) == phrase.head && Some(m.position) == head;
        if !matches.iter().any(leads) {
            score *= OTHER_HEAD;
        }
        if phrase.waste != wording.waste {
            score *= WASTE_UNSAID;
        }
        let words = matches.iter().map(|m| wording.words[m.position].stem.clone()).collect();
        Hit { target: phrase.target, score: (score * GRAIN).round() / GRAIN, words }
    }
}

/// One match a place of the phrase: of two words that may mean the same stem, the surer.
fn add_match(matches: &mut Vec<Match>, found: Match) {
    match matches.iter_mut().find(|known| known.place == found.place) {
        Some(known) if known.trust >= found.trust => {}
        Some(known) => *known = found,
        None => matches.push(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases() -> Phrases {
        let mut all = Phrases::default();
        let names = [
            (0, "bois de palettes"),
            (0, "palettes perdues"),
            (1, "bois"),
            (2, "huile de vidange"),
            (3, "huile alimentaire usagée"),
            (4, "peinture"),
            (5, "boues de peinture"),
            (6, "boues"),
        ];
        for (target, text) in names {
            all.add(&Lexicon::default(), target, text, Tongue::French, 1.0);
        }
        all
    }

    fn best(text: &str) -> Option<u32> {
        phrases().hits(&Wording::plain(text)).first().map(|hit| hit.target)
    }

    #[test]
    fn the_whole_phrase_wins() {
        assert_eq!(best("Palettes perdues cassées"), Some(0));
        assert_eq!(best("bois"), Some(1));
        assert_eq!(best("huille de vidange"), Some(2));
        assert_eq!(best("xyzzy"), None);
    }

    #[test]
    fn the_first_noun_leads_in_french() {
        assert_eq!(best("boue de peinture"), Some(5));
        assert_eq!(best("peinture en boue"), Some(5));
        assert_eq!(best("boues de décantation"), Some(6));
        assert_eq!(best("peinture de carrosserie"), Some(4));
    }

    #[test]
    fn the_words_that_decided_are_given() {
        let hits = phrases().hits(&Wording::plain("benne de palettes"));
        assert_eq!(hits[0].words, ["palet"]);
    }
}
