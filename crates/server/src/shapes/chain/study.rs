//! A finished study: plans that none of the others beats.

use super::{ChainCo2, ChainMoney, ChainPost, ChainRisk, ChainSplit, ChainStaffing, ChainTaker, PlantView};
use crate::shapes::Named;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A finished study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainStudy {
    /// The plant.
    pub plant: PlantView,
    /// The day whose figures count.
    pub day: String,
    /// False when it was stopped: the best found so far.
    pub finished: bool,
    /// Usual grant counted in the choice.
    pub grant: bool,
    /// Supplies weighed.
    pub supplies: usize,
    /// Sites weighed.
    pub spots: usize,
    /// False when a place does not say what it avoids: CO2 is then no part of the choice.
    #[serde(default = "yes")]
    #[schema(required)]
    pub co2_known: bool,
    /// The point to begin with: of those made for euros alone the best median of the draws; 0 where CO2 or hours were weighed.
    #[serde(default)]
    pub advised: usize,
    /// Position in `points` of the plan for bad years, where it was asked for and there is one.
    #[serde(default)]
    pub sturdy: Option<usize>,
    /// What that plan avoids and costs, or that there is none, in words.
    #[serde(default)]
    pub sturdy_text: Option<String>,
    /// Suppliers whose present cost is not known.
    pub unknown_costs: usize,
    /// Plans that none of the others beats, most euros first.
    pub points: Vec<ChainPoint>,
    /// What was left out, and figures that were missing.
    pub findings: Vec<String>,
    /// Why the point of most euros opens nothing, and what the cheapest opening lacks, in words; empty when it does open.
    pub nothing: Option<String>,
}

fn yes() -> bool {
    true
}

/// A point of the front, with its whole plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainPoint {
    /// Short name: what opens.
    pub label: String,
    /// EUR gained a year by the plan as computed, every range at its middle.
    pub eur: f64,
    /// EUR a year: half of the draws gain less.
    #[serde(default)]
    pub median: Option<f64>,
    /// EUR a year: one draw in ten gains less.
    #[serde(default)]
    pub low: Option<f64>,
    /// EUR a year: nine draws in ten gain less.
    #[serde(default)]
    pub high: Option<f64>,
    /// tCO2e a year avoided by what is made; absent when unknown.
    #[serde(default)]
    pub avoided: Option<f64>,
    /// tCO2e a year that plant and haulage emit, never taken off the other; absent when unknown.
    #[serde(default)]
    pub caused: Option<f64>,
    /// Hours of insertion a year.
    pub hours: Option<f64>,
    /// EUR that a tonne of CO2e counted.
    pub worth_co2: f64,
    /// EUR that an hour of insertion counted.
    pub worth_hour: f64,
    /// What it was asked to bring at least, in words, where no weights find it.
    #[serde(default)]
    pub asked: Option<String>,
    /// Share of the objective by which a better plan could still beat this one; absent without bound.
    pub gap: Option<f64>,
    /// True when the flows were recomputed without the solver and hold.
    pub verified: bool,
    /// Against the point that gains most euros: what the choice costs and brings, in words; empty for that point.
    pub price: Option<String>,
    /// What its first lines must say when it loses in the middle of the draws.
    pub loses: Option<String>,
    /// What opens.
    pub plants: Vec<ChainPlant>,
    /// Input units a year that stay as they are.
    pub left: f64,
    /// What it takes to fail.
    pub risk: Option<ChainRisk>,
    /// The dossier as a document of the territory.
    pub pdf: Option<String>,
    /// The same without names that are secret nor prices.
    pub pdf_members: Option<String>,
    /// The workbook.
    pub xlsx: Option<String>,
}

/// One plant that opens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainPlant {
    /// Where.
    pub site: Named,
    /// Why there.
    pub why: String,
    /// In the plant's size unit.
    pub size: f64,
    /// True when more is done by hand, for more hours of insertion.
    pub by_hand: bool,
    /// Degrees WGS 84.
    pub lat: Option<f64>,
    /// Degrees WGS 84.
    pub lon: Option<f64>,
    /// Who supplies it, most first.
    pub suppliers: Vec<ChainLine>,
    /// Who takes what comes out.
    pub takers: Vec<ChainTaker>,
    /// Output units each month as gathered.
    pub gathered: [f64; 12],
    /// Output units each month as made.
    pub made: [f64; 12],
    /// Output units each month that can be placed.
    pub demand: Option<[f64; 12]>,
    /// The heat of its engine that nobody uses, in words.
    pub heat: Option<String>,
    /// Money.
    pub money: ChainMoney,
    /// tCO2e a year, impact and avoided apart.
    pub co2: ChainCo2,
    /// The level of permit concluded for the whole, in words.
    #[serde(default)]
    #[schema(required)]
    pub permit: String,
    /// The same heading by heading.
    #[serde(default)]
    pub permits: Vec<ChainPermit>,
    /// Posts.
    pub posts: Vec<ChainPost>,
    /// How each kind of insertion structure would staff them.
    pub staffing: Vec<ChainStaffing>,
    /// Who gains what.
    pub split: Option<ChainSplit>,
    /// Shared collection against separate pick-ups, a set a kind of matter.
    pub rounds: Vec<ChainRounds>,
}

/// One heading of the nomenclature of classified installations, held against the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainPermit {
    /// `2714` and its label.
    pub heading: Named,
    /// What the plan reaches, in words.
    pub reaches: String,
    /// The level, or the thresholds where it is to be established, in words.
    pub level: String,
    /// Months from the preparation of the file to the right to run, in words; absent when nothing is asked.
    pub months: Option<String>,
}

/// What one supplier brings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainLine {
    /// The flow.
    pub flow: String,
    /// Who.
    pub site: Named,
    /// What.
    pub resource: Named,
    /// Input units a year.
    pub input: f64,
    /// Road km.
    pub km: f64,
    /// Degrees WGS 84.
    pub lat: Option<f64>,
    /// Degrees WGS 84.
    pub lon: Option<f64>,
    /// True when the amount is a guess nobody confirmed.
    pub estimated: bool,
}

/// Shared collection against everybody's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainRounds {
    /// Where the rounds start and end.
    pub depot: String,
    /// What carries, in words.
    pub vehicle: String,
    /// Rounds of a pass: stops in order.
    pub rounds: Vec<ChainRound>,
    /// Passes a year.
    pub days: f64,
    /// Days the matter may wait at most.
    pub every: f64,
    /// Working days of a driver that a pass takes.
    pub driver_days: usize,
    /// km a year, shared.
    pub km: f64,
    /// km a year, each by itself.
    pub separate_km: f64,
    /// EUR a year, shared.
    pub eur: f64,
    /// EUR a year, each by itself.
    pub separate_eur: f64,
    /// tCO2e a year, shared; absent when unknown.
    pub co2: Option<f64>,
    /// tCO2e a year, each by itself.
    pub separate_co2: Option<f64>,
    /// Sites that fill skips by themselves and are in neither.
    pub alone: usize,
    /// Supplies left out: nobody knows how much room a tonne of them takes.
    pub unknown: usize,
}

/// One vehicle's way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainRound {
    /// In order.
    pub stops: Vec<String>,
    /// What is loaded.
    pub load: f64,
    /// km.
    pub km: f64,
    /// Minutes.
    pub minutes: f64,
    /// Which of the pass's working days, 1 the first.
    pub day: usize,
}
