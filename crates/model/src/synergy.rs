//! What becomes of a lead once people work on it. A lead comes from the analysis and is never stored; a synergy is made at its first move.

mod stage;

pub use stage::{Reason, Refusal, Stage};

use crate::{BlobId, Lead, LeadId, PersonId, SiteId};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use units::Quantity;

/// What a party said to being introduced to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Not yet anything.
    Asked,
    /// Its name and its side of the lead may be shown to the parties that said yes too.
    Yes,
    /// It stays unknown to the others.
    No,
}

/// A party's answer; the last one counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Whose.
    pub site: SiteId,
    /// What it said.
    pub answer: Answer,
    /// When.
    pub at: DateTime<Utc>,
    /// Who entered it: a person's id, or `invite` when the company answered on its own page.
    pub by: String,
}

/// A line of what happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// Who entered it.
    pub by: String,
    /// What happened, in a person's words; may be empty for a move.
    pub text: String,
    /// The stage it moved to, when it moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Stage>,
}

/// A paper that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Where its bytes are.
    pub blob: BlobId,
    /// File name shown.
    pub name: String,
    /// When it came.
    pub at: DateTime<Utc>,
}

/// Something that really went from one to the other: what indicators count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Delivery {
    /// The day.
    pub day: NaiveDate,
    /// How much; `None` is unknown.
    pub quantity: Option<Quantity>,
    /// Weighing slip, remark.
    pub note: Option<String>,
}

/// A lead that people work on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Synergy {
    /// The lead's stable id.
    pub id: LeadId,
    /// How far it is; changed by [`Synergy::go`] only.
    pub stage: Stage,
    /// Why it was set aside; there if and only if it is.
    pub reason: Option<Reason>,
    /// The sites it is between.
    pub parties: Vec<SiteId>,
    /// Who follows it.
    pub owner: Option<PersonId>,
    /// What comes next.
    pub next_step: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Who accepted to be introduced.
    #[serde(default)]
    pub consents: Vec<Consent>,
    /// The sites whose price is kept sealed for it; the prices are not here.
    #[serde(default)]
    pub sealed_prices: Vec<SiteId>,
    /// Agreement, specification, photo.
    #[serde(default)]
    pub documents: Vec<Document>,
    /// What really flowed.
    #[serde(default)]
    pub deliveries: Vec<Delivery>,
    /// What happened, oldest first.
    #[serde(default)]
    pub log: Vec<LogEntry>,
    /// The lead as it was when the synergy was made.
    pub lead: Option<Lead>,
}

/// A step in the life of a synergy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Where to.
    pub to: Stage,
    /// Needed to set aside, refused otherwise.
    pub reason: Option<Reason>,
    /// In the person's words; may be empty.
    pub text: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Synergy {
    /// A synergy at its beginning, from the lead as it is today.
    pub fn from_lead(lead: Lead) -> Self {
        let mut parties: Vec<SiteId> = Vec::new();
        for party in &lead.parties {
            if !parties.contains(&party.site) {
                parties.push(party.site.clone());
            }
        }
        Self {
            id: lead.id.clone(),
            stage: Stage::Detected,
            reason: None,
            parties,
            owner: None,
            next_step: None,
            due: None,
            consents: Vec::new(),
            sealed_prices: Vec::new(),
            documents: Vec::new(),
            deliveries: Vec::new(),
            log: Vec::new(),
            lead: Some(lead),
        }
    }

    /// What a party answered last; `None` when it was never asked.
    pub fn answer(&self, site: &SiteId) -> Option<Answer> {
        self.consents.iter().rev().find(|consent| &consent.site == site).map(|consent| consent.answer)
    }

    /// The parties that accepted to be introduced: they, and only they, may read each other's names.
    pub fn introduced(&self) -> Vec<&SiteId> {
        let yes: Vec<&SiteId> =
            self.parties.iter().filter(|site| self.answer(site) == Some(Answer::Yes)).collect();
        if yes.len() < 2 { Vec::new() } else { yes }
    }

    /// Moves to another stage and writes it in the log, or says why not and changes nothing.
    pub fn go(&mut self, step: Move) -> Result<(), Refusal> {
        self.stage.may_become(step.to)?;
        match (step.to, step.reason) {
            (Stage::SetAside, None) => return Err(Refusal::ReasonMissing),
            (to, Some(_)) if to != Stage::SetAside => return Err(Refusal::ReasonWithout { to }),
            _ => {}
        }
        if step.to.needs_introduction() && self.introduced().is_empty() {
            return Err(Refusal::NotIntroduced { to: step.to });
        }
        self.stage = step.to;
        self.reason = step.reason;
        self.log.push(LogEntry { at: step.at, by: step.by, text: step.text, to: Some(step.to) });
        Ok(())
    }
}

#[cfg(test)]
mod tests;
