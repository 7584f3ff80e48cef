//! What the hand of a file says of its cells: commas of thousands, codes within the words, pieces.
#![allow(clippy::float_cmp, reason = "what is read is what is written, to the last digit")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use model::{Batch, Flow};
use support::read_bytes;

fn read(text: &str) -> Batch {
    read_bytes("flux.csv", text.as_bytes()).remove(0).unwrap()
}

fn flow<'a>(batch: &'a Batch, wording: &str) -> &'a Flow {
    let found = batch.flows.iter().find(|flow| *flow.wording == wording);
    found.unwrap_or_else(|| panic!("{wording}: {:?} {:?}", batch.flows, batch.report.rejects))
}

fn amount(batch: &Batch, wording: &str) -> (f64, String) {
    let quantity = flow(batch, wording).quantity.as_ref().unwrap();
    (quantity.range.mid(), quantity.unit.symbol().to_owned())
}

fn told(batch: &Batch, key: &str) -> Vec<String> {
    let of = batch.findings.iter().filter(|finding| finding.key == key);
    of.map(|finding| format!("{} {:?}", finding.about, finding.args)).collect()
}

#[test]
fn a_comma_groups_thousands_in_a_file_whose_other_cells_say_so() {
    let batch = read(
        "site;direction;what;quantity\nV1;gives out;cardboard;8,000 t/a\nV1;gives out;wood;12,500.5 t/a\n",
    );
    assert_eq!(amount(&batch, "cardboard"), (8000.0, "t/year".to_owned()));
    assert!(told(&batch, "intake-quantity-thousands").is_empty());

    let french = "site;sens;quoi;quantité\nV1;jette;cartons;8,000 t/an\n";
    let decimal = read(&format!("{french}V1;jette;bois;2,5 t/an\n"));
    assert_eq!(amount(&decimal, "cartons").0, 8.0);
    assert!(told(&decimal, "intake-quantity-thousands").is_empty());

    let alone = read(french);
    assert_eq!(amount(&alone, "cartons").0, 8.0);
    let [told] = told(&alone, "intake-quantity-thousands").try_into().unwrap();
    assert!(told.contains(":2") && told.contains("8,000 t/an") && told.contains("8000"), "{told}");
}

#[test]
fn a_register_reads_its_commas_as_its_other_lines_do() {
    let register = |rows: &str| read(&format!("Date;Waste;EWC code;Quantity (t)\n{rows}"));
    let sure = register("2025-01-02;wood;15 01 03;8,000\n2025-12-31;paper;;12,500.5\n");
    assert_eq!(amount(&sure, "wood").0, 8000.0);
    assert!(told(&sure, "intake-register-thousands").is_empty());

    let french = read("Date;Déchet;Code;Tonnage\n02/01/2025;bois;15 01 03;8,240\n31/12/2025;papier;;7,000\n");
    assert_eq!(amount(&french, "bois").0, 8.24);
    let [told] = told(&french, "intake-register-thousands").try_into().unwrap();
    assert!(told.contains("8,240") && told.contains("8240") && told.contains("Tonnage"), "{told}");
}

#[test]
fn a_code_within_the_words_is_read_and_the_rest_is_the_wording() {
    let batch = read(
        "site;sens;quoi;quantité;code déchet\nV1;jette;palettes 15 01 03;1 t/an;\n\
         V1;jette;code 130205 : huiles;1 t/an;\nV1;jette;calage 15 01 03;1 t/an;13 02 05*\n\
         V1;jette;caisses 15 01 03;1 t/an;15 01 03\nV1;jette;tournures 99 88 77;1 t/an;\nV1;jette;150103;1 t/an;\n",
    );
    let code = |wording| flow(&batch, wording).waste_code.map(|code| code.to_string());
    assert_eq!(code("palettes").as_deref(), Some("15 01 03"));
    assert!(flow(&batch, "palettes").waste_code_stated);
    assert_eq!(code("huiles").as_deref(), Some("13 02 05*"));
    assert_eq!(code("calage 15 01 03").as_deref(), Some("13 02 05*"), "the column holds");
    assert_eq!(code("caisses").as_deref(), Some("15 01 03"));
    assert_eq!(code("tournures 99 88 77"), None);
    assert_eq!(code("emballages en bois").as_deref(), Some("15 01 03"), "the label stands for no words");
    assert_eq!(told(&batch, "intake-asterisk-corrected").len(), 1);

    let register = read("Date;Déchet;Tonnes\n01/03/2025;palettes 15 01 03;2\n31/12/2025;papier;1\n");
    assert_eq!(
        flow(&register, "palettes").waste_code.map(|code| code.to_string()).as_deref(),
        Some("15 01 03")
    );
}

