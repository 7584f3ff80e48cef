//! Wrong usage, help, version.

use crate::run::fe2i;

#[test]
fn wrong_usage_is_code_2_and_says_what_is_right() {
    for args in
        [&[][..], &["frobnicate"], &["classify"], &["classify", "--day", "hier", "bois"], &["evaluate", "Z"]]
    {
        let done = fe2i(args);
        assert_eq!(done.code, 2, "{args:?}: {done:?}");
        assert!(done.out.is_empty() && !done.err.is_empty(), "{args:?}: usage goes to standard error");
    }
    fe2i(&["classify", "--day", "hier", "bois"]).refused(2, &["hier", "AAAA-MM-JJ"]);
    fe2i(&["evaluate", "Z"]).refused(2, &["A, B, C, D, E"]);
    fe2i(&["classify", "--lang", "de", "bois"]).refused(2, &["fr, en"]);
    fe2i(&["classify", "--count", "trois", "bois"]).refused(2, &["« trois »", "un nombre"]);
    fe2i(&["classif"]).refused(2, &["« classif » n’est pas une commande", "classify"]);
    fe2i(&["--lang", "en", "classif"]).refused(2, &["“classif” is no command", "classify"]);
    fe2i(&["plan", "--nothing"]).refused(2, &["--nothing n’est pas une option"]);
}

#[test]
fn help_speaks_one_language() {
    for args in [&["--help"][..], &["diagnose", "--help"], &["help", "serve"]] {
        let help = fe2i(args).clean().out;
        let english = ["Usage", "Print", "default", "possible values", "Commands:"];
        let found: Vec<_> = english.iter().filter(|word| help.contains(**word)).collect();
        assert!(found.is_empty(), "{args:?}: {found:?} in {help}");
    }
}

#[test]
fn help_and_version_are_data() {
    let version = fe2i(&["--version"]).clean();
    assert_eq!(version.out.trim(), concat!("fe2i ", env!("CARGO_PKG_VERSION")));
    let help = fe2i(&["--help"]).clean();
    for command in ["classify", "demo", "diagnose", "evaluate", "reference", "template"] {
        assert!(help.out.contains(command), "{command} is not in the help:\n{}", help.out);
    }
}

#[test]
fn the_readme_counts_what_the_demo_reads() {
    let lines = |table: &str| table.lines().skip(1).filter(|line| !line.trim().is_empty()).count();
    let sites = lines(include_str!("../../../../scenarios/vallee/acteurs.csv"));
    let flows = lines(include_str!("../../../../scenarios/vallee/flux.csv"));
    let readme = include_str!("../../../../README.md").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(readme.contains(&format!("{sites} sites et {flows} flux")), "{sites} sites et {flows} flux");
}

#[cfg(unix)]
#[test]
fn the_demo_takes_its_folder_with_it_when_it_is_stopped() {
    let temp = tempfile::tempdir().unwrap();
    let mut demo = std::process::Command::new(env!("CARGO_BIN_EXE_fe2i"))
        .args(["demo", "kalundborg", "--port", "0"])
        .env("TMPDIR", temp.path())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let left = || std::fs::read_dir(temp.path()).unwrap().count();
    while left() == 0 && demo.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let pid = demo.id().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    assert!(demo.wait().unwrap().success(), "stopped, not killed");
    assert_eq!(left(), 0);
}
