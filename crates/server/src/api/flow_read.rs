//! What a line in free words means, while it is typed. Writes nothing.

use super::actor_edit::word;
use super::flow_edit;
use crate::http::{Body, Desk};
use crate::line::{self, Line};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::{FlowAsk, FlowEdit};
use crate::shapes::{Alternative, CodeLine, Known, Reading};
use crate::view::{amount, missing_of, range, slug};
use access::Ability;
use axum::Json;
use classify::{Ask, Classification, RankedResource};
use intake::value::Amount;
use model::{Direction, Flow, FlowId, Message, Site, SiteId, Territory};

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
        return Err(Problem::field("wording", Message::new("refusal-too-long").with("most", 500)));
    }
    let direction: Option<Direction> =
        asked.direction.as_deref().filter(|d| !d.is_empty()).map(|d| word("direction", d)).transpose()?;
    let line = line::read(&asked.wording, asked.quantity.as_deref());
    let direction = direction.or(line.direction).unwrap_or(Direction::GivesOut);
    let site = asked.site.as_deref().and_then(|id| desk.page.site(&SiteId::from(id)));
    Ok(Json(reading(&desk, &line, direction, site)?))
}

fn reading(desk: &Desk, line: &Line, direction: Direction, site: Option<&Site>) -> Answer<Reading> {
    let classifier = desk.app.classifier(desk.page.territory().day);
    let found = classifier.classify(&line.wording, OTHERS + 1);
    let kept = Kept::of(desk, line, direction, site)?;
    let flow = &kept.flow;
    let chosen = flow.resource.as_ref();
    let words = found.resources.iter().find(|r| Some(&r.resource) == chosen).or(found.resources.first());
    let others = found.resources.iter().filter(|r| Some(&r.resource) != chosen);
    Ok(Reading {
        wording: line.wording.clone(),
        resource: chosen.map(|id| desk.resource(id)),
        alternatives: others.map(|r| other(desk, r)).collect(),
        belief: f64::from(flow.resource_belief),
        words: words.map(|ranked| ranked.words.clone()).unwrap_or_default(),
        codes: codes(desk, &found),
        quantity: flow.quantity.as_ref().map(|q| amount(q.range, &q.unit, false)),
        tonnes: flow.tonnes.map(range),
        stated: line.quantity.clone(),
        price: line.price.clone(),
        price_asks: kept.price_asks,
        price_error: kept.price_error,
        fate: line.fate.clone(),
        direction: line.direction.map(|direction| slug(&direction)),
        question: found.question.map(|ask| question(desk, ask)),
        missing: missing_of(desk, flow),
        known: site.map(|site| known(desk, site, flow)).unwrap_or_default(),
        quantity_error: kept.quantity_error,
    })
}

/// The line as the flow that keeping it makes, by the same function; what it would refuse is told instead.
struct Kept {
    flow: Flow,
    quantity_error: Option<String>,
    price_error: Option<String>,
    /// The price can be read once it is said who pays.
    price_asks: bool,
}

impl Kept {
    fn of(desk: &Desk, line: &Line, direction: Direction, site: Option<&Site>) -> Answer<Self> {
        let mut edit = FlowEdit {
            direction: slug(&direction),
            wording: line.wording.clone(),
            stated: line.quantity.clone(),
            price: line.price.clone(),
            fate: line.fate.clone(),
            ..FlowEdit::default()
        };
        let at = || site.map_or_else(|| SiteId::from("site"), |site| site.id.clone());
        let make = |edit: &FlowEdit| flow_edit::flow(desk, FlowId::from("line"), at(), edit);
        let (mut quantity_error, mut price_error) = (None, None);
        let flow = loop {
            match make(&edit) {
                Ok(flow) => break flow,
                Err(problem) => match problem.field.as_deref() {
                    Some("stated") if edit.stated.take().is_some() => {
                        quantity_error = problem.detail.map(|why| why.said(desk.lang));
                    }
                    Some("price") if edit.price.take().is_some() => {
                        price_error = problem.detail.map(|why| why.said(desk.lang));
                    }
                    _ => return Err(problem),
                },
            }
        };
        let paid = line.price.as_ref().map(|price| format!("payé {price}"));
        let price_asks = price_error.is_some() && make(&FlowEdit { price: paid, ..edit }).is_ok();
        let quantity_error = quantity_error.or_else(|| of_unknown_size(desk, line, direction));
        Ok(Self { flow: settled(desk, flow, site), quantity_error, price_error, price_asks })
    }
}

/// What the day's classifier makes of it, with the trade of its site.
fn settled(desk: &Desk, flow: Flow, site: Option<&Site>) -> Flow {
    let day = desk.page.territory().day;
    let sites = site.cloned().into_iter().collect();
    let alone = Territory { day, flows: vec![flow.clone()], sites, ..Territory::default() };
    classify::settle(alone, &desk.app.classifier(day)).0.flows.pop().unwrap_or(flow)
}

/// Containers of unknown size: kept as stated, but not counted.
fn of_unknown_size(desk: &Desk, line: &Line, direction: Direction) -> Option<String> {
    let stock = matches!(direction, Direction::CanShare | Direction::Needs);
    let text = line.quantity.as_ref()?;
    match intake::value::quantity(text, stock, desk.page.territory().day, desk.app.reference()) {
        Ok((Amount::Unsized(_), _)) => {
            Some(desk.say("quantity-containers", &[("stated", text.as_str().into())]))
        }
        _ => None,
    }
}

/// What people already said of the same thing at this site.
fn known(desk: &Desk, site: &Site, flow: &Flow) -> Vec<Known> {
    let same = |one: &&Flow| {
        one.site == site.id
            && one.direction == flow.direction
            && one.resource == flow.resource
            && !one.evidence.is_estimate()
    };
    let all = desk.page.territory().flows.iter().filter(|_| flow.resource.is_some()).filter(same);
    let row = |one: &Flow| Known {
        id: one.id.to_string(),
        wording: one.wording.to_string(),
        tonnes: one.tonnes.map(range),
        stated: (*one.stated).clone(),
    };
    all.take(OTHERS).map(row).collect()
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
