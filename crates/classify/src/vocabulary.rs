//! All stems known, and which of them a misspelt, inflected or compound word may mean.

use crate::sound::sound;
use reference::edits;
use std::collections::HashMap;

/// Stems by number.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    numbers: HashMap<String, u32>,
    stems: Vec<String>,
    /// What a stem is read as: itself, or for another way to say it that one.
    means: Vec<u32>,
    /// Stem numbers by first letter, for misspellings: people rarely miss the first letter.
    by_initial: HashMap<u8, Vec<u32>>,
    /// Stem numbers by sound, for those who write as they speak.
    by_sound: HashMap<String, Vec<u32>>,
}

/// A known stem that a word may mean, and how surely (0–1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reading {
    pub(crate) stem: u32,
    pub(crate) trust: f64,
}

/// Trust in a stem that differs by an ending, sounds the same, differs by one letter or two, shares its beginning; in the last part of a
/// compound, which names the thing, and in the others.
const INFLECTED: f64 = 0.92;
const SOUNDS: f64 = 0.9;
const ONE_LETTER: f64 = 0.8;
const TWO_LETTERS: f64 = 0.55;
const PREFIX: f64 = 0.6;
const LAST_PART: f64 = 0.9;
const PART: f64 = 0.8;

/// Endings that inflect a word in German or English.
const ENDINGS: &[&str] = &["n", "en", "er", "ern", "em", "ing", "ed", "y", "ig", "d"];

/// What joins the parts of a German compound.
const JOINTS: &[&str] = &["", "s", "n", "en", "e", "es", "er"];

impl Vocabulary {
    pub(crate) fn add(&mut self, stem: String) -> u32 {
        if let Some(&known) = self.numbers.get(&stem) {
            return known;
        }
        let number = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
        if let Some(initial) = stem.bytes().next() {
            self.by_initial.entry(initial).or_default().push(number);
        }
        self.by_sound.entry(sound(&stem)).or_default().push(number);
        self.numbers.insert(stem.clone(), number);
        self.stems.push(stem);
        self.means.push(number);
        number
    }

