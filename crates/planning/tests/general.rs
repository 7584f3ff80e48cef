//! The search against the general solver on random instances with months, minimum loads, sizes, budget and number: same optimum.

use planning::instance::flow_lines;
use planning::{Exact, Problem, Progress, Settings, Status, exact, read_instance, solve, verify};
use proptest::prelude::*;

prop_compose! {
    fn monthly()(
        supply in prop::collection::vec((prop::collection::vec(0_u32..9, 12), 3_u32..30), 2..6),
        options in prop::collection::vec((0_u32..3, 20_u32..150, 10_u32..400, 0_u32..20, 0_u32..6), 1..5),
        heat in prop::collection::vec(4_u32..40, 12),
        haul in prop::collection::vec(1_u32..30, 30),
        all: bool, value: bool, single: bool,
        most in prop::option::of(1_usize..4),
        budget in prop::option::of(5_u32..25),
    ) -> String {
        let list = |values: &[u32]| values.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        let sources: Vec<String> = supply.iter().enumerate().map(|(i, (months, avoided))| format!(
            r#"{{"id":"s{i}","supply_t":[{}],"avoided_eur_t":{avoided},"prepare_eur_t":1}}"#, list(months))).collect();
        let plants: Vec<String> = options.iter().enumerate().map(|(j, (site, cap, fixed, min, invest))| format!(
            r#"{{"id":"o{j}","site":"p{site}","capacity_t":{cap},"fixed_eur":{fixed},"variable_eur_t":2,"min_t":{min},"budget_eur":{},"output_per_t":2,"output_price_eur":3,"output_demand":[{}]}}"#,
            invest * 2, list(&heat))).collect();
        let rows: Vec<String> = (0..supply.len()).map(|i| {
            let row: Vec<u32> = (0..options.len()).map(|j| haul[(i * 5 + j) % 30]).collect();
            format!("[{}]", list(&row))
        }).collect();
        let mut limits = Vec::new();
        limits.extend(most.map(|most| format!(r#""max_options":{most}"#)));
        limits.extend(budget.map(|budget| format!(r#""budget_eur":{budget}"#)));
        format!(
            r#"{{"format":"fe2i-plan-instance/1","name":"n","objective":"{}","serve":"{}","single_site":{single},"sources":[{}],"options":[{}],"haul_eur_t":[{}],"limits":{{{}}}}}"#,
            if value { "max_value" } else { "min_cost" }, if all { "all" } else { "free" },
            sources.join(","), plants.join(","), rows.join(","), limits.join(","))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn search_equals_the_general_solver(text in monthly()) {
        let instance = read_instance("random", &text).unwrap();
        let problem = Problem::new(&instance);
        let outcome = solve(&problem, &Settings::default(), &mut |_: &Progress| true);
        match (&outcome.plan, exact(&problem)) {
            (Some(plan), Exact::Plan(other)) => {
                let slack = 1e-5 * (1.0 + other.cost.abs());
                prop_assert!((plan.cost - other.cost).abs() < slack, "{} {}\n{text}", plan.cost, other.cost);
                prop_assert!(outcome.bound <= other.cost + slack, "bound {} {}\n{text}", outcome.bound, other.cost);
                let open: Vec<String> = plan.open.iter().map(|j| instance.options[*j].id.clone()).collect();
                let flows = flow_lines(&instance, &problem, plan);
                let verdict = verify(&instance, &open, &flows, problem.shown(plan.cost));
                prop_assert!(verdict.broken.is_empty(), "{:?}\n{text}", verdict.broken);
            }
            (None, Exact::Infeasible) => prop_assert_eq!(outcome.status, Status::Infeasible),
            (found, other) => prop_assert!(false, "{found:?} {other:?}\n{text}"),
        }
    }
}

#[test]
fn the_general_solver_ends_when_the_watcher_says_so() {
    let text = include_str!("data/whole-months.json");
    let problem = Problem::new(&read_instance("whole-months.json", text).unwrap());
    let mut looks = 0;
    let outcome = solve(&problem, &Settings::default(), &mut |_: &Progress| {
        looks += 1;
        false
    });
    assert_eq!(looks, 1);
    assert_ne!(outcome.status, Status::Optimal);
    let end = solve(&problem, &Settings::default(), &mut |_: &Progress| true);
    assert_eq!(end.status, Status::Optimal);
    let least = end.plan.unwrap().cost;
    assert!(outcome.bound <= least + 1e-6 && outcome.plan.is_none_or(|plan| plan.cost >= least - 1e-6));
}
