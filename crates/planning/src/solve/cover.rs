//! Enough capacity, in whole plants: a knapsack over the sites, one size each, by dynamic programming.
//!
//! Where everything must be hauled the open plants must hold it. The split relaxation knows this only in fractions of plants; in whole
//! plants it lifts the bound, and the tables forward and backward give the price of every single decision.

use super::choose::Domain;
use super::core::Core;
use crate::formulation::Problem;

/// Most units the need is counted in.
const UNITS: f64 = 4000.0;

/// Capacities and need in whole units; rounding only ever makes the rule weaker.
#[derive(Clone, Debug)]
pub struct Cover {
    need: usize,
    units: Vec<usize>,
}

impl Cover {
    /// `None` where the rule says nothing.
    pub fn new(problem: &Problem) -> Option<Self> {
        let must: f64 = problem.rows.iter().filter(|r| r.idle.is_infinite()).map(|r| r.tonnes).sum();
        if must <= 0.0 || problem.plants.iter().all(|plant| plant.capacity.is_infinite()) {
            return None;
        }
        let capacities = || problem.plants.iter().map(|plant| plant.capacity).filter(|c| c.is_finite());
        let whole = capacities().all(|c| c.fract() == 0.0 && c < 1e12);
        let common = if whole { capacities().fold(0.0, divisor).max(1.0) } else { 0.0 };
        let exact = common > 0.0 && must / common <= 2.5 * UNITS;
        let unit = if exact { common } else { must / UNITS };
        // Exact units: the need rounds up. Others: the need rounds down and capacities up.
        let need = if exact { ((must - 1e-6) / unit).ceil() } else { ((must - 1e-6) / unit).floor() };
        let units =
            problem.plants.iter().map(|p| count((p.capacity / unit - 1e-9).ceil().min(need))).collect();
        Some(Self { need: count(need), units })
    }

    /// Units that an option holds.
    fn of(&self, option: usize) -> usize {
        self.units[option]
    }

    /// Whether these plants hold enough.
    pub fn holds(&self, open: &[usize]) -> bool {
        open.iter().map(|j| self.of(*j)).sum::<usize>() >= self.need
    }

    /// The least value of plants that hold enough, and which they are; `None` when none do.
    pub fn least(&self, core: &Core<'_>, domain: &Domain, value: &[f64]) -> Option<(f64, Vec<usize>)> {
        let table = self.table(core, domain, value, (0..domain.must.len()).collect());
        let last = table.last()?;
        let best = last.get(self.need).copied().filter(|v| v.is_finite())?;
        let mut open = Vec::new();
        let mut left = self.need;
        for site in (0..domain.must.len()).rev() {
            let (before, now) = (&table[site], table[site + 1][left]);
            let none = !domain.must[site] && before[left] <= now;
            if none {
                continue;
            }
            let from = |j: &usize| before[left.saturating_sub(self.of(*j))] + value[*j];
            let taken = domain.options(core, site).min_by(|a, b| from(a).total_cmp(&from(b)))?;
            open.push(taken);
            left = left.saturating_sub(self.of(taken));
        }
        Some((best, open))
    }

    /// For each option the least value with it open, and for each site the least with nothing there.
    pub fn each(&self, core: &Core<'_>, domain: &Domain, value: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let sites = domain.must.len();
        let forward = self.table(core, domain, value, (0..sites).collect());
        let backward = self.table(core, domain, value, (0..sites).rev().collect());
        let mut with = vec![f64::INFINITY; value.len()];
        let mut without = vec![f64::INFINITY; sites];
        for site in 0..sites {
            let (before, after) = (&forward[site], &backward[sites - 1 - site]);
            let joined = |held: usize| {
                let left = self.need.saturating_sub(held);
                (0..=left).map(|c| before[c] + after[left - c]).fold(f64::INFINITY, f64::min)
            };
            if !domain.must[site] {
                without[site] = joined(0);
            }
            for option in domain.options(core, site) {
                with[option] = joined(self.of(option)) + value[option];
            }
        }
        (with, without)
    }

    /// Row `n`: least value of holding at least `c` units with the first `n` sites of the order.
    fn table(&self, core: &Core<'_>, domain: &Domain, value: &[f64], order: Vec<usize>) -> Vec<Vec<f64>> {
        let mut first = vec![f64::INFINITY; self.need + 1];
        first[0] = 0.0;
        let mut table = vec![first];
        for site in order {
            let before = &table[table.len() - 1];
            let mut now = if domain.must[site] { vec![f64::INFINITY; self.need + 1] } else { before.clone() };
            for option in domain.options(core, site).filter(|j| value[*j].is_finite()) {
                let held = self.of(option).min(self.need);
                for (c, least) in now.iter_mut().enumerate() {
                    *least = least.min(before[c.saturating_sub(held)] + value[option]);
                }
            }
            table.push(now);
        }
        table
    }
}

/// Greatest common divisor of whole numbers.
fn divisor(a: f64, b: f64) -> f64 {
    if b < 0.5 { a } else { divisor(b, a % b) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ value ≤ 10,000")]
fn count(value: f64) -> usize {
    value.max(0.0) as usize
}
