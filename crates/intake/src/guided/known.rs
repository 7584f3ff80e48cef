//! Sites that a file names as the territory does.

use crate::fold;
use model::{Batch, Site, SiteId};
use std::collections::HashMap;

/// Puts what a file says of « Métallerie Orne » on the territory's site of that name, when there is one and one only.
pub fn recognise_sites(batch: &mut Batch, known: &[Site]) {
    let mut by_name: HashMap<String, Option<&SiteId>> = HashMap::new();
    for site in known {
        by_name.entry(fold(&site.name)).and_modify(|id| *id = None).or_insert(Some(&site.id));
    }
    let find = |name: &str| by_name.get(&fold(name)).copied().flatten();
    let described = batch.sites.iter().filter(|site| site.siret.is_none());
    let mut same: Vec<(SiteId, SiteId)> =
        described.filter_map(|site| Some((site.id.clone(), find(&site.name)?.clone()))).collect();
    let ends = batch.exchanges.iter().flat_map(|exchange| [&exchange.from, &exchange.to]);
    let named = batch.flows.iter().map(|flow| &flow.site).chain(ends);
    let is_id = |id: &SiteId| {
        known.iter().any(|site| site.id == *id) || batch.sites.iter().any(|site| site.id == *id)
    };
    same.extend(
        named.filter(|id| !is_id(id)).filter_map(|id| Some((id.clone(), find(id.as_str())?.clone()))),
    );
    same.sort();
    same.dedup();
    for (theirs, ours) in same.into_iter().filter(|(theirs, ours)| theirs != ours) {
        rename(batch, &theirs, &ours);
    }
}

/// Another id for a site that is described elsewhere: its own description here goes, with an actor that had no other site.
pub(super) fn rename(batch: &mut Batch, from: &SiteId, to: &SiteId) {
    let gone: Vec<_> =
        batch.sites.iter().filter(|site| site.id == *from).map(|site| site.actor.clone()).collect();
    batch.sites.retain(|site| site.id != *from);
    let left: Vec<_> = batch.sites.iter().map(|site| site.actor.clone()).collect();
    batch.actors.retain(|actor| !gone.contains(&actor.id) || left.contains(&actor.id));
    for flow in batch.flows.iter_mut().filter(|flow| flow.site == *from) {
        flow.site = to.clone();
    }
    for exchange in &mut batch.exchanges {
        for end in [&mut exchange.from, &mut exchange.to] {
            if *end == *from {
                *end = to.clone();
            }
        }
    }
}
