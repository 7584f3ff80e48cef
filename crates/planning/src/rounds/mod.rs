//! Collection rounds: which vehicle calls where, in what order, against everybody's separate pick-ups of today.
//!
//! Loads are in any one unit (m³, bins, pallets, t), the same for stops and vehicles. The search draws
//! from a seed and counts its steps, not seconds: the same input gives the same rounds. [`check`] counts them again without it.

mod check;
mod draft;
mod recreate;
mod ruin;
mod separate;
mod solve;
mod split;
mod tsplib;

pub use check::check;
pub use separate::separate;
pub use solve::rounds;
pub use tsplib::{TsplibError, tsplib};

#[cfg(test)]
mod tests;

/// Where something is picked up.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Name, for errors.
    pub id: String,
    /// What is picked up each time, in the unit of [`Fleet::capacity`].
    pub load: f64,
    /// Minutes at the gate.
    pub service_min: f64,
    /// Opening hours, minutes of the day; `None` is any time.
    pub window: Option<(f64, f64)>,
}

/// The vehicles, all alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fleet {
    /// What one carries.
    pub capacity: f64,
    /// How many there are; `None` is as many as needed. Calls for a full load at one stop do not count: they are driven between rounds.
    pub vehicles: Option<usize>,
    /// EUR each time one leaves.
    pub eur_per_round: f64,
    /// EUR/km.
    pub eur_per_km: f64,
    /// EUR per hour of driving, waiting and service.
    pub eur_per_h: f64,
    /// km/h on the road.
    pub speed_km_h: f64,
    /// Minutes of the day at which one leaves at the earliest and must be back.
    pub shift: (f64, f64),
}

/// Depot and stops, and how far they are from each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Stops; place `i + 1` of `km` is stop `i`, place 0 is the depot where loads are brought.
    pub stops: Vec<Stop>,
    /// Road km from each place to each other place.
    pub km: Vec<Vec<f64>>,
    /// Vehicles.
    pub fleet: Fleet,
}

/// One vehicle's way from the depot back to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Stops in order, by their place in [`Task::stops`].
    pub stops: Vec<usize>,
    /// What it brings.
    pub load: f64,
    /// Road km.
    pub km: f64,
    /// Minutes from leaving to being back.
    pub minutes: f64,
}

/// All rounds of one day and what they come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rounds {
    /// The rounds.
    pub rounds: Vec<Round>,
    /// Stops that no vehicle can call at within the hours.
    pub unserved: Vec<usize>,
    /// Road km of all.
    pub km: f64,
    /// Hours of all.
    pub hours: f64,
    /// EUR of all.
    pub euros: f64,
}

/// Why there are no rounds.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RoundError {
    /// The table of distances is not one line and one column a place.
    #[error("les distances doivent former un carré de {wanted} × {wanted} (dépôt et arrêts) ; reçu {found}")]
    Distances {
        /// Depot and stops.
        wanted: usize,
        /// Lines given, or cells of the first odd line.
        found: usize,
    },
    /// A number that cannot be.
    #[error("{what} : {value} n'est pas possible ; il faut un nombre fini, {right}")]
    Number {
        /// Which number.
        what: String,
        /// What was given.
        value: f64,
        /// What would be right.
        right: &'static str,
    },
}

impl Task {
    /// Minutes on the road between two places.
    fn drive_min(&self, from: usize, to: usize) -> f64 {
        self.km[from][to] / self.fleet.speed_km_h * 60.0
    }

    /// Adds up one round that calls at these stops in this order.
    fn walk(&self, stops: Vec<usize>) -> Round {
        let (mut km, mut clock, mut at, mut load) = (0.0, self.fleet.shift.0, 0, 0.0);
        let mut left = None;
        for &stop in &stops {
            let place = stop + 1;
            km += self.km[at][place];
            let arrival = clock + self.drive_min(at, place);
            let opens = self.stops[stop].window.map_or(arrival, |window| window.0.max(arrival));
            // The first stop says when to leave: nobody waits at the gate for it to open.
            left.get_or_insert(opens - self.drive_min(at, place));
            clock = opens + self.stops[stop].service_min;
            load += self.stops[stop].load;
            at = place;
        }
        km += self.km[at][0];
        let minutes = clock + self.drive_min(at, 0) - left.unwrap_or(clock);
        Round { stops, load, km, minutes }
    }

    /// Adds up rounds.
    fn total(&self, rounds: Vec<Round>, unserved: Vec<usize>) -> Rounds {
        let km = rounds.iter().map(|round| round.km).sum();
        let hours = rounds.iter().map(|round| round.minutes).sum::<f64>() / 60.0;
        let leaving = self.fleet.eur_per_round * rounds.len() as f64;
        let euros = leaving + self.fleet.eur_per_km * km + self.fleet.eur_per_h * hours;
        Rounds { rounds, unserved, km, hours, euros }
    }
}
