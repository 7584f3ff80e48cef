//! Whatever is done to a good file, reading it ends with an error that says what is wrong or with every line accounted for: read, left out
//! on purpose, or given back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::Path;
use support::read_bytes;

/// A good file of each importer of tables, and how many lines stand before its data.
const GOOD: [(&str, usize); 8] = [
    ("waste_register/trackdechets_outgoing.csv", 1),
    ("waste_register/trackdechets_incoming.csv", 1),
    ("waste_register/trackdechets_managed.csv", 1),
    ("waste_register/trackdechets_transported.csv", 1),
    ("irep/etablissements.csv", 1),
    ("sirene/current/StockEtablissement.csv", 1),
    ("sirene/legacy/geo_sirene.csv", 1),
    ("sirene/legacy_48/StockEtablissement.csv", 1),
];

const WORKBOOK: &str = "identifiant;nom;commune;siret;naf;effectif\nV1;Bois du Val;Florange;;16.24Z;30\nV2;Tri du Val;Fameck;;38.32Z;12\n\
                        V3;Papier du Val;Florange;;;\nV4;Verre du Val;Fameck;;38.32Y;20 à 49\n";

/// A register as a company keeps it, with a title and prices.
const REGISTER: &str = "Société Forge-Neuve – site de Fameck;;;;;\nDate d'enlèvement;Déchet;Code déchet;Quantité (t);Exutoire;Coût HT (€)\n\
                        12/01/2025;palettes cassées;15 01 03;1,2;Tri du Val;84\n03/02/2025;cartons;15 01 01;0,8;Papier du Val;-40\n\
                        14/03/2025;huile usagée;13 02 05*;0,3;Huiles du Val;\n02/06/2025;tournures;12 01 01;2,45;Ferrailles du Val;-310,50\n\
                        Total;;;4,75;;\n";

/// Something that goes wrong with a table, and leaves its lines lines.
#[derive(Clone, Debug)]
enum Harm {
    /// Another character.
    Wrong(usize, char),
    /// A line lost.
    Lost(usize),
    /// A line ends early.
    Cut(usize, usize),
    /// Two lines change places.
    Swapped(usize, usize),
}

/// What may stand where a document says something else.
fn spoil() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[ -~é]{0,12}".prop_map(Value::from),
        Just(Value::Array(vec![Value::Null])),
        Just(serde_json::json!({})),
    ]
}

/// A file of the tests, whichever encoding it is in.
fn good(name: &str) -> String {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)).unwrap();
    String::from_utf8(bytes).unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect())
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn harm() -> impl Strategy<Value = Harm> {
    let at = any::<usize>;
    prop_oneof![
        4 => (at(), "[-0-9A-Za-zé€ .*/:]").prop_map(|(at, with)| Harm::Wrong(at, with.chars().next().unwrap())),
        1 => at().prop_map(Harm::Lost),
        1 => (at(), at()).prop_map(|(line, at)| Harm::Cut(line, at)),
        1 => (at(), at()).prop_map(|(a, b)| Harm::Swapped(a, b)),
    ]
}

fn suffer(lines: &mut Vec<String>, harm: &Harm) {
    let count = lines.len();
    if count == 0 {
        return;
    }
    match *harm {
        Harm::Lost(line) => drop(lines.remove(line % count)),
        Harm::Swapped(a, b) => lines.swap(a % count, b % count),
        Harm::Cut(line, at) => {
            let line = &mut lines[line % count];
            // Half a quoted cell would swallow the next line.
            if !line.contains('"') && !line.is_empty() {
                *line = line.chars().take(1 + at % line.chars().count()).collect();
            }
        }
        Harm::Wrong(at, with) => {
            let line = &mut lines[at % count];
            let place = (at / count) % line.chars().count().max(1);
            let kept = |old: char| matches!(old, '"' | ';' | ',' | '\t');
            *line = line
                .chars()
                .enumerate()
                .map(|(ix, old)| if ix == place && !kept(old) { with } else { old })
                .collect();
        }
    }
}

