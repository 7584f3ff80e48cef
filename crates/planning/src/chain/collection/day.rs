//! One pass: its rounds, laid into working days that no driver exceeds.

use super::lorry::Lorry;
use super::{Collection, Effort, Load, Tour, YEAR};
use crate::rounds::{Fleet, Round, Stop, Task, check, rounds};
use model::SiteId;
use std::collections::BTreeMap;

/// Steps of the search; plenty for some tens of stops.
const STEPS: usize = 2_000;
/// Working days of a week.
const WEEK: (f64, f64) = (5.0, 7.0);

/// So many passes a year; `None` when a round cannot serve a site within the day.
pub(super) fn pass(
    loads: &BTreeMap<SiteId, Load>,
    km: &[Vec<f64>],
    lorry: &Lorry,
    passes: f64,
    seed: u64,
) -> Option<Collection> {
    let task = task(loads, km, lorry, passes);
    let found = rounds(&task, STEPS, seed).ok()?;
    if !found.unserved.is_empty() || !check(&task, &found).is_empty() {
        return None;
    }
    let sites: Vec<(&SiteId, &Load)> = loads.iter().collect();
    let tour = |round: &Round| {
        let sum = |of: fn(&Load) -> f64| round.stops.iter().map(|stop| of(sites[*stop].1) / passes).sum();
        Tour {
            stops: round.stops.iter().map(|stop| sites[*stop].0.clone()).collect(),
            day: 0,
            leaves: 0.0,
            load: sum(|load| load.room),
            tonnes: sum(|load| load.tonnes),
            // What is printed is what is reckoned with: tenths of km, whole minutes.
            km: (round.km * 10.0).round() / 10.0,
            minutes: (round.minutes + 60.0 * lorry.unload).round(),
        }
    };
    let (tours, driver_days) = laid(found.rounds.iter().map(tour).collect(), lorry);
    let shared = year(&tours, lorry, passes);
    let between = (YEAR / passes * WEEK.0 / WEEK.1).max(1.0).floor();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of lorries")]
    let lorries = (driver_days as f64 / between).ceil() as usize;
    Some(Collection {
        kind: String::new(),
        every: lorry.every,
        capacity: lorry.holds,
        payload: lorry.payload,
        alone_holds: lorry.alone_holds,
        passes,
        driver_days,
        lorries,
        shift: lorry.shift,
        gate: lorry.gate,
        tours,
        shared,
        separate: shared,
        account: loads.values().map(|load| load.account).sum(),
        alone: 0,
        unknown: 0,
    })
}

fn task(loads: &BTreeMap<SiteId, Load>, km: &[Vec<f64>], lorry: &Lorry, passes: f64) -> Task {
    let stop = |(site, load): (&SiteId, &Load)| Stop {
        id: site.to_string(),
        load: lorry.room(load) / passes,
        service_min: 60.0 * lorry.stop,
        window: Some(lorry.gate),
    };
    let fleet = Fleet {
        capacity: lorry.holds,
        vehicles: None,
        eur_per_round: lorry.unload * lorry.eur_h,
        eur_per_km: 0.0,
        eur_per_h: lorry.eur_h,
        speed_km_h: lorry.km_h,
        // The driver starts when the gates open, and is back in time to unload; a minute is left for rounding.
        shift: (lorry.gate.0, lorry.gate.0 + lorry.shift - 60.0 * lorry.unload - 1.0),
    };
    Task { stops: loads.iter().map(stop).collect(), km: km.to_vec(), fleet }
}

/// Each round into the first working day that still has room for it, the longest first; one after the other within a day.
fn laid(mut tours: Vec<Tour>, lorry: &Lorry) -> (Vec<Tour>, usize) {
    tours.sort_by(|a, b| b.minutes.total_cmp(&a.minutes).then_with(|| a.stops.cmp(&b.stops)));
    let mut days: Vec<f64> = Vec::new();
    for tour in &mut tours {
        let free = days.iter().position(|driven| driven + tour.minutes <= lorry.shift);
        let day = free.unwrap_or(days.len());
        if day == days.len() {
            days.push(0.0);
        }
        (tour.day, tour.leaves) = (day + 1, lorry.gate.0 + days[day]);
        days[day] += tour.minutes;
    }
    tours.sort_by(|a, b| a.day.cmp(&b.day).then_with(|| a.leaves.total_cmp(&b.leaves)));
    (tours, days.len())
}

/// The rounds as they are printed, times the passes.
fn year(tours: &[Tour], lorry: &Lorry, passes: f64) -> Effort {
    let km: f64 = tours.iter().map(|tour| tour.km).sum();
    let hours = tours.iter().map(|tour| tour.minutes).sum::<f64>() / 60.0;
    effort(km * passes, hours * lorry.eur_h * passes, lorry.shared_co2_km)
}

fn effort(km: f64, euros: f64, t_co2_km: Option<f64>) -> Effort {
    Effort { km, euros, co2: t_co2_km.map(|each| each * km) }
}

/// Each site calls a lorry when it fills one, and never later than its matter may wait.
pub(super) fn separate(loads: &BTreeMap<SiteId, Load>, km: &[Vec<f64>], lorry: &Lorry) -> Effort {
    let (mut all_km, mut hours) = (0.0, 0.0);
    for (place, load) in (1..).zip(loads.values()) {
        let calls = lorry.alone_loads(load).max(lorry.least_calls());
        let there_and_back = km[0][place] + km[place][0];
        all_km += calls * there_and_back;
        hours += calls * (there_and_back / lorry.km_h + lorry.stop + lorry.unload);
    }
    effort(all_km, hours * lorry.eur_h, lorry.alone_co2_km)
}
