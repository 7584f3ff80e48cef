//! The question put together.

use super::costs::Costs;
use super::outlets::WITHOUT_AMOUNT;
use super::{Chain, ChainError, outlets, spots, supplies};
use chrono::NaiveDate;
use model::{Finding, Place, Said, Site, SiteId, Territory};
use reference::{Plant, Reference};
use std::collections::{BTreeMap, HashMap};

/// How the question is put.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// The day whose figures count.
    pub day: NaiveDate,
    /// Guessed flows with at least this likelihood count, at their likelihood; 1 leaves all guesses out.
    pub least_likelihood: f32,
    /// Candidate sites weighed at most.
    pub spots: usize,
}

impl Options {
    /// Only what somebody said; a dozen sites.
    pub fn on(day: NaiveDate) -> Self {
        Self { day, least_likelihood: 1.0, spots: 12 }
    }
}

/// What the parts of a question look things up in.
pub(super) struct World<'a> {
    pub(super) territory: &'a Territory,
    pub(super) reference: &'a Reference,
    pub(super) plant: &'a Plant,
    pub(super) options: Options,
    pub(super) sites: HashMap<&'a SiteId, &'a Site>,
}

/// The plants that gather a resource (id), or something it is a kind of.
pub fn plants_for<'a>(reference: &'a Reference, resource: &str) -> Vec<&'a Plant> {
    let Some(ix) = reference.catalogue.index_of(resource) else { return Vec::new() };
    let takers: Vec<&str> =
        reference.pathways.taking(ix).map(|(_, pathway, _)| pathway.id.as_str()).collect();
    reference.plants.iter().filter(|p| p.pathways.iter().any(|id| takers.contains(&id.as_str()))).collect()
}

/// The question of one kind of plant on a territory whose flows are classified; findings name what was left out and why.
pub fn build(
    territory: &Territory,
    reference: &Reference,
    plant: &str,
    options: Options,
) -> Result<(Chain, Vec<Finding>), ChainError> {
    let plant =
        reference.plants.iter().find(|known| known.id == plant).ok_or_else(|| unknown(reference, plant))?;
    let sites = territory.sites.iter().map(|site| (&site.id, site)).collect();
    let world = World { territory, reference, plant, options, sites };
    let figure = |missing| ChainError::Figure { plant: plant.id.clone(), missing };
    let mut findings = Vec::new();
    let supplies = supplies::find(&world, &mut findings);
    if supplies.is_empty() {
        return Err(ChainError::NoSupply { plant: plant.id.clone() });
    }
    let outlets = outlets::find(&world, &mut findings);
    let (spots, candidates) = spots::find(&world, &supplies, &outlets).map_err(figure)?;
    if spots.is_empty() {
        let name = plant.fr.clone();
        let left_out = findings.iter().find(|finding| finding.key == WITHOUT_AMOUNT);
        return Err(match (plant.outlets.is_empty(), left_out) {
            _ if !outlets.is_empty() => ChainError::NoSpot { plant: name },
            (true, _) => ChainError::NoSpot { plant: name },
            (false, None) => ChainError::NoTaker { plant: name },
            (false, Some(finding)) => {
                ChainError::TakersUnknown { plant: name, sites: told(finding, "sites") }
            }
        });
    }
    let costs = Costs::of(&world, &supplies).map_err(figure)?;
    let named = supplies
        .iter()
        .map(|s| &s.site)
        .chain(spots.iter().map(|s| &s.site))
        .chain(outlets.iter().map(|o| &o.site));
    let places: BTreeMap<_, _> = named.filter_map(|id| Some((id.clone(), world.place(id)?))).collect();
    let reach_km = plant.is_piped().then_some(plant.gather_km);
    Ok((
        Chain { plant: plant.id.clone(), supplies, spots, candidates, outlets, costs, reach_km, places },
        findings,
    ))
}

/// An argument of a finding, in plain text.
fn told(finding: &Finding, name: &str) -> String {
    let found = finding.args.iter().find(|(known, _)| known == name);
    found
        .map(|(_, said)| match said {
            Said::Text(text) => text.clone(),
            Said::Message(_) => String::new(),
        })
        .unwrap_or_default()
}

fn unknown(reference: &Reference, plant: &str) -> ChainError {
    let known = reference.plants.iter().map(|plant| plant.id.as_str()).collect::<Vec<_>>().join(", ");
    ChainError::Unknown { plant: plant.to_owned(), known }
}

impl<'a> World<'a> {
    /// `None` when unknown.
    pub(super) fn place(&self, site: &SiteId) -> Option<Place> {
        self.sites.get(site)?.place
    }

    /// What people call a site.
    pub(super) fn name(&self, site: &SiteId) -> &'a str {
        self.sites.get(site).map_or("", |site| site.name.as_str())
    }

    /// Km as the crow flies; `None` when a place is unknown.
    pub(super) fn km(&self, a: &SiteId, b: &SiteId) -> Option<f64> {
        Some(self.place(a)?.reckoned_km(self.place(b)?))
    }
}
