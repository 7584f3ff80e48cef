//! Shapes that every page uses.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// P10, P50, P90.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RangeView {
    /// Low end (P10).
    pub low: f64,
    /// Middle (P50).
    pub mid: f64,
    /// High end (P90).
    pub high: f64,
}

/// A figure with its unit and whether it rests on a guess.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Amount {
    /// The figure.
    pub range: RangeView,
    /// `t/year`, `EUR/year`, `h/year` ….
    pub unit: String,
    /// True when a guess is in it.
    pub estimated: bool,
}

/// Where a fact is known from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct EvidenceView {
    /// Measured, register, declared, documented or estimated.
    pub basis: String,
    /// File and line, document, profile, visit.
    pub source: String,
    /// Day of the fact.
    pub date: Option<NaiveDate>,
    /// To be asked again after this day.
    pub expires_on: Option<NaiveDate>,
}

/// An id with the name people read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Named {
    /// Stable id.
    pub id: String,
    /// Name in the asked language.
    pub name: String,
}

/// A value to filter by and how often it occurs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Facet {
    /// Value to filter by.
    pub value: String,
    /// In words.
    pub label: String,
    /// Rows that have it.
    pub count: usize,
}

/// What an edit became.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Saved {
    /// The record.
    pub id: String,
    /// To be sent with the next edit.
    pub revision: i64,
    /// The territory's version after the edit.
    pub version: i64,
}

/// Long work; its progress also comes over `/territories/{t}/events`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Job {
    /// Id.
    pub id: String,
    /// Import, whatif, backup.
    pub kind: String,
    /// Waiting, running, done, failed or cancelled.
    pub state: String,
    /// 0 to 1.
    pub progress: f64,
    /// What it says of itself.
    pub text: Option<String>,
    /// What it found, once done.
    #[schema(value_type = Option<Object>)]
    pub result: Option<serde_json::Value>,
    /// Why it failed.
    pub error: Option<String>,
    /// When it was asked for (RFC 3339).
    pub asked_at: String,
    /// When it ended.
    pub ended_at: Option<String>,
    /// Somebody asked it to stop; what it had found by then may still be its result.
    pub stopped: bool,
    /// Who asked for it; told to administrators.
    pub by: Option<String>,
    /// What it is about; told to administrators.
    pub about: Option<String>,
}

/// Values to filter by, by the name of the filter.
pub type Facets = BTreeMap<String, Vec<Facet>>;
