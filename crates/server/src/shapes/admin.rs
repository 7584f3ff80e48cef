//! For administrators.

use super::Membership;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person and their parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Person {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Parts.
    pub memberships: Vec<Membership>,
    /// Last session (RFC 3339).
    pub last_seen: Option<String>,
    /// May come in.
    pub active: bool,
    /// Administers the installation.
    pub admin: bool,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersonSaved {
    /// The person.
    pub person: Person,
    /// Path with which the person sets a password, when it could not be mailed.
    pub link: Option<String>,
}

/// A field of a record, as it was and as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AuditChange {
    /// Which: wording, stated, stage …
    pub field: String,
    /// As it was.
    pub before: Option<String>,
    /// As it is.
    pub after: Option<String>,
}

/// A line of the audit log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AuditLine {
    /// When.
    pub at: String,
    /// Who.
    pub by: String,
    /// « flux, changement ».
    pub said: String,
    /// The record is still there.
    pub here: bool,
    /// Kind of record.
    pub kind: String,
    /// Record.
    pub id: String,
    /// What people call the record.
    pub name: Option<String>,
    /// What is another value than before.
    pub changes: Vec<AuditChange>,
    /// Version it made.
    pub version: i64,
}

/// A page of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AuditPage {
    /// Newest first.
    pub lines: Vec<AuditLine>,
    /// The chain of hashes holds.
    pub intact: bool,
    /// `before` of the next page.
    pub next: Option<i64>,
}

/// A territory of the installation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TerritoryLine {
    /// Id, in addresses.
    pub id: String,
    /// Name.
    pub name: String,
    /// Its companies are invented.
    pub invented: bool,
    /// People with a part in it.
    pub people: usize,
}
