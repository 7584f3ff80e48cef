//! Whole sources in open plants, changed by shifts and swaps while the weight of broken limits rises and falls.

use super::core::Core;
use super::transport::Shipment;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::Rng;

/// An assignment being changed: each row in one place, limits broken at a price.
pub struct Work<'a> {
    core: &'a Core<'a>,
    open: &'a [usize],
    /// Cost in EUR of each row in each place, row by row; the last place is "stays" where allowed.
    cost: Vec<f64>,
    pub places: usize,
    place: Vec<usize>,
    load: Vec<f64>,
    /// EUR per t by which each place's limits are broken.
    weight: Vec<f64>,
    /// EUR of what each place's load breaks now.
    fined: Vec<f64>,
}

impl<'a> Work<'a> {
    /// Nothing placed yet.
    pub fn empty(core: &'a Core<'a>, open: &'a [usize]) -> Self {
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
        Self {
            core,
            open,
            cost,
            places,
            place: Vec::new(),
            load: Vec::new(),
            weight: vec![0.0; places],
            fined: vec![0.0; places],
        }
    }

    /// Each row where the split shipment sends most of it.
    pub fn new(core: &'a Core<'a>, open: &'a [usize], split: &Shipment) -> Self {
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

    /// Puts each row in a place.
    pub fn set(&mut self, place: Vec<usize>) {
        self.load = vec![0.0; self.places];
        for (row, k) in place.iter().enumerate() {
            self.load[*k] += self.core.tonnes[row];
        }
        self.place = place;
    }

    /// EUR of a row in a place.
    pub fn at(&self, row: usize, place: usize) -> f64 {
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
    pub fn oscillate(
        &mut self,
        descents: usize,
        least: f64,
        random: &mut Xoshiro256PlusPlus,
    ) -> Option<(f64, Vec<usize>)> {
        let scale = self.total().abs() / self.core.problem.supply().max(1e-9);
        self.weight.fill(0.3 * scale);
        let mut best: Option<(f64, Vec<usize>)> = None;
        let mut since = 0;
        for round in 0..descents {
            self.descend();
            since += 1;
            if self.feasible() {
                let cost = self.total();
                if best.as_ref().is_none_or(|(old, _)| cost < old - 1e-9) {
                    best = Some((cost, self.place.clone()));
                    since = 0;
                }
                if cost <= least + 1e-9 * least.abs() || 2 * since >= descents {
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
        for place in 0..self.places {
            self.fined[place] = self.fine(place, self.load[place]);
        }
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
            let leave = self.fine(from, self.load[from] - t) - self.fined[from] - self.at(row, from);
            let mut best = (from, -1e-7);
            for to in (0..self.places).filter(|to| *to != from) {
                let plain = leave + self.at(row, to);
                // Entering spares at most what the place is fined now.
                if plain - self.fined[to] < best.1 {
                    let gain = plain + self.fine(to, self.load[to] + t) - self.fined[to];
                    if gain < best.1 {
                        best = (to, gain);
                    }
                }
            }
            if best.0 != from {
                self.shift(row, best.0);
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
                let now = self.fined[ka] + self.fined[kb];
                let plain = self.at(a, kb) + self.at(b, ka) - self.at(a, ka) - self.at(b, kb);
                if ka == kb || plain >= now {
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
        for place in [from, to] {
            self.fined[place] = self.fine(place, self.load[place]);
        }
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

    /// The assignment as a shipment.
    pub fn shipment(&self) -> Shipment {
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
