//! The people around a territory: what an account may be, whom to call, which visits were made.

use crate::{ActorId, BlobId, ContactId, PersonId, SiteId, SiteVisitId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a person is on one territory; what each role may see is said in `access`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MemberRole {
    /// Keeps accounts and the machine.
    Admin,
    /// Runs the démarche.
    Facilitator,
    /// Works for a company of the territory.
    Company,
    /// Works for an insertion structure of the territory.
    Insertion,
    /// Works for a local authority, a chamber or the State.
    Authority,
    /// Pays for part of the démarche.
    Funder,
    /// Works for a laboratory or a university.
    Lab,
}

impl MemberRole {
    /// Every role, most trusted first.
    pub const ALL: [Self; 7] = [
        Self::Admin,
        Self::Facilitator,
        Self::Company,
        Self::Insertion,
        Self::Authority,
        Self::Funder,
        Self::Lab,
    ];

    /// As written in files, in the database and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Facilitator => "facilitator",
            Self::Company => "company",
            Self::Insertion => "insertion",
            Self::Authority => "authority",
            Self::Funder => "funder",
            Self::Lab => "lab",
        }
    }
}

impl fmt::Display for MemberRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that names no role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "« {0} » n'est pas un rôle ; attendu admin, facilitator, company, insertion, authority, funder ou lab"
)]
pub struct UnknownRole(pub String);

impl FromStr for MemberRole {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or_else(|| UnknownRole(text.to_owned()))
    }
}

/// Somebody to call at an actor's: personal data, given out and erased on request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Stable id.
    pub id: ContactId,
    /// Whose.
    pub actor: ActorId,
    /// On which site; `None` is the whole actor.
    pub site: Option<SiteId>,
    /// First and last name.
    pub name: String,
    /// What the person does there: « responsable HSE ».
    pub role: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Telephone, as stated.
    pub phone: Option<String>,
    /// What helps to reach the person; nothing about the person.
    pub note: Option<String>,
    /// How these data came here, and when: what the law asks to be able to say.
    pub obtained: Option<String>,
    /// The day by which they must be confirmed or erased.
    pub keep_until: Option<NaiveDate>,
}

/// A visit that was made, or one with a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteVisit {
    /// Stable id.
    pub id: SiteVisitId,
    /// Where.
    pub site: SiteId,
    /// The day.
    pub day: NaiveDate,
    /// True once it took place.
    pub done: bool,
    /// Who goes.
    pub by: Option<PersonId>,
    /// Whom they meet.
    #[serde(default)]
    pub met: Vec<ContactId>,
    /// What was said.
    #[serde(default)]
    pub notes: String,
    /// What was photographed.
    #[serde(default)]
    pub photos: Vec<BlobId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_written_as_it_is_read() {
        for role in MemberRole::ALL {
            assert_eq!(role.as_str().parse(), Ok(role));
            assert_eq!(serde_json::to_value(role).unwrap(), role.as_str());
        }
        assert_eq!("chef".parse::<MemberRole>(), Err(UnknownRole("chef".into())));
    }
}
