//! Flows entered in free words, changed, taken out.

use super::actor_edit::{Revision, id_of, text, word};
use crate::http::{Body, Desk, Id, Params};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::Saved;
use crate::shapes::input::FlowEdit;
use axum::Json;
use intake::value::{self, Amount};
use model::{Basis, Confidentiality, Direction, Evidence, Fate, Flow, FlowId, Message, Season, SiteId};
use reference::ResourceId;
use store::Kind;
use units::stated::Stated;

/// Makes a flow or changes it. The wording decides the resource unless a person chose one; a price is sealed on arrival.
#[utoipa::path(put, path = "/territories/{t}/flows/{id}", tag = "flows", params(("t" = String, Path), ("id" = String, Path)),
    request_body = FlowEdit, responses((status = 200, body = Saved), Refusals))]
pub(super) async fn put(desk: Desk, Id(id): Id, Body(edit): Body<FlowEdit>) -> Answer<Json<Saved>> {
    let id = FlowId::from(id_of(&id)?);
    let site = SiteId::from(edit.site.as_str());
    let owner = desk.page.site(&site).map(|site| site.actor.clone());
    let owner =
        owner.ok_or_else(|| Problem::field("site", Message::new("refusal-no-site").with("id", &site)))?;
    desk.needs_edit(&owner)?;
    if let Some(known) = known(&desk, &id).and_then(|flow| desk.page.site(&flow.site)) {
        desk.needs_edit(&known.actor)?;
    }
    let flow = flow(&desk, id.clone(), site, &edit)?;
    Ok(Json(desk.put(Kind::Flow, &id.as_str(), edit.revision, &flow).await?))
}

fn known<'a>(desk: &'a Desk, id: &FlowId) -> Option<&'a Flow> {
    desk.page.territory().flows.iter().find(|flow| &flow.id == id)
}

fn given(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The flow that `edit` tells; what keeping a line and the preview of it both make.
pub(super) fn flow(desk: &Desk, id: FlowId, site: SiteId, edit: &FlowEdit) -> Answer<Flow> {
    let direction: Direction = word("direction", &edit.direction)?;
    let wording = text("wording", &edit.wording, 500)?;
    let mut flow = Flow::worded(id, site, direction, wording, evidence(desk, edit)?);
    let (reference, day) = (desk.app.reference(), desk.page.territory().day);
    let stated = quantity(desk, edit, &mut flow)?;
    if let Some(id) = given(edit.resource.as_ref()) {
        let resource = reference.catalogue.get(&id);
        let resource = resource
            .ok_or_else(|| Problem::field("resource", Message::new("refusal-no-resource").with("id", id)))?;
        flow.resource = Some(ResourceId::from(resource.id.as_str()));
        flow.resource_belief = 1.0;
    }
    if let Some(code) = given(edit.waste_code.as_ref()) {
        let read = value::waste_code(&code, day, reference);
        flow.waste_code = Some(read.map_err(|error| Problem::field("waste_code", error))?.code);
        flow.waste_code_stated = true;
    }
    flow.season = season(edit)?.map(Box::new);
    flow.quality = given(edit.quality.as_ref()).into();
    flow.fate = fate(desk, edit)?.into();
    if let Some(price) = given(edit.price.as_ref()) {
        let price = value::price(&price, direction, stated.as_ref(), day, reference);
        flow.price = Some(Box::new(price.map_err(|error| Problem::field("price", error))?));
    }
    flow.confidentiality = match given(edit.confidentiality.as_ref()) {
        Some(text) => word("confidentiality", &text)?,
        None => Confidentiality::default(),
    };
    Ok(flow)
}

fn evidence(desk: &Desk, edit: &FlowEdit) -> Answer<Evidence> {
    let basis = given(edit.basis.as_ref()).map(|text| word("basis", &text)).transpose()?;
    let basis = basis.unwrap_or(Basis::Declared);
    if basis == Basis::Estimated {
        return Err(Problem::field("basis", "refusal-estimate"));
    }
    let source = given(edit.source.as_ref()).unwrap_or_else(|| format!("saisi par {}", desk.person.name));
    let mut evidence = Evidence::new(basis, source).on(Some(edit.date.unwrap_or_else(|| desk.today())));
    evidence.expires_on = edit.expires_on;
    Ok(evidence)
}

/// Reads the amount; one that happened once, or is in containers of unknown size, stays as stated.
fn quantity(desk: &Desk, edit: &FlowEdit, flow: &mut Flow) -> Answer<Option<Stated>> {
    let Some(text) = given(edit.stated.as_ref()) else { return Ok(None) };
    let stock = matches!(flow.direction, Direction::CanShare | Direction::Needs);
    let read = value::quantity(&text, stock, desk.page.territory().day, desk.app.reference());
    let (amount, stated) = read.map_err(|error| Problem::field("stated", error))?;
    if let Amount::Known(quantity) = amount {
        flow.quantity = Some(quantity).into();
    }
    flow.stated = Some(text).into();
    Ok(Some(stated))
}

fn season(edit: &FlowEdit) -> Answer<Option<Season>> {
    let Some(months) = &edit.months else { return Ok(None) };
    let refuse = || Problem::field("months", "refusal-months");
    let weights: [f32; 12] = months.as_slice().try_into().map_err(|_| refuse())?;
    let sum: f32 = weights.iter().sum();
    if weights.iter().any(|weight| !weight.is_finite() || *weight < 0.0) || !sum.is_finite() || sum <= 0.0 {
        return Err(refuse());
    }
    Ok(Some(Season(weights.map(|weight| weight / sum))))
}

fn fate(desk: &Desk, edit: &FlowEdit) -> Answer<Fate> {
    let reference = desk.app.reference();
    let (stated, who) = (given(edit.fate.as_ref()), given(edit.who.as_ref()));
    let mut fate = value::fate(stated.as_deref(), who.as_deref(), reference);
    if let Some(code) = given(edit.operation.as_ref()) {
        let known = reference.lists.operation(&code);
        known.ok_or_else(|| {
            Problem::field("operation", Message::new("refusal-operation").with("code", &code))
        })?;
        fate.operation = Some(code);
    }
    Ok(fate)
}

/// Takes a flow out.
#[utoipa::path(delete, path = "/territories/{t}/flows/{id}", tag = "flows",
    params(("t" = String, Path), ("id" = String, Path), Revision), responses((status = 200, body = Saved), Refusals))]
pub(super) async fn delete(desk: Desk, Id(id): Id, Params(asked): Params<Revision>) -> Answer<Json<Saved>> {
    let flow = known(&desk, &FlowId::from(id.as_str())).ok_or_else(Problem::missing)?;
    let owner = desk.page.site(&flow.site).map(|site| site.actor.clone()).ok_or_else(Problem::missing)?;
    desk.needs_edit(&owner)?;
    Ok(Json(desk.delete(Kind::Flow, &id, asked.revision).await?))
}
