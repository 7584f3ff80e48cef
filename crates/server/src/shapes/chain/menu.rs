//! What could be planned: plants, supplies, sites.

use crate::shapes::{Named, RangeView};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A kind of plant and the units it counts in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlantView {
    /// Id in the knowledge base.
    pub id: String,
    /// In words.
    pub label: String,
    /// What supplies are counted in.
    pub input_unit: String,
    /// What comes out is counted in.
    pub output_unit: String,
    /// What sizes are counted in.
    pub size_unit: String,
    /// What comes out.
    pub output: Named,
    /// True when the usual grant is known.
    pub grant: bool,
}

/// What a territory could bring to one kind of plant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainOffer {
    /// The plant.
    pub plant: PlantView,
    /// Supplies with an amount and a place.
    pub supplies: usize,
    /// Input units a year of all of them.
    pub amount: Option<RangeView>,
    /// Candidate sites weighed.
    pub spots: usize,
    /// Candidate sites there are.
    pub candidates: usize,
    /// Those who would take what comes out; 0 when it goes to market.
    pub takers: usize,
    /// Why there is no question yet.
    pub why_not: Option<String>,
    /// The lead of the diagnosis that suggests it, in a sentence.
    pub lead: Option<Named>,
    /// How many leads suggest it.
    pub leads: usize,
}

/// A study that was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainStudyLine {
    /// The job's id.
    pub id: String,
    /// The plant.
    pub plant: Named,
    /// Waiting, running, done, failed or cancelled.
    pub state: String,
    /// Asked at, RFC 3339.
    pub at: String,
    /// What opens, in words; empty when nothing does.
    pub opens: Option<String>,
}

/// What could be planned and what was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainMenu {
    /// Kinds of plants, suggested ones first.
    pub offers: Vec<ChainOffer>,
    /// Studies, newest first.
    pub studies: Vec<ChainStudyLine>,
}

/// A residue that could be gathered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainSupply {
    /// The flow.
    pub flow: String,
    /// Who.
    pub site: Named,
    /// What.
    pub resource: Named,
    /// As people called it.
    pub wording: String,
    /// Input units a year.
    pub amount: RangeView,
    /// Shares of the year, January first.
    pub months: [f64; 12],
    /// False: nobody said the season, it is taken as even.
    pub season_known: bool,
    /// What such a residue usually costs its holder today, EUR per input unit; absent when unknown.
    pub cost_today: Option<RangeView>,
    /// Where that price is from.
    pub cost_source: Option<String>,
    /// True when its holder gave a price: it stays sealed, the usual one stands in its place.
    pub cost_sealed: bool,
    /// Measured, register, declared, documented or estimated.
    pub basis: String,
    /// Quality as said.
    pub quality: Option<String>,
    /// Degrees WGS 84.
    pub lat: Option<f64>,
    /// Degrees WGS 84.
    pub lon: Option<f64>,
}

/// Where the plant could stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainSpot {
    /// The site.
    pub site: Named,
    /// Why there.
    pub why: String,
    /// Output units of each month that could be placed; absent when sold to the market.
    pub demand: Option<[f64; 12]>,
    /// Those who would take it.
    pub takers: Vec<ChainTaker>,
    /// Degrees WGS 84.
    pub lat: Option<f64>,
    /// Degrees WGS 84.
    pub lon: Option<f64>,
}

/// Somebody who would take what comes out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainTaker {
    /// Who.
    pub site: Named,
    /// What they buy or look for today, as they said it.
    pub wording: String,
    /// Output units a year that they could use.
    pub amount: RangeView,
    /// Output units a year that they get in a plan.
    pub gets: Option<f64>,
    /// Degrees WGS 84.
    pub lat: Option<f64>,
    /// Degrees WGS 84.
    pub lon: Option<f64>,
}

/// A planning question before it is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChainQuestion {
    /// The plant.
    pub plant: PlantView,
    /// Sizes that may be built.
    pub sizes: Vec<f64>,
    /// Who could supply, largest first.
    pub supplies: Vec<ChainSupply>,
    /// Where it could stand, the best placed.
    pub spots: Vec<ChainSpot>,
    /// Sites there are, those that are not weighed counted.
    pub candidates: usize,
    /// What was left out and why.
    pub findings: Vec<String>,
}
