//! Branch and bound on the Lagrangian bound, the most promising part first.

use super::choose::Domain;
use super::core::Core;
use super::fix::{Decision, apply, follow};
use super::lagrange::{Climb, Peak, climb};
use super::leaf;
use super::look::{Look, Prices, start};
use super::node::{Gains, Node, Trail, split};
use super::search::{complete, improve};
use super::state::Search;
use super::{Outcome, Settings, Status, Watch};
use crate::formulation::Problem;
use std::collections::BinaryHeap;
use std::sync::Arc;

/// Steps of a climb at the root, and at each node below.
const ROOT_STEPS: usize = 400;
const NODE_STEPS: usize = 20;
/// At the root, how many looks go by between two tries of their plants.
const EVERY: usize = 10;
/// Rows × options from which a shipment costs much more than a look: plans are tried less often.
const LARGE: usize = 60_000;

/// Solves a problem.
pub fn run(problem: &Problem, settings: &Settings, watch: &mut dyn Watch) -> Outcome {
    let core = Core::new(problem);
    let mut search = Search::new(core.clone(), *settings, watch);
    let gains = Gains::new(problem.sites.len());
    let mut tree = Tree { core, gains, heap: BinaryHeap::new(), done: f64::INFINITY, born: 0 };
    if tree.root(&mut search) {
        tree.grow(&mut search);
    }
    finish(search, &tree)
}

fn finish(search: Search<'_, '_>, tree: &Tree<'_>) -> Outcome {
    let open = tree.heap.iter().map(|node| node.bound).fold(f64::INFINITY, f64::min);
    let bound = search.lift(open.min(tree.done)).min(search.least());
    let bound = if search.stopped && tree.born == 0 { search.bound.min(search.least()) } else { bound };
    let least = search.least();
    let closed = least - bound <= search.settings.gap * least.abs() + 1e-9;
    let status = match (&search.best, search.stopped) {
        (Some(_), _) if closed => Status::Optimal,
        (Some(_), _) => Status::Feasible,
        (None, false) if tree.heap.is_empty() && tree.done.is_infinite() => Status::Infeasible,
        (None, _) => Status::Limit,
    };
    Outcome { status, plan: search.best, bound, nodes: search.nodes }
}

struct Tree<'a> {
    /// With what holds everywhere already applied.
    core: Core<'a>,
    gains: Gains,
    heap: BinaryHeap<Node>,
    /// Lowest bound among the parts that were closed.
    done: f64,
    born: usize,
}

impl<'a> Tree<'a> {
    /// The first climbs, with plans tried on the way; false when nothing is left to do.
    fn root(&mut self, search: &mut Search<'a, '_>) -> bool {
        let mut domain = Domain::new(&self.core);
        let mut prices = start(&self.core);
        let mut decisions = Vec::new();
        for round in 0..3 {
            let Some(peak) = self.climb_root(search, &domain, &prices, round) else { return false };
            search.bound = search.bound.max(peak.look.bound);
            improve(search, &peak.look, if round == 0 { 400 } else { 4000 });
            prices = peak.prices.clone();
            let found = follow(&self.core, &domain, &peak.look, &prices, search.cutoff());
            for decision in &found {
                apply(&mut self.core, &mut domain, *decision);
            }
            decisions.extend(found.into_iter().filter(|d| !matches!(d, Decision::Ban(..))));
            if search.bound >= search.cutoff() || search.stopped {
                break;
            }
        }
        let trail = Arc::new(Trail { own: decisions, above: None });
        let prices = Arc::new(prices);
        self.push(Node { bound: search.bound, depth: 0, born: 0, prices, trail, made: None });
        true
    }

