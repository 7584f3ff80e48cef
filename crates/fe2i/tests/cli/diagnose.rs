//! `fe2i diagnose` on a small invented folder.

use crate::folder::{self, arg};
use crate::run::{Done, fe2i};
use serde_json::Value;
use std::path::Path;

#[track_caller]
fn diagnose(path: &Path, more: &[&str]) -> Done {
    let args = [&["diagnose", "--day", "2026-06-30", arg(path)], more].concat();
    let done = fe2i(&args);
    assert_eq!(done.code, 0, "{}", done.err);
    for slip in ["panicked", "WARN", "ERROR", "error:"] {
        assert!(!done.err.contains(slip), "{}", done.err);
    }
    done
}

fn leads(diagnosis: &Value) -> &[Value] {
    diagnosis["leads"].as_array().map_or(&[], Vec::as_slice)
}

/// The lead that joins two sites.
#[track_caller]
fn between<'a>(diagnosis: &'a Value, from: &str, to: &str) -> &'a Value {
    let parties = |lead: &Value| lead["parties"].as_array().cloned().unwrap_or_default();
    let has = |lead: &Value, site: &str| parties(lead).iter().any(|party| party["site"] == site);
    let joins = |lead: &&Value| lead["kind"] == "substitution" && has(lead, from) && has(lead, to);
    leads(diagnosis)
        .iter()
        .find(joins)
        .unwrap_or_else(|| panic!("no lead between {from} and {to}: {:#?}", leads(diagnosis)))
}

/// Flows with words of their own: what somebody said.
fn said_in(diagnosis: &Value) -> u64 {
    let flows = diagnosis["territory"]["flows"].as_array().map(Vec::as_slice).unwrap_or_default();
    flows.iter().filter(|flow| flow["wording"].as_str().is_some_and(|words| !words.is_empty())).count() as u64
}

#[test]
fn json_is_one_object_of_a_fixed_shape() {
    let folder = folder::small();
    let done = diagnose(folder.path(), &["--json"]);
    assert_eq!(done.out.lines().count(), 1, "one object on one line, nothing else");
    let diagnosis = done.json();
    let keys: Vec<&str> = diagnosis.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        ["checks", "facts", "findings", "flow_counts", "inputs", "leads", "territory", "traces", "visits"]
    );
    assert_eq!(diagnosis["flow_counts"]["said"].as_u64(), Some(said_in(&diagnosis)), "one count everywhere");
    assert_eq!(diagnosis["territory"]["sites"].as_array().map(Vec::len), Some(3));
    let scores: Vec<f64> = leads(&diagnosis).iter().filter_map(|lead| lead["score"].as_f64()).collect();
    // The same idea told twice is moved down, so the list is not sorted strictly.
    assert!(scores.len() > 3 && scores.iter().all(|score| *score <= scores[0]), "best first: {scores:?}");
    for lead in leads(&diagnosis) {
        assert!(lead["sentence"].as_str().is_some_and(|s| s.len() > 20), "{lead}");
        assert!(lead["facts"].as_array().is_some_and(|facts| !facts.is_empty()), "{lead}");
    }
}

#[test]
fn a_declared_residue_meets_the_neighbour_who_buys_it() {
    let folder = folder::small();
    let diagnosis = diagnose(folder.path(), &["--json"]).json();
    let lead = between(&diagnosis, "S1", "S3");
    assert_eq!(lead["resource"], "pallet-wood");
    assert!(lead["km"].as_f64().is_some_and(|km| (1.0..1.5).contains(&km)), "{}", lead["km"]);
    assert!(
        lead["sentence"].as_str().is_some_and(|s| s.contains("palettes perdues cassées")),
        "{}",
        lead["sentence"]
    );
}

#[test]
fn a_line_that_cannot_be_read_comes_back_and_the_others_enter() {
    let folder = folder::small();
    let out = tempfile::tempdir().expect("a folder");
    let done = diagnose(folder.path(), &["--out", arg(out.path())]);
    assert!(done.out.is_empty(), "data goes to the files: {}", done.out);
    let rejects: Vec<_> = std::fs::read_dir(out.path().join("rejets")).expect("rejets/").flatten().collect();
    let text = std::fs::read_to_string(rejects[0].path()).expect("a table");
    let line = text.lines().find(|line| line.contains("avale")).unwrap_or_else(|| panic!("{text}"));
    assert!(
        line.contains("copeaux") && line.contains("achète"),
        "the reason says what would be right: {line}"
    );
    assert!(!text.contains("palettes"), "only what was refused: {text}");
    // A quantity that is no number is no reason to lose the flow.
    let diagnosis = diagnose(folder.path(), &["--json"]).json();
    let flows = diagnosis["territory"]["flows"].clone();
    let sawdust = flows.as_array().and_then(|flows| flows.iter().find(|f| f["wording"] == "sciure").cloned());
    let sawdust = sawdust.unwrap_or_else(|| panic!("the sawdust is lost"));
    assert!(sawdust["quantity"].is_null() && sawdust["stated"].is_null(), "{sawdust}");
    assert!(diagnosis["findings"].to_string().contains("beaucoup"), "what was not understood is said");
}

