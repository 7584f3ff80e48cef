//! People: for administrators of a territory or of the installation.

use crate::App;
use crate::http::{Body, Caller, Ids, Params};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::{MembershipEdit, PersonEdit};
use crate::shapes::{Membership as Part, Person as Shown, PersonSaved};
use axum::Json;
use axum::extract::State;
use chrono::{DateTime, TimeDelta, Utc};
use model::{ActorId, MemberRole, Message, PersonId};
use serde::Deserialize;
use store::people::membership::Membership;
use store::people::{NewPerson, Person};
use utoipa::IntoParams;

/// How long the link of a new account is good.
const DAYS: i64 = 7;

/// Of which territory.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Territory.
    pub(super) territory: String,
    /// Only lines before this version.
    pub(super) before: Option<i64>,
}

/// Refuses who administers neither the installation nor this territory.
pub(super) async fn needs_admin(app: &App, caller: &Caller, territory: &str) -> Answer<()> {
    if caller.scopes.is_some() {
        return Err(Problem::forbidden());
    }
    let parts = app.store().memberships_of(&caller.person.id).await?;
    let here = parts.iter().any(|part| part.territory == territory && part.role == MemberRole::Admin);
    if caller.person.admin || here { Ok(()) } else { Err(Problem::forbidden()) }
}

/// The people of a territory.
#[utoipa::path(get, path = "/admin/people", tag = "admin", params(Asked), responses((status = 200, body = Vec<Shown>), Refusals))]
pub(super) async fn people(
    State(app): State<App>,
    caller: Caller,
    Params(asked): Params<Asked>,
) -> Answer<Json<Vec<Shown>>> {
    needs_admin(&app, &caller, &asked.territory).await?;
    let listed = app.store().territories().await?;
    let here = listed.iter().find(|listed| listed.id == asked.territory);
    let name = here.map(|listed| listed.meta.name.as_str()).unwrap_or_default();
    let row = |(person, part, last): (Person, Membership, Option<DateTime<Utc>>)| {
        row(&person, vec![super::me::membership(part, name)], last)
    };
    Ok(Json(app.store().people_of(&asked.territory).await?.into_iter().map(row).collect()))
}

fn row(person: &Person, memberships: Vec<Part>, last: Option<DateTime<Utc>>) -> Shown {
    Shown {
        id: person.id.to_string(),
        name: person.name.clone(),
        email: person.email.clone(),
        memberships,
        last_seen: last.map(|at| at.to_rfc3339()),
        active: person.active,
        admin: person.admin,
    }
}

async fn shown(app: &App, person: &Person, territory: &str) -> Answer<Shown> {
    let mut memberships = super::me::memberships(app, person).await?;
    memberships.retain(|part| part.territory == territory);
    Ok(row(person, memberships, app.store().last_seen(&person.id).await?))
}

/// Makes an account, or gives a known one a part; a new one gets a link to set its password.
#[utoipa::path(post, path = "/admin/people", tag = "admin", request_body = PersonEdit, responses((status = 200, body = PersonSaved), Refusals))]
pub(super) async fn add(
    State(app): State<App>,
    caller: Caller,
    Body(edit): Body<PersonEdit>,
) -> Answer<Json<PersonSaved>> {
    let first = edit.memberships.first().map(|part| part.territory.clone());
    let territory = first.ok_or_else(|| Problem::field("memberships", "refusal-no-role"))?;
    for part in &edit.memberships {
        needs_admin(&app, &caller, &part.territory).await?;
    }
    if !edit.email.contains('@') || edit.email.chars().count() > 254 {
        return Err(Problem::field("email", "refusal-email"));
    }
    let known = app.store().person_by_email(&edit.email).await?;
    // A link opens an account: of one that was there before, only the installation's administrator makes one.
    let may_link = known.is_none() || caller.person.admin;
    let person = if let Some(person) = known {
        person
    } else {
        let lang = edit.lang.clone().filter(|lang| lang == "en").unwrap_or_else(|| "fr".to_owned());
        let name = super::actor_edit::text("name", &edit.name, 200)?;
        let new = NewPerson { email: edit.email.clone(), name, lang, admin: false };
        app.store().create_person(&new, app.now()).await?
    };
    give(&app, &person.id, &edit.memberships).await?;
    let link = if person.password || !may_link {
        None
    } else {
        Some(super::password::reset_path(&app, &person.id, TimeDelta::days(DAYS)).await?)
    };
    Ok(Json(PersonSaved { person: shown(&app, &person, &territory).await?, link }))
}

async fn give(app: &App, person: &PersonId, parts: &[MembershipEdit]) -> Answer<()> {
    for part in parts {
        let role: MemberRole = part.role.parse().map_err(|_: model::UnknownRole| {
            Problem::field("role", Message::new("refusal-unknown").with("value", &part.role))
        })?;
        app.store().version(&part.territory).await?;
        let actor = part.actor.as_deref().filter(|actor| !actor.is_empty()).map(ActorId::from);
        let part = Membership { territory: part.territory.clone(), person: person.clone(), role, actor };
        app.store().set_membership(&part).await?;
    }
    Ok(())
}

/// Changes a person's parts on the territories the caller administers. Name, address and whether they may come in are the
/// installation's administrator's to change, or of who administers all their territories.
#[utoipa::path(put, path = "/admin/people/{id}", tag = "admin", params(("id" = String, Path)), request_body = PersonEdit,
    responses((status = 200, body = PersonSaved), Refusals))]
pub(super) async fn put(
    State(app): State<App>,
    caller: Caller,
    Ids(id): Ids<String>,
    Body(edit): Body<PersonEdit>,
) -> Answer<Json<PersonSaved>> {
    let mut person = app.store().person(&PersonId::from(id)).await?.ok_or_else(Problem::missing)?;
    let present = app.store().memberships_of(&person.id).await?;
    let named = edit.memberships.iter().map(|part| part.territory.as_str());
    let territories: Vec<&str> = present.iter().map(|part| part.territory.as_str()).chain(named).collect();
    if territories.is_empty() && !caller.person.admin {
        return Err(Problem::forbidden());
    }
    for territory in &territories {
        needs_admin(&app, &caller, territory).await?;
    }
    if person.admin && !caller.person.admin {
        return Err(Problem::forbidden());
    }
    person.name = super::actor_edit::text("name", &edit.name, 200)?;
    person.active = edit.active.unwrap_or(person.active);
    app.store().update_person(&person, app.now()).await?;
    give(&app, &person.id, &edit.memberships).await?;
    for part in
        present.iter().filter(|part| !edit.memberships.iter().any(|new| new.territory == part.territory))
    {
        app.store().remove_membership(&part.territory, &person.id).await?;
    }
    let territory = territories.first().copied().unwrap_or_default();
    Ok(Json(PersonSaved { person: shown(&app, &person, territory).await?, link: None }))
}
