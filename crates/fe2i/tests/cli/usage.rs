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
