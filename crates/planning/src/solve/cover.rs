//! Enough capacity, in whole plants: a knapsack over the sites, one size each, by dynamic programming.
//!
//! What the open plants cannot hold must stay, at its price. The split relaxation knows this only in fractions of plants; in whole
//! plants it lifts the bound, and the tables forward and backward give the price of every single decision.

use super::choose::Domain;
use super::core::Core;
use crate::formulation::{Plant, Problem};

/// Most units the need is counted in.
const UNITS: f64 = 2000.0;

/// Capacities and need in whole units; rounding only ever makes the rule weaker.
#[derive(Clone, Debug)]
pub struct Cover {
    /// Units beyond which more capacity changes nothing.
    pub need: usize,
    /// Units of each option.
    units: Vec<usize>,
    /// What must find room in each month (one entry when months do not bind).
    pub months: Vec<Load>,
    /// What must find room over the year.
    pub year: Load,
}

/// Tonnes that look for room, and the most tonnes a unit holds of them.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    pub tonnes: f64,
    pub per_unit: f64,
}

impl Cover {
    /// `None` where the rule says nothing.
    pub fn new(problem: &Problem) -> Option<Self> {
        let supply = by_month(problem);
        let total: f64 = supply.iter().sum();
        let held: Vec<f64> = problem.plants.iter().map(|plant| room(plant, &supply)).collect();
        if total <= 0.0 || held.iter().all(|held| *held >= total * (1.0 - 1e-12)) {
            return None;
        }
        let unit = unit(&held, total);
        let units: Vec<usize> = held.iter().map(|held| count((held / unit - 1e-9).ceil())).collect();
        let load = |tonnes: f64, of: &dyn Fn(usize) -> f64| {
            let rates = (0..units.len()).filter(|j| units[*j] > 0).map(|j| of(j) / units[j] as f64);
            Load { tonnes, per_unit: rates.fold(0.0, f64::max) }
        };
        let year = load(total, &|j| held[j]);
        let month = |(m, tonnes): (usize, &f64)| {
            load(*tonnes, &|j| in_month(&problem.plants[j], m, *tonnes).min(held[j]))
        };
        let months: Vec<Load> = supply.iter().enumerate().map(month).collect();
        let all: usize = problem.sites.iter().filter_map(|s| s.iter().map(|j| units[*j]).max()).sum();
        let enough = months.iter().chain([&year]).map(|load| (load.tonnes / load.per_unit - 1e-9).ceil());
        let need = count(enough.fold(1.0, f64::max).min(1e9)).min(all.max(1)).min(20 * count(UNITS));
        let units = units.into_iter().map(|n| n.min(need)).collect();
        Some(Self { need, units, months, year })
    }

    /// Units of a set of options, at most what is needed.
    pub fn units(&self, open: &[usize]) -> usize {
        open.iter().map(|j| self.units[*j]).sum::<usize>().min(self.need)
    }

    /// The least value of plants and of what they leave, and which they are; `None` when everything must be hauled and cannot.
    /// `short[c]` is the price of what `c` units cannot hold.
    pub fn least(
        &self,
        core: &Core<'_>,
        domain: &Domain,
        value: &[f64],
        short: &[f64],
    ) -> Option<(f64, Vec<usize>)> {
        let table = self.onward(core, domain, value, short);
        let best = table.last().map(|first| first[0]).filter(|v| v.is_finite())?;
        let (mut open, mut held) = (Vec::new(), 0);
        let sites = domain.must.len();
        for site in 0..sites {
            let (now, next) = (table[sites - site][held], &table[sites - site - 1]);
            if !domain.must[site] && next[held] <= now {
                continue;
            }
            let then = |j: &usize| next[self.after(held, *j)] + value[*j];
            let taken = domain.options(core, site).min_by(|a, b| then(a).total_cmp(&then(b)))?;
            open.push(taken);
            held = self.after(held, taken);
        }
        Some((best, open))
    }

    fn after(&self, held: usize, option: usize) -> usize {
        (held + self.units[option]).min(self.need)
    }

