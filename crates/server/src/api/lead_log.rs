//! A line in a lead's log.

use super::lead_move::{save, start};
use crate::http::{Body, Desk, Id};
use crate::problem::{Answer, Refusals};
use crate::shapes::SynergyView;
use crate::shapes::input::LogAsk;
use access::Ability;
use axum::Json;
use model::LogEntry;
use store::Kind;

/// Writes a line; the first one makes the synergy.
#[utoipa::path(post, path = "/territories/{t}/leads/{id}/log", tag = "leads", params(("t" = String, Path), ("id" = String, Path)),
    request_body = LogAsk, responses((status = 200, body = SynergyView), Refusals))]
pub(super) async fn post(desk: Desk, Id(id): Id, Body(ask): Body<LogAsk>) -> Answer<Json<SynergyView>> {
    desk.needs(Ability::Triage)?;
    let text = super::actor_edit::text("text", &ask.text, 4_000)?;
    let mut synergy = start(&desk, &id)?;
    let by = desk.person.id.to_string();
    synergy.log.push(LogEntry { at: desk.app.now(), by, text, to: None });
    if synergy.owner.is_none() {
        synergy.owner = Some(desk.person.id.clone());
    }
    let present = desk.holding.revision(Kind::Synergy, &id);
    Ok(Json(save(&desk, &synergy, ask.revision.or(present)).await?))
}
