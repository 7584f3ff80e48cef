//! Several near each other discard, buy, need or own the same thing: pool it (`data/sharing`). One lead a group, not one a pair.

use crate::candidate::{Candidate, Member, single};
use crate::forbid;
use crate::index::{Index, Near, number};
use crate::substitution::given;
use model::{Direction, LeadKind, Role};
use rayon::prelude::*;
use reference::{Between, Sharing};
use std::collections::{HashMap, HashSet};

/// Partners in one lead; those beyond make the next group.
const LARGEST: usize = 40;

/// Candidates of all rules.
pub(crate) fn find(index: &Index<'_>) -> Vec<Candidate> {
    let rules: Vec<_> = index.reference.sharing.iter().enumerate().collect();
    rules.par_iter().flat_map_iter(|(ix, rule)| groups(index, number(*ix), rule)).collect()
}

/// A possible partner: one per site, its likeliest flow.
#[derive(Clone, Copy)]
pub(crate) struct Partner {
    pub(crate) site: u32,
    pub(crate) flow: u32,
    pub(crate) role: Role,
    pub(crate) likelihood: f32,
}

fn groups(index: &Index<'_>, rule_ix: u32, rule: &Sharing) -> Vec<Candidate> {
    let partners = partners(index, rule);
    let radius = rule.radius_km.0;
    clusters(index, &partners, radius.high(), rule.partners)
        .into_iter()
        .filter_map(|group| candidate(index, rule_ix, rule, &alike(index, &group)))
        .filter(|candidate| actors(index, &candidate.members) >= rule.partners)
        .collect()
}

/// Legal units among the members: four sites of one company need nobody's help to pool.
pub(crate) fn actors(index: &Index<'_>, members: &[Member]) -> usize {
    members.iter().map(|member| &index.site(member.site).actor).collect::<HashSet<_>>().len()
}

/// The partners whose resource is close to the one most of them have: a rule may name a broad family, but nobody pools steel coils with
/// cement.
fn alike(index: &Index<'_>, group: &[Partner]) -> Vec<Partner> {
    let Some(common) = most_common_resource(index, group.iter().map(|p| p.flow)) else { return Vec::new() };
    let close = |flow: u32| index.resource_of(flow).is_some_and(|resource| related(index, resource, common));
    group.iter().copied().filter(|partner| close(partner.flow)).collect()
}

/// One is a kind of the other, or both are kinds of the same parent.
fn related(index: &Index<'_>, a: usize, b: usize) -> bool {
    let catalogue = index.catalogue();
    let parents =
        |ix: usize| catalogue.ancestors(ix).iter().filter(|(_, steps)| *steps <= 1).map(|(ix, _)| *ix);
    catalogue.steps_up(a, b).is_some()
        || catalogue.steps_up(b, a).is_some()
        || parents(a).any(|parent| parents(b).any(|other| other == parent))
}

fn partners(index: &Index<'_>, rule: &Sharing) -> Vec<Partner> {
    let sides: &[(Direction, Role)] = match rule.between {
        Between::Gives => &[(Direction::GivesOut, Role::Partner)],
        Between::Takes => &[(Direction::TakesIn, Role::Partner)],
        Between::Needs => &[(Direction::Needs, Role::Partner)],
        Between::OwnsNeeds => &[(Direction::CanShare, Role::Owner), (Direction::Needs, Role::Partner)],
    };
    let mut best: HashMap<u32, Partner> = HashMap::new();
    for (ix, flow) in index.territory.flows.iter().enumerate() {
        let flow_ix = number(ix);
        let found = sides.iter().find(|(direction, _)| *direction == flow.direction);
        let (Some((_, part)), Some(site)) = (found, index.site_of(flow_ix)) else { continue };
        if !pools(index, flow_ix, rule) || forbid::contradicts(index, flow_ix) {
            continue;
        }
        let partner = Partner { site, flow: flow_ix, role: *part, likelihood: given(index, flow_ix) };
        let known = best.entry(site).or_insert(partner);
        // Who owns it is more use to the group than who needs it.
        if (partner.role == Role::Owner, partner.likelihood) > (known.role == Role::Owner, known.likelihood) {
            *known = partner;
        }
    }
    let mut partners: Vec<_> = best.into_values().collect();
    partners.sort_by_key(|partner| partner.site);
    partners
}

fn pools(index: &Index<'_>, flow: u32, rule: &Sharing) -> bool {
    let catalogue = index.catalogue();
    let Some(resource) = index.resource_of(flow) else { return false };
    rule.of
        .iter()
        .filter_map(|id| catalogue.index_of(id.as_str()))
        .any(|of| catalogue.steps_up(resource, of).is_some())
}

