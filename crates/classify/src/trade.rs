//! What a firm does, by its own words, when no code says it: « Menuiserie Martin », « fabrique des palettes ».

use crate::Classifier;
use model::{Actor, ActorId, ActorKind, Finding, NOTE_AFTER, Severity, Site, Territory};
use reference::ActivityCode;
use std::collections::HashMap;

/// Words name a trade when they name it this well; less may be a family name or a street.
const NAMED: f64 = 0.7;
/// In the name of a firm a shorter word is more often a place (« Port », « Vent »).
const TRADE_LETTERS: usize = 5;
/// A label longer than this is a note: it may speak of somebody else.
const LABEL_WORDS: usize = 6;
/// How many firms the finding names.
const TOLD: usize = 12;

/// Gives an activity to each firm that has none and whose words name one, and says which.
pub(crate) fn read(territory: &mut Territory, classifier: &Classifier<'_>) -> Option<Finding> {
    let kinds: HashMap<&ActorId, &Actor> = territory.actors.iter().map(|actor| (&actor.id, actor)).collect();
    let firm = |site: &Site| kinds.get(&site.actor).is_some_and(|actor| actor.kind == ActorKind::Company);
    let mut told = Vec::new();
    for site in territory.sites.iter_mut().filter(|site| site.activity.is_none()).filter(|site| firm(site)) {
        let label = site.activity_label.as_deref().and_then(|label| label.split(NOTE_AFTER).next());
        let label = label.filter(|label| label.split_whitespace().count() <= LABEL_WORDS);
        let labelled = label.and_then(|label| named(label, 0, classifier));
        let Some((code, words)) = labelled.or_else(|| named(&site.name, TRADE_LETTERS, classifier)) else {
            continue;
        };
        told.push(format!("{} ({words} → {})", site.name, code.code));
        site.activity = Some(code);
    }
    (!told.is_empty()).then(|| {
        let sites = told.iter().take(TOLD).cloned().collect::<Vec<_>>().join(" ; ");
        Finding::new(Severity::Info, "sites-trade-read", "").with("count", told.len()).with("sites", sites)
    })
}

/// The trade some words name by a word of so many letters at least, and the words that did.
fn named(words: &str, letters: usize, classifier: &Classifier<'_>) -> Option<(ActivityCode, String)> {
    let found = classifier.industry(words, 1).into_iter().next()?;
    let long = found.words.iter().any(|word| word.chars().count() >= letters);
    let code = ActivityCode::parse(found.naf.first()?, None).ok()?;
    (long && found.score >= NAMED).then(|| (code, words.to_owned()))
}
