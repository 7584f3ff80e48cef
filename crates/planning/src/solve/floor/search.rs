//! The price of the rule, moved to where the lines of the two nearest plans cross.

use super::closed;
use super::ship::{brings, ship};
use crate::formulation::{Floor, Problem};
use crate::solve::{Outcome, Plan, Progress, Settings, Status, Watch};
use std::collections::BTreeSet;

/// Prices tried at most.
const PRICES: usize = 24;

/// A plan at a price: what it costs without the price, and what it brings.
#[derive(Clone, Copy)]
struct Line {
    cost: f64,
    brings: f64,
}

pub(super) struct Search<'a, 'w> {
    problem: &'a Problem,
    floor: &'a Floor,
    settings: &'a Settings,
    watch: &'w mut dyn Watch,
    best: Option<Plan>,
    bound: f64,
    nodes: usize,
    stopped: bool,
    tried: BTreeSet<Vec<usize>>,
}

impl<'a, 'w> Search<'a, 'w> {
    pub(super) fn new(
        problem: &'a Problem,
        floor: &'a Floor,
        settings: &'a Settings,
        watch: &'w mut dyn Watch,
    ) -> Self {
        let (bound, nodes, stopped, tried) = (f64::NEG_INFINITY, 0, false, BTreeSet::new());
        Self { problem, floor, settings, watch, best: None, bound, nodes, stopped, tried }
    }

    /// Finds the price; true when no plan brings enough.
    pub(super) fn climb(&mut self) -> bool {
        let Some(mut low) = self.at(0.0) else { return self.bound.is_infinite() && self.bound > 0.0 };
        if low.brings >= self.floor.least {
            return false;
        }
        let mut price = (low.cost.abs() / self.floor.least.abs().max(1e-9)).max(1e-6);
        let mut high = None;
        for _ in 0..8 {
            high = self.at(price).filter(|line| line.brings >= self.floor.least);
            if high.is_some() || self.stopped {
                break;
            }
            price *= 10.0;
        }
        let Some(mut high) = high else { return !self.stopped && self.most() < self.floor.least };
        for _ in 0..PRICES {
            let (more, dearer) = (high.brings - low.brings, high.cost - low.cost);
            if more <= 0.0 || self.stopped || self.done() {
                break;
            }
            let price = dearer / more;
            let Some(line) = self.at(price) else { break };
            let value = |line: Line| line.cost - price * line.brings;
            if value(line) >= value(low) - 1e-9 * value(low).abs().max(1.0) {
                break;
            }
            if line.brings >= self.floor.least { high = line } else { low = line }
        }
        false
    }

    fn done(&self) -> bool {
        let least = self.best.as_ref().map_or(f64::INFINITY, |plan| plan.cost);
        least - self.bound <= self.settings.gap * least.abs()
    }

    /// Solves with a price per unit brought; its bound, and a plan of its plants under the rule.
    fn at(&mut self, price: f64) -> Option<Line> {
        let asked = with_price(self.problem, self.floor, price);
        let outcome = self.inner(&asked);
        self.bound = self.bound.max(outcome.bound + price * self.floor.least);
        let plan = outcome.plan?;
        let brings = brings(self.problem, self.floor, &plan);
        self.ship(&plan.open);
        Some(Line { cost: plan.cost + price * brings, brings })
    }

    /// The most that any plan brings, at least.
    fn most(&mut self) -> f64 {
        let mut asked = with_price(self.problem, self.floor, 1.0);
        for (j, plant) in asked.plants.iter_mut().enumerate() {
            plant.fixed = -self.floor.open[j];
            plant.cost = self.floor.tonne[j].iter().map(|brings| -brings).collect();
        }
        for row in asked.rows.iter_mut().filter(|row| row.idle.is_finite()) {
            row.idle = 0.0;
        }
        let outcome = self.inner(&asked);
        if let Some(plan) = &outcome.plan {
            self.ship(&plan.open);
        }
        if outcome.status == Status::Infeasible { f64::NEG_INFINITY } else { -outcome.bound }
    }

