//! The best plan so far, what has been tried, and when a bound is good enough.

use super::assign::assign;
use super::core::Core;
use super::transport::transport;
use super::whole::whole;
use super::{Flow, Plan, Progress, Settings, Watch};
use std::collections::HashMap;

/// What the whole search shares.
pub struct Search<'a, 'w> {
    pub core: Core<'a>,
    pub settings: Settings,
    pub best: Option<Plan>,
    /// Bound over everything not yet looked into.
    pub bound: f64,
    pub nodes: usize,
    /// Every plan costs a multiple of this (0 = not known).
    pub grain: f64,
    pub stopped: bool,
    watch: &'w mut dyn Watch,
    /// Cost of sets of plants already tried.
    tried: HashMap<Vec<usize>, f64>,
}

impl<'a, 'w> Search<'a, 'w> {
    pub fn new(core: Core<'a>, settings: Settings, watch: &'w mut dyn Watch) -> Self {
        let grain = grain(&core);
        Self {
            core,
            settings,
            best: None,
            bound: f64::NEG_INFINITY,
            nodes: 0,
            grain,
            stopped: false,
            watch,
            tried: HashMap::new(),
        }
    }

    /// Cost of the best plan.
    pub fn least(&self) -> f64 {
        self.best.as_ref().map_or(f64::INFINITY, |plan| plan.cost)
    }

    /// A bound at or above this proves that nothing better worth having lies below.
    pub fn cutoff(&self) -> f64 {
        let least = self.least();
        if least.is_infinite() {
            return f64::INFINITY;
        }
        let by_gap = least - 0.99 * self.settings.gap * least.abs() - 1e-9;
        if self.grain > 0.0 { by_gap.min(least - self.grain + 1e-4 * self.grain) } else { by_gap }
    }

    /// The bound raised to what a plan can really cost.
    pub fn lift(&self, bound: f64) -> f64 {
        if self.grain <= 0.0 {
            return bound;
        }
        let lifted = ((bound / self.grain) - 1e-4).ceil() * self.grain;
        lifted.max(bound)
    }

    /// Tells the watcher; false when it wants to end.
    pub fn go_on(&mut self) -> bool {
        if self.stopped {
            return false;
        }
        let problem = self.core.problem;
        let progress = Progress {
            objective: self.best.as_ref().map(|plan| problem.shown(plan.cost)),
            bound: problem.shown(self.bound.min(self.least())),
            nodes: self.nodes,
        };
        self.stopped = !self.watch.go_on(&progress);
        !self.stopped
    }

    /// Cost with these plants open (infinite when impossible); a better plan is kept.
    pub fn try_open(&mut self, open: &[usize]) -> f64 {
        let mut open = open.to_vec();
        open.sort_unstable();
        if let Some(cost) = self.tried.get(&open) {
            return *cost;
        }
        let cost = self.ship(&open);
        if self.tried.len() < 200_000 {
            self.tried.insert(open, cost);
        }
        cost
    }

    fn ship(&mut self, open: &[usize]) -> f64 {
        let problem = self.core.problem;
        let invest: f64 = open.iter().map(|j| problem.plants[*j].invest).sum();
        let over = problem.budget.is_some_and(|budget| invest > budget * (1.0 + 1e-9));
        if over || problem.max_open.is_some_and(|most| open.len() > most) {
            return f64::INFINITY;
        }
        let fixed: f64 = open.iter().map(|j| problem.plants[*j].fixed).sum();
        let shipment = if self.core.knapsack() {
            assign(&self.core, open, self.cutoff().max(self.least() - self.grain) - fixed, self.settings.seed)
        } else if problem.single {
            whole(&self.core, open)
        } else {
            transport(&self.core, open).ok()
        };
        let Some(shipment) = shipment else { return f64::INFINITY };
        let cost = fixed + shipment.cost;
        if cost < self.least() - 1e-9 * cost.abs() {
            let flow = |(row, plant, tonnes): &(usize, usize, f64)| Flow {
                row: *row,
                plant: *plant,
                tonnes: *tonnes,
            };
            self.keep(Plan { open: open.to_vec(), flows: shipment.flows.iter().map(flow).collect(), cost });
        }
        cost
    }

    /// Keeps a plan that is better.
    pub fn keep(&mut self, plan: Plan) {
        if plan.cost < self.least() {
            self.best = Some(plan);
        }
    }
}

/// The step between possible costs: whole sources, whose every cost is a multiple of 1 EUR (to the rounding of a file).
fn grain(core: &Core<'_>) -> f64 {
    let whole = |value: f64| (value - value.round()).abs() < 1e-6;
    let rows = 0..core.rows();
    let plain = core.knapsack()
        && core.problem.budget.is_none()
        && core.problem.plants.iter().all(|plant| whole(plant.fixed))
        && core.unit.iter().all(|unit| rows.clone().all(|row| whole(unit[row] * core.tonnes[row])))
        && rows.clone().all(|row| core.idle(row).is_infinite() || whole(core.idle(row) * core.tonnes[row]));
    if plain { 1.0 } else { 0.0 }
}
