//! `fe2i plan`: a plan, no plan and why, a file that is refused.

use crate::run::{Done, fe2i};
use std::path::Path;

const SMALL: &str = r#"{"format":"fe2i-plan-instance/1","name":"essai","objective":"min_cost","serve":"all","single_site":false,
"sources":[{"id":"s1","supply_t":120},{"id":"s2","supply_t":60}],
"options":[{"id":"a","site":"a","capacity_t":150,"fixed_eur":2000,"variable_eur_t":12},
{"id":"b","site":"b","capacity_t":200,"fixed_eur":2500,"variable_eur_t":10}],
"haul_eur_t":[[4,20],[9,6]]}"#;

fn plan(folder: &Path, text: &str, more: &[&str]) -> Done {
    let path = folder.join("essai.json");
    std::fs::write(&path, text).expect("writes");
    let path = path.display().to_string();
    fe2i(&[&["plan", "--instance", &path], more].concat())
}

#[test]
fn a_plan_is_proved_verified_and_repeated() {
    let folder = tempfile::tempdir().expect("a folder");
    let answer = plan(folder.path(), SMALL, &["--json"]).clean().json();
    assert_eq!(answer["status"], "optimal");
    assert_eq!(answer["verified"], true);
    // Only b: 2,500 + 180 × 10 + 120 × 20 + 60 × 6.
    assert_eq!(answer["objective"], 7060.0);
    assert_eq!(answer["open"], serde_json::json!(["b"]));
    assert_eq!(answer["flows"].as_array().map(Vec::len), Some(2));
    let again = plan(folder.path(), SMALL, &["--json", "--seed", "1"]).clean().json();
    assert_eq!(answer["flows"], again["flows"]);
}

#[test]
fn the_model_is_exported() {
    let folder = tempfile::tempdir().expect("a folder");
    let lp = folder.path().join("m.lp").display().to_string();
    let done = plan(folder.path(), SMALL, &["--export-lp", &lp]).clean();
    assert!(done.out.contains("Ouvrir b"), "{}", done.out);
    assert!(
        done.out.contains("à 0,0001") && !done.out.contains("0.0000"),
        "a gap as people write it: {}",
        done.out
    );
    assert!(std::fs::read_to_string(lp).expect("written").contains("Subject To"));
}

#[test]
fn a_robust_plan_tells_its_draws_and_repeats() {
    let folder = tempfile::tempdir().expect("a folder");
    let ask = |more: &[&str]| plan(folder.path(), SMALL, &[&["--robust", "0.9"], more].concat());
    let answer = ask(&["--json"]).clean().json();
    assert_eq!(answer["draws"], 1000);
    let at = |key: &str| answer[key].as_f64().expect("a number");
    assert!(at("p10") < at("p50") && at("p50") < at("p90") && at("cvar") >= at("p90"), "{answer}");
    assert_eq!(answer, ask(&["--json"]).clean().json());
    let said = ask(&[]).clean().out.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(said.contains("000 tirages") && said.contains("ouvrir : b"), "{said}");
}

#[test]
fn no_plan_says_why() {
    let folder = tempfile::tempdir().expect("a folder");
    let done = plan(folder.path(), &SMALL.replace("120", "1200"), &["--json"]);
    assert_eq!(done.code, 1, "{done:?}");
    let answer = done.json();
    assert_eq!(answer["status"], "infeasible");
    let why = answer["why"][0].as_str().unwrap_or_default();
    assert!(why.starts_with("Capacité") && why.contains("910"), "{why}");
}

#[test]
fn an_unknown_key_is_refused_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    plan(folder.path(), &SMALL.replace("\"site\":\"b\"", "\"sit\":\"b\""), &["--json"])
        .refused(1, &["essai.json:4:", "clé inconnue « sit »", "connues", " site,"]);
    plan(folder.path(), &SMALL.replace(":150", ":-150"), &["--json"])
        .refused(1, &["essai.json:3:46", "options[0].capacity_t = -150", "un nombre, 0 ou plus"]);
    plan(folder.path(), &SMALL.replace(":150", ":-150"), &["--json", "--lang", "en"])
        .refused(1, &["essai.json:3:46", "a number, 0 or more"]);
}

/// A shared plant of the demonstration valley, planned and written out.
fn chain(plant: &str, out: &Path, more: &[&str]) -> Done {
    let vallee = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/vallee");
    let out = out.display().to_string();
    fe2i(&[&["plan", vallee, "--chain", plant, "--json", "--out", &out], more].concat())
}

