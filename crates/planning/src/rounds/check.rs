//! What a task must be, before the search and after it.

use super::{RoundError, Rounds, Task};
use std::collections::BTreeSet;

/// Loads and capacities are whole thousandths for the search: what it may round.
const ROUNDING: f64 = 1e-3;

impl Task {
    /// Refuses what cannot be planned.
    pub(super) fn sound(&self) -> Result<(), RoundError> {
        let places = self.stops.len() + 1;
        let odd = self.km.iter().map(Vec::len).find(|cells| *cells != places);
        if self.km.len() != places || odd.is_some() {
            return Err(RoundError::Distances { wanted: places, found: odd.unwrap_or(self.km.len()) });
        }
        let fleet = &self.fleet;
        positive("capacité du véhicule", fleet.capacity)?;
        positive("vitesse (km/h)", fleet.speed_km_h)?;
        for (what, value) in
            [("€ par tournée", fleet.eur_per_round), ("€/km", fleet.eur_per_km), ("€/h", fleet.eur_per_h)]
        {
            at_least_zero(what, value)?;
        }
        self.km.iter().flatten().try_for_each(|km| at_least_zero("distance (km)", *km))?;
        for stop in &self.stops {
            positive(&format!("chargement de « {} »", stop.id), stop.load)?;
            at_least_zero(&format!("minutes sur place de « {} »", stop.id), stop.service_min)?;
        }
        Ok(())
    }
}

fn positive(what: &str, value: f64) -> Result<(), RoundError> {
    if value.is_finite() && value > 0.0 { Ok(()) } else { refuse(what, value, "plus grand que zéro") }
}

fn at_least_zero(what: &str, value: f64) -> Result<(), RoundError> {
    if value.is_finite() && value >= 0.0 { Ok(()) } else { refuse(what, value, "au moins zéro") }
}

fn refuse(what: &str, value: f64, right: &'static str) -> Result<(), RoundError> {
    Err(RoundError::Number { what: what.to_owned(), value, right })
}

/// Recounts rounds without the search: every stop once or more and never beyond its load, no vehicle overloaded, hours kept, sums right.
/// Empty when all holds; else what does not, in words.
pub fn check(task: &Task, found: &Rounds) -> Vec<String> {
    let mut faults = Vec::new();
    let served: BTreeSet<usize> = found.rounds.iter().flat_map(|round| round.stops.iter().copied()).collect();
    for (ix, stop) in task.stops.iter().enumerate() {
        if served.contains(&ix) == found.unserved.contains(&ix) {
            faults.push(format!("« {} » doit être servi ou dit non servi", stop.id));
        }
    }
    for (number, round) in found.rounds.iter().enumerate() {
        if round.load > task.fleet.capacity * (1.0 + ROUNDING) {
            faults.push(format!("tournée {number} : {} pour {}", round.load, task.fleet.capacity));
        }
        faults.extend(late(task, &round.stops).map(|what| format!("tournée {number} : {what}")));
    }
    let gathered = found.rounds.iter().filter(|round| round.load < task.fleet.capacity).count();
    if let Some(most) = task.fleet.vehicles.filter(|most| gathered > *most) {
        faults.push(format!("{gathered} tournées pour {most} véhicules"));
    }
    let brought: f64 = found.rounds.iter().map(|round| round.load).sum();
    let wanted: f64 = served.iter().map(|ix| task.stops[*ix].load).sum();
    if (brought - wanted).abs() > ROUNDING * wanted.max(1.0) {
        faults.push(format!("{brought} rapporté pour {wanted} à collecter"));
    }
    let km: f64 = found.rounds.iter().map(|round| task.walk(round.stops.clone()).km).sum();
    if (km - found.km).abs() > ROUNDING * km.max(1.0) {
        faults.push(format!("{} km annoncés, {km} recomptés", found.km));
    }
    faults
}

/// What comes too late when a vehicle leaves as early as it may and waits where it must.
fn late(task: &Task, stops: &[usize]) -> Option<String> {
    let (mut clock, mut at) = (task.fleet.shift.0, 0);
    for &stop in stops {
        clock += task.km[at][stop + 1] * 60.0 / task.fleet.speed_km_h;
        let described = &task.stops[stop];
        if let Some((opens, closes)) = described.window {
            clock = clock.max(opens);
            if clock > closes + ROUNDING {
                return Some(format!("« {} » atteint à {clock:.0} min, fermé à {closes:.0}", described.id));
            }
        }
        clock += described.service_min;
        at = stop + 1;
    }
    clock += task.km[at][0] * 60.0 / task.fleet.speed_km_h;
    let end = task.fleet.shift.1;
    (clock > end + ROUNDING).then(|| format!("retour à {clock:.0} min, au plus tard {end:.0}"))
}
