//! Gathering what an open plant takes: shared rounds against everybody's own pick-ups, over a year, kind of matter by kind of matter.
//!
//! How a matter stands, what fetches it and how long it may wait is data ([`reference::Gathering`]). By itself a site calls a lorry when it is
//! full of its matter, and never later than the matter may wait; shared, a lorry calls on fixed days at all that do not fill it in between. Of
//! the rhythms the matter allows, the cheapest is kept. Both are reckoned with the same hours, speeds and distances.

mod day;
mod lorry;

use super::study::Line;
use super::{Asked, Chain};
use day::{pass, separate};
use lorry::{Lorry, lorry};
use model::{Place, SiteId};
use reference::Gathering;
use std::collections::BTreeMap;

/// Passes a year that are tried.
const RHYTHMS: [f64; 7] = [4.0, 6.0, 12.0, 26.0, 52.0, 104.0, 156.0];
/// Days of a year.
const YEAR: f64 = 365.0;

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

/// One round of a pass.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Tour {
    /// Sites in order.
    pub stops: Vec<SiteId>,
    /// Which of the pass's working days, 1 the first.
    pub day: usize,
    /// Minutes of the day at which it leaves the plant.
    pub leaves: f64,
    /// m³ brought.
    pub load: f64,
    /// t brought.
    pub tonnes: f64,
    /// Road km, to a tenth.
    pub km: f64,
    /// Whole minutes, unloading in.
    pub minutes: f64,
}

/// Shared rounds of one kind of matter and what they spare.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Collection {
    /// Id of how it is gathered.
    pub kind: String,
    /// Days the matter may wait at most.
    pub every: f64,
    /// m³ the shared lorry brings at once.
    pub capacity: f64,
    /// t it may carry.
    pub payload: f64,
    /// m³ of what a site calls by itself.
    pub alone_holds: f64,
    /// Passes a year.
    pub passes: f64,
    /// Working days of a driver that a pass takes.
    pub driver_days: usize,
    /// Lorries that keep the rhythm, five days a week.
    pub lorries: usize,
    /// Minutes of a driver's working day, never exceeded.
    pub shift: f64,
    /// Minutes of the day at which gates open and close.
    pub gate: (f64, f64),
    /// All rounds of a pass, in the order in which they are driven.
    pub tours: Vec<Tour>,
    /// A year of them.
    pub shared: Effort,
    /// A year of the same sites' own pick-ups.
    pub separate: Effort,
    /// EUR a year of haulage that the plan's account holds for the same matter.
    pub account: f64,
    /// Sites that fill the lorry by themselves and are in neither.
    pub alone: usize,
    /// Supplies left out: nobody knows how much room a tonne of them takes.
    pub unknown: usize,
}

/// What a site gives in a year.
#[derive(Clone, Copy, Debug, Default)]
struct Load {
    /// m³.
    room: f64,
    /// t.
    tonnes: f64,
    /// EUR of haulage in the plan's account.
    account: f64,
}

/// The rounds to a plant at `depot`, one set a kind of matter, the most km first; none when nothing comes by road from several sites, or a
/// figure is missing (which is said).
pub(super) fn collections(
    chain: &Chain,
    asked: &Asked<'_>,
    depot: &SiteId,
    lines: &[Line],
    missing: &mut Vec<String>,
) -> Vec<Collection> {
    if asked.plant.is_piped() {
        return Vec::new();
    }
    let found = asked.reference.gatherings.iter().filter_map(|gathering| {
        let (loads, unknown) = loads(chain, asked, gathering, depot, lines);
        if loads.len() < 2 {
            return None;
        }
        let lorry = lorry(asked, gathering, missing)?;
        let kept = cheapest(chain, depot, &loads, &lorry, asked.settings.seed)?;
        Some(Collection { kind: gathering.id.clone(), unknown, ..kept })
    });
    let mut found: Vec<Collection> = found.collect();
    found.sort_by(|a, b| b.shared.km.total_cmp(&a.shared.km).then_with(|| a.kind.cmp(&b.kind)));
    found
}

/// What each site but the plant's own gives that is gathered so, and of how many supplies no density is known.
fn loads(
    chain: &Chain,
    asked: &Asked<'_>,
    gathering: &Gathering,
    depot: &SiteId,
    lines: &[Line],
) -> (BTreeMap<SiteId, Load>, usize) {
    let catalogue = &asked.reference.catalogue;
    let mut loads: BTreeMap<SiteId, Load> = BTreeMap::new();
    let mut unknown = 0;
    for line in lines.iter().filter(|line| line.site != *depot) {
        let Some(supply) = chain.supply(&line.flow) else { continue };
        let ix = catalogue.index_of(supply.resource.as_str());
        if ix.and_then(|ix| asked.reference.gathering(ix)) != Some(gathering) {
            continue;
        }
        let Some(density) = supply.density else {
            unknown += 1;
            continue;
        };
        let load = loads.entry(line.site.clone()).or_default();
        load.room += line.input / density;
        load.tonnes += line.input;
        load.account += line.input * line.haul;
    }
    (loads, unknown)
}

/// The rhythm whose shared rounds, with the own pick-ups of those that fill a lorry, cost least.
fn cheapest(
    chain: &Chain,
    depot: &SiteId,
    loads: &BTreeMap<SiteId, Load>,
    lorry: &Lorry,
    seed: u64,
) -> Option<Collection> {
    let least = lorry.least_calls();
    let all = separate(loads, &distances(chain, depot, loads.keys())?, lorry).euros;
    let often = RHYTHMS.into_iter().filter(|passes| *passes > least);
    let tried = std::iter::once(least).chain(often).filter_map(|passes| {
        let small: BTreeMap<SiteId, Load> = loads
            .iter()
            .filter(|(_, load)| lorry.room(load) / passes < lorry.holds)
            .map(|(id, load)| (id.clone(), *load))
            .collect();
        let km = distances(chain, depot, small.keys())?;
        let own = separate(&small, &km, lorry);
        let found = pass(&small, &km, lorry, passes, seed).filter(|_| small.len() > 1)?;
        let whole = all - own.euros + found.shared.euros;
        Some((whole, Collection { separate: own, alone: loads.len() - small.len(), ..found }))
    });
    tried.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, collection)| collection)
}

/// Road km between the depot and all sites, the depot first.
fn distances<'s>(
    chain: &Chain,
    depot: &'s SiteId,
    sites: impl Iterator<Item = &'s SiteId>,
) -> Option<Vec<Vec<f64>>> {
    let places = std::iter::once(depot).chain(sites).map(|site| chain.places.get(site).copied());
    let places: Vec<Place> = places.collect::<Option<_>>()?;
    let detour = chain.costs.detour.mid();
    let from = |a: &Place| places.iter().map(|b| a.reckoned_km(*b) * detour).collect();
    Some(places.iter().map(from).collect())
}
