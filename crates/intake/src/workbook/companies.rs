//! The legal unit of a site, when the workbook names it: several sites of one company are one actor, with or without SIRET.

use crate::parts;
use model::{ActorId, Batch};
use std::collections::{BTreeMap, HashSet};

/// The companies named, folded, with their name as written first and the places of their sites in the batch.
pub(super) type Companies = BTreeMap<String, (String, Vec<usize>)>;

/// Gives the sites of each company one actor: that of the first SIRET among them, else one of the company's name. A site keeps the
/// legal unit of its own SIRET, which is the register's word.
pub(super) fn unite(batch: &mut Batch, companies: &Companies) {
    for (name, places) in companies.values() {
        let numbered = places.iter().find_map(|&at| batch.sites[at].siret.as_ref());
        let actor = numbered.map_or_else(
            || ActorId::from(parts::named_id("entreprise", name)),
            |siret| parts::actor_id(siret.siren()),
        );
        adopt(batch, &actor, name, places);
    }
    let used: HashSet<&ActorId> = batch.sites.iter().map(|site| &site.actor).collect();
    batch.actors.retain(|actor| used.contains(&actor.id));
}

fn adopt(batch: &mut Batch, actor: &ActorId, name: &str, places: &[usize]) {
    let Some(first) = places.first().map(|&at| batch.sites[at].actor.clone()) else { return };
    for &at in places {
        let site = &mut batch.sites[at];
        if site.siret.is_none() {
            site.actor = actor.clone();
        }
    }
    if !batch.actors.iter().any(|known| known.id == *actor)
        && let Some(known) = batch.actors.iter().find(|known| known.id == first).cloned()
    {
        batch.actors.push(model::Actor { id: actor.clone(), ..known });
    }
    if let Some(known) = batch.actors.iter_mut().find(|known| known.id == *actor) {
        name.clone_into(&mut known.name);
    }
}
