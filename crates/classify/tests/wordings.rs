//! How often the first code is right, on wordings of all twenty chapters with the codes an expert accepts.
//!
//! `wordings.csv`: `tune` rows may be looked at while the words of `data/wording/` grow; `held` rows were written before and are only counted.
//! `fresh` rows were written last, as people type them (misspelt, shortened, plural), after the words of `data/wording/` and never fed to them.
//! A row whose very words a `[[term]]` has is set apart: on it the figure says nothing. The figures:
//! `cargo test -p classify --test wordings -- --nocapture`

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop, and shows its figures"
)]

use chrono::NaiveDate;
use classify::{Classifier, fold};
use reference::{Reference, WasteCode};
use std::collections::HashSet;

struct Row {
    text: &'static str,
    split: &'static str,
    /// The usual one first.
    codes: Vec<WasteCode>,
}

fn rows() -> Vec<Row> {
    let read = |line: &'static str| {
        let cells: Vec<&str> = line.split(',').collect();
        let [text, _, codes, split] = cells[..] else { panic!("four cells: {line}") };
        let codes = codes.split('|').map(|code| code.parse().expect("a waste code")).collect();
        Row { text, split, codes }
    };
    include_str!("wordings.csv").lines().skip(1).map(read).collect()
}

#[derive(Debug, Default)]
struct Share {
    rows: usize,
    first: usize,
    five: usize,
    hazard: usize,
}

impl Share {
    fn of(classifier: &Classifier<'_>, rows: &[&Row]) -> Self {
        let mut share = Self { rows: rows.len(), ..Self::default() };
        for row in rows {
            let found = classifier.classify(row.text, 5).codes;
            let right = |code: &WasteCode| row.codes.contains(code);
            share.first += usize::from(found.first().is_some_and(|found| right(&found.code)));
            share.five += usize::from(found.iter().any(|found| right(&found.code)));
            let hazardous = row.codes[0].hazardous();
            share.hazard += usize::from(found.first().is_some_and(|f| f.code.hazardous() == hazardous));
        }
        share
    }

    /// Says it, and that it is no less than so much per thousand.
    fn at_least(&self, name: &str, floor: [usize; 3]) {
        let per_mille = [self.first, self.five, self.hazard].map(|n| 1000 * n / self.rows);
        println!("{name}: {} wordings, hit@1, hit@5 and hazard per thousand {per_mille:?}", self.rows);
        assert!(
            per_mille.iter().zip(floor).all(|(is, least)| *is >= least),
            "{name}: {per_mille:?} < {floor:?}"
        );
    }
}

/// A wording without articles and plurals, to see whether the data says it.
fn bare(text: &str) -> String {
    const SMALL: &[&str] = &["de", "d", "la", "le", "l", "du", "des", "a", "au", "aux", "et", "les", "en"];
    let folded = fold(text);
    let words = folded.split_whitespace().filter(|word| !SMALL.contains(word));
    words.map(|word| word.trim_end_matches(['s', 'x', 'e'])).collect::<Vec<_>>().join(" ")
}

#[test]
fn wordings_of_every_chapter_are_read() {
    let reference = Reference::embedded().expect("data/");
    let classifier = Classifier::new(reference, NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day"));
    let rows = rows();
    let terms = reference.speech.terms.iter().flat_map(|term| term.fr.iter().chain(&term.en).chain(&term.de));
    let said: HashSet<String> = terms.map(|term| bare(term)).collect();
    let pick = |test: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| test(row)).collect::<Vec<_>>();
    let share = |test: &dyn Fn(&Row) -> bool| Share::of(&classifier, &pick(test));
    let new = |row: &Row| !said.contains(&bare(row.text));
    share(&|row| row.split == "tune").at_least("looked at", [930, 980, 940]);
    share(&|row| row.split == "held").at_least("held apart", [920, 980, 930]);
    share(&|row| row.split == "held" && new(row)).at_least("held apart, in no term", [880, 970, 930]);
    share(&|row| row.split == "fresh" && new(row)).at_least("fresh, in no term", [900, 960, 910]);
}

#[test]
fn every_chapter_has_wordings_and_every_code_is_official() {
    let reference = Reference::embedded().expect("data/");
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let mut chapters = HashSet::new();
    for row in rows() {
        chapters.insert(row.codes[0].chapter());
        for code in row.codes {
            // A few accepted answers are of the list of 9 December 2026.
            let later = NaiveDate::from_ymd_opt(2027, 1, 1).expect("a day");
            let known = [day, later].iter().any(|day| reference.waste_list.on(code.digits(), *day).is_some());
            assert!(known, "« {} »: {code} is in neither list", row.text);
        }
    }
    assert_eq!(chapters.len(), 20);
}
