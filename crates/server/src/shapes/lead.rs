//! Leads: in lists, and the sheet with its explanation.

use super::{Amount, EvidenceView, Facets, Named, RangeView, SynergyView};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A site in a lead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LeadSite {
    /// Site id; empty when the reader may not know who it is.
    pub id: String,
    /// Name, or what may be said of it.
    pub name: String,
    /// Giver, processor, taker, partner or owner.
    pub role: String,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// Its flow.
    pub flow: Option<String>,
    /// The part is only deduced from the activity.
    pub guessed: bool,
}

/// A lead in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LeadRow {
    /// Stable id.
    pub id: String,
    /// Place in the order, from 1; `null` when the reader may not know it.
    pub rank: Option<usize>,
    /// Substitution, sharing, local-purchase or chain.
    pub kind: String,
    /// In words.
    pub kind_label: String,
    /// Short name.
    pub title: String,
    /// In one sentence.
    pub sentence: String,
    /// Of what.
    pub resource: Named,
    /// Detected, proposed, discussed, studied, agreed, running, ended or set-aside.
    pub stage: String,
    /// When the next step is due.
    pub due: Option<NaiveDate>,
    /// Who carries it.
    pub owner: Option<String>,
    /// What is planned.
    pub next_step: Option<String>,
    /// Who.
    pub sites: Vec<LeadSite>,
    /// Straight-line distance.
    pub km: Option<f64>,
    /// Chances that every fact holds, 0–1.
    pub belief: f32,
    /// Said, partly or guessed: how far people stated what it rests on.
    pub support: String,
    /// Tonnes per year.
    pub mass: Option<Amount>,
    /// Money per year.
    pub euros: Option<Amount>,
    /// Emissions avoided per year.
    pub co2: Option<Amount>,
    /// Work per year.
    pub work: Option<Amount>,
    /// The question that settles it.
    pub question: Option<String>,
    /// Revision of the synergy; none while it is only a lead.
    pub revision: Option<i64>,
    /// Why it was set aside.
    pub reason: Option<String>,
    /// An exchange like it already runs.
    pub known: bool,
}

/// A page of leads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LeadList {
    /// Rows that answer.
    pub total: usize,
    /// Best first.
    pub leads: Vec<LeadRow>,
    /// `after` of the next page.
    pub next: Option<String>,
    /// Kind, stage, resource.
    pub facets: Facets,
}

/// A figure of the references.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FigureRef {
    /// Id.
    pub id: String,
    /// In words.
    pub label: String,
    /// With unit and range.
    pub value: String,
    /// Its source's title.
    pub source: String,
}

/// A term of a gain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Term {
    /// In words.
    pub label: String,
    /// How much; none when it would tell a sealed price.
    pub range: Option<RangeView>,
    /// The figures it used.
    pub figures: Vec<FigureRef>,
    /// Lowest confidence among them.
    pub confidence: Option<String>,
}

/// What it would bring per year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Gain {
    /// Euros, euros_per_unit, co2, co2_credit, mass, energy, water or work.
    pub key: String,
    /// In words.
    pub label: String,
    /// How much.
    pub amount: Amount,
    /// Whose sum it is.
    pub terms: Vec<Term>,
    /// What is not in it, because nothing is known of it.
    pub unknown: Vec<String>,
}

/// A link of the explanation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FactLine {
    /// In words.
    pub text: String,
    /// Chances that it holds.
    pub belief: f32,
    /// Where it is known from.
    pub evidence: EvidenceView,
    /// Of whom.
    pub site: Option<Named>,
}

/// A line of the checklist. Not legal advice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LegalCheck {
    /// Hazard, status, permit, tracking, condition or border.
    pub kind: String,
    /// In words.
    pub label: String,
    /// The line.
    pub text: String,
    /// How long it takes.
    pub delay_months: Option<RangeView>,
    /// Title of its source.
    pub source: Option<String>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct QuestionLine {
    /// What it is about.
    pub id: String,
    /// In words.
    pub text: String,
    /// Whom to ask.
    pub site: Named,
    /// Minutes it takes.
    pub minutes: f64,
    /// What the answer is worth, EUR.
    pub value: Option<f64>,
}

/// A lead's sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LeadSheet {
    /// As in the list.
    #[serde(flatten)]
    pub row: LeadRow,
    /// The chain of facts.
    pub facts: Vec<FactLine>,
    /// What it would bring.
    pub gains: Vec<Gain>,
    /// Waste route in words.
    pub route: Option<String>,
    /// Step of the waste hierarchy in words.
    pub hierarchy: Option<String>,
    /// The checklist.
    pub checks: Vec<LegalCheck>,
    /// Most worth asking first.
    pub questions: Vec<QuestionLine>,
    /// None while it is only a lead.
    pub synergy: Option<SynergyView>,
    /// Stages it may go to.
    pub moves: Vec<String>,
    /// The analysis does not find it any more: shown as it was.
    pub stale: bool,
}
