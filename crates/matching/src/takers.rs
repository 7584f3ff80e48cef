//! Who may take a resource near a place: by a flow of theirs, by their activity, or both.

use crate::Options;
use crate::heat;
use crate::index::{Index, number};
use crate::plausible;
use model::Direction;
use reference::{Hierarchy, Kind, Reach, Tells};

/// Takers looked at for one residue and one way.
const NEAREST: usize = 12;

/// Steps up the catalogue from a residue to what a pathway names: farther, it is a cousin that shares little but a family name.
pub(crate) const CLOSE_KIN: u8 = 2;

/// A way that fewer sites of a trade take is not told of one of them.
const OUTLANDISH: f64 = 0.02;

/// What a pair must reach to be kept, seen from the taker's side.
#[derive(Clone, Copy)]
pub(crate) struct Floor {
    pub(crate) belief: f64,
    pub(crate) score: f64,
    /// Farther than this nobody is worth finding, km.
    pub(crate) within_km: f64,
}

impl Floor {
    pub(crate) const NONE: Self = Self { belief: 0.0, score: 0.0, within_km: f64::INFINITY };
    /// Two signs that confirm each other lift a taker above what either says: look a little below the floor.
    const CONFIRMED: f64 = 0.7;

    /// For a giver of this likelihood.
    pub(crate) fn below(giver: f64, weakest: f64, options: &Options) -> Self {
        let giver = giver.max(f64::MIN_POSITIVE);
        Self {
            belief: Self::CONFIRMED * f64::from(options.least_belief) / giver,
            score: Self::CONFIRMED * weakest / giver,
            ..Self::NONE
        }
    }

    /// How far a taker of at most this likelihood may be, km; `None` when it cannot win even next door.
    fn reach(self, likelihood: f64, reach: Reach) -> Option<f64> {
        if likelihood < self.belief || likelihood < self.score {
            return None;
        }
        let limit = reach.limit_km().min(self.within_km);
        if self.score <= 0.0 {
            return Some(limit);
        }
        Some(limit.min(half_km(reach) * (likelihood / self.score - 1.0)))
    }
}

/// A place a residue could go, before it is known whether somebody takes what comes out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taker {
    pub(crate) site: u32,
    pub(crate) flow: Option<u32>,
    pub(crate) pathway: Option<u32>,
    pub(crate) km: Option<f64>,
    pub(crate) likelihood: f64,
    pub(crate) half_km: f64,
}

/// Everybody near a site who may take a resource: by a flow of theirs, by their activity, or both.
pub(crate) fn takers_at(index: &Index<'_>, giver: u32, resource: usize, floor: Floor) -> Vec<Taker> {
    let mut search = Search { floor, ..Search::of(index, index.point(giver), resource) };
    for &(general, steps) in index.catalogue().ancestors(resource) {
        search.asked(general, index.beliefs.more_general.powi(i32::from(steps)), None);
    }
    let specific =
        index.catalogue().descendants(resource).iter().skip(1).take_while(|(_, steps)| *steps <= 2);
    let specific_fit = if index.resource(resource).kind == Kind::Energy {
        index.beliefs.any_heat
    } else {
        index.beliefs.more_specific
    };
    for &(specific, steps) in specific {
        search.asked(specific, specific_fit.powi(i32::from(steps)), None);
    }
    let near = index.reference.pathways.taking(resource).filter(|(.., steps)| *steps <= CLOSE_KIN);
    for (ix, pathway, steps) in near {
        let fit = index.beliefs.more_general.powi(i32::from(steps));
        search.run(ix, fit);
        // Who shows by what it buys that it runs the pathway is found among those who run it.
        if pathway.is_direct() && pathway.shown_by.is_empty() {
            search.of_the_trade(ix, fit);
        }
    }
    search.takers
}

/// Takers gathered around a place.
pub(crate) struct Search<'i, 'a> {
    pub(crate) index: &'i Index<'a>,
    pub(crate) from: Option<[f64; 3]>,
    pub(crate) floor: Floor,
    /// What is to be placed, as a number of the catalogue.
    pub(crate) offered: usize,
    pub(crate) takers: Vec<Taker>,
}

impl<'i, 'a> Search<'i, 'a> {
    /// A search without a floor.
    pub(crate) fn of(index: &'i Index<'a>, from: Option<[f64; 3]>, offered: usize) -> Self {
        Self { index, from, floor: Floor::NONE, offered, takers: Vec::new() }
    }

