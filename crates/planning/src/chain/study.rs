//! From the question to the answer and back into the field's words: what opens, who supplies, money, posts, who gains.

use super::collection::collection;
use super::economics::{Intake, storage};
use super::front::{Found, front};
use super::instance::{Aims, Pick};
use super::jobs::{posts, staffing};
pub use super::opened::{Co2, Line, Opened, SplitLines, Study, Taker};
use super::partners::{Brings, Split, split};
use super::parts::{as_asked_for, co2, gathered, suppliers, taken, takers};
use super::permits::permits;
use super::{Caution, Chain, Choice, Spot, Supply};
use crate::instance::{Answer, FlowLine, Instance};
use crate::{Problem, Settings, Watch, solve, verify};
use chrono::NaiveDate;
use model::{FlowId, SiteId};
use reference::{Missing, Plant, Reference};
use std::collections::BTreeMap;
use units::Range;

/// What is asked beside the question itself.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The plant's description.
    pub plant: &'a Plant,
    /// Figures.
    pub reference: &'a Reference,
    /// Their day.
    pub day: NaiveDate,
    /// What counts how much.
    pub aims: Aims,
    /// Of the search.
    pub settings: Settings,
    /// How bad years weigh, where that is asked.
    pub caution: Caution,
}

/// Solves the question at the middle of every range, verifies the plan and says what it means.
pub fn study(chain: &Chain, asked: &Asked<'_>, watch: &mut dyn Watch) -> Study {
    with_front(chain, asked, watch).0
}

/// The study, and the plans that its front found; whether the front was tried to its end.
pub fn with_front(chain: &Chain, asked: &Asked<'_>, watch: &mut dyn Watch) -> (Study, Front) {
    let instance = chain.instance(&asked.aims, asked.plant.storable, &mut Pick::middle());
    let answer = answer(&instance, &asked.settings, watch);
    let (found, finished) = front(chain, asked, watch);
    let front = Front { found, finished };
    let all = front.choices();
    let opens = front.found.iter().find(|found| answer.open.is_empty() && !found.choice.open.is_empty());
    let cheapest = opens.map(|found| Box::new(chosen(chain, asked, found, all.clone()).1));
    (Study { cheapest, ..explained(chain, asked, &instance, answer, all) }, front)
}

/// The plans worth choosing, as they were found.
pub struct Front {
    found: Vec<Found>,
    /// False when the search was ended before all weights were tried.
    pub finished: bool,
}

impl Front {
    fn choices(&self) -> Vec<Choice> {
        self.found.iter().map(|found| found.choice.clone()).collect()
    }

    /// Each with all it means, most euros first.
    pub fn plans(&self, chain: &Chain, asked: &Asked<'_>) -> Vec<(Choice, Study)> {
        self.found.iter().map(|found| chosen(chain, asked, found, self.choices())).collect()
    }
}

/// The plans worth choosing, each with all it means, most euros first; false when the search was ended before all weights were tried.
pub fn plans(chain: &Chain, asked: &Asked<'_>, watch: &mut dyn Watch) -> (Vec<(Choice, Study)>, bool) {
    let (found, finished) = front(chain, asked, watch);
    let mut plans = Front { found, finished }.plans(chain, asked);
    let opens = plans.iter().find(|(choice, _)| !choice.open.is_empty()).map(|(_, study)| study.clone());
    if let Some((_, first)) = plans.first_mut().filter(|(choice, _)| choice.open.is_empty()) {
        first.cheapest = opens.map(Box::new);
    }
    (plans, finished)
}

/// A plan of the front with all it means.
fn chosen(
    chain: &Chain,
    asked: &Asked<'_>,
    Found { choice, answer }: &Found,
    all: Vec<Choice>,
) -> (Choice, Study) {
    let aims = Aims { weights: choice.weights, ..asked.aims };
    let instance = chain.instance(&aims, asked.plant.storable, &mut Pick::middle());
    let study = explained(chain, &Asked { aims, ..*asked }, &instance, answer.clone(), all);
    (choice.clone(), study)
}