#[test]
fn every_document_is_written_and_can_be_opened() {
    let folder = folder::small();
    let out = tempfile::tempdir().expect("a folder");
    diagnose(folder.path(), &["--out", arg(out.path())]);
    let read = |name: &str| std::fs::read(out.path().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert!(
        String::from_utf8(read("report.html")).is_ok_and(|html| html.contains("palettes perdues cassées"))
    );
    assert!(read("report.xlsx").starts_with(b"PK"));
    let map: Value = serde_json::from_slice(&read("map.geojson")).expect("JSON");
    assert_eq!(map["type"], "FeatureCollection");
    let leads: Value = serde_json::from_slice(&read("leads.json")).expect("JSON");
    assert_eq!(leads, diagnose(folder.path(), &["--json"]).json());
}

#[test]
fn the_map_names_the_communes_of_the_sites_where_no_outline_is_drawn() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("acteurs.csv");
    let firms = "identifiant;nom;type;naf;commune\nA1;Scierie;entreprise;16.10A;Épinal\nA2;Brasserie;entreprise;11.05Z;Golbey\n";
    std::fs::write(&file, firms).expect("written");
    let out = folder.path().join("out");
    diagnose(&file, &["--out", arg(&out)]);
    let page = std::fs::read_to_string(out.join("report.html")).expect("the page");
    let map = page.split_once("g class=\"communes\"").map_or("", |(_, map)| map);
    for name in [">Épinal</text>", ">Golbey</text>"] {
        assert!(map.contains(name), "{name}");
    }
}

#[test]
fn the_same_files_give_the_same_result_twice_in_any_order_and_given_twice() {
    let folder = folder::small();
    let once = diagnose(folder.path(), &["--json"]);
    assert_eq!(diagnose(folder.path(), &["--json"]), once);
    let (actors, flows) = (folder.path().join("acteurs.csv"), folder.path().join("flux.csv"));
    let either = [[&actors, &flows], [&flows, &actors]].map(|[a, b]| diagnose(a, &[arg(b), "--json"]).json());
    assert_eq!(either[0]["leads"], either[1]["leads"], "the order of files counts");
    let twice = diagnose(folder.path(), &[arg(folder.path()), "--json"]).json();
    assert_eq!(twice["leads"], once.json()["leads"], "read twice, counted twice");
}

#[test]
fn the_sentence_is_in_the_language_asked_and_the_result_is_the_same() {
    let folder = folder::small();
    let french = diagnose(folder.path(), &["--json"]).json();
    let english = diagnose(folder.path(), &["--json", "--lang", "en"]).json();
    let ids = |d: &Value| leads(d).iter().map(|lead| lead["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&french), ids(&english));
    assert_ne!(leads(&french)[0]["sentence"], leads(&english)[0]["sentence"]);
}

#[test]
fn members_never_see_a_sealed_price() {
    let folder = folder::small();
    let facilitator = diagnose(folder.path(), &["--json"]);
    assert!(facilitator.out.contains("4567"), "the facilitator does");
    for lang in ["fr", "en"] {
        let out = tempfile::tempdir().expect("a folder");
        diagnose(folder.path(), &["--pour", "membres", "--lang", lang, "--out", arg(out.path())]);
        for name in ["report.html", "leads.json", "map.geojson"] {
            let text = std::fs::read_to_string(out.path().join(name)).expect("a document");
            assert!(!text.contains("4567"), "{name} tells a sealed price");
        }
    }
}

#[test]
fn without_estimates_only_what_was_said_is_there() {
    let folder = folder::small();
    let diagnosis = diagnose(folder.path(), &["--json", "--no-estimates"]).json();
    let flows = diagnosis["territory"]["flows"].as_array().expect("flows").clone();
    assert_eq!(flows.len(), 4);
    assert!(flows.iter().all(|flow| flow["evidence"]["basis"] != "estimated"));
}

#[test]
fn what_cannot_be_read_stops_and_is_named() {
    fe2i(&["diagnose", "nowhere/at-all.csv", "--json"]).refused(1, &["nowhere/at-all.csv"]);
    let folder = tempfile::tempdir().expect("a folder");
    fe2i(&["diagnose", arg(folder.path()), "--json"]).refused(1, &[arg(folder.path())]);
    let letter = folder.path().join("lettre.csv");
    std::fs::write(&letter, "Bonjour,\nvoici mes meilleurs vœux.\n").expect("a file");
    fe2i(&["diagnose", arg(&letter), "--json"]).refused(1, &["lettre.csv"]);
}

#[test]
fn a_file_that_cannot_be_read_among_others_blocks_in_every_document_and_in_the_exit_code() {
    let folder = folder::small();
    std::fs::write(folder.path().join("coupe.xlsx"), b"PK\x03\x04 and no more").expect("a file");
    for (lang, words) in [
        ("fr", ["abîmé", "introuvable", "écrits sans eux"]),
        ("en", ["damaged", "no such file", "without them"]),
    ] {
        let out = tempfile::tempdir().expect("a folder");
        let missing = "nulle-part/flux.csv";
        let args = ["diagnose", arg(folder.path()), missing, "--lang", lang, "--out", arg(out.path())];
        let done = fe2i(&args).refused(1, &words);
        assert!(!done.err.contains("os error"), "{}", done.err);
        for name in ["report.html", "leads.json"] {
            let text = std::fs::read_to_string(out.path().join(name)).expect("a document");
            for word in ["coupe.xlsx", missing, words[0], words[1]] {
                assert!(text.contains(word), "{name} lacks « {word} »");
            }
        }
        let leads: Value = serde_json::from_str(
            &std::fs::read_to_string(out.path().join("leads.json")).expect("a document"),
        )
        .expect("JSON");
        let errors = leads["findings"]
            .as_array()
            .expect("findings")
            .iter()
            .filter(|f| f["severity"] == "error")
            .count();
        assert_eq!(errors, 2, "{}", leads["findings"]);
        assert!(out.path().join("report.xlsx").is_file() && !self::leads(&leads).is_empty());
    }
}
