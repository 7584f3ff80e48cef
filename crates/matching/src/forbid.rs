//! What is never proposed, whatever the score (`data/rules`).

use crate::index::Index;
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

/// The rule that forbids a site to give a resource to another by a way, if any.
pub(crate) fn rule<'a>(
    index: &Index<'a>,
    resource: usize,
    (giver, taker): (u32, u32),
    pathway: Option<usize>,
) -> Option<&'a Forbid> {
    let rules = index.rules.0.get(resource)?;
    let classes = (index.classes(giver), index.classes(taker));
    rules.iter().copied().find(|rule| applies(rule, index, classes, pathway))
}

/// The rule speaks of this resource.
fn concerns(rule: &Forbid, reference: &Reference, resource: usize) -> bool {
    let catalogue = &reference.catalogue;
    let is_one = |id: &reference::ResourceId| {
        catalogue.index_of(id.as_str()).is_some_and(|general| catalogue.steps_up(resource, general).is_some())
    };
    let hazard = match (rule.hazard, catalogue.all()[resource].hazard) {
        (None, _) | (Some(Hazard::Yes), Hazard::Yes) => true,
        (Some(Hazard::Mirror), hazard) => hazard != Hazard::No,
        (Some(Hazard::No), hazard) => hazard == Hazard::No,
        (Some(Hazard::Yes), _) => false,
    };
    hazard
        && (rule.resource.is_empty() || rule.resource.iter().any(is_one))
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
    let by =
        |id: &reference::PathwayId| pathway.is_some_and(|ix| &index.reference.pathways.all()[ix].id == id);
    is_one(&rule.giver_naf, giver)
        && is_one(&rule.taker_naf, taker)
        && (rule.pathway.is_empty() || rule.pathway.iter().any(by))
}
