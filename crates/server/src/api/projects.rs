//! Projects: partners, funding, milestones, posts, the synergies inside.

use super::actor_edit::{Revision, id_of, text, word};
use crate::http::{Body, Desk, Id, Params};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::ProjectEdit;
use crate::shapes::{FundingLine, MilestoneLine, Named, PostLine, ProjectSynergy, ProjectView, Saved};
use crate::view::{lead_rows, slug};
use access::Ability;
use axum::Json;
use model::{ActorId, Funding, Milestone, Partner, Post, Project, ProjectId, ProjectState};
use store::Kind;
use units::{Quantity, Range, Unit};

/// Hours of a full-time post in a year, to sum posts up: the legal 1,607 (code du travail L. 3121-41).
const FULL_TIME: f64 = 1_607.0;

/// The territory's projects.
#[utoipa::path(get, path = "/territories/{t}/projects", tag = "projects", params(("t" = String, Path)),
    responses((status = 200, body = Vec<ProjectView>), Refusals))]
pub(super) async fn list(desk: Desk) -> Answer<Json<Vec<ProjectView>>> {
    desk.needs(Ability::Projects)?;
    Ok(Json(desk.page.seen.whole.projects.iter().map(|project| view(&desk, project)).collect()))
}

fn view<'a>(desk: &Desk, project: &'a Project) -> ProjectView {
    let hours = |post: &Post| post.hours.as_ref().map(|hours| hours.range.mid());
    let sum: Option<f64> = project.posts.iter().map(hours).sum();
    let partner = |partner: &Partner| Named {
        id: partner.actor.as_ref().map(ToString::to_string).unwrap_or_default(),
        name: partner.name.clone(),
    };
    let funding = |funding: &Funding| FundingLine {
        name: funding.funder.clone(),
        euros: funding.amount.as_ref().map(|amount| amount.range.mid()),
        state: slug(&funding.state),
    };
    let milestone =
        |m: &Milestone| MilestoneLine { label: m.name.clone(), due: m.due, done: m.done.is_some() };
    // Which structure offers itself is between it and the facilitators.
    let told = |post: &'a Post| {
        let readable = |own: &&ActorId| desk.viewer.may(Ability::ReadAll) || desk.viewer.owns(own);
        post.structure.as_ref().filter(readable)
    };
    let post = |post: &'a Post| PostLine {
        title: post.title.clone(),
        rome: post.rome.clone(),
        hours: hours(post),
        insertion: post.insertion,
        structure: told(post).map(ToString::to_string),
        from: post.from,
    };
    ProjectView {
        id: project.id.to_string(),
        revision: desk.holding.revision(Kind::Project, project.id.as_str()).unwrap_or_default(),
        name: project.name.clone(),
        summary: Some(project.summary.clone()).filter(|summary| !summary.is_empty()),
        state: slug(&project.state),
        partners: project.partners.iter().map(partner).collect(),
        funding: project.funding.iter().map(funding).collect(),
        milestones: project.milestones.iter().map(milestone).collect(),
        posts: sum.filter(|_| !project.posts.is_empty()).map(|hours| hours / FULL_TIME),
        post_lines: project.posts.iter().map(post).collect(),
        synergies: synergies(desk, project),
    }
}

fn synergies(desk: &Desk, project: &Project) -> Vec<ProjectSynergy> {
    let places = project.synergies.iter().filter_map(|id| desk.page.leads.get(id.as_str()).copied());
    let rows = lead_rows(desk, places);
    rows.into_iter()
        .map(|row| ProjectSynergy { lead: row.id, sentence: row.sentence, stage: row.stage })
        .collect()
}

/// Makes a project or changes it.
#[utoipa::path(put, path = "/territories/{t}/projects/{id}", tag = "projects", params(("t" = String, Path), ("id" = String, Path)),
    request_body = ProjectEdit, responses((status = 200, body = Saved), Refusals))]
