//! The territory as pictures and sums.

use super::{LeadRow, Named, RangeView};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SankeyNode {
    /// Id.
    pub id: String,
    /// In words.
    pub label: String,
    /// From 0, left to right.
    pub column: usize,
    /// Activity, resource or fate.
    pub kind: String,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SankeyLink {
    /// Node.
    pub from: String,
    /// Node.
    pub to: String,
    /// Per year.
    pub tonnes: RangeView,
    /// A guess is in it.
    pub estimated: bool,
}

/// Tonnes from activities over resources to fates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SankeyData {
    /// Nodes.
    pub nodes: Vec<SankeyNode>,
    /// Links.
    pub links: Vec<SankeyLink>,
    /// What is left out, in words.
    pub missing: Option<String>,
}

/// One resource.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BalanceRow {
    /// Which.
    pub resource: Named,
    /// Given out, t/year.
    pub out: RangeView,
    /// Could stay within the territory: the smaller of both.
    pub within: RangeView,
    /// Taken in, t/year.
    pub inn: RangeView,
    /// A guess is in it.
    pub estimated: bool,
    /// Flows whose tonnes are unknown.
    pub unknown: usize,
}

/// What the territory takes in and gives out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Balance {
    /// Largest first.
    pub rows: Vec<BalanceRow>,
    /// Rows withheld by statistical secrecy.
    pub withheld: usize,
}

/// A sum.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Figure {
    /// Id.
    pub key: String,
    /// In words.
    pub label: String,
    /// How much; none when hidden or unknown.
    pub value: Option<RangeView>,
    /// Unit.
    pub unit: String,
    /// Withheld by statistical secrecy.
    pub hidden: bool,
    /// In words.
    pub why_hidden: Option<String>,
    /// How many actors.
    pub contributors: Option<usize>,
    /// How it is made.
    pub note: Option<String>,
    /// Where it is known from.
    pub source: Option<String>,
    /// A guess is in it.
    pub estimated: bool,
}

/// Sums of one breakdown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FigureGroup {
    /// Id.
    pub key: String,
    /// In words.
    pub label: String,
    /// The sums.
    pub figures: Vec<Figure>,
}

/// Sums for authorities.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Figures {
    /// Day of the picture.
    pub day: NaiveDate,
    /// The sums.
    pub groups: Vec<FigureGroup>,
}

/// What changes: result of a what-if job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Difference {
    /// Sums as they are.
    pub before: Vec<Figure>,
    /// Sums as they would be.
    pub after: Vec<Figure>,
    /// Leads that appear; at most 50.
    pub gained: Vec<LeadRow>,
    /// Leads that vanish; at most 50.
    pub lost: Vec<LeadRow>,
    /// How many appear; none for who may not read leads.
    pub gained_total: Option<usize>,
    /// How many vanish; likewise.
    pub lost_total: Option<usize>,
}
