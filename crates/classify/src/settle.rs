//! Classifies the flows of a territory and turns their amounts into tonnes where density or piece mass allow it.

use crate::Classifier;
use crate::choose::{self, Choice, LEAST};
use crate::trade;
use model::{Direction, Exchange, Finding, Flow, Severity, Site, SiteId, Territory};
use reference::Catalogue;
use std::collections::HashMap;
use units::{Quantity, Range};

/// The territory with trades, resources, waste codes and tonnes filled in where they were missing, and what stayed open.
pub fn settle(mut territory: Territory, classifier: &Classifier<'_>) -> (Territory, Vec<Finding>) {
    let mut findings: Vec<Finding> = trade::read(&mut territory, classifier).into_iter().collect();
    let sites: HashMap<&SiteId, &Site> = territory.sites.iter().map(|site| (&site.id, site)).collect();
    for flow in &mut territory.flows {
        let mut counted = flow.resource.clone();
        if flow.resource.is_none() {
            let choice = classifier.choices.of(classifier, flow, sites.get(&flow.site).copied());
            apply(flow, choice.as_ref(), &mut findings);
            counted = choice.as_ref().map(|choice| choice.counted.clone());
        } else if flow.waste_code.is_none() && !flow.wording.is_empty() {
            flow.waste_code = choose::code_of(classifier, flow);
        }
        let catalogue = &classifier.reference().catalogue;
        if shares_heat(flow, catalogue) {
            flow.direction = Direction::GivesOut;
        }
        if let Some(resource) = counted.and_then(|id| catalogue.index_of(id.as_str())) {
            let weighed = || flow.quantity.as_ref().and_then(|q| tonnes(q, resource, catalogue));
            flow.tonnes = flow.tonnes.or_else(weighed).into();
        }
    }
    for exchange in territory.exchanges.iter_mut().filter(|e| e.resource.is_none()) {
        settle_exchange(exchange, classifier);
    }
    (territory, findings)
}

fn apply(flow: &mut Flow, choice: Option<&Choice>, findings: &mut Vec<Finding>) {
    match choice {
        Some(choice) => {
            flow.resource = Some(choice.resource.clone());
            flow.waste_code = flow.waste_code.or(choice.code);
            #[expect(clippy::cast_possible_truncation, reason = "a probability")]
            let belief = choice.belief as f32;
            flow.resource_belief = belief;
        }
        None => findings.push(
            Finding::new(Severity::Warning, "wording-unknown", flow.evidence.source.clone())
                .with("wording", &*flow.wording),
        ),
    }
}

fn settle_exchange(exchange: &mut Exchange, classifier: &Classifier<'_>) {
    let found = classifier.classify(&exchange.wording, 1);
    exchange.resource = found.resources.into_iter().find(|r| r.score >= LEAST).map(|r| r.resource);
}

/// « partage chaleur fatale »: heat is not lent as a machine is, it goes to whom it reaches.
fn shares_heat(flow: &Flow, catalogue: &Catalogue) -> bool {
    let resource =
        || catalogue.index_of(flow.resource.as_ref()?.as_str()).zip(catalogue.index_of("waste-heat"));
    flow.direction == Direction::CanShare
        && resource().is_some_and(|(of, heat)| catalogue.steps_up(of, heat).is_some())
}

/// A yearly amount in tonnes: as it is, by bulk density, or by piece mass. `None` when the resource has neither.
fn tonnes(quantity: &Quantity, resource: usize, catalogue: &Catalogue) -> Option<Range> {
    let per_year = |unit: &str| quantity.to(&unit.parse().ok()?).ok().map(|q| q.range);
    if let Some(mass) = per_year("t/year") {
        return Some(mass);
    }
    if let (Some(volume), Some(bulk)) = (per_year("m3/year"), catalogue.bulk(resource)) {
        return Some(volume.times(bulk).scale(1e-3));
    }
    let (pieces, piece) = (per_year("piece/year")?, catalogue.all()[resource].piece.as_ref()?);
    Some(pieces.times(piece.kg.0).scale(1e-3))
}
