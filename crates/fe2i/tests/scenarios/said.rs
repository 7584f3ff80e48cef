//! What standard error says of files that are not in order.

use std::path::Path;
use std::process::{Command, Output};

fn diagnose(path: &Path, out: &Path) -> (Output, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_fe2i"))
        .args(["diagnose", "--no-estimates", "--out"])
        .args([out, path])
        .env_remove("FE2I_LANG")
        .output()
        .expect("the binary starts");
    let said = String::from_utf8_lossy(&done.stderr).replace(['\u{a0}', '\u{202f}'], " ");
    (done, said)
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

#[test]
fn a_file_that_cannot_be_read_is_said_once() {
    let given = folder(&[("vide.csv", "")]);
    let (done, said) = diagnose(&given.path().join("vide.csv"), &given.path().join("out"));
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert_eq!(said.matches("vide.csv").count(), 1, "{said}");
}

#[test]
fn flows_of_nobody_are_said_counted_and_given_back() {
    let given = folder(&[
        ("acteurs.csv", "identifiant;nom;type;commune\nV001;Menuiserie du Val;;Florange\n"),
        ("flux.csv", "site;sens;quoi;quantité\nV001;jette;bois;3 t/an\nV999;jette;rebuts;1 t/an\n"),
    ]);
    let out = tempfile::tempdir().expect("a folder");
    let (done, said) = diagnose(given.path(), out.path());
    assert!(done.status.success(), "{said}");
    assert!(said.lines().any(|line| line.starts_with("erreur : ") && line.contains("V999")), "{said}");
    assert!(
        said.contains("2 lignes lues, 0 laissées de côté, une ligne refusée, aucune valeur à corriger"),
        "{said}"
    );
    let rejects: String = std::fs::read_dir(out.path().join("rejets"))
        .expect("rejets/")
        .map(|entry| std::fs::read_to_string(entry.expect("readable").path()).expect("text"))
        .collect();
    assert!(rejects.contains("V999;jette;rebuts;1 t/an"), "{rejects}");
}