    fn climb_root(
        &self,
        search: &mut Search<'a, '_>,
        domain: &Domain,
        from: &Prices,
        round: usize,
    ) -> Option<Peak> {
        let how =
            |search: &Search<'_, '_>, steps| Climb { steps, cutoff: search.cutoff(), target: target(search) };
        let (mut count, mut last) = (0, Vec::new());
        let first = super::look::look(&self.core, domain, from)?;
        search.bound = search.bound.max(first.bound);
        let large = self.core.rows() * self.core.plants() > LARGE;
        if !large {
            complete(search, &first.choice.open, &first.value);
        }
        let every = if large { 6 * EVERY } else { EVERY };
        let climb_steps = if round == 0 { ROOT_STEPS } else { ROOT_STEPS / 2 };
        climb(&self.core, domain, from, how(search, climb_steps), &mut |look: &Look| {
            count += 1;
            search.bound = search.bound.max(look.bound);
            leaf::by_chance(search, look);
            if count % every == 0 && look.choice.open != last {
                last.clone_from(&look.choice.open);
                complete(search, &look.choice.open, &look.value);
            }
            if count % every == 5 {
                leaf::repaired(search, look);
            }
            search.go_on() && search.bound < search.cutoff()
        })
    }

    fn push(&mut self, mut node: Node) {
        self.born += 1;
        node.born = self.born;
        self.heap.push(node);
    }

    fn grow(&mut self, search: &mut Search<'a, '_>) {
        while let Some(node) = self.heap.pop() {
            search.bound = node.bound.min(self.done);
            if node.bound >= search.cutoff() {
                self.done = self.done.min(node.bound);
                continue;
            }
            if search.nodes >= search.settings.nodes || !search.go_on() {
                search.stopped = true;
                self.heap.push(node);
                return;
            }
            search.nodes += 1;
            self.visit(search, node);
        }
    }

    fn visit(&mut self, search: &mut Search<'a, '_>, node: Node) {
        let mut own = None;
        let mut domain = Domain::new(&self.core);
        let rows = |d: &Decision| matches!(d, Decision::Ban(..) | Decision::Haul(_));
        if node.trail.all().any(rows) {
            own = Some(self.core.clone());
        }
        for decision in node.trail.all() {
            let core = own.as_mut().unwrap_or(&mut self.core);
            apply(core, &mut domain, *decision);
        }
        let core = own.as_ref().unwrap_or(&self.core);
        let how = Climb { steps: NODE_STEPS, cutoff: search.cutoff(), target: target(search) };
        let peak = climb(core, &domain, &node.prices, how, &mut |look: &Look| {
            leaf::by_chance(search, look);
            search.go_on()
        });
        let Some(peak) = peak else { return };
        let bound = peak.look.bound.max(node.bound);
        if search.stopped {
            self.heap.push(Node { bound, ..node });
            return;
        }
        search.try_open(&peak.look.choice.open);
        leaf::repaired(search, &peak.look);
        if let Some((site, must, way)) = node.made {
            self.gains.learn(site, must, (bound - node.bound) / way.max(0.05));
        }
        if bound >= search.cutoff() {
            self.done = self.done.min(bound);
            return;
        }
        if domain.decided(core) && !core.knapsack() {
            let cost = leaf::exact(search, core, &domain);
            // Whole sources by month: the plan found need not be the best one here.
            self.done = self.done.min(if core.problem.single { bound } else { cost.max(bound) });
            return;
        }
        let Some(next) = split(core, &domain, &peak, &self.gains) else {
            self.done = self.done.min(leaf::assigned(search, core, &domain).max(bound));
            return;
        };
        let trail = node.trail.below(follow(core, &domain, &peak.look, &peak.prices, search.cutoff()));
        let prices = Arc::new(peak.prices);
        for (side, must) in next.sides.into_iter().zip([true, false]) {
            let made = next.site.map(|(site, share)| (site, must, if must { 1.0 - share } else { share }));
            let (prices, trail) = (Arc::clone(&prices), trail.below(side));
            self.push(Node { bound, depth: node.depth + 1, born: 0, prices, trail, made });
        }
    }
}

/// What the steps of a climb aim at: the best plan, if there is one.
fn target(search: &Search<'_, '_>) -> Option<f64> {
    search.best.as_ref().map(|plan| plan.cost)
}
