//! The words asked for, and how near a name comes to them.

use super::Reader;
use crate::shapes::{ReferenceEntry, ReferenceField, ReferenceHit, SourceLine};
use classify::fold;
use reference::SourceId;
use wording::{Keyed, Lang, message};

/// What is looked for.
pub(super) struct Asked {
    whole: String,
    words: Vec<String>,
}

/// An entry that answers.
pub(super) struct Found {
    /// Smaller is nearer.
    pub near: u8,
    /// Id.
    pub id: String,
    /// In words.
    pub label: String,
    /// Codes, validity, value.
    pub detail: Option<String>,
}

impl Asked {
    pub(super) fn new(words: &str) -> Self {
        let whole = fold(words).trim().to_owned();
        Self { words: whole.split_whitespace().map(str::to_owned).collect(), whole }
    }

    /// How near the best of an entry's names comes: 0 it is what was asked, 1 begins so, 2 holds it, 3 has the words apart; `None` when a
    /// word is missing.
    pub(super) fn nearness(&self, names: &[&str]) -> Option<u8> {
        let names: Vec<String> = names.iter().map(|name| fold(name).trim().to_owned()).collect();
        let held = |word: &String| names.iter().any(|name| holds(name, word));
        let near = |name: &String| match name.as_str() {
            name if name == self.whole => 0,
            name if name.starts_with(&self.whole) => 1,
            name if name.contains(&self.whole) => 2,
            _ => 3,
        };
        let nearest = self.words.iter().all(held).then(|| names.iter().map(near).min()).flatten();
        // A code in several groups of digits is one thing: « 99 99 99 » is not every name that ends in 99.
        nearest.filter(|near| *near < 3 || !self.words.iter().all(|word| has_digit(word)))
    }
}

fn has_digit(word: &str) -> bool {
    word.contains(|sign: char| sign.is_ascii_digit())
}

/// True when the name holds the word; what has digits is a code, and is held whole: « R3 » is not in « R312-4 ».
fn holds(name: &str, word: &str) -> bool {
    if !has_digit(word) {
        return name.contains(word);
    }
    let whole = |rest: &str| !rest.starts_with(|sign: char| sign.is_ascii_digit());
    name.split(|sign: char| !sign.is_alphanumeric()).any(|part| part.strip_prefix(word).is_some_and(whole))
}

/// Found entries as hits of a kind, the nearest first and otherwise in their order.
pub(super) fn nearest(lang: Lang, kind: &str, mut found: Vec<Found>) -> Vec<ReferenceHit> {
    found.sort_by_key(|found| found.near);
    found.into_iter().map(|found| hit(lang, kind, found)).collect()
}

fn hit(lang: Lang, kind: &str, found: Found) -> ReferenceHit {
    let kind_label = message(lang, &format!("reference-{kind}"), &[]);
    ReferenceHit { kind: kind.to_owned(), kind_label, id: found.id, label: found.label, detail: found.detail }
}

/// An entry seen from another one.
pub(super) fn link(reader: &Reader<'_>, kind: &str, id: String, label: &str) -> ReferenceHit {
    hit(reader.lang, kind, Found { near: 0, id, label: label.to_owned(), detail: None })
}

/// An entry with nothing but its name.
pub(super) fn plain(kind: &str, id: String, label: &str) -> ReferenceEntry {
    ReferenceEntry {
        kind: kind.to_owned(),
        id,
        label: label.to_owned(),
        fields: Vec::new(),
        sources: Vec::new(),
        value: None,
        links: Vec::new(),
    }
}

/// A field in words; `None` when there is nothing to say.
pub(super) fn field(reader: &Reader<'_>, key: &str, value: &str) -> Option<ReferenceField> {
    let label = || message(reader.lang, &format!("reference-field-{key}"), &[]);
    (!value.is_empty()).then(|| ReferenceField { label: label(), value: value.to_owned() })
}

/// A word of the model in the reader's language.
pub(super) fn word(reader: &Reader<'_>, word: &impl Keyed) -> String {
    message(reader.lang, &word.key(), &[])
}

/// The documents; `locator` is a place in the first of them.
pub(super) fn sources(reader: &Reader<'_>, ids: &[SourceId], locator: Option<&str>) -> Vec<SourceLine> {
    let line = |id: &SourceId| {
        let known = reader.reference.sources.get(id)?;
        Some(SourceLine {
            id: id.to_string(),
            title: known.label(reader.lang.code()).to_owned(),
            url: known.url.clone(),
            locator: locator.filter(|_| ids.first() == Some(id)).map(ToOwned::to_owned),
        })
    };
    ids.iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_itself_comes_before_names_that_hold_it() {
        let asked = Asked::new("Bois B");
        assert_eq!(asked.nearness(&["bois de classe B", "bois B"]), Some(0));
        assert_eq!(asked.nearness(&["bois bûche"]), Some(1));
        assert_eq!(asked.nearness(&["broyat de bois B"]), Some(2));
        assert_eq!(asked.nearness(&["bande de bois"]), Some(3));
        assert_eq!(asked.nearness(&["benne"]), None);
        assert_eq!(Asked::new("").nearness(&["benne"]), Some(1));
    }
}