/// Groups of neighbours: the site with the most likely neighbours within `km` gathers them, then the next among those left.
pub(crate) fn clusters(index: &Index<'_>, partners: &[Partner], km: f64, least: usize) -> Vec<Vec<Partner>> {
    let near = Near::new(partners.iter().enumerate().map(|(ix, p)| (number(ix), index.point(p.site))), 1.0);
    let neighbours: Vec<Vec<u32>> = partners
        .iter()
        .map(|partner| match index.point(partner.site) {
            Some(point) => near.around(Some(point), km, 4 * LARGEST).into_iter().filter_map(placed).collect(),
            None => Vec::new(),
        })
        .collect();
    let weight =
        |members: &[u32]| -> f32 { members.iter().map(|&ix| partners[ix as usize].likelihood).sum() };
    let mut order: Vec<usize> = (0..partners.len()).collect();
    order.sort_by(|&a, &b| weight(&neighbours[b]).total_cmp(&weight(&neighbours[a])).then(a.cmp(&b)));
    let mut taken = vec![false; partners.len()];
    let mut groups = Vec::new();
    for centre in order {
        let free: Vec<u32> =
            neighbours[centre].iter().copied().filter(|ix| !taken[*ix as usize]).take(LARGEST).collect();
        if !taken[centre] && free.len() >= least {
            for ix in &free {
                taken[*ix as usize] = true;
            }
            groups.push(free.iter().map(|ix| partners[*ix as usize]).collect());
        }
    }
    groups
}

/// Members whose distance is known.
fn placed((ix, km): (u32, Option<f64>)) -> Option<u32> {
    km.map(|_| ix)
}

fn candidate(index: &Index<'_>, rule_ix: u32, rule: &Sharing, group: &[Partner]) -> Option<Candidate> {
    let needs_owner = rule.between == Between::OwnsNeeds;
    let has = |role: Role| group.iter().any(|partner| partner.role == role);
    if (needs_owner && !has(Role::Owner)) || !has(Role::Partner) {
        return None;
    }
    let mut members: Vec<Member> = group
        .iter()
        .map(|p| Member { site: p.site, role: p.role, flow: Some(p.flow), likelihood: p.likelihood })
        .collect();
    members.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood).then(a.site.cmp(&b.site)));
    if needs_owner {
        members.sort_by_key(|m| m.role != Role::Owner);
    }
    let (km, near) = spread(index, &members, rule);
    let belief = enough(&members, rule.partners);
    let resource = most_common_resource(index, members.iter().filter_map(|m| m.flow))?;
    Some(Candidate {
        kind: LeadKind::Sharing,
        resource: number(resource),
        rule: Some(rule_ix),
        members,
        ways: Vec::new(),
        km,
        belief: single(belief),
        score: single(belief * near),
    })
}

/// Chances that at least `least` partners are really there, each being there by itself with its likelihood.
pub(crate) fn enough(members: &[Member], least: usize) -> f64 {
    let mut likelihoods: Vec<f64> = members.iter().map(|m| f64::from(m.likelihood)).collect();
    likelihoods.sort_by(|a, b| b.total_cmp(a));
    // Chances of k partners being there, for k up to `least` (a plain Poisson-binomial recurrence).
    let mut chances = vec![0.0; least + 1];
    chances[0] = 1.0;
    for p in likelihoods {
        for k in (0..=least).rev() {
            let stays = if k == least { chances[k] } else { chances[k] * (1.0 - p) };
            chances[k] = stays + if k > 0 { chances[k - 1] * p } else { 0.0 };
        }
    }
    chances[least]
}

/// Largest distance from the first member, and how near that is by the rule.
fn spread(index: &Index<'_>, members: &[Member], rule: &Sharing) -> (Option<f64>, f64) {
    let first = members[0].site;
    let km = members[1..].iter().filter_map(|m| index.km(first, m.site)).max_by(f64::total_cmp);
    let near = km.map_or(0.5, |km| 1.0 / (1.0 + (km / rule.radius_km.0.mid()).powi(2) / 2.0));
    (km, near)
}

/// The resource most of the flows are of; of two equally common ones the first of the catalogue.
pub(crate) fn most_common_resource(index: &Index<'_>, flows: impl Iterator<Item = u32>) -> Option<usize> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for resource in flows.filter_map(|flow| index.resource_of(flow)) {
        *counts.entry(resource).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|&(resource, count)| (count, std::cmp::Reverse(resource)))
        .map(|(resource, _)| resource)
}
