//! What a lead is worth, what the law asks, and which question would settle it.

use chrono::NaiveDate;
use model::{Finding, Lead, Territory, Visit};
use reference::Reference;

/// How to draw, and on which day figures and codes are taken.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Same seed, same leads, same result.
    pub seed: u64,
    /// Draws per lead.
    pub draws: usize,
    /// The day figures, codes and taxes are taken on.
    pub day: NaiveDate,
}

impl Options {
    /// 400 draws, seed 1.
    pub fn on(day: NaiveDate) -> Self {
        Self { seed: 1, draws: 400, day }
    }
}

/// Fills in each lead's appraisal and final score; best first.
pub fn appraise(
    leads: Vec<Lead>,
    _territory: &Territory,
    _reference: &Reference,
    _options: &Options,
) -> (Vec<Lead>, Vec<Finding>) {
    (leads, Vec::new())
}

/// The sites to visit, most worth per minute first.
pub fn visits(_leads: &[Lead], _territory: &Territory, _reference: &Reference, _options: &Options) -> Vec<Visit> {
    Vec::new()
}
