//! Small random instances: the search against enumeration of everything that can open and every assignment.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use planning::instance::flow_lines;
use planning::{Instance, Outcome, Problem, Settings, Status, read_instance, solve, verify};
use proptest::prelude::*;

fn run(instance: &Instance) -> (Problem, Outcome) {
    let problem = Problem::new(instance);
    let outcome = solve(&problem, &Settings::default(), &mut |_: &planning::Progress| true);
    (problem, outcome)
}

/// Least cost over every set of options and every whole assignment.
fn enumerate(problem: &Problem) -> Option<f64> {
    let plants = problem.plants.len();
    let sets = (0..1_usize << plants).filter(|set| {
        let open: Vec<usize> = (0..plants).filter(|j| set >> j & 1 == 1).collect();
        let one = problem.sites.iter().all(|site| site.iter().filter(|j| open.contains(j)).count() <= 1);
        let invest: f64 = open.iter().map(|j| problem.plants[*j].invest).sum();
        one && problem.max_open.is_none_or(|most| open.len() <= most)
            && problem.budget.is_none_or(|budget| invest <= budget)
    });
    sets.filter_map(|set| assignments(problem, set)).min_by(f64::total_cmp)
}

fn assignments(problem: &Problem, set: usize) -> Option<f64> {
    let open: Vec<usize> = (0..problem.plants.len()).filter(|j| set >> j & 1 == 1).collect();
    let fixed: f64 = open.iter().map(|j| problem.plants[*j].fixed).sum();
    let places = open.len() + 1;
    let rows = problem.rows.len();
    let mut best: Option<f64> = None;
    for code in 0..places.pow(u32::try_from(rows).unwrap()) {
        let (mut rest, mut cost, mut load) = (code, fixed, vec![0.0; open.len()]);
        for row in &problem.rows {
            let place = rest % places;
            rest /= places;
            match open.get(place) {
                Some(j) => {
                    cost += problem.plants[*j].cost[row.source] * row.tonnes;
                    load[place] += row.tonnes;
                }
                None => cost += row.idle * row.tonnes,
            }
        }
        let fits = open.iter().zip(&load).all(|(j, load)| {
            *load <= problem.plants[*j].capacity + 1e-9 && *load >= problem.plants[*j].min - 1e-9
        });
        if fits && cost.is_finite() && best.is_none_or(|least| cost < least) {
            best = Some(cost);
        }
    }
    best
}

prop_compose! {
    fn instance()(
        supply in prop::collection::vec(1_u32..20, 2..6),
        options in prop::collection::vec((0_u32..3, 8_u32..45, 1_u32..120, 0_u32..9, 0_u32..6), 1..5),
        haul in prop::collection::vec(1_u32..30, 30),
        all: bool, value: bool, single: bool,
        most in prop::option::of(1_usize..4),
        budget in prop::option::of(5_u32..25),
    ) -> String {
        let sources: Vec<String> = supply.iter().enumerate()
            .map(|(i, t)| format!(r#"{{"id":"s{i}","supply_t":{t},"avoided_eur_t":{}}}"#, 5 + i * 4)).collect();
        let plants: Vec<String> = options.iter().enumerate().map(|(j, (site, cap, fixed, min, invest))| format!(
            r#"{{"id":"o{j}","site":"p{site}","capacity_t":{cap},"fixed_eur":{fixed},"variable_eur_t":1,"min_t":{min},"budget_eur":{},"co2_kg_t":30,"work_h_t":0.5,"work_h_fixed":3}}"#,
            invest * 2)).collect();
        let rows: Vec<String> = (0..supply.len()).map(|i| {
            let row: Vec<String> = (0..options.len()).map(|j| haul[(i * 5 + j) % 30].to_string()).collect();
            format!("[{}]", row.join(","))
        }).collect();
        let mut limits = Vec::new();
        limits.extend(most.map(|most| format!(r#""max_options":{most}"#)));
        limits.extend(budget.map(|budget| format!(r#""budget_eur":{budget}"#)));
        format!(
            r#"{{"format":"fe2i-plan-instance/1","name":"n","objective":"{}","serve":"{}","single_site":{single},"sources":[{}],"options":[{}],"haul_eur_t":[{}],"limits":{{{}}},"weights":{{"co2_eur_t":50,"work_eur_h":2}}}}"#,
            if value { "max_value" } else { "min_cost" }, if all { "all" } else { "free" },
            sources.join(","), plants.join(","), rows.join(","), limits.join(","))
    }
}

/// A plant of 8 t and a source of 9 t that goes whole or stays: no plan takes 8 of them.
#[test]
fn a_whole_source_is_never_cut_to_fill_a_plant() {
    let text = r#"{"format":"fe2i-plan-instance/1","name":"n","objective":"min_cost","serve":"free","single_site":true,
        "sources":[{"id":"s0","supply_t":1,"avoided_eur_t":5},{"id":"s1","supply_t":1,"avoided_eur_t":9},
            {"id":"s2","supply_t":1,"avoided_eur_t":13},{"id":"s3","supply_t":9,"avoided_eur_t":17}],
        "options":[{"id":"o0","site":"p0","capacity_t":8,"fixed_eur":1,"variable_eur_t":1,"min_t":8},
            {"id":"o1","site":"p0","capacity_t":9,"fixed_eur":1,"variable_eur_t":1}],
        "haul_eur_t":[[1,1],[1,1],[1,1],[1,3]]}"#;
    let (_, outcome) = run(&read_instance("whole", text).unwrap());
    assert!((outcome.plan.unwrap().cost - 64.0).abs() < 1e-9);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whole sources: the same cost as enumeration, verified; split ones: never dearer. The bound is never above the plan.
    #[test]
    fn search_equals_enumeration(text in instance()) {
        let instance = read_instance("random", &text).unwrap();
        let (problem, outcome) = run(&instance);
        let expected = enumerate(&problem);
        match (&outcome.plan, expected) {
            (Some(plan), Some(least)) if problem.single => {
                prop_assert!((plan.cost - least).abs() < 1e-4 * (1.0 + least.abs()), "{} {least}\n{text}", plan.cost);
                prop_assert_eq!(outcome.status, Status::Optimal);
            }
            (Some(plan), Some(least)) => prop_assert!(plan.cost <= least + 1e-4 * (1.0 + least.abs()), "{} {least}\n{text}", plan.cost),
            (Some(_), None) => prop_assert!(!problem.single, "a plan where there is none\n{text}"),
            (None, Some(least)) => prop_assert!(false, "no plan, but one costs {least}: {outcome:?}\n{text}"),
            (None, None) => prop_assert_eq!(outcome.status, Status::Infeasible, "{}", text),
        }
        if let Some(plan) = &outcome.plan {
            prop_assert!(outcome.bound <= plan.cost + 1e-6 * plan.cost.abs().max(1.0));
            let open: Vec<String> = plan.open.iter().map(|j| instance.options[*j].id.clone()).collect();
            let verdict = verify(&instance, &open, &flow_lines(&instance, &problem, plan), problem.shown(plan.cost));
            prop_assert!(verdict.broken.is_empty(), "{:?}\n{text}", verdict.broken);
        }
    }
}