#[test]
fn what_is_counted_is_pieces_whatever_the_unit_is_called() {
    for unit in ["nb", "Nbre", "pce", "pcs", "u", "unité(s)", "unités"] {
        let text = format!("Date;Déchet;Quantité;Unité\n01/01/2025;tourets;40;{unit}\n31/12/2025;bois;1;t\n");
        assert_eq!(amount(&read(&text), "tourets"), (40.0, "piece/year".to_owned()), "{unit}");
    }
    let text = "Date;Déchet;Quantité;Unité\n01/01/2025;paille;40;qx\n31/12/2025;huile;2;hl\n";
    assert_eq!(amount(&read(text), "paille"), (4.0, "t/year".to_owned()));
    assert_eq!(amount(&read(text), "huile"), (0.2, "m3/year".to_owned()));
}

#[test]
fn a_unit_in_the_wording_is_the_unit_of_its_line() {
    let months = (1..=12).map(|month| format!("{month:02}/2025")).collect::<Vec<_>>().join(";");
    let text = format!(
        "Suivi 2025;;\nqtés en tonnes sauf mention contraire;;\nDéchet;Code déchet;{months}\n\
         palettes bois (en m3);15 01 03;{}\ncartons;;{}\nDIB en bennes;;{}\n",
        ["30"; 12].join(";"),
        ["2"; 12].join(";"),
        ["1"; 12].join(";")
    );
    let batch = read(&text);
    assert_eq!(amount(&batch, "palettes bois (en m3)"), (360.0, "m3/year".to_owned()));
    assert!(flow(&batch, "palettes bois (en m3)").tonnes.is_none(), "a volume is no mass");
    assert_eq!(amount(&batch, "cartons"), (24.0, "t/year".to_owned()));
    assert_eq!(
        amount(&batch, "DIB en bennes"),
        (180.0, "m3/year".to_owned()),
        "twelve skips of the usual size"
    );

    let dated = read(
        "Date;Déchet;Tonnes\n01/01/2025;sciure (m3);40;\n02/06/2025;DIB en bennes;3\n31/12/2025;papier;1\n",
    );
    assert_eq!(amount(&dated, "sciure (m3)"), (40.0, "m3/year".to_owned()));
    assert_eq!(amount(&dated, "DIB en bennes"), (3.0, "t/year".to_owned()), "its heading says tonnes");
}

#[test]
fn words_and_code_in_one_cell_are_both_read() {
    for heading in ["Déchet (code)", "Déchet + code", "Code / libellé"] {
        let text = format!(
            "Date;{heading};Quantité (t);Exutoire\n01/01/2025;Palettes cassées 15 01 03;2;X\n\
             02/06/2025;13 02 05* huiles;1;X\n31/12/2025;Palettes cassées 15 01 03;2;X\n"
        );
        let batch = read(&text);
        assert_eq!(batch.report.records, 3, "{heading}: {:?}", batch.report.rejects);
        let code = flow(&batch, "Palettes cassées").waste_code.map(|code| code.to_string());
        assert_eq!(code.as_deref(), Some("15 01 03"), "{heading}");
        assert_eq!(
            flow(&batch, "huiles").waste_code.map(|code| code.to_string()).as_deref(),
            Some("13 02 05*")
        );
    }
    let text = "Date;Déchet (code);Quantité (t);Exutoire\n01/01/2025;palettes bois (en m3);40;X\n\
                02/06/2025;cartons 15 01 9;1;X\n03/06/2025;huiles 13 02 05*;1;X\n31/12/2025;bois 15 01 03;1;X\n";
    let batch = read(text);
    assert_eq!(amount(&batch, "palettes bois (en m3)"), (40.0, "m3/year".to_owned()), "a unit is no code");
    assert_eq!(
        batch.report.rejects.len(),
        1,
        "a code with a digit missing goes back: {:?}",
        batch.report.rejects
    );
    let months = (1..=12).map(|month| format!("{month:02}/2025")).collect::<Vec<_>>().join(";");
    let text = format!(
        "Déchet (code);{months}\nPalettes cassées 15 01 03;{}\nDIB;{}\n",
        ["1 t"; 12].join(";"),
        ["1 t"; 12].join(";")
    );
    let batch = read(&text);
    assert_eq!(amount(&batch, "Palettes cassées"), (12.0, "t/year".to_owned()));
    assert_eq!(amount(&batch, "DIB"), (12.0, "t/year".to_owned()), "words alone are the name");
}

