//! Seeded instances of the size of a village: proved at the root, the same twice, and ended at any time with the best plan so far.

#[path = "../benches/drawn/mod.rs"]
mod drawn;

use drawn::{Case, instance};
use planning::instance::flow_lines;
use planning::{Outcome, Problem, Progress, Settings, Status, solve, verify};

fn run(case: &Case, gap: f64) -> (Problem, Outcome) {
    let problem = Problem::new(&instance(case));
    let outcome = solve(&problem, &Settings { gap, ..Settings::default() }, &mut |_: &Progress| true);
    (problem, outcome)
}

/// Capacity counted in whole plants proves them where the split relaxation leaves 2 to 6 %.
#[test]
fn a_village_is_proved_to_a_per_mille_in_a_few_nodes() {
    for monthly in [false, true] {
        for seed in [7, 8, 9] {
            let case = Case { seed, ..Case::new(75, 8, monthly) };
            let (problem, outcome) = run(&case, 1e-3);
            assert_eq!(outcome.status, Status::Optimal);
            assert!(outcome.nodes <= 40, "{case:?}: {} nodes", outcome.nodes);
            let (asked, plan) = (instance(&case), outcome.plan.unwrap());
            let open: Vec<String> = plan.open.iter().map(|j| asked.options[*j].id.clone()).collect();
            let flows = flow_lines(&asked, &problem, &plan);
            assert_eq!(verify(&asked, &open, &flows, problem.shown(plan.cost)).broken, []);
        }
    }
}

#[test]
fn the_same_problem_gives_the_same_plan() {
    let case = Case::new(75, 8, true).many();
    let (first, second) = (run(&case, 1e-3).1, run(&case, 1e-3).1);
    assert_eq!(first.plan, second.plan);
    assert!((first.bound - second.bound).abs() < 1e-12 && first.nodes == second.nodes);
}

#[test]
fn ended_at_any_time_it_keeps_the_best_plan_so_far_and_a_true_bound() {
    let case = Case::new(75, 8, true);
    let problem = Problem::new(&instance(&case));
    let best = run(&case, 1e-4).1.plan.unwrap().cost;
    for most in [1, 5, 20, 60, 150] {
        let (mut looks, mut told, mut last) = (0, Vec::new(), f64::NEG_INFINITY);
        let outcome = solve(&problem, &Settings::default(), &mut |progress: &Progress| {
            looks += 1;
            told.extend(progress.objective);
            last = progress.bound;
            looks < most
        });
        assert_eq!(looks, most, "it goes on no longer than it may");
        assert!(told.is_sorted_by(|a, b| a >= b), "{told:?}");
        assert!(last <= best + 1e-3 * best.abs() && outcome.bound <= best + 1e-3 * best.abs());
        match &outcome.plan {
            Some(plan) => assert!(plan.cost <= told.last().copied().unwrap_or(f64::INFINITY) + 1e-6),
            None => assert_eq!(outcome.status, Status::Limit),
        }
    }
}
