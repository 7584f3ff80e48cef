//! How much each sign counts when takers are ranked: data, so that a change is measured before it is built in.

use crate::SourceId;
use serde::{Deserialize, Serialize};

/// How much each sign of a taker counts. All are shares (0–1) unless said otherwise; `data/affinity/weights.toml` says why.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// A pathway such firms run.
    pub pathway: f64,
    /// Habit and pathway agree: the weaker of the two beside the stronger.
    pub agree: f64,
    /// What such firms buy in.
    pub buys: f64,
    /// A taker of what one process makes of the resource.
    pub after: f64,
    /// Who can use matter of that nature.
    pub matter: f64,
    /// Kept for each is-a step up from the resource to what is named.
    pub step_up: f64,
    /// Kept for each is-a step down.
    pub step_down: f64,
    /// Lent by a class within, when only the group or division of the firm is known.
    pub within: f64,
    /// Lent by another class of the same NAF group.
    pub group: f64,
    /// Lent by another group of the same NAF division.
    pub division: f64,
    /// What a reading keeps whose names share no word as written with what was said.
    pub loose: f64,
    /// What a reading gains when such donors are fully known for it.
    pub donor: f64,
    /// Score of a flow such donors are fully known for, when nothing said names it.
    pub unsaid: f64,
    /// Exponent on readings: 2 makes half the score a quarter of the share.
    pub sharpness: f64,
    /// A firm called after what a process makes of the flow.
    pub makes: f64,
    /// A kind of firm that the wording says the flow is for.
    pub purpose: f64,
    /// What a reading keeps that only words on the origin of the flow name.
    pub origin: f64,
    /// What a taker keeps that is of the donor's own class: it has the same residue to place.
    pub same_kind: f64,
    /// What the next firm of a class keeps, when the taker of one flow is sought: a flow has few takers.
    pub again_taker: f64,
    /// The same when a partner is sought for anything.
    pub again_partner: f64,
    /// Sources.
    pub source: Vec<SourceId>,
}
