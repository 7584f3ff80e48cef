//! What is wrong only when all is known, or wrong in one value: told once, and given back to be corrected; nothing else of the line is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use intake::rejects::write_rejects;
use model::{Batch, Finding, Territory};
use std::fs;
use std::path::{Path, PathBuf};
use support::{fr, options};

const ACTORS: &str = "identifiant;nom;siret;commune;latitude;longitude\n\
                      A1;Menuiserie du Val;73282932000074;Florange;49,32;6,12\n\
                      A2;Fonderie du Val;73282932000074;Fameck;6,11;49,30\n\
                      A3;Garage du Val;;Fameck;45,5;-5,0\n";
const FLOWS: &str = "site;sens;quoi;quantité;devenir\nA1;jette;carton;3 t/an;R99\nA2;jette;bois;4 t/an;R3\n";
const EXCHANGES: &str = "de;vers;quoi\nA1;B7;carton\n";

fn read(paths: &[&Path]) -> (Vec<Batch>, Territory, Vec<Finding>) {
    let paths: Vec<PathBuf> = paths.iter().map(|path| path.to_path_buf()).collect();
    let mut batches: Vec<Batch> =
        intake::read_paths(&paths, &options(), &mut |_| {}).into_iter().map(Result::unwrap).collect();
    let (territory, findings) = intake::assemble(&mut batches, &options());
    (batches, territory, findings)
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("acteurs.csv", ACTORS), ("flux.csv", FLOWS), ("echanges.csv", EXCHANGES)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn coordinates_numbers_and_codes_go_back_to_be_corrected_and_are_taken_again() {
    let (folder, out) = (folder(), tempfile::tempdir().unwrap());
    let (batches, _, findings) = read(&[folder.path()]);
    assert_eq!(
        batches[0].report.values_to_correct(),
        4,
        "two places, a SIRET, R99: {:#?}",
        batches[0].report.rejects
    );
    assert_eq!(findings.iter().filter(|finding| finding.key == "intake-value-refused").count(), 4);
    write_rejects(&batches[0].report, out.path(), &fr).unwrap();
    let mut text = String::new();
    for file in fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().path()) {
        let back = fs::read_to_string(&file).unwrap();
        let right = back.replace(";6,11;49,30", ";49,30;6,11").replace(";45,5;-5,0", ";49,31;6,1");
        let right =
            right.replace("Fonderie du Val;73282932000074", "Fonderie du Val;").replace(";R99", ";R3");
        fs::write(&file, right.replace(";B7;", ";A2;")).unwrap();
        text += &back;
    }
    for word in ["inversées", "en pleine mer", "déjà celui du site A1", "« R99 » n'est pas un code"] {
        assert!(text.replace('’', "'").contains(word), "« {word} » is not in:\n{text}");
    }
    let (batches, territory, findings) = read(&[folder.path(), out.path()]);
    assert_eq!(batches.iter().map(|batch| batch.report.rejects.len()).sum::<usize>(), 0, "{findings:?}");
    assert!(
        territory.sites.iter().all(|site| site.place.is_some_and(|p| p.precision == model::Precision::Exact))
    );
    assert_eq!(territory.flows[0].fate.operation.as_deref(), Some("R3"));
}

#[test]
fn an_exchange_is_called_an_exchange() {
    let folder = folder();
    let (_, _, findings) = read(&[folder.path()]);
    let found = findings.iter().find(|finding| finding.key.ends_with("site-unknown")).unwrap();
    assert_eq!(found.key, "intake-exchange-site-unknown");
}

#[test]
fn a_file_given_twice_or_copied_is_read_once_and_says_each_thing_once() {
    let folder = folder();
    let (once, territory, said) = read(&[folder.path()]);
    let (twice, same, again) = read(&[folder.path(), folder.path(), &folder.path().join("flux.csv")]);
    assert_eq!((&same, &again), (&territory, &said));
    assert_eq!(twice[0].report.rejects, once[0].report.rejects);
    let copies = tempfile::tempdir().unwrap();
    fs::copy(folder.path().join("flux.csv"), copies.path().join("flux (copie).csv")).unwrap();
    let (_, same, again) = read(&[folder.path(), copies.path()]);
    assert_eq!(same, territory);
    assert_eq!(again.len(), said.len() + 1);
    assert!(again.iter().any(|finding| finding.key == "intake-file-copy"), "{again:?}");
}

#[test]
fn an_impossible_day_keeps_what_left() {
    let register = "Date;Déchet;Code déchet;Tonnage;Devenir\n05/01/2025;carton;;1;R3\n2025-13-45;carton;;0,8;R3\n12/12/2025;carton;;1;R77\n";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("registre.csv"), register).unwrap();
    let (batches, territory, _) = read(&[folder.path()]);
    let sum: f64 = territory.flows.iter().filter_map(|flow| flow.tonnes.map(units::Range::mid)).sum();
    assert!((sum - 2.8).abs() < 1e-9, "{sum}");
    let report = &batches[0].report;
    assert_eq!((report.refused_lines(), report.values_to_correct()), (0, 2), "{:?}", report.rejects);
    assert!(fr(&report.rejects[0].reason).contains("comptée en 2025"), "{}", fr(&report.rejects[0].reason));
}

#[test]
fn numbers_left_open_are_told_as_assumptions_and_a_cost_of_nothing_is_free() {
    let register = "Date;Déchet;Code déchet;Quantité (t);Coût HT\n05/01/2025;carton;;quelques t;0\n12/12/2025;carton;;1;0\n";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("registre.csv"), register).unwrap();
    let (_, territory, findings) = read(&[folder.path()]);
    assert!(findings.iter().any(|finding| finding.key == "intake-register-left-open"), "{findings:?}");
    let price = territory.flows[0].price.as_ref().unwrap();
    assert_eq!(price.stated, "gratuit (2 lignes du registre)");
    let rows =
        "site;sens;quoi;quantité\nA1;jette;palettes;quelques palettes/mois\nA1;jette;bois;environ 3 t/an\n";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("acteurs.csv"), ACTORS).unwrap();
    fs::write(folder.path().join("flux.csv"), rows).unwrap();
    let (_, _, findings) = read(&[folder.path()]);
    let open: Vec<&Finding> =
        findings.iter().filter(|finding| finding.key == "intake-quantity-open").collect();
    assert_eq!(open.len(), 1, "« environ » is the writer's own: {open:?}");
}

#[test]
fn other_money_and_broken_old_workbooks_say_what_to_do() {
    let rows = "site;sens;quoi;quantité;prix\nA1;jette;bois;3 t/an;paid £40/t\n";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("flux.csv"), rows).unwrap();
    let (batches, _, _) = read(&[folder.path()]);
    let why = fr(&batches[0].report.rejects[0].reason);
    assert!(why.contains("seuls les euros"), "{why}");
    let error = support::error_of("vieux.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and no more");
    assert!(error.contains("mot de passe") && error.contains(".xls"), "{error}");
}
