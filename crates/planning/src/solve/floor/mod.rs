//! The best plan among those that bring enough of something else (ε-constraint).
//!
//! The rule gets a price; at each price the problem is one of the usual kind, whose bound holds for the ruled one too. The price moves
//! where the lines of the two nearest plans cross, until no price lifts the bound. Plants found on the way are shipped anew under the
//! rule, exactly where sources may split. What gap remains on small problems the general solver closes.

mod search;
mod ship;

use super::{Outcome, Plan, Progress, Settings, Status, Watch, exact};
use crate::formulation::Problem;
use search::Search;

/// Columns up to which the general solver closes the gap.
const SMALL: usize = 1500;

/// Solves a problem with a floor.
pub fn run(problem: &Problem, settings: &Settings, watch: &mut dyn Watch) -> Outcome {
    let found = priced(problem, settings, watch);
    let columns = problem.rows.len() * (problem.plants.len() + 1) + problem.plants.len();
    if !matches!(found.status, Status::Feasible | Status::Limit) || columns > SMALL {
        return found;
    }
    let least = found.plan.as_ref().map_or(f64::INFINITY, |plan| plan.cost);
    let mut near = |progress: &Progress| {
        let open = least - problem.sign * progress.bound > settings.gap * least.abs();
        watch.go_on(progress) && open && progress.nodes < settings.nodes
    };
    let Some(other) = exact::watched(problem, &mut near) else { return found };
    merge(found, other, settings)
}

/// The price method alone.
pub(super) fn priced(problem: &Problem, settings: &Settings, watch: &mut dyn Watch) -> Outcome {
    let Some(floor) = &problem.floor else { return super::solve(problem, settings, watch) };
    let mut search = Search::new(problem, floor, settings, watch);
    let impossible = search.climb();
    // One plant at most and sources that split: shipping each of them under the rule leaves no gap.
    let one = problem.max_open == Some(1) && !problem.single;
    let none = if one { search.each() } else { search.swap() };
    search.outcome(impossible || none)
}

/// The better plan and the better bound.
fn merge(a: Outcome, b: Outcome, settings: &Settings) -> Outcome {
    if b.status == Status::Infeasible {
        return if a.plan.is_none() { b } else { a };
    }
    let cost = |outcome: &Outcome| outcome.plan.as_ref().map_or(f64::INFINITY, |plan| plan.cost);
    let nodes = a.nodes.saturating_add(b.nodes);
    let bound = a.bound.max(b.bound);
    let plan = if cost(&a) <= cost(&b) { a.plan } else { b.plan };
    closed(plan, bound, nodes, settings)
}

fn closed(plan: Option<Plan>, bound: f64, nodes: usize, settings: &Settings) -> Outcome {
    let least = plan.as_ref().map_or(f64::INFINITY, |plan| plan.cost);
    let bound = bound.min(least);
    let status = match &plan {
        None => Status::Limit,
        Some(_) if least - bound <= settings.gap * least.abs() + 1e-9 => Status::Optimal,
        Some(_) => Status::Feasible,
    };
    Outcome { status, plan, bound, nodes }
}

#[cfg(test)]
mod tests;
