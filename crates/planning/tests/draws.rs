//! The front, the draws and the fragility of a small plan.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::with;
use planning::draws::{
    Aim, FrontPoint, Spread, complete_front, evaluate, only, robust_plan, solve_front, solved, tornado,
    without_option, without_source,
};
use planning::instance::Weights;
use planning::{Progress, Settings, verify};
use serde_json::json;

fn settings() -> Settings {
    Settings::default()
}

#[test]
fn the_front_trades_eur_against_hours() {
    let instance = with(&[("serve", json!("free"))]);
    let weights: Vec<Weights> =
        [0.0, 5.0, 200.0].iter().map(|h| Weights { eur: 1.0, co2_eur_t: 0.0, work_eur_h: *h }).collect();
    let front = solve_front(&instance, &weights, &settings(), &mut |_: &Progress| true);
    assert!(front.len() >= 2, "{front:?}");
    for pair in front.windows(2) {
        assert!(
            pair[0].totals.eur > pair[1].totals.eur && pair[0].totals.hours < pair[1].totals.hours,
            "{front:?}"
        );
    }
    assert_eq!(front, solve_front(&instance, &weights, &settings(), &mut |_: &Progress| true));
}

/// 100 t to one of three plants: EUR 1000, 400 or 0 against 0, 40 or 100 t CO2. The middle one lies below the line between the others
/// (600 EUR at 40 t): no weights make it best.
fn hollow() -> planning::Instance {
    let option = |id: &str, cost: u32, co2: u32| json!({"id": id, "site": "p", "capacity_t": 100, "fixed_eur": 0, "variable_eur_t": cost, "co2_kg_t": co2});
    let text = json!({
        "format": "fe2i-plan-instance/1", "name": "creux", "objective": "min_cost", "serve": "all", "single_site": true,
        "sources": [{"id": "s", "supply_t": 100, "avoided_eur_t": 20}],
        "options": [option("a", 10, 0), option("b", 16, 400), option("c", 20, 1000)],
        "haul_eur_t": [[0, 0, 0]]
    });
    planning::read_instance("creux.json", &text.to_string()).unwrap()
}

#[test]
fn a_plan_that_no_weights_find_is_on_the_completed_front() {
    let instance = hollow();
    let weights: Vec<Weights> =
        (0..40).map(|w| Weights { eur: 1.0, co2_eur_t: f64::from(w), work_eur_h: 0.0 }).collect();
    let open =
        |front: &[FrontPoint]| -> Vec<String> { front.iter().map(|p| p.plan.open.join("+")).collect() };
    let hull = solve_front(&instance, &weights, &settings(), &mut |_: &Progress| true);
    assert_eq!(open(&hull), ["a", "c"]);
    let front = complete_front(&instance, hull, 10, &settings(), &mut |_: &Progress| true);
    assert_eq!(open(&front), ["a", "b", "c"]);
    assert!(
        (front[1].totals.eur - 400.0).abs() < 1e-6
            && (front[1].totals.avoided_t.unwrap() - 40.0).abs() < 1e-6
    );
    assert!(front.iter().all(|p| p.gap <= 1e-6), "{front:?}");
    assert_eq!(front[1].floor.unwrap().0, Aim::Co2);
}

#[test]
fn where_sources_split_the_completed_front_climbs_in_steps() {
    let mut instance = hollow();
    instance.single_site = false;
    instance.limits.one_size_per_site = false;
    let weights = [0.0, 40.0].map(|co2_eur_t| Weights { eur: 1.0, co2_eur_t, work_eur_h: 0.0 });
    let hull = solve_front(&instance, &weights, &settings(), &mut |_: &Progress| true);
    let front = complete_front(&instance, hull.clone(), 4, &settings(), &mut |_: &Progress| true);
    // Half to a and half to c beats b: the front is the line between the two, 10 EUR a tonne.
    for p in &front {
        assert!(
            (p.totals.eur - (1000.0 - 10.0 * p.totals.avoided_t.unwrap())).abs() < 1e-3,
            "{:?}",
            p.totals
        );
        let verdict = verify(&instance, &p.plan.open, &p.plan.flows, p.plan.objective);
        assert!(verdict.broken.iter().all(|b| b.limit == "objective"), "{:?}", verdict.broken);
    }
    assert!((5..=6).contains(&front.len()), "{}", front.len());
    assert_eq!(complete_front(&instance, hull.clone(), 4, &settings(), &mut |_: &Progress| false), hull);
}

#[test]
fn what_an_option_does_not_say_is_no_zero_on_the_front() {
    let mut instance = hollow();
    instance.options[1].co2_kg_t = None;
    let weights = [Weights::default()];
    let hull = solve_front(&instance, &weights, &settings(), &mut |_: &Progress| true);
    let front = complete_front(&instance, hull, 4, &settings(), &mut |_: &Progress| true);
    assert!(front.iter().all(|p| p.floor.is_none()), "no floor on what is not known: {front:?}");
    assert_eq!(planning::draws::totals(&instance, &["b".to_owned()], &[]).avoided_t, None);
    assert_eq!(planning::draws::totals(&instance, &["a".to_owned()], &[]).avoided_t, Some(0.0));
}

