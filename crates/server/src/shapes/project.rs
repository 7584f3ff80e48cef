//! Projects, ideas, references.

use super::{Facets, Named, RangeView};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where money comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FundingLine {
    /// Who pays.
    pub name: String,
    /// How much.
    pub euros: Option<f64>,
    /// Planned, asked, granted, paid or refused.
    pub state: String,
}

/// What must be done by when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MilestoneLine {
    /// What.
    pub label: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// It is.
    pub done: bool,
}

/// A synergy inside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ProjectSynergy {
    /// The lead.
    pub lead: String,
    /// In one sentence.
    pub sentence: String,
    /// Where it stands.
    pub stage: String,
}

/// Work it gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PostLine {
    /// What the person does.
    pub title: String,
    /// ROME code.
    pub rome: Option<String>,
    /// Hours a year.
    pub hours: Option<f64>,
    /// For people far from employment.
    pub insertion: bool,
    /// Who staffs it.
    pub structure: Option<String>,
    /// From when.
    pub from: Option<NaiveDate>,
}

/// A project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ProjectView {
    /// Id.
    pub id: String,
    /// Revision.
    pub revision: i64,
    /// Name.
    pub name: String,
    /// In a few sentences.
    pub summary: Option<String>,
    /// Preparing, running, ended or set-aside.
    pub state: String,
    /// Who takes part.
    pub partners: Vec<Named>,
    /// Who pays.
    pub funding: Vec<FundingLine>,
    /// What by when.
    pub milestones: Vec<MilestoneLine>,
    /// Full-time equivalents.
    pub posts: Option<f64>,
    /// Posts.
    pub post_lines: Vec<PostLine>,
    /// Inside.
    pub synergies: Vec<ProjectSynergy>,
}

/// An idea of the box.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct IdeaView {
    /// Id.
    pub id: String,
    /// Revision.
    pub revision: i64,
    /// In one line.
    pub title: String,
    /// In more words.
    pub text: String,
    /// Who had it.
    pub by: String,
    /// When (RFC 3339).
    pub at: String,
    /// Who would join.
    pub votes: usize,
    /// The reader is one of them.
    pub mine: bool,
    /// New, kept, project or set-aside.
    pub state: String,
}

/// An entry of the knowledge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceHit {
    /// Resource, pathway, figure, waste-code, activity, plant, sharing, prohibition, rubric or source.
    pub kind: String,
    /// In words.
    pub kind_label: String,
    /// Id.
    pub id: String,
    /// In words.
    pub label: String,
    /// Codes, validity, value.
    pub detail: Option<String>,
}

/// Entries that answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceList {
    /// How many.
    pub total: usize,
    /// The first 100.
    pub hits: Vec<ReferenceHit>,
    /// Kind.
    pub facets: Facets,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceField {
    /// In words.
    pub label: String,
    /// Value.
    pub value: String,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SourceLine {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Address.
    pub url: Option<String>,
    /// Page, table.
    pub locator: Option<String>,
}

/// The value of a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceValue {
    /// Value.
    pub range: RangeView,
    /// Unit.
    pub unit: String,
    /// From when.
    pub valid_from: Option<NaiveDate>,
    /// Until when.
    pub valid_until: Option<NaiveDate>,
    /// High, medium or low.
    pub confidence: Option<String>,
}

/// A territory's own value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OverrideView {
    /// Which figure.
    pub figure: String,
    /// In words.
    pub label: String,
    /// Value.
    pub range: RangeView,
    /// Its unit, the same as the common one's.
    pub unit: String,
    /// The common value.
    pub common: RangeView,
    /// Where it is known from.
    pub source: String,
    /// Of when.
    pub date: NaiveDate,
    /// Last day it holds.
    pub valid_until: Option<NaiveDate>,
    /// Revision.
    pub revision: i64,
}

/// A resource with the words people use for it, for reading lines without network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ResourceWords {
    /// Id.
    pub id: String,
    /// In words.
    pub name: String,
    /// The usual waste code.
    pub code: Option<String>,
    /// Bulk density as discarded.
    pub kg_per_m3: Option<RangeView>,
    /// What people also say.
    pub words: Vec<String>,
}

/// An entry with everything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceEntry {
    /// Kind.
    pub kind: String,
    /// Id.
    pub id: String,
    /// In words.
    pub label: String,
    /// In the order to read.
    pub fields: Vec<ReferenceField>,
    /// Where it is known from.
    pub sources: Vec<SourceLine>,
    /// Of a figure.
    pub value: Option<ReferenceValue>,
    /// Neighbours.
    pub links: Vec<ReferenceHit>,
}
