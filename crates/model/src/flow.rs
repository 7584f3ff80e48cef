//! What goes in and out of a site, and what it could share.

use crate::{Basis, Confidentiality, Evidence, FlowId, Nothing, Rare, SiteId};
use reference::{ResourceId, WasteCode};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use units::{Quantity, Range};

/// Which way a resource goes, seen from the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Buys or takes in, and uses up.
    TakesIn,
    /// Gives out as a residue: waste, by-product, lost heat.
    GivesOut,
    /// Sells: its product or service.
    Sells,
    /// Owns and could share.
    CanShare,
    /// Looks for: equipment, service, space, skill.
    Needs,
}

impl Direction {
    /// The list of an activity profile that speaks of it.
    pub fn side(self) -> reference::Side {
        match self {
            Self::TakesIn => reference::Side::Takes,
            Self::GivesOut => reference::Side::Gives,
            Self::Sells => reference::Side::Makes,
            Self::CanShare => reference::Side::Owns,
            Self::Needs => reference::Side::Needs,
        }
    }
}

/// The months in which it flows, as weights that add up to 1 (January first).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Season(pub [f32; 12]);

/// What happens to a residue today, or where an input comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fate {
    /// R or D code when known: `R3`, `D5`.
    pub operation: Option<String>,
    /// As stated: « enfouissement ».
    pub stated: Option<String>,
    /// Who takes or supplies it.
    pub who: Option<String>,
}

impl Nothing for Fate {
    const NOTHING: &'static Self = &Self { operation: None, stated: None, who: None };
}

/// What is paid today, seen from the site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Price {
    /// Per tonne or per other unit; negative when the site pays to be rid of it or to have it.
    pub value: Quantity,
    /// As stated: « payé 95 €/t ».
    pub stated: String,
}

/// A resource that goes in or out of a site. A territory has millions of them, nearly all of them guesses: what only said flows have is
/// boxed, what many have is shared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    /// Stable id.
    pub id: FlowId,
    /// Where.
    pub site: SiteId,
    /// Which way.
    pub direction: Direction,
    /// As people said it; empty for an estimate.
    pub wording: Rare<String>,
    /// What it is of, in the catalogue; `None` until classified.
    pub resource: Option<ResourceId>,
    /// How sure the classification is, 0–1; 1 when a person chose.
    pub resource_belief: f32,
    /// Waste code, when stated or classified; `waste_code_stated` says which.
    pub waste_code: Option<WasteCode>,
    /// True when people or a register stated the code; false when it was guessed from the wording, or is missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waste_code_stated: bool,
    /// Amount per year in the unit as stated (`t/year`, `m3/year`, `piece/year` …); `None` is unknown.
    pub quantity: Rare<Option<Quantity>>,
    /// The same in tonnes per year, when a density or a piece mass allows it.
    pub tonnes: Rare<Option<Range>>,
    /// As stated: « 2 bennes de 30 m³/semaine ».
    pub stated: Rare<Option<String>>,
    /// When in the year; `None` is unknown.
    pub season: Option<Box<Season>>,
    /// Moisture, contamination, packaging, temperature, as stated.
    pub quality: Rare<Option<String>>,
    /// Present fate or supplier.
    pub fate: Rare<Fate>,
    /// Present price.
    pub price: Option<Box<Price>>,
    /// Chances (0–1) that the flow exists at all: 1 unless estimated.
    pub likelihood: f32,
    /// Where it is known from.
    pub evidence: Arc<Evidence>,
    /// Who may read it.
    pub confidentiality: Confidentiality,
}

impl Flow {
    /// A flow of which only the wording is known; the caller fills in the rest.
    pub fn worded(
        id: FlowId,
        site: SiteId,
        direction: Direction,
        wording: String,
        evidence: impl Into<Arc<Evidence>>,
    ) -> Self {
        Self {
            id,
            site,
            direction,
            wording: wording.into(),
            resource: None,
            resource_belief: 0.0,
            waste_code: None,
            waste_code_stated: false,
            quantity: Rare::default(),
            tonnes: Rare::default(),
            stated: Rare::default(),
            season: None,
            quality: Rare::default(),
            fate: Rare::default(),
            price: None,
            likelihood: 1.0,
            evidence: evidence.into(),
            confidentiality: Confidentiality::default(),
        }
    }

    /// True when only a profile says so: somebody's own rough figure is an estimate, but no guess of ours.
    pub fn is_guess(&self) -> bool {
        self.evidence.is_estimate() && self.wording.is_empty()
    }

    /// True when a register shows that the site received it: it can take as much, perhaps far more, so that the amount is no limit.
    pub fn is_received(&self) -> bool {
        self.direction == Direction::TakesIn && self.evidence.basis == Basis::Register
    }
}
