//! Several near each other discard, buy, need or own the same thing: pool it (`data/sharing`). One lead a group, not one a pair.

use crate::candidate::{Candidate, Member, single};
use crate::forbid;
use crate::groups::{Partner, actors, clusters, enough, most_common_resource, shared_resource};
use crate::index::{Index, number};
use crate::merge::Found;
use model::{Direction, LeadKind, Role};
use rayon::prelude::*;
use reference::{Between, How, Kind, Sharing};
use std::collections::{HashMap, HashSet};

/// Candidates of all rules: of what was said alone, and of everything.
pub(crate) fn find(index: &Index<'_>) -> Found {
    let rules: Vec<_> = index.reference.sharing.iter().enumerate().collect();
    let of_rule = |(ix, rule): &(usize, &Sharing)| {
        let all = partners(index, rule);
        Found::of(index, all, |partners| groups(index, (number(*ix), rule), partners))
    };
    Found::gather(rules.par_iter().map(of_rule).collect())
}

fn groups(index: &Index<'_>, (rule_ix, rule): (u32, &Sharing), partners: Vec<Partner>) -> Vec<Candidate> {
    let radius = rule.radius_km.0;
    let (mut gathered, mut left) = (Vec::new(), partners);
    // Who lends or serves should stand near: first those next to each other, then the others.
    let near = matches!(rule.between, Between::Needs | Between::OwnsNeeds);
    for km in if near { vec![radius.mid(), radius.high()] } else { vec![radius.high()] } {
        let least = if near { TWO } else { rule.partners };
        let found = clusters(index, &left, km, least)
            .into_iter()
            .filter_map(|group| candidate(index, rule_ix, rule, &alike(index, rule, &group)))
            .filter(|candidate| actors(index, &candidate.members) >= least_partners(rule, candidate));
        gathered.extend(found);
        let taken: HashSet<u32> =
            gathered.iter().flat_map(|group: &Candidate| &group.members).map(|member| member.site).collect();
        left.retain(|partner| !taken.contains(&partner.site));
    }
    gathered
}

/// One who offers and one who seeks are enough; others must be as many as the rule says.
const TWO: usize = 2;

fn least_partners(rule: &Sharing, candidate: &Candidate) -> usize {
    let offered = candidate.members.iter().any(|member| member.role == Role::Owner);
    if offered { TWO } else { rule.partners }
}

/// The partners whose resource is close to the one most of them have: a rule may name a broad family, but nobody pools steel coils with
/// cement. Where the rule names what does the same work: who has a compressor has compressed air.
fn alike(index: &Index<'_>, rule: &Sharing, group: &[Partner]) -> Vec<Partner> {
    if rule.same_work {
        return group.to_vec();
    }
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
    let sides = sides(rule.between);
    let pooled = pooled(index, rule);
    let mut best: HashMap<u32, Partner> = HashMap::new();
    for flow_ix in 0..number(index.territory.flows.len()) {
        // Nearly all flows are of something else: the flow itself is looked at only when its resource is.
        if !index.resource_of(flow_ix).is_some_and(|resource| pooled[resource]) {
            continue;
        }
        let found = sides.iter().find(|(direction, _)| *direction == index.flow(flow_ix).direction);
        let (Some((_, part)), Some(site)) = (found, index.site_of(flow_ix)) else { continue };
        let given_away = index.flow(flow_ix).direction == Direction::GivesOut;
        if forbid::contradicts(index, flow_ix)
            || (given_away && forbid::carries(index, flow_ix))
            || is_of(index, site, &rule.except)
            || is_unlikely(index, rule, (site, flow_ix))
        {
            continue;
        }
        let partner = Partner { site, flow: flow_ix, role: *part, likelihood: index.given(flow_ix) };
        let known = best.entry(site).or_insert(partner);
        // What the site said comes before any guess: who looks for a compressor has none to lend. Then who owns it is more use to the
        // group than who needs it.
        let rank = |p: &Partner| (!index.is_guess(p.flow), p.role == Role::Owner, p.likelihood);
        if rank(&partner) > rank(known) {
            *known = partner;
        }
    }
    let mut partners: Vec<_> = best.into_values().collect();
    partners.sort_by_key(|partner| partner.site);
    partners
}

