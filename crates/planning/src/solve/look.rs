//! One look at the relaxed problem: at given prices of the rows, what would open, what it would take, and the bound that follows.

use super::choose::{Choice, Domain, choose};
use super::core::Core;
use super::fill::Item;
use super::price::price;
use super::short;
use rayon::prelude::*;
use std::sync::Arc;

/// Prices: EUR/t of each row, and EUR per EUR of investment when the budget is limited.
#[derive(Clone, Debug)]
pub struct Prices {
    pub rows: Vec<f64>,
    pub budget: f64,
}

/// One look at the relaxed problem.
pub struct Look {
    pub bound: f64,
    pub choice: Choice,
    pub value: Vec<f64>,
    /// Price of what so many units of capacity leave (empty where capacity is not counted).
    pub short: Arc<Vec<f64>>,
    /// What each open plant takes.
    pub used: Vec<(usize, Vec<Item>)>,
    /// Share of each row that nobody takes (negative: taken more than once).
    pub lacking: Vec<f64>,
    /// Investment above the budget.
    pub over: f64,
}

/// Solves the relaxed problem at given prices; `None` when the decisions leave nothing.
pub fn look(core: &Core<'_>, domain: &Domain, prices: &Prices) -> Option<Look> {
    let value = values(core, domain, prices);
    let short = core.short(&prices.rows);
    let choice = choose(core, domain, &value, &short)?;
    let mut bound = choice.bound;
    let mut lacking = vec![1.0; core.rows()];
    for (row, lacks) in lacking.iter_mut().enumerate() {
        let idle = core.idle(row);
        bound += core.tonnes[row] * prices.rows[row].min(idle);
        if prices.rows[row] >= idle {
            *lacks = 0.0;
        }
    }
    let used = take(core, prices, &choice, &mut lacking);
    stay(core, prices, &choice, &short, &mut lacking);
    let spent: f64 = choice.open.iter().map(|j| core.problem.plants[*j].invest).sum();
    let over = core.problem.budget.map_or(0.0, |budget| spent - budget);
    bound -= prices.budget * core.problem.budget.unwrap_or(0.0);
    Some(Look { bound, choice, value, short, used, lacking, over })
}

/// What stays for want of capacity no longer lacks.
fn stay(core: &Core<'_>, prices: &Prices, choice: &Choice, short: &[f64], lacking: &mut [f64]) {
    let Some(cover) = core.cover.as_ref().filter(|cover| choice.units < cover.need) else { return };
    if short[choice.units] <= 0.0 {
        return;
    }
    for (row, share) in short::shares(core, cover, &prices.rows, choice.units) {
        if prices.rows[row] < core.idle(row) {
            lacking[row] -= share;
        }
    }
}

fn values(core: &Core<'_>, domain: &Domain, prices: &Prices) -> Vec<f64> {
    let worth = |j: usize| {
        if !domain.allowed[j] {
            return f64::INFINITY;
        }
        let plant = &core.problem.plants[j];
        plant.fixed + prices.budget * plant.invest + price(core, j, &prices.rows, None)
    };
    if core.rows() * core.plants() > 60_000 {
        (0..core.plants()).into_par_iter().map(worth).collect()
    } else {
        (0..core.plants()).map(worth).collect()
    }
}

fn take(core: &Core<'_>, prices: &Prices, choice: &Choice, lacking: &mut [f64]) -> Vec<(usize, Vec<Item>)> {
    let mut used = Vec::with_capacity(choice.open.len());
    for plant in &choice.open {
        let mut items = Vec::new();
        price(core, *plant, &prices.rows, Some(&mut items));
        for item in &items {
            lacking[item.row] -= item.tonnes / core.tonnes[item.row];
        }
        used.push((*plant, items));
    }
    used
}

/// Prices to start from: what the cheapest plant would have to ask for a tonne.
pub fn start(core: &Core<'_>) -> Prices {
    let supply = core.problem.supply().max(1e-9);
    let ask = |row: usize| {
        let per_t = |j: usize| {
            let plant = &core.problem.plants[j];
            core.unit[j][row] + plant.fixed.max(0.0) / plant.capacity.min(supply).max(1e-9)
        };
        let least = (0..core.plants()).map(per_t).fold(f64::INFINITY, f64::min);
        let least = if least.is_finite() { least } else { 0.0 };
        least.min(core.idle(row))
    };
    Prices { rows: (0..core.rows()).map(ask).collect(), budget: 0.0 }
}
