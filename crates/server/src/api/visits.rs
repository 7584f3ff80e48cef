//! Visits: the next best ones, and those made.

use super::actor_edit::{Revision, id_of};
use crate::http::{Body, Desk, Id, Params};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::VisitEdit;
use crate::shapes::{Saved, VisitLine};
use crate::view::visit_line;
use access::Ability;
use axum::Json;
use model::{Message, SiteId, SiteVisit, SiteVisitId};
use serde::Deserialize;
use store::Kind;
use utoipa::IntoParams;

/// How many.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Rows, 1 to 200; 20 when absent.
    limit: Option<usize>,
}

/// The visits that would settle most per minute, best first.
#[utoipa::path(get, path = "/territories/{t}/visits", tag = "visits", params(("t" = String, Path), Asked),
    responses((status = 200, body = Vec<VisitLine>), Refusals))]
pub(super) async fn list(desk: Desk, Params(asked): Params<Asked>) -> Answer<Json<Vec<VisitLine>>> {
    desk.needs(Ability::Triage)?;
    let count = asked.limit.unwrap_or(20).clamp(1, 200);
    Ok(Json(desk.page.seen.whole.visits.iter().take(count).map(|visit| visit_line(&desk, visit)).collect()))
}

/// Writes a visit down.
#[utoipa::path(put, path = "/territories/{t}/visits/{id}", tag = "visits", params(("t" = String, Path), ("id" = String, Path)),
    request_body = VisitEdit, responses((status = 200, body = Saved), Refusals))]
pub(super) async fn put(desk: Desk, Id(id): Id, Body(edit): Body<VisitEdit>) -> Answer<Json<Saved>> {
    desk.needs(Ability::Edit)?;
    let id = SiteVisitId::from(id_of(&id)?);
    let site = SiteId::from(edit.site.as_str());
    if desk.page.site(&site).is_none() {
        return Err(Problem::field("site", Message::new("refusal-no-site").with("id", &site)));
    }
    let known = desk.page.seen.whole.visited.iter().find(|visit| visit.id == id);
    let visit = SiteVisit {
        id: id.clone(),
        site,
        day: edit.day,
        done: edit.done.unwrap_or(true),
        by: known.and_then(|v| v.by.clone()).or_else(|| Some(desk.person.id.clone())),
        met: known.map(|visit| visit.met.clone()).unwrap_or_default(),
        notes: edit.text.chars().take(20_000).collect(),
        photos: known.map(|visit| visit.photos.clone()).unwrap_or_default(),
    };
    Ok(Json(desk.put(Kind::Visit, id.as_str(), edit.revision, &visit).await?))
}

/// Takes a visit out.
#[utoipa::path(delete, path = "/territories/{t}/visits/{id}", tag = "visits",
    params(("t" = String, Path), ("id" = String, Path), Revision), responses((status = 200, body = Saved), Refusals))]
pub(super) async fn delete(desk: Desk, Id(id): Id, Params(asked): Params<Revision>) -> Answer<Json<Saved>> {
    desk.needs(Ability::Edit)?;
    Ok(Json(desk.delete(Kind::Visit, &id, asked.revision).await?))
}