/// Only guessed of a firm that has no use for such pooling; nobody collects from a collector what it collects.
fn is_unlikely(index: &Index<'_>, rule: &Sharing, (site, flow): (u32, u32)) -> bool {
    let collector = rule.how == How::Collection && index.treats_waste(site);
    // Every workplace has toilets: nobody asks whether.
    let toilets = index.is_commonplace(flow)
        && index.resource_of(flow).is_some_and(|of| index.resource(of).kind == Kind::Water);
    index.is_guess(flow) && (collector || toilets || is_of(index, site, &rule.unlikely))
}

/// A class of the site begins with one of these.
fn is_of(index: &Index<'_>, site: u32, prefixes: &[String]) -> bool {
    let named = |class: &String| prefixes.iter().any(|prefix| class.starts_with(prefix.as_str()));
    index.classes(site).iter().any(named)
}

/// Who joins, and as what. Who buys a service needs it; who sells or could share what the others seek may be the one they turn to.
fn sides(between: Between) -> &'static [(Direction, Role)] {
    match between {
        Between::Gives => &[(Direction::GivesOut, Role::Partner)],
        Between::Takes => &[(Direction::TakesIn, Role::Partner), (Direction::Needs, Role::Partner)],
        Between::Needs => &[
            (Direction::Needs, Role::Partner),
            (Direction::TakesIn, Role::Partner),
            (Direction::CanShare, Role::Owner),
            (Direction::Sells, Role::Owner),
        ],
        Between::OwnsNeeds => &[
            (Direction::CanShare, Role::Owner),
            (Direction::Needs, Role::Partner),
            (Direction::TakesIn, Role::Partner),
        ],
    }
}

/// For each resource of the catalogue whether the rule speaks of it.
fn pooled(index: &Index<'_>, rule: &Sharing) -> Vec<bool> {
    let catalogue = index.catalogue();
    let of: Vec<usize> = rule.of.iter().filter_map(|id| catalogue.index_of(id.as_str())).collect();
    let speaks = |resource: usize| of.iter().any(|&of| catalogue.steps_up(resource, of).is_some());
    (0..catalogue.all().len()).map(speaks).collect()
}

/// Where some lend or serve, each must have what one of the others seeks, or seek what one has: who sandblasts does not powder-coat.
fn met(index: &Index<'_>, rule: &Sharing, group: &[Partner]) -> Vec<Partner> {
    if rule.same_work || !group.iter().any(|partner| partner.role == Role::Owner) {
        return group.to_vec();
    }
    let catalogue = index.catalogue();
    let fits = |a: &Partner, b: &Partner| {
        let both = index.resource_of(a.flow).zip(index.resource_of(b.flow));
        both.is_some_and(|(a, b)| catalogue.steps_up(a, b).is_some() || catalogue.steps_up(b, a).is_some())
    };
    let answered = |partner: &&Partner| {
        let others =
            group.iter().filter(|other| (other.role == Role::Owner) != (partner.role == Role::Owner));
        others.into_iter().any(|other| fits(partner, other))
    };
    group.iter().filter(answered).copied().collect()
}

/// Who said that it lends or serves needs no guess beside it; where enough said that they need it, guesses only blur who is to be called.
fn without_guesses(index: &Index<'_>, rule: &Sharing, group: &[Partner]) -> Vec<Partner> {
    let spoke = |partner: &&Partner| !index.flow(partner.flow).is_guess();
    let lends = group.iter().filter(spoke).any(|partner| partner.role == Role::Owner);
    let needing = group.iter().filter(spoke).filter(|partner| partner.role == Role::Partner).count();
    let enough = needing >= if lends { 1 } else { rule.partners.max(TWO) };
    let blurs = |partner: &Partner| match partner.role {
        Role::Owner => lends,
        _ => lends && enough,
    };
    group.iter().filter(|partner| spoke(partner) || !blurs(partner)).copied().collect()
}

