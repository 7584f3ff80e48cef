//! Money, CO2, posts, who gains, what it takes to fail.

use crate::shapes::RangeView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Money, EUR a year unless said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainMoney {
    /// Input units a year.
    pub input: f64,
    /// Output units a year.
    pub output: f64,
    /// EUR once, all of it.
    pub investment: f64,
    /// EUR once: the trench to the takers, in the investment.
    pub network: f64,
    /// EUR once: the covered store, in the investment.
    pub store: f64,
    /// EUR once; absent without usual grant.
    pub grant: Option<f64>,
    /// Output sold.
    pub revenue: f64,
    /// Running cost, work, supervision and maintenance.
    pub running: f64,
    /// Haulage.
    pub haul: f64,
    /// Investment spread over its life.
    pub capital: f64,
    /// Years the plant serves before it is bought again.
    #[serde(default)]
    pub lifetime: Option<f64>,
    /// EUR within fifteen years to buy again what is worn out.
    #[serde(default)]
    pub reinvestment: Option<f64>,
    /// EUR that what was bought is still worth after fifteen years; not in the cash.
    #[serde(default)]
    pub residual: Option<f64>,
    /// What suppliers stop paying, as far as known.
    pub avoided: f64,
    /// What takers stop paying beyond what they pay the plant, where their present cost is known.
    #[serde(default)]
    pub takers_save: f64,
    /// EUR per output unit.
    pub levelised_cost: Option<f64>,
    /// EUR per input unit, paid by suppliers; negative: the plant can pay.
    pub gate_fee: Option<f64>,
    /// The same with the grant.
    pub gate_fee_with_grant: Option<f64>,
    /// Cash at the end of each year.
    pub cash: Vec<f64>,
    /// The same with the grant.
    pub cash_with_grant: Vec<f64>,
    /// Years.
    pub payback: Option<f64>,
    /// Years.
    pub payback_with_grant: Option<f64>,
    /// Years until the operator alone is paid back, without grant, suppliers paying nothing.
    #[serde(default)]
    pub payback_operator: Option<f64>,
    /// Input units to store at most.
    pub storage: f64,
}

/// tCO2e a year; absent is unknown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainCo2 {
    /// What the plant emits.
    pub own: Option<f64>,
    /// What haulage emits.
    pub haul: Option<f64>,
    /// What the takers stop emitting.
    pub avoided: Option<f64>,
}

/// A kind of post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainPost {
    /// ROME code.
    pub rome: String,
    /// Its label.
    pub label: String,
    /// True when an insertion structure may fill it.
    pub insertion: bool,
    /// Qualification asked for.
    pub entry: String,
    /// Qualification reached.
    pub exit: String,
    /// Hours a year.
    pub hours: RangeView,
    /// EUR a year before aid.
    pub cost: RangeView,
}

/// How one kind of structure would staff the insertion hours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainStaffing {
    /// ACI, EI …
    pub kind: String,
    /// In words.
    pub label: String,
    /// Full-time equivalents.
    pub fte: RangeView,
    /// Supervisors, full-time equivalents.
    pub supervisors: RangeView,
    /// EUR of public aid a year.
    pub aid: RangeView,
    /// The day since which that aid holds.
    pub aid_since: Option<String>,
    /// EUR a year per insertion FTE once aided.
    pub cost_per_fte: Option<RangeView>,
    /// When this kind fits, in words.
    pub fits: String,
}

/// Who gains what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainSplit {
    /// EUR a year the partners gain together, the grant in.
    pub total: f64,
    /// EUR a year, of it, that the funder of the grant lays out; absent without grant.
    #[serde(default)]
    pub grant: Option<f64>,
    /// Partner by partner.
    pub partners: Vec<ChainPartner>,
    /// Whether a group would be better off alone, in words.
    pub core: Vec<String>,
}

/// A partner's share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainPartner {
    /// Who.
    pub name: String,
    /// EUR a year by the Shapley value.
    pub shapley: f64,
    /// EUR a year by the nucleolus.
    pub nucleolus: Option<f64>,
    /// « seul, vous payez …, ensemble … ».
    pub sentence: String,
}

/// What it takes to fail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainRisk {
    /// The draws in one sentence.
    pub text: String,
    /// EUR a year with every range at its middle.
    pub middle: Option<f64>,
    /// Prices moved by 30 %, widest first.
    pub prices: Vec<ChainMoved>,
    /// Without each large supplier or taker.
    pub gone: Vec<ChainGone>,
}

/// A price lower and higher.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainMoved {
    /// Which.
    pub label: String,
    /// EUR a year when lower.
    pub low: f64,
    /// EUR a year when higher.
    pub high: f64,
}

/// The same plants without somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainGone {
    /// Who.
    pub name: String,
    /// Supplier or taker, in words.
    pub role: String,
    /// EUR a year then; absent when the plants cannot run.
    pub gain: Option<f64>,
}
