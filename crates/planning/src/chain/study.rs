//! From the question to the answer and back into the field's words: what opens, who supplies, money, posts, who gains.

use super::barred::barred;
use super::explain::opened;
use super::front::{Found, beats, front};
use super::instance::Aims;
pub use super::opened::{Co2, Line, Opened, PassedOver, SplitLines, Study, Taker};
use super::promise::Promise;
use super::risk::median;
use super::{Caution, Chain, Choice, Spot, Supply};
use crate::draws::Aim;
use crate::instance::{Answer, Instance, Weights};
use crate::solve::Status;
use crate::{Problem, Settings, Watch, solve, verify};
use chrono::NaiveDate;
use model::FlowId;
use reference::{Plant, Reference};

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
    let instance = chain.question(&asked.aims, asked.plant.storable);
    let answer = answer(&instance, &asked.settings, watch);
    let (found, finished) = front(chain, asked, watch);
    let front = Front { found, finished };
    let (answer, passed_over) = steadiest(chain, asked, &instance, answer, &front);
    let all = with_own(front.choices(), own(&instance, &answer));
    let opens = front.found.iter().find(|found| answer.open.is_empty() && !found.choice.open.is_empty());
    let cheapest = opens.map(|found| Box::new(chosen(chain, asked, found, all.clone()).1));
    let barred = if answer.open.is_empty() { barred(chain, asked, watch) } else { Vec::new() };
    (Study { barred, cheapest, passed_over, ..explained(chain, asked, &instance, answer, all, None) }, front)
}

/// Of the plans made for euros alone the one whose median is best: best at the middle of every range is not best in most years, for a cost that
/// may triple and a saving that may not are no even bet. The bound stays that of the middle values. What was chosen for CO2 or hours stays.
fn steadiest(
    chain: &Chain,
    asked: &Asked<'_>,
    instance: &Instance,
    answer: Answer,
    front: &Front,
) -> (Answer, Option<PassedOver>) {
    if answer.open.is_empty() || instance.weights.unwrap_or_default() != Weights::default() {
        return (answer, None);
    }
    let p50 = |answer: &Answer| {
        let promise = Promise::of(instance, answer, false, &asked.settings);
        median(chain, asked, &answer.open, &promise)
    };
    let first = p50(&answer);
    let other = |found: &&Found| for_euros(&found.choice) && found.choice.open != answer.open;
    let others =
        front.found.iter().filter(other).filter_map(|found| Some((p50(&found.answer)?, &found.answer)));
    let best = others
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(p50, _)| first.is_none_or(|first| *p50 > first + 1.0));
    let Some(((_, best), most, mine)) =
        best.zip(answer.objective).and_then(|(best, most)| Some((best, most, best.1.objective?)))
    else {
        return (answer, None);
    };
    let bound = answer.bound;
    let gap = bound.map(|bound| (bound - mine) / mine.abs().max(1.0));
    let chosen = Answer { status: Status::Feasible, bound, gap, ..best.clone() };
    (chosen, Some(PassedOver { more: most - mine, p50: first }))
}

/// True for a plan that opens something, found for euros alone.
fn for_euros(choice: &Choice) -> bool {
    choice.floor.is_none() && choice.weights == Weights::default() && !choice.open.is_empty()
}

/// The place of the plan to begin with among plans that were studied: the best median of those made for euros alone; the first when none is.
pub fn advised(plans: &[(Choice, Study)]) -> usize {
    let p50 = |study: &Study| study.risk.as_ref().and_then(|risk| risk.p50);
    let made = plans.iter().enumerate().filter(|(_, (choice, _))| for_euros(choice));
    let best = made.filter_map(|(ix, (_, study))| Some((ix, p50(study)?)));
    best.reduce(|best, next| if next.1 > best.1 + 1.0 { next } else { best }).map_or(0, |(ix, _)| ix)
}

/// The plan itself as one of the choices.
fn own(instance: &Instance, answer: &Answer) -> Choice {
    let totals = crate::draws::totals(instance, &answer.open, &answer.flows);
    Choice::of(instance.weights.unwrap_or_default(), None, totals, answer.open.clone(), &answer.flows)
}

/// The front with the plan in the place of the one that was found for the same weights, less finely; other plants that it does not beat stay.
fn with_own(mut all: Vec<Choice>, own: Choice) -> Vec<Choice> {
    let other = |choice: &Choice| choice.open != own.open && !beats(&own.totals, &choice.totals);
    all.retain(|choice| choice.floor.is_some() || choice.weights != own.weights || other(choice));
    all.push(own);
    all.sort_by(|a, b| b.totals.eur.total_cmp(&a.totals.eur));
    all
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
        first.barred = barred(chain, asked, watch);
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
    let instance = chain.question(&aims, asked.plant.storable);
    let asked = Asked { aims, ..*asked };
    (choice.clone(), explained(chain, &asked, &instance, answer.clone(), all, choice.floor))
}

pub(super) fn explained(
    chain: &Chain,
    asked: &Asked<'_>,
    instance: &Instance,
    answer: Answer,
    front: Vec<Choice>,
    floor: Option<(Aim, f64)>,
) -> Study {
    let mut missing = Vec::new();
    let opened: Vec<Opened> = answer
        .open
        .iter()
        .filter_map(|id| opened(chain, asked, instance, &answer, id, &mut missing))
        .collect();
    let taken: f64 = answer.flows.iter().map(|flow| flow.t).sum();
    let promise = Promise::of(instance, &answer, floor.is_some(), &asked.settings);
    missing.sort();
    missing.dedup();
    Study {
        plant: chain.plant.clone(),
        totals: crate::draws::totals(instance, &answer.open, &answer.flows),
        barred: Vec::new(),
        weights: instance.weights.unwrap_or_default(),
        floor,
        cheapest: None,
        front,
        passed_over: None,
        risk: super::risk::risk(chain, asked, &opened, &answer.open, &promise),
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
