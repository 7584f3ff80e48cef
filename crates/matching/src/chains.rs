//! Local recovery chains: many small residues near each other, a plant they could feed together, and somebody for what comes out.

use crate::candidate::{Candidate, Member, Way, single};
use crate::forbid;
use crate::index::{Index, number};
use crate::sharing::{Partner, actors, clusters, enough, most_common_resource};
use crate::substitution::given;
use model::{Direction, LeadKind, Role};
use rayon::prelude::*;
use reference::Pathway;
use std::collections::HashMap;

/// Givers a chain needs at least.
const LEAST: usize = 4;
/// How far small quantities are worth gathering, km.
const GATHER_KM: f64 = 15.0;
/// How far the plant's buyers are looked for, km.
const BUYERS_KM: f64 = 15.0;
/// Buyers written out.
const BUYERS: usize = 3;
/// Belief left when nobody on the territory is known to buy what comes out: the buyer is the first question.
const NO_BUYER: f64 = 0.5;

/// Candidates of the pathways whose plant neighbours could build together.
pub(crate) fn find(index: &Index<'_>) -> Vec<Candidate> {
    let pathways: Vec<_> =
        index.reference.pathways.all().iter().enumerate().filter(|(_, p)| p.chain).collect();
    pathways.par_iter().flat_map_iter(|(ix, pathway)| chains(index, *ix, pathway)).collect()
}

fn chains(index: &Index<'_>, pathway_ix: usize, pathway: &Pathway) -> Vec<Candidate> {
    let givers = givers(index, pathway_ix);
    clusters(index, &givers, GATHER_KM, LEAST)
        .into_iter()
        .filter_map(|group| candidate(index, pathway_ix, pathway, &group))
        .map(|chain| without_forbidden(index, chain))
        .filter(|chain| actors(index, &givers_of(chain)) >= LEAST)
        .collect()
}

/// The chain without the givers that a prohibition keeps from whoever runs the plant.
fn without_forbidden(index: &Index<'_>, mut chain: Candidate) -> Candidate {
    let Some((runner, pathway)) = chain.ways.first().and_then(|way| Some((way.by?, way.pathway as usize)))
    else {
        return chain;
    };
    chain.members.retain(|member| {
        let resource = member.flow.and_then(|flow| index.resource_of(flow));
        let forbidden =
            |resource| forbid::rule(index, resource, (member.site, runner), Some(pathway)).is_some();
        member.role != Role::Giver || !resource.is_some_and(forbidden)
    });
    chain
}

fn givers_of(chain: &Candidate) -> Vec<Member> {
    chain.members.iter().copied().filter(|member| member.role == Role::Giver).collect()
}

/// One giver a site: its likeliest residue that the pathway takes.
fn givers(index: &Index<'_>, pathway: usize) -> Vec<Partner> {
    let mut best: HashMap<u32, Partner> = HashMap::new();
    let flows = index.territory.flows.iter().enumerate();
    for (ix, _) in flows.filter(|(_, flow)| flow.direction == Direction::GivesOut) {
        let flow_ix = number(ix);
        if forbid::contradicts(index, flow_ix) {
            continue;
        }
        let (Some(site), Some(resource)) = (index.site_of(flow_ix), index.resource_of(flow_ix)) else {
            continue;
        };
        let Some((_, _, steps)) = index.reference.pathways.taking(resource).find(|(p, _, _)| *p == pathway)
        else {
            continue;
        };
        let likelihood = given(index, flow_ix) * 0.95_f32.powi(i32::from(steps));
        let partner = Partner { site, flow: flow_ix, role: Role::Giver, likelihood };
        let known = best.entry(site).or_insert(partner);
        if partner.likelihood > known.likelihood {
            *known = partner;
        }
    }
    let mut givers: Vec<_> = best.into_values().collect();
    givers.sort_by_key(|giver| giver.site);
    givers
}

