//! All stems known, and which of them a misspelt or compound word may mean.

use std::collections::HashMap;

/// Stems by number, with how many phrases hold each.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    numbers: HashMap<String, u32>,
    stems: Vec<String>,
    /// Stem numbers by first letter, for misspellings: people rarely miss the first letter.
    by_initial: HashMap<u8, Vec<u32>>,
}

/// A known stem that a word may mean, and how surely (0–1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reading {
    pub(crate) stem: u32,
    pub(crate) trust: f64,
}

/// Trust in a stem that differs by one letter, by two letters, or that is a part of a compound.
const ONE_LETTER: f64 = 0.8;
const TWO_LETTERS: f64 = 0.6;
const COMPOUND: f64 = 0.6;
const PREFIX: f64 = 0.75;

impl Vocabulary {
    pub(crate) fn add(&mut self, stem: String) -> u32 {
        if let Some(&known) = self.numbers.get(&stem) {
            return known;
        }
        let number = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
        if let Some(initial) = stem.bytes().next() {
            self.by_initial.entry(initial).or_default().push(number);
        }
        self.numbers.insert(stem.clone(), number);
        self.stems.push(stem);
        number
    }

    pub(crate) fn len(&self) -> usize {
        self.stems.len()
    }

    pub(crate) fn stem(&self, number: u32) -> &str {
        &self.stems[number as usize]
    }

    /// Known stems a word may mean: itself when known, else near spellings, shared beginnings, parts of a compound.
    pub(crate) fn readings(&self, word: &str) -> Vec<Reading> {
        if let Some(&stem) = self.numbers.get(word) {
            return vec![Reading { stem, trust: 1.0 }];
        }
        if word.len() < 4 || !word.is_ascii() {
            return Vec::new();
        }
        let same_initial = word.bytes().next().and_then(|b| self.by_initial.get(&b)).map_or(&[][..], Vec::as_slice);
        let near = same_initial.iter().filter_map(|&stem| Some(Reading { stem, trust: likeness(word, self.stem(stem))? }));
        let mut found: Vec<Reading> = near.collect();
        if found.is_empty() {
            found = self.parts(word);
        }
        found.sort_by(|a, b| b.trust.total_cmp(&a.trust).then(a.stem.cmp(&b.stem)));
        found.truncate(4);
        found
    }

    /// Known stems inside a compound (`Altholzpalette`), longest parts only.
    fn parts(&self, word: &str) -> Vec<Reading> {
        if word.len() < 8 {
            return Vec::new();
        }
        (0..=word.len() - 5)
            .flat_map(|start| (start + 5..=word.len()).rev().map(move |end| (start, end)))
            .filter_map(|(start, end)| self.numbers.get(&word[start..end]))
            .map(|&stem| Reading { stem, trust: COMPOUND })
            .collect()
    }
}

/// How alike two words are: spelling errors weigh by length, a shared beginning counts for long words. `None` when unlike.
fn likeness(word: &str, known: &str) -> Option<f64> {
    if !known.is_ascii() || known.len() < 4 {
        return None;
    }
    let allowed = match word.len().min(known.len()) {
        0..=4 => 1_usize.min(usize::from(word.len() >= 5)),
        5..=7 => 1,
        _ => 2,
    };
    match edits(word.as_bytes(), known.as_bytes(), allowed) {
        Some(0 | 1) => Some(ONE_LETTER),
        Some(_) => Some(TWO_LETTERS),
        None => {
            let short = word.len().min(known.len());
            let shared = word.bytes().zip(known.bytes()).take_while(|(a, b)| a == b).count();
            (short >= 5 && shared == short && word.len().abs_diff(known.len()) <= 3).then_some(PREFIX)
        }
    }
}

/// Edit distance with swaps of neighbours (optimal string alignment) if at most `most`.
fn edits(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let width = b.len() + 1;
    let mut before = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; width];
        for j in 1..width {
            let change = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + change);
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if swapped {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        if row.iter().all(|&d| d > most) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    Some(last[width - 1]).filter(|&d| d <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut words = Vocabulary::default();
        for stem in ["palett", "chiffon", "carton", "holz", "paletten", "huil"] {
            words.add(stem.into());
        }
        words
    }

    #[test]
    fn misspellings_are_read() {
        let words = vocabulary();
        let read = |word: &str| words.readings(word).first().map(|r| words.stem(r.stem).to_owned());
        assert_eq!(read("palett").as_deref(), Some("palett"));
        assert_eq!(read("pallett").as_deref(), Some("palett"));
        assert_eq!(read("chifon").as_deref(), Some("chiffon"));
        assert_eq!(read("catron").as_deref(), Some("carton"));
        assert_eq!(read("zzzzzz"), None);
    }

    #[test]
    fn edit_distance_is_bounded() {
        assert_eq!(edits(b"carton", b"catron", 2), Some(1));
        assert_eq!(edits(b"carton", b"bouteille", 2), None);
        assert_eq!(edits(b"abc", b"abc", 0), Some(0));
    }
}
