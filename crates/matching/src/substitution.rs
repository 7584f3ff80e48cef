//! One's residue replaces another's input: as it is, through a process, or through a process and a second taker.

use crate::Options;
use crate::candidate::{Candidate, Member, Way, nearness, single};
use crate::forbid;
use crate::index::{Index, Near, number};
use model::{Direction, LeadKind, Role};
use rayon::prelude::*;
use reference::{Kind, Reach};
use std::cmp::Ordering;

/// Takers looked at for one residue and one way.
const NEAREST: usize = 12;
/// Belief kept for each is-a step between what is given and what is asked for.
const MORE_GENERAL: f64 = 0.9;
/// The same when the taker asks for something more specific: it may not fit.
const MORE_SPECIFIC: f64 = 0.4;
/// Belief kept when the taker asks for what a pathway says the residue replaces.
const REPLACES: f64 = 0.7;

/// Candidates of all residues, at most [`Options::per_site`] a giver. What becomes of the outputs is looked up for the survivors only: it
/// does not change their order, and it costs more than all the rest.
pub(crate) fn find(index: &Index<'_>, options: &Options) -> Vec<Candidate> {
    let by_site = index.flows_by_site(Direction::GivesOut);
    by_site
        .par_iter()
        .flat_map_iter(|flows| {
            let mut found: Vec<Pair> =
                flows.iter().flat_map(|&flow| takers_of(index, flow, options)).collect();
            found.sort_by(Pair::best_first);
            found.truncate(options.per_site);
            found.into_iter().map(|pair| candidate(index, &pair))
        })
        .collect()
}

/// A residue and a taker of it.
struct Pair {
    giver: Member,
    resource: usize,
    taker: Taker,
    belief: f32,
    score: f32,
}

impl Pair {
    fn new(giver: Member, resource: usize, taker: Taker) -> Self {
        let belief = giver.likelihood * single(taker.likelihood);
        let score = single(f64::from(belief) * nearness(taker.km, taker.half_km));
        Self { giver, resource, taker, belief, score }
    }

    fn best_first(a: &Self, b: &Self) -> Ordering {
        b.score.total_cmp(&a.score).then_with(|| (a.resource, a.taker.site).cmp(&(b.resource, b.taker.site)))
    }
}

/// A place a residue could go, before it is known whether somebody takes what comes out.
#[derive(Clone, Copy)]
struct Taker {
    site: u32,
    flow: Option<u32>,
    pathway: Option<u32>,
    km: Option<f64>,
    likelihood: f64,
    half_km: f64,
}

fn takers_of(index: &Index<'_>, flow: u32, options: &Options) -> Vec<Pair> {
    let (Some(giver), Some(resource)) = (index.site_of(flow), index.resource_of(flow)) else {
        return Vec::new();
    };
    if !index.resource(resource).kind.is_flow() {
        return Vec::new();
    }
    let mut takers = takers_at(index, giver, resource);
    takers.retain(|taker| {
        let pathway = taker.pathway.map(|p| p as usize);
        !index.same_actor(giver, taker.site)
            && forbid::rule(index, resource, (giver, taker.site), pathway).is_none()
    });
    let giver = Member { site: giver, role: Role::Giver, flow: Some(flow), likelihood: given(index, flow) };
    let pairs = best_per_site(takers).into_iter().map(|taker| Pair::new(giver, resource, taker));
    pairs.filter(|pair| pair.belief >= options.least_belief).collect()
}

/// Chances that the flow exists and is of what it is said to be.
pub(crate) fn given(index: &Index<'_>, flow: u32) -> f32 {
    let flow = index.flow(flow);
    flow.likelihood * flow.resource_belief
}

/// Everybody near a site who may take a resource: by a flow of theirs, by their activity, or both.
fn takers_at(index: &Index<'_>, giver: u32, resource: usize) -> Vec<Taker> {
    let mut takers = Vec::new();
    let from = index.point(giver);
    for &(general, steps) in index.catalogue().ancestors(resource) {
        asked(index, from, general, MORE_GENERAL.powi(i32::from(steps)), None, &mut takers);
    }
    for &(specific, steps) in
        index.catalogue().descendants(resource).iter().skip(1).take_while(|(_, steps)| *steps <= 2)
    {
        asked(index, from, specific, MORE_SPECIFIC.powi(i32::from(steps)), None, &mut takers);
    }
    for (ix, pathway, steps) in index.reference.pathways.taking(resource) {
        let fit = MORE_GENERAL.powi(i32::from(steps));
        for (site, km) in index.runners(ix).around(from, pathway.reach.limit_km(), NEAREST) {
            let likelihood = index.runs(site, ix).unwrap_or_default() * fit;
            let half_km = half_km(pathway.reach);
            takers.push(Taker { site, flow: None, pathway: Some(number(ix)), km, likelihood, half_km });
        }
        if pathway.is_direct() {
            let mut buyers = Vec::new();
            replaced(index, from, ix, fit, Some(number(ix)), &mut buyers);
            // Buying what malting buys does not make one a maltster: the pathway must be of the buyer's own trade.
            takers.extend(buyers.into_iter().filter_map(|buyer| {
                let trade = index.trade(buyer.site, ix)?;
                Some(Taker { likelihood: buyer.likelihood * trade, ..buyer })
            }));
        }
    }
    takers
}

