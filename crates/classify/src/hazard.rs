//! Twins: what the wording tells of hazard, or else what is usual, chooses between them; when that is not sure, it is asked.

use crate::codes::Table;
use crate::signs::Signs;
use crate::{Ask, Assumed, Classifier};
use reference::WasteCode;
use std::collections::HashMap;

/// What the twin that hazard speaks against keeps, and what a twin nobody names gets.
const AGAINST: f64 = 0.75;
const UNNAMED: f64 = 0.8;
/// Twins nearer than this come level.
const LEVEL: f64 = 0.96;

/// Twins share what speaks for the thing; what is said of hazard, or else what is usual, chooses between them.
pub(crate) fn settle(
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
    if signs.hazard.is_none() {
        prefer_usual(classifier, scores);
    }
}

/// Among twins that come level, the one that is usual goes first.
fn prefer_usual(classifier: &Classifier<'_>, scores: &mut HashMap<WasteCode, f64>) {
    let mut usual: Vec<WasteCode> =
        scores.keys().copied().filter(|code| classifier.usual.contains_key(&code.digits())).collect();
    usual.sort_unstable();
    for code in usual {
        for twin in classifier.twins.of(code) {
            let (own, other) = (scores[&code], scores.get(twin).copied().unwrap_or_default());
            if own <= other && own >= LEVEL * other {
                scores.insert(code, other);
                scores.insert(*twin, other * LEVEL);
            }
        }
    }
}

/// The reason the first answer was preferred to its twin, when nothing in the wording was.
pub(crate) fn assumed(
    classifier: &Classifier<'_>,
    ranked: &[(WasteCode, f64)],
    signs: &Signs,
) -> Option<Assumed> {
    let (first, _) = ranked.first()?;
    if signs.hazard.is_some() || classifier.twins.of(*first).is_empty() {
        return None;
    }
    let usual = &classifier.reference.speech.usual[*classifier.usual.get(&first.digits())?];
    Some(Assumed { code: *first, fr: usual.fr.clone(), en: usual.en.clone() })
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

/// Asked when the first answer has a twin that its own name holds nearly as usual, and nothing said which.
pub(crate) fn question(
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
