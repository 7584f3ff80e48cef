//! What a search for pairs reads of each site, in one number.

use crate::index::Index;
use model::{Digest, Fate, Flow};
use rayon::prelude::*;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

/// Of each site: itself, its firm, its flows in their order.
pub(super) fn digests(index: &Index<'_>) -> Vec<u64> {
    let firms: HashMap<_, _> = index.territory.actors.iter().map(|actor| (&actor.id, actor)).collect();
    let sites = index.territory.sites.par_iter();
    let mut digests: Vec<Digest> = sites
        .map(|site| {
            let mut digest = Digest::default();
            digest.eat(&(site, firms.get(&site.actor).map(|actor| actor.kind)));
            digest
        })
        .collect();
    for (flow, site) in index.territory.flows.iter().zip(index.sites_of_flows()) {
        if let Some(digest) = digests.get_mut(*site as usize) {
            eat_flow(digest, flow);
        }
    }
    digests.into_iter().map(|digest| digest.finish()).collect()
}

/// Every field is named, so that one that is added must be placed here: what pairs never read is thrown away.
fn eat_flow(digest: &mut Digest, flow: &Flow) {
    let Flow {
        id: _,
        site: _,
        direction,
        wording,
        resource,
        resource_belief,
        waste_code,
        waste_code_stated,
        quantity,
        tonnes,
        stated,
        season,
        quality,
        fate,
        price,
        likelihood,
        evidence,
        confidentiality: _,
    } = flow;
    let range = |range: units::Range| [range.low(), range.mid(), range.high()].map(f64::to_bits);
    (direction, wording.as_str(), resource, resource_belief.to_bits(), likelihood.to_bits()).hash(digest);
    (waste_code, waste_code_stated, evidence.basis, tonnes.map(range)).hash(digest);
    quantity.iter().for_each(|known| (range(known.range), known.unit.to_string()).hash(digest));
    if **fate != Fate::default() {
        digest.eat(fate);
    }
    stated.iter().chain(quality.iter()).for_each(|text| text.hash(digest));
    if season.is_some() || price.is_some() {
        digest.eat(&(season, price));
    }
}
