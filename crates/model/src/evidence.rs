//! Where a fact is known from. No number exists without it.

use crate::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How a fact is known, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Weighed or metered.
    Measured,
    /// Entered in a legal register.
    Register,
    /// Said by the company.
    Declared,
    /// Published by somebody else.
    Documented,
    /// Typical of such firms: a guess until someone asks.
    Estimated,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// How it is known.
    pub basis: Basis,
    /// File and line, document, or profile: enough to go and look.
    pub source: Text,
    /// Day of the fact, not of its entry.
    pub date: Option<NaiveDate>,
    /// After this day it must be asked again.
    pub expires_on: Option<NaiveDate>,
}

impl Evidence {
    /// A fact without a date.
    pub fn new(basis: Basis, source: impl Into<Text>) -> Self {
        Self { basis, source: source.into(), date: None, expires_on: None }
    }

    /// The same, of a day.
    #[must_use]
    pub fn on(mut self, date: Option<NaiveDate>) -> Self {
        self.date = date;
        self
    }

    /// True for a rough figure, of a sector profile or of a person ([`crate::Flow::is_guess`] tells them apart).
    pub fn is_estimate(&self) -> bool {
        self.basis == Basis::Estimated
    }
}

/// Who may read a fact of a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Confidentiality {
    /// Anybody.
    Open,
    /// The members of the démarche: place, kind and quantity.
    #[default]
    Members,
    /// The facilitator only.
    Facilitator,
}
