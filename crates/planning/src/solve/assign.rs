//! Whole sources to open plants: start from the split shipment, repair, then shifts and swaps under growing penalties.

use super::core::Core;
use super::fill::Item;
use super::transport::{Shipment, transport};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// Descents of a quick search, and of a thorough one.
const QUICK: usize = 12;
const THOROUGH: usize = 150;

/// A good assignment of whole sources, or `None` when none was found or when even splitting costs `above` or more. Where the quick
/// search comes within 0.5 % of `above`, a thorough one follows.
pub fn assign(core: &Core<'_>, open: &[usize], above: f64, seed: u64) -> Option<Shipment> {
    let split = transport(core, open).ok()?;
    if split.cost >= above {
        return None;
    }
    let mut work = Work::new(core, open, &split);
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut best = work.oscillate(QUICK, split.cost, &mut random);
    let near = best.as_ref().is_none_or(|(cost, _)| *cost < above + 0.005 * above.abs());
    if near && best.as_ref().is_none_or(|(cost, _)| *cost > split.cost + 1e-9 * split.cost.abs()) {
        if let Some((_, place)) = &best {
            work.set(place.clone());
        }
        let more = work.oscillate(THOROUGH, split.cost, &mut random);
        best = [best, more].into_iter().flatten().min_by(|a, b| a.0.total_cmp(&b.0));
    }
    let (_, place) = best?;
    work.set(place);
    Some(work.shipment())
}

/// Repairs a choice of plants by knapsacks, in which rows are taken once, several times or not at all: each goes where it was taken,
/// else where it costs least; then as above. `None` when too many rows are amiss, or no limits could be kept.
pub fn repair(core: &Core<'_>, open: &[usize], used: &[(usize, Vec<Item>)], seed: u64) -> Option<Shipment> {
    let mut taken: Vec<Vec<usize>> = vec![Vec::new(); core.rows()];
    for (plant, items) in used {
        let place = open.iter().position(|p| p == plant)?;
        for item in items {
            taken[item.row].push(place);
        }
    }
    let mut work = Work::empty(core, open);
    let cheapest = |places: &mut dyn Iterator<Item = usize>, row: usize| {
        places.min_by(|a, b| work.at(row, *a).total_cmp(&work.at(row, *b)))
    };
    let place = taken.iter().enumerate().map(|(row, taken)| {
        let stays = (work.places > open.len()).then_some(open.len());
        cheapest(&mut taken.iter().copied(), row).or(stays).or_else(|| cheapest(&mut (0..open.len()), row))
    });
    let place: Vec<usize> = place.collect::<Option<_>>()?;
    work.set(place);
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let (_, place) = work.oscillate(QUICK, f64::NEG_INFINITY, &mut random)?;
    work.set(place);
    Some(work.shipment())
}

struct Work<'a> {
    core: &'a Core<'a>,
    open: &'a [usize],
    /// Cost in EUR of each row in each place, row by row; the last place is "stays" where allowed.
    cost: Vec<f64>,
    places: usize,
    place: Vec<usize>,
    load: Vec<f64>,
    /// EUR per t by which each place's limits are broken.
    weight: Vec<f64>,
}

impl<'a> Work<'a> {
    fn empty(core: &'a Core<'a>, open: &'a [usize]) -> Self {
        let stays = (0..core.rows()).any(|row| core.idle(row).is_finite());
        let places = open.len() + usize::from(stays);
        let mut cost = Vec::with_capacity(core.rows() * places);
        for row in 0..core.rows() {
            let t = core.tonnes[row];
            cost.extend(open.iter().map(|plant| core.unit[*plant][row] * t));
            if stays {
                cost.push(core.idle(row) * t);
            }
        }
        Self { core, open, cost, places, place: Vec::new(), load: Vec::new(), weight: vec![0.0; places] }
    }

    fn new(core: &'a Core<'a>, open: &'a [usize], split: &Shipment) -> Self {
        let mut work = Self::empty(core, open);
        let places = work.places;
        let mut most = vec![0.0; core.rows()];
        let mut place = vec![places - 1; core.rows()];
        for (row, plant, tonnes) in &split.flows {
            if *tonnes > most[*row] {
                most[*row] = *tonnes;
                place[*row] = open.iter().position(|p| p == plant).unwrap_or(0);
            }
        }
        work.set(place);
        work
    }

    fn set(&mut self, place: Vec<usize>) {
        self.load = vec![0.0; self.places];
        for (row, k) in place.iter().enumerate() {
            self.load[*k] += self.core.tonnes[row];
        }
        self.place = place;
    }

    fn at(&self, row: usize, place: usize) -> f64 {
        self.cost[row * self.places + place]
    }

    /// EUR for the tonnes by which a load breaks the plant's limits.
    fn fine(&self, place: usize, load: f64) -> f64 {
        self.weight[place] * self.broken(place, load)
    }

