//! One recorded sample for each origin (invented companies), and what is read of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

use chrono::NaiveDate;
use intake::waste_register::{Meaning, Owner, read_with, tables, understand};
use intake::{Options, assemble, read_path};
use model::{Batch, Direction};
use reference::Reference;
use rust_xlsxwriter::{Format, Workbook};
use std::collections::BTreeSet;
use std::path::Path;

/// Florange and Hayange.
const COMMUNES: [&str; 2] = ["57221", "57306"];

fn options(communes: Option<&[&str]>) -> Options<'static> {
    let reference = Reference::embedded().unwrap_or_else(|faults| panic!("{faults:?}"));
    let communes = communes.map(|codes| codes.iter().map(|&code| code.to_owned()).collect::<BTreeSet<_>>());
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    Options { reference, communes, keep_sole_traders: false, day }
}

fn read(path: &str, communes: Option<&[&str]>) -> Vec<Batch> {
    let results = read_path(Path::new(path), &options(communes), &mut |_| {});
    results.into_iter().map(|batch| batch.unwrap_or_else(|error| panic!("{error}"))).collect()
}

/// The snapshot lies beside its sample.
macro_rules! golden {
    ($origin:literal, $name:literal, $value:expr) => {
        insta::with_settings!({ snapshot_path => concat!($origin), prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_json_snapshot!($name, $value)
        })
    };
}

#[test]
fn sirene_with_its_three_files() {
    let batches = read("tests/sirene/current", Some(&COMMUNES));
    assert_eq!(batches.len(), 3);
    golden!("sirene", "current", batches);
}

#[test]
fn sirene_of_old_and_geo_sirene() {
    let geo = read("tests/sirene/legacy/geo_sirene.csv", None);
    golden!("sirene", "geo_sirene", geo);
    let old = read("tests/sirene/legacy_48/StockEtablissement.csv", None);
    let names = |batch: &Batch| batch.sites.iter().map(|site| site.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&old[0]), names(&geo[0]));
}

#[test]
fn points_read_after_the_sites_complete_them() {
    let mut batches = read("tests/sirene/current/StockEtablissement.csv", Some(&COMMUNES));
    batches.extend(read("tests/sirene/current/GeolocalisationEtablissement.csv", Some(&COMMUNES)));
    let reading = options(Some(&COMMUNES));
    let before = batches[0].sites.len();
    let (territory, _) = assemble(&mut batches.clone(), &reading);
    assert!(before > 0 && territory.sites.iter().all(|site| !site.name.is_empty()));
    batches.reverse();
    let (reversed, _) = assemble(&mut batches, &reading);
    assert_eq!(territory.sites.len(), reversed.sites.len());
    assert!(reversed.sites.iter().all(|site| reversed.actors.iter().any(|actor| actor.id == site.actor)));
}

#[test]
fn irep() {
    golden!("irep", "etablissements", read("tests/irep/etablissements.csv", None));
}

#[test]
fn trackdechets_exports() {
    golden!("waste_register", "outgoing", read("tests/waste_register/trackdechets_outgoing.csv", None));
    let incoming = &read("tests/waste_register/trackdechets_incoming.csv", None)[0];
    let taken: Vec<_> = incoming.flows.iter().filter(|flow| flow.direction == Direction::TakesIn).collect();
    assert_eq!((taken.len(), taken[0].tonnes.unwrap().mid()), (1, 6.1));
    assert_eq!((incoming.exchanges.len(), incoming.sites.len()), (2, 3));
    let managed = &read("tests/waste_register/trackdechets_managed.csv", None)[0];
    assert_eq!(managed.flows[0].fate.operation.as_deref(), Some("R2"));
    // March and August of a year that is over: both halves of it.
    assert!(managed.findings.iter().any(|finding| finding.key == "intake-register-year-taken"));
    let path = Path::new("tests/waste_register/trackdechets_transported.csv");
    let error = read_path(path, &options(None), &mut |_| {}).remove(0).unwrap_err();
    assert!(wording::said(wording::Lang::Fr, &error.message()).contains("déchets transportés"), "{error}");
}

#[test]
fn trackdechets_as_a_workbook_is_the_same() {
    let text = std::fs::read_to_string("tests/waste_register/trackdechets_outgoing.csv").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("registre.xlsx");
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("registre").unwrap();
    for (row, line) in (0..).zip(text.lines()) {
        for (column, cell) in (0..).zip(line.split(';')) {
            match cell.parse::<f64>() {
                Ok(number) if cell.len() < 8 => page.write_number(row, column, number).unwrap(),
                _ => page.write_string(row, column, cell.trim_matches('"')).unwrap(),
            };
        }
    }
    book.save(&path).unwrap();
    let brief = |batch: &Batch| {
        let flows =
            batch.flows.iter().map(|flow| (flow.id.to_string(), flow.quantity.clone(), flow.evidence.date));
        (flows.collect::<Vec<_>>(), batch.report.rejects.len(), batch.report.skipped.clone())
    };
    let csv = read("tests/waste_register/trackdechets_outgoing.csv", None);
    assert_eq!(brief(&read(path.to_str().unwrap(), None)[0]), brief(&csv[0]));
}

#[test]
fn a_messy_register() {
    golden!("waste_register", "messy", read("tests/waste_register/dechets 2025 v3 DEF.csv", None));
}

#[test]
fn a_messy_workbook_is_understood_and_corrected() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dechets.xlsx");
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.merge_range(0, 0, 0, 4, "REGISTRE DECHETS 2025", &Format::new().set_bold()).unwrap();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    for (column, heading) in (0..).zip(["Jour", "Déchet", "Code", "Pesée", "Repreneur"]) {
        page.write_string(2, column, heading).unwrap();
    }
    for (row, serial, waste, code, kilos) in
        [(3, 45_670.0, "Bois", "15 01 03", 900.0), (4, 46_000.0, "bois", "150103", 1100.0)]
    {
        page.write_number_with_format(row, 0, serial, &date).unwrap();
        page.write_string(row, 1, waste).unwrap();
        page.write_string(row, 2, code).unwrap();
        page.write_number(row, 3, kilos).unwrap();
    }
    page.merge_range(3, 4, 4, 4, "Scierie du Val", &Format::new()).unwrap();
    page.write_string(5, 0, "TOTAL").unwrap();
    page.write_number(5, 3, 2000.0).unwrap();
    book.save(&path).unwrap();

    let table = || tables(&path).unwrap().remove(0);
    let first = table();
    let mut mapping = understand(&first.headings, &[]);
    mapping.set("Jour", Meaning::Date, None);
    mapping.set("Pesée", Meaning::Quantity, Some("kg"));
    let owner = Owner { name: "Métallerie Orne".to_owned(), siret: None };
    let batch = read_with(&mapping, Some(&owner), table(), &options(None), &mut |_| {}).unwrap();
    let out = batch.flows.iter().find(|flow| flow.direction == Direction::GivesOut).unwrap();
    assert_eq!((out.tonnes.unwrap().mid(), out.fate.who.as_deref()), (2.0, Some("Scierie du Val")));
    assert_eq!(batch.report.skipped, [("skip-total".to_owned(), 1)]);
}

#[test]
fn network() {
    golden!("network", "vallee", read("tests/network/vallee.json", None));
    let broken = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(broken.path(), "{\"actors\": [\n{\"id\": 1,}], \"flows\": []}").unwrap();
    let error = read_path(broken.path(), &options(None), &mut |_| {}).remove(0).unwrap_err();
    let said = wording::said(wording::Lang::Fr, &error.message());
    assert!(said.contains("ligne 2, colonne 10"), "{said}");
}
