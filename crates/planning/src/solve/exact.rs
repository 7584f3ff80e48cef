//! The plain formulation given to a general solver (`microlp`): for rules the Lagrangian search does not close, and for cross-checks.

use super::{Flow, Outcome, Plan, Progress, Status, Watch};
use crate::formulation::Problem;
use crate::formulation::model::{Column, Model, Sense};
use microlp::{ComparisonOp, OptimizationDirection, SolveOptions, SolveOutcome, Variable};

/// Columns up to which the general solver is asked.
const COLUMNS: usize = 4000;
/// Nodes between two looks of the watcher.
const SLICE: u64 = 20;

/// What the general solver said.
#[derive(Clone, Debug, PartialEq)]
pub enum Exact {
    /// The best plan.
    Plan(Plan),
    /// There is none.
    Infeasible,
    /// Too large, or the solver gave up.
    Unknown,
}

/// Solves the plain formulation to optimality.
pub fn exact(problem: &Problem) -> Exact {
    let Some(outcome) = watched(problem, &mut |_: &Progress| true) else { return Exact::Unknown };
    match (outcome.status, outcome.plan) {
        (Status::Optimal, Some(plan)) => Exact::Plan(plan),
        (Status::Infeasible, _) => Exact::Infeasible,
        _ => Exact::Unknown,
    }
}

/// The same, watched: ended early, the best plan so far and its bound are kept. `None` when it is too large or the solver gives up.
pub fn watched(problem: &Problem, watch: &mut dyn Watch) -> Option<Outcome> {
    let model = Model::new(problem);
    if model.columns.len() > COLUMNS {
        return None;
    }
    let (program, columns) = program(&model);
    let mut options = SolveOptions::default();
    options.node_limit = Some(SLICE);
    let mut answer = program.solve_with(options);
    loop {
        let state = match answer {
            Ok(state) => state,
            Err(microlp::Error::Infeasible) => return Some(infeasible()),
            Err(_) => return None,
        };
        let outcome = outcome(problem, &model, &columns, &state);
        let best = outcome.plan.as_ref().map(|plan| problem.shown(plan.cost));
        let progress =
            Progress { objective: best, bound: problem.shown(outcome.bound), nodes: outcome.nodes };
        if state.is_optimal() || !watch.go_on(&progress) {
            return Some(outcome);
        }
        answer = state.resume();
    }
}

fn infeasible() -> Outcome {
    Outcome { status: Status::Infeasible, plan: None, bound: f64::INFINITY, nodes: 0 }
}

/// The model in the general solver's terms.
fn program(model: &Model) -> (microlp::Problem, Vec<Variable>) {
    let mut program = microlp::Problem::new(OptimizationDirection::Minimize);
    let columns: Vec<Variable> = (0..model.columns.len())
        .map(|c| {
            let cost = model.columns[c].1;
            if model.integer(c) { program.add_binary_var(cost) } else { program.add_var(cost, (0.0, 1.0)) }
        })
        .collect();
    for constraint in &model.constraints {
        let terms: Vec<(Variable, f64)> = constraint.terms.iter().map(|(c, v)| (columns[*c], *v)).collect();
        let sense = match constraint.sense {
            Sense::Le => ComparisonOp::Le,
            Sense::Ge => ComparisonOp::Ge,
            Sense::Eq => ComparisonOp::Eq,
        };
        program.add_constraint(&terms[..], sense, constraint.right);
    }
    (program, columns)
}

/// What is known at a stop.
fn outcome(problem: &Problem, model: &Model, columns: &[Variable], state: &SolveOutcome) -> Outcome {
    let known = state.stats();
    let best = state.solution().map(|solution| {
        let values: Vec<f64> = columns.iter().map(|c| solution.var_value(*c)).collect();
        plan(problem, model, &values, solution.objective())
    });
    let status = match &best {
        _ if state.is_optimal() => Status::Optimal,
        Some(_) => Status::Feasible,
        None => Status::Limit,
    };
    let least = best.as_ref().map_or(f64::INFINITY, |plan| plan.cost);
    let proved = if state.is_optimal() { least } else { known.best_bound.unwrap_or(f64::NEG_INFINITY) };
    let nodes = usize::try_from(known.nodes_solved).unwrap_or(usize::MAX);
    Outcome { status, plan: best, bound: proved.min(least), nodes }
}

fn plan(problem: &Problem, model: &Model, values: &[f64], cost: f64) -> Plan {
    let mut plan = Plan { open: Vec::new(), flows: Vec::new(), cost };
    for ((column, _), value) in model.columns.iter().zip(values) {
        match column {
            Column::Open(j) if *value > 0.5 => plan.open.push(*j),
            Column::Share(unit, plant) if *value > 1e-9 => {
                let share = if model.whole { value.round() } else { *value };
                let flow = |row: &usize| Flow {
                    row: *row,
                    plant: *plant,
                    tonnes: share * problem.rows[*row].tonnes,
                };
                plan.flows.extend(model.units[*unit].iter().map(flow));
            }
            _ => {}
        }
    }
    plan.flows.sort_by_key(|flow| (flow.row, flow.plant));
    plan
}
