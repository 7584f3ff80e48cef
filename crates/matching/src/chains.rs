//! Local recovery chains: many small residues near each other, a plant they could feed together, and somebody for what comes out.

use crate::buyers::buyers;
use crate::candidate::{Candidate, Member, Way, single};
use crate::forbid;
use crate::groups::{Partner, actors, clusters, enough, shared_resource};
use crate::index::{Index, number};
use crate::merge::Found;
use crate::takers::{CLOSE_KIN, Taker};
use model::{Direction, LeadKind, Role, chain_givers};
use rayon::prelude::*;
use reference::{Kind, Pathway, ResourceId};
use std::collections::HashMap;

/// What it takes to make a chain of a pathway.
#[derive(Clone, Copy)]
struct Scale {
    /// Givers at least.
    least: usize,
    /// How far small quantities are worth gathering, km.
    gather_km: f64,
    /// By pipe.
    piped: bool,
}

impl Scale {
    /// Materials go by lorry; heat and water by pipe, and one large source may be worth a network.
    fn of(index: &Index<'_>, pathway: &Pathway) -> Self {
        let input = pathway.inputs.first().and_then(|id| index.catalogue().get(id.as_str()));
        let kind = input.map_or(Kind::Material, |resource| resource.kind);
        let piped = matches!(kind, Kind::Energy | Kind::Water);
        Self {
            least: chain_givers(kind),
            gather_km: if piped { index.beliefs.chain_pipe_km } else { index.beliefs.chain_road_km },
            piped,
        }
    }
}

/// Candidates of the pathways whose plant neighbours could build together: of what was said alone, and of everything.
pub(crate) fn find(index: &Index<'_>) -> Found {
    let pathways: Vec<_> =
        index.reference.pathways.all().iter().enumerate().filter(|(_, p)| p.chain).collect();
    let of_pathway = |(ix, pathway): &(usize, &Pathway)| {
        Found::of(index, givers(index, *ix), |givers| chains(index, (*ix, pathway), &givers))
    };
    Found::gather(pathways.par_iter().map(of_pathway).collect())
}

fn chains(index: &Index<'_>, (pathway_ix, pathway): (usize, &Pathway), givers: &[Partner]) -> Vec<Candidate> {
    let scale = Scale::of(index, pathway);
    clusters(index, givers, scale.gather_km, scale.least)
        .into_iter()
        .filter_map(|group| candidate(index, (pathway_ix, pathway), &group, scale))
        .collect()
}

/// One giver a site: its likeliest residue that the pathway takes.
fn givers(index: &Index<'_>, pathway: usize) -> Vec<Partner> {
    let mut best: HashMap<u32, Partner> = HashMap::new();
    let taken = taken(index, pathway);
    for flow in 0..number(index.territory.flows.len()) {
        let Some(partner) = giver(index, flow, &taken) else { continue };
        let known = best.entry(partner.site).or_insert(partner);
        let rank = |p: &Partner| (!index.is_guess(p.flow), p.likelihood);
        if rank(&partner) > rank(known) {
            *known = partner;
        }
    }
    let mut givers: Vec<_> = best.into_values().collect();
    givers.sort_by_key(|giver| giver.site);
    givers
}

/// For each resource of the catalogue the is-a steps up to what the pathway names; `None` when it does not take it.
fn taken(index: &Index<'_>, pathway: usize) -> Vec<Option<u8>> {
    let steps = |resource: usize| {
        let mut ways = index.reference.pathways.taking(resource);
        ways.find(|(p, _, steps)| *p == pathway && *steps <= CLOSE_KIN).map(|(.., steps)| steps)
    };
    (0..index.catalogue().all().len()).map(steps).collect()
}

/// The giver of a flow that the pathway takes.
fn giver(index: &Index<'_>, flow: u32, taken: &[Option<u8>]) -> Option<Partner> {
    let (site, resource) = (index.site_of(flow)?, index.resource_of(flow)?);
    let steps = taken[resource]?;
    if index.flow(flow).direction != Direction::GivesOut {
        return None;
    }
    let likelihood = index.given(flow) * single(index.beliefs.chain_step).powi(i32::from(steps));
    let placed = index.said.stays_at_home(flow)
        || forbid::contradicts(index, flow)
        || forbid::carries(index, flow)
        || is_paid_for(index, flow)
        || index.is_commonplace(flow);
    (!placed).then_some(Partner { site, flow, role: Role::Giver, likelihood })
}

/// Who is paid for a residue has an outlet that a round still to be built will not better.
fn is_paid_for(index: &Index<'_>, flow: u32) -> bool {
    index.flow(flow).price.as_ref().is_some_and(|price| price.value.range.low() > 0.0)
}

