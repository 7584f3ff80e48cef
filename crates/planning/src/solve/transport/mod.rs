//! Who supplies whom once it is known what opens: the cheapest split, exactly, by successive shortest paths between plants.
//!
//! Every row starts at its cheapest plant. What a plant cannot hold is pushed along the cheapest chain of "this row goes there
//! instead" moves until it finds room; then minimum loads pull tonnes in the same way.

mod path;

use super::core::Core;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Tonnes of each row in each open plant.
#[derive(Clone, Debug)]
pub struct Shipment {
    /// Cost without the fixed cost of the plants.
    pub cost: f64,
    /// (row, plant, tonnes); what stays at its source is not listed.
    pub flows: Vec<(usize, usize, f64)>,
}

/// The cheapest shipment, or how many tonnes find no place.
pub fn transport(core: &Core<'_>, open: &[usize]) -> Result<Shipment, f64> {
    let mut net = Net::new(core, open);
    net.place()?;
    net.push_excess()?;
    net.pull_minimum()?;
    Ok(net.finish())
}

/// A move of a row from one place to another, cheapest first.
#[derive(Clone, Copy, PartialEq)]
struct Move {
    cost: f64,
    row: usize,
}

impl Eq for Move {}

impl Ord for Move {
    fn cmp(&self, other: &Self) -> Ordering {
        other.cost.total_cmp(&self.cost).then(other.row.cmp(&self.row))
    }
}

impl PartialOrd for Move {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Nodes: a place in a month (`place × months + month`), then a place over the year, then the outside.
struct Net<'a> {
    core: &'a Core<'a>,
    open: &'a [usize],
    /// Open plants, plus one for staying where that is allowed.
    places: usize,
    months: usize,
    /// Tonnes of each row at each place.
    at: Vec<f64>,
    /// Inflow of each place and month, and what goes on to the year.
    inflow: Vec<f64>,
    passed: Vec<f64>,
    year: Vec<f64>,
    heaps: Vec<BinaryHeap<Move>>,
}

impl<'a> Net<'a> {
    fn new(core: &'a Core<'a>, open: &'a [usize]) -> Self {
        let stays = (0..core.rows()).any(|row| core.idle(row).is_finite());
        let places = open.len() + usize::from(stays);
        let months = core.months;
        Self {
            core,
            open,
            places,
            months,
            at: vec![0.0; core.rows() * places],
            inflow: vec![0.0; places * months],
            passed: vec![0.0; places * months],
            year: vec![0.0; places],
            heaps: Vec::new(),
        }
    }

    fn unit(&self, row: usize, place: usize) -> f64 {
        self.open.get(place).map_or_else(|| self.core.idle(row), |plant| self.core.unit[*plant][row])
    }

    fn month_cap(&self, place: usize, month: usize) -> f64 {
        self.open.get(place).map_or(f64::INFINITY, |plant| self.core.month_cap(*plant, month))
    }

    fn capacity(&self, place: usize) -> f64 {
        self.open.get(place).map_or(f64::INFINITY, |plant| self.core.problem.plants[*plant].capacity)
    }

    fn minimum(&self, place: usize) -> f64 {
        self.open.get(place).map_or(0.0, |plant| self.core.problem.plants[*plant].min)
    }

    /// Each row at its cheapest place.
    fn place(&mut self) -> Result<(), f64> {
        for row in 0..self.core.rows() {
            let best = (0..self.places)
                .map(|k| (k, self.unit(row, k)))
                .min_by(|a, b| a.1.total_cmp(&b.1))
                .filter(|(_, cost)| cost.is_finite());
            let Some((place, _)) = best else { return Err(self.core.tonnes[row]) };
            self.at[row * self.places + place] = self.core.tonnes[row];
            self.inflow[place * self.months + self.core.month(row)] += self.core.tonnes[row];
        }
        for place in 0..self.places {
            for month in 0..self.months {
                let node = place * self.months + month;
                self.passed[node] = self.inflow[node].min(self.month_cap(place, month));
            }
            self.year[place] = self.sum(place).min(self.capacity(place));
        }
        Ok(())
    }

    fn sum(&self, place: usize) -> f64 {
        self.passed[place * self.months..(place + 1) * self.months].iter().sum()
    }

    fn push_excess(&mut self) -> Result<(), f64> {
        let nodes = self.places * self.months;
        for node in 0..nodes + self.places {
            loop {
                let excess = if node < nodes {
                    self.inflow[node] - self.passed[node]
                } else {
                    self.sum(node - nodes) - self.year[node - nodes]
                };
                if excess <= self.core.tiny {
                    break;
                }
                self.build();
                let room = |net: &Self, k: usize| net.capacity(k) - net.year[k] > net.core.tiny;
                let Some(path) = self.shortest(&[node], room) else { return Err(excess) };
                let end = path.last().map_or(node, |arc| arc.to) - nodes;
                let amount = self.along(&path, excess.min(self.capacity(end) - self.year[end]));
                self.year[end] += amount;
            }
        }
        Ok(())
    }

    fn pull_minimum(&mut self) -> Result<(), f64> {
        let nodes = self.places * self.months;
        for place in 0..self.places {
            loop {
                let lack = self.minimum(place) - self.year[place];
                if lack <= self.core.tiny {
                    break;
                }
                self.build();
                let spare = |net: &Self, k: usize| net.year[k] - net.minimum(k);
                let gives = |k: &usize| spare(self, *k) > self.core.tiny;
                let from: Vec<usize> = (0..self.places).filter(gives).map(|k| nodes + k).collect();
                let Some(path) = self.shortest(&from, |_, k| k == place) else { return Err(lack) };
                let start = path.first().map_or(place, |arc| arc.from - nodes);
                let amount = self.along(&path, lack.min(spare(self, start)));
                self.year[place] += amount;
                self.year[start] -= amount;
            }
        }
        Ok(())
    }

    /// The moves out of each place, ready to be asked for the cheapest; built when first needed.
    fn build(&mut self) {
        if !self.heaps.is_empty() {
            return;
        }
        let mut lists: Vec<Vec<Move>> = vec![Vec::new(); self.places * self.places * self.months];
        for row in 0..self.core.rows() {
            for from in 0..self.places {
                if self.at[row * self.places + from] <= 0.0 {
                    continue;
                }
                for to in (0..self.places).filter(|to| *to != from) {
                    let cost = self.unit(row, to) - self.unit(row, from);
                    if cost.is_finite() {
                        lists[self.heap(from, to, self.core.month(row))].push(Move { cost, row });
                    }
                }
            }
        }
        self.heaps = lists.into_iter().map(BinaryHeap::from).collect();
    }

    fn heap(&self, from: usize, to: usize, month: usize) -> usize {
        (from * self.places + to) * self.months + month
    }

    /// The cheapest move that still holds.
    fn cheapest(&mut self, from: usize, to: usize, month: usize) -> Option<Move> {
        let heap = self.heap(from, to, month);
        while let Some(top) = self.heaps[heap].peek().copied() {
            if self.at[top.row * self.places + from] > 0.0 {
                return Some(top);
            }
            self.heaps[heap].pop();
        }
        None
    }

    fn finish(self) -> Shipment {
        let mut shipment = Shipment { cost: 0.0, flows: Vec::new() };
        for row in 0..self.core.rows() {
            for place in 0..self.places {
                let tonnes = self.at[row * self.places + place];
                if tonnes <= 0.0 {
                    continue;
                }
                shipment.cost += tonnes * self.unit(row, place);
                if let Some(plant) = self.open.get(place) {
                    shipment.flows.push((row, *plant, tonnes));
                }
            }
        }
        shipment
    }
}
