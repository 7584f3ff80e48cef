//! The dense tables of a territory: one pass each over its sites or flows.

use super::{likelihood, number};
use crate::near::Near;
use model::{ActorKind, Direction, Flow, Site, Territory};
use reference::{Kind, Pathway, Rarity, Reference, Resource, ResourceId, Side};
use std::collections::{HashMap, HashSet};

/// For each resource whether so many trades have it as a residue that a guess of it says nothing of this one.
pub(super) fn commonplace(reference: &Reference, day: chrono::NaiveDate) -> Vec<bool> {
    let figure = |id| reference.figures.on(id, day).ok().map(|figure| figure.value.range.mid());
    let (share, least) = (figure("estimate.common"), figure("estimate.least-likelihood"));
    let rarity = Rarity::of(reference.activities.all());
    let of = |resource: &Resource| rarity.share(Side::Gives, &resource.id, least.unwrap_or_default());
    reference.catalogue.all().iter().map(|resource| of(resource) >= share.unwrap_or(f64::INFINITY)).collect()
}

/// Insertion structures with a workshop of their own; those that lend people (ETTI, AI) run none.
pub(super) fn runs_workshops(kind: ActorKind) -> bool {
    kind.is_insertion() && !matches!(kind, ActorKind::Etti | ActorKind::Ai)
}

/// Resources named by each pathway, as numbers of the catalogue.
pub(super) fn numbers<'r, I: Iterator<Item = &'r ResourceId>>(
    reference: &'r Reference,
    named: impl Fn(&'r Pathway) -> I,
) -> Vec<Vec<usize>> {
    let number = |id: &ResourceId| reference.catalogue.index_of(id.as_str());
    reference.pathways.all().iter().map(|pathway| named(pathway).filter_map(number).collect()).collect()
}

/// The number of each site's legal unit.
pub(super) fn actors(territory: &Territory) -> Vec<u32> {
    let mut numbers = HashMap::new();
    let mut of_site = |site: &'_ Site| {
        let next = number(numbers.len());
        *numbers.entry(site.actor.clone()).or_insert(next)
    };
    territory.sites.iter().map(&mut of_site).collect()
}

pub(super) fn number_of_resource(flow: &Flow, reference: &Reference) -> u32 {
    let resource = flow.resource.as_ref().and_then(|id| reference.catalogue.index_of(id.as_str()));
    resource.map_or(u32::MAX, number)
}

pub(super) fn known(number: u32) -> Option<usize> {
    (number != u32::MAX).then_some(number as usize)
}

pub(super) fn classes_of(site: &Site, reference: &Reference) -> Vec<String> {
    site.activity.as_ref().map(|code| reference.naf.as_rev2(code)).unwrap_or_default()
}

/// Who looks for a material or for heat would take it in.
fn asked_as(direction: Direction, kind: Kind) -> Direction {
    if direction == Direction::Needs && kind.is_flow() { Direction::TakesIn } else { direction }
}

/// Water and energy that sites have declared to give out.
pub(super) fn own_outlets(
    territory: &Territory,
    reference: &Reference,
    site_of_flow: &[u32],
) -> HashSet<(u32, usize)> {
    let flows = territory.flows.iter().zip(site_of_flow);
    let given = flows.filter(|(flow, _)| flow.direction == Direction::GivesOut && !flow.is_guess());
    let numbered = given.filter_map(|(flow, site)| {
        let resource = reference.catalogue.index_of(flow.resource.as_ref()?.as_str())?;
        (reference.catalogue.all()[resource].kind != Kind::Material).then_some((*site, resource))
    });
    numbered.collect()
}

pub(super) fn flows_by_resource(
    territory: &Territory,
    reference: &Reference,
    (site_of_flow, resource_of_flow): (&[u32], &[u32]),
    points: &[Option<[f64; 3]>],
) -> HashMap<(Direction, usize), Near> {
    let mut groups: HashMap<(Direction, usize), Vec<u32>> = HashMap::new();
    for (ix, flow) in territory.flows.iter().enumerate().filter(|(ix, _)| site_of_flow[*ix] != u32::MAX) {
        if let Some(resource) = known(resource_of_flow[ix]) {
            let direction = asked_as(flow.direction, reference.catalogue.all()[resource].kind);
            // Nobody asks where the others are: they do the asking.
            if matches!(direction, Direction::TakesIn | Direction::Sells) {
                groups.entry((direction, resource)).or_default().push(number(ix));
            }
        }
    }
    let place = |flow: &u32| points[site_of_flow[*flow as usize] as usize];
    groups
        .into_iter()
        .map(|(key, flows)| {
            let given = |flow: &u32| f64::from(likelihood(&territory.flows[*flow as usize]));
            let likeliest = flows.iter().map(given).fold(0.0, f64::max);
            (key, Near::new(flows.iter().map(|flow| (*flow, place(flow))), likeliest))
        })
        .collect()
}
