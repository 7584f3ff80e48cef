//! From batches to one territory: the same site named by several files becomes one, what contradicts is told, places are checked.
//!
//! The order of the batches decides: what a later file adds completes, what it contradicts is a finding and the earlier value stays.
//! Ids do not depend on file names, so that reading a file twice changes nothing.

mod actors;
mod firms;
mod flows;
mod given_back;
mod huge;
mod lands;
mod places;
mod same;
mod sites;

use crate::Options;
use model::{Batch, Finding, Severity, Territory};

/// Merges batches into a territory. The findings of the batches come first, in their order, then those of the merging. What is left of
/// the batches is their reports, with the lines added that name a site which no file describes: read the reports after, not before.
pub fn assemble(batches: &mut [Batch], options: &Options<'_>) -> (Territory, Vec<Finding>) {
    let mut findings: Vec<Finding> =
        batches.iter_mut().flat_map(|batch| std::mem::take(&mut batch.findings)).collect();
    let mut territory = header(batches, options, &mut findings);
    let mut actors = actors::merge(batches, &mut findings);
    let described = actors::with_sites(batches);
    let firms = firms::Firms::of(batches, options.reference, &mut findings);
    let (mut sites, names, united) = sites::merge(batches, &firms, &mut findings);
    actors::unite(&mut actors, &mut sites, united, &mut findings);
    places::check(&mut sites, batches, options.reference, &mut findings);
    places::coarsen(&mut sites, &mut findings);
    places::place(&mut sites, options.reference, &mut findings);
    actors::leave_out_empty(&mut actors, &described, &sites);
    territory.actors = actors;
    territory.sites = sites;
    territory.flows = flows::merge_flows(batches, &names, &mut findings);
    huge::tell(&territory.flows, &mut findings);
    territory.exchanges = flows::merge_exchanges(batches, &names, &mut findings);
    (territory, findings)
}

/// What holds for the whole territory: the first file that says it decides; an invented company anywhere makes the whole invented.
fn header(batches: &[Batch], options: &Options<'_>, findings: &mut Vec<Finding>) -> Territory {
    let mut names = batches.iter().filter_map(|batch| batch.name.as_deref());
    let name = names.next().unwrap_or_default().to_owned();
    if let Some(other) = names.find(|other| *other != name) {
        let finding = Finding::new(Severity::Warning, "intake-two-names", &name);
        findings.push(finding.with("kept", &name).with("other", other));
    }
    Territory {
        name,
        day: batches.iter().find_map(|batch| batch.day).unwrap_or(options.day),
        invented: batches.iter().any(|batch| batch.invented),
        notice: batches.iter().find_map(|batch| batch.notice.clone()),
        ..Territory::default()
    }
}
