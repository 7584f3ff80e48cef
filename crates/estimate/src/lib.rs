//! Fills the gaps: what a site of that activity and size typically takes in and gives out, said to be a guess.
//!
//! An estimate is good for choosing whom to visit, no more: it bears [`Basis::Estimated`], a likelihood, and an amount only where the
//! profile gives one per employee and the headcount is known.

use model::{Basis, Direction, Evidence, Finding, Flow, FlowId, Severity, Site, SiteId, Territory};
use reference::{Profile, Reference, ResourceId, Typical};
use std::collections::HashMap;
use units::{Quantity, Unit};

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
    let declared = Declared::of(territory);
    let mut profiles: HashMap<Vec<String>, Profile> = HashMap::new();
    let mut flows = Vec::new();
    let mut unknown = 0_usize;
    for site in &territory.sites {
        let classes = site.activity.as_ref().map(|code| reference.naf.as_rev2(code)).unwrap_or_default();
        let profile = profiles.entry(classes.clone()).or_insert_with(|| profile_of(&classes, reference));
        unknown += usize::from(profile.is_empty());
        flows.extend(typical_flows(site, profile, &declared, reference));
    }
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

fn typical_flows<'a>(
    site: &'a Site,
    profile: &Profile,
    declared: &Declared<'a>,
    reference: &Reference,
) -> Vec<Flow> {
    let sides = [
        (Direction::GivesOut, &profile.gives),
        (Direction::TakesIn, &profile.takes),
        (Direction::Sells, &profile.makes),
        (Direction::Needs, &profile.needs),
        (Direction::CanShare, &profile.owns),
    ];
    let mut flows = Vec::new();
    for (direction, typicals) in sides {
        let said = declared.at(&site.id, direction);
        let doubt = power(FORGOTTEN, said.len()) * power(UNASKED, declared.of_site(&site.id) - said.len());
        let mut typicals: Vec<&Typical> = typicals.iter().collect();
        typicals.sort_by(|a, b| b.p.total_cmp(&a.p).then_with(|| a.r.cmp(&b.r)));
        let guesses = typicals.into_iter().filter_map(|typical| {
            #[expect(clippy::cast_possible_truncation, reason = "a probability")]
            let likelihood = typical.p as f32 * doubt;
            let worth_a_line = likelihood >= LEAST_LIKELIHOOD && !covered(&typical.r, said, reference);
            worth_a_line.then(|| guess(site, direction, typical, likelihood, &profile.basis))
        });
        flows.extend(guesses.take(most(direction)));
    }
    flows
}

fn power(base: f32, times: usize) -> f32 {
    base.powi(i32::try_from(times).unwrap_or(i32::MAX))
}

/// True when the site has declared the resource, something more specific or something more general.
fn covered(resource: &ResourceId, declared: &[&ResourceId], reference: &Reference) -> bool {
    let catalogue = &reference.catalogue;
    let Some(ix) = catalogue.index_of(resource.as_str()) else { return true };
    declared
        .iter()
        .filter_map(|id| catalogue.index_of(id.as_str()))
        .any(|said| catalogue.steps_up(said, ix).is_some() || catalogue.steps_up(ix, said).is_some())
}

fn guess(site: &Site, direction: Direction, typical: &Typical, likelihood: f32, basis: &str) -> Flow {
    let id = FlowId::from(format!("{}/{direction:?}/{}", site.id, typical.r));
    let evidence = Evidence::new(Basis::Estimated, format!("NAF {basis}"));
    let mut flow = Flow::worded(id, site.id.clone(), direction, String::new(), evidence);
    flow.resource = Some(typical.r.clone());
    flow.resource_belief = 1.0;
    flow.likelihood = likelihood;
    flow.quantity = yearly_amount(site, typical);
    flow.tonnes = flow.quantity.as_ref().and_then(|q| q.to(&tonnes_per_year()?).ok()).map(|q| q.range);
    flow
}

/// Amount per employee times headcount, both ranges; `None` when either is unknown or the site has nobody.
fn yearly_amount(site: &Site, typical: &Typical) -> Option<Quantity> {
    let people = site.headcount.as_ref()?.people;
    if people.high() <= 0.0 {
        return None;
    }
    let employees = Quantity::new(people, "emp".parse().ok()?);
    Some(typical.amount.as_ref()?.quantity()?.times(&employees))
}

fn tonnes_per_year() -> Option<Unit> {
    "t/year".parse().ok()
}

/// What sites have said themselves, by site and direction.
#[derive(Default)]
struct Declared<'a> {
    by_direction: HashMap<(&'a SiteId, Direction), Vec<&'a ResourceId>>,
    by_site: HashMap<&'a SiteId, usize>,
}

impl<'a> Declared<'a> {
    fn of(territory: &'a Territory) -> Self {
        let mut declared = Self::default();
        for flow in territory.flows.iter().filter(|flow| !flow.evidence.is_estimate()) {
            if let Some(resource) = &flow.resource {
                declared.by_direction.entry((&flow.site, flow.direction)).or_default().push(resource);
                *declared.by_site.entry(&flow.site).or_default() += 1;
            }
        }
        declared
    }

    fn at(&self, site: &'a SiteId, direction: Direction) -> &[&'a ResourceId] {
        self.by_direction.get(&(site, direction)).map_or(&[], Vec::as_slice)
    }

    fn of_site(&self, site: &SiteId) -> usize {
        self.by_site.get(site).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
