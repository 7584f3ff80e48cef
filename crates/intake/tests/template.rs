//! The template: it opens, it reads back as empty, and what is written below the examples is read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use intake::{TemplateLang, write_template, write_template_folder};
use std::fs;
use std::io::Cursor;

fn template() -> Vec<u8> {
    template_in(TemplateLang::French)
}

fn template_in(lang: TemplateLang) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    write_template(&mut out, lang).unwrap();
    out.into_inner()
}

#[test]
fn the_workbook_reads_back_as_empty() {
    for lang in [TemplateLang::French, TemplateLang::English] {
        let results = support::read_bytes("modele.xlsx", &template_in(lang));
        let batch = results[0].as_ref().unwrap();
        assert_eq!(results.len(), 1);
        assert_eq!((batch.sites.len(), batch.flows.len(), batch.exchanges.len()), (0, 0, 0));
        assert_eq!((batch.report.records, batch.name.as_deref()), (0, None));
        assert!(batch.report.rejects.is_empty() && batch.findings.is_empty(), "{:?}", batch.findings);
        assert_eq!(batch.report.skipped, [("skip-example".to_owned(), 6)]);
    }
}

#[test]
fn two_templates_are_the_same_file() {
    assert!(template() == template());
}

#[test]
fn the_folder_reads_back_as_empty_and_takes_rows() {
    let folder = tempfile::tempdir().unwrap();
    let written = write_template_folder(folder.path(), TemplateLang::French).unwrap();
    assert_eq!(written.len(), 4);
    let batches = support::read_all(folder.path());
    assert_eq!((batches.len(), batches[0].report.records), (1, 0));
    let actors = folder.path().join("acteurs.csv");
    let filled =
        fs::read_to_string(&actors).unwrap() + "V1;Scierie;entreprise;;;16.24Z;;12;;57190;Florange;;;;;;\r\n";
    fs::write(&actors, filled).unwrap();
    let batch = support::read_all(folder.path()).remove(0);
    assert_eq!((batch.sites.len(), batch.report.rejects.len()), (1, 0), "{:?}", batch.report.rejects);
}

#[test]
fn what_is_written_in_english_below_the_examples_is_read() {
    let folder = tempfile::tempdir().unwrap();
    write_template_folder(folder.path(), TemplateLang::English).unwrap();
    let write = |file: &str, rows: &str| {
        let path = folder.path().join(file);
        fs::write(&path, fs::read_to_string(&path).unwrap() + rows).unwrap();
    };
    write(
        "actors.csv",
        "V1;Sawmill;company;;;16.24Z;;12;;57190;Florange;;;;;declared;;;\r\n\
         V2;Town;local authority;;;;;;;57190;Florange;;;municipality;;register;;;\r\n",
    );
    write(
        "flows.csv",
        "V1;throws away;broken pallets;3 t/month;;;;;paid 95 €/t;15 01 03;measured;;;members;\r\n\
         V1;buys;natural gas;800 MWh/year;;;;;;;estimated;;;facilitator;\r\n\
         V1;sells;planks;900 t/year;;;;;;;documented;;;open;\r\n\
         V1;shares;forklift truck;;;;;;;;declared;;;open;\r\n\
         V1;looks for;warehouse space;;;;;;;;declared;;;open;\r\n",
    );
    write("exchanges.csv", "V1;V2;sawdust;3 t/month;2024;planned;;\r\n");
    let batch = support::read_all(folder.path()).remove(0);
    assert!(batch.report.rejects.is_empty(), "{:?}", batch.report.rejects);
    assert_eq!((batch.sites.len(), batch.flows.len()), (2, 5));
    assert!(batch.flows[0].price.is_some() && batch.flows[0].quantity.is_some());
}
