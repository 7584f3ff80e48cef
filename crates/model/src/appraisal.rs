//! What a lead is worth, what the law asks, and which question would settle it.

use crate::{LeadId, SiteId};
use chrono::NaiveDate;
use reference::{Confidence, FigureId, Hierarchy, ResourceId, RouteKind};
use serde::{Deserialize, Serialize};
use units::{Range, Unit};

/// A result per year with its P10, P50, P90 and what it is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// P10, P50, P90 over the draws.
    pub range: Range,
    /// `EUR/year`, `tCO2e/year` …
    pub unit: Unit,
    /// The terms whose sum it is.
    pub terms: Vec<Contribution>,
    /// Keys of the terms left out because nothing is known of them; the sum is without them.
    #[serde(default)]
    pub unknown: Vec<String>,
}

/// A term of an estimate, so that every figure opens its trace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contribution {
    /// Message key: `term-treatment-avoided`.
    pub key: String,
    /// Its own P10, P50, P90.
    pub range: Range,
    /// The figures it used; empty when it rests on what the site said.
    pub figures: Vec<FigureId>,
    /// Lowest confidence among them; `None` when it rests on what the site said.
    pub confidence: Option<Confidence>,
}

/// Everything gained per year; a missing one is unknown, not zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Gains {
    /// Money saved or earned by all parties together, EUR/year.
    pub euros: Option<Estimate>,
    /// Money per tonne (per MWh, per m3: the unit says) when the amount is not known; `None` when [`Gains::euros`] is given.
    #[serde(default)]
    pub euros_per_unit: Option<Estimate>,
    /// Emissions of what would happen anyway and of the new way, difference, tCO2e/year (positive = avoided). « Impact » only.
    pub co2: Option<Estimate>,
    /// Emissions credited by the factor's author for what is replaced, tCO2e/year, shown apart and never netted.
    pub co2_credit: Option<Estimate>,
    /// Tonnes diverted, t/year.
    pub mass: Option<Estimate>,
    /// Energy supplied or saved, MWh/year.
    pub energy: Option<Estimate>,
    /// Water saved, m3/year.
    pub water: Option<Estimate>,
    /// Work, h/year.
    pub work: Option<Estimate>,
}

/// What a check is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckKind {
    /// Hazard of the resource.
    Hazard,
    /// Waste status: by-product, end of waste, waste.
    Status,
    /// Permit rubric of the taker or processor.
    Permit,
    /// Tracking form, register.
    Tracking,
    /// Technical condition of the pathway.
    Condition,
    /// Crossing a border.
    Border,
}

/// A line of the legal and technical checklist. Not legal advice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// What about.
    pub kind: CheckKind,
    /// French text.
    pub fr: String,
    /// English text.
    pub en: String,
    /// How long it takes, months, when known.
    pub delay_months: Option<Range>,
    /// Source id.
    pub source: Option<String>,
}

/// The legal side of a lead.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Legal {
    /// The usual route; `None` when no waste is involved.
    pub route: Option<RouteKind>,
    /// The step of the waste hierarchy reached.
    pub hierarchy: Option<Hierarchy>,
    /// The checklist.
    pub checks: Vec<Check>,
}

/// What is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unknown {
    /// Whether the flow exists at all (an estimate).
    Exists,
    /// Whether the taker wants it.
    Wants,
    /// How much.
    Quantity,
    /// What is paid today.
    Price,
    /// What happens to it today.
    Fate,
    /// Purity, moisture, packaging, temperature.
    Quality,
    /// Which mirror code: hazardous or not.
    Hazard,
    /// Where the site is.
    Place,
    /// Whether the taker has the permit.
    Permit,
    /// When in the year.
    Season,
    /// From whom, how far and at what price it is bought today.
    Supplier,
}

/// A question, and what its answer is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What is not known.
    pub about: Unknown,
    /// Whom to ask.
    pub site: SiteId,
    /// About which resource; `None` when it is about the site.
    #[serde(default)]
    pub resource: Option<ResourceId>,
    /// Expected gain of knowing before deciding, EUR.
    pub value: f64,
    /// What it costs to ask, minutes of the facilitator.
    pub minutes: f64,
    /// Value per minute: the order of asking.
    pub per_minute: f64,
    /// True when the euros of the lead are unknown and the value rests on a nominal gain.
    #[serde(default)]
    pub nominal: bool,
}

/// A visit that would settle several leads at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// Where to go.
    pub site: SiteId,
    /// What the answers are worth together, EUR; less than the sum, because leads compete and answers overlap.
    pub value: f64,
    /// True when no euro is known of any lead it serves: the value is then an order, not money.
    #[serde(default)]
    pub nominal: bool,
    /// The visit itself and each question, minutes of the facilitator.
    pub minutes: f64,
    /// Value per minute: the order of visits.
    pub per_minute: f64,
    /// What to ask, each thing once, best first; the value of each is over all leads it serves.
    pub questions: Vec<Question>,
    /// The leads the answers would settle, best first.
    pub leads: Vec<LeadId>,
}

/// What a lead is worth, what the law asks, what to ask next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Appraisal {
    /// Gains per year.
    pub gains: Gains,
    /// Road km at which the euros of the median case are used up by transport; `None` when transport decides nothing or euros are unknown.
    pub break_even_km: Option<f64>,
    /// The law.
    pub legal: Legal,
    /// What is not known, most worth asking first.
    pub questions: Vec<Question>,
    /// The day the figures were taken on.
    pub day: Option<NaiveDate>,
    /// Who takes all of the residue already, by an exchange that runs; `None` when nobody is known to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_by: Option<SiteId>,
    /// On the first lead of a residue: who else could take it, the best use first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_takers: Vec<SiteId>,
    /// The best of the other leads that promise the same residue or meet the same need, where there is not enough for all.
    #[serde(default)]
    pub rivals: Vec<LeadId>,
    /// How many there are.
    #[serde(default)]
    pub rival_count: usize,
}
