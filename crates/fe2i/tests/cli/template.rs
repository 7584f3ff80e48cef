//! `fe2i template`, then filling it in, then `fe2i diagnose`.

use crate::folder::{self, arg};
use crate::run::fe2i;
use std::path::Path;

#[test]
fn a_workbook_is_written_once_and_never_over_another_without_asking() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("val.xlsx");
    let done = fe2i(&["template", arg(&file)]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    assert!(done.err.contains("fe2i diagnose"), "says what comes next: {}", done.err);
    let first = std::fs::read(&file).expect("a workbook");
    assert!(first.starts_with(b"PK"));
    std::fs::write(&file, "mine").expect("a file");
    fe2i(&["template", arg(&file)]).refused(1, &["val.xlsx", "--force"]);
    assert_eq!(std::fs::read(&file).expect("a file"), b"mine");
    assert_eq!(fe2i(&["template", "--force", arg(&file)]).code, 0);
    assert_eq!(std::fs::read(&file).expect("a workbook").len(), first.len());
}

#[test]
fn the_examples_of_an_empty_template_are_nobodys_flows() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("val.xlsx");
    fe2i(&["template", arg(&file)]);
    let done = fe2i(&["diagnose", "--json", "--day", "2026-06-30", arg(&file)]);
    assert_eq!(done.code, 1, "nothing to work on: {}", done.err);
    let territory = &done.json()["territory"];
    assert_eq!(
        (territory["sites"].as_array().map(Vec::len), territory["flows"].as_array().map(Vec::len)),
        (Some(0), Some(0))
    );
}

/// Puts a row under the headings of a table of the template, cell by heading.
fn fill(table: &Path, rows: &str) {
    let text = std::fs::read_to_string(table).unwrap_or_else(|e| panic!("{}: {e}", table.display()));
    let headings: Vec<&str> =
        text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().split(';').collect();
    let mut lines = rows.lines().map(|line| line.split(';').collect::<Vec<_>>());
    let mine = lines.next().expect("headings");
    let at: Vec<Option<usize>> = headings.iter().map(|h| mine.iter().position(|m| m == h)).collect();
    for name in &mine {
        assert!(headings.contains(name), "the template has no column « {name} »: {headings:?}");
    }
    let row =
        |cells: Vec<&str>| at.iter().map(|ix| ix.map_or("", |ix| cells[ix])).collect::<Vec<_>>().join(";");
    let added: Vec<String> = lines.map(row).collect();
    std::fs::write(table, format!("{}\n{}\n", text.trim_end(), added.join("\n"))).expect("a table");
}

#[test]
fn a_filled_template_gives_leads() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("val");
    assert_eq!(fe2i(&["template", "--csv", arg(&place)]).code, 0);
    fill(&place.join("acteurs.csv"), folder::ACTORS);
    fill(&place.join("flux.csv"), folder::FLOWS);
    let done = fe2i(&["diagnose", "--json", "--day", "2026-06-30", arg(&place)]);
    assert_eq!(done.code, 0, "{}", done.err);
    let diagnosis = done.json();
    assert_eq!(diagnosis["territory"]["sites"].as_array().map(Vec::len), Some(3));
    assert!(
        diagnosis["leads"]
            .as_array()
            .is_some_and(|leads| leads.iter().any(|lead| lead["resource"] == "pallet-wood"))
    );
}
