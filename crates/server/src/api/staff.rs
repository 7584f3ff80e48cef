//! Posts of projects that an insertion structure says it can staff.

use crate::http::{Body, Desk, Id};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::Saved;
use crate::shapes::input::StaffAsk;
use access::Ability;
use axum::Json;
use store::Kind;

/// Says that one's structure can staff a post of the project, or takes it back. A post that another structure staffs stays its own.
#[utoipa::path(post, path = "/territories/{t}/projects/{id}/staff", tag = "projects", params(("t" = String, Path), ("id" = String, Path)),
    request_body = StaffAsk, responses((status = 200, body = Saved), Refusals))]
pub(super) async fn post(desk: Desk, Id(id): Id, Body(ask): Body<StaffAsk>) -> Answer<Json<Saved>> {
    desk.needs(Ability::Projects)?;
    let own = desk.viewer.staffs().ok_or_else(Problem::forbidden)?;
    // The whole record: what a structure sees of a project leaves parts out.
    let known = desk.holding.whole.projects.iter().find(|project| project.id.as_str() == id);
    let mut project = known.cloned().ok_or_else(Problem::missing)?;
    let post = project.posts.get_mut(ask.post).filter(|post| post.insertion).ok_or_else(Problem::missing)?;
    if post.structure.as_ref().is_some_and(|structure| structure != own) {
        return Err(Problem::field("post", "refusal-staffed"));
    }
    post.structure = ask.staffs.then(|| own.clone());
    let revision = desk.holding.revision(Kind::Project, &id);
    Ok(Json(desk.put(Kind::Project, &id, revision, &project).await?))
}