    fn inner(&mut self, asked: &Problem) -> Outcome {
        let progress = Progress {
            objective: self.best.as_ref().map(|plan| self.problem.shown(plan.cost)),
            bound: self.problem.shown(self.bound),
            nodes: self.nodes,
        };
        let (watch, stopped) = (&mut *self.watch, &mut self.stopped);
        let outcome = crate::solve(asked, self.settings, &mut |inner: &Progress| {
            *stopped |= !watch.go_on(&Progress { nodes: progress.nodes + inner.nodes, ..progress });
            !*stopped
        });
        self.nodes += outcome.nodes;
        outcome
    }

    /// Keeps the best plan of these plants that brings enough.
    fn ship(&mut self, open: &[usize]) -> bool {
        if !self.tried.insert(open.to_vec()) {
            return false;
        }
        let Some(plan) = ship(self.problem, self.floor, open, self.settings.seed) else { return false };
        let better = self.best.as_ref().is_none_or(|best| plan.cost < best.cost - 1e-9 * best.cost.abs());
        if better {
            self.best = Some(plan);
        }
        better
    }

    /// Opens one, closes one, puts one in the place of another, while that helps and the gap is open; proves nothing impossible.
    pub(super) fn swap(&mut self) -> bool {
        let mut left = 120;
        while let Some(plan) = self.best.clone().filter(|_| !self.done() && !self.stopped) {
            let sets = crate::solve::search::around(self.problem, &plan.open);
            let better = sets.into_iter().any(|set| {
                left = usize::saturating_sub(left, 1);
                left > 0 && self.go_on() && self.allowed(&set) && self.ship(&set)
            });
            if !better {
                break;
            }
        }
        false
    }

    /// Ships every plant by itself, and none at all: the best of them is the best there is. True when none of them brings enough.
    pub(super) fn each(&mut self) -> bool {
        if self.done() {
            return false;
        }
        for set in std::iter::once(Vec::new()).chain((0..self.problem.plants.len()).map(|j| vec![j])) {
            if self.stopped || !self.go_on() {
                return false;
            }
            if self.allowed(&set) {
                self.ship(&set);
            }
        }
        if let Some(best) = &self.best {
            self.bound = self.bound.max(best.cost);
        }
        self.best.is_none()
    }

    /// Asks the watch between two shipments.
    fn go_on(&mut self) -> bool {
        let objective = self.best.as_ref().map(|plan| self.problem.shown(plan.cost));
        let bound = self.problem.shown(self.bound);
        self.stopped |= !self.watch.go_on(&Progress { objective, bound, nodes: self.nodes });
        !self.stopped
    }

    fn allowed(&self, open: &[usize]) -> bool {
        let invest: f64 = open.iter().map(|j| self.problem.plants[*j].invest).sum();
        self.problem.max_open.is_none_or(|most| open.len() <= most)
            && self.problem.budget.is_none_or(|budget| invest <= budget * (1.0 + 1e-9))
    }

    pub(super) fn outcome(self, impossible: bool) -> Outcome {
        if impossible && self.best.is_none() {
            return Outcome {
                status: Status::Infeasible,
                plan: None,
                bound: f64::INFINITY,
                nodes: self.nodes,
            };
        }
        closed(self.best, self.bound, self.nodes, self.settings)
    }
}

/// The problem without the rule, where each unit brought is paid for.
pub(super) fn with_price(problem: &Problem, floor: &Floor, price: f64) -> Problem {
    let mut asked = problem.clone();
    asked.floor = None;
    for (j, plant) in asked.plants.iter_mut().enumerate() {
        plant.fixed -= price * floor.open[j];
        for (cost, brings) in plant.cost.iter_mut().zip(&floor.tonne[j]) {
            *cost -= price * brings;
        }
    }
    asked
}
