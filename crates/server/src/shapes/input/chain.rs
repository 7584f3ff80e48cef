//! Asking for a chain.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is to be planned, and what counts how much.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
pub struct ChainAsk {
    /// Id of the plant.
    #[schema(max_length = 100)]
    pub plant: String,
    /// Flows left out by the person.
    #[serde(default)]
    #[schema(max_items = 2000)]
    pub without: Vec<String>,
    /// Sites left out by the person.
    #[serde(default)]
    #[schema(max_items = 2000)]
    pub without_sites: Vec<String>,
    /// EUR that a tonne of CO2e counts, beside those tried anyway.
    #[serde(default)]
    pub co2: f64,
    /// EUR that an hour of insertion counts, beside those tried anyway.
    #[serde(default)]
    pub hour: f64,
    /// Counts the usual grant.
    #[serde(default)]
    pub grant: bool,
    /// Plants at most; 1 when absent.
    pub most: Option<usize>,
    /// EUR of investment at most.
    pub budget: Option<f64>,
    /// Seconds of computation at most; 120 when absent.
    pub seconds: Option<u32>,
    /// Also looks for a plan for bad years: the one whose worst tenth of the draws is best on average.
    #[serde(default)]
    pub robust: bool,
    /// With `robust`: share of the draws in which the minimum load must be reached, 0 to 1.
    #[serde(default)]
    pub chance: f64,
    /// Guessed flows at least that likely count too; absent leaves guesses out.
    pub guesses: Option<f32>,
}
