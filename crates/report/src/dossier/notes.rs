//! Footnotes: where each figure comes from.

use model::{Flow, FlowId};
use reference::{Confidence, Figure};
use std::collections::HashMap;
use wording::{Keyed, Words};

/// Notes in the order of their first mention.
#[derive(Default)]
pub(super) struct Notes {
    known: HashMap<String, usize>,
    pub(super) texts: Vec<String>,
    /// Figures whose confidence is low.
    pub(super) weak: usize,
}

impl Notes {
    /// The mark `[3]` of a text, which becomes a note the first time.
    pub(super) fn mark(&mut self, key: &str, text: impl FnOnce() -> String) -> String {
        let next = self.texts.len() + 1;
        let number = *self.known.entry(key.to_owned()).or_insert(next);
        if number == next {
            self.texts.push(text());
        }
        format!("[{number}]")
    }

    pub(super) fn figure(&mut self, words: &Words<'_>, figure: &Figure) -> String {
        let before = self.texts.len();
        let mark = self.mark(&format!("figure {}", figure.id), || of_figure(words, figure));
        if self.texts.len() > before && figure.confidence == Confidence::Low {
            self.weak += 1;
        }
        mark
    }

    pub(super) fn flow(&mut self, words: &Words<'_>, flow: &Flow, secret: bool) -> String {
        self.mark(&format!("flow {}", flow.id), || of_flow(words, flow, secret))
    }
}

/// « prix du … (id) : 12 à 30 €/t ; titre, éditeur, date ; confiance ».
fn of_figure(words: &Words<'_>, figure: &Figure) -> String {
    let english = words.lang.code() == "en";
    let label = if english { &figure.en } else { &figure.fr };
    let source = words.reference.sources.get(&figure.source);
    let title = source.map_or_else(
        || figure.source.to_string(),
        |s| format!("{} ({})", s.label(words.lang.code()), s.publisher),
    );
    let args = [
        ("label", label.clone().into()),
        ("id", figure.id.to_string().into()),
        ("value", value(words, figure).into()),
        ("source", title.into()),
        ("locator", figure.locator.clone().into()),
        ("date", figure.date.clone().into()),
        ("confidence", words.say(&figure.confidence.key(), &[]).into()),
    ];
    let key = if figure.locator.is_empty() { "dossier-note-figure" } else { "dossier-note-figure-at" };
    words.say(key, &args)
}

/// Significant digits of a figure: those of the numbers that are made of it.
const DIGITS: i32 = 3;

/// « 14 à 18,6 €/h (le plus probable 15,5) ».
fn value(words: &Words<'_>, figure: &Figure) -> String {
    let (range, unit) = (figure.value.range, wording::unit(words.lang, &figure.value.unit));
    let n = |value: f64| wording::rounded(words.lang, value, DIGITS);
    let with_unit = |value: f64| format!("{}\u{a0}{unit}", n(value)).trim_end().to_owned();
    if range.low().total_cmp(&range.high()).is_eq() {
        return with_unit(range.mid());
    }
    let args = [
        ("low", n(range.low()).into()),
        ("mid", n(range.mid()).into()),
        ("high", with_unit(range.high()).into()),
    ];
    words.say("dossier-note-value", &args)
}

fn of_flow(words: &Words<'_>, flow: &Flow, secret: bool) -> String {
    if secret {
        return words.say("dossier-note-secret", &[]);
    }
    let stated = flow.stated.as_deref().map(|stated| wording::stated(words.lang, stated));
    let stated = stated.unwrap_or_else(|| words.say("dossier-no-amount-words", &[]));
    let wording = if flow.wording.is_empty() { flow.id.to_string() } else { flow.wording.to_string() };
    let date = flow
        .evidence
        .date
        .map_or_else(|| words.say("dossier-undated", &[]), |d| wording::date(words.lang, d));
    words.say(
        "dossier-note-flow",
        &[
            ("site", words.name(&flow.site).to_owned().into()),
            ("wording", wording.into()),
            ("stated", stated.into()),
            ("basis", words.say(&flow.evidence.basis.key(), &[]).into()),
            ("source", flow.evidence.source.to_string().into()),
            ("date", date.into()),
        ],
    )
}

/// The flow of an id.
pub(super) fn flow<'a>(words: &Words<'a>, id: &FlowId) -> Option<&'a Flow> {
    words.territory.flows.iter().find(|flow| flow.id == *id)
}
