//! The words of fe2i as plain data: who is on the territory, what flows, where that is known from, what could be done with it.
//!
//! No I/O, no clock, no computation beyond what a type must guarantee. Stages take these types and give these types.

mod actor;
mod appraisal;
mod digest;
mod evidence;
mod exchange;
mod finding;
mod flow;
mod flow_id;
mod ids;
mod lead;
mod message;
mod outline;
mod people;
mod place;
mod project;
mod rare;
mod synergy;
mod territory;
mod text;

pub use actor::{Actor, ActorKind, Headcount, NOTE_AFTER, Siret, SiretError, Site};
pub use appraisal::{
    Appraisal, Check, CheckKind, Contribution, Estimate, Gains, Legal, Question, Unknown, Visit,
};
pub use digest::Digest;
pub use evidence::{Basis, Confidentiality, Evidence};
pub use exchange::{Exchange, ExchangeState};
pub use finding::{Finding, Severity};
pub use flow::{Direction, Fate, Flow, Price, Season};
pub use flow_id::FlowId;
pub use ids::{
    ActorId, BlobId, ContactId, ExchangeId, IdeaId, LeadId, PersonId, ProjectId, SiteId, SiteVisitId,
};
pub use lead::{Fact, FactKind, Lead, LeadKind, Party, Role, Step, chain_givers};
pub use message::{Message, Said};
pub use outline::{Outline, Ring};
pub use people::{Contact, MemberRole, SiteVisit, UnknownRole};
pub use place::{COMMUNE_KM, EARTH_RADIUS_KM, Place, Precision};
pub use project::{Funding, FundingState, Idea, IdeaState, Milestone, Partner, Post, Project, ProjectState};
pub use rare::{Nothing, Rare};
pub use synergy::{Answer, Consent, Delivery, Document, LogEntry, Move, Reason, Refusal, Stage, Synergy};
pub use territory::{Batch, FileReport, Reject, TableReport, Territory};
pub use text::Text;
