//! From the question to the answer and back into the field's words: what opens, who supplies, money, posts, who gains.

use super::collection::{Collection, collection};
use super::economics::{Economics, Intake, storage};
use super::front::{Found, choices, front};
use super::instance::{Aims, Pick};
use super::jobs::{Posts, Staffing, posts, staffing};
use super::partners::{Brings, Split, split};
use super::parts::{co2, gathered, suppliers, taken, takers};
use super::{Chain, Choice, Months, Supply};
use crate::instance::{Answer, FlowLine, Instance, flow_lines};
use crate::{Problem, Settings, Watch, solve, verify};
use chrono::NaiveDate;
use model::{FlowId, SiteId};
use reference::{Missing, Plant, Reference};
use std::collections::BTreeMap;
use units::Range;

/// What a supplier brings to an open plant.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Line {
    /// Which flow.
    pub flow: FlowId,
    /// Where.
    pub site: SiteId,
    /// Input units a year.
    pub input: f64,
    /// Road km.
    pub km: f64,
    /// EUR per input unit of haulage.
    pub haul: f64,
    /// EUR per input unit it pays today; `None` is unknown.
    pub cost_today: Option<Range>,
}

/// Somebody who takes what an open plant makes.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Taker {
    /// What they buy or look for today.
    pub flow: FlowId,
    /// Where.
    pub site: SiteId,
    /// Output units a year that they could use.
    pub demand: Range,
    /// Output units a year that they get, in proportion to what they could use.
    pub gets: f64,
}

/// One plant that opens.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Opened {
    /// Where.
    pub site: SiteId,
    /// Why there.
    pub why: super::Why,
    /// In the plant's size unit.
    pub size: f64,
    /// True when more is done by hand.
    pub by_hand: bool,
    /// Who supplies it, most first.
    pub suppliers: Vec<Line>,
    /// Input units gathered each month.
    pub gathered: Months,
    /// Input units used each month.
    pub used: Months,
    /// Output units that can be placed each month; `None` when sold to the market.
    pub demand: Option<Months>,
    /// Who takes what comes out, most first; empty when it goes to market.
    pub takers: Vec<Taker>,
    /// Km of trench to them.
    pub trench_km: f64,
    /// Money.
    pub money: Economics,
    /// CO2, impact and avoided apart.
    pub co2: Co2,
    /// Posts.
    pub posts: Vec<Posts>,
    /// How each kind of insertion structure would staff it.
    pub staffing: Vec<Staffing>,
    /// Shared rounds; `None` when there is nothing to gather by road from several sites.
    pub collection: Option<Collection>,
    /// How the gain splits; `None` when the groups cannot be weighed.
    pub split: Option<SplitLines>,
}

/// tCO2e a year; each `None` is unknown.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Co2 {
    /// What the plant emits.
    pub own: Option<f64>,
    /// What hauling its inputs emits; nothing when they come by pipe.
    pub haul: Option<f64>,
    /// What its takers stop emitting.
    pub avoided: Option<f64>,
}

impl Co2 {
    /// What is avoided beyond what the plant emits, haulage apart: for comparing plans only.
    pub fn net(&self) -> Option<f64> {
        Some(self.avoided? - self.own?)
    }
}

/// A split, player by player.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct SplitLines {
    /// EUR a year all gain together.
    pub total: f64,
    /// Each player, and what it gets by the Shapley value and by the nucleolus.
    pub lines: Vec<(super::partners::Player, f64, Option<f64>)>,
    /// EUR a year the most discontent group lacks under the best split; at most 0 when everybody is better off together.
    pub epsilon: Option<f64>,
    /// Players (positions in `lines`) who would gain most by leaving the Shapley split, and how much.
    pub leaves: Option<(Vec<usize>, f64)>,
}

/// The answer to a question about a chain.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Study {
    /// Id of the plant.
    pub plant: String,
    /// What the solver said, verified.
    pub answer: Answer,
    /// What opens.
    pub opened: Vec<Opened>,
    /// Other plans worth choosing, by what a tonne of CO2 and an hour are worth.
    pub front: Vec<Choice>,
    /// Draws, departures, prices; `None` when nothing opens.
    pub risk: Option<super::Risk>,
    /// Supplies that stay as they are, input units a year.
    pub left: f64,
    /// Suppliers of whom the present cost is unknown, counted as nothing.
    pub unknown_costs: usize,
    /// Figures that were missing on the day.
    pub missing: Vec<String>,
}

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
}

