//! Who is what on which territory.

use crate::{Result, Store};
use model::{ActorId, MemberRole, PersonId};

/// A person's part on one territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Which territory.
    pub territory: String,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: MemberRole,
    /// For whom, for those who belong to an actor.
    pub actor: Option<ActorId>,
}

impl Store {
    /// Gives or changes a person's part: one per territory and person.
    pub async fn set_membership(&self, membership: &Membership) -> Result<()> {
        todo!("{membership:?}")
    }

    /// Takes it away; true when there was one.
    pub async fn remove_membership(&self, territory: &str, person: &PersonId) -> Result<bool> {
        todo!("{territory}{person}")
    }

    /// The parts of a person, by territory.
    pub async fn memberships_of(&self, person: &PersonId) -> Result<Vec<Membership>> {
        todo!("{person}")
    }

    /// The people of a territory.
    pub async fn members(&self, territory: &str) -> Result<Vec<Membership>> {
        todo!("{territory}")
    }
}