fn candidate(
    index: &Index<'_>,
    pathway_ix: usize,
    pathway: &Pathway,
    group: &[Partner],
) -> Option<Candidate> {
    let mut members: Vec<Member> = group
        .iter()
        .map(|p| Member { site: p.site, role: Role::Giver, flow: Some(p.flow), likelihood: p.likelihood })
        .collect();
    members.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood).then(a.site.cmp(&b.site)));
    let supply = enough(&members, LEAST);
    let resource = most_common_resource(index, members.iter().filter_map(|m| m.flow))?;
    let centre = members[0].site;
    let km = members[1..].iter().filter_map(|m| index.km(centre, m.site)).max_by(f64::total_cmp);
    let processor = processor(index, pathway_ix, centre, &members);
    let buyers = buyers(index, pathway, centre, &members);
    let output = buyers.first().map(|(output, _)| number(*output));
    let demand =
        buyers.iter().map(|(_, m)| f64::from(m.likelihood)).max_by(f64::total_cmp).unwrap_or(NO_BUYER);
    members.extend(processor);
    members.extend(buyers.into_iter().map(|(_, member)| member));
    let belief = supply * demand.max(NO_BUYER);
    let way =
        Way { pathway: number(pathway_ix), input: number(resource), output, by: processor.map(|p| p.site) };
    Some(Candidate {
        kind: LeadKind::Chain,
        resource: number(resource),
        rule: None,
        members,
        ways: vec![way],
        km,
        belief: single(belief),
        score: single(belief),
    })
}

/// Who could run the plant: the likeliest nearby, insertion structures among them.
fn processor(index: &Index<'_>, pathway: usize, centre: u32, givers: &[Member]) -> Option<Member> {
    let around = index.runners(pathway).around(index.point(centre), GATHER_KM, 8);
    around
        .into_iter()
        .filter(|(site, km)| km.is_some() && !givers.iter().any(|g| g.site == *site))
        .filter_map(|(site, _)| Some((site, index.runs(site, pathway)?)))
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
        .map(|(site, p)| Member { site, role: Role::Processor, flow: None, likelihood: single(p) })
}

/// Who near the centre takes in what comes out, likeliest first.
fn buyers(index: &Index<'_>, pathway: &Pathway, centre: u32, givers: &[Member]) -> Vec<(usize, Member)> {
    let catalogue = index.catalogue();
    let Some(main) =
        pathway.outputs.first().and_then(|product| catalogue.index_of(product.resource.as_str()))
    else {
        return Vec::new();
    };
    let outputs = pathway.outputs.iter().filter_map(|product| catalogue.index_of(product.resource.as_str()));
    // Who buys what the main output stands in for is a buyer as well.
    let stand_in = pathway.replaces.iter().filter_map(|id| Some((main, catalogue.index_of(id.as_str())?)));
    let mut found: Vec<(usize, Member)> = outputs
        .map(|output| (output, output))
        .chain(stand_in)
        .flat_map(|(output, sought)| {
            catalogue.ancestors(sought).iter().map(move |&(asked, steps)| (output, asked, steps))
        })
        .flat_map(|(output, asked, steps)| {
            let near = index.flows(Direction::TakesIn, asked);
            let flows = near.map(|n| n.around(index.point(centre), BUYERS_KM, 8)).unwrap_or_default();
            flows.into_iter().filter_map(move |(flow, km)| {
                let site = km.and(index.site_of(flow))?;
                let likelihood = given(index, flow) * 0.9_f32.powi(i32::from(steps));
                Some((output, Member { site, role: Role::Taker, flow: Some(flow), likelihood }))
            })
        })
        .filter(|(_, member)| !givers.iter().any(|giver| giver.site == member.site))
        .collect();
    found.sort_by(|a, b| b.1.likelihood.total_cmp(&a.1.likelihood).then(a.1.site.cmp(&b.1.site)));
    let mut seen = Vec::new();
    found.retain(|(_, member)| {
        !seen.contains(&member.site) && {
            seen.push(member.site);
            true
        }
    });
    found.truncate(BUYERS);
    found
}