pub(super) async fn put(desk: Desk, Id(id): Id, Body(edit): Body<ProjectEdit>) -> Answer<Json<Saved>> {
    desk.needs(Ability::Edit)?;
    let id = ProjectId::from(id_of(&id)?);
    let project = project(&desk, id.clone(), &edit)?;
    Ok(Json(desk.put(Kind::Project, id.as_str(), edit.revision, &project).await?))
}

fn project(desk: &Desk, id: ProjectId, edit: &ProjectEdit) -> Answer<Project> {
    let known = desk.page.seen.whole.projects.iter().find(|project| project.id == id);
    let state = edit.state.as_deref().map(|text| word("state", text)).transpose()?;
    let funding = edit.funding.iter().map(funding).collect::<Answer<_>>()?;
    let done = |line: &MilestoneLine| line.done.then(|| desk.today());
    let milestone =
        |line: &MilestoneLine| Milestone { name: line.label.clone(), due: line.due, done: done(line) };
    Ok(Project {
        name: text("name", &edit.name, 300)?,
        summary: edit.summary.clone().unwrap_or_default(),
        state: state.or(known.map(|project| project.state)).unwrap_or(ProjectState::Preparing),
        owner: known.and_then(|p| p.owner.clone()).or_else(|| Some(desk.person.id.clone())),
        next_step: known.and_then(|project| project.next_step.clone()),
        due: known.and_then(|project| project.due),
        partners: edit.partners.iter().map(|id| partner(desk, id)).collect(),
        funding,
        milestones: edit.milestones.iter().map(milestone).collect(),
        posts: edit.post_lines.iter().map(post).collect::<Answer<_>>()?,
        synergies: edit.synergies.iter().map(|id| id.as_str().into()).collect(),
        facilities: known.map(|project| project.facilities.clone()).unwrap_or_default(),
        log: known.map(|project| project.log.clone()).unwrap_or_default(),
        id,
    })
}

fn partner(desk: &Desk, id: &str) -> Partner {
    let actor = ActorId::from(id);
    let known = desk.page.actors.get(&actor).and_then(|&ix| desk.page.territory().actors.get(ix));
    let name = known.map_or_else(|| id.to_owned(), |actor| actor.name.clone());
    Partner { actor: known.map(|actor| actor.id.clone()), name, part: None }
}

fn quantity(field: &str, value: Option<f64>, unit: &str) -> Answer<Option<Quantity>> {
    let Some(value) = value else { return Ok(None) };
    let range = Range::exact(value).map_err(|_| Problem::field(field, "refusal-number"))?;
    let unit: Unit = unit.parse().map_err(|error: units::UnitError| Problem::internal(&error))?;
    Ok(Some(Quantity::new(range, unit)))
}

fn funding(line: &FundingLine) -> Answer<Funding> {
    Ok(Funding {
        funder: text("funding", &line.name, 300)?,
        label: None,
        amount: quantity("funding", line.euros, "EUR")?,
        state: word("funding", &line.state)?,
        on: None,
    })
}

fn post(line: &PostLine) -> Answer<Post> {
    Ok(Post {
        title: text("post_lines", &line.title, 300)?,
        rome: line.rome.clone(),
        hours: quantity("post_lines", line.hours, "h/year")?,
        from: line.from,
        structure: line.structure.as_deref().map(ActorId::from),
        insertion: line.insertion,
    })
}

/// Takes a project out.
#[utoipa::path(delete, path = "/territories/{t}/projects/{id}", tag = "projects",
    params(("t" = String, Path), ("id" = String, Path), Revision), responses((status = 200, body = Saved), Refusals))]
pub(super) async fn delete(desk: Desk, Id(id): Id, Params(asked): Params<Revision>) -> Answer<Json<Saved>> {
    desk.needs(Ability::Edit)?;
    Ok(Json(desk.delete(Kind::Project, &id, asked.revision).await?))
}