#[test]
fn every_exported_question_is_read_again_and_gives_the_same_gain() {
    let folder = tempfile::tempdir().expect("a folder");
    let vallee = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/vallee");
    let plants = fe2i(&["plan", vallee]).out;
    let names = plants.lines().filter(|line| line.contains(" pesés sur ")).map(|line| line.split(' ').next());
    let names: Vec<&str> = names.flatten().collect();
    assert!(names.len() >= 10, "{plants}");
    for name in names {
        let out = folder.path().join(name);
        let found = chain(name, &out, &[]).json();
        let file = out.join("instance.json").display().to_string();
        let again = fe2i(&["plan", "--instance", &file, "--json", "--gap", "1e-4"]);
        // A slow machine shows its progress on standard error meanwhile.
        assert_eq!(again.code, 0, "{}", again.err);
        let again = again.json();
        let at = |value: &serde_json::Value| value.as_f64().expect("a number");
        let (gain, objective) = (at(&found["totals"]["eur"]), at(&again["objective"]));
        let near = |other: f64| (gain - other).abs() <= 1e-6 * gain.abs().max(1.0);
        // A plan chosen for its median gains less at the middle of every range than the one it was chosen before, and says how much.
        let more = found["passed_over"]["more"].as_f64().unwrap_or(0.0);
        assert!(
            near(objective - more),
            "{name}: {gain} planned, {objective} from its file, {more} passed over"
        );
        // One gain, whoever counts it: the plan, the accounts of the plant, those who share it.
        for opened in found["opened"].as_array().expect("plants") {
            let money = |key: &str| at(&opened["money"][key]);
            let earned = money("revenue") + money("takers_save") + money("avoided");
            let accounts = earned - money("running") - money("haul") - money("capital");
            assert!(near(accounts), "{name}: {gain} planned, {accounts} by its accounts");
            assert!(near(at(&opened["split"]["total"])), "{name}: {}", opened["split"]["total"]);
        }
    }
}

#[test]
fn a_limit_that_forbids_every_plant_is_named_with_what_it_lacks() {
    let folder = tempfile::tempdir().expect("a folder");
    let found = chain("wood-boiler", &folder.path().join("o"), &["--budget", "100000"]);
    assert_eq!(found.code, 0, "nothing to open is an answer: {}", found.err);
    let found = found.json();
    let barred = &found["barred"][0];
    assert_eq!((&barred["limit"], &barred["have"]), (&"budget".into(), &100_000.0.into()), "{found}");
    assert!(barred["least"].as_f64() > Some(100_000.0) && barred["gain"].as_f64() > Some(0.0), "{barred}");
    let vallee = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/vallee");
    let said = fe2i(&["plan", vallee, "--chain", "wood-boiler", "--budget", "100000"]).out;
    let said = said.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(said.contains("Budget de 100 000 €") && said.contains("il manque"), "{said}");
    fe2i(&["plan", vallee, "--chain", "wood-boiler", "--hour", "-5"]).refused(2, &["« -5 »", "0 ou plus"]);
}

#[test]
fn members_get_no_file_with_prices() {
    let folder = tempfile::tempdir().expect("a folder");
    let there = |name: &str| folder.path().join(name).exists();
    chain("window-dismantling", folder.path(), &[]);
    assert!(there("plan.json") && there("instance.json") && there("dossier.pdf"));
    chain("window-dismantling", folder.path(), &["--for-members"]);
    assert!(there("dossier.pdf") && there("dossier.xlsx"));
    assert!(!there("plan.json") && !there("instance.json"), "both hold each company's prices");
}

#[test]
fn no_funder_is_named_without_a_grant_and_one_supply_is_not_several() {
    let vallee = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/vallee");
    let said = |more: &[&str]| fe2i(&[&["plan", vallee, "--chain", "wood-boiler"], more].concat()).out;
    let plain = said(&[]);
    assert!(plain.contains("en médiane des tirages") && !plain.contains("débourse"), "{plain}");
    assert!(!plain.contains("une fois pondéré") && said(&["--hour", "5"]).contains("une fois pondéré"));
}

#[test]
fn what_members_read_is_made_of_usual_prices() {
    let folder = tempfile::tempdir().expect("a folder");
    let exact = |more: &[&str]| {
        let found = chain("wood-boiler", folder.path(), more).json();
        let lines = found["opened"][0]["suppliers"].as_array().expect("suppliers").clone();
        lines
            .iter()
            .filter(|l| l["cost_today"].is_object() && l["cost_today"]["low"] == l["cost_today"]["high"])
            .count()
    };
    assert!(exact(&[]) > 0, "some companies gave a price");
    assert_eq!(exact(&["--for-members"]), 0, "a usual price is a range, a company's own is not");
}