    /// Tonnes by which a load breaks the plant's limits.
    fn broken(&self, place: usize, load: f64) -> f64 {
        self.open.get(place).map_or(0.0, |plant| {
            let plant = &self.core.problem.plants[*plant];
            (load - plant.capacity).max(0.0) + (plant.min - load).max(0.0)
        })
    }

    fn total(&self) -> f64 {
        self.place.iter().enumerate().map(|(row, k)| self.at(row, *k)).sum()
    }

    fn feasible(&self) -> bool {
        (0..self.places).all(|k| self.broken(k, self.load[k]) <= self.core.tiny)
    }

    /// Descends again and again, limits weighing more where they are broken and less while all hold, as in strategic oscillation;
    /// ends early at `least`, which nothing can beat. The best assignment that keeps the limits.
    fn oscillate(
        &mut self,
        descents: usize,
        least: f64,
        random: &mut Xoshiro256PlusPlus,
    ) -> Option<(f64, Vec<usize>)> {
        let scale = self.total().abs() / self.core.problem.supply().max(1e-9);
        self.weight.fill(0.3 * scale);
        let mut best: Option<(f64, Vec<usize>)> = None;
        for round in 0..descents {
            self.descend();
            if self.feasible() {
                let cost = self.total();
                if best.as_ref().is_none_or(|(old, _)| cost < old - 1e-9) {
                    best = Some((cost, self.place.clone()));
                }
                if cost <= least + 1e-9 * least.abs() {
                    break;
                }
                scale_by(&mut self.weight, 0.7);
            } else {
                for place in 0..self.places {
                    let broken = self.broken(place, self.load[place]) > self.core.tiny;
                    self.weight[place] *= if broken { 1.4 } else { 0.98 };
                }
            }
            if round % 8 == 7 {
                self.shake(random);
            }
        }
        best
    }

    fn descend(&mut self) {
        for _ in 0..200 {
            let shifted = self.shifts();
            if !self.swaps() && !shifted {
                return;
            }
        }
    }

    fn shifts(&mut self) -> bool {
        let mut better = false;
        for row in 0..self.place.len() {
            let (from, t) = (self.place[row], self.core.tonnes[row]);
            let leave = self.fine(from, self.load[from] - t) - self.fine(from, self.load[from]);
            let gain = |to: usize| {
                let enter = self.fine(to, self.load[to] + t) - self.fine(to, self.load[to]);
                self.at(row, to) - self.at(row, from) + leave + enter
            };
            let best = (0..self.places).filter(|to| *to != from).map(|to| (to, gain(to)));
            let best = best.min_by(|a, b| a.1.total_cmp(&b.1));
            if let Some((to, _)) = best.filter(|(_, gain)| *gain < -1e-7) {
                self.shift(row, to);
                better = true;
            }
        }
        better
    }

    fn swaps(&mut self) -> bool {
        let mut better = false;
        for a in 0..self.place.len() {
            for b in a + 1..self.place.len() {
                let (ka, kb) = (self.place[a], self.place[b]);
                if ka == kb {
                    continue;
                }
                let plain = self.at(a, kb) + self.at(b, ka) - self.at(a, ka) - self.at(b, kb);
                let now = self.fine(ka, self.load[ka]) + self.fine(kb, self.load[kb]);
                if plain >= now {
                    continue;
                }
                let more = self.core.tonnes[b] - self.core.tonnes[a];
                let then = self.fine(ka, self.load[ka] + more) + self.fine(kb, self.load[kb] - more);
                if plain + then - now < -1e-7 {
                    self.shift(a, kb);
                    self.shift(b, ka);
                    better = true;
                }
            }
        }
        better
    }

    fn shift(&mut self, row: usize, to: usize) {
        let from = std::mem::replace(&mut self.place[row], to);
        self.load[from] -= self.core.tonnes[row];
        self.load[to] += self.core.tonnes[row];
    }

    /// Moves a few rows anywhere it does not cost too much.
    fn shake(&mut self, random: &mut Xoshiro256PlusPlus) {
        let rows = self.place.len() as u64;
        for _ in 0..(3 + rows / 25) {
            let row = usize::try_from(random.next_u64() % rows.max(1)).unwrap_or(0);
            let to = usize::try_from(random.next_u64() % self.places as u64).unwrap_or(0);
            if self.at(row, to).is_finite() {
                self.shift(row, to);
            }
        }
    }

    fn shipment(&self) -> Shipment {
        let rows = self.place.iter().enumerate();
        let flows = rows
            .filter_map(|(row, k)| self.open.get(*k).map(|plant| (row, *plant, self.core.tonnes[row])))
            .collect();
        Shipment { cost: self.total(), flows }
    }
}

fn scale_by(weights: &mut [f64], by: f64) {
    for weight in weights {
        *weight *= by;
    }
}