/// Solves the question at the middle of every range, verifies the plan and says what it means.
pub fn study(chain: &Chain, asked: &Asked<'_>, watch: &mut dyn Watch) -> Study {
    let instance = chain.instance(&asked.aims, asked.plant.storable, &mut Pick::middle());
    let answer = answer(&instance, &asked.settings, watch);
    let front = choices(&front(chain, asked, watch).0);
    explained(chain, asked, &instance, answer, front)
}

/// The plans worth choosing, each with all it means, most euros first; false when the search was ended before all weights were tried.
pub fn plans(chain: &Chain, asked: &Asked<'_>, watch: &mut dyn Watch) -> (Vec<(Choice, Study)>, bool) {
    let (found, finished) = front(chain, asked, watch);
    let all = choices(&found);
    let each = |(found, choice): (Found, &Choice)| {
        let aims = Aims { weights: found.weights, ..asked.aims };
        let instance = chain.instance(&aims, asked.plant.storable, &mut Pick::middle());
        let study = explained(chain, &Asked { aims, ..*asked }, &instance, found.answer, all.clone());
        (choice.clone(), study)
    };
    (found.into_iter().zip(&all).map(each).collect(), finished)
}

fn explained(
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
    let offered: f64 = chain.supplies.iter().map(|supply| supply.amount.mid()).sum();
    let taken: f64 = answer.flows.iter().map(|flow| flow.t).sum();
    missing.sort();
    missing.dedup();
    Study {
        plant: chain.plant.clone(),
        front,
        risk: super::risk::risk(chain, asked, &opened, &answer.open),
        opened,
        left: (offered - taken).max(0.0),
        unknown_costs: chain.supplies.iter().filter(|supply| supply.cost_today.is_none()).count(),
        missing,
        answer,
    }
}

/// The solver's answer with its verdict.
pub fn answer(instance: &Instance, settings: &Settings, watch: &mut dyn Watch) -> Answer {
    let problem = Problem::new(instance);
    let outcome = solve(&problem, settings, watch);
    let mut answer = Answer::of(instance, &problem, &outcome, 0.0);
    if let (Some(plan), Some(objective)) = (&outcome.plan, answer.objective) {
        let verdict = verify(instance, &answer.open, &flow_lines(instance, &problem, plan), objective);
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
    let taken = taken(instance, &flows);
    let rate = chain.costs.output.mid();
    let input: f64 = taken.iter().sum();
    // Each supply yields its own output; the mean holds for the plant, the difference is in what each supply is worth.
    let output =
        suppliers.iter().filter_map(|line| Some(line.input * chain.supply(&line.flow)?.output.mid())).sum();
    let haul = suppliers.iter().map(|line| line.input * line.haul).sum();
    let avoided = suppliers.iter().filter_map(|line| Some(line.input * line.cost_today?.mid())).sum();
    let gathered = gathered(chain, &suppliers);
    let storage = if asked.plant.storable { storage(&gathered, &taken) } else { 0.0 };
    let intake = Intake { months: taken, output, haul, storage, network: chain.trench_eur(spot), avoided };
    let money = chain.economics(size, &intake);
    let posts = posts(asked.plant, chain, size, input);
    let (staffing, gaps) = staffing(asked.reference, asked.day, &posts, chain.costs.supervision);
    missing.extend(gaps.iter().map(Missing::to_string));
    let terms = chain.terms(size, &money, dearer(chain, asked, size.by_hand, missing));
    let brings = by_site(chain, &suppliers);
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
        money,
        posts,
        staffing,
        suppliers,
    })
    .filter(|_| rate > 0.0)
}

impl Chain {
    /// The supply of a flow.
    pub fn supply(&self, flow: &FlowId) -> Option<&Supply> {
        self.supplies.iter().find(|supply| supply.flow == *flow)
    }
}

/// What each site brings with all its flows: what it stops paying and what its output sells for, less haulage, EUR a year.
fn by_site(chain: &Chain, lines: &[Line]) -> Vec<Brings> {
    let mut sites: BTreeMap<&SiteId, Brings> = BTreeMap::new();
    for line in lines {
        let Some(supply) = chain.supply(&line.flow) else { continue };
        let sold = supply.output.mid() * chain.costs.price.mid();
        let each = line.cost_today.map_or(0.0, Range::mid) + sold - line.haul;
        let site = sites.entry(&line.site).or_insert(Brings { who: Vec::new(), input: 0.0, worth: 0.0 });
        site.who.push(line.flow.to_string());
        site.input += line.input;
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
        lines: lines.map(|(ix, (player, share))| (player, share, of(ix))).collect(),
        epsilon: split.core.map(|core| core.epsilon),
        leaves: split.leaves,
    }
}
