//! Rules on the text of the sources that no lint covers.

use std::path::{Path, PathBuf};

/// Longest source file. Most are a third of it.
const LONGEST: usize = 600;

/// Every file under a folder whose name ends so, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries.map(|entry| entry.expect("a readable folder").path()) {
        if entry.is_dir() {
            found.extend(files(&entry, ending));
        } else if entry.to_string_lossy().ends_with(ending) {
            found.push(entry);
        }
    }
    found.sort();
    found
}

fn rust_files() -> Vec<(PathBuf, String)> {
    let crates = super::root().join("crates");
    let found = files(&crates, ".rs");
    assert!(found.len() > 50, "only {} .rs files under {}", found.len(), crates.display());
    found.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).expect("UTF-8"))).collect()
}

/// Attributes that silence a lint and do not say why, by line.
fn silent_exceptions(text: &str) -> Vec<usize> {
    let mut lines = Vec::new();
    for opening in ["#[allow(", "#![allow(", "#[expect(", "#![expect("] {
        for (at, _) in text.match_indices(opening) {
            let attribute = text[at..].split_once(")]").map_or(&text[at..], |(inside, _)| inside);
            // Quoted in a string or a comment: not an attribute.
            let starts_line = text[..at].rsplit('\n').next().is_some_and(|before| before.trim().is_empty());
            if starts_line && !attribute.contains("reason =") {
                lines.push(text[..at].matches('\n').count() + 1);
            }
        }
    }
    lines
}

#[test]
fn every_exception_to_a_lint_has_a_reason() {
    let mut silent = Vec::new();
    for (path, text) in rust_files() {
        silent.extend(silent_exceptions(&text).iter().map(|line| format!("{}:{line}", path.display())));
    }
    assert!(silent.is_empty(), "say `reason = \"…\"`:\n  {}", silent.join("\n  "));
}

#[test]
fn an_exception_without_reason_is_seen() {
    let text = "//! x\n#[expect(clippy::unwrap_used, reason = \"checked above\")]\nfn a() {}\n\n    #[allow(dead_code)]\nfn b() {}\n";
    assert_eq!(silent_exceptions(text), [5]);
}

#[test]
fn files_stay_readable() {
    let lines = |text: &str| text.lines().count();
    let long: Vec<String> = rust_files()
        .iter()
        .filter(|(_, text)| lines(text) > LONGEST)
        .map(|(path, text)| format!("{}: {} lines", path.display(), lines(text)))
        .collect();
    assert!(long.is_empty(), "over {LONGEST} lines, split by what it does:\n  {}", long.join("\n  "));
}

/// Places of the machine that runs this test, and the usual homes of people: no file may name them.
fn machine_places() -> Vec<String> {
    let root = super::root();
    let mut places =
        vec![root.display().to_string(), ["", "home", ""].join("/"), ["", "Users", ""].join("/")];
    places.extend(root.parent().map(|parent| format!("{}/", parent.display())));
    places.extend(std::env::home_dir().map(|home| format!("{}/", home.display())));
    // `/` or `//` would be found everywhere.
    places.retain(|place| place.trim_matches('/').len() > 2);
    places
}

#[test]
fn no_file_names_a_place_of_the_machine() {
    let places = machine_places();
    let mut found = Vec::new();
    let folders = ["crates", "data", "scenarios", "docs", "locales"];
    for path in folders.iter().flat_map(|folder| files(&super::root().join(folder), "")) {
        let text = String::from_utf8_lossy(&std::fs::read(&path).expect("readable")).into_owned();
        found.extend(
            places
                .iter()
                .filter(|p| text.contains(p.as_str()))
                .map(|p| format!("{} names {p}", path.display())),
        );
    }
    assert!(found.is_empty(), "paths of a machine:\n  {}", found.join("\n  "));
}
