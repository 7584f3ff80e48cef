//! Projects and ideas.

use super::Named;
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
    /// Who had it; empty for who may not know.
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
