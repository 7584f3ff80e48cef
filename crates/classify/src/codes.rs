//! Wording → waste codes: by the resources it names, by the official labels, by the words that tell hazard and chapter.

use crate::index::Phrases;
use crate::resources::RankedResource;
use crate::{Ask, Classifier};
use chrono::NaiveDate;
use reference::{Entry, Hazard, Reference, WasteCode};
use serde::Serialize;
use std::collections::HashMap;

/// A waste code a wording may bear.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedCode {
    /// Which.
    pub code: WasteCode,
    /// How well it fits, 0–1 and a little more when several signs agree.
    pub score: f64,
    /// French label.
    pub label_fr: String,
    /// English label.
    pub label_en: String,
    /// Its twin in the other hazard, when content decides between the two.
    pub mirror: Option<WasteCode>,
}

/// Resources whose codes are looked at.
const RESOURCES: usize = 12;
/// What a code loses for each place down a resource's own list, the usual one being first.
const PER_PLACE: f64 = 0.93;
/// Weight of the official label beside the resource's words.
const LABEL: f64 = 0.55;
/// What a pointing word gives and takes.
const CHAPTER: f64 = 0.12;
const HAZARD: f64 = 0.25;

pub(crate) fn label_phrases(reference: &Reference, day: NaiveDate) -> (Phrases, Vec<WasteCode>) {
    let mut phrases = Phrases::default();
    let mut codes = Vec::new();
    for (ix, entry) in reference.waste_list.codes_on(day).enumerate() {
        codes.extend(entry.code);
        phrases.add(ix, &entry.label_fr, 1.0);
        phrases.add(ix, &entry.label_en, 1.0);
    }
    (phrases, codes)
}

pub(crate) fn cue_phrases(reference: &Reference) -> Phrases {
    let mut phrases = Phrases::default();
    for (ix, cue) in reference.cues.iter().enumerate() {
        for word in cue.words_fr.iter().chain(&cue.words_en).chain(&cue.words_de) {
            phrases.add(ix, word, 1.0);
        }
    }
    phrases
}

pub(crate) fn rank(classifier: &Classifier<'_>, query: &[String], resources: &[RankedResource], count: usize) -> Vec<RankedCode> {
    let mut scores: HashMap<u32, f64> = HashMap::new();
    for found in resources.iter().take(RESOURCES) {
        let resource = &classifier.reference.catalogue.all()[found.index];
        let mut value = found.score;
        for code in &resource.codes {
            let known = scores.entry(code.digits()).or_default();
            *known = known.max(value);
            value *= PER_PLACE;
        }
    }
    for hit in classifier.labels.hits(query).into_iter().take(60) {
        *scores.entry(classifier.label_codes[hit.target as usize].digits()).or_default() += LABEL * hit.score;
    }
    add_mirrors(classifier, &mut scores);
    let signs = Signs::of(classifier, query);
    let mut ranked: Vec<RankedCode> =
        scores.into_iter().filter_map(|(digits, score)| ranked(classifier, digits, score + signs.weigh(classifier, digits))).collect();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.code.cmp(&b.code)));
    ranked.truncate(count);
    ranked
}

/// The twin of a mirror entry is always a possible answer, a little behind.
fn add_mirrors(classifier: &Classifier<'_>, scores: &mut HashMap<u32, f64>) {
    const BEHIND: f64 = 0.9;
    let twins: Vec<(u32, f64)> = scores
        .iter()
        .filter_map(|(&digits, &score)| Some((mirror_of(classifier, digits)?.digits(), score * BEHIND)))
        .collect();
    for (digits, score) in twins {
        let known = scores.entry(digits).or_default();
        *known = known.max(score);
    }
}

fn ranked(classifier: &Classifier<'_>, digits: u32, score: f64) -> Option<RankedCode> {
    let entry = classifier.reference.waste_list.on(digits, classifier.day)?;
    Some(RankedCode {
        code: entry.code?,
        score,
        label_fr: entry.label_fr.clone(),
        label_en: entry.label_en.clone(),
        mirror: mirror_of(classifier, digits),
    })
}

/// The twin of a mirror entry: the neighbour in the same sub-chapter whose hazard is the opposite and whose label names it, or the other way round.
fn mirror_of(classifier: &Classifier<'_>, digits: u32) -> Option<WasteCode> {
    let list = &classifier.reference.waste_list;
    let entry = list.on(digits, classifier.day)?;
    let code = entry.code?;
    if entry.entry != Some(Entry::Mirror) {
        return None;
    }
    let names = |label: &str, code: WasteCode| label.contains(code.to_string().trim_end_matches('*'));
    let near = (1..=9).flat_map(|step| [digits.checked_sub(step), digits.checked_add(step)]).flatten();
    near.filter_map(|other| list.on(other, classifier.day))
        .filter_map(|other| Some((other, other.code?)))
        .find(|(other, other_code)| {
            other_code.sub_chapter() == code.sub_chapter()
                && other_code.hazardous() != code.hazardous()
                && (names(&other.label_fr, code) || names(&entry.label_fr, *other_code))
        })
        .map(|(_, code)| code)
}

/// What the words around say of hazard and chapter.
struct Signs {
    hazard: f64,
    chapters: Vec<(u32, f64)>,
}

impl Signs {
    fn of(classifier: &Classifier<'_>, query: &[String]) -> Self {
        let mut signs = Self { hazard: 0.0, chapters: Vec::new() };
        let (mut yes, mut no) = (0.0_f64, 0.0_f64);
        for hit in classifier.cues.hits(query) {
            let cue = &classifier.reference.cues[hit.target as usize];
            // Only a cue said nearly whole counts; how much else the wording holds does not matter here.
            let strength = hit.words.len() as f64;
            match cue.hazard {
                Some(Hazard::Yes) => yes = yes.max(strength),
                Some(_) => no = no.max(strength),
                None => {}
            }
            signs.chapters.extend(cue.chapter.iter().map(|chapter| (*chapter, CHAPTER)));
        }
        // « non dangereux » holds « dangereux »: the longer sign wins.
        signs.hazard = if no > 0.0 && no >= yes { -HAZARD } else if yes > 0.0 { HAZARD } else { 0.0 };
        signs
    }

    fn weigh(&self, classifier: &Classifier<'_>, digits: u32) -> f64 {
        let Some(entry) = classifier.reference.waste_list.on(digits, classifier.day) else { return 0.0 };
        let hazardous = entry.code.is_some_and(WasteCode::hazardous);
        let hazard = if hazardous { self.hazard } else { -self.hazard };
        let chapter = self.chapters.iter().filter(|(chapter, _)| *chapter == digits / 10_000).map(|(_, weight)| weight).fold(0.0, |a: f64, b| a.max(*b));
        hazard + chapter
    }
}

/// Asked when the first answer has a twin that is nearly as good.
pub(crate) fn question(classifier: &Classifier<'_>, codes: &[RankedCode]) -> Option<Ask> {
    const NEARLY: f64 = 0.6;
    let first = codes.first()?;
    let twin = mirror_of(classifier, first.code.digits())?;
    let rival = codes.iter().find(|c| c.code == twin)?;
    let (yes, no) = if first.code.hazardous() { (first.code, twin) } else { (twin, first.code) };
    (rival.score >= NEARLY * first.score).then_some(Ask::Hazardous { yes, no })
}