pub(super) fn explained(
    chain: &Chain,
    asked: &Asked<'_>,
    instance: &Instance,
    answer: Answer,
    front: Vec<Choice>,
) -> Study {
    let mut missing = Vec::new();
    let opened: Vec<Opened> = answer
        .open
        .iter()
        .filter_map(|id| opened(chain, asked, instance, &answer, id, &mut missing))
        .collect();
    let taken: f64 = answer.flows.iter().map(|flow| flow.t).sum();
    missing.sort();
    missing.dedup();
    Study {
        plant: chain.plant.clone(),
        totals: crate::draws::totals(instance, &answer.open, &answer.flows),
        cheapest: None,
        front,
        risk: super::risk::risk(chain, asked, &opened, &answer.open),
        opened,
        left: (chain.offered() - taken).max(0.0),
        unknown_costs: chain.supplies.iter().filter(|supply| supply.cost_today.is_none()).count(),
        co2_known: instance.co2_unsaid().next().is_none(),
        missing,
        answer,
    }
}

/// The solver's answer with its verdict.
pub fn answer(instance: &Instance, settings: &Settings, watch: &mut dyn Watch) -> Answer {
    let problem = Problem::new(instance);
    let outcome = solve(&problem, settings, watch);
    verified(Answer::of(instance, &problem, &outcome, 0.0), instance)
}

/// An answer recomputed from its flows, without the solver.
pub(super) fn verified(mut answer: Answer, instance: &Instance) -> Answer {
    if let Some(objective) = answer.objective {
        let verdict = verify(instance, &answer.open, &answer.flows, objective);
        answer.verified = verdict.broken.is_empty();
        answer.objective = Some(verdict.objective);
        answer.why.extend(
            verdict.broken.iter().map(|b| format!("{}: {}: {} / {}", b.limit, b.who, b.has, b.allowed)),
        );
    }
    answer
}

fn opened(
    chain: &Chain,
    asked: &Asked<'_>,
    instance: &Instance,
    answer: &Answer,
    id: &str,
    missing: &mut Vec<String>,
) -> Option<Opened> {
    let (spot, size) = chain.option(id)?;
    let flows: Vec<&FlowLine> = answer.flows.iter().filter(|flow| flow.option == id).collect();
    let suppliers = suppliers(chain, spot, &flows);
    let taken = if asked.plant.storable && !chain.outlets.is_empty() {
        as_asked_for(chain, spot, &suppliers)
    } else {
        taken(instance, &flows)
    };
    let rate = chain.costs.output.mid();
    let input: f64 = taken.iter().sum();
    // Each supply yields its own output; the mean holds for the plant, the difference is in what each supply is worth.
    let output =
        suppliers.iter().filter_map(|line| Some(line.input * chain.supply(&line.flow)?.output.mid())).sum();
    let haul = suppliers.iter().map(|line| line.input * line.haul).sum();
    let avoided = suppliers.iter().filter_map(|line| Some(line.input * line.cost_today?.mid())).sum();
    let gathered = gathered(chain, &suppliers);
    let storage = if asked.plant.storable { storage(&gathered, &taken) } else { 0.0 };
    let intake = Intake {
        months: taken,
        output,
        haul,
        storage,
        network: chain.trench_eur(spot),
        price: chain.price(spot).0,
        avoided,
    };
    let money = chain.economics(size, &intake);
    let posts = posts(asked.plant, chain, size, input);
    let (staffing, gaps) = staffing(asked.reference, asked.day, &posts, chain.costs.supervision);
    missing.extend(gaps.iter().map(Missing::to_string));
    let terms = chain.terms(size, &money, dearer(chain, asked, size.by_hand, missing), asked.aims.grant);
    let brings = by_site(chain, spot, &suppliers);
    Some(Opened {
        site: spot.site.clone(),
        why: spot.why,
        size: size.size,
        by_hand: size.by_hand,
        gathered,
        used: taken,
        demand: (!chain.outlets.is_empty()).then(|| chain.demand(spot)),
        co2: co2(chain, asked, spot, &suppliers, missing),
        collection: collection(chain, asked, &spot.site, &suppliers, missing),
        takers: takers(chain, spot, output),
        trench_km: spot.trench_km,
        split: split(&brings, &terms).ok().map(lines),
        permits: permits(chain, asked, size, &suppliers, missing),
        money,
        posts,
        staffing,
        suppliers,
    })
    .filter(|_| rate > 0.0)
}

