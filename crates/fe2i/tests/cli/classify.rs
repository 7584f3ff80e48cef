//! `fe2i classify`.

use crate::run::{fe2i, fe2i_reading};

#[test]
fn a_wording_gives_resource_code_and_the_words_that_decided() {
    let done = fe2i(&["classify", "--day", "2026-06-30", "palettes", "perdues", "HS"]).clean();
    let first = done.out.lines().next().unwrap_or_default();
    assert!(
        first.contains("[pallet-wood]") && done.out.contains("Décidé par : palettes, perdues"),
        "{}",
        done.out
    );
    assert!(done.out.contains("15 01 03"), "{}", done.out);
}

#[test]
fn the_question_is_asked_once_and_the_answer_settles_it() {
    let asked = fe2i(&["classify", "--day", "2026-06-30", "sable de sablage"]).clean();
    assert!(asked.out.contains("12 01 17  non dangereux") && asked.out.contains("--answer"), "{}", asked.out);
    let told = fe2i(&["classify", "--day", "2026-06-30", "--answer", "oui", "sable de sablage"]).clean();
    assert!(told.out.contains("12 01 16*  dangereux") && !told.out.contains("--answer"), "{}", told.out);
    for page in [asked, told] {
        assert!(page.out.lines().all(|line| line.chars().count() <= 60), "a phone's width: {}", page.out);
    }
}

#[test]
fn the_language_is_that_of_the_question_the_labels_that_of_the_reader() {
    let french = fe2i(&["classify", "--day", "2026-06-30", "broken pallets"]).clean();
    let english = fe2i(&["--lang", "en", "classify", "--day", "2026-06-30", "broken pallets"]).clean();
    assert!(french.out.contains("bois de palettes"), "{}", french.out);
    assert!(english.out.contains("pallet wood"), "{}", english.out);
}

#[test]
fn an_unknown_wording_says_so_and_stops_as_other_searches_do() {
    let done = fe2i(&["classify", "--day", "2026-06-30", "xqzzv wkrpt"]);
    assert_eq!(done.code, 1, "{done:?}");
    assert!(done.out.contains("xqzzv wkrpt") && done.out.lines().count() == 1, "{}", done.out);
}

#[test]
fn json_lines_in_json_lines_out_same_order_same_answers() {
    let input =
        "{\"text\": \"palettes perdues\"}\n{\"text\": \"huile de vidange\"}\n{\"text\": \"xqzzv wkrpt\"}\n";
    let args = ["classify", "--jsonl", "--count", "3", "--day", "2026-06-30"];
    let done = fe2i_reading(&args, input).clean();
    let answers = done.json_lines();
    let said: Vec<_> = answers.iter().filter_map(|a| a["text"].as_str()).collect();
    assert_eq!(said, ["palettes perdues", "huile de vidange", "xqzzv wkrpt"]);
    assert_eq!(answers[0]["resources"][0]["resource"], "pallet-wood");
    assert!(
        answers[1]["codes"][0]["code"].as_str().is_some_and(|code| code.starts_with("13 02")),
        "{}",
        answers[1]
    );
    assert_eq!(answers[2]["resources"].as_array().map(Vec::len), Some(0));
    for answer in &answers {
        assert!(answer["resources"].as_array().is_some_and(|list| list.len() <= 3), "{answer}");
    }
    assert_eq!(fe2i_reading(&args, input), done, "the same question twice");
}

#[test]
fn a_line_that_is_not_json_stops_and_is_named() {
    let input = "{\"text\": \"palettes perdues\"}\npalettes perdues\n";
    let done = fe2i_reading(&["classify", "--jsonl", "--day", "2026-06-30"], input);
    let done = done.refused(1, &["ligne 2", "{\"text\": \"…\"}", "« palettes perdues »"]);
    assert_eq!(done.json_lines().len(), 1, "the good line before it is answered");
}

#[test]
fn the_code_is_the_one_in_force_on_the_day() {
    let codes = |day: &str| -> Vec<String> {
        let asked =
            fe2i_reading(&["classify", "--jsonl", "--day", day], "{\"text\": \"batteries lithium usagées\"}")
                .clean();
        let answer = &asked.json_lines()[0];
        answer["codes"]
            .as_array()
            .expect("codes")
            .iter()
            .filter_map(|c| Some(c["code"].as_str()?.to_owned()))
            .collect()
    };
    let (before, after) = (codes("2026-06-30"), codes("2027-01-15"));
    assert!(!before.is_empty() && !after.is_empty());
    assert_ne!(before, after, "decision 2025/934 gave lithium batteries codes of their own");
}
