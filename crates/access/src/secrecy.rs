//! Statistical secrecy: a sum is published only when nobody can be read out of it.
//!
//! A cell needs at least [`LEAST`] contributors, none with more than [`MOST`] of it. A breakdown whose total is published also gives away
//! what is withheld, by subtraction: further cells are withheld until the rest that can be computed is itself safe.

use model::ActorId;
use std::collections::BTreeMap;
use units::Range;

/// Contributors a sum needs.
pub const LEAST: usize = 3;
/// Largest share one contributor may have.
pub const MOST: f64 = 0.85;

/// A sum and who made it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The sum; `None` when nothing is known.
    pub sum: Option<Range>,
    /// What each actor put in, in the unit of the sum, regardless of sign.
    pub shares: BTreeMap<ActorId, f64>,
    /// True when a guess is in it.
    pub estimated: bool,
}

impl Cell {
    /// Adds an amount; several actors of one lead share it, and each counts with all of it.
    pub fn add<'a>(&mut self, amount: Range, actors: impl IntoIterator<Item = &'a ActorId>, estimated: bool) {
        self.sum = Some(self.sum.map_or(amount, |sum| sum + amount));
        self.estimated |= estimated;
        for actor in actors {
            *self.shares.entry(actor.clone()).or_default() += amount.mid().abs();
        }
    }

    /// True when it may be published by itself: too few or too dominant contributors withhold it. Nothing at all is safe.
    pub fn is_safe(&self) -> bool {
        self.sum.is_none() || is_safe(&self.shares, self.weight())
    }

    fn weight(&self) -> f64 {
        self.sum.map_or(0.0, |sum| sum.mid().abs())
    }
}

fn is_safe(shares: &BTreeMap<ActorId, f64>, whole: f64) -> bool {
    let largest = shares.values().copied().fold(0.0, f64::max);
    // Actors of one lead count with all of it each: the sum of what was put in may be larger than the sum.
    let whole = whole.max(largest);
    shares.len() >= LEAST && largest <= MOST * whole
}

/// Which cells of a breakdown must be withheld, when its total is published as well: true = withheld. When the total itself is not safe,
/// all are.
pub fn withheld(total: &Cell, parts: &[Cell]) -> Vec<bool> {
    if !total.is_safe() {
        return vec![true; parts.len()];
    }
    let mut hidden: Vec<bool> = parts.iter().map(|cell| !cell.is_safe()).collect();
    let mut candidates: Vec<usize> =
        (0..parts.len()).filter(|&ix| !hidden[ix] && parts[ix].sum.is_some()).collect();
    candidates.sort_by(|&a, &b| parts[b].weight().total_cmp(&parts[a].weight()));
    while hidden.contains(&true) && !rest_is_safe(unpublished(parts, &hidden)) {
        // The smallest one that is left: it costs the reader least.
        let Some(next) = candidates.pop() else { break };
        hidden[next] = true;
    }
    hidden
}

fn unpublished<'a>(parts: &'a [Cell], hidden: &'a [bool]) -> impl Iterator<Item = &'a Cell> + Clone {
    parts.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(cell, _)| cell)
}

/// True when what a reader computes by taking the published cells from the total, the sum of these withheld ones, tells of nobody.
pub(crate) fn rest_is_safe<'a>(withheld: impl Iterator<Item = &'a Cell> + Clone) -> bool {
    withheld.clone().count() >= 2 && together(withheld).is_safe()
}

/// The sum of cells.
pub(crate) fn together<'a>(cells: impl Iterator<Item = &'a Cell>) -> Cell {
    let mut whole = Cell::default();
    for cell in cells {
        whole.estimated |= cell.estimated;
        whole.sum = match (whole.sum, cell.sum) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
        for (actor, share) in &cell.shares {
            *whole.shares.entry(actor.clone()).or_default() += share;
        }
    }
    whole
}
