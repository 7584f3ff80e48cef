//! Flows, and what a line means.

use super::{Amount, EvidenceView, Facets, Named, RangeView};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A flow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FlowRow {
    /// Id.
    pub id: String,
    /// For editing; none for an estimate.
    pub revision: Option<i64>,
    /// Where.
    pub site: Named,
    /// Takes-in, gives-out, sells, can-share or needs.
    pub direction: String,
    /// In words.
    pub direction_label: String,
    /// As people said it.
    pub wording: String,
    /// Amount as stated.
    pub stated: Option<String>,
    /// What it is of.
    pub resource: Option<Named>,
    /// How sure that is.
    pub belief: f32,
    /// Chances that it exists at all.
    pub likelihood: f32,
    /// Waste code.
    pub waste_code: Option<String>,
    /// People stated the code.
    pub waste_code_stated: bool,
    /// Tonnes per year.
    pub tonnes: Option<RangeView>,
    /// Per year in the stated unit.
    pub quantity: Option<Amount>,
    /// When in the year, in words.
    pub season: Option<String>,
    /// Weights of the twelve months.
    pub months: Option<Vec<f32>>,
    /// Moisture, contamination, packaging, temperature.
    pub quality: Option<String>,
    /// R or D code.
    pub operation: Option<String>,
    /// Present fate.
    pub fate: Option<String>,
    /// Who takes or supplies it.
    pub who: Option<String>,
    /// The price, for who gave it.
    pub price: Option<String>,
    /// Somebody gave a price that the reader may not read.
    pub price_sealed: bool,
    /// Where it is known from.
    pub evidence: EvidenceView,
    /// What would still be worth knowing.
    pub missing: Vec<String>,
    /// To be asked again.
    pub expired: bool,
    /// Open, members or facilitator.
    pub confidentiality: String,
}

/// A page of flows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FlowList {
    /// Rows that answer.
    pub total: usize,
    /// The rows.
    pub flows: Vec<FlowRow>,
    /// `after` of the next page.
    pub next: Option<String>,
    /// Direction, resource, basis.
    pub facets: Facets,
}

/// A resource a wording may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Alternative {
    /// Resource.
    pub id: String,
    /// In words.
    pub name: String,
    /// 0–1.
    pub belief: f64,
}

/// A waste code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CodeLine {
    /// As printed.
    pub code: String,
    /// In words.
    pub label: String,
    /// Starred.
    pub hazardous: bool,
}

/// What people already said of the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Known {
    /// Flow.
    pub id: String,
    /// In their words.
    pub wording: String,
    /// Per year.
    pub tonnes: Option<RangeView>,
    /// Amount as stated.
    pub stated: Option<String>,
}

/// What a line means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Reading {
    /// The words without amount, price and fate: what is kept.
    pub wording: String,
    /// The most likely resource.
    pub resource: Option<Named>,
    /// Other resources, best first.
    pub alternatives: Vec<Alternative>,
    /// How sure, 0–1.
    pub belief: f64,
    /// The words that decided.
    pub words: Vec<String>,
    /// Best first.
    pub codes: Vec<CodeLine>,
    /// Per year.
    pub quantity: Option<Amount>,
    /// Per year.
    pub tonnes: Option<RangeView>,
    /// The text the amount was read from.
    pub stated: Option<String>,
    /// The text a price was read from.
    pub price: Option<String>,
    /// Whether the site pays it or receives it must be asked: « payé » or « reçu » before the price answers.
    pub price_asks: bool,
    /// Why the price could not be read.
    pub price_error: Option<String>,
    /// The text a fate was read from.
    pub fate: Option<String>,
    /// Direction the words tell.
    pub direction: Option<String>,
    /// The question whose answer changes the code.
    pub question: Option<String>,
    /// What is still unknown, in words.
    pub missing: Vec<String>,
    /// Flows of the same thing that the site already has.
    pub known: Vec<Known>,
    /// Why an amount could not be read.
    pub quantity_error: Option<String>,
}
