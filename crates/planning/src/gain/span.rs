//! Which groups' shares follow from those of others.

use super::Coalition;

/// The groups that are sums and differences of the ones added: rows in reduced echelon form.
#[derive(Clone)]
pub(super) struct Span {
    players: usize,
    rows: Vec<(usize, Vec<f64>)>,
}

impl Span {
    pub(super) fn new(players: usize) -> Self {
        Self { players, rows: Vec::new() }
    }

    /// How many independent groups there are.
    pub(super) fn rank(&self) -> usize {
        self.rows.len()
    }

    /// True when the group follows from those before it.
    pub(super) fn holds(&self, group: Coalition) -> bool {
        self.rest(group).iter().all(|cell| cell.abs() < 1e-9)
    }

    /// True when the group is independent of those before it, which now hold it.
    pub(super) fn add(&mut self, group: Coalition) -> bool {
        let mut row = self.rest(group);
        let Some(lead) = row.iter().position(|cell| cell.abs() >= 1e-9) else { return false };
        let head = row[lead];
        for cell in &mut row {
            *cell /= head;
        }
        self.rows.push((lead, row));
        true
    }

    fn rest(&self, group: Coalition) -> Vec<f64> {
        let mut row: Vec<f64> = (0..self.players).map(|p| if group.has(p) { 1.0 } else { 0.0 }).collect();
        for (lead, other) in &self.rows {
            let factor = row[*lead];
            if factor.abs() > 0.0 {
                row.iter_mut().zip(other).for_each(|(cell, by)| *cell -= factor * by);
            }
        }
        row
    }
}
