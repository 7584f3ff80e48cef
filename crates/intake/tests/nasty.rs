//! Files that no tool should be brought down by: each gives an error that names the file and says what would be right.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use std::io::{Cursor, Write};
use support::{error_of, fr, read_bytes};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn workbook(rows: u32) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Flux").unwrap();
    sheet.write_row(0, 0, ["site", "sens", "quoi"]).unwrap();
    for row in 1..=rows {
        sheet.write_row(row, 0, ["V1", "jette", &format!("chose {row}")]).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// A zip of parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"Flux\">{table}</table:table></office:spreadsheet></office:body>\
         </office:document-content>"
    );
    package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

fn text_cell(text: &str) -> String {
    format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
}

#[test]
fn an_ods_is_read_with_its_repetitions() {
    let heading = ["site", "sens", "quoi"].map(text_cell).concat();
    let row = ["V1", "jette", "bois"].map(text_cell).concat();
    let rest = "<table:table-cell table:number-columns-repeated=\"16381\"/>";
    let tail = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let table = format!(
        "<table:table-row>{heading}{rest}</table:table-row><table:table-row>{row}{rest}</table:table-row>{tail}"
    );
    let batch = read_bytes("a.ods", &ods(&table)).remove(0).unwrap();
    assert_eq!((batch.flows.len(), batch.report.rejects.len()), (1, 0));
}

#[test]
fn repetitions_that_fill_the_memory_are_refused() {
    let wide = format!("<table:table-cell table:number-columns-repeated=\"16000\"/>{}", text_cell("x"));
    let high = format!("<table:table-row table:number-rows-repeated=\"1000000\">{wide}</table:table-row>");
    assert!(error_of("bombe.ods", &ods(&high)).contains("cellules"));
    let rows = format!("<table:table-row>{wide}</table:table-row>").repeat(1000);
    assert!(error_of("bombe.ods", &ods(&rows)).contains("cellules"));
}

#[test]
fn cut_and_broken_workbooks_say_so() {
    let whole = workbook(200);
    for length in [4, 30, 500, whole.len() / 2, whole.len() - 1] {
        let error = error_of("coupe.xlsx", &whole[..length]);
        assert!(error.contains("abîmé") && error.contains("enregistrez"), "{length}: {error}");
    }
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle..middle + 40].fill(0xAA);
    assert!(!read_bytes("abime.xlsx", &flipped).is_empty());
    assert!(error_of("a.xlsx", &package(&[("xl/workbook.xml", b"<workbook>")])).contains("abîmé"));
}

