//! `fe2i evaluate`: questions by hand, answers in order.

use crate::run::fe2i_reading;
use serde_json::{Value, json};

#[track_caller]
fn answers(task: &str, questions: &[Value]) -> Vec<Value> {
    let input: Vec<String> = questions.iter().map(Value::to_string).collect();
    fe2i_reading(&["evaluate", task], &input.join("\n")).clean().json_lines()
}

fn ranked(answer: &Value) -> Vec<&str> {
    answer["ranked"].as_array().expect("a ranking").iter().filter_map(Value::as_str).collect()
}

#[test]
fn wordings_to_waste_codes() {
    let found = answers(
        "D",
        &[
            json!({"q": "1", "input": {"text": "huile moteur usagée de vidange"}, "candidates": null}),
            json!({"q": "2", "input": {"text": "emballages en bois, palettes"}, "candidates": null}),
        ],
    );
    assert_eq!([&found[0]["q"], &found[1]["q"]], ["1", "2"]);
    let code = |answer: &Value| ranked(answer)[0].replace([' ', '*'], "");
    assert!(code(&found[0]).starts_with("1302"), "{}", found[0]);
    assert_eq!(code(&found[1]), "150103", "{}", found[1]);
}

#[test]
fn a_flow_to_its_taker() {
    let actors = json!({
        "a": {"name": "Cimenterie", "industry": "cement works", "nace": "2351"},
        "b": {"name": "Boulangerie", "industry": "bakery", "nace": "1071"},
        "c": {"name": "Cabinet", "industry": "accounting", "nace": "6920"},
    });
    let question = json!({"q": "x", "candidates": ["c", "b", "a"],
        "input": {"donor": {"name": "Centrale", "industry": "coal power plant", "nace": "3511"}, "resource": "fly ash", "actors": actors}});
    let found = answers("A", &[question]);
    assert_eq!(ranked(&found[0])[0], "a", "{}", found[0]);
    assert_eq!(ranked(&found[0]).len(), 3, "every candidate is ranked");
}

#[test]
fn a_term_and_a_receiver_to_a_score() {
    let pair = |q: &str, waste: &str, receiver: &str| json!({"q": q, "input": {"waste": waste, "receiver": receiver}});
    let found = answers("E", &[pair("1", "fly ash", "cement works"), pair("2", "fly ash", "bakery")]);
    let score = |answer: &Value| answer["score"].as_f64().expect("a score");
    assert!(score(&found[0]) > score(&found[1]), "{found:?}");
}

#[test]
fn a_question_that_is_not_one_stops_and_is_named() {
    let good = json!({"q": "1", "input": {"text": "carton"}}).to_string();
    let done = fe2i_reading(&["evaluate", "d"], &format!("{good}\n{{\"q\": 3}}\n"));
    assert_eq!(done.refused(1, &["ligne 2", "candidates"]).json_lines().len(), 1);
}
