//! `--lang en` on a folder in which everything is wrong: no French is left in what people read.

use crate::folder::arg;
use crate::run::{fe2i, fe2i_reading};
use std::fs;
use std::path::Path;

/// Words that no English sentence has and hardly any French one lacks.
const FRENCH: [&str; 26] = [
    "le",
    "les",
    "des",
    "du",
    "une",
    "est",
    "sont",
    "pas",
    "pour",
    "avec",
    "dans",
    "attendu",
    "ou",
    "et",
    "aux",
    "ligne",
    "lignes",
    "colonne",
    "fichier",
    "valeur",
    "inconnu",
    "inconnue",
    "quantité",
    "écrivez",
    "donnez",
    "lues",
];

const FILES: [(&str, &str); 5] = [
    (
        "acteurs.csv",
        "identifiant;nom;siret;naf;effectif;latitude;longitude;commune\n\
         S1;Alpha;73282932000074;16.24Z;lots;49,3;6,1;\n\
         S2;Beta;73282932000075;99.99Z;12;north;6,2;\n\
         S3;Gamma;7328;38.32Y;12;49,32;6,12;\n\
         S1;Alpha again;;;;;;\n\
         S4;Sea;;16.24Z;40;43,0;-8,5;Florange\n",
    ),
    (
        "flux.csv",
        "site;sens;quoi;quantité;prix;saison;code déchet;preuve\n\
         S1;jette;broken pallets;2 skips;;;;\n\
         S1;jette;pallets;-3 t/year;;;;\n\
         S1;jette;pallets;NaN;;;;\n\
         S1;jette;pallets;12;;;;\n\
         S1;jette;pallets;12 t;;;;\n\
         S1;jette;sludge;3 h/day;;;;\n\
         S1;jette;drums;12 t/year;95;;;\n\
         S1;jette;drums;12 t/year;;whenever;;\n\
         S1;jette;drums;12 t/year;;;99 99 99;\n\
         S1;jette;drums;12 t/year;;;abc;\n\
         S1;gives;drums;12 t/year;;;;\n\
         S9;jette;cardboard;1 t/year;;;;\n\
         S1;jette;cardboard;1.200 t/year;;;;maybe\n\
         S2;jette;;1 t/year;;;;\n",
    ),
    (
        "register.csv",
        "Date;Waste;Code;Quantity;Unit\n2026-01-05;oil;13 02 05*;-2;t\nsome day;oil;13 02 05*;2;t\n2026-02-05;oil;13 02 05*;much;t\n",
    ),
    ("letter.xlsx", "PK\u{3}\u{4}not a workbook at all"),
    ("page.csv", "<html><body>hello</body></html>"),
];

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in FILES {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

/// Sentences that hold a French word outside quotation marks: what somebody wrote stays as it is.
fn french(text: &str) -> Vec<&str> {
    let said = |line: &&str| {
        let bare: String = line.split(['“', '”', '«', '»', '`']).step_by(2).collect::<Vec<_>>().join(" ");
        let bare = bare.to_lowercase();
        let mut words = bare.split(|c: char| !c.is_alphabetic());
        words.any(|word| FRENCH.contains(&word)) || line.contains('⟦')
    };
    text.lines().filter(said).collect()
}

#[test]
fn nothing_french_is_said_of_a_folder_full_of_faults() {
    let (folder, out) = (folder(), tempfile::tempdir().expect("a folder"));
    let args =
        ["--lang", "en", "diagnose", "--day", "2026-06-30", "--no-estimates", "--out", arg(out.path())];
    let done = fe2i(&[&args[..], &[arg(folder.path())]].concat());
    assert_eq!(done.code, 1, "three files are not read: {}", done.err);
    // Names of files and folders are what they are.
    let err = done.err.replace("rejets", "").replace("flux.csv", "").replace("acteurs.csv", "");
    assert_eq!(french(&err), [""; 0], "{err}");
    let json = fs::read_to_string(out.path().join("leads.json")).expect("leads.json");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let sentences = json["findings"].as_array().expect("findings").iter();
    let mut said: Vec<&str> = sentences.filter_map(|finding| finding["sentence"].as_str()).collect();
    let inputs = json["inputs"].as_array().expect("inputs");
    let rejects = inputs.iter().flat_map(|file| file["rejects"].as_array().expect("rejects"));
    let reasons: Vec<&str> = rejects.filter_map(|reject| reject["reason"].as_str()).collect();
    assert!(reasons.len() >= 15, "{reasons:#?}");
    said.extend(&reasons);
    let said = said.join("\n").replace("“quantité”", "");
    assert_eq!(french(&said), [""; 0], "{said}");
}

#[test]
fn the_reject_file_has_english_reasons_and_is_known_when_it_comes_back() {
    let (folder, out) = (folder(), tempfile::tempdir().expect("a folder"));
    fe2i(&[
        "--lang",
        "en",
        "diagnose",
        "--day",
        "2026-06-30",
        "--no-estimates",
        "--out",
        arg(out.path()),
        arg(folder.path()),
    ]);
    let files =
        fs::read_dir(out.path().join("rejets")).expect("rejects").map(|file| file.expect("a file").path());
    let flows = files.into_iter().find(|path| path.to_string_lossy().contains("flux")).expect("flux");
    let text = fs::read_to_string(&flows).expect("text");
    let heading = text.lines().next().unwrap_or_default();
    assert!(heading.trim_start_matches('\u{feff}').starts_with("reason;line;column;site;"), "{heading}");
    assert_eq!(french(&reasons(&text)), [""; 0], "{text}");
    let again =
        fe2i(&["--lang", "en", "diagnose", "--day", "2026-06-30", "--json", arg(folder.path()), arg(&flows)]);
    assert!(!again.err.contains("panicked") && !again.out.contains("“reason” is not known"), "{}", again.err);
}

/// The first cells.
fn reasons(text: &str) -> String {
    text.lines().skip(1).filter_map(|line| line.split(';').next()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_single_unreadable_file_stops_with_one_line() {
    let folder = folder();
    let done = fe2i(&["--lang", "en", "diagnose", arg(&Path::new(folder.path()).join("page.csv"))]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("HTML or XML page") && done.err.contains("expected a CSV"), "{}", done.err);
}

#[test]
fn help_is_english_from_the_first_page_to_the_last() {
    let pages = [
        "",
        "demo",
        "serve",
        "user",
        "user add",
        "user password",
        "migrate",
        "import",
        "export",
        "backup",
        "restore",
        "diagnose",
        "template",
        "classify",
        "plan",
        "evaluate",
        "reference",
    ];
    for page in pages {
        let args: Vec<&str> = ["--lang", "en"].into_iter().chain(page.split_whitespace()).collect();
        let help = fe2i(&[&args[..], &["--help"]].concat()).clean();
        // The name of an option is what it is.
        let said = help.out.replace("--pour <POUR>", "");
        assert_eq!(french(&said), [""; 0], "{page}: {}", help.out);
    }
    assert!(fe2i(&["--help"]).clean().out.contains("Langue des réponses"), "French first");
}

#[test]
fn wrong_questions_are_refused_in_english() {
    let day = fe2i(&["--lang", "en", "classify", "--day", "yesterday", "wood"]).refused(2, &["YYYY-MM-DD"]);
    let answer =
        fe2i(&["--lang", "en", "classify", "--answer", "perhaps", "wood"]).refused(2, &["yes or no"]);
    let line =
        fe2i_reading(&["--lang", "en", "classify", "--jsonl"], "wood\n").refused(1, &["line 1", "“wood”"]);
    for said in [day, answer, line] {
        assert_eq!(french(&said.err), [""; 0], "{}", said.err);
    }
}

#[test]
fn what_contradicts_its_code_is_said_in_english() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [
        ("acteurs.csv", "identifiant;nom;naf;latitude;longitude\nS1;Alpha;16.24Z;49,3;6,1\n"),
        (
            "flux.csv",
            "site;sens;quoi;quantité;code déchet\nS1;jette;clean cardboard boxes;4 t/an;15 01 10*\n",
        ),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let args = ["--lang", "en", "diagnose", "--json", "--day", "2026-06-30", "--no-estimates"];
    let done = fe2i(&[&args[..], &[arg(folder.path())]].concat());
    let json: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    let findings = json["findings"].as_array().expect("findings");
    let odd = findings.iter().find(|finding| finding["key"] == "flow-hazard-contradicts").expect("a finding");
    let sentence = odd["sentence"].as_str().expect("a sentence");
    assert!(sentence.contains("cardboard") && french(sentence).is_empty(), "{sentence}");
}
