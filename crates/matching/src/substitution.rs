//! One's residue replaces another's input: as it is, through a process, or through a process and a second taker.

use crate::Options;
use crate::candidate::{Candidate, Member, Way, nearness, single};
use crate::forbid;
use crate::index::{Index, likelihood, number};
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
            best_pairs(index, flows, options).into_iter().map(|pair| candidate(index, &pair))
        })
        .collect()
}

/// The best pairs of one giver. Its surest residues come first, so that the later ones need only look where they could still win.
fn best_pairs(index: &Index<'_>, flows: &[u32], options: &Options) -> Vec<Pair> {
    let mut flows = flows.to_vec();
    flows.sort_by(|&a, &b| given(index, b).total_cmp(&given(index, a)).then(a.cmp(&b)));
    let mut found: Vec<Pair> = Vec::new();
    for flow in flows {
        let last = options.per_site.checked_sub(1).and_then(|last| found.get(last));
        let weakest = last.map_or(0.0, |pair| f64::from(pair.score));
        found.extend(takers_of(index, flow, weakest, options));
        found.sort_by(Pair::best_first);
        found.truncate(options.per_site);
    }
    found
}

/// What a pair must reach to be kept, seen from the taker's side.
#[derive(Clone, Copy)]
struct Floor {
    belief: f64,
    score: f64,
}

impl Floor {
    const NONE: Self = Self { belief: 0.0, score: 0.0 };
    /// Two signs that confirm each other lift a taker above what either says: look a little below the floor.
    const CONFIRMED: f64 = 0.7;

    /// For a giver of this likelihood.
    fn below(giver: f64, weakest: f64, options: &Options) -> Self {
        let giver = giver.max(f64::MIN_POSITIVE);
        Self {
            belief: Self::CONFIRMED * f64::from(options.least_belief) / giver,
            score: Self::CONFIRMED * weakest / giver,
        }
    }

    /// How far a taker of at most this likelihood may be, km; `None` when it cannot win even next door.
    fn reach(self, likelihood: f64, reach: Reach) -> Option<f64> {
        if likelihood < self.belief || likelihood < self.score {
            return None;
        }
        if self.score <= 0.0 {
            return Some(reach.limit_km());
        }
        Some(reach.limit_km().min(half_km(reach) * (likelihood / self.score - 1.0)))
    }
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

fn takers_of(index: &Index<'_>, flow: u32, weakest: f64, options: &Options) -> Vec<Pair> {
    let (Some(giver), Some(resource)) = (index.site_of(flow), index.resource_of(flow)) else {
        return Vec::new();
    };
    if !index.resource(resource).kind.is_flow() || forbid::contradicts(index, flow) {
        return Vec::new();
    }
    let floor = Floor::below(f64::from(given(index, flow)), weakest, options);
    let mut takers = takers_at(index, giver, resource, floor);
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
    likelihood(index.flow(flow))
}

/// Everybody near a site who may take a resource: by a flow of theirs, by their activity, or both.
fn takers_at(index: &Index<'_>, giver: u32, resource: usize, floor: Floor) -> Vec<Taker> {
    let mut search = Search { index, from: index.point(giver), floor, takers: Vec::new() };
    for &(general, steps) in index.catalogue().ancestors(resource) {
        search.asked(general, MORE_GENERAL.powi(i32::from(steps)), None);
    }
    let specific =
        index.catalogue().descendants(resource).iter().skip(1).take_while(|(_, steps)| *steps <= 2);
    for &(specific, steps) in specific {
        search.asked(specific, MORE_SPECIFIC.powi(i32::from(steps)), None);
    }
    for (ix, pathway, steps) in index.reference.pathways.taking(resource) {
        let fit = MORE_GENERAL.powi(i32::from(steps));
        search.run(ix, fit);
        if pathway.is_direct() {
            search.of_the_trade(ix, fit);
        }
    }
    search.takers
}

/// Takers gathered around a place.
struct Search<'i, 'a> {
    index: &'i Index<'a>,
    from: Option<[f64; 3]>,
    floor: Floor,
    takers: Vec<Taker>,
}

impl Search<'_, '_> {
    /// Sites that run a pathway.
    fn run(&mut self, pathway: usize, fit: f64) {
        let reach = self.index.reference.pathways.all()[pathway].reach;
        let near = self.index.runners(pathway);
        let Some(limit) = self.floor.reach(fit * near.likeliest(), reach) else { return };
        for (site, km) in near.around(self.from, limit, NEAREST) {
            let likelihood = self.index.runs(site, pathway).unwrap_or_default() * fit;
            let pathway = Some(number(pathway));
            self.takers.push(Taker { site, flow: None, pathway, km, likelihood, half_km: half_km(reach) });
        }
    }

    /// Sites that take in exactly `resource`, declared or estimated.
    fn asked(&mut self, resource: usize, fit: f64, pathway: Option<u32>) {
        let Some(near) = self.index.flows(Direction::TakesIn, resource) else { return };
        let reach = reach_of(self.index.resource(resource).kind);
        let Some(limit) = self.floor.reach(fit * near.likeliest(), reach) else { return };
        for (flow, km) in near.around(self.from, limit, NEAREST) {
            if let Some(site) = self.index.site_of(flow) {
                let likelihood = f64::from(given(self.index, flow)) * fit;
                self.takers.push(Taker {
                    site,
                    flow: Some(flow),
                    pathway,
                    km,
                    likelihood,
                    half_km: half_km(reach),
                });
            }
        }
    }

    /// Sites that take in what a pathway says it replaces, or something more general.
    fn replaced(&mut self, pathway: usize, fit: f64, way: Option<u32>) {
        let index = self.index;
        let replaces = &index.reference.pathways.all()[pathway].replaces;
        for bought in replaces.iter().filter_map(|id| index.catalogue().index_of(id.as_str())) {
            let near = index.catalogue().ancestors(bought).iter().take_while(|(_, steps)| *steps <= 1);
            for &(general, steps) in near {
                self.asked(general, REPLACES * fit * MORE_GENERAL.powi(i32::from(steps)), way);
            }
        }
    }

    /// The same, of the pathway's own trade only: buying what malting buys does not make one a maltster.
    fn of_the_trade(&mut self, pathway: usize, fit: f64) {
        let before = self.takers.len();
        self.replaced(pathway, fit, Some(number(pathway)));
        let buyers = self.takers.split_off(before);
        let index = self.index;
        self.takers.extend(buyers.into_iter().filter_map(|buyer| {
            let trade = index.trade(buyer.site, pathway)?;
            Some(Taker { likelihood: buyer.likelihood * trade, ..buyer })
        }));
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
            let mut takers = takers_at(index, processor.site, output, Floor { belief: LEAST, ..Floor::NONE });
            let from = index.point(processor.site);
            let mut buyers = Search { index, from, floor: Floor::NONE, takers: Vec::new() };
            buyers.replaced(ix as usize, 1.0, None);
            takers.append(&mut buyers.takers);
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
