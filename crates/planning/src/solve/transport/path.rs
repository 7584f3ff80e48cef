//! The cheapest chain of moves from where there is too much, or from where there is some to spare, to where there is room.

use super::{Move, Net};

/// A step of a path; `row` for a move between places, none within a plant.
#[derive(Clone, Copy)]
pub(super) struct Arc {
    pub(super) from: usize,
    pub(super) to: usize,
    row: Option<usize>,
}

impl Net<'_> {
    /// The cheapest path from any of the nodes to the year of a place that `ends` accepts (Bellman-Ford with a queue).
    pub(super) fn shortest(
        &mut self,
        from: &[usize],
        ends: impl Fn(&Self, usize) -> bool,
    ) -> Option<Vec<Arc>> {
        let nodes = self.places * self.months;
        let mut cost = vec![f64::INFINITY; nodes + self.places];
        let mut by: Vec<Option<Arc>> = vec![None; nodes + self.places];
        let mut queue: std::collections::VecDeque<usize> = from.iter().copied().collect();
        for node in from {
            cost[*node] = 0.0;
        }
        let mut waiting = vec![false; nodes + self.places];
        while let Some(node) = queue.pop_front() {
            waiting[node] = false;
            for (arc, price) in self.arcs(node) {
                let reached = cost[node] + price;
                if reached < cost[arc.to] - 1e-9 {
                    cost[arc.to] = reached;
                    by[arc.to] = Some(arc);
                    if !std::mem::replace(&mut waiting[arc.to], true) {
                        queue.push_back(arc.to);
                    }
                }
            }
        }
        let end = (0..self.places)
            .filter(|k| cost[nodes + k].is_finite() && ends(self, *k))
            .min_by(|a, b| cost[nodes + a].total_cmp(&cost[nodes + b]))?;
        let mut path = Vec::new();
        let mut node = nodes + end;
        while let Some(arc) = by[node] {
            path.push(arc);
            node = arc.from;
            if path.len() > 4 * by.len() {
                return None;
            }
        }
        path.reverse();
        Some(path)
    }

    fn arcs(&mut self, node: usize) -> Vec<(Arc, f64)> {
        let nodes = self.places * self.months;
        let mut arcs = Vec::new();
        if node >= nodes {
            let place = node - nodes;
            for month in 0..self.months {
                let to = place * self.months + month;
                if self.passed[to] > self.core.tiny {
                    arcs.push((Arc { from: node, to, row: None }, 0.0));
                }
            }
            return arcs;
        }
        let (place, month) = (node / self.months, node % self.months);
        if self.month_cap(place, month) - self.passed[node] > self.core.tiny {
            arcs.push((Arc { from: node, to: nodes + place, row: None }, 0.0));
        }
        for to in (0..self.places).filter(|to| *to != place) {
            if let Some(best) = self.cheapest(place, to, month) {
                let arc = Arc { from: node, to: to * self.months + month, row: Some(best.row) };
                arcs.push((arc, best.cost));
            }
        }
        arcs
    }

    /// Sends as much as the path carries, at most `most`; returns how much.
    pub(super) fn along(&mut self, path: &[Arc], most: f64) -> f64 {
        let nodes = self.places * self.months;
        let mut amount = most;
        for arc in path {
            let room = match arc.row {
                Some(row) => self.at[row * self.places + arc.from / self.months],
                None if arc.from >= nodes => self.passed[arc.to],
                None => {
                    self.month_cap(arc.from / self.months, arc.from % self.months) - self.passed[arc.from]
                }
            };
            amount = amount.min(room);
        }
        for arc in path {
            match arc.row {
                Some(row) => self.shift(row, arc.from, arc.to, amount),
                None if arc.from >= nodes => self.passed[arc.to] -= amount,
                None => self.passed[arc.from] += amount,
            }
        }
        amount
    }

    fn shift(&mut self, row: usize, from: usize, to: usize, amount: f64) {
        let month = self.core.month(row);
        let (from_place, to_place) = (from / self.months, to / self.months);
        let left = self.at[row * self.places + from_place] - amount;
        self.at[row * self.places + from_place] = if left > self.core.tiny { left } else { 0.0 };
        let before = self.at[row * self.places + to_place];
        self.at[row * self.places + to_place] = before + amount;
        self.inflow[from] -= amount;
        self.inflow[to] += amount;
        if before > 0.0 {
            return;
        }
        for next in (0..self.places).filter(|next| *next != to_place) {
            let cost = self.unit(row, next) - self.unit(row, to_place);
            if cost.is_finite() {
                let heap = self.heap(to_place, next, month);
                self.heaps[heap].push(Move { cost, row });
            }
        }
    }
}
