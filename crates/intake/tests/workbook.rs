//! The project's own workbook, as CSV files and as one XLSX, down to the batch and the territory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use model::{Basis, Batch, Finding, Precision, Said};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use support::{FILES, csv_folder, fr, read_all, read_bytes, territory};

/// The batch with paths of this machine taken out.
fn snapshot(batch: &Batch, folder: &Path) -> String {
    let text = serde_json::to_string_pretty(batch).unwrap();
    text.replace(&folder.to_string_lossy().replace('\\', "/"), "DOSSIER")
}

fn keys(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.key.as_str()).collect()
}

#[test]
fn a_folder_of_four_tables_is_one_batch() {
    let folder = tempfile::tempdir().unwrap();
    csv_folder(folder.path());
    let batches = read_all(folder.path());
    assert_eq!(batches.len(), 1);
    insta::assert_snapshot!("csv_batch", snapshot(&batches[0], folder.path()));
}

/// The same rows as sheets, with what spreadsheets do to them: a title above, numbers and dates as numbers, a merged cell, a formula.
fn xlsx(path: &Path) {
    let mut book = Workbook::new();
    for (name, text) in FILES {
        let sheet = book.add_worksheet();
        sheet.set_name(name.trim_end_matches(".csv")).unwrap();
        sheet.write(0, 0, "Inventaire du Val d'essai").unwrap();
        for (row, line) in (2_u32..).zip(text.lines()) {
            for (column, cell) in (1_u16..).zip(line.split(';')).filter(|(_, cell)| !cell.is_empty()) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write(row, column, number).unwrap(),
                    Err(_) => sheet.write(row, column, cell).unwrap(),
                };
            }
        }
    }
    let flows = book.worksheet_from_name("flux").unwrap();
    let day = ExcelDateTime::from_ymd(2025, 12, 31).unwrap();
    flows.write_with_format(3, 13, &day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    flows.write_formula(4, 4, Formula::new("=CONCAT(\"450 L\",\"/mois\")").set_result("450 L/mois")).unwrap();
    flows.merge_range(3, 1, 5, 1, "V001", &Format::new()).unwrap();
    book.add_worksheet().set_name("Mode d'emploi").unwrap().write(0, 0, "aide").unwrap();
    book.add_worksheet().set_name("Brouillon").unwrap().write(0, 0, "autre chose").unwrap();
    book.save(path).unwrap();
}

#[test]
fn an_xlsx_with_the_same_rows_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    csv_folder(folder.path());
    let from_csv = read_all(folder.path()).remove(0);
    let other = tempfile::tempdir().unwrap();
    let path = other.path().join("classeur.xlsx");
    xlsx(&path);
    let from_xlsx = read_all(&path).remove(0);
    let ignored = from_xlsx.findings.iter().filter(|finding| finding.key == "intake-sheet-ignored");
    assert_eq!(ignored.map(|f| f.args[0].1.clone()).collect::<Vec<_>>(), [Said::Text("Brouillon".into())]);
    let sourceless = |batch: &Batch| {
        let mut batch = batch.clone();
        batch.sites.iter_mut().for_each(|site| site.evidence.source = "".into());
        batch.flows.iter_mut().for_each(|flow| Arc::make_mut(&mut flow.evidence).source = "".into());
        (batch.name, batch.sites, batch.flows)
    };
    assert_eq!(sourceless(&from_xlsx), sourceless(&from_csv));
    assert_eq!(from_xlsx.report.rejects.len(), from_csv.report.rejects.len());
    assert_eq!(from_xlsx.sites[0].evidence.source, "classeur.xlsx [acteurs]:4 — visite d'hiver");
}

#[test]
fn the_territory_has_what_holds_together() {
    let folder = tempfile::tempdir().unwrap();
    csv_folder(folder.path());
    let (territory, findings) = territory(read_all(folder.path()));
    assert_eq!((territory.name.as_str(), territory.invented), ("Val d'essai", true));
    assert_eq!(territory.sites.len(), 3);
    assert!(territory.sites[1].place.is_some(), "Fameck is known");
    assert!(territory.sites[2].place.is_none(), "Nulle-Part is not");
    assert_eq!(territory.flows.len(), 6, "all but « donne » and the one of V999");
    for key in ["intake-site-unknown", "intake-commune-unknown", "intake-value-refused"] {
        assert!(keys(&findings).contains(&key), "{key}: {:?}", keys(&findings));
    }
}

#[test]
fn reading_twice_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    csv_folder(folder.path());
    let copy = tempfile::tempdir().unwrap();
    csv_folder(copy.path());
    let once = read_all(folder.path());
    let twice = [once.clone(), read_all(copy.path())].concat();
    assert_eq!(territory(once).0, territory(twice).0);
}