fn candidate(index: &Index<'_>, rule_ix: u32, rule: &Sharing, group: &[Partner]) -> Option<Candidate> {
    let group = of_one_thing(index, rule, met(index, rule, &without_guesses(index, rule, group)))?;
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
    members.sort_by_key(|m| m.role != Role::Owner);
    let (km, near) = spread(index, &members, rule);
    let belief = if has(Role::Owner) {
        offered_and_sought(index, &members)
    } else {
        enough(index, &members, rule.partners)
    };
    let flows: Vec<u32> = members.iter().filter_map(|m| m.flow).collect();
    let common = || most_common_resource(index, flows.iter().copied()).filter(|_| rule.same_work);
    let resource = shared_resource(index, &flows).or_else(common)?;
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

/// Those who have or seek the same thing: who buys oxygen does not join a purchase of carbon dioxide. A group purchase wants two who said that
/// they buy it: what profiles alone say of every firm is nothing to call about. `None` when too few are left.
fn of_one_thing(index: &Index<'_>, rule: &Sharing, group: Vec<Partner>) -> Option<Vec<Partner>> {
    if group.iter().any(|partner| partner.role == Role::Owner) {
        return Some(group);
    }
    let flows: Vec<u32> = group.iter().map(|partner| partner.flow).collect();
    let of = shared_resource(index, &flows)?;
    let same = |partner: &Partner| {
        let own = index.resource_of(partner.flow);
        own.is_some_and(|own| index.catalogue().steps_up(own, of).is_some())
    };
    let group: Vec<Partner> = group.into_iter().filter(same).collect();
    let group = if rule.how == How::Purchase { of_one_kind(index, &group) } else { group };
    let spoke = group.iter().filter(|partner| !index.is_guess(partner.flow)).count();
    let enough = group.len() >= rule.partners.max(TWO) && (rule.how != How::Purchase || spoke >= TWO);
    enough.then_some(group)
}

/// The largest part of a group in which nobody buys another kind than the first: PP pellets and PVC resin are two purchases, and so are new pallets and
/// broken ones to mend.
fn of_one_kind(index: &Index<'_>, group: &[Partner]) -> Vec<Partner> {
    let buys = |partner: &Partner| index.said.kinds(partner.flow, index.resource_of(partner.flow));
    let used = |partner: &Partner| {
        index.said.looks_for(partner.flow, index.flow(partner.flow).direction)
            && !index.is_guess(partner.flow)
    };
    let with = |first: &Partner| -> Vec<Partner> {
        let (kinds, worn) = (buys(first), used(first));
        group.iter().filter(|other| !buys(other).apart(&kinds) && used(other) == worn).copied().collect()
    };
    // Of equally large ones the one of who comes first.
    group
        .iter()
        .map(with)
        .reduce(|most, next| if next.len() > most.len() { next } else { most })
        .unwrap_or_default()
}

/// Chances that one offers and one seeks.
fn offered_and_sought(index: &Index<'_>, members: &[Member]) -> f64 {
    let of = |role: Role| members.iter().copied().filter(|m| m.role == role).collect::<Vec<_>>();
    enough(index, &of(Role::Owner), 1) * enough(index, &of(Role::Partner), 1)
}

/// Largest distance from the first member, and how near that is by the rule.
fn spread(index: &Index<'_>, members: &[Member], rule: &Sharing) -> (Option<f64>, f64) {
    let first = members[0].site;
    let km = members[1..].iter().filter_map(|m| index.km(first, m.site)).max_by(f64::total_cmp);
    let near = km.map_or(0.5, |km| 1.0 / (1.0 + (km / rule.radius_km.0.mid()).powi(2) / 2.0));
    (km, near)
}
