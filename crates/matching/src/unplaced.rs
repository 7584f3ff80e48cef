//! Hazardous residues that nobody near is permitted to take: which kind of collector or plant to look for outside.

use crate::index::{Index, number};
use crate::takers::CLOSE_KIN;
use model::{Direction, Finding, Flow, FlowId, Lead, LeadKind, Role, Severity};
use reference::{Hazard, Pathway};
use std::collections::HashSet;

/// One finding for each hazardous residue that somebody has declared, of which nobody is said to take it and no lead tells an outlet.
pub(crate) fn findings(index: &Index<'_>, leads: &[Lead]) -> Vec<Finding> {
    let placed: HashSet<&FlowId> =
        leads.iter().filter(|lead| is_outlet(index, lead)).flat_map(given).collect();
    let flows = index.territory.flows.iter().enumerate();
    flows
        .filter(|(_, flow)| flow.direction == Direction::GivesOut && !flow.is_guess())
        .filter(|(_, flow)| flow.fate.who.is_none() && !placed.contains(&flow.id))
        .filter_map(|(ix, flow)| finding(index, number(ix), flow))
        .collect()
}

/// Somebody takes it, likely enough to be called first.
fn is_outlet(index: &Index<'_>, lead: &Lead) -> bool {
    lead.kind != LeadKind::Sharing && f64::from(lead.belief) >= index.beliefs.outlet
}

fn given(lead: &Lead) -> impl Iterator<Item = &FlowId> {
    lead.with_role(Role::Giver).filter_map(|party| party.flow.as_ref())
}

fn finding(index: &Index<'_>, ix: u32, flow: &Flow) -> Option<Finding> {
    let (site, of) = (index.site_of(ix)?, index.resource_of(ix)?);
    let coded = flow.waste_code.is_some_and(reference::WasteCode::hazardous);
    if !coded && index.resource(of).hazard != Hazard::Yes {
        return None;
    }
    let code = flow.waste_code.filter(|code| code.hazardous()).map(|code| code.to_string());
    let way = way(index, of).map(|pathway| pathway.id.to_string());
    Some(
        Finding::new(Severity::Info, "hazardous-without-taker", flow.evidence.source.clone())
            .with("site", &index.site(site).name)
            .with("wording", &*flow.wording)
            .with("code", code.unwrap_or_else(|| "none".to_owned()))
            .with("pathway", way.unwrap_or_else(|| "none".to_owned())),
    )
}

/// What the trades permitted for hazardous waste do with it first of all: nearest of kin, the highest step of the hierarchy, the most usual.
fn way<'a>(index: &Index<'a>, resource: usize) -> Option<&'a Pathway> {
    let permits = index.reference.forbidden.iter().filter(|rule| rule.coded);
    let trades: Vec<&String> = permits.flat_map(|rule| &rule.except_taker_naf).collect();
    let usual =
        |pathway: &Pathway| trades.iter().filter_map(|trade| pathway.usual_for(trade)).reduce(f64::max);
    let near = index.reference.pathways.taking(resource).filter(|(.., steps)| *steps <= CLOSE_KIN);
    near.filter_map(|(_, pathway, steps)| Some((steps, pathway, usual(pathway)?)))
        .min_by(|a, b| {
            let rank = |(steps, pathway, _): &(u8, &Pathway, f64)| (*steps, pathway.hierarchy);
            rank(a).cmp(&rank(b)).then(b.2.total_cmp(&a.2))
        })
        .map(|(_, pathway, _)| pathway)
}
