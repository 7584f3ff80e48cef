//! Ordinary local purchases: what one sells is what a neighbour buys or looks for. They succeed more often than waste exchanges.

use crate::Options;
use crate::candidate::{Candidate, Member, nearness, single};
use crate::index::{Index, guessed, number};
use crate::plausible;
use crate::takers::given;
use model::{Direction, LeadKind, Role};
use rayon::prelude::*;
use reference::Kind;
use std::collections::HashSet;

/// « Local », km.
const LOCAL_KM: f64 = 40.0;
/// The distance at which half the interest is left, km.
const HALF_KM: f64 = 15.0;
/// Sellers looked at for one purchase.
const NEAREST: usize = 4;
/// Proposals kept for one purchase.
const KEPT: usize = 2;
/// Belief kept for each is-a step between what is sought and what is sold.
const PER_STEP: f64 = 0.8;
/// Interest left when neither side has said anything: firms know their ordinary suppliers better than a profile does.
const BOTH_GUESSED: f64 = 0.3;

/// Candidates of all purchases and needs.
pub(crate) fn find(index: &Index<'_>, options: &Options) -> Vec<Candidate> {
    let mut wanted = index.flows_by_site(Direction::TakesIn);
    for (all, needs) in wanted.iter_mut().zip(index.flows_by_site(Direction::Needs)) {
        all.extend(needs);
    }
    wanted
        .par_iter()
        .flat_map_iter(|flows| {
            let mut found: Vec<_> = flows.iter().flat_map(|&flow| sellers(index, flow)).collect();
            found.sort_by(Candidate::best_first);
            found.truncate(options.per_site);
            found
        })
        .collect()
}

fn sellers(index: &Index<'_>, wanted: u32) -> Vec<Candidate> {
    let (Some(buyer), Some(resource)) = (index.site_of(wanted), index.resource_of(wanted)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for &(sold, steps) in index.catalogue().descendants(resource).iter().take_while(|(_, steps)| *steps <= 2)
    {
        let Some(near) = index.flows(Direction::Sells, sold) else { continue };
        for (offer, km) in near.around(index.point(buyer), LOCAL_KM, NEAREST) {
            // Prohibitions speak of residues: caustic soda sold to a dairy is a product like any other.
            let fits = index.site_of(offer).filter(|seller| !index.same_actor(*seller, buyer));
            found.extend(
                fits.map(|seller| candidate(index, (seller, offer), (buyer, wanted), sold, km, steps)),
            );
        }
    }
    found.sort_by(Candidate::best_first);
    let mut sellers = HashSet::new();
    found.retain(|candidate| sellers.insert(candidate.members[0].site));
    found.truncate(KEPT);
    found
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

/// Counted in hours or posts.
fn is_work(flow: &model::Flow) -> bool {
    let counted_in = |unit: &str| {
        let unit = unit.parse::<units::Unit>().ok();
        flow.quantity.as_ref().zip(unit).is_some_and(|(quantity, unit)| quantity.to(&unit).is_ok())
    };
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
    let guessed = [offer, wanted].iter().all(|&flow| guessed(index.flow(flow)));
    let fit = PER_STEP.powi(i32::from(steps)) * if guessed { BOTH_GUESSED } else { 1.0 };
    let (offers, wants) = (given(index, offer), given(index, wanted));
    let belief =
        f64::from(offers) * f64::from(wants) * fit * goods(index, (seller, offer), (buyer, wanted), sold);
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
