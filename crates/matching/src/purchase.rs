//! Ordinary local purchases: what one sells is what a neighbour buys or looks for. They succeed more often than waste exchanges.

use crate::Options;
use crate::candidate::{Candidate, Member, nearness, single};
use crate::gather::{Keep, gather_again};
use crate::heat;
use crate::index::{Index, number};
use crate::plausible;
use model::{Direction, LeadKind, Role};
use reference::{Form, Kind};
use std::collections::HashSet;

/// « Local », km.
const LOCAL_KM: f64 = 40.0;
/// The distance at which half the interest is left, km.
const HALF_KM: f64 = 15.0;
/// Sellers looked at for one purchase.
const NEAREST: usize = 4;
/// Proposals kept for one purchase.
const KEPT: usize = 2;
/// Marks another kind of the same parent, which counts as one step.
const SIBLING: u8 = 3;

/// Candidates of all purchases and needs that are not below a floor.
pub(crate) fn find(
    index: &Index<'_>,
    options: &Options,
    floor: f32,
    reached: &mut Option<f32>,
) -> Vec<Candidate> {
    let mut wanted = index.flows_by_site(Direction::TakesIn);
    for (all, needs) in wanted.iter_mut().zip(index.flows_by_site(Direction::Needs)) {
        all.extend(needs);
    }
    let of_site = |flows: &[u32], floor: f32| {
        let mut found: Vec<_> = flows.iter().flat_map(|&flow| sellers(index, flow, floor)).collect();
        found.sort_by(Candidate::best_first);
        found.truncate(options.per_site);
        found
    };
    gather_again(&wanted, Keep { most: options.total, floor }, reached, of_site).0
}

fn sellers(index: &Index<'_>, wanted: u32, floor: f32) -> Vec<Candidate> {
    let (Some(buyer), Some(resource)) = (index.site_of(wanted), index.resource_of(wanted)) else {
        return Vec::new();
    };
    let kinds = index.said.kinds(wanted, Some(resource));
    let apart =
        |offer: u32, sold: usize| !kinds.is_silent() && index.said.kinds(offer, Some(sold)).apart(&kinds);
    let mut found = Vec::new();
    for (sold, steps) in names(index, resource, wanted) {
        let Some(near) = index.flows(Direction::Sells, sold) else { continue };
        let at_best = f64::from(index.given(wanted)) * near.likeliest();
        let Some(limit) = worth_km(at_best, f64::from(floor)) else { continue };
        for (offer, km) in near.around(index.point(buyer), limit, NEAREST) {
            // Prohibitions speak of residues: caustic soda sold to a dairy is a product like any other.
            let seller = index.site_of(offer).filter(|seller| !index.same_actor(*seller, buyer));
            if heat::is_heat(index, sold) && km.is_some_and(|km| km > heat::reach_km(index, wanted)) {
                continue;
            }
            let fits = seller.filter(|_| !apart(offer, sold));
            found.extend(
                fits.map(|seller| candidate(index, (seller, offer), (buyer, wanted), sold, km, steps)),
            );
        }
    }
    found.retain(|candidate| candidate.score >= floor);
    found.sort_by(Candidate::best_first);
    let mut sellers = HashSet::new();
    found.retain(|candidate| sellers.insert(candidate.members[0].site));
    found.truncate(KEPT);
    found
}

/// How far a purchase that is this likely next door reaches before it falls below a floor, km; `None` when it is below at once.
fn worth_km(at_best: f64, floor: f64) -> Option<f64> {
    /// Scores are kept in single precision.
    const ROUNDING: f64 = 1.000_001;
    let at_best = at_best * ROUNDING;
    let left = (floor > 0.0).then(|| HALF_KM * (at_best / floor - 1.0));
    (at_best >= floor).then(|| left.map_or(LOCAL_KM, |km| km.min(LOCAL_KM)))
}

/// What sellers may call it: the same, something more specific, or, when somebody asks for it in words of their own, another kind of the same parent:
/// « plaquettes » are sold as chips and as shredded wood.
fn names(index: &Index<'_>, resource: usize, wanted: u32) -> Vec<(usize, u8)> {
    let catalogue = index.catalogue();
    let mut names: Vec<(usize, u8)> =
        catalogue.descendants(resource).iter().take_while(|(_, steps)| *steps <= 2).copied().collect();
    if index.is_guess(wanted) {
        return names;
    }
    if index.resource(resource).form == Form::Heat {
        names.extend(other_heat(index, resource));
    }
    if index.resource(resource).kind != Kind::Material {
        return names;
    }
    let parents = catalogue.ancestors(resource).iter().filter(|(_, steps)| *steps == 1);
    // A root names a whole trade: its kinds have too little in common.
    let parents = parents.filter(|(parent, _)| catalogue.ancestors(*parent).len() > 1);
    for &(parent, _) in parents {
        let siblings = catalogue.descendants(parent).iter().filter(|(_, steps)| *steps == 1);
        let new: Vec<usize> =
            siblings.map(|(ix, _)| *ix).filter(|ix| names.iter().all(|(known, _)| known != ix)).collect();
        names.extend(new.into_iter().map(|ix| (ix, SIBLING)));
    }
    names
}

