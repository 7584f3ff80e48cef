//! What is never proposed, whatever the score (`data/rules`).

use crate::index::Index;
use model::{Direction, Finding, Severity};
use reference::{Forbid, Hazard, Reference};

/// The rules that concern each resource of the catalogue, so that a question looks at a handful of them.
pub(crate) struct Rules<'a>(Vec<Vec<&'a Forbid>>);

impl<'a> Rules<'a> {
    pub(crate) fn new(reference: &'a Reference) -> Self {
        let resources = 0..reference.catalogue.all().len();
        Self(
            resources
                .map(|ix| reference.forbidden.iter().filter(|rule| concerns(rule, reference, ix)).collect())
                .collect(),
        )
    }
}

/// The rule that forbids a site to give a resource to another by a way, if any; `flow` is what the giver says it gives.
pub(crate) fn rule<'a>(
    index: &Index<'a>,
    (resource, flow): (usize, Option<u32>),
    (giver, taker): (u32, u32),
    pathway: Option<usize>,
) -> Option<&'a Forbid> {
    let rules = index.rules.0.get(resource)?;
    let classes = (index.classes(giver), index.classes(taker));
    let wording = flow.map_or("", |flow| index.flow(flow).wording.as_str());
    rules.iter().copied().find(|rule| applies(rule, index, classes, pathway) && rule.speaks_of(wording))
}

/// The rule speaks of this resource.
fn concerns(rule: &Forbid, reference: &Reference, resource: usize) -> bool {
    let catalogue = &reference.catalogue;
    let is_one = |id: &reference::ResourceId| {
        catalogue.index_of(id.as_str()).is_some_and(|general| catalogue.steps_up(resource, general).is_some())
    };
    // « Restes » may be canteen waste: what is named too broadly falls under the prohibitions of what it may be, for the takers they name.
    let may_be = |id: &reference::ResourceId| {
        let below = |specific| catalogue.steps_up(specific, resource).is_some_and(|steps| steps <= 2);
        !rule.taker_naf.is_empty() && catalogue.index_of(id.as_str()).is_some_and(below)
    };
    let hazard = match (rule.hazard, catalogue.all()[resource].hazard) {
        (None, _) | (Some(Hazard::Yes), Hazard::Yes) => true,
        (Some(Hazard::Mirror), hazard) => hazard != Hazard::No,
        (Some(Hazard::No), hazard) => hazard == Hazard::No,
        (Some(Hazard::Yes), _) => false,
    };
    hazard
        && (rule.resource.is_empty() || rule.resource.iter().any(|id| is_one(id) || may_be(id)))
        && !rule.except.iter().any(is_one)
}

/// The rule speaks of these givers and takers and this way.
fn applies(
    rule: &Forbid,
    index: &Index<'_>,
    (giver, taker): (&[String], &[String]),
    pathway: Option<usize>,
) -> bool {
    let is_one = |prefixes: &[String], classes: &[String]| {
        prefixes.is_empty()
            || prefixes.iter().any(|naf| classes.iter().any(|class| class.starts_with(naf.as_str())))
    };
    // A taker that just asks for the thing may do with it what the rule forbids.
    let by = |id: &reference::PathwayId| match pathway {
        Some(ix) => &index.reference.pathways.all()[ix].id == id,
        None => !rule.taker_naf.is_empty(),
    };
    is_one(&rule.giver_naf, giver)
        && is_one(&rule.taker_naf, taker)
        && (rule.pathway.is_empty() || rule.pathway.iter().any(by))
}

/// True when somebody said a hazardous code that the resource never bears: soiled cardboard is not cardboard. Nothing is proposed for it
/// until somebody says what it is.
pub(crate) fn contradicts(index: &Index<'_>, flow: u32) -> bool {
    index.flow(flow).waste_code_stated && odd_code(index, flow)
}

/// The same of a code only read from the words: a question, not a prohibition.
pub(crate) fn may_contradict(index: &Index<'_>, flow: u32) -> bool {
    !index.flow(flow).waste_code_stated && odd_code(index, flow)
}

fn odd_code(index: &Index<'_>, flow: u32) -> bool {
    let hazardous = index.flow(flow).waste_code.is_some_and(reference::WasteCode::hazardous);
    hazardous && index.resource_of(flow).is_some_and(|ix| index.resource(ix).hazard == Hazard::No)
}

/// Residues for which nothing is proposed because their code says otherwise than their words: each with its code, so that it can be put right.
pub(crate) fn findings(index: &Index<'_>) -> Vec<Finding> {
    let flows = index.territory.flows.iter().enumerate();
    let odd = flows.filter(|(ix, flow)| {
        flow.direction == Direction::GivesOut && contradicts(index, crate::index::number(*ix))
    });
    odd.map(|(ix, flow)| {
        let resource = index.resource_of(crate::index::number(ix)).map(|of| index.resource(of).fr.clone());
        let code = flow.waste_code.map(|code| code.to_string());
        Finding::new(Severity::Warning, "flow-hazard-contradicts", flow.evidence.source.to_string())
            .with("wording", &flow.wording)
            .with("code", code.unwrap_or_default())
            .with("resource", resource.unwrap_or_default())
    })
    .collect()
}
