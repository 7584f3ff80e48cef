//! Good sense about takers: does one who buys the thing want it used, and is a site large enough for what it would be given?

use crate::index::{Index, likelihood};
use model::{Direction, Flow};
use reference::{Hazard, Kind};

/// Chances that a site which takes in a thing would take it as a residue, beside the chances that it takes it at all.
///
/// A firm whose trade uses the residue does, and so does who asks for it used or looks for it. Others buy it new: a laundry that buys film
/// does not buy bales of used film.
pub(crate) fn wanted(index: &Index<'_>, (site, flow): (u32, u32), offered: usize) -> f64 {
    let bought = index.flow(flow);
    if index.said.seeks_outlet(flow) {
        return 0.0;
    }
    let thing = index.resource(offered);
    // What bears no waste code is a product, and a product is what one buys.
    let residue = thing.kind == Kind::Material && !thing.codes.is_empty();
    let product_alike = thing.hazard == Hazard::Yes;
    if !residue || index.said.looks_for(flow, bought.direction) {
        return 1.0;
    }
    match (index.is_guess(flow), !product_alike && by_trade(index, site, offered)) {
        (false, true) => 1.0,
        (false, false) => index.beliefs.buys_new,
        (true, true) => index.beliefs.guessed_by_trade,
        (true, false) => index.beliefs.guessed_to_buy,
    }
}

/// The trade of the site uses the resource or something more general: it runs a pathway that takes it, or takes it by habit.
fn by_trade(index: &Index<'_>, site: u32, resource: usize) -> bool {
    index.trades.uses(site, resource, || works_out_by_trade(index, site, resource))
}

/// Like [`Index::works_out_runs`], it must not read of a silent site more than its classes.
pub(crate) fn works_out_by_trade(index: &Index<'_>, site: u32, resource: usize) -> bool {
    let reference = index.reference;
    let runs = |ix: usize| index.runs(site, ix).is_some_and(|p| p >= index.beliefs.usual);
    let habit = |ancestor: usize| {
        let takers = reference.habits.takers(ancestor);
        let left = index.left_by_name(site, &[ancestor]);
        takers.iter().any(|r| {
            r.p * left >= index.beliefs.usual && index.classes(site).iter().any(|c| c.starts_with(&r.naf))
        })
    };
    reference.pathways.taking(resource).any(|(ix, _, _)| runs(ix))
        || index.catalogue().ancestors(resource).iter().any(|&(ancestor, _)| habit(ancestor))
}

/// How much of a residue a site could handle, 0–1; 1 when nothing is known. What it says it takes of the thing decides elsewhere.
pub(crate) fn capacity(index: &Index<'_>, flow: u32, taker: u32, pathway: Option<u32>) -> f64 {
    let tonnes = index.flow(flow).tonnes.map(units::Range::mid);
    let (Some(tonnes), Some(limit)) = (tonnes.filter(|t| *t > 0.0), largest(index, taker, pathway)) else {
        return 1.0;
    };
    (limit / tonnes).min(1.0)
}

/// Tonnes per year beyond which a site of its size would have to become another firm: its largest known stream, or what its people could
/// handle. `None` when neither is known.
fn largest(index: &Index<'_>, site: u32, pathway: Option<u32>) -> Option<f64> {
    let by_hand = pathway.is_some_and(|ix| index.reference.pathways.all()[ix as usize].insertion);
    let each =
        if by_hand && index.is_insertion(site) { index.beliefs.by_hand } else { index.beliefs.by_plant };
    let people = index.site(site).headcount.as_ref().map(|headcount| headcount.people.mid() * each);
    people.into_iter().chain(index.stream(site)).reduce(f64::max)
}

/// The largest stream in tonnes that each site has declared to take in, look for or sell. What a register shows it received is the least it can take,
/// not the most.
pub(crate) fn streams(flows: &[Flow], site_of_flow: &[u32], sites: usize) -> Vec<Option<f64>> {
    let mut streams: Vec<Option<f64>> = vec![None; sites];
    let counts = |direction| matches!(direction, Direction::TakesIn | Direction::Needs | Direction::Sells);
    for (flow, &site) in flows.iter().zip(site_of_flow).filter(|(_, site)| **site != u32::MAX) {
        if !flow.is_guess() && !flow.is_received() && counts(flow.direction) && likelihood(flow) > 0.0 {
            let tonnes = flow.tonnes.map(units::Range::mid);
            let known = &mut streams[site as usize];
            *known = known.iter().copied().chain(tonnes).reduce(f64::max);
        }
    }
    streams
}