#[test]
fn a_file_of_which_nothing_is_read_blocks() {
    let batch =
        read("Date;Déchet;Code déchet;Tonnes\n01/01/2025;bois;99 88 77;1\n02/01/2025;bois;99 88 77;1\n");
    let told = batch.findings.iter().find(|finding| finding.key == "intake-nothing-read").unwrap();
    assert_eq!(told.severity, model::Severity::Error);
    let half =
        read("Date;Déchet;Code déchet;Tonnes\n01/01/2025;bois;99 88 77;1\n02/01/2025;bois;15 01 03;1\n");
    assert!(half.findings.iter().all(|finding| finding.key != "intake-nothing-read"));
}

#[test]
fn an_asterisk_too_many_keeps_the_hazard_and_asks() {
    let register =
        read("Date;Déchet;Code déchet;Tonnes\n01/01/2025;caisses;15 01 03*;2\n31/12/2025;papier;;1\n");
    assert!(flow(&register, "caisses").waste_code.unwrap().hazardous());
    assert_eq!(told(&register, "intake-register-hazard-kept").len(), 1);
    let own = read("site;sens;quoi;quantité;code déchet\nV1;jette;caisses;1 t/an;15 01 03*\n");
    assert!(flow(&own, "caisses").waste_code.unwrap().hazardous());
    assert_eq!(told(&own, "intake-hazard-kept").len(), 1);
}

#[test]
fn a_list_of_firms_needs_no_identifiers() {
    let list = "nom;naf;commune\nMenuiserie du Val;16.24Z;Florange\nAtelier du Val;38.32Z;Fameck\nAtelier du Val;38.32Z;Florange\n";
    let batch = read(list);
    assert_eq!(batch.report.format, "workbook");
    let ids: Vec<&str> = batch.sites.iter().map(|site| site.id.as_str()).collect();
    assert_eq!(
        ids,
        ["firm:menuiserie-du-val-florange", "firm:atelier-du-val-fameck", "firm:atelier-du-val-florange"]
    );
    assert_eq!(batch.sites[0].activity.as_ref().map(|code| code.code.as_str()), Some("16.24Z"));
    // Read twice, by another name and in another order: the same sites.
    let again = read(
        &list
            .replace("Menuiserie du Val;16.24Z;Florange\n", "")
            .replace("commune\n", "commune\nMENUISERIE du Val;16.24Z;Florange\n"),
    );
    let (merged, _) = support::territory(vec![batch, again]);
    assert_eq!(merged.sites.len(), 3, "{:?}", merged.sites);

    let numbered = read(
        "Raison sociale;SIRET;Ville;Téléphone\nMenuiserie;732 829 320 00074;Florange;03\nMenuiserie;732 829 320 00074;Florange;03\n",
    );
    assert_eq!(numbered.sites[0].id.as_str(), "siret:73282932000074");
    let back = &numbered.report.rejects[0];
    assert!(support::fr(&back.reason).contains("déjà à la ligne 2"), "{}", support::fr(&back.reason));
    let error = support::error_of("liste.csv", "naf;commune;effectif\n16.24Z;Florange;3\n".as_bytes());
    assert!(error.contains("manque la colonne « nom »"), "{error}");
}
