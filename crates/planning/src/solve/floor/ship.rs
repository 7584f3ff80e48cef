//! Known plants under the rule: the cheapest shipment that brings enough.

use super::search::with_price;
use crate::formulation::{Floor, Problem};
use crate::solve::assign::assign;
use crate::solve::core::Core;
use crate::solve::transport::transport;
use crate::solve::whole::whole;
use crate::solve::{Flow, Plan};

/// Prices tried at most.
const TRIES: usize = 40;

/// What a plan brings.
pub fn brings(problem: &Problem, floor: &Floor, plan: &Plan) -> f64 {
    debug_assert_eq!(floor.open.len(), problem.plants.len());
    let open: f64 = plan.open.iter().map(|j| floor.open[*j]).sum();
    let each = |flow: &Flow| floor.tonne[flow.plant][problem.rows[flow.row].source] * flow.tonnes;
    open + plan.flows.iter().map(each).sum::<f64>()
}

/// The cheapest plan with these plants that brings enough; where sources may split it is the cheapest there is.
pub fn ship(problem: &Problem, floor: &Floor, open: &[usize], seed: u64) -> Option<Plan> {
    let mut open = open.to_vec();
    open.sort_unstable();
    let at = |price: f64| {
        let flows = shipment(&with_price(problem, floor, price), &open, seed)?;
        Some(told(problem, floor, &open, flows))
    };
    let enough = |brings: f64| brings >= floor.least - 1e-9 * floor.least.abs();
    let (mut low, few) = at(0.0)?;
    if enough(few) {
        return Some(low);
    }
    let mut price = (low.cost.abs() / floor.least.abs().max(1e-9)).max(1e-6);
    let mut high = at(price)?;
    for _ in 0..8 {
        if enough(high.1) {
            break;
        }
        price *= 10.0;
        high = at(price)?;
    }
    let (mut high, mut much, mut few) = (high.0, high.1, few);
    if !enough(much) {
        return None;
    }
    for _ in 0..TRIES {
        let price = (high.cost - low.cost) / (much - few).max(1e-12);
        let Some((plan, brings)) = at(price) else { break };
        let crossing = low.cost - price * few;
        if plan.cost - price * brings >= crossing - 1e-9 * crossing.abs().max(1.0) {
            break;
        }
        if enough(brings) { (high, much) = (plan, brings) } else { (low, few) = (plan, brings) }
    }
    Some(if problem.single { high } else { mixed(&low, &high, (floor.least - few) / (much - few)) })
}

fn shipment(problem: &Problem, open: &[usize], seed: u64) -> Option<Vec<Flow>> {
    let core = Core::new(problem);
    let shipment = if core.knapsack() {
        assign(&core, open, f64::INFINITY, seed)
    } else if problem.single {
        whole(&core, open)
    } else {
        transport(&core, open).ok()
    }?;
    let flow =
        |(row, plant, tonnes): &(usize, usize, f64)| Flow { row: *row, plant: *plant, tonnes: *tonnes };
    Some(shipment.flows.iter().map(flow).collect())
}

/// The plan at its true cost, and what it brings.
fn told(problem: &Problem, floor: &Floor, open: &[usize], flows: Vec<Flow>) -> (Plan, f64) {
    let mut left: Vec<f64> = problem.rows.iter().map(|row| row.tonnes).collect();
    let mut cost: f64 = open.iter().map(|j| problem.plants[*j].fixed).sum();
    for flow in &flows {
        left[flow.row] -= flow.tonnes;
        cost += flow.tonnes * problem.plants[flow.plant].cost[problem.rows[flow.row].source];
    }
    let stays = problem.rows.iter().zip(&left).filter(|(row, left)| row.idle.is_finite() && **left > 0.0);
    cost += stays.map(|(row, left)| row.idle * left).sum::<f64>();
    let plan = Plan { open: open.to_vec(), flows, cost };
    let brings = brings(problem, floor, &plan);
    (plan, brings)
}

/// So much of the second plan and the rest of the first; both have the same plants.
fn mixed(a: &Plan, b: &Plan, share: f64) -> Plan {
    let share = share.clamp(0.0, 1.0);
    let part = |plan: &Plan, by: f64| -> Vec<Flow> {
        plan.flows.iter().map(|flow| Flow { tonnes: flow.tonnes * by, ..*flow }).collect()
    };
    let mut all = [part(a, 1.0 - share), part(b, share)].concat();
    all.sort_by_key(|flow| (flow.row, flow.plant));
    let mut flows: Vec<Flow> = Vec::new();
    for flow in all.into_iter().filter(|flow| flow.tonnes > 0.0) {
        match flows.last_mut().filter(|last| (last.row, last.plant) == (flow.row, flow.plant)) {
            Some(last) => last.tonnes += flow.tonnes,
            None => flows.push(flow),
        }
    }
    Plan { open: a.open.clone(), flows, cost: a.cost + share * (b.cost - a.cost) }
}
