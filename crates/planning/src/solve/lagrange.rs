//! The bound: the rule that each row is hauled once gets a price per row, and the prices are raised until the bound is high.
//! The prices move as in the volume algorithm of Barahona and Anbil, which also leaves an average plan to branch on.

use super::choose::Domain;
use super::core::Core;
use super::look::{Look, Prices, look};

/// How the climb is steered.
#[derive(Clone, Copy)]
pub struct Climb {
    pub steps: usize,
    /// Stop as soon as the bound is here: nothing better can be below.
    pub cutoff: f64,
    /// Cost the steps aim at: the best plan's; without one, a little above the bound.
    pub target: Option<f64>,
}

/// Where a climb ended.
pub struct Peak {
    pub prices: Prices,
    pub look: Look,
    /// How often each option was open, recent looks counting most.
    pub often: Vec<f64>,
    /// For whole sources: how much each plant took of each row, the same way (plant × row).
    pub share: Vec<f64>,
}

/// Raises the prices. `each` sees every look and may stop the climb by returning false.
pub fn climb(
    core: &Core<'_>,
    domain: &Domain,
    from: &Prices,
    how: Climb,
    each: &mut dyn FnMut(&Look) -> bool,
) -> Option<Peak> {
    let first = look(core, domain, from)?;
    let mut state = State::new(core, from.clone(), first);
    for _ in 0..how.steps {
        if state.best.bound >= how.cutoff || !each(&state.best) || state.flat(core) {
            break;
        }
        let prices = state.forward(core, how.target);
        let Some(seen) = look(core, domain, &prices) else { break };
        if !each(&seen) {
            break;
        }
        state.learn(core, prices, seen);
    }
    Some(Peak { prices: state.prices, look: state.best, often: state.often, share: state.share })
}

struct State {
    prices: Prices,
    best: Look,
    /// Averages over the looks.
    lacking: Vec<f64>,
    over: f64,
    often: Vec<f64>,
    share: Vec<f64>,
    pace: f64,
    most: f64,
    bad: usize,
    seen: usize,
    mark: f64,
}

impl State {
    fn new(core: &Core<'_>, prices: Prices, best: Look) -> Self {
        let mut state = Self {
            prices,
            lacking: best.lacking.clone(),
            over: best.over,
            often: vec![0.0; core.plants()],
            share: if core.knapsack() { vec![0.0; core.plants() * core.rows()] } else { Vec::new() },
            pace: 1.0,
            most: 0.1,
            bad: 0,
            seen: 0,
            mark: best.bound,
            best,
        };
        let first: Vec<usize> = state.best.choice.open.clone();
        state.remember(core, &first, 1.0, None);
        state
    }

    /// Nothing lacks on average: the prices are as good as they get.
    fn flat(&self, core: &Core<'_>) -> bool {
        let norm: f64 = self.lacking.iter().map(|g| g * g).sum();
        norm < 1e-10 * core.rows() as f64 && self.over <= 1e-6 || self.pace < 1e-4
    }

    fn forward(&self, core: &Core<'_>, target: Option<f64>) -> Prices {
        let target = target.unwrap_or(self.best.bound + 0.05 * self.best.bound.abs() + 1.0);
        let scale = core.problem.budget.map_or(1.0, |budget| budget.max(1.0));
        let over = if self.over < 0.0 && self.prices.budget <= 0.0 { 0.0 } else { self.over / scale };
        let norm: f64 = self.lacking.iter().map(|g| g * g).sum::<f64>() + over * over;
        let step = self.pace * (target - self.best.bound).max(1e-9 * target.abs()) / norm.max(1e-12);
        let rows = self.prices.rows.iter().enumerate();
        let rows = rows
            .map(|(r, price)| (price + step * self.lacking[r] / core.tonnes[r]).min(core.idle(r)))
            .collect();
        Prices { rows, budget: (self.prices.budget + step * over / scale).max(0.0) }
    }

    fn learn(&mut self, core: &Core<'_>, prices: Prices, seen: Look) {
        self.seen += 1;
        let dot: f64 = self.lacking.iter().zip(&seen.lacking).map(|(a, b)| a * b).sum();
        let part = self.part(&seen);
        for (old, new) in self.lacking.iter_mut().zip(&seen.lacking) {
            *old += part * (new - *old);
        }
        self.over += part * (seen.over - self.over);
        let open = seen.choice.open.clone();
        self.remember(core, &open, part, Some(&seen));
        if seen.bound > self.best.bound {
            self.prices = prices;
            self.best = seen;
            self.bad = 0;
            if dot >= 0.0 {
                self.pace = (self.pace * 1.1).min(2.0);
            }
        } else {
            self.bad += 1;
            if self.bad >= 8 {
                self.bad = 0;
                self.pace *= 0.66;
            }
        }
        if self.seen.is_multiple_of(100) {
            if self.best.bound - self.mark < 0.01 * self.mark.abs() {
                self.most = (self.most * 0.5).max(1e-3);
            }
            self.mark = self.best.bound;
        }
    }

    /// The share of the new look that makes the average lack least.
    fn part(&self, seen: &Look) -> f64 {
        let (mut top, mut bottom) = (0.0, 0.0);
        for (old, new) in self.lacking.iter().zip(&seen.lacking) {
            top += old * (old - new);
            bottom += (new - old) * (new - old);
        }
        let part = if bottom > 0.0 { top / bottom } else { self.most };
        part.clamp(self.most / 10.0, self.most)
    }

    fn remember(&mut self, core: &Core<'_>, open: &[usize], part: f64, seen: Option<&Look>) {
        scale(&mut self.often, 1.0 - part);
        for plant in open {
            self.often[*plant] += part;
        }
        if self.share.is_empty() {
            return;
        }
        scale(&mut self.share, 1.0 - part);
        let used = seen.map_or(&self.best.used, |look| &look.used);
        for (plant, items) in used {
            for item in items {
                self.share[plant * core.rows() + item.row] += part;
            }
        }
    }
}

fn scale(values: &mut [f64], by: f64) {
    for value in values {
        *value *= by;
    }
}
