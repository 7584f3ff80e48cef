//! The plain formulation given to a general solver (`microlp`): for rules the Lagrangian search does not close, and for cross-checks.

use super::{Flow, Plan};
use crate::formulation::Problem;
use crate::formulation::model::{Column, Model, Sense};
use microlp::{ComparisonOp, OptimizationDirection, Variable};

/// Columns up to which the general solver is asked.
pub const COLUMNS: usize = 4000;

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
    let model = Model::new(problem);
    if model.columns.len() > COLUMNS {
        return Exact::Unknown;
    }
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
    match program.solve().map(microlp::SolveOutcome::into_solution) {
        Ok(Ok(solution)) => {
            let values: Vec<f64> = columns.iter().map(|c| solution.var_value(*c)).collect();
            Exact::Plan(plan(problem, &model, &values, solution.objective()))
        }
        Err(microlp::Error::Infeasible) => Exact::Infeasible,
        _ => Exact::Unknown,
    }
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
