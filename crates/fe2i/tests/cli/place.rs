//! The commands that keep a database: in, out, saved, restored, and every command's own help.

use crate::folder::{arg, small};
use crate::run::fe2i;

#[test]
fn every_command_explains_itself() {
    let help = fe2i(&["--help"]);
    let commands = help.out.lines().skip_while(|line| !line.starts_with("Commandes")).skip(1);
    let names: Vec<&str> = commands
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    for wanted in ["serve", "user", "migrate", "import", "export", "backup", "restore", "demo"] {
        assert!(names.contains(&wanted), "{wanted} is not among {names:?}");
    }
    for name in names.into_iter().filter(|name| *name != "help") {
        let done = fe2i(&[name, "--help"]);
        assert_eq!(done.code, 0, "{name}: {}", done.err);
        assert!(done.out.contains("Emploi"), "{name}: {}", done.out);
    }
}

#[test]
fn a_territory_goes_in_is_saved_restored_and_comes_out_identical() {
    let folder = small();
    let path = |name: &str| folder.path().join(name);
    let database = |name: &str| format!("sqlite://{}", path(name).display());
    let (first, second, third) = (database("a.sqlite"), database("b.sqlite"), database("c.sqlite"));
    // One key for all: sealed values move with the one that sealed them.
    let key = "ab".repeat(32);
    let ran = |args: &[&str]| {
        let done = fe2i(&[args, &["--key", &key]].concat());
        assert_eq!(done.code, 0, "{args:?}: {}", done.err);
        done
    };
    ran(&["import", "essai", arg(folder.path()), "--database", &first]);
    let added = ran(&[
        "user",
        "add",
        "a@example.org",
        "--admin",
        "--territory",
        "essai",
        "--role",
        "admin",
        "--database",
        &first,
    ]);
    assert!(added.out.contains("/password/reset/"), "{}", added.out);
    let saved = path("sauvegarde");
    ran(&["backup", arg(&saved), "--dump", "--database", &first]);
    fe2i(&["backup", arg(&saved), "--database", &first]).refused(1, &["sauvegarde"]);
    ran(&["restore", arg(&saved), "--database", &second]);
    assert!(ran(&["user", "list", "--database", &second]).out.contains("a@example.org"));
    ran(&["migrate", "--database", &second]);
    let (out, again) = (path("out"), path("again"));
    ran(&["export", "essai", arg(&out), "--database", &second]);
    ran(&["import", "essai", arg(&out), "--database", &third]);
    ran(&["export", "essai", arg(&again), "--database", &third]);
    for file in ["records.jsonl", "audit.jsonl"] {
        let read = |folder: &std::path::Path| std::fs::read_to_string(folder.join(file)).expect(file);
        assert_eq!(read(&out), read(&again), "{file}");
    }
    let nowhere = path("x");
    let unknown = ["export", "nulle-part", arg(&nowhere), "--database", &second];
    fe2i(&[unknown.as_slice(), &["--key", &key]].concat()).refused(1, &["nulle-part"]);
    // Without the key that sealed, nothing is opened, and it is said how.
    fe2i(&unknown).refused(1, &["FE2I_KEY", "--forget-sealed"]);
    fe2i(&["serve", "--smtp", "smtp://localhost", "--database", &second]).refused(2, &["--public-url"]);
}
