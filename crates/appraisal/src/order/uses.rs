//! Which use of one residue comes first: people, animals, matter, digestion, compost, energy, unless a taker has asked for the thing itself.
//! The other takers of that residue are named on its first lead.

use crate::world::World;
use model::{Flow, FlowId, Lead, LeadKind, Role, SiteId};
use reference::{Hazard, Hierarchy, Kind, Pathway, Serves, Tells};
use std::collections::HashMap;

/// Other takers named on a lead, and how likely one must be to be named.
const NAMED: usize = 3;
const LIKELY: f32 = 0.25;

/// The leads of one residue change places among themselves; the whole stays sorted by score.
pub(crate) fn settle(leads: &mut [Lead], world: &World<'_>) {
    let mut of_flow: HashMap<FlowId, Vec<usize>> = HashMap::new();
    for (ix, lead) in leads.iter().enumerate() {
        if let Some(flow) = residue(lead, world) {
            of_flow.entry(flow).or_default().push(ix);
        }
    }
    for places in of_flow.into_values().filter(|places| places.len() > 1) {
        one_flow(leads, &places, world);
    }
    leads.sort_by(super::score::best_first);
}

/// What a pair places: materials only, heat and water go where they reach.
fn residue(lead: &Lead, world: &World<'_>) -> Option<FlowId> {
    let catalogue = &world.reference.catalogue;
    let resource = catalogue.index_of(lead.resource.as_str())?;
    let placed = lead.kind == LeadKind::Substitution
        && !lead.known
        && catalogue.all()[resource].kind == Kind::Material;
    lead.with_role(Role::Giver).next().filter(|_| placed)?.flow.clone()
}

/// `places` are those of the leads of one flow, best score first.
fn one_flow(leads: &mut [Lead], places: &[usize], world: &World<'_>) {
    let scores: Vec<f64> = places.iter().map(|&ix| leads[ix].score).collect();
    let mut wished: Vec<(f64, usize)> =
        places.iter().map(|&ix| (leads[ix].score * rank(&leads[ix], world), ix)).collect();
    wished.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| leads[a.1].id.cmp(&leads[b.1].id)));
    for (&(_, ix), score) in wished.iter().zip(scores) {
        leads[ix].score = score;
    }
    let first = wished.first().map(|(_, ix)| *ix);
    let mut others: Vec<SiteId> = Vec::new();
    let likely = wished.iter().skip(1).map(|(_, ix)| &leads[*ix]).filter(|lead| lead.belief >= LIKELY);
    for taker in likely.filter_map(taker) {
        if !others.contains(taker) && first.and_then(|ix| self::taker(&leads[ix])) != Some(taker) {
            others.push(taker.clone());
        }
    }
    others.truncate(NAMED);
    if let Some(appraisal) = first.and_then(|ix| leads[ix].appraisal.as_mut()) {
        appraisal.other_takers = others;
    }
}

/// Who takes the residue itself.
fn taker(lead: &Lead) -> Option<&SiteId> {
    lead.parties.iter().find(|p| matches!(p.role, Role::Processor | Role::Taker)).map(|party| &party.site)
}

/// How much more a use weighs than its score says, against the other uses of the same residue.
fn rank(lead: &Lead, world: &World<'_>) -> f64 {
    let pathway = lead.steps.first().and_then(|step| world.reference.pathways.get(step.pathway.as_str()));
    let weight = |name: &str| world.figure(&format!("score.rank.{name}"), "1").map_or(1.0, |w| w.range.mid());
    let asked = asks_for_it(lead, world);
    // A need in general words (« matières organiques ») tells no use above the others.
    let general = if asked { "matter" } else { "digestion" };
    weight(pathway.map_or(general, use_of)) * if asked { weight("asked") } else { 1.0 }
}

