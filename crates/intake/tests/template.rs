//! The template: it opens, it reads back as empty, and what is written below the examples is read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use intake::{write_template, write_template_folder};
use std::fs;
use std::io::Cursor;

fn template() -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    write_template(&mut out).unwrap();
    out.into_inner()
}

#[test]
fn the_workbook_reads_back_as_empty() {
    let results = support::read_bytes("modele.xlsx", &template());
    let batch = results[0].as_ref().unwrap();
    assert_eq!(results.len(), 1);
    assert_eq!((batch.sites.len(), batch.flows.len(), batch.exchanges.len()), (0, 0, 0));
    assert_eq!((batch.report.records, batch.name.as_deref()), (0, None));
    assert!(batch.report.rejects.is_empty() && batch.findings.is_empty(), "{:?}", batch.findings);
    assert_eq!(batch.report.skipped, [("skip-example".to_owned(), 6)]);
}

#[test]
fn two_templates_are_the_same_file() {
    assert!(template() == template());
}

#[test]
fn the_folder_reads_back_as_empty_and_takes_rows() {
    let folder = tempfile::tempdir().unwrap();
    let written = write_template_folder(folder.path()).unwrap();
    assert_eq!(written.len(), 4);
    let batches = support::read_all(folder.path());
    assert_eq!((batches.len(), batches[0].report.records), (1, 0));
    let actors = folder.path().join("acteurs.csv");
    let filled =
        fs::read_to_string(&actors).unwrap() + "V1;Scierie;entreprise;;;16.24Z;12;;57190;Florange;;;;;;\r\n";
    fs::write(&actors, filled).unwrap();
    let batch = support::read_all(folder.path()).remove(0);
    assert_eq!((batch.sites.len(), batch.report.rejects.len()), (1, 0), "{:?}", batch.report.rejects);
}
