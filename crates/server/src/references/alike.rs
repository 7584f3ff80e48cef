//! When nothing answers: what may have been meant.

use super::{Reader, all};
use classify::fold;
use model::Message;
use reference::edits;
use std::collections::BTreeMap;

/// Words proposed for one that is unknown.
const PROPOSED: usize = 5;
/// Shorter words are not spelled for anybody.
const SHORTEST: usize = 4;

/// The words of the knowledge that are spelled most like those asked for, nearest first.
pub fn alike(reader: &Reader<'_>, words: &str) -> Vec<String> {
    let wanted = fold(words);
    let wanted: Vec<&str> = wanted.split_whitespace().filter(|word| word.len() >= SHORTEST).collect();
    let resources = reader.reference.catalogue.all().iter().flat_map(|resource| &resource.words_fr);
    let labels = all(reader, "").into_iter().map(|hit| hit.label);
    let mut near: BTreeMap<String, usize> = BTreeMap::new();
    for text in labels.chain(resources.cloned()) {
        for word in text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.len() >= SHORTEST) {
            let folded = fold(word);
            let folded = folded.trim();
            let most = |wanted: &str| if wanted.len() > 6 { 2 } else { 1 };
            let far = |wanted: &&str| edits(folded.as_bytes(), wanted.as_bytes(), most(wanted));
            if let Some(far) = wanted.iter().filter_map(far).min().filter(|far| *far > 0) {
                near.entry(word.to_lowercase()).or_insert(far);
            }
        }
    }
    let mut near: Vec<(usize, String)> = near.into_iter().map(|(word, far)| (far, word)).collect();
    near.sort();
    near.into_iter().take(PROPOSED).map(|(_, word)| word).collect()
}

/// Why what looks like an official code is none, with the codes of the same digits; `None` for words.
pub fn why_no_code(reader: &Reader<'_>, words: &str) -> Option<Message> {
    let text = words.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|sign| sign.is_alphabetic()).count();
    match (digits, letters) {
        (6, 0) => intake::value::waste_code(text, reader.day, reader.reference).err(),
        (4, 0 | 1) => intake::value::activity(text, None, reader.reference).err(),
        (1 | 2, 1) => intake::value::known_operation(text, reader.reference).err(),
        _ => None,
    }
}