/// Heat of another sort is brought to what is asked for: a greenhouse buys from a network.
fn other_heat(index: &Index<'_>, resource: usize) -> Vec<(usize, u8)> {
    let catalogue = index.catalogue();
    let is_heat = |ix: usize| index.resource(ix).form == Form::Heat;
    let general =
        catalogue.ancestors(resource).iter().filter(|(ix, _)| is_heat(*ix)).max_by_key(|(_, steps)| *steps);
    let Some(&(general, _)) = general else { return Vec::new() };
    let sorts = catalogue.descendants(general).iter().map(|(ix, _)| *ix);
    sorts.filter(|ix| is_heat(*ix) && catalogue.steps_up(*ix, resource).is_none()).map(|ix| (ix, 1)).collect()
}

/// What is sold is a thing one can buy: hours of work are no film, and what a recovery firm sells is used.
fn goods(index: &Index<'_>, (seller, offer): (u32, u32), (buyer, wanted): (u32, u32), sold: usize) -> f64 {
    if index.resource(sold).kind != Kind::Material {
        return 1.0;
    }
    if is_work(index.flow(offer)) {
        return 0.0;
    }
    let recovers = index.is_insertion(seller)
        || index.classes(seller).iter().any(|class| class.starts_with("38") || class == "46.77");
    if recovers { plausible::wanted(index, (buyer, wanted), sold) } else { 1.0 }
}

/// « Légumes épluchés » are better met by who sells « légumes épluchés » than by who sells « légumes bruts »: the share of the buyer's words that the
/// seller says too. A guess has no words.
fn same_words(index: &Index<'_>, offer: u32, wanted: u32) -> f64 {
    let other_words = index.beliefs.other_words;
    let (offer, wanted) = (index.flow(offer), index.flow(wanted));
    if offer.wording.is_empty() {
        return 1.0;
    }
    let share = index.reference.sense.share_of_words(&wanted.wording, &offer.wording);
    share.map_or(1.0, |share| other_words + (1.0 - other_words) * share)
}

/// Counted in hours or posts.
fn is_work(flow: &model::Flow) -> bool {
    let Some(quantity) = &*flow.quantity else { return false };
    let counted_in = |unit: &str| unit.parse().is_ok_and(|unit| quantity.to(&unit).is_ok());
    ["h/year", "FTE"].into_iter().any(counted_in)
}

fn candidate(
    index: &Index<'_>,
    (seller, offer): (u32, u32),
    (buyer, wanted): (u32, u32),
    sold: usize,
    km: Option<f64>,
    steps: u8,
) -> Candidate {
    let guessed = [offer, wanted].iter().all(|&flow| index.is_guess(flow));
    // Heat is heat, whatever each calls it.
    let heat = index.resource(sold).form == Form::Heat;
    let words = if heat { 1.0 } else { same_words(index, offer, wanted) };
    // Two kinds of a parent meet only by the words people use for both.
    let meet = steps < SIBLING || (words > 0.8 && !index.flow(offer).wording.is_empty());
    let steps = if steps == SIBLING { 1 } else { steps };
    let fit = index.beliefs.sold_step.powi(i32::from(steps))
        * if guessed { index.beliefs.both_guessed } else { 1.0 }
        * f64::from(u8::from(meet));
    let (offers, wants) = (index.given(offer), index.given(wanted));
    let belief = f64::from(offers)
        * f64::from(wants)
        * fit
        * goods(index, (seller, offer), (buyer, wanted), sold)
        * words;
    Candidate {
        kind: LeadKind::LocalPurchase,
        resource: number(sold),
        rule: None,
        members: vec![
            Member { site: seller, role: Role::Giver, flow: Some(offer), likelihood: offers },
            Member { site: buyer, role: Role::Taker, flow: Some(wanted), likelihood: wants },
        ],
        ways: Vec::new(),
        km,
        belief: single(belief),
        score: single(belief * nearness(km, HALF_KM)),
    }
}
