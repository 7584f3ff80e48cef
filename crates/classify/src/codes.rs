//! Wording → waste codes: by everything that names them, then by what the words around tell of origin and hazard.

use crate::names::Named;
use crate::signs::{Fit, Signs};
use crate::{Ask, Assumed, Classifier, hazard};
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
    /// Words of the wording that decided; `!` marks a denied one.
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
/// Entries ending in 99 come last among equals.
const LEFT_OVER: f64 = 0.96;

/// What speaks for a code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    best: f64,
    second: f64,
    /// Named by somebody, not only the twin of a named one.
    pub(crate) named: bool,
    pub(crate) words: Vec<String>,
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

/// What speaks for each code.
pub(crate) type Table = HashMap<WasteCode, Evidence>;

/// Ranked codes, and whether a twin hangs on an answer nobody gave.
pub(crate) fn rank(
    classifier: &Classifier<'_>,
    named: &[Named<'_>],
    signs: &Signs,
    count: usize,
) -> (Vec<RankedCode>, Option<Ask>, Option<Assumed>) {
    let mut table = gather(named, signs);
    let mut scores: HashMap<WasteCode, f64> =
        table.iter().map(|(code, e)| (*code, e.score() * weigh(*code, signs))).collect();
    hazard::settle(classifier, &mut table, &mut scores, signs);
    let mut ranked: Vec<(WasteCode, f64)> = scores.iter().map(|(code, score)| (*code, *score)).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let ask = hazard::question(classifier, &ranked, &table, signs);
    let assumed = hazard::assumed(classifier, &ranked, signs);
    ranked.truncate(count);
    (
        ranked
            .into_iter()
            .filter_map(|(code, score)| describe(classifier, code, score, &table, signs))
            .collect(),
        ask,
        assumed,
    )
}

fn gather(named: &[Named<'_>], signs: &Signs) -> Table {
    let mut table = Table::new();
    for name in named.iter().filter(|name| !name.codes.is_empty()).take(NAMES) {
        let (mut value, mut named_origin) = (name.hit.score, name.hit.score);
        for &code in name.codes {
            // A list speaks of several origins; the one that was named is as usual as the first, and its own entries keep their order.
            let here = signs.fit(code) == Some(Fit::Section);
            table.entry(code).or_default().add(if here { named_origin } else { value }, &name.hit.words);
            value *= PER_PLACE;
            named_origin *= if here { PER_PLACE } else { 1.0 };
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
