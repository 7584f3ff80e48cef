//! Leads that promise the same thing: a residue can be given once, a need be met once.

use model::{FlowId, Lead, LeadId, LeadKind, Role};
use std::collections::{BTreeSet, HashMap};
use units::Range;

/// Rivals named on a lead; the others are counted.
const NAMED: usize = 3;

/// Notes on each lead (in their order, best first) which others promise more of the same flow than there is. A large need that all
/// can serve makes no rivals; where an amount is unknown, nobody can promise that there is enough.
pub(crate) fn note(leads: &mut [Lead], tonnes: impl Fn(&FlowId) -> Option<Range>) {
    let mut claims: HashMap<FlowId, Vec<usize>> = HashMap::new();
    for (ix, lead) in leads.iter().enumerate().filter(|(_, lead)| !lead.known) {
        for id in claimed(lead) {
            claims.entry(id.clone()).or_default().push(ix);
        }
    }
    claims.retain(|id, users| users.len() > 1 && is_short(leads, users, tonnes(id)));
    let mut rivals: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); leads.len()];
    for users in claims.into_values() {
        for &user in &users {
            rivals[user].extend(users.iter().filter(|other| **other != user));
        }
    }
    let ids: Vec<LeadId> = leads.iter().map(|lead| lead.id.clone()).collect();
    for (lead, rivals) in leads.iter_mut().zip(rivals) {
        if let Some(appraisal) = lead.appraisal.as_mut() {
            appraisal.rival_count = rivals.len();
            appraisal.rivals = rivals.into_iter().take(NAMED).map(|ix| ids[ix].clone()).collect();
        }
    }
}

/// The residues a lead gives away, and the needs it meets; pooling uses nothing up.
fn claimed(lead: &Lead) -> impl Iterator<Item = &FlowId> {
    let claims = |role: Role| match lead.kind {
        LeadKind::Sharing => false,
        LeadKind::LocalPurchase => role == Role::Taker,
        LeadKind::Chain => role == Role::Giver,
        LeadKind::Substitution => matches!(role, Role::Giver | Role::Taker),
    };
    let onward = lead.with_role(Role::Processor).next().is_some();
    // Who takes what a processor makes shares it with others: its need is not this lead's alone.
    let parties = lead.parties.iter().filter(move |p| claims(p.role) && !(onward && p.role == Role::Taker));
    parties.filter_map(|party| party.flow.as_ref())
}

fn is_short(leads: &[Lead], users: &[usize], there: Option<Range>) -> bool {
    let wanted: Option<f64> = users.iter().map(|&ix| leads[ix].tonnes.map(Range::mid)).sum();
    there.zip(wanted).is_none_or(|(there, wanted)| wanted > there.mid() * (1.0 + 1e-9))
}
