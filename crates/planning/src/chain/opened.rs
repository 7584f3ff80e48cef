//! What a study says of each plant that opens, in the field's words.

use super::collection::Collection;
use super::economics::Economics;
use super::jobs::{Posts, Staffing};
use super::permits::Permit;
use super::{Choice, Months};
use crate::draws::{Aim, Totals};
use crate::instance::{Answer, Weights};
use model::{FlowId, SiteId};
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
    /// EUR per output unit that they pay in the plan's account.
    pub price: f64,
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
    /// What the law on classified installations asks.
    pub permits: Vec<Permit>,
    /// Posts.
    pub posts: Vec<Posts>,
    /// How each kind of insertion structure would staff it.
    pub staffing: Vec<Staffing>,
    /// Shared rounds, a set a kind of matter; empty when nothing is gathered by road from several sites.
    pub collections: Vec<Collection>,
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
    /// What its takers stop emitting, those of whom it is known.
    pub avoided: Option<f64>,
    /// Share of the output of which it is known what it replaces.
    pub told: f64,
}

/// A split, player by player.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct SplitLines {
    /// EUR a year the partners gain together, the grant in.
    pub total: f64,
    /// EUR a year, of it, that the funder of the grant lays out: the territory gains the rest.
    pub grant: f64,
    /// Each player, and what it gets by the Shapley value and by the nucleolus.
    pub lines: Vec<(super::partners::Player, f64, Option<f64>)>,
    /// EUR a year the most discontent group lacks under the best split; at most 0 when everybody is better off together.
    pub epsilon: Option<f64>,
    /// Players (positions in `lines`) who would gain most by leaving the Shapley split, and how much.
    pub leaves: Option<(Vec<usize>, f64)>,
}

/// A plan that gains more at the middle of every range, and less in half of the draws.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct PassedOver {
    /// EUR a year that it gains more, at the middle.
    pub more: f64,
    /// EUR a year that half of its draws exceed.
    pub p50: Option<f64>,
}

/// The answer to a question about a chain.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Study {
    /// Id of the plant.
    pub plant: String,
    /// What the solver said, verified.
    pub answer: Answer,
    /// What the plan brings in a year at the middle of all ranges.
    pub totals: Totals,
    /// What opens.
    pub opened: Vec<Opened>,
    /// When nothing opens: the limits asked for without which a plan would.
    pub barred: Vec<super::Barred>,
    /// What a tonne of CO2 and an hour counted beside a euro in the choice.
    pub weights: Weights,
    /// What the plan was asked to bring at least, where no weights find it.
    pub floor: Option<(Aim, f64)>,
    /// When nothing opens: the plan of the front that opens something at the least loss, and all it means.
    pub cheapest: Option<Box<Study>>,
    /// Other plans worth choosing, by what a tonne of CO2 and an hour are worth.
    pub front: Vec<Choice>,
    /// Draws, departures, prices; `None` when nothing opens.
    pub risk: Option<super::Risk>,
    /// The plan that gains most at the middle of every range, where this one was chosen before it for its median.
    pub passed_over: Option<PassedOver>,
    /// Supplies that stay as they are, input units a year.
    pub left: f64,
    /// Suppliers of whom the present cost is unknown: the gain is counted without it.
    pub unknown_costs: usize,
    /// False when a place does not say what it avoids: CO2 then counted for nothing in the choice.
    pub co2_known: bool,
    /// Figures that were missing on the day.
    pub missing: Vec<String>,
}