impl Chain {
    /// Input units a year that all supplies together could bring.
    pub fn offered(&self) -> f64 {
        self.supplies.iter().map(|supply| supply.amount.mid()).sum()
    }

    /// Input units a year below which not even the smallest size runs.
    pub fn least(&self) -> f64 {
        let least = |size: &super::SizeCost| size.capacity.mid() * self.costs.min_load.mid();
        self.costs.sizes.iter().map(least).fold(f64::INFINITY, f64::min)
    }

    /// The sites that are weighed, each with the widest of its networks.
    pub fn weighed(&self) -> Vec<&Spot> {
        let widest =
            |(ix, spot): &(usize, &Spot)| self.spots.get(ix + 1).is_none_or(|next| next.site != spot.site);
        self.spots.iter().enumerate().filter(widest).map(|(_, spot)| spot).collect()
    }

    /// The supply of a flow.
    pub fn supply(&self, flow: &FlowId) -> Option<&Supply> {
        self.supplies.iter().find(|supply| supply.flow == *flow)
    }

    /// Input units of the mean matter that one of a supply fills the plant like; 1 where a plant is sized by what it takes in.
    pub fn strength(&self, supply: &Supply) -> f64 {
        let mean = self.costs.output.mid();
        if self.costs.by_output && mean > 0.0 { supply.output.mid() / mean } else { 1.0 }
    }
}

/// What each site brings with all its flows: what it stops paying and what its output sells for, less haulage, EUR a year.
fn by_site(chain: &Chain, spot: &Spot, lines: &[Line]) -> Vec<Brings> {
    let price = chain.price(spot).0;
    let mut sites: BTreeMap<&SiteId, Brings> = BTreeMap::new();
    for line in lines {
        let Some(supply) = chain.supply(&line.flow) else { continue };
        let sold = supply.output.mid() * price;
        let each = line.cost_today.map_or(0.0, Range::mid) + sold - line.haul;
        let none = Brings { who: Vec::new(), input: 0.0, load: 0.0, worth: 0.0 };
        let site = sites.entry(&line.site).or_insert(none);
        site.who.push(line.flow.to_string());
        site.input += line.input;
        site.load += line.input * chain.strength(supply);
        site.worth += each * line.input;
    }
    sites.into_values().collect()
}

/// What the insertion hours of one input unit would cost more with ordinary operators.
fn dearer(chain: &Chain, asked: &Asked<'_>, by_hand: bool, missing: &mut Vec<String>) -> f64 {
    let operator = match asked.reference.figures.on("work.cost-hour.operator", asked.day) {
        Ok(figure) => figure.value.range.mid(),
        Err(why) => {
            missing.push(why.to_string());
            return 0.0;
        }
    };
    let posts = chain.costs.work(by_hand).into_iter().filter(|post| post.insertion);
    posts.map(|post| post.hours.mid() * (operator - post.cost.mid()).max(0.0)).sum()
}

fn lines(split: Split) -> SplitLines {
    let nucleolus = split.nucleolus;
    let of = |ix: usize| nucleolus.as_ref().and_then(|shares| shares.get(ix)).copied();
    let lines = split.players.into_iter().zip(split.shapley).enumerate();
    SplitLines {
        total: split.total,
        grant: split.grant,
        lines: lines.map(|(ix, (player, share))| (player, share, of(ix))).collect(),
        epsilon: split.core.map(|core| core.epsilon),
        leaves: split.leaves,
    }
}
