//! Actors entered, changed, taken out.

use crate::http::{Body, Desk, Id, Params};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::Saved;
use crate::shapes::input::ActorEdit;
use access::Ability;
use axum::Json;
use model::{Actor, ActorId, ActorKind, Basis, Evidence, Message};
use serde::Deserialize;
use store::Kind;
use utoipa::IntoParams;

/// Which revision is meant.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Revision {
    /// Revision read before.
    pub(super) revision: i64,
}

/// A word of the model from its JSON form.
pub(super) fn word<T: serde::de::DeserializeOwned>(field: &str, text: &str) -> Answer<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned()))
        .map_err(|_| Problem::field(field, Message::new("refusal-unknown").with("value", text)))
}

/// A text that must be there, of at most so many characters.
pub(super) fn text(field: &str, text: &str, most: usize) -> Answer<String> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(Problem::field(field, "refusal-empty")),
        n if n > most => {
            Err(Problem::field(field, Message::new("refusal-longer").with("most", most).with("length", n)))
        }
        _ => Ok(text.to_owned()),
    }
}

/// An id people or programs choose: short, without control characters.
pub(super) fn id_of(id: &str) -> Answer<&str> {
    let fine = !id.is_empty() && id.chars().count() <= 300 && !id.chars().any(char::is_control);
    if fine { Ok(id) } else { Err(Problem::field("id", "refusal-id")) }
}

/// Makes an actor or changes it.
#[utoipa::path(put, path = "/territories/{t}/actors/{id}", tag = "actors", params(("t" = String, Path), ("id" = String, Path)),
    request_body = ActorEdit, responses((status = 200, body = Saved), Refusals))]
pub(super) async fn put(desk: Desk, Id(id): Id, Body(edit): Body<ActorEdit>) -> Answer<Json<Saved>> {
    let id = ActorId::from(id_of(&id)?);
    desk.needs_edit(&id)?;
    let kind: ActorKind = word("kind", &edit.kind)?;
    let known = desk.page.actors.get(&id).and_then(|&ix| desk.page.territory().actors.get(ix));
    if known.is_some_and(|actor| actor.kind != kind) {
        desk.needs(Ability::Edit)?;
    }
    let by = Evidence::new(Basis::Declared, format!("saisi par {}", desk.person.name));
    let evidence = known.map_or_else(|| by.on(Some(desk.today())), |actor| actor.evidence.clone());
    let actor = Actor { id: id.clone(), name: text("name", &edit.name, 300)?, kind, evidence };
    Ok(Json(desk.put(Kind::Actor, id.as_str(), edit.revision, &actor).await?))
}

/// Takes an actor out; refused while it has sites.
#[utoipa::path(delete, path = "/territories/{t}/actors/{id}", tag = "actors",
    params(("t" = String, Path), ("id" = String, Path), Revision), responses((status = 200, body = Saved), Refusals))]
pub(super) async fn delete(desk: Desk, Id(id): Id, Params(asked): Params<Revision>) -> Answer<Json<Saved>> {
    desk.needs(Ability::Edit)?;
    let id = ActorId::from(id);
    let sites = desk.page.territory().sites.iter().filter(|site| site.actor == id).count();
    if sites > 0 {
        return Err(Problem::field("id", Message::new("refusal-has-sites").with("sites", sites)));
    }
    Ok(Json(desk.delete(Kind::Actor, id.as_str(), asked.revision).await?))
}
