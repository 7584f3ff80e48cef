//! Parts where nothing is left to decide, and looks that happen to be plans.

use super::assign::repair;
use super::choose::Domain;
use super::core::Core;
use super::look::Look;
use super::state::Search;
use super::{Flow, Plan};

/// A look where every row is taken exactly once is a plan.
pub fn by_chance(search: &mut Search<'_, '_>, look: &Look) {
    if !search.core.knapsack() || look.lacking.iter().any(|lack| lack.abs() > 1e-9) {
        return;
    }
    // A look may fill a plant with part of a row and leave the rest: no plan, where sources are whole.
    let part = |item: &super::fill::Item| item.tonnes < search.core.tonnes[item.row] - search.core.tiny;
    if look.used.iter().flat_map(|(_, items)| items).any(part) {
        return;
    }
    let flow =
        |plant: usize| move |item: &super::fill::Item| Flow { row: item.row, plant, tonnes: item.tonnes };
    let flows = look.used.iter().flat_map(|(plant, items)| items.iter().map(flow(*plant))).collect();
    offer(search, &look.choice.open, flows);
}

/// A plan near a look: its rows taken twice or not at all find one place each.
pub fn repaired(search: &mut Search<'_, '_>, look: &Look) {
    let amiss = look.lacking.iter().filter(|lack| lack.abs() > 1e-9).count();
    if !search.core.knapsack() || amiss * 4 > look.lacking.len() {
        return;
    }
    let Some(shipment) = repair(&search.core, &look.choice.open, &look.used, search.settings.seed) else {
        return;
    };
    let flow =
        |(row, plant, tonnes): &(usize, usize, f64)| Flow { row: *row, plant: *plant, tonnes: *tonnes };
    offer(search, &look.choice.open, shipment.flows.iter().map(flow).collect());
}

/// Keeps the plan when it obeys every limit; returns its cost, infinite when it does not.
fn offer(search: &mut Search<'_, '_>, open: &[usize], mut flows: Vec<Flow>) -> f64 {
    let problem = search.core.problem;
    let core = &search.core;
    let load = |j: usize| -> f64 { flows.iter().filter(|f| f.plant == j).map(|f| f.tonnes).sum() };
    let held = |j: &usize| {
        let (load, plant) = (load(*j), &problem.plants[*j]);
        load <= plant.capacity + core.tiny && load >= plant.min - core.tiny
    };
    let invest: f64 = open.iter().map(|j| problem.plants[*j].invest).sum();
    let afforded = problem.budget.is_none_or(|budget| invest <= budget * (1.0 + 1e-9))
        && problem.max_open.is_none_or(|most| open.len() <= most);
    if !afforded || !open.iter().all(held) {
        return f64::INFINITY;
    }
    let mut cost: f64 = open.iter().map(|j| problem.plants[*j].fixed).sum();
    let mut hauled = vec![0.0; core.rows()];
    for flow in &flows {
        cost += flow.tonnes * problem.plants[flow.plant].cost[problem.rows[flow.row].source];
        hauled[flow.row] += flow.tonnes;
    }
    for (row, tonnes) in problem.rows.iter().zip(&hauled) {
        if row.tonnes - tonnes > core.tiny {
            cost += (row.tonnes - tonnes) * row.idle;
        }
    }
    if cost < search.least() {
        let mut open = open.to_vec();
        open.sort_unstable();
        flows.sort_by_key(|f| (f.row, f.plant));
        search.keep(Plan { open, flows, cost });
    }
    cost
}

fn open(core: &Core<'_>, domain: &Domain) -> Vec<usize> {
    let sites = (0..domain.must.len()).filter(|s| domain.must[*s]);
    let mut open: Vec<usize> = sites.filter_map(|s| domain.options(core, s).next()).collect();
    open.sort_unstable();
    open
}

/// With the plants decided and splitting allowed, the shipment is exact.
pub fn exact(search: &mut Search<'_, '_>, core: &Core<'_>, domain: &Domain) -> f64 {
    search.try_open(&open(core, domain))
}

/// With every row decided there is one plan at most.
pub fn assigned(search: &mut Search<'_, '_>, core: &Core<'_>, domain: &Domain) -> f64 {
    let open = open(core, domain);
    let mut flows = Vec::new();
    for row in 0..core.rows() {
        let plant = open.iter().copied().find(|j| core.unit[*j][row].is_finite());
        match plant {
            Some(plant) => flows.push(Flow { row, plant, tonnes: core.tonnes[row] }),
            None if core.idle(row).is_infinite() => return f64::INFINITY,
            None => {}
        }
    }
    offer(search, &open, flows)
}