/// Sites that take in what a pathway says it replaces, or something more general.
fn replaced(
    index: &Index<'_>,
    from: Option<[f64; 3]>,
    pathway: usize,
    fit: f64,
    way: Option<u32>,
    takers: &mut Vec<Taker>,
) {
    let replaces = &index.reference.pathways.all()[pathway].replaces;
    for bought in replaces.iter().filter_map(|id| index.catalogue().index_of(id.as_str())) {
        for &(general, steps) in
            index.catalogue().ancestors(bought).iter().take_while(|(_, steps)| *steps <= 1)
        {
            asked(index, from, general, REPLACES * fit * MORE_GENERAL.powi(i32::from(steps)), way, takers);
        }
    }
}

/// Sites that take in exactly `resource`, declared or estimated.
fn asked(
    index: &Index<'_>,
    from: Option<[f64; 3]>,
    resource: usize,
    fit: f64,
    pathway: Option<u32>,
    takers: &mut Vec<Taker>,
) {
    let Some(near) = index.flows(Direction::TakesIn, resource) else { return };
    let reach = reach_of(index.resource(resource).kind);
    for (flow, km) in Near::around(near, from, reach.limit_km(), NEAREST) {
        if let Some(site) = index.site_of(flow) {
            let likelihood = f64::from(given(index, flow)) * fit;
            takers.push(Taker { site, flow: Some(flow), pathway, km, likelihood, half_km: half_km(reach) });
        }
    }
}

/// How far a resource is worth moving when no pathway says: heat and water go by pipe.
fn reach_of(kind: Kind) -> Reach {
    match kind {
        Kind::Energy | Kind::Water => Reach::Site,
        _ => Reach::Regional,
    }
}

/// The distance at which half the interest is left.
pub(crate) fn half_km(reach: Reach) -> f64 {
    match reach {
        Reach::Site => 1.0,
        Reach::Local => 10.0,
        Reach::Regional => 40.0,
        Reach::National => 200.0,
    }
}

/// One taker a site: a flow and a pathway of the same site confirm each other.
fn best_per_site(mut takers: Vec<Taker>) -> Vec<Taker> {
    takers.sort_by(|a, b| a.site.cmp(&b.site).then(b.likelihood.total_cmp(&a.likelihood)));
    let mut best: Vec<Taker> = Vec::new();
    for taker in takers {
        match best.last_mut() {
            Some(known) if known.site == taker.site => {
                // What it says itself and what its activity says are two signs; two flows are one.
                let confirms = known.flow.is_some() != taker.flow.is_some();
                if confirms {
                    known.likelihood = 1.0 - (1.0 - known.likelihood) * (1.0 - taker.likelihood);
                }
                known.flow = known.flow.or(taker.flow);
                known.pathway = known.pathway.or(taker.pathway);
            }
            _ => best.push(taker),
        }
    }
    best
}

fn candidate(index: &Index<'_>, pair: &Pair) -> Candidate {
    let Pair { giver, resource, taker, belief, score } = *pair;
    let processes = taker.pathway.is_some_and(|ix| !index.reference.pathways.all()[ix as usize].is_direct());
    let onward = if processes { onward_takers(index, &giver, taker) } else { Vec::new() };
    let role = if onward.is_empty() { Role::Taker } else { Role::Processor };
    let receiver = Member { site: taker.site, role, flow: taker.flow, likelihood: single(taker.likelihood) };
    let mut members = vec![giver, receiver];
    let mut ways: Vec<Way> = Vec::new();
    if let Some(pathway) = taker.pathway {
        let output = onward.first().map(|(output, _)| *output);
        ways.push(Way { pathway, input: number(resource), output, by: Some(taker.site) });
    }
    for (output, next) in onward {
        let likelihood = single(next.likelihood);
        members.push(Member { site: next.site, role: Role::Taker, flow: next.flow, likelihood });
        let next_way = |pathway| Way { pathway, input: output, output: None, by: Some(next.site) };
        ways.extend(next.pathway.map(next_way));
    }
    Candidate {
        kind: LeadKind::Substitution,
        resource: number(resource),
        rule: None,
        members,
        ways,
        km: taker.km,
        belief,
        score,
    }
}

/// For each output of the pathway the taker runs, the best next taker nearby, if there is one.
fn onward_takers(index: &Index<'_>, giver: &Member, processor: Taker) -> Vec<(u32, Taker)> {
    /// Below this the next step is a guess on a guess.
    const LEAST: f64 = 0.3;
    let Some(ix) = processor.pathway else { return Vec::new() };
    let pathway = &index.reference.pathways.all()[ix as usize];
    let outputs =
        pathway.outputs.iter().filter_map(|product| index.catalogue().index_of(product.resource.as_str()));
    outputs
        .filter_map(|output| {
            let mut takers = takers_at(index, processor.site, output);
            replaced(index, index.point(processor.site), ix as usize, 1.0, None, &mut takers);
            takers.retain(|next| {
                next.likelihood >= LEAST
                    && !index.same_actor(next.site, processor.site)
                    && next.site != giver.site
                    && forbid::rule(index, output, (giver.site, next.site), next.pathway.map(|p| p as usize))
                        .is_none()
            });
            let worth = |taker: &Taker| taker.likelihood * nearness(taker.km, taker.half_km);
            let best = best_per_site(takers).into_iter().max_by(|a, b| worth(a).total_cmp(&worth(b)))?;
            Some((number(output), best))
        })
        .collect()
}
