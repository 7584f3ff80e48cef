//! Wording → waste codes: by everything that names them, then by what the words around tell of origin and hazard.

use crate::names::Named;
use crate::signs::{Fit, Signs};
use crate::{Ask, Classifier};
use reference::WasteCode;
use serde::Serialize;
use std::collections::HashMap;

/// A waste code a wording may bear.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedCode {
    /// Which.
    pub code: WasteCode,
    /// How well it fits, 0–1 and a little more when origin agrees.
    pub score: f64,
    /// French label.
    pub label_fr: String,
    /// English label.
    pub label_en: String,
    /// Its twin in the other hazard, when content decides between the two.
    pub mirror: Option<WasteCode>,
    /// Stems of the wording that decided; `!` marks a denied one.
    pub words: Vec<String>,
}

/// Names looked at.
const NAMES: usize = 40;
/// What a code loses for each place down a list, the usual one being first.
const PER_PLACE: f64 = 0.93;
/// What a second, independent name of the same code adds.
const SECOND: f64 = 0.1;
/// Origin named: in this sub-chapter, in this chapter, in another.
const SECTION: f64 = 1.3;
const CHAPTER: f64 = 1.15;
const ELSEWHERE: f64 = 0.92;
/// What the twin that hazard speaks against keeps, and what a twin nobody names gets.
const AGAINST: f64 = 0.75;
const UNNAMED: f64 = 0.8;
/// Entries ending in 99 come last among equals.
const LEFT_OVER: f64 = 0.96;

/// What speaks for a code.
#[derive(Clone, Debug, Default)]
struct Evidence {
    best: f64,
    second: f64,
    /// Named by somebody, not only the twin of a named one.
    named: bool,
    words: Vec<String>,
}

impl Evidence {
    fn add(&mut self, score: f64, words: &[String]) {
        self.named = true;
        if score > self.best {
            self.second = self.best;
            self.best = score;
            words.clone_into(&mut self.words);
        } else {
            self.second = self.second.max(score);
        }
    }

    fn score(&self) -> f64 {
        self.best + SECOND * self.second
    }
}

type Table = HashMap<WasteCode, Evidence>;

/// Ranked codes, and whether a twin hangs on an answer nobody gave.
pub(crate) fn rank(
    classifier: &Classifier<'_>,
    named: &[Named<'_>],
    signs: &Signs,
    count: usize,
) -> (Vec<RankedCode>, Option<Ask>) {
    let mut table = gather(named, signs);
    let mut scores: HashMap<WasteCode, f64> =
        table.iter().map(|(code, e)| (*code, e.score() * weigh(*code, signs))).collect();
    settle_hazard(classifier, &mut table, &mut scores, signs);
    let mut ranked: Vec<(WasteCode, f64)> = scores.iter().map(|(code, score)| (*code, *score)).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let ask = question(classifier, &ranked, &table, signs);
    ranked.truncate(count);
    (
        ranked
            .into_iter()
            .filter_map(|(code, score)| describe(classifier, code, score, &table, signs))
            .collect(),
        ask,
    )
}

fn gather(named: &[Named<'_>], signs: &Signs) -> Table {
    let mut table = Table::new();
    for name in named.iter().filter(|name| !name.codes.is_empty()).take(NAMES) {
        let mut value = name.hit.score;
        for &code in name.codes {
            // A list speaks of several origins; the one that was named is as usual as the first.
            let own = if signs.fit(code) == Some(Fit::Section) { name.hit.score } else { value };
            table.entry(code).or_default().add(own, &name.hit.words);
            value *= PER_PLACE;
        }
    }
    table
}

fn weigh(code: WasteCode, signs: &Signs) -> f64 {
    let origin = match signs.fit(code) {
        Some(Fit::Section) => SECTION,
        Some(Fit::Chapter) => CHAPTER,
        Some(Fit::Elsewhere) if bound_to_origin(code) => ELSEWHERE,
        _ => 1.0,
    };
    origin * if code.digits() % 100 == 99 { LEFT_OVER } else { 1.0 }
}

/// Chapters 13 to 16 are open to every trade; the others belong to one.
fn bound_to_origin(code: WasteCode) -> bool {
    !(13..=16).contains(&code.chapter()) || code.sub_chapter() == 1601
}

/// Twins share what speaks for the thing; what is said of hazard, or else what is usual, chooses between them.
fn settle_hazard(
    classifier: &Classifier<'_>,
    table: &mut Table,
    scores: &mut HashMap<WasteCode, f64>,
    signs: &Signs,
) {
    let before: Vec<(WasteCode, f64)> = scores.iter().map(|(code, score)| (*code, *score)).collect();
    for (code, score) in before {
        let Some(&twin) = best_twin(classifier, code, scores) else { continue };
        let share = match signs.hazard {
            None => UNNAMED,
            Some(hazardous) if hazardous == code.hazardous() => 0.0,
            Some(_) => 1.0,
        };
        let against = signs.hazard.is_some_and(|hazardous| hazardous != code.hazardous());
        if against && let Some(own) = scores.get_mut(&code) {
            *own *= AGAINST;
        }
        let other = scores.entry(twin).or_default();
        if score * share > *other {
            *other = score * share;
            let words = table.get(&code).map(|e| e.words.clone()).unwrap_or_default();
            let evidence = table.entry(twin).or_default();
            evidence.words = words;
        }
    }
    scores.retain(|_, score| *score > 0.0);
}

/// The twin somebody named, or the nearest.
fn best_twin<'a>(
    classifier: &'a Classifier<'_>,
    code: WasteCode,
    scores: &HashMap<WasteCode, f64>,
) -> Option<&'a WasteCode> {
    let twins = classifier.twins.of(code);
    let score = |twin: &WasteCode| scores.get(twin).copied().unwrap_or_default();
    twins.iter().rev().max_by(|a, b| score(a).total_cmp(&score(b)))
}

fn describe(
    classifier: &Classifier<'_>,
    code: WasteCode,
    score: f64,
    table: &Table,
    signs: &Signs,
) -> Option<RankedCode> {
    let entry = classifier.reference.waste_list.on(code.digits(), classifier.day)?;
    let mut words = table.get(&code).map(|evidence| evidence.words.clone()).unwrap_or_default();
    words.extend(signs.words.iter().filter(|word| !words.contains(word)).cloned().collect::<Vec<_>>());
    Some(RankedCode {
        code,
        score,
        label_fr: entry.label_fr.clone(),
        label_en: entry.label_en.clone(),
        mirror: classifier.twins.of(code).first().copied(),
        words,
    })
}

/// Asked when the first answer has a twin that its own name holds nearly as usual, and nothing said which.
fn question(
    classifier: &Classifier<'_>,
    ranked: &[(WasteCode, f64)],
    table: &Table,
    signs: &Signs,
) -> Option<Ask> {
    const NEARLY: f64 = 0.8;
    let (first, best) = *ranked.first()?;
    if signs.hazard.is_some() {
        return None;
    }
    let twins = classifier.twins.of(first);
    let named = |code: &WasteCode| table.get(code).is_some_and(|evidence| evidence.named);
    let (twin, _) =
        ranked.iter().find(|(code, score)| twins.contains(code) && named(code) && *score >= NEARLY * best)?;
    let (yes, no) = if first.hazardous() { (first, *twin) } else { (*twin, first) };
    Some(Ask::Hazardous { yes, no })
}