fn candidate(
    index: &Index<'_>,
    (pathway_ix, pathway): (usize, &Pathway),
    group: &[Partner],
    scale: Scale,
) -> Option<Candidate> {
    let mut members: Vec<Member> = group
        .iter()
        .map(|p| Member { site: p.site, role: Role::Giver, flow: Some(p.flow), likelihood: p.likelihood })
        .collect();
    members.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood).then(a.site.cmp(&b.site)));
    let centre = members.first()?.site;
    let processor = processor(index, (pathway_ix, pathway), centre, scale);
    let mut buyers = buyers(index, pathway, (centre, processor.map(|p| p.site)), scale.gather_km);
    let own_use = processor.filter(|p| p.flow.is_some() && makes_energy(index, pathway));
    if own_use.is_some() && !buyers.iter().any(|(output, _)| Some(*output) == main_output(index, pathway)) {
        // Its gas or heat is what a plant is built for: what else comes out finds its place later.
        buyers.clear();
    }
    members.retain(|giver| {
        let plays_another = processor.is_some_and(|p| p.site == giver.site && !scale.piped)
            || buyers.iter().any(|(_, buyer)| buyer.site == giver.site);
        !plays_another && !forbidden(index, giver, processor.map(|p| p.site), pathway_ix)
    });
    if actors(index, &members) < scale.least {
        return None;
    }
    let flows: Vec<u32> = members.iter().filter_map(|m| m.flow).collect();
    let resource = shared_resource(index, &flows)?;
    let km = members.iter().filter_map(|m| index.km(centre, m.site)).max_by(f64::total_cmp);
    let supply = enough(index, &members, scale.least);
    let output = buyers.first().map(|(output, _)| *output);
    let output = output.or(main_output(index, pathway).filter(|_| own_use.is_some())).map(number);
    let takers: Vec<Member> = buyers.iter().map(|(_, taker)| taker_of(*taker)).collect();
    let uses = own_use.map_or(0.0, |p| f64::from(p.likelihood));
    let demand = enough(index, &takers, 1).max(uses).max(index.beliefs.no_buyer);
    let belief = single(supply * demand);
    let mut ways = vec![Way {
        pathway: number(pathway_ix),
        input: number(resource),
        output,
        by: processor.map(|p| p.site),
    }];
    members.extend(processor);
    members.extend(takers);
    for (output, taker) in buyers {
        let way = |pathway| Way { pathway, input: number(output), output: None, by: Some(taker.site) };
        ways.extend(taker.pathway.map(way));
    }
    Some(Candidate {
        kind: LeadKind::Chain,
        resource: number(resource),
        rule: None,
        members,
        ways,
        km,
        belief,
        score: belief,
    })
}

fn taker_of(taker: Taker) -> Member {
    Member { site: taker.site, role: Role::Taker, flow: taker.flow, likelihood: single(taker.likelihood) }
}

fn main_output(index: &Index<'_>, pathway: &Pathway) -> Option<usize> {
    pathway.outputs.first().and_then(|made| index.catalogue().index_of(made.resource.as_str()))
}

/// A plant that makes energy first of all uses it, or sells it to the grid.
fn makes_energy(index: &Index<'_>, pathway: &Pathway) -> bool {
    main_output(index, pathway).is_some_and(|ix| index.resource(ix).kind == Kind::Energy)
}

/// A prohibition keeps the giver's residue from whoever runs the plant.
fn forbidden(index: &Index<'_>, giver: &Member, runner: Option<u32>, pathway: usize) -> bool {
    let resource = giver.flow.and_then(|flow| index.resource_of(flow));
    resource.zip(runner).is_some_and(|(resource, runner)| {
        forbid::rule(index, (resource, giver.flow), (giver.site, runner), Some(pathway)).is_some()
    })
}

/// Who could run the plant: who says it takes such things first, then the likeliest nearby, insertion structures among them.
fn processor(
    index: &Index<'_>,
    (ix, pathway): (usize, &Pathway),
    centre: u32,
    scale: Scale,
) -> Option<Member> {
    let runners = index.runners(ix).around(index.point(centre), scale.gather_km, 40);
    let runs = runners.into_iter().filter(|(_, km)| km.is_some()).filter_map(|(site, _)| {
        let likelihood = single(index.runs(site, ix)?);
        Some(Member { site, role: Role::Processor, flow: None, likelihood })
    });
    let all: Vec<Member> = runs.chain(asking(index, (ix, pathway), centre, scale)).collect();
    let likelier = |a: &&Member, b: &&Member| a.likelihood.total_cmp(&b.likelihood).then(b.site.cmp(&a.site));
    let best = all.iter().max_by(likelier)?;
    // What it says it takes in is told with the lead and bounds it, whichever sign made it the likeliest.
    let own = all.iter().filter(|member| member.site == best.site && member.flow.is_some()).max_by(likelier);
    Some(Member { flow: own.and_then(|member| member.flow), ..*best })
}

/// Sites nearby that say they take in, or look for, what the pathway takes, or sell what it makes, and whose trade it is.
fn asking(index: &Index<'_>, (ix, pathway): (usize, &Pathway), centre: u32, scale: Scale) -> Vec<Member> {
    let dense = |id: &ResourceId| index.catalogue().index_of(id.as_str());
    let inputs = pathway.inputs.iter().filter_map(|id| Some((Direction::TakesIn, dense(id)?)));
    let outputs = pathway.outputs.iter().filter_map(|made| Some((Direction::Sells, dense(&made.resource)?)));
    let both = inputs.chain(outputs);
    let near = both.filter_map(|(direction, of)| Some((direction, of, index.flows(direction, of)?)));
    near.flat_map(|(direction, input, near)| {
        let flows = near.around(index.point(centre), scale.gather_km, 8);
        flows.into_iter().filter_map(move |(flow, km)| {
            let site = km.and(index.site_of(flow))?;
            let said = !index.is_guess(flow);
            let does = index.runs(site, ix)?;
            let fits = crate::plausible::wanted(index, (site, flow), input);
            let likelihood = single(1.0 - (1.0 - f64::from(index.given(flow)) * fits) * (1.0 - does));
            // What it takes in is told with the lead and bounds it; what it sells only shows its trade.
            let (own, sure) = if direction == Direction::TakesIn { (Some(flow), 1.0) } else { (None, 0.99) };
            let likelihood = likelihood * sure;
            said.then_some(Member { site, role: Role::Processor, flow: own, likelihood })
        })
    })
    .collect()
}
