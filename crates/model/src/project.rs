//! Projects, which group synergies and plants, and the box of ideas they come from.

use crate::{ActorId, IdeaId, LeadId, LogEntry, PersonId, ProjectId};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use units::Quantity;

/// How far a project is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProjectState {
    /// Being put together.
    Preparing,
    /// Under way.
    Running,
    /// Finished.
    Ended,
    /// Given up.
    SetAside,
}

/// Who takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// The actor, when it is one of the territory.
    pub actor: Option<ActorId>,
    /// Name shown.
    pub name: String,
    /// What it brings: « porteur », « foncier ».
    pub part: Option<String>,
}

/// What became of a request for money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FundingState {
    /// Thought of.
    Planned,
    /// Asked for.
    Asked,
    /// Promised in writing.
    Granted,
    /// Received.
    Paid,
    /// Refused.
    Refused,
}

/// A line of the budget's income.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Funding {
    /// Who pays.
    pub funder: String,
    /// What for.
    pub label: Option<String>,
    /// How much, in euros of a year; `None` is unknown.
    pub amount: Option<Quantity>,
    /// What became of it.
    pub state: FundingState,
    /// The day of the next decision, or of the last one.
    pub on: Option<NaiveDate>,
}

/// Something that must be done by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What.
    pub name: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was.
    pub done: Option<NaiveDate>,
}

/// Work that the project gives to people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Post {
    /// What the person does.
    pub title: String,
    /// ROME code of the trade, when known.
    pub rome: Option<String>,
    /// Hours a year, for all the people of this line; `None` is unknown.
    pub hours: Option<Quantity>,
    /// From which day.
    pub from: Option<NaiveDate>,
    /// Which structure staffs it.
    pub structure: Option<ActorId>,
    /// True for people far from employment.
    pub insertion: bool,
}

/// Something a territory builds together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Stable id.
    pub id: ProjectId,
    /// Name shown.
    pub name: String,
    /// In a few sentences.
    #[serde(default)]
    pub summary: String,
    /// How far it is.
    pub state: ProjectState,
    /// Who keeps it going.
    pub owner: Option<PersonId>,
    /// What comes next.
    pub next_step: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Who takes part.
    #[serde(default)]
    pub partners: Vec<Partner>,
    /// Who pays.
    #[serde(default)]
    pub funding: Vec<Funding>,
    /// What must be done by when.
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    /// Work it gives.
    #[serde(default)]
    pub posts: Vec<Post>,
    /// The synergies inside.
    #[serde(default)]
    pub synergies: Vec<LeadId>,
    /// The shared plants inside, by name.
    #[serde(default)]
    pub facilities: Vec<String>,
    /// What happened, oldest first.
    #[serde(default)]
    pub log: Vec<LogEntry>,
}

/// What became of an idea.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IdeaState {
    /// Not yet talked about.
    New,
    /// Worth keeping.
    Kept,
    /// Became a project.
    Project,
    /// Not now.
    SetAside,
}

/// A thought in the box of ideas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Idea {
    /// Stable id.
    pub id: IdeaId,
    /// In one line.
    pub title: String,
    /// In more words.
    #[serde(default)]
    pub text: String,
    /// Who had it.
    pub author: Option<PersonId>,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// What became of it.
    pub state: IdeaState,
    /// The project it became.
    pub project: Option<ProjectId>,
    /// Who would join: each person counts once.
    #[serde(default)]
    pub supporters: BTreeSet<PersonId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_needs_only_a_name_and_a_state() {
        let read: Project = serde_json::from_str(
            r#"{"id":"p1","name":"Chaufferie","state":"preparing","owner":null,"next_step":null,"due":null}"#,
        )
        .unwrap();
        assert_eq!(read.state, ProjectState::Preparing);
        assert!(read.partners.is_empty() && read.log.is_empty());
        let again: Project = serde_json::from_value(serde_json::to_value(&read).unwrap()).unwrap();
        assert_eq!(again, read);
    }

    #[test]
    fn a_supporter_counts_once() {
        let text = r#"{"id":"i1","title":"Ressourcerie","author":null,"at":null,"state":"new","project":null,
            "supporters":["a","b","a"]}"#;
        let idea: Idea = serde_json::from_str(text).unwrap();
        assert_eq!(idea.supporters.len(), 2);
    }
}
