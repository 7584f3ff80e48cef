//! From a territory to leads: who could take what from whom, pool what with whom, buy what next door, build what together.
//!
//! Four detectors share one index and one way of explaining: [`substitution`], [`purchase`], [`sharing`], [`chains`]. Candidates come
//! from an inverted index over resources and a spatial index, never from all pairs of sites.
//!
//! [`affinity`] answers the question without a territory: how likely a kind of firm takes a resource. `fe2i evaluate` measures it; the
//! detectors read the same pathways and profiles, and `plausible` the habits of `data/affinity`.

pub mod affinity;
mod beliefs;
mod bounds;
mod buyers;
mod candidate;
mod chains;
mod explain;
mod forbid;
mod gather;
mod groups;
mod heat;
mod index;
mod known;
mod memory;
mod merge;
mod near;
mod onward;
mod plausible;
mod purchase;
mod recall;
mod said;
mod sharing;
mod struck;
mod substitution;
mod takers;
mod trades;
mod unplaced;
mod usual;

use candidate::Candidate;
use index::Index;
use model::{Finding, Lead, Severity, Territory};
use reference::Reference;
use substitution::Before;

pub use memory::Memory;
pub use struck::Struck;

/// How much to look for.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Leads in which a site is the giver or the buyer, at most, best first; what is only guessed takes no place of what is said.
    pub per_site: usize,
    /// All leads, at most, best first.
    pub total: usize,
    /// Belief ([`Lead::belief`]) below which a lead is not worth a line.
    pub least_belief: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self { per_site: 12, total: 6_000, least_belief: 0.02 }
    }
}

/// All leads of a territory whose flows are classified, best first, and what was left out.
pub fn detect(territory: &Territory, reference: &Reference, options: &Options) -> (Vec<Lead>, Vec<Finding>) {
    let (mut pairs, mut purchase) = Default::default();
    leads(&Index::new(territory, reference, &mut Memory::default()), options, (&mut pairs, &mut purchase))
}

/// The same, and what a prohibition struck out: one index serves both. What the search before has left makes it sooner, not different.
pub fn search(
    territory: &Territory,
    reference: &Reference,
    options: &Options,
    memory: &mut Memory,
) -> (Vec<Lead>, Vec<Struck>, Vec<Finding>) {
    memory.turn();
    let (mut pairs, mut purchase) = (std::mem::take(&mut memory.pairs), memory.purchase);
    let index = Index::new(territory, reference, memory);
    let (leads, findings) = leads(&index, options, (&mut pairs, &mut purchase));
    let struck = struck::find(&index);
    drop(index);
    (memory.pairs, memory.purchase) = (pairs, purchase);
    (leads, struck, findings)
}

fn leads(
    index: &Index<'_>,
    options: &Options,
    (pairs, purchase): (&mut Before, &mut Option<f32>),
) -> (Vec<Lead>, Vec<Finding>) {
    let (mut candidates, floor) = substitution::find(index, options, pairs);
    let purchases = purchase::find(index, options, floor, purchase);
    let told = merge::pairs(&candidates);
    candidates.extend(purchases.into_iter().filter(|purchase| !merge::is_told(&told, purchase)));
    candidates.extend(merge::once(index, chains::find(index), sharing::find(index)));
    candidates.retain(|candidate| candidate.belief >= options.least_belief);
    let registered = known::Known::registered(index.territory);
    candidates.retain(|candidate| !explain::already_runs(candidate, index, &registered));
    let found = candidates.len();
    candidates.sort_by(Candidate::best_first);
    candidates.truncate(options.total);
    let known = known::Known::of(index.territory);
    let leads: Vec<_> = candidates.iter().map(|candidate| explain::lead(candidate, index, &known)).collect();
    let cut = (found > leads.len()).then(|| {
        Finding::new(Severity::Info, "leads-cut", "").with("found", found).with("kept", leads.len())
    });
    let odd = forbid::findings(index).into_iter().chain(unplaced::findings(index, &leads));
    let missing =
        index.missing.iter().map(|id| Finding::new(Severity::Warning, "figure-missing", id.as_str()));
    (leads, unclassified(index.territory).into_iter().chain(cut).chain(odd).chain(missing).collect())
}

/// Exchanges that somebody might think of and a prohibition of `data/rules` forbids.
pub fn struck(territory: &Territory, reference: &Reference) -> Vec<Struck> {
    struck::find(&Index::new(territory, reference, &mut Memory::default()))
}

/// Flows that no detector can see because nobody knows what they are of.
fn unclassified(territory: &Territory) -> Option<Finding> {
    let count = territory.flows.iter().filter(|flow| flow.resource.is_none()).count();
    (count > 0).then(|| Finding::new(Severity::Warning, "flows-unclassified", "").with("count", count))
}
