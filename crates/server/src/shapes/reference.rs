//! The knowledge as people look it up.

use super::{Facets, RangeView};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An entry of the knowledge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceHit {
    /// Resource, pathway, figure, waste-code, activity, plant, sharing, prohibition, rubric or source.
    pub kind: String,
    /// In words.
    pub kind_label: String,
    /// Id.
    pub id: String,
    /// In words.
    pub label: String,
    /// Codes, validity, value.
    pub detail: Option<String>,
}

/// Entries that answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceList {
    /// How many.
    pub total: usize,
    /// The first 100.
    pub hits: Vec<ReferenceHit>,
    /// Kind.
    pub facets: Facets,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceField {
    /// In words.
    pub label: String,
    /// Value.
    pub value: String,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SourceLine {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Address.
    pub url: Option<String>,
    /// Page, table.
    pub locator: Option<String>,
}

/// The value of a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceValue {
    /// Value.
    pub range: RangeView,
    /// Unit.
    pub unit: String,
    /// From when.
    pub valid_from: Option<NaiveDate>,
    /// Until when.
    pub valid_until: Option<NaiveDate>,
    /// High, medium or low.
    pub confidence: Option<String>,
}

/// A territory's own value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OverrideView {
    /// Which figure.
    pub figure: String,
    /// In words.
    pub label: String,
    /// Value.
    pub range: RangeView,
    /// Its unit, the same as the common one's.
    pub unit: String,
    /// The common value.
    pub common: RangeView,
    /// Where it is known from.
    pub source: String,
    /// Of when.
    pub date: NaiveDate,
    /// Last day it holds.
    pub valid_until: Option<NaiveDate>,
    /// Revision.
    pub revision: i64,
}

/// A resource with the words people use for it, for reading lines without network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ResourceWords {
    /// Id.
    pub id: String,
    /// In words.
    pub name: String,
    /// The usual waste code.
    pub code: Option<String>,
    /// Bulk density as discarded.
    pub kg_per_m3: Option<RangeView>,
    /// What people also say.
    pub words: Vec<String>,
}

/// An entry with everything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceEntry {
    /// Kind.
    pub kind: String,
    /// Id.
    pub id: String,
    /// In words.
    pub label: String,
    /// In the order to read.
    pub fields: Vec<ReferenceField>,
    /// Where it is known from.
    pub sources: Vec<SourceLine>,
    /// Of a figure.
    pub value: Option<ReferenceValue>,
    /// Neighbours.
    pub links: Vec<ReferenceHit>,
}
