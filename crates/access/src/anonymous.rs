//! The picture without names, for laboratories: what is needed to run the diagnosis again, and nothing that says who.

use crate::own::Pseudonym;
use model::{
    Actor, ActorId, Basis, Confidentiality, Evidence, Flow, Place, Precision, Site, SiteId, Territory,
};
use std::collections::HashMap;

/// Places are rounded to so many degrees: about 10 km.
const GRID: f64 = 0.1;

/// Names, numbers, addresses, communes and zones gone; places on a coarse grid; flows that only the facilitator may read, and running
/// exchanges, left out; wordings kept, because the method reads them.
pub fn anonymous(territory: &Territory, pseudonym: &Pseudonym<'_>) -> Territory {
    let actors: HashMap<&ActorId, ActorId> = territory
        .actors
        .iter()
        .map(|a| (&a.id, ActorId::from(format!("a-{}", pseudonym(a.id.as_str())))))
        .collect();
    let sites: HashMap<&SiteId, SiteId> = territory
        .sites
        .iter()
        .map(|s| (&s.id, SiteId::from(format!("s-{}", pseudonym(s.id.as_str())))))
        .collect();
    let mut told = crate::see::bare(territory);
    told.actors = territory.actors.iter().filter_map(|a| Some(actor(a, actors.get(&a.id)?))).collect();
    told.sites = territory
        .sites
        .iter()
        .filter_map(|s| Some(site(s, sites.get(&s.id)?, actors.get(&s.actor)?)))
        .collect();
    let open = territory
        .flows
        .iter()
        .filter(|flow| flow.confidentiality != Confidentiality::Facilitator && !flow.evidence.is_estimate());
    told.flows = open
        .enumerate()
        .filter_map(|(number, flow)| Some(self::flow(flow, number, sites.get(&flow.site)?)))
        .collect();
    told.sites.sort_by(|a, b| a.id.cmp(&b.id));
    told.actors.sort_by(|a, b| a.id.cmp(&b.id));
    told
}

fn untold(basis: Basis) -> Evidence {
    Evidence::new(basis, "anonyme")
}

fn actor(actor: &Actor, id: &ActorId) -> Actor {
    Actor { id: id.clone(), name: id.to_string(), kind: actor.kind, evidence: untold(actor.evidence.basis) }
}

fn site(site: &Site, id: &SiteId, actor: &ActorId) -> Site {
    let round = |degrees: f64| (degrees / GRID).round() * GRID;
    Site {
        id: id.clone(),
        actor: actor.clone(),
        name: id.to_string(),
        siret: None,
        activity: site.activity.clone(),
        activity_label: None,
        headcount: site.headcount.clone(),
        place: site.place.map(|place| Place {
            lat: round(place.lat),
            lon: round(place.lon),
            precision: Precision::Commune,
        }),
        address: None,
        commune: None,
        zone: None,
        evidence: untold(site.evidence.basis),
    }
}

fn flow(flow: &Flow, number: usize, site: &SiteId) -> Flow {
    let mut told = flow.clone();
    told.id = format!("f-{number}").into();
    told.site = site.clone();
    told.price = None;
    told.fate.who = None;
    told.evidence = untold(flow.evidence.basis).into();
    told
}
