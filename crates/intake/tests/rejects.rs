//! Rejected lines go back in the user's own format, and come in again once corrected.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use intake::rejects::{clear_rejects, write_rejects};
use intake::table::Dialect;
use model::Batch;
use std::fs;
use support::{csv_folder, fr, read_all, read_bytes, territory};

#[test]
fn rejected_lines_come_back_with_the_reason_first() {
    let folder = tempfile::tempdir().unwrap();
    csv_folder(folder.path());
    let batch = read_all(folder.path()).remove(0);
    let out = tempfile::tempdir().unwrap();
    let written = write_rejects(&batch.report, out.path(), &fr).unwrap();
    let names: Vec<_> =
        written.iter().map(|file| file.path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(names[1].ends_with("echanges-rejets.csv"), "{names:?}");
    let flows = fs::read_to_string(&written[2].path).unwrap();
    let mut lines = flows.lines();
    assert!(lines.next().unwrap().starts_with("\u{FEFF}motif;ligne;colonne;site;sens;quoi;"), "{flows}");
    let row = lines.find(|line| line.contains("donne")).unwrap();
    assert!(row.contains("achète, jette") && row.contains(";7;sens;V002;donne;cartons;3 t/an;"), "{row}");
    assert_eq!(flows.matches("99 99 99").count(), 2, "one line for two faults, named in the reason: {flows}");
}

#[test]
fn corrected_lines_complete_what_was_read() {
    let folder = tempfile::tempdir().unwrap();
    csv_folder(folder.path());
    let first = read_all(folder.path());
    let out = tempfile::tempdir().unwrap();
    let written = write_rejects(&first[0].report, out.path(), &fr).unwrap();
    for path in written.iter().map(|file| &file.path) {
        let text = fs::read_to_string(path).unwrap();
        let text =
            text.replace(";12 t;", ";12 t/an;").replace(";donne;", ";vend;").replace(";-3 t/an;", ";3 t/an;");
        let text = text.replace("73282932000075", "73282932000082").replace(";38.32A;", ";38.32Z;");
        fs::write(path, text).unwrap();
    }
    let (before, _) = territory(first.clone());
    let (after, _) = territory([first, read_all(out.path())].concat());
    assert_eq!(after.sites.len(), before.sites.len());
    assert_eq!(after.flows.len(), before.flows.len() + 1, "« donne » is now « vend »");
    let of = |wording: &str| after.flows.iter().find(|flow| *flow.wording == wording).unwrap();
    let quantity = of("visserie").quantity.as_ref().unwrap();
    assert_eq!(serde_json::to_value(quantity).unwrap()["mid"], 12.0);
    assert_eq!(of("visserie").stated.as_deref(), Some("12 t/an"));
    assert_eq!(after.sites[2].activity.as_ref().unwrap().code, "38.32Z");
    assert!(after.sites[2].siret.is_some());
}

#[test]
fn what_an_earlier_run_gave_back_goes_unless_it_is_read_again() {
    let batch = read_bytes("flux.csv", b"site;sens;quoi\nV1;donne;bois\n").remove(0).unwrap();
    let out = tempfile::tempdir().unwrap();
    let written = write_rejects(&batch.report, out.path(), &fr).unwrap().remove(0).path;
    clear_rejects(&batch.report, out.path(), std::slice::from_ref(&written)).unwrap();
    assert!(written.exists(), "a file that was given is not ours to take away");
    fs::write(out.path().join("autre-rejets.csv"), "").unwrap();
    clear_rejects(&batch.report, out.path(), &[]).unwrap();
    assert!(!written.exists() && out.path().join("autre-rejets.csv").exists());
}

fn rejected(name: &str, bytes: &[u8]) -> (Batch, Vec<u8>, String) {
    let batch = read_bytes(name, bytes).remove(0).unwrap();
    let out = tempfile::tempdir().unwrap();
    let written = write_rejects(&batch.report, out.path(), &fr).unwrap();
    let file = written[0].path.file_name().unwrap().to_string_lossy().into_owned();
    (batch, fs::read(&written[0].path).unwrap(), file)
}

#[test]
fn encoding_and_separator_are_the_users() {
    let text = "site\tsens\tquoi\nV1\tdonne\tpièces cassées\n";
    let windows = encoding_rs::WINDOWS_1252.encode(text).0;
    let (batch, bytes, _) = rejected("flux.txt", &windows);
    let dialect: Dialect = batch.report.dialect.unwrap().parse().unwrap();
    assert_eq!((dialect.encoding.name(), dialect.separator), ("windows-1252", b'\t'));
    let (back, _, faults) = encoding_rs::WINDOWS_1252.decode(&bytes);
    assert!(!faults && back.contains("\tdonne\tpièces cassées"), "{back}");

    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let (_, bytes, _) = rejected("flux.csv", &utf16);
    assert!(bytes.starts_with(&[0xFF, 0xFE]));
    let again = read_bytes("again.csv", &bytes).remove(0).unwrap();
    assert_eq!(again.report.rejects[0].value.as_deref(), Some("donne"));
}

#[test]
fn a_workbook_comes_back_as_a_workbook() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("Flux").unwrap();
    for (row, cells) in
        (0_u32..).zip([["site", "sens", "quoi"], ["V1", "donne", "bois"], ["V1", "jette", "bois"]])
    {
        sheet.write_row(row, 0, cells).unwrap();
    }
    let (batch, bytes, name) = rejected("flux.xlsx", &book.save_to_buffer().unwrap());
    assert_eq!((batch.report.records, batch.report.rejects.len()), (1, 1));
    assert!(name.ends_with("flux-rejets.xlsx"), "{name}");
    let again = read_bytes("again.xlsx", &bytes).remove(0).unwrap();
    assert_eq!((again.report.records, again.report.rejects.len()), (0, 1));
    assert_eq!(again.report.rejects[0].sheet, "Flux");
    let told: Vec<&str> = again.findings.iter().map(|finding| finding.key.as_str()).collect();
    assert_eq!(told, ["intake-nothing-read"], "our own columns are known");
}

