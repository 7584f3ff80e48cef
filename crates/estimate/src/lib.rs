//! Fills the gaps: what a site of that activity and size typically takes in and gives out, said to be a guess.
//!
//! An estimate is good for choosing whom to visit, no more: it bears [`Basis::Estimated`], a likelihood, and an amount only where the
//! profile gives one per employee and the headcount is known.

mod pattern;

use model::{Direction, Finding, Flow, Severity, Site, SiteId, Territory};
use pattern::Pattern;
use reference::{Catalogue, Profile, Reference};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Below this likelihood a guess is not worth a line.
pub const LEAST_LIKELIHOOD: f32 = 0.3;

/// Each flow a site has declared in a direction halves the chance that it forgot to say another one: a site that lists three
/// residues has been asked, and what it does not list is probably not there.
const FORGOTTEN: f32 = 0.5;

/// Each flow it has declared in any other direction weighs less, but the site has been talked to all the same.
const UNASKED: f32 = 0.8;

/// How many guesses a site gets in a direction at most, likeliest first: a profile says where to look, not what is there.
fn most(direction: Direction) -> usize {
    match direction {
        Direction::GivesOut | Direction::TakesIn => 12,
        Direction::Sells | Direction::Needs | Direction::CanShare => 5,
    }
}

/// The typical flows the sites have not declared, and what could not be estimated.
pub fn estimate(territory: &Territory, reference: &Reference) -> (Vec<Flow>, Vec<Finding>) {
    let declared = Declared::of(territory, reference);
    let mut patterns: HashMap<Vec<String>, Pattern> = HashMap::new();
    let mut flows = Vec::new();
    let mut unknown = 0_usize;
    for site in &territory.sites {
        let classes = site.activity.as_ref().map(|code| reference.naf.as_rev2(code)).unwrap_or_default();
        let pattern = match patterns.entry(classes) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let pattern = Pattern::of(&profile_of(new.key(), reference), reference);
                new.insert(pattern)
            }
        };
        unknown += usize::from(pattern.is_empty());
        typical_flows(site, pattern, &declared, &reference.catalogue, &mut flows);
    }
    flows.shrink_to_fit();
    let findings = (unknown > 0)
        .then(|| Finding::new(Severity::Info, "sites-without-profile", "").with("count", unknown))
        .into_iter()
        .collect();
    (flows, findings)
}

/// The profile of the first class that has one: a NAF 2025 code may stand for several rev. 2 classes, and mixing them would say that a
/// firm does everything any of them does.
fn profile_of(classes: &[String], reference: &Reference) -> Profile {
    classes
        .iter()
        .map(|class| reference.activities.profile(class))
        .find(|p| !p.is_empty())
        .unwrap_or_default()
}

fn typical_flows(
    site: &Site,
    pattern: &Pattern,
    declared: &Declared<'_>,
    catalogue: &Catalogue,
    flows: &mut Vec<Flow>,
) {
    let of_site = declared.of_site(&site.id);
    for (direction, guesses) in &pattern.sides {
        let said = declared.at(&site.id, *direction);
        let doubt = power(FORGOTTEN, said.len()) * power(UNASKED, of_site - said.len());
        let worth_a_line = guesses.iter().filter_map(|guess| {
            let likelihood = guess.p * doubt;
            let kept = likelihood >= LEAST_LIKELIHOOD && !covered(guess.number, said, catalogue);
            kept.then(|| guess.at(site, *direction, likelihood, &pattern.source))
        });
        flows.extend(worth_a_line.take(most(*direction)));
    }
}

fn power(base: f32, times: usize) -> f32 {
    base.powi(i32::try_from(times).unwrap_or(i32::MAX))
}

/// True when the site has declared the resource, something more specific or something more general.
fn covered(resource: usize, declared: &[usize], catalogue: &Catalogue) -> bool {
    declared.iter().any(|&said| {
        catalogue.steps_up(said, resource).is_some() || catalogue.steps_up(resource, said).is_some()
    })
}

/// What sites have said themselves, by site and direction.
#[derive(Default)]
struct Declared<'a> {
    by_direction: HashMap<(&'a SiteId, Direction), Vec<usize>>,
    by_site: HashMap<&'a SiteId, usize>,
}

impl<'a> Declared<'a> {
    fn of(territory: &'a Territory, reference: &Reference) -> Self {
        let mut declared = Self::default();
        for flow in territory.flows.iter().filter(|flow| !flow.evidence.is_estimate()) {
            let known = flow.resource.as_ref().and_then(|id| reference.catalogue.index_of(id.as_str()));
            if let Some(resource) = known {
                declared.by_direction.entry((&flow.site, flow.direction)).or_default().push(resource);
                *declared.by_site.entry(&flow.site).or_default() += 1;
            }
        }
        declared
    }

    fn at(&self, site: &'a SiteId, direction: Direction) -> &[usize] {
        self.by_direction.get(&(site, direction)).map_or(&[], Vec::as_slice)
    }

    fn of_site(&self, site: &SiteId) -> usize {
        self.by_site.get(site).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