#[test]
fn encodings_and_separators_make_no_difference() {
    let text = FILES[1].1;
    let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(order).collect()
    };
    let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    // The address has an apostrophe and the range a comma: quotes keep them together.
    let commas = text.replace(',', "§").replace(';', ",").replace('§', ".");
    let ways: [(&str, Vec<u8>); 8] = [
        ("plain", text.as_bytes().to_vec()),
        ("bom", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        ("windows", windows),
        ("utf16le", utf16(u16::to_le_bytes)),
        ("utf16be", utf16(u16::to_be_bytes)),
        ("crlf", text.replace('\n', "\r\n").into_bytes()),
        ("cr", text.replace('\n', "\r").into_bytes()),
        ("commas", commas.into_bytes()),
    ];
    let expected = read_bytes("a.csv", text.as_bytes()).remove(0).unwrap();
    for (name, bytes) in ways {
        let batch = read_bytes("a.csv", &bytes).remove(0).unwrap();
        assert_eq!(batch.sites.len(), 3, "{name}");
        for (found, wanted) in batch.sites.iter().zip(&expected.sites) {
            assert_eq!(
                (&found.name, &found.zone, found.place),
                (&wanted.name, &wanted.zone, wanted.place),
                "{name}"
            );
            let line = |source: &str| source.rsplit(':').next().map(ToOwned::to_owned);
            assert_eq!(line(&found.evidence.source), line(&wanted.evidence.source), "{name}");
        }
    }
}

#[test]
fn headings_may_be_english_in_any_order_below_a_title() {
    let text = "Inventory of the valley;;\n;;\nWhat;Direction;Site;Quantity;Mood\ncardboard;throws away;A1;3 t per month;good\n";
    let batch = read_bytes("inventory.csv", text.as_bytes()).remove(0).unwrap();
    assert_eq!(*batch.flows[0].wording, "cardboard");
    assert!((batch.flows[0].quantity.as_ref().unwrap().range.mid() - 36.0).abs() < 1e-9);
    assert_eq!(keys(&batch.findings), ["intake-column-refused"]);
    assert_eq!(batch.findings[0].args[0].1, Said::Text("Mood".into()));
}

#[test]
fn a_heading_that_stands_twice_is_refused() {
    let error =
        support::error_of("flux.csv", "site;sens;quoi;quantité;Quantité\nV1;jette;bois;3 t/an;\n".as_bytes());
    assert!(error.contains("deux fois"), "{error}");
}

#[test]
fn a_separator_too_many_goes_back_whole() {
    let batch = read_bytes(
        "f.csv",
        "site;sens;quoi\nV1;jette;bois; palettes\nV1;jette\n;;\nV1;jette;bois\n".as_bytes(),
    );
    let batch = batch[0].as_ref().unwrap();
    assert_eq!((batch.flows.len(), batch.report.rejects.len()), (1, 2));
    assert!(fr(&batch.report.rejects[0].reason).contains("guillemets"));
    assert_eq!((batch.report.rejects[1].line, batch.report.rejects[1].column.as_deref()), (3, Some("quoi")));
}

#[test]
fn a_folder_keeps_what_is_readable() {
    let folder = tempfile::tempdir().unwrap();
    csv_folder(folder.path());
    fs::create_dir(folder.path().join("sous-dossier")).unwrap();
    fs::write(folder.path().join("sous-dossier/flux.csv"), "site;sens;quoi\nV002;jette;sciure\n").unwrap();
    fs::write(folder.path().join("notes.md"), "# notes").unwrap();
    fs::write(folder.path().join("LISEZMOI.md"), "# notes").unwrap();
    fs::write(folder.path().join("attendu.toml"), "a = 1").unwrap();
    fs::write(folder.path().join(".cache.csv"), "\0\0").unwrap();
    fs::write(folder.path().join("inconnu.csv"), "a;b\n1;2\n").unwrap();
    let results = support::read(folder.path());
    let errors: Vec<String> = results.iter().filter_map(|r| Some(r.as_ref().err()?.to_string())).collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].contains("inconnu.csv") && errors[0].contains("a, b"), "{errors:?}");
    let batches: Vec<Batch> = results.into_iter().filter_map(Result::ok).collect();
    let (territory, findings) = territory(batches);
    assert_eq!(keys(&findings).iter().filter(|key| **key == "intake-file-unsupported").count(), 1);
    assert!(territory.flows.iter().any(|flow| *flow.wording == "sciure"));
}

#[test]
fn an_old_xls_has_its_dates_and_merged_cells() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/flux.xls");
    let batch = read_all(&path).remove(0);
    let [pallets, screws] = batch.flows.as_slice() else { panic!("{:?}", batch.flows) };
    assert_eq!((pallets.site.as_str(), screws.site.as_str()), ("V001", "V001"), "one cell over two lines");
    assert_eq!(pallets.evidence.date.unwrap().to_string(), "2025-12-31");
    assert_eq!(pallets.evidence.source, "flux.xls [Flux]:4");
    assert!(pallets.quantity.is_some());
}

/// A folder with these actors and flows, read.
fn read_tables(actors: &str, flows: &str) -> Batch {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("acteurs.csv"), actors).unwrap();
    fs::write(folder.path().join("flux.csv"), flows).unwrap();
    read_all(folder.path()).remove(0)
}

