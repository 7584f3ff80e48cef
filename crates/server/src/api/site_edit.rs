//! Sites entered, changed, taken out.

use super::actor_edit::{Revision, id_of, text, word};
use crate::http::{Body, Desk, Id, Params};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::Saved;
use crate::shapes::input::SiteEdit;
use access::Ability;
use axum::Json;
use intake::value;
use model::{ActorId, Basis, Evidence, Message, Place, Precision, Site, SiteId};
use store::Kind;

/// Makes a site or changes it.
#[utoipa::path(put, path = "/territories/{t}/sites/{id}", tag = "sites", params(("t" = String, Path), ("id" = String, Path)),
    request_body = SiteEdit, responses((status = 200, body = Saved), Refusals))]
pub(super) async fn put(desk: Desk, Id(id): Id, Body(edit): Body<SiteEdit>) -> Answer<Json<Saved>> {
    let id = SiteId::from(id_of(&id)?);
    let site = site(&desk, id.clone(), &edit)?;
    desk.needs_edit(&site.actor)?;
    if let Some(known) = desk.page.site(&id) {
        desk.needs_edit(&known.actor)?;
    }
    if !desk.page.actors.contains_key(&site.actor) {
        return Err(Problem::field("actor", Message::new("refusal-no-actor").with("id", &site.actor)));
    }
    Ok(Json(desk.put(Kind::Site, id.as_str(), edit.revision, &site).await?))
}

fn site(desk: &Desk, id: SiteId, edit: &SiteEdit) -> Answer<Site> {
    let reference = desk.app.reference();
    let given = |text: &Option<String>| text.as_ref().map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
    let known = desk.page.site(&id);
    let by = Evidence::new(Basis::Declared, format!("saisi par {}", desk.person.name));
    let siret = given(&edit.siret).map(|text| text.parse()).transpose();
    let activity = given(&edit.activity).map(|text| value::activity(&text, None, reference)).transpose();
    let headcount = given(&edit.headcount).map(|text| value::headcount(&text, reference)).transpose();
    Ok(Site {
        actor: ActorId::from(edit.actor.as_str()),
        name: text("name", &edit.name, 300)?,
        siret: siret.map_err(|error: model::SiretError| Problem::field("siret", not_a_siret(&error)))?,
        activity: activity.map_err(|error| Problem::field("activity", error))?,
        activity_label: given(&edit.activity_label),
        headcount: headcount.map_err(|error| Problem::field("headcount", error))?,
        place: place(edit)?.or_else(|| near(desk, known, edit)),
        address: given(&edit.address),
        commune: given(&edit.commune),
        zone: given(&edit.zone),
        evidence: known.map_or_else(|| by.on(Some(desk.today())), |site| site.evidence.clone()),
        id,
    })
}

/// Where a site is of which nobody gives coordinates: where it was while its address is the same, else the middle of its commune.
fn near(desk: &Desk, known: Option<&Site>, edit: &SiteEdit) -> Option<Place> {
    let stays = |site: &&Site| site.commune == edit.commune && site.address == edit.address;
    let commune = || edit.commune.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let there = &desk.holding.whole.territory.sites;
    known
        .filter(stays)
        .and_then(|site| site.place)
        .or_else(|| intake::commune::placed(commune()?, there, desk.app.reference()))
}

fn place(edit: &SiteEdit) -> Answer<Option<Place>> {
    let (lat, lon) = match (edit.lat, edit.lon) {
        (Some(lat), Some(lon)) => (lat, lon),
        (None, None) => return Ok(None),
        _ => return Err(Problem::field("lat", "refusal-lat-lon")),
    };
    if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
        return Err(Problem::field("lat", "refusal-degrees"));
    }
    let precision = edit.precision.as_deref().map(|text| word("precision", text)).transpose()?;
    Ok(Some(Place { lat, lon, precision: precision.unwrap_or(Precision::Exact) }))
}

/// Takes a site out with its flows.
#[utoipa::path(delete, path = "/territories/{t}/sites/{id}", tag = "sites",
    params(("t" = String, Path), ("id" = String, Path), Revision), responses((status = 200, body = Saved), Refusals))]
pub(super) async fn delete(desk: Desk, Id(id): Id, Params(asked): Params<Revision>) -> Answer<Json<Saved>> {
    desk.needs(Ability::Edit)?;
    let flows = desk.page.flows_of.get(&SiteId::from(id.as_str())).into_iter().flatten();
    let territory = desk.page.territory();
    let mut changes = vec![store::Change::delete(Kind::Site, id.as_str(), asked.revision)];
    for flow in flows.map(|&ix| &territory.flows[ix]) {
        // Estimates are no records.
        if let Some(revision) = desk.holding.revision(Kind::Flow, &flow.id.as_str()) {
            changes.push(store::Change::delete(Kind::Flow, flow.id.as_str(), revision));
        }
    }
    Ok(Json(desk.commit(changes, &id).await?))
}

fn not_a_siret(error: &model::SiretError) -> Message {
    match error {
        model::SiretError::Shape(value) => Message::new("refused-siret").with("value", value),
        model::SiretError::Checksum(value) => Message::new("refused-siret-key").with("value", value),
    }
}
