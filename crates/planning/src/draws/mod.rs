//! Around a plan: the front between EUR, CO2 and hours; supply that is not certain; what breaks when somebody closes or a price moves.
//! Pure functions of an instance, a plan and a seed.

mod fragility;
mod front;
mod robust;
mod supply;

pub use fragility::{Change, Swing, tornado, without_option, without_source};
pub use front::{Aim, FrontPoint, Totals, complete_front, solve_front, totals};
pub use robust::{Robust, robust_plan};
pub use supply::{Evaluation, Spread, evaluate};

pub(crate) use fragility::{fixed_plants as with_fixed, swings};
pub(crate) use robust::tail;
pub(crate) use supply::{quantile, run as gain_of, run_promised};

use crate::instance::{FlowLine, Instance, flow_lines};
use crate::{Outcome, Problem, Progress, Settings, Watch, solve};

/// A plan in the instance's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// Objective, as verified by nobody yet.
    pub objective: f64,
    /// Ids of the open options.
    pub open: Vec<String>,
    /// Flows.
    pub flows: Vec<FlowLine>,
}

/// Solves an instance to the end of the settings' budget; `None` without a plan.
pub fn solved(instance: &Instance, settings: &Settings) -> Option<Solved> {
    watched(instance, settings, &mut |_: &Progress| true)
}

fn watched(instance: &Instance, settings: &Settings, watch: &mut dyn Watch) -> Option<Solved> {
    let problem = Problem::new(instance);
    let outcome = solve(&problem, settings, watch);
    of_outcome(instance, &problem, outcome)
}

fn of_outcome(instance: &Instance, problem: &Problem, outcome: Outcome) -> Option<Solved> {
    let plan = outcome.plan?;
    let open = plan.open.iter().map(|j| instance.options[*j].id.clone()).collect();
    Some(Solved { objective: problem.shown(plan.cost), open, flows: flow_lines(instance, problem, &plan) })
}

/// Passes a watch on to several searches and remembers that it wanted to end.
pub(crate) struct Several<'w> {
    pub(crate) watch: &'w mut dyn Watch,
    pub(crate) on: bool,
}

impl Watch for Several<'_> {
    fn go_on(&mut self, progress: &Progress) -> bool {
        self.on = self.on && self.watch.go_on(progress);
        self.on
    }
}

/// The same instance where only these options exist: what the plan that opens them is worth when something else changes.
pub fn only(instance: &Instance, open: &[String]) -> Instance {
    let keep: Vec<usize> =
        (0..instance.options.len()).filter(|j| open.contains(&instance.options[*j].id)).collect();
    let mut kept = instance.clone();
    kept.options = keep.iter().map(|j| instance.options[*j].clone()).collect();
    for row in kept.haul_eur_t.iter_mut().chain(&mut kept.haul_co2_kg_t).flatten() {
        *row = keep.iter().map(|j| row[*j]).collect();
    }
    kept
}
