//! The box of ideas: everybody of the territory puts in, and says what they would join.

use super::actor_edit::{Revision, id_of, text, word};
use crate::http::{Body, Desk, Id, Params};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::IdeaEdit;
use crate::shapes::{IdeaView, Saved};
use crate::view::slug;
use access::Ability;
use axum::Json;
use model::{Idea, IdeaId, IdeaState, PersonId};
use store::Kind;
use store::people::Person;

/// The ideas, newest first.
#[utoipa::path(get, path = "/territories/{t}/ideas", tag = "projects", params(("t" = String, Path)),
    responses((status = 200, body = Vec<IdeaView>), Refusals))]
pub(super) async fn list(desk: Desk) -> Answer<Json<Vec<IdeaView>>> {
    desk.needs(Ability::Projects)?;
    let mut ideas: Vec<&Idea> = desk.page.seen.whole.ideas.iter().collect();
    ideas.sort_by_key(|idea| std::cmp::Reverse(idea.at));
    let people = desk.app.store().people().await?;
    Ok(Json(ideas.into_iter().map(|idea| view(&desk, &people, idea)).collect()))
}

/// Who had an idea is told to the facilitators, and to its author.
fn view(desk: &Desk, people: &[Person], idea: &Idea) -> IdeaView {
    let told = |id: &&PersonId| desk.viewer.may(Ability::ReadAll) || **id == desk.person.id;
    let author = idea.author.as_ref().filter(told);
    let by = author.and_then(|id| people.iter().find(|person| &person.id == id));
    IdeaView {
        id: idea.id.to_string(),
        revision: desk.holding.revision(Kind::Idea, idea.id.as_str()).unwrap_or_default(),
        title: idea.title.clone(),
        text: idea.text.clone(),
        by: by.map(|person| person.name.clone()).unwrap_or_default(),
        at: idea.at.map(|at| at.to_rfc3339()).unwrap_or_default(),
        votes: idea.supporters.len(),
        mine: idea.supporters.contains(&desk.person.id),
        state: slug(&idea.state),
    }
}

fn known<'a>(desk: &'a Desk, id: &str) -> Option<&'a Idea> {
    desk.page.seen.whole.ideas.iter().find(|idea| idea.id.as_str() == id)
}

/// Puts an idea in, or changes one's own; the facilitator may change any, and what became of it.
#[utoipa::path(put, path = "/territories/{t}/ideas/{id}", tag = "projects", params(("t" = String, Path), ("id" = String, Path)),
    request_body = IdeaEdit, responses((status = 200, body = Saved), Refusals))]
pub(super) async fn put(desk: Desk, Id(id): Id, Body(edit): Body<IdeaEdit>) -> Answer<Json<Saved>> {
    desk.needs(Ability::Projects)?;
    let id = IdeaId::from(id_of(&id)?);
    let known = known(&desk, id.as_str());
    if known.is_some_and(|idea| idea.author.as_ref() != Some(&desk.person.id)) || edit.state.is_some() {
        desk.needs(Ability::Edit)?;
    }
    let state = edit.state.as_deref().map(|text| word("state", text)).transpose()?;
    let idea = Idea {
        id: id.clone(),
        title: text("title", &edit.title, 300)?,
        text: edit.text.chars().take(8_000).collect(),
        author: known.map_or_else(|| Some(desk.person.id.clone()), |idea| idea.author.clone()),
        at: known.map_or_else(|| Some(desk.app.now()), |idea| idea.at),
        state: state.or(known.map(|idea| idea.state)).unwrap_or(IdeaState::New),
        project: known.and_then(|idea| idea.project.clone()),
        supporters: known.map(|idea| idea.supporters.clone()).unwrap_or_default(),
    };
    Ok(Json(desk.put(Kind::Idea, id.as_str(), edit.revision, &idea).await?))
}

/// Says that one would join; a second time takes it back.
#[utoipa::path(post, path = "/territories/{t}/ideas/{id}/join", tag = "projects",
    params(("t" = String, Path), ("id" = String, Path)), responses((status = 200, body = Saved), Refusals))]
pub(super) async fn join(desk: Desk, Id(id): Id) -> Answer<Json<Saved>> {
    desk.needs(Ability::Projects)?;
    let mut idea = known(&desk, &id).cloned().ok_or_else(Problem::missing)?;
    if !idea.supporters.remove(&desk.person.id) {
        idea.supporters.insert(desk.person.id.clone());
    }
    let revision = desk.holding.revision(Kind::Idea, &id);
    Ok(Json(desk.put(Kind::Idea, &id, revision, &idea).await?))
}

/// Takes an idea out.
#[utoipa::path(delete, path = "/territories/{t}/ideas/{id}", tag = "projects",
    params(("t" = String, Path), ("id" = String, Path), Revision), responses((status = 200, body = Saved), Refusals))]
pub(super) async fn delete(desk: Desk, Id(id): Id, Params(asked): Params<Revision>) -> Answer<Json<Saved>> {
    let idea = known(&desk, &id).ok_or_else(Problem::missing)?;
    if idea.author.as_ref() != Some(&desk.person.id) {
        desk.needs(Ability::Edit)?;
    }
    Ok(Json(desk.delete(Kind::Idea, &id, asked.revision).await?))
}