#[test]
fn other_packages_are_named_for_what_they_are() {
    for (part, found) in [
        ("word/document.xml", "Word"),
        ("xl/workbook.bin", "XLSB"),
        ("photo.jpg", "ZIP"),
        ("ppt/presentation.xml", "présentation"),
    ] {
        assert!(error_of("piege.xlsx", &package(&[(part, b"")])).contains(found), "{part}");
    }
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let zeros = vec![0_u8; 64 * 1024 * 1024];
    let names: Vec<String> = (0..7).map(|n| format!("xl/sheet{n}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), zeros.as_slice())).collect();
    let mut bomb = package(&parts);
    assert!(bomb.len() < 1024 * 1024);
    let error = error_of("bombe.xlsx", &bomb);
    assert!(error.contains("448 Mo") && error.contains("400 Mo"), "{error}");
    // The same with declared sizes that lie: one byte each.
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..bomb.len() - 4).filter(|at| bomb[*at..*at + 4] == size).collect();
    assert!(places.len() >= 7);
    for at in places {
        bomb[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    let error = error_of("bombe.xlsx", &bomb);
    assert!(error.contains("> 400 MB") || error.contains("abîmé"), "{error}");
}

#[test]
fn too_many_parts_are_refused() {
    let names: Vec<String> = (0..5001).map(|n| n.to_string()).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert!(error_of("mille.xlsx", &package(&parts)).contains("parties"));
}

/// An old Office file of two sectors: its directory, with these names, and the table that says so.
fn ole(streams: &[&str]) -> Vec<u8> {
    let mut bytes = vec![0; 3 * 512];
    bytes[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let end = 0xFFFF_FFFE_u32.to_le_bytes();
    bytes[76..512].fill(0xFF);
    for (at, word) in [(30, 9_u32), (32, 6), (44, 1), (48, 0), (76, 1)] {
        bytes[at..at + 2].copy_from_slice(&word.to_le_bytes()[..2]);
    }
    bytes[78..80].fill(0);
    for at in [60, 68, 1024] {
        bytes[at..at + 4].copy_from_slice(&end);
    }
    for (entry, name) in (1..).zip(streams) {
        let at = 512 + entry * 128;
        for (place, unit) in (at..).step_by(2).zip(name.encode_utf16()) {
            bytes[place..place + 2].copy_from_slice(&unit.to_le_bytes());
        }
    }
    bytes
}

#[test]
fn encrypted_and_old_office_files() {
    assert!(error_of("secret.xlsx", &ole(&["EncryptedPackage", "EncryptionInfo"])).contains("mot de passe"));
    assert!(error_of("lettre.xls", &ole(&["WordDocument"])).contains("qui n'est pas un classeur"));
    assert!(error_of("vieux.xls", &ole(&["Workbook"])).contains("abîmé"));
    assert!(error_of("coupe.xls", &ole(&["Workbook"])[..700]).contains("abîmé"));
    // A directory whose sector is followed by itself.
    let mut circle = ole(&["Workbook"]);
    circle[1024..1028].fill(0);
    assert!(error_of("cercle.xls", &circle).contains("abîmé"));
}

#[test]
fn a_sheet_with_a_cell_far_away_takes_no_memory() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["site", "sens", "quoi"]).unwrap();
    sheet.write(1_048_575, 0, "V1").unwrap();
    let batch = read_bytes("loin.xlsx", &book.save_to_buffer().unwrap()).remove(0).unwrap();
    assert_eq!(batch.report.rejects[0].line, 1_048_576);
    sheet_with_last_column();
}

fn sheet_with_last_column() {
    let mut book = Workbook::new();
    book.add_worksheet().write_row(0, 0, ["site", "sens", "quoi"]).unwrap().write(0, 16_383, "x").unwrap();
    assert!(error_of("large.xlsx", &book.save_to_buffer().unwrap()).contains("colonnes"));
}

#[test]
fn binary_files_named_csv() {
    for (bytes, found) in [
        (b"%PDF-1.7\n%\xE2\xE3\n".as_slice(), "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"site;sens;quoi\nV1;jette;bo\0is\n", "nuls"),
        (b"s\0i\0t\0e\0;\0", "UTF-16 sans marque"),
        (b"<html><table><tr><td>site</td></tr></table></html>", "HTML"),
        (b"\x1F\x8B\x08\0", "GZIP"),
    ] {
        let error = error_of("faux.csv", bytes);
        assert!(error.contains(found), "{found}: {error}");
    }
    for empty in [b"".as_slice(), b"  \r\n\r\n"] {
        assert!(error_of("vide.csv", empty).contains("vide"));
    }
    assert!(error_of("vide.csv", b"\xEF\xBB\xBF").contains("vide.csv"));
}

#[test]
fn too_many_columns_and_cells_too_long() {
    let wide = "a;".repeat(10_000) + "\n1;2\n";
    let error = error_of("large.csv", wide.as_bytes());
    assert!(error.contains("10001") && error.contains("2000 colonnes"), "{error}");
    let long = format!("site;sens;quoi\nV1;jette;\"{}\"\n", "x".repeat(100 * 1024 * 1024));
    let error = error_of("longue.csv", long.as_bytes());
    assert!(error.contains("1 Mo") && error.contains("guillemet"), "{error}");
    let many = format!("site;sens;quoi\nV1;jette;\"bois\n{}", "V1;jette;bois\n".repeat(200_000));
    assert!(error_of("guillemet.csv", many.as_bytes()).contains("guillemet"));
}

#[test]
fn an_unclosed_quote_in_a_small_file_loses_nothing() {
    let batch = read_bytes("f.csv", b"site;sens;quoi\nV1;jette;\"bois\nV1;jette;carton\n").remove(0).unwrap();
    assert!(batch.flows.is_empty(), "{:?}", batch.flows);
    assert_eq!(batch.report.rejects[0].line, 2);
    assert!(fr(&batch.report.rejects[0].reason).contains("guillemet"), "{}", batch.report.rejects[0].reason);
    assert!(batch.report.rejects[0].cells[2].contains("carton"));
}

#[test]
fn json_of_another_kind() {
    assert!(error_of("a.json", b"{\"a\": 1}").contains("non reconnu"));
    assert!(error_of("a.json", b"{\"a\": ").contains("JSON illisible"));
    assert!(error_of("a.json", "[".repeat(100_000).as_bytes()).contains("JSON illisible"));
}

#[test]
fn what_is_not_there() {
    let results = support::read(std::path::Path::new("/nulle/part.csv"));
    assert!(results[0].as_ref().unwrap_err().to_string().contains("/nulle/part.csv"));
}

#[test]
fn long_tables_are_streamed_and_tell_their_progress() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("grand.csv");
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    writeln!(file, "site;sens;quoi").unwrap();
    for line in 0..200_000 {
        writeln!(file, "V{line};jette;bois n° {line}").unwrap();
    }
    file.flush().unwrap();
    let mut told = Vec::new();
    let batches = intake::read_path(&path, &support::options(), &mut |progress| told.push(progress.lines));
    assert_eq!(batches[0].as_ref().unwrap().flows.len(), 200_000);
    assert_eq!((told.first(), told.last(), told.len()), (Some(&10_000), Some(&200_000), 21));
}

fn starts() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select(vec![
        Vec::new(),
        b"PK\x03\x04".to_vec(),
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
        b"\xFF\xFE".to_vec(),
        b"\xEF\xBB\xBF".to_vec(),
        b"{".to_vec(),
        "identifiant;nom;siret;naf;effectif;latitude;longitude\n".as_bytes().to_vec(),
        "site;sens;quoi;quantité;saison;prix;code déchet;date\nV1;jette;".as_bytes().to_vec(),
        "de,vers,quoi,depuis\n".as_bytes().to_vec(),
        b"cl\xE9\tvaleur\n".to_vec(),
    ])
}

fn check(bytes: &[u8]) {
    let batches: Vec<_> = read_bytes("x.csv", bytes).into_iter().flatten().collect();
    for batch in &batches {
        let folder = tempfile::tempdir().unwrap();
        intake::rejects::write_rejects(&batch.report, folder.path(), &fr).unwrap();
    }
    support::territory(batches);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn arbitrary_bytes_never_panic(start in starts(), rest in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&[start, rest].concat());
    }

    #[test]
    fn arbitrary_text_never_panics(start in starts(), rest in "[\\PC;,\n\r\"\t 0-9.éV1-]{0,200}") {
        check(&[start, rest.into_bytes()].concat());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn damaged_workbooks_never_panic(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..30)) {
        let mut bytes = workbook(5);
        for (place, byte) in edits {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        check(&bytes);
    }

    #[test]
    fn damaged_old_workbooks_never_panic(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..30)) {
        let mut bytes = include_bytes!("files/flux.xls").to_vec();
        for (place, byte) in edits {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        check(&bytes);
    }

    #[test]
    fn damaged_parts_never_panic(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut archive = zip::ZipArchive::new(Cursor::new(workbook(3))).unwrap();
        let mut parts = Vec::new();
        for ix in 0..archive.len() {
            let mut part = archive.by_index(ix).unwrap();
            let mut content = Vec::new();
            std::io::copy(&mut part, &mut content).unwrap();
            parts.push((part.name().unwrap().into_owned(), content));
        }
        for (place, byte) in edits {
            let which = place.index(parts.len());
            let content = &mut parts[which].1;
            let at = place.index(content.len());
            content[at] = byte;
        }
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
        check(&package(&parts));
    }
}