/// The end of `score.rank.<…>`.
fn use_of(pathway: &Pathway) -> &'static str {
    let process = pathway.process.as_deref().unwrap_or_default();
    match (pathway.serves, pathway.hierarchy) {
        (Some(Serves::People), _) => "people",
        (Some(Serves::Animals), _) => "animals",
        (None, Hierarchy::Disposal) => "disposal",
        (None, Hierarchy::Energy) => "energy",
        _ if process.contains("digestion") => "digestion",
        _ if process.contains("compost") => "compost",
        _ => "matter",
    }
}

/// The taker has said that it takes this very thing, or what it is a kind of at one step (« drêches », not « matières organiques »), or both
/// use the same words for it (« aliment liquide (lactosérum) »).
pub(crate) fn asks_for_it(lead: &Lead, world: &World<'_>) -> bool {
    /// Words that are likely misread prove nothing.
    const LIKELY: f32 = 0.5;
    if lead.belief < LIKELY {
        return false;
    }
    let catalogue = &world.reference.catalogue;
    let number = |id: &reference::ResourceId| catalogue.index_of(id.as_str());
    let receiver = lead.parties.iter().find(|p| matches!(p.role, Role::Processor | Role::Taker));
    let flow = receiver.and_then(|party| world.flow(party.flow.as_ref()?)).filter(|flow| !flow.is_guess());
    let asked = flow.and_then(|flow| number(flow.resource.as_ref()?));
    let Some((asked, thing)) = asked.zip(number(&lead.resource)) else { return false };
    if catalogue.all()[thing].kind == Kind::Energy {
        // Heat asked for is heat; how hot it must be was looked at when they were matched.
        let heat = number(&"heat".into());
        return heat.is_some_and(|heat| catalogue.steps_up(asked, heat).is_some());
    }
    let near = |a: usize, b: usize| catalogue.steps_up(a, b).is_some_and(|steps| steps <= 1);
    let giver = lead.with_role(Role::Giver).next().and_then(|party| world.flow(party.flow.as_ref()?));
    let alike = giver.zip(flow).is_some_and(|(gives, takes)| same_words(gives, takes, world));
    // Words shared with who buys a hazardous thing new prove nothing of a spent one.
    near(thing, asked)
        || near(asked, thing)
        || (alike && catalogue.all()[thing].hazard == Hazard::No)
        || flow.is_some_and(|flow| asks_used(lead, (flow, asked), world))
}

/// The taker asks, used, for what shows that it does what is proposed: « plaquettes ou bois de récup' » for a wood boiler asks for pallet wood.
fn asks_used(lead: &Lead, (flow, asked): (&Flow, usize), world: &World<'_>) -> bool {
    let pathway = lead.steps.first().and_then(|step| world.reference.pathways.get(step.pathway.as_str()));
    let catalogue = &world.reference.catalogue;
    let mut shows = pathway.iter().flat_map(|pathway| &pathway.shown_by);
    let is_one = |id: &reference::ResourceId| {
        let named = catalogue.index_of(id.as_str());
        named.is_some_and(|named| catalogue.steps_up(asked, named).is_some())
    };
    world.reference.sense.says(&flow.wording, Tells::Used) && shows.any(is_one)
}

/// The taker of a pair has said that it takes exactly this.
pub(crate) fn asks_for_very(lead: &Lead, world: &World<'_>) -> bool {
    let taker = lead.parties.iter().find(|p| matches!(p.role, Role::Processor | Role::Taker));
    let flow = taker.and_then(|party| world.flow(party.flow.as_ref()?)).filter(|flow| !flow.is_guess());
    lead.kind == LeadKind::Substitution
        && flow.is_some_and(|flow| flow.resource.as_ref() == Some(&lead.resource))
}

/// A third of the giver's words that say something are the taker's too.
fn same_words(gives: &Flow, takes: &Flow, world: &World<'_>) -> bool {
    const ENOUGH: f64 = 0.3;
    let share = world.reference.sense.share_of_words(&gives.wording, &takes.wording);
    share.is_some_and(|share| share >= ENOUGH)
}
