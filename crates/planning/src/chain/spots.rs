//! Where the plant could stand.

use super::build::World;
use super::supplies::year;
use super::{Outlet, Spot, Supply, Why};
use model::{ActorKind, Direction, SiteId};
use reference::{FigureId, Missing};
use std::collections::{BTreeMap, BTreeSet};
use units::Unit;

/// A wish for nearness: a spot this far on average from its supplies is half as good, km.
const HALF_KM: f64 = 10.0;
/// Networks weighed at a site: the denser half of its takers, and all of them.
const NETWORKS: usize = 2;

/// The best candidates by reason and nearness to the supplies, and how many there are in all.
pub(super) fn find(
    world: &World<'_>,
    supplies: &[Supply],
    outlets: &[Outlet],
) -> Result<(Vec<Spot>, usize), Missing> {
    let (network, host) = (reach(world)?, host(world)?);
    let mut reasons: BTreeMap<&SiteId, BTreeSet<Why>> = BTreeMap::new();
    for (site, why) in wanted(world, outlets) {
        reasons.entry(site).or_default().insert(why);
    }
    let mut spots: Vec<(f64, Vec<Spot>)> = reasons
        .into_iter()
        .filter(|(site, _)| world.place(site).is_some())
        .filter_map(|(site, why)| {
            let why_first = *why.first()?;
            // Whoever only takes what comes out has room for what it burns itself, no more, unless it said so.
            let only_takes = why.iter().all(|why| *why == Why::Outlet);
            let most = host.filter(|_| only_takes).map(|times| times * need(site, outlets));
            let all = networks(world, site, outlets, network);
            let spot =
                |(outlets, trench_km)| Spot { site: site.clone(), why: why_first, outlets, trench_km, most };
            let all: Vec<Spot> = all.into_iter().map(spot).collect();
            let widest = rank(world, all.last()?, supplies, outlets);
            Some((widest, all))
        })
        .collect();
    spots.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1[0].site.cmp(&b.1[0].site)));
    let candidates = spots.len();
    Ok((spots.into_iter().take(world.options.spots).flat_map(|(_, all)| all).collect(), candidates))
}

/// Output units a year a site needs itself.
fn need(site: &SiteId, outlets: &[Outlet]) -> f64 {
    outlets.iter().filter(|outlet| outlet.site == *site).map(|outlet| outlet.amount.mid()).sum()
}

/// How many times its own need a taker may have made on its ground; `None`: any number.
fn host(world: &World<'_>) -> Result<Option<f64>, Missing> {
    let Some(id) = &world.plant.host else { return Ok(None) };
    Ok(Some(world.reference.figures.on(id.as_str(), world.options.day)?.value.range.mid()))
}

/// Networks worth weighing from a site, the smallest first: whom to join is a choice, and the trench to the last ones may cost more than it
/// brings. One without takers where the output goes to market; none where nobody is near.
fn networks(
    world: &World<'_>,
    site: &SiteId,
    outlets: &[Outlet],
    network: Option<(f64, f64)>,
) -> Vec<(Vec<usize>, f64)> {
    let Some(rule) = network else { return vec![(Vec::new(), 0.0)] };
    let all = joined(world, site, outlets, rule);
    let count = all.len();
    let mut sizes: Vec<usize> = (1..=NETWORKS).map(|part| (count * part).div_ceil(NETWORKS)).collect();
    sizes.dedup();
    let first = |taken: usize| {
        let mut ixs: Vec<usize> = all[..taken].iter().map(|(ix, _)| *ix).collect();
        ixs.sort_unstable();
        (ixs, all[..taken].iter().map(|(_, km)| km).sum())
    };
    sizes.into_iter().filter(|taken| (1..=count).contains(taken)).map(first).collect()
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
    let room = shares.filter(move |flow| is_room(world, flow) && hosts(world, &flow.site));
    let room = room.map(|flow| (&flow.site, Why::Room));
    let runs = territory.sites.iter().filter(move |site| runs(world, site)).map(|site| (&site.id, Why::Runs));
    takers.chain(kinds).chain(room).chain(runs)
}

/// Room to lend is room for a plant, but not at an activity that the plant's description rules out.
fn hosts(world: &World<'_>, site: &SiteId) -> bool {
    let activity = world.sites.get(site).and_then(|site| site.activity.as_ref());
    let classes = activity.map(|code| world.reference.naf.as_rev2(code)).unwrap_or_default();
    !classes.iter().any(|class| world.plant.not_at.iter().any(|not| class.starts_with(not.as_str())))
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

/// Takers joined one after the other, each from the nearest place already joined, as long as the trench it adds carries enough; each with the
/// km it adds.
fn joined(
    world: &World<'_>,
    site: &SiteId,
    outlets: &[Outlet],
    (reach, density): (f64, f64),
) -> Vec<(usize, f64)> {
    let near = |outlet: &Outlet| world.km(site, &outlet.site).is_some_and(|km| km <= reach);
    let mut left: Vec<usize> = (0..outlets.len()).filter(|ix| near(&outlets[*ix])).collect();
    let (mut reached, mut places) = (Vec::new(), vec![site]);
    loop {
        let added = |ix: usize| {
            let km = places.iter().filter_map(|place| world.km(place, &outlets[ix].site));
            km.fold(f64::INFINITY, f64::min)
        };
        let worth = |ix: usize| outlets[ix].amount.mid() / added(ix).max(1e-3);
        let best = left.iter().copied().max_by(|a, b| worth(*a).total_cmp(&worth(*b)).then(b.cmp(a)));
        let Some(next) = best.filter(|ix| worth(*ix) >= density) else { break };
        reached.push((next, added(next)));
        left.retain(|ix| *ix != next);
        places.push(&outlets[next].site);
    }
    reached
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
