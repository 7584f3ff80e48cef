//! Chains that share their supplies: the same pallets can be mended or shredded, not both. The better chain keeps its place.

use crate::world::World;
use model::{FlowId, Lead, LeadKind, Role};
use std::collections::HashSet;

/// Chains of which a better one takes at least half of the supplies lose a part of their score (`score.overlap`). `leads` are sorted by
/// score, and are again afterwards.
pub(crate) fn thin(leads: &mut [Lead], world: &World<'_>) {
    let kept = world.figure("score.overlap", "1").map_or(1.0, |weight| weight.range.mid());
    let mut taken: HashSet<FlowId> = HashSet::new();
    for lead in leads.iter_mut().filter(|lead| lead.kind == LeadKind::Chain) {
        let supplies: Vec<FlowId> =
            lead.with_role(Role::Giver).filter_map(|party| party.flow.clone()).collect();
        let shared = supplies.iter().filter(|flow| taken.contains(*flow)).count();
        if shared > 0 && 2 * shared >= supplies.len() {
            lead.score *= kept;
        }
        taken.extend(supplies);
    }
    leads.sort_by(super::score::best_first);
}
