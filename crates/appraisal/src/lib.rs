//! What a lead is worth, what the law asks, and which question would settle it.
//!
//! [`appraise`] draws every uncertain number of a lead from its range (seeded, shared inside the lead), adds up terms that each keep
//! their figures, writes the checklist, and puts a price on each thing not known. [`visits`] adds that up by site. What a term means and
//! why it is reckoned so: `docs/adr/0002-what-a-lead-is-worth.md`.

mod case;
mod draws;
mod gains;
mod law;
mod memory;
mod money;
mod order;
mod questions;
mod unfit;
mod world;

pub use memory::Memory;
pub use questions::visits::visits;

use case::Case;
use chrono::NaiveDate;
use model::{Appraisal, Finding, Lead, Severity, Territory};
use rayon::prelude::*;
use reference::Reference;
use std::collections::BTreeSet;
use world::World;

/// How to draw, and on which day figures and codes are taken.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Same seed, same leads, same result.
    pub seed: u64,
    /// Draws per lead; at least 20 are made.
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

/// Fills in each lead's appraisal and final score; best first. The findings name each figure that was wanted and could not be used, once.
pub fn appraise(
    leads: Vec<Lead>,
    territory: &Territory,
    reference: &Reference,
    options: &Options,
) -> (Vec<Lead>, Vec<Finding>) {
    all(leads, territory, (reference, options), |leads, world| {
        leads.into_par_iter().map(|lead| one(lead, world)).collect()
    })
}

/// The same, sooner: what was worked out before for leads of which nothing has changed since is taken from memory.
pub fn appraise_again(
    leads: Vec<Lead>,
    territory: &Territory,
    reference: &Reference,
    options: &Options,
    memory: &mut Memory,
) -> (Vec<Lead>, Vec<Finding>) {
    all(leads, territory, (reference, options), |leads, world| {
        memory.appraise(leads, world, |lead| one(lead, world))
    })
}

fn all(
    leads: Vec<Lead>,
    territory: &Territory,
    (reference, options): (&Reference, &Options),
    each: impl FnOnce(Vec<Lead>, &World<'_>) -> Vec<memory::Appraised>,
) -> (Vec<Lead>, Vec<Finding>) {
    let world = match World::new(territory, reference, options) {
        Ok(world) => world,
        Err(error) => {
            let finding = Finding::new(Severity::Error, "unit-unknown", "appraisal").with("error", error);
            return (leads, vec![finding]);
        }
    };
    let (mut leads, missing): (Vec<Lead>, Vec<BTreeSet<String>>) = each(leads, &world).into_iter().unzip();
    leads.sort_by(order::score::best_first);
    order::uses::settle(&mut leads, &world);
    order::overlap::thin(&mut leads, &world);
    case::rivals::note(&mut leads, |id| world.flow(id).and_then(|flow| *flow.tonnes));
    let mut findings = unfit::findings(territory, &world);
    findings.extend(world.findings(missing.into_iter().flatten().collect()));
    (leads, findings)
}

/// A lead of a resource that is not in the catalogue goes through untouched.
fn one(mut lead: Lead, world: &World<'_>) -> (Lead, BTreeSet<String>) {
    case::taken::leave_the_rest(&mut lead, world);
    let Some(case) = Case::new(world, &lead) else { return (lead, BTreeSet::new()) };
    let money = case.money();
    let mut legal = case.legal();
    legal
        .checks
        .splice(0..0, case.holder_check().into_iter().chain(case.feed_check()).chain(money.missing_check()));
    let appraisal = Appraisal {
        gains: case.gains(&money),
        break_even_km: money.break_even_km(),
        legal,
        questions: case.questions(&money),
        day: Some(world.options.day),
        taken_by: case.holder().cloned(),
        ..Appraisal::default()
    };
    let score = case.score(&appraisal);
    let missing = case.missing();
    lead.appraisal = Some(appraisal);
    lead.score = score;
    (lead, missing)
}