#[test]
fn sites_of_one_company_are_one_actor() {
    let batch = read_tables(
        "identifiant;nom;entreprise;siret\n\
         A;Usine nord;Groupe Exemple;\nB;Usine sud;groupe  exemple;\nC;Dépôt;;\nD;Siège;Autre;73282932000074\nE;Annexe;Autre;\n",
        "site;sens;quoi\nA;jette;carton\n",
    );
    let actor = |at: usize| batch.sites[at].actor.as_str();
    assert_eq!(actor(0), actor(1));
    assert_ne!(actor(0), actor(2));
    assert_eq!((actor(3), actor(4)), ("siren:732829320", "siren:732829320"));
    let names: Vec<&str> = batch.actors.iter().map(|actor| actor.name.as_str()).collect();
    assert!(names.contains(&"Groupe Exemple") && names.contains(&"Autre"), "{names:?}");
    assert_eq!(batch.actors.len(), 3, "{names:?}");
}

#[test]
fn a_refused_quantity_is_quoted_nowhere_and_hours_are_no_residue() {
    let batch = read_tables(
        "identifiant;nom;naf;effectif;commune\nA;Usine;;;\n",
        "site;sens;quoi;quantité\nA;jette;boues;3 h/jour\nA;jette;carton;beaucoup\nA;jette;bois;3 t/an\n",
    );
    let stated: Vec<Option<&str>> = batch.flows.iter().map(|flow| flow.stated.as_deref()).collect();
    assert_eq!(stated, [None, None, Some("3 t/an")]);
    let refused = batch.findings.iter().find(|f| f.key == "intake-value-refused").unwrap();
    assert!(refused.about.contains("flux.csv:2"), "{}", refused.about);
    let said = |text: &str| Said::Text(text.into());
    assert_eq!([&refused.args[0].1, &refused.args[1].1], [&said("quantité"), &said("3 h/jour")]);
    let Said::Message(reason) = &refused.args[2].1 else { panic!("{refused:?}") };
    assert!(fr(reason).contains("12 t/an"), "{reason}");
}

#[test]
fn a_skip_of_no_size_is_a_range_and_a_finding() {
    let batch = read_tables(
        "identifiant;nom;naf;effectif;commune\nA;Usine;;;\n",
        "site;sens;quoi;quantité\nA;jette;gravats;2 bennes/mois\n",
    );
    let quantity = batch.flows[0].quantity.as_ref().unwrap();
    assert_eq!(quantity.unit.symbol(), "m3/year");
    assert!(quantity.range.relative_width().unwrap() > 0.5, "wide enough to be asked");
    assert!(batch.findings.iter().any(|finding| finding.key == "intake-container-size-assumed"));
}

#[test]
fn what_a_position_is_worth_is_read_and_guessed() {
    let actors = "identifiant;nom;adresse;commune;latitude;longitude;précision;preuve\n\
                  A;Au bâtiment;;Florange;49,3211;6,1191;exacte;registre\n\
                  B;À la commune;;Florange;49,3244;6,1152;commune;\n\
                  C;Un point pour deux;;Metz;49,1191;6,1707;;documenté\n\
                  D;Le même point;Rue du Trou;Metz;49,1191;6,1707;;\n\
                  E;Deux firmes;1 rue du Port;Thionville;49,3579;6,1683;;\n\
                  F;dans un immeuble;1 rue du Port;Thionville;49,3579;6,1683;;\n\
                  G;Mot inconnu;;Florange;49,33;6,12;au pif;\n";
    let batch = read_tables(actors, "site;sens;quoi\nA;jette;palettes\n");
    let (territory, findings) = territory(vec![batch]);
    let known: Vec<(&str, Precision)> = territory
        .sites
        .iter()
        .map(|site| (site.id.as_str(), site.place.map(|place| place.precision).expect("a place")))
        .collect();
    let (exact, commune) = (Precision::Exact, Precision::Commune);
    let said = [
        ("A", exact),
        ("B", commune),
        ("C", commune),
        ("D", commune),
        ("E", exact),
        ("F", exact),
        ("G", exact),
    ];
    assert_eq!(known, said);
    let bases: Vec<Basis> = territory.sites.iter().map(|site| site.evidence.basis).collect();
    assert_eq!(bases[..3], [Basis::Register, Basis::Declared, Basis::Documented]);
    assert!(keys(&findings).contains(&"intake-places-shared"), "{findings:?}");
}

#[test]
fn an_amount_no_site_handles_is_told_and_a_headcount_below_zero_goes_back() {
    let batch = read_tables(
        "identifiant;nom;naf;effectif\nA;Garage;;-5\nB;Aciérie;;640\n",
        "site;sens;quoi;quantité\nA;jette;huile de vidange;1000000000 t/an\nB;jette;laitier;90 000 t/an\n",
    );
    assert_eq!((batch.report.refused_lines(), batch.report.values_to_correct()), (0, 1));
    let (territory, findings) = territory(vec![batch]);
    assert_eq!(territory.sites[0].headcount, None);
    let huge: Vec<&Finding> = findings.iter().filter(|f| f.key == "intake-quantity-huge").collect();
    assert_eq!(huge.len(), 1, "{findings:?}");
    assert!(huge[0].about.starts_with("flux.csv:2"), "{huge:?}");
}
