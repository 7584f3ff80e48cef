//! Finding a plan, with a bound no plan can beat.
//!
//! Lagrangian relaxation of "every source is hauled once" gives the bound and good sets of plants; exact shipments and local search
//! turn them into plans; what reduced costs cannot rule out is branched on. Same problem, settings and seed: same plan.

mod assign;
mod branch;
mod choose;
mod core;
mod cover;
mod exact;
mod fill;
mod fix;
mod floor;
mod knapsack;
mod lagrange;
mod leaf;
mod look;
mod node;
mod price;
mod reasons;
mod search;
mod short;
mod state;
mod transport;
mod whole;
mod work;

pub use exact::{Exact, exact};
pub use reasons::{Shortfall, shortfalls};

use crate::formulation::Problem;

/// What is asked of the search. Budgets are counts, so that the plan does not depend on the machine.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Relative gap at which a plan counts as optimal.
    pub gap: f64,
    /// Seed of the random moves.
    pub seed: u64,
    /// Most nodes of the search tree.
    pub nodes: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { gap: 1e-6, seed: 1, nodes: 2_000_000 }
    }
}

/// What is known so far, in the terms of the objective.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Objective of the best plan, if there is one.
    pub objective: Option<f64>,
    /// What no plan can beat.
    pub bound: f64,
    /// Nodes looked at.
    pub nodes: usize,
}

/// Sees the search go by, and may end it: the best plan so far is kept.
pub trait Watch {
    /// Called often. False ends the search.
    fn go_on(&mut self, progress: &Progress) -> bool;
}

impl<F: FnMut(&Progress) -> bool> Watch for F {
    fn go_on(&mut self, progress: &Progress) -> bool {
        self(progress)
    }
}

/// How the search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Proved within the gap.
    Optimal,
    /// A plan, not proved: the search was ended.
    Feasible,
    /// There is no plan; [`shortfalls`] says why.
    Infeasible,
    /// The search was ended before a plan was found.
    Limit,
}

/// Tonnes from a source to an option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// Index of the row of the problem (a source, or a source and month).
    pub row: usize,
    /// Index of the option.
    pub plant: usize,
    /// Tonnes.
    pub tonnes: f64,
}

/// What opens and who supplies it.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Indices of the open options, ascending.
    pub open: Vec<usize>,
    /// Flows, by row.
    pub flows: Vec<Flow>,
    /// Internal cost: [`Problem::shown`] gives the objective.
    pub cost: f64,
}

/// The end of a search.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// How it ended.
    pub status: Status,
    /// The best plan.
    pub plan: Option<Plan>,
    /// Internal bound on the cost.
    pub bound: f64,
    /// Nodes looked at.
    pub nodes: usize,
}

impl Outcome {
    /// Relative distance between plan and bound.
    pub fn gap(&self) -> Option<f64> {
        let plan = self.plan.as_ref()?;
        Some(((plan.cost - self.bound) / plan.cost.abs().max(1e-9)).max(0.0))
    }
}

/// Searches for the best plan.
pub fn solve(problem: &Problem, settings: &Settings, watch: &mut dyn Watch) -> Outcome {
    if !reasons::plain(problem).is_empty() {
        return Outcome { status: Status::Infeasible, plan: None, bound: f64::INFINITY, nodes: 0 };
    }
    if problem.floor.is_some() {
        return floor::run(problem, settings, watch);
    }
    if !problem.single || !problem.monthly() {
        return branch::run(problem, settings, watch);
    }
    exact::watched(problem, watch).unwrap_or_else(|| branch::run(problem, settings, watch))
}