    /// For each option the least value with it open, and for each site the least with nothing there.
    pub fn each(
        &self,
        core: &Core<'_>,
        domain: &Domain,
        value: &[f64],
        short: &[f64],
    ) -> (Vec<f64>, Vec<f64>) {
        let sites = domain.must.len();
        let onward = self.onward(core, domain, value, short);
        let mut before = vec![f64::INFINITY; self.need + 1];
        before[0] = 0.0;
        let mut with = vec![f64::INFINITY; value.len()];
        let mut without = vec![f64::INFINITY; sites];
        for site in 0..sites {
            let next = &onward[sites - site - 1];
            let joined = |held: usize| {
                let at = |(c, least): (usize, &f64)| least + next[(c + held).min(self.need)];
                before.iter().enumerate().map(at).fold(f64::INFINITY, f64::min)
            };
            if !domain.must[site] {
                without[site] = joined(0);
            }
            for option in domain.options(core, site) {
                with[option] = joined(self.units[option]) + value[option];
            }
            before = self.with_site(core, domain, value, site, &before);
        }
        (with, without)
    }

    /// Least value of exactly so many units (all that is needed, in the last place), one site more.
    fn with_site(
        &self,
        core: &Core<'_>,
        domain: &Domain,
        value: &[f64],
        site: usize,
        before: &[f64],
    ) -> Vec<f64> {
        let mut now = if domain.must[site] { vec![f64::INFINITY; before.len()] } else { before.to_vec() };
        for option in domain.options(core, site).filter(|j| value[*j].is_finite()) {
            for (c, least) in before.iter().enumerate() {
                let cell = &mut now[self.after(c, option)];
                *cell = cell.min(least + value[option]);
            }
        }
        now
    }

    /// Row `n`: least value that the last `n` sites and what is left add, by units already held.
    fn onward(&self, core: &Core<'_>, domain: &Domain, value: &[f64], short: &[f64]) -> Vec<Vec<f64>> {
        let mut table = vec![short.to_vec()];
        for site in (0..domain.must.len()).rev() {
            let after = &table[table.len() - 1];
            let mut now = if domain.must[site] { vec![f64::INFINITY; self.need + 1] } else { after.clone() };
            for option in domain.options(core, site).filter(|j| value[*j].is_finite()) {
                let (units, worth) = (self.units[option], value[option]);
                let full = after[self.need] + worth;
                let (reached, filled) = now.split_at_mut(self.need + 1 - units);
                for (least, then) in reached.iter_mut().zip(&after[units..]) {
                    *least = least.min(then + worth);
                }
                for least in filled {
                    *least = least.min(full);
                }
            }
            table.push(now);
        }
        table
    }
}

/// Tonnes of each month; of the year alone when months do not bind.
fn by_month(problem: &Problem) -> Vec<f64> {
    let mut supply = vec![0.0; if problem.monthly() { 12 } else { 1 }];
    for row in &problem.rows {
        supply[row.month] += row.tonnes;
    }
    supply
}

fn in_month(plant: &Plant, month: usize, supply: f64) -> f64 {
    plant.months.map_or(supply, |months| months[month].min(supply))
}

/// Most tonnes of a year's supply that a plant can take.
fn room(plant: &Plant, supply: &[f64]) -> f64 {
    let months = supply.iter().enumerate().map(|(m, supply)| in_month(plant, m, *supply));
    months.sum::<f64>().min(plant.capacity)
}

/// Tonnes of a unit: what all capacities are multiples of where that is coarse enough, a small part of the supply elsewhere.
fn unit(held: &[f64], total: f64) -> f64 {
    let partial = || held.iter().copied().filter(|held| *held < total);
    let whole = partial().all(|c| c.fract() == 0.0 && c < 1e12);
    let common = if whole { partial().fold(0.0, divisor).max(1.0) } else { 0.0 };
    if common > 0.0 && total / common <= 5.0 * UNITS { common } else { total / UNITS }
}

/// Greatest common divisor of whole numbers.
fn divisor(a: f64, b: f64) -> f64 {
    if b < 0.5 { a } else { divisor(b, a % b) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ value ≤ 1e9")]
fn count(value: f64) -> usize {
    value.clamp(0.0, 1e9) as usize
}
