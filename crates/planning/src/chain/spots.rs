//! Where the plant could stand.

use super::build::World;
use super::supplies::year;
use super::{Outlet, Spot, Supply, Why};
use model::{ActorKind, Direction, SiteId};
use reference::{FigureId, Missing};
use std::collections::BTreeMap;
use units::Unit;

/// A wish for nearness: a spot this far on average from its supplies is half as good, km.
const HALF_KM: f64 = 10.0;

/// The best candidates by reason and nearness to the supplies, and how many there are in all.
pub(super) fn find(
    world: &World<'_>,
    supplies: &[Supply],
    outlets: &[Outlet],
) -> Result<(Vec<Spot>, usize), Missing> {
    let network = reach(world)?;
    let mut reasons: BTreeMap<&SiteId, Why> = BTreeMap::new();
    for (site, why) in wanted(world, outlets) {
        let known = reasons.entry(site).or_insert(why);
        *known = why.min(*known);
    }
    let mut spots: Vec<(f64, Spot)> = reasons
        .into_iter()
        .filter(|(site, _)| world.place(site).is_some())
        .map(|(site, why)| spot(world, site, why, outlets, network))
        .filter(|spot| world.plant.outlets.is_empty() || !spot.outlets.is_empty())
        .map(|spot| (rank(world, &spot, supplies, outlets), spot))
        .collect();
    spots.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.site.cmp(&b.1.site)));
    let candidates = spots.len();
    Ok((spots.into_iter().take(world.options.spots).map(|(_, spot)| spot).collect(), candidates))
}

/// Km at most, and output units a year that each more km must carry; `None` when what comes out goes to market.
fn reach(world: &World<'_>) -> Result<Option<(f64, f64)>, Missing> {
    let Some(network) = &world.plant.network else { return Ok(None) };
    let figure = |id: &FigureId, unit: &Unit| {
        let known = world.reference.figures.on(id.as_str(), world.options.day)?;
        let value = known.value.to(unit).map_err(|_| Missing::Unknown { id: id.to_string() })?;
        Ok(value.range.mid())
    };
    let km: Unit = "km".parse().unwrap_or_else(|_| Unit::one());
    let density = world.plant.output_unit.per(&km).per(&year());
    Ok(Some((figure(&network.reach, &km)?, figure(&network.density, &density)?)))
}

fn wanted<'a>(world: &'a World<'_>, outlets: &'a [Outlet]) -> impl Iterator<Item = (&'a SiteId, Why)> {
    let territory = world.territory;
    let takers = outlets.iter().map(|outlet| (&outlet.site, Why::Outlet));
    let staffed = world.plant.posts.iter().any(|post| post.insertion);
    let kinds = territory.sites.iter().filter_map(move |site| {
        let actor = territory.actors.iter().find(|actor| actor.id == site.actor)?;
        match actor.kind {
            ActorKind::LocalAuthority => Some((&site.id, Why::Authority)),
            kind if staffed && kind.is_insertion() => Some((&site.id, Why::Insertion)),
            _ => None,
        }
    });
    let shares = territory.flows.iter().filter(|flow| flow.direction == Direction::CanShare);
    let room = shares.filter(move |flow| is_room(world, flow)).map(|flow| (&flow.site, Why::Room));
    let runs = territory.sites.iter().filter(move |site| runs(world, site)).map(|site| (&site.id, Why::Runs));
    takers.chain(kinds).chain(room).chain(runs)
}

fn is_room(world: &World<'_>, flow: &model::Flow) -> bool {
    let catalogue = &world.reference.catalogue;
    let ix = |id: &str| catalogue.index_of(id);
    let shared = flow.resource.as_ref().and_then(|id| ix(id.as_str()));
    shared.zip(ix("space")).is_some_and(|(shared, space)| catalogue.steps_up(shared, space).is_some())
}

/// Firms of its activity usually run one of the plant's pathways.
fn runs(world: &World<'_>, site: &model::Site) -> bool {
    let classes = site.activity.as_ref().map(|code| world.reference.naf.as_rev2(code)).unwrap_or_default();
    let pathways = world.plant.pathways.iter().filter_map(|id| world.reference.pathways.get(id.as_str()));
    pathways.flat_map(|p| classes.iter().filter_map(|class| p.usual_for(class))).any(|p| p >= 0.5)
}

fn spot(world: &World<'_>, site: &SiteId, why: Why, outlets: &[Outlet], network: Option<(f64, f64)>) -> Spot {
    let (reached, trench_km) =
        network.map_or_else(Default::default, |rule| joined(world, site, outlets, rule));
    Spot { site: site.clone(), why, outlets: reached, trench_km }
}

/// Takers joined one after the other, each from the nearest place already joined, as long as the trench it adds carries enough.
fn joined(
    world: &World<'_>,
    site: &SiteId,
    outlets: &[Outlet],
    (reach, density): (f64, f64),
) -> (Vec<usize>, f64) {
    let near = |outlet: &Outlet| world.km(site, &outlet.site).is_some_and(|km| km <= reach);
    let mut left: Vec<usize> = (0..outlets.len()).filter(|ix| near(&outlets[*ix])).collect();
    let (mut reached, mut trench, mut places) = (Vec::new(), 0.0, vec![site]);
    loop {
        let added = |ix: usize| {
            let km = places.iter().filter_map(|place| world.km(place, &outlets[ix].site));
            km.fold(f64::INFINITY, f64::min)
        };
        let worth = |ix: usize| outlets[ix].amount.mid() / added(ix).max(1e-3);
        let best = left.iter().copied().max_by(|a, b| worth(*a).total_cmp(&worth(*b)).then(b.cmp(a)));
        let Some(next) = best.filter(|ix| worth(*ix) >= density) else { break };
        trench += added(next);
        left.retain(|ix| *ix != next);
        places.push(&outlets[next].site);
        reached.push(next);
    }
    reached.sort_unstable();
    (reached, trench)
}

/// What could be placed there, weighed by the mean distance to the supplies.
fn rank(world: &World<'_>, spot: &Spot, supplies: &[Supply], outlets: &[Outlet]) -> f64 {
    let (mut weight, mut sum) = (0.0, 0.0);
    for supply in supplies {
        if let Some(km) = world.km(&spot.site, &supply.site) {
            weight += supply.amount.mid();
            sum += supply.amount.mid() * km;
        }
    }
    let placed: f64 = spot.outlets.iter().map(|ix| outlets[*ix].amount.mid()).sum();
    let wish = if outlets.is_empty() { 1.0 } else { (1.0 + placed).ln() };
    wish / (1.0 + sum / weight.max(1e-9) / HALF_KM)
}
