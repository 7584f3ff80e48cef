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
    assert!(
        done.out
            .lines()
            .any(|l| l.starts_with("ressource  pallet-wood") && l.contains("15 01 03") && l.contains('—')),
        "{}",
        done.out
    );
    assert!(done.out.lines().any(|l| l.starts_with("filière")), "{}", done.out);
}

#[test]
fn accents_and_case_do_not_count() {
    let plain = fe2i(&["reference", "methanisation"]).clean();
    assert_eq!(fe2i(&["reference", "MÉTHANISATION"]).clean(), plain);
}

#[test]
fn figures_in_force_come_first_and_are_said_in_words() {
    let done = fe2i(&["reference", "tgap"]).clean();
    let figures: Vec<&str> = done.out.lines().filter(|line| line.contains(" – ")).collect();
    assert!(figures.len() > 10 && figures[0].contains("confiance "), "{:?}", figures.first());
    assert!(
        !done.out.contains("Low") && !done.out.contains("High") && !done.out.contains(" ,"),
        "{}",
        done.out
    );
    let expired = figures.iter().position(|line| line.contains("→ 2020-12-31")).unwrap_or(figures.len());
    assert!(expired > 0, "{}", figures[0]);
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