    /// Sites that run a pathway.
    fn run(&mut self, pathway: usize, fit: f64) {
        let reach = self.index.reference.pathways.all()[pathway].reach;
        let near = self.index.runners(pathway);
        let Some(limit) = self.floor.reach(fit * near.likeliest(), reach) else { return };
        for (site, km) in near.around(self.from, limit, NEAREST) {
            let likelihood = self.index.runs(site, pathway).unwrap_or_default() * fit;
            let asks = self.index.buys_the_product(site, pathway);
            let flow = asks
                .or_else(|| self.index.seeks_work(site, pathway))
                .or_else(|| self.index.shown_by(site, pathway));
            let way = Some(number(pathway));
            let taker = Taker { site, flow, pathway: way, km, likelihood, half_km: half_km(reach) };
            self.takers.push(taker);
            if heat::is_heat(self.index, self.offered)
                && km.is_some_and(|km| km <= self.index.beliefs.heat_main_km)
            {
                // What it heats with is said beside: that need is what the heat would meet.
                let within = |need: &u32| km.is_some_and(|km| km <= heat::reach_km(self.index, *need));
                let needs = heat::needs(self.index, site).filter(within);
                self.takers.extend(needs.map(|need| Taker { flow: Some(need), ..taker }));
            }
        }
    }