/// The lines of a harmed table are neither lost nor counted twice.
fn accounts(name: &str, text: &str, before: usize, harms: &[Harm]) {
    let all: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut lines: Vec<String> = all[before..].iter().map(|line| (*line).to_owned()).collect();
    for harm in harms {
        suffer(&mut lines, harm);
    }
    lines.retain(|line| !line.trim_matches([' ', ';', ',', '"']).is_empty());
    let harmed = format!("{}\n{}\n", all[..before].join("\n"), lines.join("\n"));
    for batch in read_bytes(file_name(name), harmed.as_bytes()).into_iter().flatten() {
        let report = &batch.report;
        let left_out: usize = report.skipped.iter().map(|(_, count)| count).sum();
        let told = report.records + left_out;
        assert!(told <= lines.len(), "{name}: {told} told of {}\n{harmed}", lines.len());
        let all_told = told + report.refused_lines();
        assert!(all_told >= lines.len(), "{name}: {all_told} accounted of {}\n{harmed}", lines.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_line_of_a_harmed_table_is_accounted_for(harms in proptest::collection::vec(harm(), 1..12), which in 0..GOOD.len()) {
        let (name, before) = GOOD[which];
        accounts(name, &good(name), before, &harms);
    }

    #[test]
    fn every_line_of_a_harmed_workbook_is_accounted_for(harms in proptest::collection::vec(harm(), 1..12)) {
        accounts("acteurs.csv", WORKBOOK, 1, &harms);
    }

    #[test]
    fn every_line_of_a_harmed_register_of_ones_own_is_accounted_for(harms in proptest::collection::vec(harm(), 1..12)) {
        accounts("registre.csv", REGISTER, 2, &harms);
    }

    #[test]
    fn every_entry_of_a_harmed_network_is_accounted_for(spoilt in proptest::collection::vec((any::<bool>(), any::<usize>(), any::<usize>(), spoil()), 0..8)) {
        let mut document: Value = serde_json::from_str(&good("network/vallee.json")).unwrap();
        for (actor, entry, key, with) in spoilt {
            let list = document[if actor { "actors" } else { "flows" }].as_array_mut().unwrap();
            let at = entry % list.len();
            match list[at].as_object_mut() {
                Some(entry) if key % 5 > 0 && !entry.is_empty() => {
                    let name = entry.keys().nth(key % entry.len()).unwrap().clone();
                    entry.insert(name, with);
                }
                _ => list[at] = with,
            }
        }
        let entries = |key: &str| document[key].as_array().unwrap().len();
        let all = entries("actors") + entries("flows");
        for batch in read_bytes("reseau.json", document.to_string().as_bytes()) {
            let report = batch.unwrap().report;
            let left_out: usize = report.skipped.iter().map(|(_, count)| count).sum();
            prop_assert_eq!(report.records + left_out + report.refused_lines(), all);
        }
    }

    #[test]
    fn any_bytes_in_a_network_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..60), at in any::<usize>()) {
        let mut whole = good("network/vallee.json").into_bytes();
        let at = at % whole.len();
        whole.splice(at..at, bytes);
        for error in read_bytes("reseau.json", &whole).into_iter().filter_map(Result::err) {
            prop_assert!(error.to_string().contains("reseau"), "{error}");
        }
    }

    #[test]
    fn any_bytes_under_any_name_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), ending in "(csv|xlsx|xls|ods|json|txt|geojson|zip)", which in 0..GOOD.len(), at in any::<usize>()) {
        let name = format!("fichier.{ending}");
        for error in read_bytes(&name, &bytes).into_iter().filter_map(Result::err) {
            prop_assert!(error.to_string().contains("fichier"), "{error}");
        }
        // The same bytes in the middle of a good file.
        let name = GOOD[which].0;
        let mut whole = good(name).into_bytes();
        let at = at % whole.len();
        whole.splice(at..at, bytes);
        read_bytes(file_name(name), &whole);
    }
}
