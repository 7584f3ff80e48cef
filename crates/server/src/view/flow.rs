//! Flows.

use super::common::{amount, evidence, range, slug};
use crate::http::Desk;
use crate::shapes::FlowRow;
use model::{Direction, Flow, Season};
use store::Kind;
use wording::Keyed;

pub(crate) fn flow_row(desk: &Desk, flow: &Flow) -> FlowRow {
    let guess = flow.evidence.is_estimate();
    let owner = desk.page.site(&flow.site).map(|site| site.actor.clone());
    let editable = !guess && owner.is_some_and(|actor| desk.viewer.may_edit(&actor));
    FlowRow {
        id: flow.id.to_string(),
        revision: desk.holding.revision(Kind::Flow, &flow.id.as_str()).filter(|_| editable),
        site: desk.site_named(&flow.site),
        direction: slug(&flow.direction),
        direction_label: desk.say(&flow.direction.key(), &[]),
        wording: flow.wording.to_string(),
        stated: (*flow.stated).clone(),
        resource: flow.resource.as_ref().map(|id| desk.resource(id)),
        belief: flow.resource_belief,
        likelihood: flow.likelihood,
        waste_code: flow.waste_code.map(|code| code.to_string()),
        waste_code_stated: flow.waste_code_stated,
        tonnes: flow.tonnes.map(range),
        quantity: flow.quantity.as_ref().map(|quantity| amount(quantity.range, &quantity.unit, guess)),
        season: flow.season.as_ref().map(|season| season_text(desk, season)),
        months: flow.season.as_ref().map(|season| season.0.to_vec()),
        quality: (*flow.quality).clone(),
        operation: flow.fate.operation.clone(),
        fate: flow.fate.stated.clone(),
        who: flow.fate.who.clone(),
        price: None,
        price_sealed: desk.holding.sealed.contains(&flow.id),
        evidence: evidence(&flow.evidence),
        missing: missing_of(desk, flow),
        expired: flow.evidence.expires_on.is_some_and(|day| day < desk.today()),
        confidentiality: slug(&flow.confidentiality),
    }
}

/// What would still be worth knowing of a stated flow, in words.
pub(crate) fn missing_of(desk: &Desk, flow: &Flow) -> Vec<String> {
    let residue = flow.direction == Direction::GivesOut;
    let named = flow.resource.as_ref().and_then(|id| desk.app.reference().catalogue.get(id.as_str()));
    let coded = named.is_some_and(|resource| !resource.codes.is_empty());
    let checks = [
        (flow.resource.is_none(), "missing-resource"),
        (flow.quantity.is_none() && flow.tonnes.is_none(), "missing-quantity"),
        (residue && flow.fate.operation.is_none() && flow.fate.stated.is_none(), "missing-fate"),
        (residue && flow.quality.is_none(), "missing-quality"),
        (residue && coded && flow.waste_code.is_none(), "missing-code"),
    ];
    let asked = checks.into_iter().filter(|(is, _)| *is && !flow.evidence.is_estimate());
    asked.map(|(_, key)| desk.say(key, &[])).collect()
}

/// The months with more than their share, in words: « mars à mai ».
fn season_text(desk: &Desk, season: &Season) -> String {
    let busy: Vec<String> = season
        .0
        .iter()
        .enumerate()
        .filter(|(_, weight)| **weight > 1.0 / 12.0 + 1e-4)
        .map(|(month, _)| desk.say(&format!("month-{}", month + 1), &[]))
        .collect();
    if busy.is_empty() { desk.say("season-even", &[]) } else { busy.join(", ") }
}

/// In, out, shared; stated ones before guesses, large ones first.
pub(crate) fn flows_by_side<'a>(
    desk: &Desk,
    flows: impl Iterator<Item = &'a Flow>,
) -> (Vec<FlowRow>, Vec<FlowRow>, Vec<FlowRow>) {
    let mut flows: Vec<&Flow> = flows.collect();
    let weight = |flow: &Flow| flow.tonnes.map_or(0.0, units::Range::mid);
    flows.sort_by(|a, b| {
        let guess = a.evidence.is_estimate().cmp(&b.evidence.is_estimate());
        guess.then(weight(b).total_cmp(&weight(a))).then_with(|| a.id.cmp(&b.id))
    });
    let side = |wanted: fn(Direction) -> bool| {
        flows.iter().filter(|flow| wanted(flow.direction)).map(|flow| flow_row(desk, flow)).collect()
    };
    (
        side(|d| matches!(d, Direction::TakesIn | Direction::Needs)),
        side(|d| matches!(d, Direction::GivesOut | Direction::Sells)),
        side(|d| d == Direction::CanShare),
    )
}
