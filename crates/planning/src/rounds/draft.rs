//! Rounds while they are searched.

use super::Task;

/// Stops of each round in order, and those nobody calls at yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) rounds: Vec<Vec<usize>>,
    pub(super) unserved: Vec<usize>,
}

impl Draft {
    /// EUR of all rounds; each is known to be possible.
    pub(super) fn euros(&self, task: &Task, loads: &[f64]) -> f64 {
        self.rounds.iter().map(|stops| task.price(stops, loads).unwrap_or(f64::INFINITY)).sum()
    }

    /// Takes one stop out of its round; a round left empty goes.
    pub(super) fn drop_stops(&mut self, round: usize, from: usize, count: usize) {
        self.unserved.extend(self.rounds[round].drain(from..from + count));
    }

    /// Where a stop is.
    pub(super) fn place_of(&self, stop: usize) -> Option<(usize, usize)> {
        self.rounds
            .iter()
            .enumerate()
            .find_map(|(number, stops)| Some((number, stops.iter().position(|other| *other == stop)?)))
    }
}

impl Task {
    /// EUR of one round; `None` when it overloads the vehicle or comes too late somewhere.
    pub(super) fn price(&self, stops: &[usize], loads: &[f64]) -> Option<f64> {
        let fleet = &self.fleet;
        let load: f64 = stops.iter().map(|stop| loads[*stop]).sum();
        if load > fleet.capacity * (1.0 + 1e-9) {
            return None;
        }
        let (mut km, mut clock, mut at) = (0.0, fleet.shift.0, 0);
        let mut left = None;
        for &stop in stops {
            let place = stop + 1;
            let drive = self.drive_min(at, place);
            let (opens, closes) = self.stops[stop].window.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
            let begins = (clock + drive).max(opens);
            if begins > closes {
                return None;
            }
            km += self.km[at][place];
            left.get_or_insert(begins - drive);
            clock = begins + self.stops[stop].service_min;
            at = place;
        }
        let back = clock + self.drive_min(at, 0);
        let hours = (back - left.unwrap_or(back)) / 60.0;
        let euros = fleet.eur_per_round + fleet.eur_per_km * (km + self.km[at][0]) + fleet.eur_per_h * hours;
        (back <= fleet.shift.1).then_some(euros)
    }
}
