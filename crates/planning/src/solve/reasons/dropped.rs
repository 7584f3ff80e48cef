//! Which limit forbids a plan that the others allow: each is dropped in turn, and what it lacks is measured with the others kept.

use super::Shortfall;
use crate::formulation::{Problem, Row};
use crate::solve::{Outcome, Progress, Settings, Status, solve};

/// Nodes of one measurement.
const NODES: usize = 2000;
/// Relative gap of one measurement: it is said in whole euros and tonnes.
const FINE: f64 = 1e-7;

/// Every limit without which there is a plan.
pub fn dropped(problem: &Problem, need: f64) -> Vec<Shortfall> {
    let rules = [minimum(problem, need), whole(problem, need), budget(problem, need), number(problem, need)];
    rules.into_iter().flatten().collect()
}

fn ask(problem: &Problem, gap: f64) -> Outcome {
    let settings = Settings { nodes: NODES, gap, ..Settings::default() };
    solve(problem, &settings, &mut |_: &Progress| true)
}

/// The least there is: the plan's where it is proved, else what no plan can beat; `None` without a plan.
fn least(outcome: &Outcome) -> Option<f64> {
    let plan = outcome.plan.as_ref()?;
    Some(if outcome.status == Status::Optimal { plan.cost } else { outcome.bound })
}

fn has_plan(problem: &Problem) -> bool {
    ask(problem, 1.0).plan.is_some()
}

/// The problem where nothing costs; what is left to count is put in by the caller.
fn costless(problem: &Problem) -> Problem {
    let mut bare = problem.clone();
    for plant in &mut bare.plants {
        plant.fixed = 0.0;
        plant.cost.fill(0.0);
    }
    for row in bare.rows.iter_mut().filter(|row| row.idle.is_finite()) {
        row.idle = 0.0;
    }
    bare
}

/// Minimum loads: how much more supply it would take to reach them.
fn minimum(problem: &Problem, need: f64) -> Option<Shortfall> {
    let mut eased = problem.clone();
    eased.plants.iter_mut().for_each(|plant| plant.min = 0.0);
    if problem.plants.iter().all(|plant| plant.min <= 0.0) || !has_plan(&eased) {
        return None;
    }
    let have = problem.supply();
    let more = extra(problem).filter(|more| *more > 1e-6 * have).unwrap_or(0.0);
    Some(Shortfall::Minimum { need_t: have + more, have_t: have, serve_t: need })
}

/// The least t of a supply from nowhere with which there is a plan.
fn extra(problem: &Problem) -> Option<f64> {
    let mut helped = costless(problem);
    helped.single = false;
    for plant in &mut helped.plants {
        plant.cost.push(1.0);
    }
    let tonnes: f64 = problem.plants.iter().map(|plant| plant.min).sum();
    let months = if problem.monthly() { 0..12 } else { 0..1 };
    helped.rows.extend(months.map(|month| Row { source: problem.sources, month, tonnes, idle: 0.0 }));
    helped.sources += 1;
    let outcome = ask(&helped, FINE);
    least(&outcome).map(|more| more.max(0.0))
}

/// Whole sources: how much of them stays without a place.
fn whole(problem: &Problem, need: f64) -> Option<Shortfall> {
    let mut eased = problem.clone();
    eased.single = false;
    if !problem.single || !has_plan(&eased) {
        return None;
    }
    let mut counted = costless(problem);
    for row in counted.rows.iter_mut().filter(|row| row.idle.is_infinite()) {
        row.idle = 1.0;
    }
    let left = ask(&counted, FINE).plan?.cost;
    Some(Shortfall::Whole { need_t: need, have_t: need - left })
}

/// Investment: the least that a plan takes under the other limits.
fn budget(problem: &Problem, need: f64) -> Option<Shortfall> {
    let have = problem.budget?;
    let mut counted = costless(problem);
    counted.budget = None;
    for (plant, known) in counted.plants.iter_mut().zip(&problem.plants) {
        plant.fixed = known.invest;
    }
    let invested = least(&ask(&counted, FINE))?;
    (need > 0.0 && invested > have * (1.0 + 1e-9))
        .then_some(Shortfall::Budget { need_eur: invested, have_eur: have })
}

/// Number of plants: the fewest that a plan takes under the other limits.
fn number(problem: &Problem, need: f64) -> Option<Shortfall> {
    let most = problem.max_open?;
    let mut counted = costless(problem);
    counted.max_open = None;
    counted.plants.iter_mut().for_each(|plant| plant.fixed = 1.0);
    let outcome = ask(&counted, FINE);
    let plan = outcome.plan?;
    let fewest = (0..=plan.open.len()).find(|n| *n as f64 >= outcome.bound - 1e-6)?;
    (fewest > most).then_some(Shortfall::Number { most, need: fewest, need_t: need })
}