#[test]
fn certain_supply_gives_the_plan_itself() {
    let instance = with(&[]);
    let plan = solved(&instance, &settings()).unwrap();
    let sure = vec![Spread { low: 1.0, high: 1.0 }; 3];
    let evaluation = evaluate(&instance, &plan.open, &sure, 5, 7);
    for value in &evaluation.objectives {
        assert!((value - plan.objective).abs() < 1e-3, "{value} {}", plan.objective);
    }
    assert!((evaluation.minimum_met - 1.0).abs() < 1e-12);
}

#[test]
fn what_must_be_served_is_hauled_in_draws_though_leaving_it_costs_nothing() {
    let instance = with(&[("sources/0/avoided_eur_t", json!(0))]);
    let plan = solved(&instance, &settings()).unwrap();
    let sure = vec![Spread { low: 1.0, high: 1.0 }; 3];
    let evaluation = evaluate(&instance, &plan.open, &sure, 3, 7);
    assert!(
        evaluation.objectives.iter().all(|value| (value - plan.objective).abs() < 1e-3),
        "{evaluation:?}"
    );
}

#[test]
fn draws_repeat_with_the_seed_and_spread_around_the_plan() {
    let instance = with(&[("options/1/min_t", json!(190))]);
    let plan = solved(&instance, &settings()).unwrap();
    let spread = vec![Spread { low: 0.5, high: 1.3 }; 3];
    let first = evaluate(&instance, &plan.open, &spread, 1000, 7);
    assert_eq!(first, evaluate(&instance, &plan.open, &spread, 1000, 7));
    assert_ne!(first, evaluate(&instance, &plan.open, &spread, 1000, 8));
    assert!(first.p10 < first.p50 && first.p50 < first.p90, "{first:?}");
    if plan.open == ["a-large"] {
        assert!(first.minimum_met > 0.05 && first.minimum_met < 0.95, "{}", first.minimum_met);
    }
}

#[test]
fn a_robust_plan_reaches_its_minimum_load_as_often_as_asked() {
    let instance =
        with(&[("serve", json!("free")), ("options/1/min_t", json!(200)), ("options/0/min_t", json!(60))]);
    let spread = vec![Spread { low: 0.4, high: 1.1 }; 3];
    let robust =
        robust_plan(&instance, &spread, 0.9, 0.9, 200, &settings(), &mut |_: &Progress| true).unwrap();
    assert!(robust.evaluation.minimum_met >= 0.9, "{robust:?}");
    assert_ne!(robust.plan.open, ["a-large"]);
}

#[test]
fn losing_a_supplier_costs_its_share_and_prices_swing_both_ways() {
    let instance = with(&[("serve", json!("free"))]);
    let plan = solved(&instance, &settings()).unwrap();
    let kept = only(&instance, &plan.open);
    assert_eq!(kept.options.len(), plan.open.len());
    let without = without_source(&instance, &plan.open, "s3", &settings()).unwrap();
    assert!(without < plan.objective, "its treatment is no longer counted: {without} {}", plan.objective);
    let swings = tornado(&instance, &plan.open, 0.3, 3, &settings());
    assert_eq!(swings.len(), 3);
    for swing in &swings {
        assert!(swing.low <= plan.objective + 1e-6 && plan.objective <= swing.high + 1e-6, "{swing:?}");
    }
}

#[test]
fn without_a_taker_the_others_take_what_they_hold() {
    let instance = with(&[("serve", json!("free"))]);
    let open = ["a-small".to_owned(), "b".to_owned()];
    let left = without_option(&instance, &open, "a-small", &settings()).unwrap();
    let alone = solved(&only(&instance, &open[1..]), &settings()).unwrap();
    assert!((left - alone.objective).abs() < 1e-6, "{left} {}", alone.objective);
    let must = with(&[]);
    assert_eq!(without_option(&must, &open, "b", &settings()), None, "150 t cannot hold 204 t");
}

#[test]
fn co2_avoided_and_caused_are_weighed_together_and_told_apart() {
    let mut instance = hollow();
    for option in &mut instance.options {
        option.co2_caused_kg_t = Some(100.0);
    }
    instance.haul_co2_kg_t = Some(vec![vec![20.0, 20.0, 950.0]]);
    let weights = Weights { eur: 1.0, co2_eur_t: 40.0, work_eur_h: 0.0 };
    let front = solve_front(&instance, &[weights], &settings(), &mut |_: &Progress| true);
    // c avoids most, and its road causes most: b is worth more.
    assert_eq!(front[0].plan.open, ["b"]);
    let totals = front[0].totals;
    assert!((totals.avoided_t.unwrap() - 40.0).abs() < 1e-9, "{totals:?}");
    assert!((totals.caused_t.unwrap() - 12.0).abs() < 1e-9, "{totals:?}");
    assert!((front[0].plan.objective - (400.0 + 40.0 * 28.0)).abs() < 1e-6, "{front:?}");
    instance.objective = planning::instance::Objective::MaxValue;
    instance.weights = Some(weights);
    let verdict = verify(&instance, &front[0].plan.open, &front[0].plan.flows, front[0].plan.objective);
    assert!(verdict.broken.is_empty(), "{:?}", verdict.broken);
    let bad = planning::read_instance(
        "f",
        &serde_json::to_string(&{
            instance.haul_co2_kg_t = Some(vec![]);
            instance
        })
        .unwrap(),
    );
    assert!(bad.unwrap_err().to_string().contains("haul_co2_kg_t = 0: expected Rows(1)"));
}