#[test]
fn nothing_rejected_nothing_written() {
    let batch = read_bytes("flux.csv", b"site;sens;quoi\nV1;jette;bois\n").remove(0).unwrap();
    let out = tempfile::tempdir().unwrap();
    assert!(write_rejects(&batch.report, out.path(), &fr).unwrap().is_empty());
}

#[test]
fn the_line_of_a_site_nobody_describes_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("acteurs.csv", "identifiant;nom;type;commune\nV001;Menuiserie du Val;;Florange\n"),
        ("flux.csv", "site;sens;quoi\nV001;jette;bois\nV999;jette;rebuts\n"),
        ("echanges.csv", "de;vers;quoi\nV001;V998;sciure\nV997;V998;carton\n"),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let mut batches = read_all(folder.path());
    assert_eq!((batches[0].report.records, batches[0].report.rejects.len()), (5, 0));
    let (territory, _) = intake::assemble(&mut batches, &support::options());
    assert_eq!((territory.flows.len(), territory.exchanges.len()), (1, 0));
    let report = &batches[0].report;
    assert_eq!(report.records, 2, "the site and its flow");
    let told: Vec<_> = report
        .rejects
        .iter()
        .map(|reject| (reject.line, reject.column.as_deref().unwrap(), reject.value.as_deref().unwrap()))
        .collect();
    assert_eq!(told, [(3, "site", "V999"), (2, "vers", "V998"), (3, "de", "V997"), (3, "vers", "V998")]);
    let out = tempfile::tempdir().unwrap();
    let written = write_rejects(report, out.path(), &fr).unwrap();
    let texts: String = written.iter().map(|file| fs::read_to_string(&file.path).unwrap()).collect();
    assert!(
        texts.contains(";3;site;V999;jette;rebuts") && texts.contains("ajoutez ce site aux acteurs"),
        "{texts}"
    );
}
