//! A lead before it is written out: numbers only, small enough to have millions of.

use crate::gather::Ranked;
use model::{LeadKind, Role};
use std::cmp::Ordering;

/// A site in a candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Member {
    pub(crate) site: u32,
    pub(crate) role: Role,
    pub(crate) flow: Option<u32>,
    /// Chances that the site plays this part.
    pub(crate) likelihood: f32,
}

/// A step of a candidate: pathway, what goes in, what comes out and goes on, who does it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Way {
    pub(crate) pathway: u32,
    pub(crate) input: u32,
    pub(crate) output: Option<u32>,
    pub(crate) by: Option<u32>,
}

/// A possible lead.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Candidate {
    pub(crate) kind: LeadKind,
    pub(crate) resource: u32,
    pub(crate) rule: Option<u32>,
    pub(crate) members: Vec<Member>,
    pub(crate) ways: Vec<Way>,
    pub(crate) km: Option<f64>,
    pub(crate) belief: f32,
    /// Belief, weighed by nearness and by how precisely the resource is named.
    pub(crate) score: f32,
}

impl Candidate {
    /// Order for sorting: score, then who and what, so that equal scores always come out in the same order.
    pub(crate) fn best_first(a: &Self, b: &Self) -> Ordering {
        b.score.total_cmp(&a.score).then_with(|| a.key().cmp(&b.key()))
    }

    fn key(&self) -> (LeadKind, u32, Option<u32>, Vec<u32>, Vec<Option<u32>>) {
        let sites = self.members.iter().map(|m| m.site).collect();
        let flows = self.members.iter().map(|m| m.flow).collect();
        (self.kind, self.resource, self.rule, sites, flows)
    }
}

impl Ranked for Candidate {
    fn score(&self) -> f32 {
        self.score
    }

    fn order(a: &Self, b: &Self) -> Ordering {
        Self::best_first(a, b)
    }
}

/// How much of a lead's worth distance leaves, 1 next door, one half at `half_km`; unknown distance counts as half.
pub(crate) fn nearness(km: Option<f64>, half_km: f64) -> f64 {
    km.map_or(0.5, |km| 1.0 / (1.0 + km / half_km))
}

/// Chances as they are stored.
#[expect(clippy::cast_possible_truncation, reason = "a probability or a score")]
pub(crate) fn single(value: f64) -> f32 {
    value as f32
}
