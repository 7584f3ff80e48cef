//! `fe2i reference`.

use crate::run::fe2i;

#[test]
fn without_a_word_a_summary_of_what_is_known() {
    let done = fe2i(&["reference"]).clean();
    for what in ["ressources", "filières", "entrées de la liste des déchets", "sources"] {
        let line = done
            .out
            .lines()
            .find(|line| line.trim_end().ends_with(what))
            .unwrap_or_else(|| panic!("{what}: {}", done.out));
        let count: usize = line.split_whitespace().next().and_then(|n| n.parse().ok()).unwrap_or_default();
        assert!(count > 50, "{line}");
    }
}

#[test]
fn a_search_finds_every_kind_of_entry_with_its_source() {
    let done = fe2i(&["reference", "palettes"]).clean();
    let lines: Vec<&str> = done.out.lines().collect();
    let wood = lines
        .iter()
        .position(|line| line.ends_with("[pallet-wood]"))
        .unwrap_or_else(|| panic!("{}", done.out));
    assert!(
        lines[wood].starts_with("ressource ") && lines[wood + 1].contains("15 01 03"),
        "{}",
        lines[wood + 1]
    );
    assert!(lines[wood + 2].contains("liste des déchets"), "a document: {}", lines[wood + 2]);
    for kind in ["voie de valorisation", "installation", "code déchet"] {
        let one = if kind == "code déchet" {
            fe2i(&["reference", "emballages en bois"]).clean().out
        } else {
            done.out.clone()
        };
        assert!(one.lines().any(|line| line.starts_with(kind)), "{kind}: {one}");
    }
}

#[test]
fn what_bears_the_name_comes_first() {
    let done = fe2i(&["reference", "bois", "B"]).clean();
    assert!(done.out.lines().next().is_some_and(|line| line.ends_with("[class-b-wood]")), "{}", done.out);
}

#[test]
fn accents_and_case_do_not_count() {
    let plain = fe2i(&["reference", "methanisation"]).clean();
    assert_eq!(fe2i(&["reference", "MÉTHANISATION"]).clean(), plain);
}

#[test]
fn figures_are_those_in_force_and_said_in_words() {
    let done = fe2i(&["reference", "tgap"]).clean();
    let told: Vec<&str> = done.out.lines().filter(|line| line.contains("confiance ")).collect();
    assert!(told.len() > 10, "{}", done.out);
    assert!(
        !done.out.contains("Low") && !done.out.contains("High") && !done.out.contains(" ,"),
        "{}",
        done.out
    );
    assert!(!told.iter().any(|line| line.contains("→ 31/12/2020")), "the rate of the day only: {told:?}");
}

#[test]
fn nothing_found_is_said_and_stops() {
    let done = fe2i(&["reference", "xqzzv"]).refused(1, &["« xqzzv »"]);
    assert!(done.out.is_empty());
}

#[test]
fn every_figure_is_printed_with_range_unit_and_source() {
    let done = fe2i(&["reference", "--figures"]).clean();
    assert!(done.out.lines().count() > 300, "{} lines", done.out.lines().count());
    for line in done.out.lines() {
        assert!(line.matches(" – ").count() >= 2, "low – mid – high in: {line}");
    }
}
