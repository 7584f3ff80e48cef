//! Who may see and do what on a territory: the one place where confidentiality is decided.
//!
//! Pure functions over the model. [`see`] takes everything there is and gives what one viewer may read of it; whatever the server sends
//! starts from a [`Seen`]. Sums for those who may read no single record go through [`secrecy`]. No price is ever in what comes in here
//! ([`seal`] takes them out), so none can come out.

mod anonymous;
mod money;
mod own;
pub mod secrecy;
mod see;

pub use anonymous::{Group, OpenData, Sum, anonymous};
pub use money::{seal, without_money, without_sealed_money};
pub use own::Pseudonym;
pub use see::{Seen, Whole, see};

use model::{ActorId, MemberRole};

/// What somebody may do on a territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ability {
    /// Read every record but sealed values.
    ReadAll,
    /// Read and edit one's own actor, sites, flows and contacts.
    Own,
    /// Edit every record.
    Edit,
    /// Move leads, log, invite.
    Triage,
    /// Bring files in.
    Import,
    /// Read sums under statistical secrecy.
    Figures,
    /// Read the picture without names.
    Anonymous,
    /// Read projects and write ideas.
    Projects,
    /// Read who paid or pays for projects.
    Funding,
    /// Read the audit log of the territory and name its people.
    Administer,
}

impl Ability {
    /// Every ability.
    pub const ALL: [Self; 10] = [
        Self::ReadAll,
        Self::Own,
        Self::Edit,
        Self::Triage,
        Self::Import,
        Self::Figures,
        Self::Anonymous,
        Self::Projects,
        Self::Funding,
        Self::Administer,
    ];

    /// As the pages know it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ReadAll => "read-all",
            Self::Own => "own",
            Self::Edit => "edit",
            Self::Triage => "triage",
            Self::Import => "import",
            Self::Figures => "figures",
            Self::Anonymous => "anonymous",
            Self::Projects => "projects",
            Self::Funding => "funding",
            Self::Administer => "administer",
        }
    }
}

/// Who looks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Viewer {
    /// As what.
    pub role: MemberRole,
    /// For whom, for those who belong to an actor.
    pub actor: Option<ActorId>,
}

impl Viewer {
    /// What the role allows.
    pub fn may(&self, ability: Ability) -> bool {
        use Ability::{Anonymous, Edit, Figures, Funding, Import, Own, Projects, ReadAll, Triage};
        match self.role {
            MemberRole::Admin => true,
            MemberRole::Facilitator => {
                matches!(
                    ability,
                    ReadAll | Own | Edit | Triage | Import | Figures | Anonymous | Projects | Funding
                )
            }
            MemberRole::Company | MemberRole::Insertion => matches!(ability, Own | Projects),
            MemberRole::Authority | MemberRole::Funder => matches!(ability, Figures | Projects | Funding),
            MemberRole::Lab => matches!(ability, Figures | Anonymous | Projects),
        }
    }

    /// True when the record belongs to the viewer's actor.
    pub fn owns(&self, actor: &ActorId) -> bool {
        self.may(Ability::Own) && self.actor.as_ref() == Some(actor)
    }

    /// The structure that the viewer may offer for an insertion post: its own, and nobody else's.
    pub fn staffs(&self) -> Option<&ActorId> {
        self.actor.as_ref().filter(|_| self.role == MemberRole::Insertion)
    }

    /// Whose records the viewer may edit: everybody's, or their own.
    pub fn may_edit(&self, actor: &ActorId) -> bool {
        self.may(Ability::Edit) || self.owns(actor)
    }
}
