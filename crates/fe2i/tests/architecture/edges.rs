//! The arrows of ARCHITECTURE.md against what Cargo says.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

type Names = BTreeSet<String>;

/// Crate → crates it names in its manifest, tests' needs left out.
struct Manifests {
    inside: BTreeMap<String, Names>,
    outside: BTreeMap<String, Names>,
}

fn manifests() -> Manifests {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(super::root())
        .output()
        .expect("cargo runs");
    assert!(out.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&out.stderr));
    let metadata: Value = serde_json::from_slice(&out.stdout).expect("cargo metadata is JSON");
    let mut found = Manifests { inside: BTreeMap::new(), outside: BTreeMap::new() };
    for package in metadata["packages"].as_array().expect("packages") {
        let name = package["name"].as_str().expect("a package has a name").to_owned();
        let used =
            package["dependencies"].as_array().expect("dependencies").iter().filter(|d| d["kind"] != "dev");
        let (inside, outside): (Vec<_>, Vec<_>) = used.partition(|d| d["path"].is_string());
        let names =
            |list: Vec<&Value>| list.iter().filter_map(|d| Some(d["name"].as_str()?.to_owned())).collect();
        found.inside.insert(name.clone(), names(inside));
        found.outside.insert(name, names(outside));
    }
    found
}

/// The lines of a fenced block of ARCHITECTURE.md.
fn block(text: &str, fence: &str) -> Vec<String> {
    let opening = format!("```{fence}");
    let lines = text
        .lines()
        .skip_while(|line| line.trim() != opening)
        .skip(1)
        .take_while(|line| line.trim() != "```");
    lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// `a b <- c d`: c and d may use a and b, and all that these may use.
fn allowed(lines: &[String]) -> BTreeMap<String, Names> {
    let mut allowed: BTreeMap<String, Names> = BTreeMap::new();
    for line in lines {
        let (below, above) =
            line.split_once("<-").unwrap_or_else(|| panic!("ARCHITECTURE.md: « {line} » has no <-"));
        let below: Names = below.split_whitespace().map(str::to_owned).collect();
        for name in &below {
            allowed.entry(name.clone()).or_default();
        }
        for user in above.split_whitespace() {
            allowed.entry(user.to_owned()).or_default().extend(below.clone());
        }
    }
    closed(allowed)
}

/// Adds what can be reached over several arrows.
fn closed(mut edges: BTreeMap<String, Names>) -> BTreeMap<String, Names> {
    loop {
        let before: usize = edges.values().map(BTreeSet::len).sum();
        let snapshot = edges.clone();
        for reached in edges.values_mut() {
            let further: Names =
                reached.iter().filter_map(|name| snapshot.get(name)).flatten().cloned().collect();
            reached.extend(further);
        }
        if edges.values().map(BTreeSet::len).sum::<usize>() == before {
            return edges;
        }
    }
}

/// What a manifest has and the page does not allow.
fn strays(used: &BTreeMap<String, Names>, allowed: &BTreeMap<String, Names>) -> Vec<String> {
    let none = Names::new();
    let of = |name: &String| allowed.get(name).unwrap_or(&none);
    let mut strays = Vec::new();
    for (name, uses) in used {
        strays.extend(uses.difference(of(name)).map(|other| format!("{name} uses {other}")));
    }
    strays
}

fn page() -> String {
    std::fs::read_to_string(super::root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md is there")
}

#[test]
fn crates_use_only_what_the_page_allows() {
    let allowed = allowed(&block(&page(), "edges"));
    let strays = strays(&manifests().inside, &allowed);
    assert!(strays.is_empty(), "edges that ARCHITECTURE.md does not print:\n  {}", strays.join("\n  "));
}

#[test]
fn the_page_names_the_crates_there_are() {
    let printed: Names = allowed(&block(&page(), "edges")).into_keys().collect();
    let there: Names = manifests().inside.into_keys().collect();
    assert_eq!(printed, there, "left: printed in ARCHITECTURE.md, right: crates/");
}

#[test]
fn outside_crates_stay_where_the_page_says() {
    let outside = manifests().outside;
    let rules = block(&page(), "confined");
    assert!(!rules.is_empty(), "ARCHITECTURE.md has no block « confined »");
    let mut strays = Vec::new();
    for rule in rules {
        let (outer, places) =
            rule.split_once(':').unwrap_or_else(|| panic!("ARCHITECTURE.md: « {rule} » has no colon"));
        let places: Names = places.split_whitespace().map(str::to_owned).collect();
        let users = outside.iter().filter(|(_, uses)| uses.contains(outer.trim())).map(|(name, _)| name);
        strays
            .extend(users.filter(|name| !places.contains(*name)).map(|name| format!("{name} uses {outer}")));
    }
    assert!(strays.is_empty(), "outside crates out of place:\n  {}", strays.join("\n  "));
}

#[test]
fn a_back_edge_and_a_side_edge_are_seen() {
    let lines = block("x\n```edges\na <- b c\nb <- d\n```\n", "edges");
    let names = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Names>();
    let used = BTreeMap::from([
        ("a".to_owned(), names(&["d"])),
        ("c".to_owned(), names(&["a", "b"])),
        ("d".to_owned(), names(&["a", "b"])),
        ("e".to_owned(), names(&["a"])),
    ]);
    assert_eq!(strays(&used, &allowed(&lines)), ["a uses d", "c uses b", "e uses a"]);
}
