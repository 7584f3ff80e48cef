//! Every key that code can ask for exists, in both languages, with the same arguments.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the code must fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use wording::{Lang, every_key, messages_of};

/// Key → names of its arguments.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in messages_of(lang) {
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let start = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()));
            if let Some((name, _)) = start {
                name.clone_into(&mut key);
                assert!(messages.insert(key.clone(), BTreeSet::new()).is_none(), "« {key} » stands twice");
            }
            let arguments = line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>()
            });
            messages.entry(key.clone()).or_default().extend(arguments);
        }
    }
    messages.remove("");
    messages
}

#[test]
fn both_languages_say_the_same() {
    let (fr, en) = (messages(Lang::Fr), messages(Lang::En));
    assert!(fr.len() > 200, "{}", fr.len());
    let keys = |of: &BTreeMap<String, BTreeSet<String>>| of.keys().cloned().collect::<BTreeSet<_>>();
    let apart: Vec<_> = keys(&fr).symmetric_difference(&keys(&en)).cloned().collect();
    assert!(apart.is_empty(), "in one language only: {apart:?}");
    let unlike: Vec<_> = fr.iter().filter(|(key, arguments)| en[*key] != **arguments).collect();
    assert!(unlike.is_empty(), "arguments differ: {unlike:?}");
}

#[test]
fn every_word_of_the_model_has_a_message() {
    let known = messages(Lang::Fr);
    let missing: Vec<_> =
        every_key().into_iter().filter(|key| !known.contains_key(key) && !composed(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Keys that only stand inside longer ones.
fn composed(key: &str) -> bool {
    let known = messages(Lang::Fr);
    key.starts_with("together") && known.contains_key(&format!("lead-sharing-{key}"))
}

#[test]
fn every_key_written_in_the_code_has_a_message() {
    let known = messages(Lang::Fr);
    let mut missing = BTreeSet::new();
    let mut seen = 0;
    for (file, text) in sources() {
        for key in keys_in(&text) {
            seen += 1;
            if !known.contains_key(&key) {
                missing.insert(format!("{key} ({file})"));
            }
        }
    }
    assert!(seen > 150, "only {seen} keys found: has the way of writing them changed?");
    assert!(missing.is_empty(), "{missing:#?}");
}

/// All the code of the workspace, tests left out.
fn sources() -> Vec<(String, String)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut folders: Vec<_> =
        fs::read_dir(crates).unwrap().map(|entry| entry.unwrap().path().join("src")).collect();
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
                files.push((path.display().to_string(), code));
            }
        }
    }
    files
}

/// First texts after these, and every text that begins like a key of a term or of the report.
fn keys_in(code: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for opening in [
        "self.say(",
        "words.say(",
        "page.say(",
        "page.t(",
        "page.n(",
        "Severity::Info,",
        "Severity::Warning,",
        "Severity::Error,",
    ] {
        for rest in code.split(opening).skip(1) {
            let rest = rest.trim_start();
            if let Some(text) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                keys.push(text.to_owned());
            }
        }
    }
    let prefixes = [
        "term-",
        "intake-",
        "figure-",
        "report-",
        "sheet-",
        "gain-",
        "fate-",
        "support-",
        "method-",
        "nav-",
        "cli-",
        "refused-",
        "refusal-",
        "unreadable-",
        "skip-",
        "found-",
        "large-",
        "limit-",
        "advice-",
        "choices-",
        "field-",
        "reject-heading-",
    ];
    let texts = code.split('"').skip(1).step_by(2);
    keys.extend(
        texts.filter(|text| is_key(text) && prefixes.iter().any(|p| text.starts_with(p))).map(str::to_owned),
    );
    keys
}

fn is_key(text: &str) -> bool {
    !text.ends_with('-') && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
