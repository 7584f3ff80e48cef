//! A golden `.lp` for each rule, and why there is no plan.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::with;
use planning::formulation::{Floor, RULES, write_lp};
use planning::{Problem, Progress, Settings, Status, shortfalls, solve};
use serde_json::{Value, json};

fn lp(changes: &[(&str, Value)]) -> String {
    let mut text = Vec::new();
    write_lp(&Problem::new(&with(changes)), &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

/// Only the lines of a rule: each golden shows one.
fn rule(text: &str, rule: &str) -> String {
    let mut kept = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with(' ') && line.contains(':') {
            inside = line.trim_start().starts_with(&format!("{rule}_"));
        } else if !line.starts_with("   ") {
            inside = false;
        }
        if inside {
            kept.push(line.to_owned());
        }
    }
    kept.join("\n")
}

fn everything() -> Vec<(&'static str, Value)> {
    vec![
        ("limits", json!({"max_options": 2, "budget_eur": 60000})),
        ("options/2/min_t", json!(80)),
        ("options/2/output_per_t", json!(2)),
        ("options/2/output_demand", json!([50, 40, 40, 30, 20, 10, 10, 10, 20, 30, 40, 50])),
    ]
}

/// At least 60 t CO2e avoided: 250 or 500 kg a tonne.
fn floored() -> String {
    let floor = Floor {
        open: vec![0.0; 3],
        tonne: [0.25, 0.25, 0.5].map(|each| vec![each; 3]).to_vec(),
        least: 60.0,
    };
    let mut text = Vec::new();
    write_lp(&Problem::new(&with(&[])).with_floor(floor), &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

#[test]
fn the_whole_file() {
    insta::assert_snapshot!("whole", lp(&[]));
}

#[test]
fn one_golden_a_rule() {
    for kind in RULES {
        let text = if kind.name() == "month" || kind.name() == "minimum" {
            lp(&everything())
        } else {
            lp(&everything()[..1])
        };
        let text = if kind.name() == "floor" { floored() } else { text };
        let lines = rule(&text, kind.name());
        assert!(!lines.is_empty(), "{}\n{text}", kind.name());
        insta::assert_snapshot!(kind.name(), lines);
    }
}

#[test]
fn a_whole_source_is_binary() {
    let text = lp(&[("single_site", json!(true))]);
    assert!(text.split("Binary").nth(1).unwrap().contains("x0_0"), "{text}");
}

#[test]
fn no_plan_says_which_limit_and_how_much() {
    let cases = [
        vec![("sources/0/supply_t", json!(1200))],
        vec![("limits", json!({"max_options": 1})), ("options/1/capacity_t", json!(170))],
        vec![("limits", json!({"budget_eur": 25000}))],
        vec![("single_site", json!(true)), ("sources/0/supply_t", json!(310))],
        // Minimum loads of 150, 300 and 150 t, 104 t to place.
        vec![
            ("options/0/min_t", json!(150)),
            ("options/1/min_t", json!(300)),
            ("options/2/min_t", json!(150)),
            ("options/1/capacity_t", json!(300)),
            ("sources/0/supply_t", json!(20)),
        ],
        // July: 17 t to place, 5 t of outlets at each site.
        vec![
            ("options/0/output_per_t", json!(2)),
            ("options/0/output_demand", json!([50, 50, 50, 50, 50, 50, 10, 50, 50, 50, 50, 50])),
            ("options/1/output_per_t", json!(2)),
            ("options/1/output_demand", json!([50, 50, 50, 50, 50, 50, 10, 50, 50, 50, 50, 50])),
            ("options/2/output_per_t", json!(2)),
            ("options/2/output_demand", json!([50, 50, 50, 50, 50, 50, 10, 50, 50, 50, 50, 50])),
        ],
        // 120, 60 and 24 t whole into 130 and 75 t: 205 t hold 204 t, but not so.
        vec![
            ("single_site", json!(true)),
            ("options/0/capacity_t", json!(130)),
            ("options/1/capacity_t", json!(130)),
            ("options/2/capacity_t", json!(75)),
        ],
        // One plant may open, and the budget pays the small ones only, which hold too little alone.
        vec![
            ("limits", json!({"max_options": 1, "budget_eur": 32000})),
            ("options/0/capacity_t", json!(110)),
            ("options/2/capacity_t", json!(110)),
        ],
        // A whole source of 60 t in January, at most 40 t anywhere.
        vec![
            ("single_site", json!(true)),
            ("sources/0/supply_t", json!([60, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6])),
            ("options/0/output_per_t", json!(1)),
            ("options/0/output_demand", json!(vec![40; 12])),
            ("options/1/output_per_t", json!(1)),
            ("options/1/output_demand", json!(vec![40; 12])),
            ("options/2/output_per_t", json!(1)),
            ("options/2/output_demand", json!(vec![40; 12])),
        ],
        // Two plants together hold all, both need 120 t to run, and one alone is too small.
        vec![
            ("options/0/capacity_t", json!(150)),
            ("options/0/min_t", json!(120)),
            ("options/1/capacity_t", json!(160)),
            ("options/1/min_t", json!(120)),
            ("options/2/min_t", json!(120)),
        ],
        // Less than the least any plant costs.
        vec![("limits", json!({"budget_eur": 15000}))],
        // No plant at all may open.
        vec![("limits", json!({"max_options": 0}))],
        // The budget pays one plant, each too small for everything.
        vec![
            ("limits", json!({"budget_eur": 34000})),
            ("options/1/min_t", json!(250)),
            ("sources/0/supply_t", json!(150)),
        ],
    ];
    let told: Vec<String> = cases
        .iter()
        .map(|changes| {
            let problem = Problem::new(&with(changes));
            let outcome = solve(&problem, &Settings::default(), &mut |_: &Progress| true);
            assert_eq!(outcome.status, Status::Infeasible, "{changes:?}");
            format!("{:?}", shortfalls(&problem))
        })
        .collect();
    insta::assert_snapshot!("shortfalls", told.join("\n"));
}

#[test]
fn what_plain_sums_forbid_is_said_before_any_search() {
    let many: Vec<Value> = (0..40)
        .map(|j| {
            json!({"id": format!("o{j}"), "site": format!("p{j}"), "capacity_t": 100 + j, "fixed_eur": 900 + 7 * j,
                "variable_eur_t": 5, "min_t": 40, "budget_eur": 200_000 + 1_000 * j})
        })
        .collect();
    let rows: Vec<Vec<usize>> = (0..3).map(|i| (0..40).map(|j| (i * 7 + j * 3) % 11).collect()).collect();
    let base = [("options", json!(many)), ("haul_eur_t", json!(rows))];
    let cases = [
        vec![("limits", json!({"budget_eur": 150_000}))],
        vec![("single_site", json!(true)), ("sources/0/supply_t", json!(1500))],
    ];
    for case in cases {
        let problem = Problem::new(&with(&[&base[..], &case].concat()));
        let mut asked = 0;
        let outcome = solve(&problem, &Settings::default(), &mut |_: &Progress| {
            asked += 1;
            true
        });
        assert_eq!((outcome.status, outcome.nodes, asked), (Status::Infeasible, 0, 0), "{case:?}");
        assert!(!shortfalls(&problem).is_empty());
    }
}
