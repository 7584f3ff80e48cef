//! A territory at a glance, and the facilitator's day.

use super::{Amount, Named};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A territory and how far its analysis is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TerritoryHead {
    /// Id in the paths.
    pub id: String,
    /// Name shown.
    pub name: String,
    /// The day factors and codes are taken on.
    pub day: NaiveDate,
    /// True when the companies are invented.
    pub invented: bool,
    /// A warning every page shows.
    pub notice: Option<String>,
    /// Version of the records.
    pub version: i64,
    /// Version the leads come from; 0 before the first analysis.
    pub analysed_version: i64,
    /// An analysis is under way.
    pub analysing: bool,
    /// What there is, as far as the reader may see it.
    pub counts: Counts,
    /// The reader's role here.
    pub role: String,
    /// The actor the reader speaks for.
    pub actor: Option<String>,
    /// What the reader may do: edit, triage, import, figures, administer, own.
    pub may: Vec<String>,
}

/// How many of each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Counts {
    /// Legal units.
    pub actors: usize,
    /// Sites.
    pub sites: usize,
    /// Flows somebody stated.
    pub flows: usize,
    /// Flows guessed from activities.
    pub estimates: usize,
    /// Leads.
    pub leads: usize,
    /// Leads that somebody carries.
    pub synergies: usize,
    /// Projects.
    pub projects: usize,
}

/// A next action: why now, and what to say in the call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Card {
    /// Id of the card.
    pub id: String,
    /// Message key of the reason.
    pub why_key: String,
    /// The reason in words.
    pub why: String,
    /// What to say.
    pub say: String,
    /// When.
    pub due: Option<NaiveDate>,
    /// Stage of the synergy.
    pub stage: Option<String>,
    /// Who carries it.
    pub owner: Option<String>,
    /// The lead.
    pub lead: Option<String>,
    /// Whom to call.
    pub site: Option<Named>,
    /// Revision of the synergy.
    pub revision: Option<i64>,
    /// Telephone of the contact there.
    pub phone: Option<String>,
    /// Their name.
    pub contact: Option<String>,
    /// What was planned.
    pub next_step: Option<String>,
}

/// Something that moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Moved {
    /// The lead.
    pub lead: String,
    /// In one sentence.
    pub sentence: String,
    /// Where it stands.
    pub stage: String,
    /// When (RFC 3339).
    pub at: String,
    /// Who.
    pub by: String,
}

/// A visit that would settle several leads at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VisitLine {
    /// Where.
    pub site: Named,
    /// Facilitator minutes.
    pub minutes: f64,
    /// Leads it would settle.
    pub leads: usize,
    /// What the answers are worth together.
    pub value: Option<Amount>,
    /// What to ask, best first.
    pub questions: Vec<String>,
    /// Where that is.
    pub commune: Option<String>,
}

/// The home of a facilitator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Day {
    /// Today, by the server.
    pub today: NaiveDate,
    /// Most urgent first; at most 50.
    pub queue: Vec<Card>,
    /// Moves made today.
    pub done_today: usize,
    /// Newest first.
    pub moved: Vec<Moved>,
    /// Best first.
    pub visits: Vec<VisitLine>,
    /// Leads nobody has looked at.
    pub to_triage: usize,
}
