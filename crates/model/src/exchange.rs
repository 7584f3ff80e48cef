//! Exchanges that already run, so that they are not proposed again and can be counted.

use crate::{Evidence, ExchangeId, SiteId};
use reference::ResourceId;
use serde::{Deserialize, Serialize};
use units::Quantity;

/// How far an exchange is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExchangeState {
    /// Runs.
    Running,
    /// Decided or studied.
    Planned,
    /// Ran, no more.
    Ended,
}

/// A resource that goes from one site to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exchange {
    /// Stable id.
    pub id: ExchangeId,
    /// Giver.
    pub from: SiteId,
    /// Taker.
    pub to: SiteId,
    /// As stated.
    pub wording: String,
    /// In the catalogue; `None` until classified.
    pub resource: Option<ResourceId>,
    /// Per year; `None` is unknown.
    pub quantity: Option<Quantity>,
    /// As stated.
    pub stated: Option<String>,
    /// Year it began.
    pub since: Option<i32>,
    /// How far it is.
    pub state: ExchangeState,
    /// Where it is known from.
    pub evidence: Evidence,
}
