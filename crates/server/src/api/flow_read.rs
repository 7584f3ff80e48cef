//! What a line in free words means, while it is typed. Writes nothing.

use super::actor_edit::word;
use crate::http::{Body, Desk};
use crate::line::{self, Line};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::FlowAsk;
use crate::shapes::{Alternative, CodeLine, Reading};
use crate::view::{amount, range, slug};
use access::Ability;
use axum::Json;
use classify::{Ask, Classification, RankedResource};
use intake::value::Amount;
use model::{Basis, Direction, Evidence, Flow, Territory};

/// Alternatives shown.
const OTHERS: usize = 5;

/// Reads a line: resource, codes, amount, price, fate, and what is missing.
#[utoipa::path(post, path = "/territories/{t}/flows/read", tag = "flows", params(("t" = String, Path)),
    request_body = FlowAsk, responses((status = 200, body = Reading), Refusals))]
pub(super) async fn read(desk: Desk, Body(asked): Body<FlowAsk>) -> Answer<Json<Reading>> {
    if !desk.viewer.may(Ability::Own) {
        return Err(Problem::forbidden());
    }
    if asked.wording.chars().count() > 500 {
        return Err(Problem::field("wording", "500 caractères au plus"));
    }
    let direction: Option<Direction> =
        asked.direction.as_deref().filter(|d| !d.is_empty()).map(|d| word("direction", d)).transpose()?;
    let line = line::read(&asked.wording, asked.quantity.as_deref());
    Ok(Json(reading(&desk, &line, direction)))
}

fn reading(desk: &Desk, line: &Line, asked: Option<Direction>) -> Reading {
    let day = desk.page.territory().day;
    let classifier = desk.app.classifier(day);
    let found = classifier.classify(&line.wording, OTHERS + 1);
    let direction = asked.or(line.direction).unwrap_or(Direction::GivesOut);
    let (flow, quantity_error) = settled(desk, line, direction);
    let chosen = flow.resource.as_ref();
    let words = found.resources.iter().find(|r| Some(&r.resource) == chosen).or(found.resources.first());
    Reading {
        resource: chosen.map(|id| desk.resource(id)),
        alternatives: found
            .resources
            .iter()
            .filter(|r| Some(&r.resource) != chosen)
            .map(|r| other(desk, r))
            .collect(),
        belief: f64::from(flow.resource_belief),
        words: words.map(|ranked| ranked.words.clone()).unwrap_or_default(),
        codes: codes(desk, &found),
        quantity: flow.quantity.as_ref().map(|q| amount(q.range, &q.unit, false)),
        tonnes: flow.tonnes.map(range),
        stated: line.quantity.clone(),
        price: line.price.clone(),
        fate: line.fate.clone(),
        direction: line.direction.map(|direction| slug(&direction)),
        question: found.question.map(|ask| question(desk, ask)),
        missing: missing(desk, &flow, &found),
        quantity_error,
    }
}

/// The line as the flow it would be.
fn settled(desk: &Desk, line: &Line, direction: Direction) -> (Flow, Option<String>) {
    let day = desk.page.territory().day;
    let evidence = Evidence::new(Basis::Declared, "");
    let mut flow = Flow::worded("line".into(), "site".into(), direction, line.wording.clone(), evidence);
    let stock = matches!(direction, Direction::CanShare | Direction::Needs);
    let read =
        line.quantity.as_ref().map(|text| intake::value::quantity(text, stock, day, desk.app.reference()));
    let error = match read {
        Some(Ok((Amount::Known(quantity), _))) => {
            flow.quantity = Some(quantity).into();
            None
        }
        Some(Ok((Amount::Unsized(_), _))) => {
            let stated = line.quantity.as_deref().unwrap_or_default();
            Some(desk.say("quantity-containers", &[("stated", stated.into())]))
        }
        Some(Err(error)) => Some(wording::said(desk.lang, &error)),
        Some(Ok((Amount::Once, _))) | None => None,
    };
    let alone = Territory { day, flows: vec![flow.clone()], ..Territory::default() };
    let classifier = desk.app.classifier(day);
    (classify::settle(alone, &classifier).0.flows.pop().unwrap_or(flow), error)
}

fn other(desk: &Desk, ranked: &RankedResource) -> Alternative {
    let named = desk.resource(&ranked.resource);
    Alternative { id: named.id, name: named.name, belief: ranked.score.min(1.0) }
}

fn codes(desk: &Desk, found: &Classification) -> Vec<CodeLine> {
    let english = desk.lang.code() == "en";
    let row = |ranked: &classify::RankedCode| CodeLine {
        code: ranked.code.to_string(),
        label: if english { ranked.label_en.clone() } else { ranked.label_fr.clone() },
        hazardous: ranked.code.hazardous(),
    };
    found.codes.iter().map(row).collect()
}

fn question(desk: &Desk, ask: Ask) -> String {
    match ask {
        Ask::Hazardous { yes, no } => format!("{} ({yes} / {no})", desk.say("question-hazardous", &[])),
    }
}

fn missing(desk: &Desk, flow: &Flow, found: &Classification) -> Vec<String> {
    let residue = flow.direction == Direction::GivesOut;
    let checks = [
        (flow.resource.is_none(), "missing-resource"),
        (flow.quantity.is_none(), "missing-quantity"),
        (residue && flow.resource.is_some() && found.codes.is_empty(), "missing-code"),
    ];
    checks.into_iter().filter(|(is, _)| *is).map(|(_, key)| desk.say(key, &[])).collect()
}
