//! A file and the lines of it that came back corrected, read together: each line is read once, as corrected.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use intake::rejects::{clear_rejects, write_rejects};
use model::{Batch, Territory};
use std::fs;
use std::path::{Path, PathBuf};
use support::{fr, options};

const ACTORS: &str = "identifiant;nom;type;commune;siret\nA1;Menuiserie du Val;;Florange;\nA2;Fonderie du Val;;Fameck;73282932000075\n\
                      A1;Garage du Val;;Uckange;\n";
const FLOWS: &str = "site;sens;quoi;quantité\nA1;jette;carton;3 t/an\nA2;donne;sable;2 t/an\nA1;jette;carton;-3 t/an\nA2;jette;bois;4 t/an\n";

fn read(paths: &[&Path]) -> (Vec<Batch>, Territory, Vec<String>) {
    let paths: Vec<PathBuf> = paths.iter().map(|path| path.to_path_buf()).collect();
    let mut batches: Vec<Batch> =
        intake::read_paths(&paths, &options(), &mut |_| {}).into_iter().map(Result::unwrap).collect();
    let (territory, findings) = intake::assemble(&mut batches, &options());
    (batches, territory, findings.into_iter().map(|finding| finding.key).collect())
}

fn counts(batches: &[Batch]) -> (usize, usize) {
    let sum = |of: fn(&model::FileReport) -> usize| batches.iter().map(|batch| of(&batch.report)).sum();
    (sum(model::FileReport::refused_lines), sum(model::FileReport::values_to_correct))
}

/// The files, and what came back of them.
fn given_back() -> (tempfile::TempDir, tempfile::TempDir) {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(folder.path().join("acteurs.csv"), ACTORS).unwrap();
    fs::write(folder.path().join("flux.csv"), FLOWS).unwrap();
    let (batches, _, _) = read(&[folder.path()]);
    assert_eq!(counts(&batches), (2, 2), "A1 twice, « donne »; a SIRET and −3 t to correct");
    for batch in &batches {
        write_rejects(&batch.report, out.path(), &fr).unwrap();
    }
    (folder, out)
}

fn change(folder: &Path, changes: &[(&str, &str)]) {
    for file in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let text = fs::read_to_string(&file).unwrap();
        let text = changes.iter().fold(text, |text, (old, new)| text.replace(old, new));
        fs::write(file, text).unwrap();
    }
}

#[test]
fn what_is_corrected_is_neither_refused_nor_warned_of_again() {
    let (folder, out) = given_back();
    let changes = [
        (";73282932000075", ";73282932000074"),
        (";A1;Garage", ";A3;Garage"),
        (";donne;", ";vend;"),
        (";-3 t/an", ";5 t/an"),
    ];
    change(out.path(), &changes);
    let (batches, territory, findings) = read(&[folder.path(), out.path()]);
    assert_eq!(counts(&batches), (0, 0));
    assert!(
        !findings.iter().any(|key| key == "intake-value-refused" || key == "intake-contradiction"),
        "{findings:?}"
    );
    assert_eq!((territory.sites.len(), territory.flows.len()), (3, 4));
    let cartons = territory.flows.iter().filter(|flow| *flow.wording == "carton");
    let stated: Vec<_> = cartons.filter_map(|flow| flow.stated.as_deref()).collect();
    assert_eq!(stated, ["3 t/an", "5 t/an"], "two flows of one name stay two");
    let told: Vec<_> = batches.iter().flat_map(|batch| batch.report.skipped.clone()).collect();
    assert_eq!(told.iter().map(|(_, count)| count).sum::<usize>(), 4, "{told:?}");
}

#[test]
fn what_is_not_corrected_is_refused_again_and_corrections_are_never_overwritten() {
    let (folder, out) = given_back();
    change(out.path(), &[(";donne;", ";vend;")]);
    let before: Vec<_> = fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let (batches, territory, findings) = read(&[folder.path(), out.path()]);
    assert_eq!(counts(&batches), (1, 2), "the second A1 is still refused");
    assert_eq!((territory.sites.len(), territory.flows.len()), (2, 4));
    assert!(!findings.iter().any(|key| key == "intake-id-two-sites"), "{findings:?}");
    let texts: Vec<_> = before.iter().map(|path| fs::read(path).unwrap()).collect();
    for batch in batches.iter().filter(|batch| !batch.report.rejects.is_empty()) {
        clear_rejects(&batch.report, out.path(), &before).unwrap();
        for written in write_rejects(&batch.report, out.path(), &fr).unwrap() {
            assert!(!before.contains(&written.path), "{:?}", written.path);
        }
    }
    assert_eq!(before.iter().map(|path| fs::read(path).unwrap()).collect::<Vec<_>>(), texts);
    // The third reading: the rest corrected in the second files.
    change(
        out.path(),
        &[(";73282932000075", ";73282932000074"), (";A1;Garage", ";A3;Garage"), (";-3 t/an", ";5 t/an")],
    );
    assert_eq!(counts(&read(&[folder.path(), out.path()]).0), (0, 0));
}

#[test]
fn a_file_corrected_itself_is_not_spoiled_by_what_came_back_of_it_before() {
    let (folder, out) = given_back();
    fs::write(
        folder.path().join("flux.csv"),
        FLOWS.replace(";donne;", ";vend;").replace("-3 t/an", "6 t/an"),
    )
    .unwrap();
    let (batches, territory, _) = read(&[folder.path(), out.path()]);
    assert_eq!(counts(&batches), (1, 1), "only the actors are left");
    assert!(territory.flows.iter().any(|flow| flow.stated.as_deref() == Some("6 t/an")));
}

#[test]
fn a_corrected_line_of_a_register_belongs_to_its_year() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let line = |month: u32, t: &str| format!("12/{month:02}/2024;cartons;{t};Recycleur du Val\n");
    let lines: String =
        (1..=12).map(|month| line(month, if month == 6 { "beaucoup" } else { "1,0" })).collect();
    let text = format!("Date;Déchet;Quantité (t);Destinataire\n{lines}");
    let file = folder.path().join("registre.csv");
    fs::write(&file, text).unwrap();
    let (batches, ..) = read(&[&file]);
    let written = write_rejects(&batches[0].report, out.path(), &fr).unwrap().remove(0);
    assert_eq!((written.refused, written.values), (1, 0));
    change(out.path(), &[(";beaucoup;", ";1,0;")]);
    let (batches, territory, _) = read(&[&file, &written.path]);
    assert_eq!(counts(&batches), (0, 0));
    let stated = territory.flows[0].stated.as_deref().unwrap();
    assert!(stated.starts_with("12 t/an (2024, 12 enlèvements"), "{stated}");
}
