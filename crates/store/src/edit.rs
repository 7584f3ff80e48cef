//! What is written: records and changes to them.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt;
use std::str::FromStr;

use crate::{Result, StoreError};

/// Kinds of records, with what their body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Name, day, notice of the territory: [`crate::TerritoryMeta`]. One per territory, its id is [`Kind::ONLY`].
    Territory,
    /// [`model::Actor`].
    Actor,
    /// [`model::Site`].
    Site,
    /// [`model::Flow`]; its price is taken out and sealed.
    Flow,
    /// [`model::Exchange`].
    Exchange,
    /// [`model::Contact`]: personal data, erased by [`crate::Store::erase`].
    Contact,
    /// [`model::SiteVisit`].
    Visit,
    /// [`model::Synergy`].
    Synergy,
    /// [`model::Project`].
    Project,
    /// [`model::Idea`].
    Idea,
    /// The columns a sender's headings stand for.
    Mapping,
    /// [`model::Outline`]: the shape of a commune, for the map.
    Outline,
    /// A figure overridden on this territory, with its own source; id = the figure's.
    Setting,
}

impl Kind {
    /// The id of the one record of kind [`Kind::Territory`].
    pub const ONLY: &'static str = "territory";

    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Territory,
        Self::Actor,
        Self::Site,
        Self::Flow,
        Self::Exchange,
        Self::Contact,
        Self::Visit,
        Self::Synergy,
        Self::Project,
        Self::Idea,
        Self::Mapping,
        Self::Outline,
        Self::Setting,
    ];

    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Territory => "territory",
            Self::Actor => "actor",
            Self::Site => "site",
            Self::Flow => "flow",
            Self::Exchange => "exchange",
            Self::Contact => "contact",
            Self::Visit => "visit",
            Self::Synergy => "synergy",
            Self::Project => "project",
            Self::Idea => "idea",
            Self::Mapping => "mapping",
            Self::Outline => "outline",
            Self::Setting => "setting",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that names no kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("« {0} » n'est pas un genre d'enregistrement")]
pub struct UnknownKind(pub String);

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> std::result::Result<Self, UnknownKind> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| UnknownKind(text.to_owned()))
    }
}

/// One thing of a territory, as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What kind.
    pub kind: Kind,
    /// Its id within kind and territory.
    pub id: String,
    /// The version of the territory that wrote it last: grows with every change, never comes twice.
    pub revision: i64,
    /// The `model` type as JSON, without sealed values.
    pub body: Value,
    /// When it was written last.
    pub updated_at: DateTime<Utc>,
    /// By whom: a person's id, `invite:…`, `import`.
    pub updated_by: String,
}

impl Record {
    /// The body as the `model` type of its kind.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T> {
        T::deserialize(&self.body)
            .map_err(|error| StoreError::Damaged(format!("{} {} : {error}", self.kind, self.id)))
    }
}

/// What happens to one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What kind.
    pub kind: Kind,
    /// Which.
    pub id: String,
    /// The revision it was read at; `None`: it must not be there yet.
    pub expected: Option<i64>,
    /// What it becomes; `None`: it is deleted. In a flow, a `price` is taken out and sealed; a missing or null one leaves the sealed one as
    /// it is, `false` forgets it.
    pub body: Option<Value>,
}

impl Change {
    /// Writes a record: a new one when `expected` is `None`.
    pub fn put(
        kind: Kind,
        id: impl Into<String>,
        expected: Option<i64>,
        body: &impl Serialize,
    ) -> Result<Self> {
        let id = id.into();
        let body = serde_json::to_value(body)
            .map_err(|error| StoreError::Refused(format!("{kind} {id} : {error}")))?;
        Ok(Self { kind, id, expected, body: Some(body) })
    }

    /// Deletes a record.
    pub fn delete(kind: Kind, id: impl Into<String>, expected: i64) -> Self {
        Self { kind, id: id.into(), expected: Some(expected), body: None }
    }
}

/// Changes that happen together or not at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Which territory.
    pub territory: String,
    /// Who: a person's id, `invite:…`, `import`.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What; a record comes at most once.
    pub changes: Vec<Change>,
}

/// What a commit gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// The version of the territory after it.
    pub version: i64,
    /// The revision of each change's record, in order; a deleted one has that of its deletion.
    pub revisions: Vec<i64>,
}