    /// Another way to write a known stem, for misspellings and compounds of it: `klebstoff` is read as `coll`. Without effect when the
    /// first is a stem of its own, or the second unknown.
    pub(crate) fn alias(&mut self, written: &str, said: &str) {
        if let Some(&known) = self.numbers.get(said)
            && !self.numbers.contains_key(written)
        {
            let number = self.add(written.to_owned());
            self.means[number as usize] = known;
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.stems.len()
    }

    pub(crate) fn stem(&self, number: u32) -> &str {
        &self.stems[number as usize]
    }

    /// Known stems a word may mean: itself when known, else the same sound, near spellings, parts of a compound. A word that is `right` is no
    /// misspelling: only its inflections, longer forms and parts are looked for.
    pub(crate) fn readings(&self, word: &str, right: bool) -> Vec<Reading> {
        if let Some(&stem) = self.numbers.get(word) {
            return vec![Reading { stem: self.means[stem as usize], trust: 1.0 }];
        }
        if word.len() < 4
            || !word.is_ascii()
            || word.starts_with('!')
            || word.bytes().any(|b| b.is_ascii_digit())
        {
            return Vec::new();
        }
        let mut found = self.near(word, right);
        if found.iter().all(|reading| reading.trust < LAST_PART) {
            let parts = self.parts(word);
            if !parts.is_empty() {
                return parts;
            }
        }
        for reading in &mut found {
            reading.stem = self.means[reading.stem as usize];
        }
        found.sort_by(|a, b| a.stem.cmp(&b.stem).then(b.trust.total_cmp(&a.trust)));
        found.dedup_by_key(|reading| reading.stem);
        found.sort_by(|a, b| b.trust.total_cmp(&a.trust).then(a.stem.cmp(&b.stem)));
        found.truncate(4);
        found
    }

    fn near(&self, word: &str, right: bool) -> Vec<Reading> {
        let initial = word.bytes().next();
        let same_initial = initial.and_then(|b| self.by_initial.get(&b)).map_or(&[][..], Vec::as_slice);
        let alike = same_initial
            .iter()
            .filter_map(|&stem| Some(Reading { stem, trust: likeness(word, self.stem(stem), right)? }));
        let said = self.by_sound.get(&sound(word)).filter(|_| !right).map_or(&[][..], Vec::as_slice);
        let sounding = said.iter().filter(|&&stem| self.stem(stem).len() >= 3);
        let sounding =
            sounding.chain(other_plural(word).filter(|_| !right).and_then(|stem| self.numbers.get(&stem)));
        let mut found: Vec<Reading> = sounding.map(|&stem| Reading { stem, trust: SOUNDS }).collect();
        for reading in alike {
            match found.iter_mut().find(|known| known.stem == reading.stem) {
                Some(known) => known.trust = known.trust.max(reading.trust),
                None => found.push(reading),
            }
        }
        found
    }

    /// The known stems a compound is made of (`Altholzpalette`), when they make all of it.
    fn parts(&self, word: &str) -> Vec<Reading> {
        const LEAST: usize = 3;
        // best[end]: the fewest parts that make the word up to there, and where the last of them begins and ends.
        let mut best: Vec<Option<(usize, usize, u32)>> = vec![None; word.len() + 1];
        let mut count = vec![usize::MAX; word.len() + 1];
        count[0] = 0;
        for start in 0..word.len() {
            if count[start] == usize::MAX {
                continue;
            }
            for end in start + LEAST..=word.len() {
                let Some(stem) = self.part(&word[start..end]) else { continue };
                for joint in JOINTS.iter().filter(|joint| word[end..].starts_with(**joint)) {
                    let next = end + joint.len();
                    if count[start] + 1 < count[next] {
                        count[next] = count[start] + 1;
                        best[next] = Some((start, end, stem));
                    }
                }
            }
        }
        let mut parts = Vec::new();
        let mut at = word.len();
        while let Some((start, _, stem)) = best[at] {
            parts.push(Reading { stem, trust: if parts.is_empty() { LAST_PART } else { PART } });
            at = start;
        }
        if parts.len() >= 2 { parts } else { Vec::new() }
    }

    fn part(&self, text: &str) -> Option<u32> {
        let known = self.numbers.get(text).or_else(|| self.numbers.get(&crate::text::stem(text)))?;
        Some(self.means[*known as usize])
    }
}

/// « journeaux » for « journaux », « copaux » for « copeaux »: the stem of the other of the two.
fn other_plural(stem: &str) -> Option<String> {
    let long = stem.strip_suffix("eau").map(|root| format!("{root}al"));
    long.or_else(|| stem.strip_suffix("al").map(|root| format!("{root}eau")))
}

/// How alike two words are: an ending apart, or, unless the word is `right`, by spelling errors weighed by length, or by a long shared
/// beginning. `None` when unlike.
fn likeness(word: &str, known: &str, right: bool) -> Option<f64> {
    if !known.is_ascii() || known.len() < 4 || known.starts_with('!') {
        return None;
    }
    let (short, long) = if word.len() < known.len() { (word, known) } else { (known, word) };
    if let Some(ending) = long.strip_prefix(short)
        && ENDINGS.contains(&ending)
    {
        return Some(INFLECTED);
    }
    let allowed = match short.len() {
        _ if right => 0,
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    match edits(word.as_bytes(), known.as_bytes(), allowed) {
        Some(0 | 1) if short.len() >= 5 || word.len() == known.len() => Some(ONE_LETTER),
        Some(2) => Some(TWO_LETTERS),
        _ => (short.len() >= 6 && long.starts_with(short) && long.len() - short.len() <= 3).then_some(PREFIX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut words = Vocabulary::default();
        for stem in [
            "palett", "chiffon", "carton", "alt", "holz", "palet", "huil", "lack", "schlam", "asbest",
            "zement", "plat", "journal", "copeau",
        ] {
            words.add(stem.into());
        }
        words
    }

    #[test]
    fn misspellings_are_read() {
        let words = vocabulary();
        let read = |word: &str| words.readings(word, false).first().map(|r| words.stem(r.stem).to_owned());
        assert_eq!(read("palett").as_deref(), Some("palett"));
        assert_eq!(read("chifon").as_deref(), Some("chiffon"));
        assert_eq!(read("catron").as_deref(), Some("carton"));
        assert_eq!(read("huille").as_deref(), Some("huil"));
        assert_eq!(read("journeau").as_deref(), Some("journal"));
        assert_eq!(read("copal").as_deref(), Some("copeau"));
        assert_eq!(read("zzzzzz"), None);
    }

    #[test]
    fn a_right_word_is_no_misspelling() {
        let mut words = vocabulary();
        words.add("batteri".into());
        let read = |word: &str, right| words.readings(word, right).len();
        assert_eq!((read("bacteri", false), read("bacteri", true)), (1, 0));
        assert_eq!((read("chiffonag", true), read("cartonn", true)), (1, 1), "longer forms stay");
    }

    #[test]
    fn compounds_are_taken_apart_and_the_last_part_leads() {
        let words = vocabulary();
        let read = |word: &str| {
            words.readings(word, false).iter().map(|r| words.stem(r.stem).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(read("lackschlam"), ["schlam", "lack"]);
        assert_eq!(read("asbestzementplatten"), ["plat", "zement", "asbest"]);
        assert!(read("lackierung").is_empty());
    }
}
