//! What is never proposed, whatever the score (`data/rules`).

use crate::index::Index;
use reference::{Forbid, Hazard};

/// The rule that forbids giving a resource to a site by a way, if any.
pub(crate) fn rule<'a>(
    index: &Index<'a>,
    resource: usize,
    taker: u32,
    pathway: Option<usize>,
) -> Option<&'a Forbid> {
    index
        .reference
        .forbidden
        .iter()
        .find(|rule| applies(rule, index, resource, index.classes(taker), pathway))
}

fn applies(
    rule: &Forbid,
    index: &Index<'_>,
    resource: usize,
    classes: &[String],
    pathway: Option<usize>,
) -> bool {
    let catalogue = index.catalogue();
    let is_one = |id: &reference::ResourceId| {
        catalogue.index_of(id.as_str()).is_some_and(|general| catalogue.steps_up(resource, general).is_some())
    };
    let hazard = match (rule.hazard, index.resource(resource).hazard) {
        (None, _) | (Some(Hazard::Yes), Hazard::Yes) => true,
        (Some(Hazard::Mirror), hazard) => hazard != Hazard::No,
        (Some(Hazard::No), hazard) => hazard == Hazard::No,
        (Some(Hazard::Yes), _) => false,
    };
    let taken = |naf: &String| classes.iter().any(|class| class.starts_with(naf.as_str()));
    let by =
        |id: &reference::PathwayId| pathway.is_some_and(|ix| &index.reference.pathways.all()[ix].id == id);
    hazard
        && (rule.resource.is_empty() || rule.resource.iter().any(is_one))
        && (rule.taker_naf.is_empty() || rule.taker_naf.iter().any(taken))
        && (rule.pathway.is_empty() || rule.pathway.iter().any(by))
        && !rule.except.iter().any(is_one)
}
