//! Gathering what an open plant takes: shared rounds against everybody's own pick-ups, over a year.
//!
//! By itself a site calls a lorry when its skip is full, and a few times a year at least. Shared, a lorry with a grab and a trailer, two skips in
//! all, calls on fixed days at all that do not fill it in between; who does goes on calling by itself. Of several rhythms the cheapest is kept.

use super::parts::figure;
use super::study::Line;
use super::{Asked, Chain};
use crate::formulation::kilometres;
use crate::rounds::{Fleet, Stop, Task, check, rounds};
use model::SiteId;
use std::collections::BTreeMap;

/// Collection days a year that are tried: from every quarter to every week.
const RHYTHMS: [f64; 5] = [4.0, 6.0, 12.0, 26.0, 52.0];
/// Steps of the search; plenty for some tens of stops.
const STEPS: usize = 2_000;
/// The working day, minutes.
const SHIFT: (f64, f64) = (7.0 * 60.0, 17.0 * 60.0);
/// The lorry that is called by itself.
const TRUCK: &str = "rigid-20-26";
/// The lorry with its trailer.
const TRAILER: &str = "articulated-40-44";
/// Skips on a lorry with its trailer.
const SKIPS: f64 = 2.0;

/// What collecting comes to in a year.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Effort {
    /// Road km.
    pub km: f64,
    /// EUR of lorry and driver.
    pub euros: f64,
    /// tCO2e; `None` is unknown.
    pub co2: Option<f64>,
}

/// One round of a collection day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Tour {
    /// Sites in order.
    pub stops: Vec<SiteId>,
    /// m³ brought.
    pub load: f64,
    /// Road km.
    pub km: f64,
    /// Minutes.
    pub minutes: f64,
}

/// Shared rounds and what they spare.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Collection {
    /// m³ the shared lorry brings at once.
    pub capacity: f64,
    /// m³ of a skip that is called for by itself.
    pub skip: f64,
    /// Collection days a year.
    pub days: f64,
    /// The rounds of such a day.
    pub tours: Vec<Tour>,
    /// A year of them.
    pub shared: Effort,
    /// A year of the same sites' own pick-ups.
    pub separate: Effort,
    /// Sites that fill skips by themselves and are in neither.
    pub alone: usize,
    /// Supplies left out: nobody knows how much room a tonne of them takes.
    pub unknown: usize,
}

/// Values of the figures, in the units their names say.
struct Lorry {
    skip_m3: f64,
    eur_h: f64,
    km_h: f64,
    service_h: f64,
    least_calls: f64,
    own_co2_km: Option<f64>,
    shared_co2_km: Option<f64>,
}

impl Lorry {
    fn capacity_m3(&self) -> f64 {
        self.skip_m3 * SKIPS
    }
}

/// The rounds to a plant at `depot`; `None` when nothing comes by road, or a figure is missing (which is said).
pub(super) fn collection(
    chain: &Chain,
    asked: &Asked<'_>,
    depot: &SiteId,
    lines: &[Line],
    missing: &mut Vec<String>,
) -> Option<Collection> {
    if asked.plant.is_piped() {
        return None;
    }
    let lorry = lorry(asked, missing)?;
    let (volumes, unknown) = volumes(chain, depot, lines);
    if volumes.len() < 2 {
        return None;
    }
    let all_km = distances(chain, depot, volumes.keys())?;
    let all = separate(&volumes, &all_km, &lorry).euros;
    let tried = RHYTHMS.iter().filter(|days| **days >= lorry.least_calls).filter_map(|days| {
        let small: BTreeMap<SiteId, f64> = volumes
            .iter()
            .filter(|(_, m3)| **m3 / days < lorry.capacity_m3())
            .map(|(id, m3)| (id.clone(), *m3))
            .collect();
        let km = distances(chain, depot, small.keys())?;
        let own = separate(&small, &km, &lorry);
        let found = day(&small, &km, &lorry, *days, asked.settings.seed).filter(|_| small.len() > 1)?;
        let whole = all - own.euros + found.shared.euros;
        Some((whole, Collection { separate: own, unknown, alone: volumes.len() - small.len(), ..found }))
    });
    tried.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, collection)| collection)
}

