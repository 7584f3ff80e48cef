//! The shared collection against everybody's separate pick-ups of today, from places on the map.

use super::{Fleet, RoundError, Rounds, Stop, Task, rounds, separate};
use crate::formulation::kilometres;

/// A stop and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Pickup {
    /// What is picked up.
    pub stop: Stop,
    /// Latitude and longitude, degrees WGS 84.
    pub at: (f64, f64),
}

/// The same stops collected together and each by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// The task, whose stops the rounds number; those that no round can reach come last in [`Rounds::unserved`].
    pub task: Task,
    /// Shared rounds.
    pub shared: Rounds,
    /// A vehicle for each stop that the shared rounds serve: what is compared is the same waste.
    pub separate: Rounds,
    /// kg CO2e of the shared rounds.
    pub shared_co2_kg: f64,
    /// kg CO2e of the separate pick-ups.
    pub separate_co2_kg: f64,
}

impl Collection {
    /// Road km that sharing spares.
    pub fn spared_km(&self) -> f64 {
        self.separate.km - self.shared.km
    }

    /// EUR that sharing spares.
    pub fn spared_eur(&self) -> f64 {
        self.separate.euros - self.shared.euros
    }

    /// kg CO2e that sharing spares.
    pub fn spared_co2_kg(&self) -> f64 {
        self.separate_co2_kg - self.shared_co2_kg
    }
}

/// Skips, pallets or bins at their places, brought to a depot by vehicles. Road km are great-circle km × `detour`; `co2_kg_km` is what a
/// vehicle emits per km. `steps` and `seed` as for [`rounds`].
///
/// # Errors
/// [`RoundError`]: a number that cannot be.
pub fn collection(
    depot: (f64, f64),
    pickups: &[Pickup],
    fleet: Fleet,
    detour: f64,
    co2_kg_km: f64,
    (steps, seed): (usize, u64),
) -> Result<Collection, RoundError> {
    let places: Vec<(f64, f64)> =
        std::iter::once(depot).chain(pickups.iter().map(|pickup| pickup.at)).collect();
    let km = |from: &(f64, f64)| places.iter().map(|to| kilometres(*from, *to) * detour).collect();
    let task = Task {
        stops: pickups.iter().map(|pickup| pickup.stop.clone()).collect(),
        km: places.iter().map(km).collect(),
        fleet,
    };
    let shared = rounds(&task, steps, seed)?;
    let alone = separate(&task.only(|stop| !shared.unserved.contains(&stop)))?;
    let (shared_co2_kg, separate_co2_kg) = (shared.km * co2_kg_km, alone.km * co2_kg_km);
    Ok(Collection { task, shared, separate: alone, shared_co2_kg, separate_co2_kg })
}

impl Task {
    /// The task with some of its stops.
    fn only(&self, keeps: impl Fn(usize) -> bool) -> Self {
        let kept: Vec<usize> = (0..self.stops.len()).filter(|stop| keeps(*stop)).collect();
        let places: Vec<usize> = std::iter::once(0).chain(kept.iter().map(|stop| stop + 1)).collect();
        let line = |from: &usize| places.iter().map(|to| self.km[*from][*to]).collect();
        Self {
            stops: kept.iter().map(|stop| self.stops[*stop].clone()).collect(),
            km: places.iter().map(line).collect(),
            fleet: self.fleet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::super::tsplib::distance_only;
    use super::*;

    fn bins(id: &str, at: (f64, f64), load: f64) -> Pickup {
        Pickup { stop: Stop { id: id.to_owned(), load, service_min: 5.0, window: None }, at }
    }

    #[test]
    fn neighbours_collected_together_spare_a_drive_and_its_co2() {
        let pickups = [bins("a", (49.40, 6.10), 3.0), bins("b", (49.41, 6.10), 3.0)];
        let found = collection((49.30, 6.10), &pickups, distance_only(10.0), 1.3, 0.9, (200, 1)).unwrap();
        assert_eq!(check(&found.task, &found.shared), Vec::<String>::new());
        assert_eq!((found.shared.rounds.len(), found.separate.rounds.len()), (1, 2));
        let to_a = kilometres((49.30, 6.10), (49.40, 6.10)) * 1.3;
        assert!((found.spared_km() - 2.0 * to_a).abs() < 1e-6, "{found:?}");
        assert!((found.spared_co2_kg() - 0.9 * 2.0 * to_a).abs() < 1e-6);
        assert!((found.spared_eur() - found.spared_km()).abs() < 1e-9, "1 EUR/km and nothing else");
    }

    #[test]
    fn a_stop_that_no_round_reaches_is_compared_with_nothing() {
        let mut pickups = [bins("a", (49.40, 6.10), 3.0), bins("far", (45.0, 6.10), 3.0)];
        pickups[1].stop.window = Some((0.0, 10.0));
        let found = collection((49.30, 6.10), &pickups, distance_only(10.0), 1.3, 0.9, (200, 1)).unwrap();
        assert_eq!(found.shared.unserved, [1]);
        assert!(found.spared_km().abs() < 1e-9, "{found:?}");
    }
}
