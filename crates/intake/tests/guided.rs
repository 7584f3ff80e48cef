//! Tables read with a person's help: headings corrected, the site said, lines given back under their own headings.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use intake::guided::{self, Help};
use intake::{Options, fold};
use model::{Basis, Evidence, Site};
use std::path::PathBuf;

const REGISTER: &str = "Déchets évacués 2025;;;\r\n;;;\r\nQuoi donc;qté (t ou m3);benne;Vers qui\r\n\
    palettes cassées;12;;Broyeur Nord\r\ncartons;3,5;;Papetier\r\npapier;beaucoup;;Papetier\r\nTOTAL;15,5;;\r\n";
const LIST: &str = "Sens;Désignation;Combien\r\njette;chiffons souillés;800 kg/an\r\ntourne;huile;1 t/an\r\n";

fn site() -> Site {
    Site::new("V012".into(), "V012".into(), "Métallerie Orne", Evidence::new(Basis::Declared, "essai"))
}

fn file(name: &str, text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

fn help(said: &[(&str, &str)]) -> Help {
    let fields = said.iter().map(|(heading, field)| (fold(heading), (*field).to_owned())).collect();
    Help { fields, site: Some(site()), heading_line: None }
}

fn read(path: &std::path::Path, help: &Help) -> Vec<model::Batch> {
    let options = Options {
        reference: reference::Reference::embedded().unwrap(),
        communes: None,
        keep_sole_traders: false,
        day: "2026-06-30".parse().unwrap(),
    };
    guided::read(path, help, &options, &mut |_| {}).unwrap().unwrap()
}

#[test]
fn a_strange_register_is_drafted_and_read_as_corrected() {
    let (_folder, path) = file("dechets 2025 v3 DEF.csv", REGISTER);
    let draft = guided::draft(&path, &Help::default()).unwrap().unwrap();
    assert!(!draft.list);
    assert_eq!(draft.heading_line, 3, "titles stand above");
    let headings: Vec<&str> = draft.columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(headings, ["Quoi donc", "qté (t ou m3)", "benne", "Vers qui"]);
    assert_eq!(draft.columns[0].samples[..2], ["palettes cassées", "cartons"]);
    let help = help(&[
        ("Quoi donc", "wording"),
        ("qté (t ou m3)", "quantity:t"),
        ("benne", ""),
        ("Vers qui", "destination"),
    ]);
    let corrected = guided::draft(&path, &help).unwrap().unwrap();
    assert_eq!(corrected.columns[1].field.as_deref(), Some("quantity:t"));
    assert_eq!(corrected.columns[2].field, None);
    let batches = read(&path, &help);
    let given: Vec<_> = batches[0].flows.iter().filter(|flow| flow.site.as_str() == "V012").collect();
    let mut said: Vec<(&str, f64)> =
        given.iter().map(|flow| (flow.wording.as_str(), flow.tonnes.unwrap().mid())).collect();
    said.sort_by(|a, b| a.0.cmp(b.0));
    assert_eq!(said, [("cartons", 3.5), ("palettes cassées", 12.0)], "the total is no flow");
    assert!(batches[0].sites.iter().all(|site| site.name != "Métallerie Orne"), "the site is known already");
    let rejects = &batches[0].report.rejects;
    assert_eq!((rejects.len(), rejects[0].line, rejects[0].column.as_deref()), (1, 6, Some("qté (t ou m3)")));
}

#[test]
fn a_list_without_site_takes_the_one_said_and_gives_back_its_own_headings() {
    let (_folder, path) = file("achats.csv", LIST);
    let draft = guided::draft(&path, &Help::default()).unwrap().unwrap();
    assert!(draft.list && draft.fields().contains(&"quantité"));
    let fields: Vec<Option<&str>> = draft.columns.iter().map(|column| column.field.as_deref()).collect();
    assert_eq!(fields, [Some("sens"), Some("quoi"), None]);
    let batches = read(&path, &help(&[("Combien", "quantité")]));
    assert_eq!(batches[0].flows.len(), 1);
    assert_eq!(batches[0].flows[0].site.as_str(), "V012");
    assert!((batches[0].flows[0].quantity.as_ref().unwrap().range.mid() - 0.8).abs() < 1e-9);
    assert_eq!(batches[0].report.headings[..3], ["Sens", "Désignation", "Combien"]);
    assert_eq!(batches[0].report.rejects[0].column.as_deref(), Some("Sens"));
}

#[test]
fn a_name_means_the_site_of_the_territory_when_only_one_bears_it() {
    let (_folder, path) =
        file("flux.csv", "site;sens;quoi\r\nmetallerie orne;jette;bois\r\nInconnue;jette;bois\r\n");
    let mut batches = read(&path, &Help::default());
    guided::recognise_sites(&mut batches[0], &[site()]);
    assert_eq!(batches[0].flows[0].site.as_str(), "V012");
    assert_eq!(batches[0].flows[1].site.as_str(), "Inconnue");
    let mut batches = read(&path, &Help::default());
    guided::recognise_sites(&mut batches[0], &[site(), Site { id: "V013".into(), ..site() }]);
    assert_eq!(batches[0].flows[0].site.as_str(), "metallerie orne", "two bear the name: nobody is chosen");
}

#[test]
fn files_of_fixed_origin_need_no_help() {
    let (_folder, path) =
        file("s.csv", "siren;nic;siret;dateCreationEtablissement;etatAdministratifEtablissement\r\n");
    let known = guided::draft(&path, &Help::default());
    assert!(matches!(known, Ok(None)) || known.is_ok_and(|draft| draft.is_some_and(|draft| !draft.list)));
}