fn lorry(asked: &Asked<'_>, missing: &mut Vec<String>) -> Option<Lorry> {
    let mut value = |id: &str, unit: &str| figure(asked, id, unit, missing);
    let full = value("transport.load-factor", "1");
    let mut per_km = |truck: &str| {
        let each = value(&format!("co2.transport.{truck}"), "tCO2e/t.km");
        let payload = value(&format!("transport.payload.{truck}"), "t");
        each.zip(payload).zip(full).map(|((each, t), full)| each * t * full)
    };
    let (own_co2_km, shared_co2_km) = (per_km(TRUCK), per_km(TRAILER));
    Some(Lorry {
        skip_m3: value("transport.volume.skip", "m3")?,
        eur_h: value("price.transport.truck-hour", "EUR/h")?,
        km_h: value("transport.speed.local", "km/h")?,
        service_h: value("transport.handling-time", "h/piece")?,
        least_calls: value("collection.least-calls", "1/year")?,
        own_co2_km,
        shared_co2_km,
    })
}

/// m³ a year of each site but the plant's own, and how many supplies have no known density.
fn volumes(chain: &Chain, depot: &SiteId, lines: &[Line]) -> (BTreeMap<SiteId, f64>, usize) {
    let mut volumes: BTreeMap<SiteId, f64> = BTreeMap::new();
    let mut unknown = 0;
    for line in lines.iter().filter(|line| line.site != *depot) {
        match chain.supply(&line.flow).and_then(|supply| supply.density) {
            Some(density) => *volumes.entry(line.site.clone()).or_default() += line.input / density,
            None => unknown += 1,
        }
    }
    (volumes, unknown)
}

/// Road km between the depot and all sites, the depot first.
fn distances<'s>(
    chain: &Chain,
    depot: &'s SiteId,
    sites: impl Iterator<Item = &'s SiteId>,
) -> Option<Vec<Vec<f64>>> {
    let places = std::iter::once(depot).chain(sites).map(|site| chain.places.get(site).copied());
    let places: Vec<(f64, f64)> = places.collect::<Option<_>>()?;
    let detour = chain.costs.detour.mid();
    let from = |a: &(f64, f64)| places.iter().map(|b| kilometres(*a, *b) * detour).collect();
    Some(places.iter().map(from).collect())
}

/// So many collection days a year.
fn day(
    volumes: &BTreeMap<SiteId, f64>,
    km: &[Vec<f64>],
    lorry: &Lorry,
    days: f64,
    seed: u64,
) -> Option<Collection> {
    let service_min = lorry.service_h * 60.0;
    let stop = |(site, volume): (&SiteId, &f64)| Stop {
        id: site.to_string(),
        load: volume / days,
        service_min,
        window: None,
    };
    let fleet = Fleet {
        capacity: lorry.capacity_m3(),
        vehicles: None,
        eur_per_round: lorry.service_h * lorry.eur_h,
        eur_per_km: 0.0,
        eur_per_h: lorry.eur_h,
        speed_km_h: lorry.km_h,
        shift: SHIFT,
    };
    let task = Task { stops: volumes.iter().map(stop).collect(), km: km.to_vec(), fleet };
    let found = rounds(&task, STEPS, seed).ok()?;
    // What no round can serve, or a round that breaks a limit, makes this rhythm none.
    if !found.unserved.is_empty() || !check(&task, &found).is_empty() {
        return None;
    }
    let sites: Vec<&SiteId> = volumes.keys().collect();
    let tour = |round: &crate::rounds::Round| Tour {
        stops: round.stops.iter().map(|stop| sites[*stop].clone()).collect(),
        load: round.load,
        km: round.km,
        minutes: round.minutes,
    };
    let shared = effort(found.km * days, found.euros * days, lorry.shared_co2_km);
    Some(Collection {
        capacity: lorry.capacity_m3(),
        skip: lorry.skip_m3,
        days,
        tours: found.rounds.iter().map(tour).collect(),
        shared,
        separate: shared,
        alone: 0,
        unknown: 0,
    })
}

fn effort(km: f64, euros: f64, t_co2_km: Option<f64>) -> Effort {
    Effort { km, euros, co2: t_co2_km.map(|each| each * km) }
}

/// Each site calls a lorry when its skip is full, and a few times a year at least.
fn separate(volumes: &BTreeMap<SiteId, f64>, km: &[Vec<f64>], lorry: &Lorry) -> Effort {
    let (mut all_km, mut hours) = (0.0, 0.0);
    for (place, volume) in (1..).zip(volumes.values()) {
        let calls = (volume / lorry.skip_m3).max(lorry.least_calls);
        let there_and_back = km[0][place] + km[place][0];
        all_km += calls * there_and_back;
        // Loading at the gate and unloading at the plant.
        hours += calls * (there_and_back / lorry.km_h + 2.0 * lorry.service_h);
    }
    effort(all_km, hours * lorry.eur_h, lorry.own_co2_km)
}
