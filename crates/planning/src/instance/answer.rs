//! What a planning run answers: one JSON object, ids instead of indices.

use super::Instance;
use crate::Problem;
use crate::solve::{Outcome, Plan, Status};
use serde::{Deserialize, Serialize};

/// The answer to an instance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// How the search ended.
    pub status: Status,
    /// EUR a year, or weighted value a year; null without a plan.
    pub objective: Option<f64>,
    /// What no plan can beat; null without a plan.
    pub bound: Option<f64>,
    /// Relative distance of the two.
    pub gap: Option<f64>,
    /// Wall-clock seconds of the search, as the caller measured them.
    pub seconds: f64,
    /// Ids of the options that open.
    pub open: Vec<String>,
    /// Who supplies what.
    pub flows: Vec<FlowLine>,
    /// Balances, limits and objective were recomputed from the flows, without the solver.
    pub verified: bool,
    /// Why there is no plan, or what verification found, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<String>,
}

/// Tonnes a year from a source to an option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FlowLine {
    /// Id of the source.
    pub source: String,
    /// Id of the option.
    pub option: String,
    /// t/year.
    pub t: f64,
    /// t of each month, where months bind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<[f64; 12]>,
}

/// The flows of a plan by source and option, the months together.
pub fn flow_lines(instance: &Instance, problem: &Problem, plan: &Plan) -> Vec<FlowLine> {
    let mut lines: Vec<(usize, usize, [f64; 12])> = Vec::new();
    for flow in &plan.flows {
        let row = problem.rows[flow.row];
        let known = lines.last_mut().filter(|(s, p, _)| *s == row.source && *p == flow.plant);
        if let Some((_, _, months)) = known {
            months[row.month] += flow.tonnes;
            continue;
        }
        let at = lines.iter().position(|(s, p, _)| *s == row.source && *p == flow.plant);
        let at = at.unwrap_or_else(|| {
            lines.push((row.source, flow.plant, [0.0; 12]));
            lines.len() - 1
        });
        lines[at].2[row.month] += flow.tonnes;
    }
    let line = |(source, plant, months): &(usize, usize, [f64; 12])| {
        let source = &instance.sources[*source];
        let months = months.map(|t| t / source.counts_as());
        let (source, option) = (source.id.clone(), instance.options[*plant].id.clone());
        FlowLine { source, option, t: months.iter().sum(), months: problem.monthly().then_some(months) }
    };
    lines.iter().map(line).collect()
}

impl Answer {
    /// Puts an outcome into the instance's words; the objective is the verified one's business.
    pub fn of(instance: &Instance, problem: &Problem, outcome: &Outcome, seconds: f64) -> Self {
        let plan = outcome.plan.as_ref();
        let flows = plan.map_or_else(Vec::new, |plan| flow_lines(instance, problem, plan));
        let id = |j: &usize| instance.options[*j].id.clone();
        Self {
            status: outcome.status,
            objective: plan.map(|plan| problem.shown(plan.cost)),
            // Without a plan the bound is a price put on broken limits: it says nothing of euros.
            bound: plan.map(|_| problem.shown(outcome.bound)).filter(|b| b.is_finite()),
            gap: outcome.gap().filter(|g| g.is_finite()),
            seconds,
            open: plan.map_or_else(Vec::new, |plan| plan.open.iter().map(id).collect()),
            flows,
            verified: false,
            why: Vec::new(),
        }
    }
}