    /// Sites that take in exactly `resource`, declared or estimated.
    fn asked(&mut self, resource: usize, fit: f64, pathway: Option<u32>) {
        let Some(near) = self.index.flows(Direction::TakesIn, resource) else { return };
        let reach = reach_of(self.index.resource(resource).kind);
        let Some(limit) = self.floor.reach(fit * near.likeliest(), reach) else { return };
        let by_main = heat::is_heat(self.index, resource) && heat::is_heat(self.index, self.offered);
        let limit = if by_main { limit.max(self.index.beliefs.heat_main_km) } else { limit };
        for (flow, km) in near.around(self.from, limit, NEAREST) {
            if by_main && km.is_some_and(|km| km > heat::reach_km(self.index, flow)) {
                continue;
            }
            if let Some(site) = self.index.site_of(flow) {
                let fits = match pathway {
                    // The pathway says that the residue stands in for what is bought.
                    Some(_) if !self.index.said.seeks_outlet(flow) => 1.0,
                    Some(_) => 0.0,
                    None => {
                        plausible::wanted(self.index, (site, flow), self.offered)
                            * self.as_named(resource, flow)
                    }
                };
                if fits <= 0.0 {
                    continue;
                }
                let likelihood = f64::from(self.index.given(flow)) * fit * fits;
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

    /// Who asks for something more general, and not for a used one, may mean another kind.
    fn as_named(&self, asked: usize, flow: u32) -> f64 {
        let exactly = asked == self.offered || self.index.resource(asked).kind != Kind::Material;
        if exactly || self.index.said.looks_for(flow, self.index.flow(flow).direction) {
            1.0
        } else {
            self.index.beliefs.another_kind
        }
    }

    /// Sites that take in what a pathway says it replaces, or something more general.
    pub(crate) fn replaced(&mut self, pathway: usize, fit: f64, way: Option<u32>) {
        let index = self.index;
        for &bought in index.replaces(pathway) {
            let near = index.catalogue().ancestors(bought).iter().take_while(|(_, steps)| *steps <= 1);
            for &(general, steps) in near {
                self.asked(
                    general,
                    index.beliefs.replaces * fit * index.beliefs.named_broadly.powi(i32::from(steps)),
                    way,
                );
            }
        }
    }

    /// Sites that take in the thing a product stands in for, or something more general.
    pub(crate) fn stand_in(&mut self, bought: usize) {
        let general = self.index.catalogue().ancestors(bought).iter().take_while(|(_, steps)| *steps <= 1);
        for &(general, steps) in general {
            self.asked(
                general,
                self.index.beliefs.replaces * self.index.beliefs.more_general.powi(i32::from(steps)),
                None,
            );
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
pub(crate) fn reach_of(kind: Kind) -> Reach {
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

/// One taker a site: what it asks for and a pathway of its trade confirm each other when the pathway takes what it asks for.
pub(crate) fn best_per_site(index: &Index<'_>, mut takers: Vec<Taker>) -> Vec<Taker> {
    takers.sort_by(|a, b| a.site.cmp(&b.site).then(b.likelihood.total_cmp(&a.likelihood)));
    takers.chunk_by(|a, b| a.site == b.site).map(|of_site| best(index, of_site)).collect()
}

/// The best of one site's, the likeliest first: what it asks for and how, else what it asks for, else what it does.
fn best(index: &Index<'_>, takers: &[Taker]) -> Taker {
    // Who buys what a process makes may do the process; who asks for the thing itself comes first.
    let makes = |taker: &Taker| {
        let product = taker.pathway.and_then(|ix| index.buys_the_product(taker.site, ix as usize));
        product.is_some() && product == taker.flow
    };
    let asked = takers.iter().find(|taker| taker.flow.is_some() && !makes(taker));
    let Some(asked) = asked else { return takers[0] };
    // A way it shows by something else it says (work it looks for) is as good a sign as its trade.
    let coherent = |taker: &&Taker| {
        taker.flow != asked.flow && taker.likelihood >= OUTLANDISH && uses(index, taker.pathway, asked.flow)
    };
    let wish = |taker: &Taker| {
        taker.likelihood * wish(index, taker.pathway) * as_worded(index, taker.pathway, asked.flow)
    };
    match takers.iter().filter(coherent).max_by(|a, b| wish(a).total_cmp(&wish(b))) {
        // What it says itself and what its activity says are two signs; two flows are one.
        Some(done) => Taker {
            likelihood: 1.0 - (1.0 - asked.likelihood) * (1.0 - done.likelihood),
            pathway: asked.pathway.or(done.pathway),
            // A heat network reaches farther than a pipe to a neighbour.
            half_km: asked.half_km.max(done.half_km),
            ..*asked
        },
        None if asked.likelihood >= takers[0].likelihood => *asked,
        None => takers[0],
    }
}

/// Who asks for windows to be taken apart takes them apart: of several ways the one that does what its words say counts double.
fn as_worded(index: &Index<'_>, pathway: Option<u32>, need: Option<u32>) -> f64 {
    const KINDS: [Tells; 3] = [Tells::TakingApart, Tells::Sorting, Tells::Mending];
    let Some((pathway, need)) = pathway.zip(need) else { return 1.0 };
    let (way, words) = (&index.reference.pathways.all()[pathway as usize].fr, &index.flow(need).wording);
    let says = |text: &str, kind: Tells| index.reference.sense.says(text, kind);
    if KINDS.into_iter().any(|kind| says(way, kind) && says(words, kind)) { 2.0 } else { 1.0 }
}

/// The waste hierarchy: of several ways of one site the higher is told.
fn wish(index: &Index<'_>, pathway: Option<u32>) -> f64 {
    match pathway.map(|ix| index.reference.pathways.all()[ix as usize].hierarchy) {
        Some(Hierarchy::Prevention | Hierarchy::Reuse) => 1.2,
        None | Some(Hierarchy::Recycling) => 1.0,
        Some(Hierarchy::Recovery | Hierarchy::Energy) => 0.8,
        Some(Hierarchy::Disposal) => 0.3,
    }
}

/// The pathway takes what the flow asks for, or stands in for it. Heat asked for in general may be of any sort; who says that it buys « ferrailles et
/// métaux » buys scrap iron.
fn uses(index: &Index<'_>, pathway: Option<u32>, flow: Option<u32>) -> bool {
    let resource = flow.and_then(|flow| index.resource_of(flow));
    let Some((pathway, asked)) = pathway.zip(resource) else { return false };
    let pathway = pathway as usize;
    let catalogue = index.catalogue();
    let is_a = |a: usize, b: usize| catalogue.steps_up(a, b).is_some();
    let any_sort = index.resource(asked).kind == Kind::Energy;
    let said = flow.is_some_and(|flow| !index.is_guess(flow));
    let a_kind_of = |input: usize| catalogue.steps_up(input, asked) == Some(1);
    let takes =
        |input: usize| is_a(asked, input) || (any_sort && is_a(input, asked)) || (said && a_kind_of(input));
    index.inputs(pathway).iter().any(|&input| takes(input))
        || index.replaces(pathway).iter().any(|&bought| is_a(asked, bought) || is_a(bought, asked))
}
