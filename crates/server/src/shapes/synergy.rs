//! What became of leads: moves, invitations, papers, deliveries.

use super::{FactLine, Gain, LegalCheck, Named};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LogLine {
    /// When (RFC 3339).
    pub at: String,
    /// Who.
    pub by: String,
    /// What was written.
    pub text: String,
    /// Stage left.
    pub from: Option<String>,
    /// Stage reached.
    pub to: Option<String>,
}

/// A side asked to be introduced.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Invitation {
    /// Whom.
    pub site: Named,
    /// Path of their page, shown once to who made it.
    pub url: Option<String>,
    /// Waiting, accepted or declined.
    pub answer: String,
    /// A sealed price was given.
    pub priced: bool,
    /// When they answered.
    pub at: Option<String>,
}

/// A paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DocumentLine {
    /// Id.
    pub id: String,
    /// File name.
    pub name: String,
    /// When it came.
    pub at: String,
    /// Where it can be read.
    pub url: String,
}

/// What may be said of sealed prices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Deal {
    /// A price exists at which both sides gain; none until both gave one.
    pub exists: Option<bool>,
    /// In words.
    pub text: String,
}

/// Something that really went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DeliveryLine {
    /// The day.
    pub at: NaiveDate,
    /// How much, and what was noted.
    pub text: String,
}

/// What became of a lead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SynergyView {
    /// To be sent with the next move.
    pub revision: i64,
    /// Where it stands.
    pub stage: String,
    /// Who carries it.
    pub owner: Option<String>,
    /// What is planned.
    pub next_step: Option<String>,
    /// When.
    pub due: Option<NaiveDate>,
    /// Why it was set aside.
    pub reason: Option<String>,
    /// Oldest first.
    pub log: Vec<LogLine>,
    /// Who was asked.
    pub invitations: Vec<Invitation>,
    /// Papers.
    pub documents: Vec<DocumentLine>,
    /// What may be said of prices.
    pub deal: Option<Deal>,
    /// What really went.
    pub deliveries: Vec<DeliveryLine>,
    /// Stages it may go to.
    pub moves: Vec<String>,
}

/// A reason for setting aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Reason {
    /// Id.
    pub key: String,
    /// In words.
    pub label: String,
}

/// A link for one side of a lead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct InviteLink {
    /// Path of the page.
    pub url: String,
    /// The site it speaks to.
    pub site: String,
    /// It was mailed.
    pub mailed: bool,
}

/// What a company sees of a proposal, without an account: its own side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct InviteView {
    /// Name.
    pub territory: String,
    /// Who is asked.
    pub site: Named,
    /// What it is about, without the other sides' names.
    pub sentence: String,
    /// Its own facts.
    pub yours: Vec<FactLine>,
    /// What it would bring to all, without money.
    pub gains: Vec<Gain>,
    /// The checklist.
    pub checks: Vec<LegalCheck>,
    /// What it is asked.
    pub questions: Vec<String>,
    /// Waiting, accepted or declined.
    pub answer: String,
    /// Names of the others, once everybody accepted.
    pub partner: Option<String>,
    /// The sealed price.
    pub price: Option<InvitePrice>,
    /// What may be said of prices.
    pub deal: Option<Deal>,
    /// Whom to call.
    pub facilitator: Option<String>,
}

/// The sealed price of this side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct InvitePrice {
    /// Pays or receives.
    pub direction: String,
    /// EUR/t.
    pub unit: String,
    /// Already given.
    pub given: bool,
}
