//! One legal unit for all its sites.

use model::{Actor, ActorId, ActorKind, Batch, Finding, Severity, Site};
use std::collections::{HashMap, HashSet};

/// All actors, in the order in which they first appear. One whose sites all turned out to be another's is left out.
pub(super) fn merge(batches: &[Batch], sites: &[Site], findings: &mut Vec<Finding>) -> Vec<Actor> {
    let mut actors: Vec<Actor> = Vec::new();
    let mut by_id: HashMap<ActorId, usize> = HashMap::new();
    for actor in batches.iter().flat_map(|batch| &batch.actors) {
        match by_id.get(&actor.id) {
            Some(at) => complete(&mut actors[*at], actor, findings),
            None => {
                by_id.insert(actor.id.clone(), actors.len());
                actors.push(actor.clone());
            }
        }
    }
    let described: HashSet<&ActorId> =
        batches.iter().flat_map(|batch| &batch.sites).map(|site| &site.actor).collect();
    let occupied: HashSet<&ActorId> = sites.iter().map(|site| &site.actor).collect();
    actors.retain(|actor| occupied.contains(&actor.id) || !described.contains(&actor.id));
    actors
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
