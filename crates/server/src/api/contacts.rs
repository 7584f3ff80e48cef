//! Whom to call: personal data, given out and erased on request.

use super::actor_edit::{Revision, id_of, text};
use crate::http::{Body, Desk, Id, Params};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::ContactEdit;
use crate::shapes::{ContactView, Saved};
use crate::view::contact;
use access::Ability;
use axum::Json;
use model::{ActorId, Contact, ContactId, Message, SiteId};
use serde::Deserialize;
use store::Kind;
use utoipa::IntoParams;

/// Whose.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Actor.
    actor: Option<String>,
}

/// The contacts one may see.
#[utoipa::path(get, path = "/territories/{t}/contacts", tag = "contacts", params(("t" = String, Path), Asked),
    responses((status = 200, body = Vec<ContactView>), Refusals))]
pub(super) async fn list(desk: Desk, Params(asked): Params<Asked>) -> Json<Vec<ContactView>> {
    let all = desk.page.seen.whole.contacts.iter();
    let of = |c: &&Contact| asked.actor.as_ref().is_none_or(|actor| c.actor.as_str() == actor);
    Json(all.filter(of).map(|c| contact(&desk, c)).collect())
}

/// Makes a contact or changes it.
#[utoipa::path(put, path = "/territories/{t}/contacts/{id}", tag = "contacts", params(("t" = String, Path), ("id" = String, Path)),
    request_body = ContactEdit, responses((status = 200, body = Saved), Refusals))]
pub(super) async fn put(desk: Desk, Id(id): Id, Body(edit): Body<ContactEdit>) -> Answer<Json<Saved>> {
    let id = ContactId::from(id_of(&id)?);
    let given = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
    let site = given(edit.site).map(SiteId::from);
    let of_site = site.as_ref().and_then(|site| desk.page.site(site)).map(|site| site.actor.clone());
    let actor = given(edit.actor).map(ActorId::from).or(of_site);
    let actor = actor.ok_or_else(|| Problem::field("actor", "refusal-contact-of"))?;
    if !desk.page.actors.contains_key(&actor) {
        return Err(Problem::field("actor", Message::new("refusal-no-actor").with("id", &actor)));
    }
    desk.needs_edit(&actor)?;
    let known = desk.page.seen.whole.contacts.iter().find(|contact| contact.id == id);
    let contact = Contact {
        id: id.clone(),
        actor,
        site,
        name: text("name", &edit.name, 200)?,
        role: given(edit.role),
        email: given(edit.email),
        phone: given(edit.phone),
        note: given(edit.note),
        obtained: known
            .and_then(|contact| contact.obtained.clone())
            .or_else(|| Some(format!("saisi par {} le {}", desk.person.name, desk.today()))),
        keep_until: known.and_then(|contact| contact.keep_until),
    };
    Ok(Json(desk.put(Kind::Contact, id.as_str(), edit.revision, &contact).await?))
}

/// Erases a contact, from the audit log too: personal data.
#[utoipa::path(delete, path = "/territories/{t}/contacts/{id}", tag = "contacts",
    params(("t" = String, Path), ("id" = String, Path), Revision), responses((status = 200, body = Saved), Refusals))]
pub(super) async fn delete(desk: Desk, Id(id): Id, Params(asked): Params<Revision>) -> Answer<Json<Saved>> {
    let contact = desk.page.seen.whole.contacts.iter().find(|contact| contact.id.as_str() == id);
    let contact = contact.ok_or_else(Problem::missing)?;
    if !desk.viewer.may(Ability::Edit) {
        desk.needs_edit(&contact.actor)?;
    }
    Ok(Json(desk.erase(Kind::Contact, &id, asked.revision).await?))
}
