//! Bare counts of things, with the catalogue that ships.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use intake::Options;
use reference::Reference;
use std::fs;

const FLOWS: &str = "site;sens;quoi;quantité\nA;Jete;palettes europe HS;1200/an\nA;jette;vieux pneux;~150 / an\n\
                     A;jette;vielles fenêtres;une vingtaine par mois\nA;jette;pallets;40 par semaine\n\
                     A;jette;sciure de palettes;600/an\nA;jette;huiles;600/an\nA;jette;plaquettes forestières;600/an\n";

#[test]
fn bare_counts_of_things_are_pieces_and_said_so_bare_numbers_of_matter_go_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flux.csv");
    fs::write(&path, FLOWS).unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
    let reference = Reference::embedded().unwrap();
    let options = Options { reference, communes: None, keep_sole_traders: false, day };
    let batch = intake::read_path(&path, &options, &mut |_| {}).remove(0).unwrap();
    let amounts: Vec<Option<(f64, &str)>> = batch
        .flows
        .iter()
        .map(|flow| flow.quantity.as_ref().map(|q| (q.range.mid(), q.unit.symbol())))
        .collect();
    let pieces = |count: f64| Some((count, "piece/year"));
    assert_eq!(amounts[..3], [pieces(1200.0), pieces(150.0), pieces(240.0)]);
    assert!(amounts[3].is_some_and(|(count, _)| (count / 40.0 - 52.0).abs() < 1.0), "{amounts:?}");
    assert_eq!(amounts[4..], [None, None, None]);
    assert_eq!((batch.report.refused_lines(), batch.report.values_to_correct()), (0, 3));
    let told = batch.findings.iter().filter(|finding| finding.key == "intake-quantity-counted");
    assert_eq!(told.count(), 4, "{:?}", batch.findings);
}
