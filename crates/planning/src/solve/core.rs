//! The problem laid out for speed: unit costs by plant, tonnes by row.

use super::cover::Cover;
use super::short;
use crate::formulation::Problem;
use std::sync::Arc;

/// Numbers the methods share. Unit costs are EUR/t; an infinite one is an assignment that is ruled out.
#[derive(Clone)]
pub struct Core<'a> {
    pub problem: &'a Problem,
    /// Tonnes of each row.
    pub tonnes: Vec<f64>,
    /// EUR/t by plant, then by row.
    pub unit: Vec<Vec<f64>>,
    /// EUR/t of leaving a row; infinite when it must be hauled.
    idle: Vec<f64>,
    /// Enough capacity in whole plants, where everything must be hauled.
    pub cover: Option<Cover>,
    /// The price of what capacity cannot hold, where it is the same at all prices: everything must be hauled.
    fixed_short: Option<Arc<Vec<f64>>>,
    /// Rows of each month (one group when months do not bind).
    pub months: usize,
    /// Quantities below this are nothing.
    pub tiny: f64,
}

impl<'a> Core<'a> {
    pub fn new(problem: &'a Problem) -> Self {
        let by_row = |cost: &Vec<f64>| problem.rows.iter().map(|row| cost[row.source]).collect();
        let mut core = Self {
            problem,
            tonnes: problem.rows.iter().map(|row| row.tonnes).collect(),
            unit: problem.plants.iter().map(|plant| by_row(&plant.cost)).collect(),
            idle: problem.rows.iter().map(|row| row.idle).collect(),
            cover: Cover::new(problem),
            fixed_short: None,
            months: if problem.monthly() { 12 } else { 1 },
            tiny: 1e-9 * (1.0 + problem.supply()),
        };
        if core.idle.iter().all(|idle| idle.is_infinite()) {
            core.fixed_short = Some(core.short(&vec![0.0; core.rows()]));
        }
        core
    }

    /// For each number of units of capacity, the price of what they cannot hold; empty where capacity is not counted.
    pub fn short(&self, prices: &[f64]) -> Arc<Vec<f64>> {
        let table = || self.cover.as_ref().map_or_else(Vec::new, |cover| short::table(self, cover, prices));
        self.fixed_short.as_ref().map_or_else(|| Arc::new(table()), Arc::clone)
    }

    pub fn rows(&self) -> usize {
        self.tonnes.len()
    }

    pub fn plants(&self) -> usize {
        self.unit.len()
    }

    pub fn idle(&self, row: usize) -> f64 {
        self.idle[row]
    }

    /// From now on the row must be hauled.
    pub fn must_haul(&mut self, row: usize) {
        self.idle[row] = f64::INFINITY;
    }

    pub fn month(&self, row: usize) -> usize {
        self.problem.rows[row].month
    }

    /// Most a plant can take in a month.
    pub fn month_cap(&self, plant: usize, month: usize) -> f64 {
        self.problem.plants[plant].months.map_or(f64::INFINITY, |months| months[month])
    }

    /// Whether each plant takes whole sources only and months do not bind.
    pub fn knapsack(&self) -> bool {
        self.problem.single && self.months == 1
    }
}
