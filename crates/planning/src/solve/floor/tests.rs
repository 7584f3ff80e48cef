use super::ship::brings;
use super::*;
use crate::formulation::Floor;
use crate::{Exact, exact, read_instance};
use proptest::prelude::*;

prop_compose! {
    fn instance()(
        supply in prop::collection::vec(1_u32..20, 2..6),
        options in prop::collection::vec((0_u32..3, 8_u32..45, 1_u32..120, 0_u32..9, 0_u32..60), 1..5),
        haul in prop::collection::vec(1_u32..30, 30),
        all: bool, single: bool, share in 1_u32..12,
    ) -> (String, f64) {
        let sources: Vec<String> = supply.iter().enumerate()
            .map(|(i, t)| format!(r#"{{"id":"s{i}","supply_t":{t},"avoided_eur_t":{}}}"#, 5 + i * 4)).collect();
        let plants: Vec<String> = options.iter().enumerate().map(|(j, (site, cap, fixed, min, _))| format!(
            r#"{{"id":"o{j}","site":"p{site}","capacity_t":{cap},"fixed_eur":{fixed},"variable_eur_t":1,"min_t":{min}}}"#)).collect();
        let rows: Vec<String> = (0..supply.len()).map(|i| {
            let row: Vec<String> = (0..options.len()).map(|j| haul[(i * 5 + j) % 30].to_string()).collect();
            format!("[{}]", row.join(","))
        }).collect();
        let text = format!(
            r#"{{"format":"fe2i-plan-instance/1","name":"n","objective":"min_cost","serve":"{}","single_site":{single},"sources":[{}],"options":[{}],"haul_eur_t":[{}]}}"#,
            if all { "all" } else { "free" }, sources.join(","), plants.join(","), rows.join(","));
        (text, f64::from(share) * 0.1)
    }
}

fn floored(text: &str, share: f64) -> Problem {
    let problem = Problem::new(&read_instance("random", text).unwrap());
    let number = problem.plants.len();
    let each = |j: usize, i: usize| ((j * 7 + i * 2 + 3) % 5) as f64;
    let tonne = (0..number).map(|j| (0..problem.sources).map(|i| each(j, i)).collect()).collect();
    let open = (0..number).map(|j| ((j * 3) % 4) as f64).collect();
    let least = share * 2.0 * problem.supply();
    problem.with_floor(Floor { open, tonne, least })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// The price method never claims more than the general solver finds, and both together reach the same optimum.
    #[test]
    fn prices_enclose_the_general_solvers_optimum((text, share) in instance()) {
        let problem = floored(&text, share);
        let floor = problem.floor.clone().unwrap();
        let found = priced(&problem, &Settings::default(), &mut |_: &Progress| true);
        let whole = run(&problem, &Settings::default(), &mut |_: &Progress| true);
        if let Exact::Plan(best) = exact(&problem) {
                let slack = 1e-5 * (1.0 + best.cost.abs());
                prop_assert!(found.bound <= best.cost + slack, "{} {}\n{text}", found.bound, best.cost);
                if let Some(plan) = &found.plan {
                    prop_assert!(plan.cost >= best.cost - slack, "{} {}\n{text}", plan.cost, best.cost);
                    prop_assert!(brings(&problem, &floor, plan) >= floor.least - 1e-6, "{text}");
                }
                let plan = whole.plan.as_ref().expect("a plan");
                prop_assert!((plan.cost - best.cost).abs() < slack, "{} {}\n{text}", plan.cost, best.cost);
                prop_assert_eq!(whole.status, Status::Optimal);
        } else {
                prop_assert!(found.plan.is_none(), "{text}");
                prop_assert_eq!(whole.status, Status::Infeasible, "{}", text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// With one plant at most and sources that split, the price method alone leaves no gap.
    #[test]
    fn one_plant_at_most_is_proved_without_the_general_solver((text, share) in instance()) {
        let mut problem = floored(&text.replace(r#""single_site":true"#, r#""single_site":false"#), 0.5 * share);
        problem.max_open = Some(1);
        let found = priced(&problem, &Settings::default(), &mut |_: &Progress| true);
        if let Exact::Plan(best) = exact(&problem) {
            let slack = 1e-5 * (1.0 + best.cost.abs());
            let plan = found.plan.as_ref().expect("a plan");
            prop_assert!((plan.cost - best.cost).abs() < slack, "{} {}\n{text}", plan.cost, best.cost);
            prop_assert_eq!(found.status, Status::Optimal, "{}", text);
        } else {
            prop_assert!(found.plan.is_none(), "{text}");
        }
    }
}

#[test]
fn a_watcher_ends_it() {
    let text = include_str!("../../../tests/data/whole-months.json");
    let problem = floored(text, 0.1);
    let outcome = run(&problem, &Settings::default(), &mut |_: &Progress| false);
    assert_ne!(outcome.status, Status::Optimal);
}
