//! One legal unit for all its sites.

use model::{Actor, ActorId, ActorKind, Batch, Finding, Severity, Site};
use std::collections::{HashMap, HashSet};

/// All actors, in the order in which they first appear.
pub(super) fn merge(batches: &mut [Batch], findings: &mut Vec<Finding>) -> Vec<Actor> {
    let mut actors: Vec<Actor> = Vec::new();
    let mut by_id: HashMap<ActorId, usize> = HashMap::new();
    for actor in batches.iter_mut().flat_map(|batch| std::mem::take(&mut batch.actors)) {
        if let Some(at) = by_id.get(&actor.id) {
            complete(&mut actors[*at], &actor, findings);
        } else {
            by_id.insert(actor.id.clone(), actors.len());
            actors.push(actor);
        }
    }
    actors
}

/// Two names of one legal unit, found by its sites: the one left and the one kept.
pub(super) type United = (ActorId, ActorId);

/// Gives the sites of a legal unit that two files name otherwise to one actor, which takes what was known of the other.
pub(super) fn unite(
    actors: &mut [Actor],
    sites: &mut [Site],
    united: Vec<United>,
    findings: &mut Vec<Finding>,
) {
    for (left, kept) in united {
        sites.iter_mut().filter(|site| site.actor == left).for_each(|site| site.actor = kept.clone());
        let known = |id: &ActorId| actors.iter().position(|actor| actor.id == *id);
        if let (Some(from), Some(to)) = (known(&left), known(&kept)) {
            let other = actors[from].clone();
            complete(&mut actors[to], &other, findings);
        }
    }
}

/// The actors to whom the batches give sites.
pub(super) fn with_sites(batches: &[Batch]) -> HashSet<ActorId> {
    batches.iter().flat_map(|batch| &batch.sites).map(|site| site.actor.clone()).collect()
}

/// Leaves out the actors whose sites (they had some: `described`) all turned out to be another's.
pub(super) fn leave_out_empty(actors: &mut Vec<Actor>, described: &HashSet<ActorId>, sites: &[Site]) {
    let occupied: HashSet<&ActorId> = sites.iter().map(|site| &site.actor).collect();
    actors.retain(|actor| occupied.contains(&actor.id) || !described.contains(&actor.id));
}

/// « entreprise » is what is written when nothing is known: whoever knows better wins.
fn complete(kept: &mut Actor, other: &Actor, findings: &mut Vec<Finding>) {
    if kept.kind == ActorKind::Company {
        kept.kind = other.kind;
    } else if other.kind != ActorKind::Company && other.kind != kept.kind {
        findings.push(
            Finding::new(Severity::Warning, "intake-contradiction", kept.id.as_str())
                .with("field", "type")
                .with("kept", word(kept.kind))
                .with("kept_source", &kept.evidence.source)
                .with("other", word(other.kind))
                .with("other_source", &other.evidence.source),
        );
    }
}

fn word(kind: ActorKind) -> String {
    format!("{kind:?}")
}
