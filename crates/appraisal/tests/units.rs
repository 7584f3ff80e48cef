//! Every figure that the code names itself is asked for in the unit it has: otherwise it would never be used, and a user would be told to mend it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use reference::Reference;
use std::fs;
use std::path::{Path, PathBuf};
use units::Unit;

/// All source files below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The pairs of texts that calls of `figure` and `middle` begin with: id and unit.
fn asked(code: &str) -> Vec<(String, String)> {
    let calls = ["figure(\"", "middle(\""].into_iter().flat_map(|call| code.split(call).skip(1));
    calls
        .filter_map(|rest| {
            let mut texts = rest.split('"');
            let (id, between, unit) = (texts.next()?, texts.next()?, texts.next()?);
            (between.trim() == ",").then(|| (id.to_owned(), unit.to_owned()))
        })
        .collect()
}

#[test]
fn every_figure_named_in_the_code_has_the_unit_it_is_asked_in() {
    let reference = Reference::embedded().unwrap_or_else(|faults| panic!("{faults:#?}"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let code: Vec<String> = sources(&folder).iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let asked: Vec<_> = code.iter().flat_map(|code| asked(code)).collect();
    assert!(asked.len() > 20, "{asked:?}");
    let wrong: Vec<String> = asked
        .into_iter()
        .filter_map(|(id, unit)| {
            let figure = reference.figures.all().find(|figure| figure.id.as_str() == id);
            let figure = figure.unwrap_or_else(|| panic!("{id} is in no file of data/figures"));
            let base = Unit::one().times(&figure.value.unit);
            (base.symbol() != unit)
                .then(|| format!("{id}: asked for in {unit}, its base unit is {}", base.symbol()))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}
