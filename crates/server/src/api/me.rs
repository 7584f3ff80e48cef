//! One's own account.

use crate::App;
use crate::http::{Body, Caller};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::MeEdit;
use crate::shapes::{Me, Membership, PersonName};
use axum::Json;
use axum::extract::State;
use std::collections::HashMap;
use store::people::Person;
use store::people::membership::Membership as Part;
use store::people::password::SignIn;

/// Who one is, and where as what.
#[utoipa::path(get, path = "/me", tag = "session", responses((status = 200, body = Me), Refusals))]
pub(super) async fn get(State(app): State<App>, caller: Caller) -> Answer<Json<Me>> {
    Ok(Json(about(&app, &caller.person).await?))
}

/// Changes one's own name, language or password.
#[utoipa::path(put, path = "/me", tag = "session", request_body = MeEdit, responses((status = 200, body = Me), Refusals))]
pub(super) async fn put(
    State(app): State<App>,
    caller: Caller,
    Body(edit): Body<MeEdit>,
) -> Answer<Json<Me>> {
    if caller.scopes.is_some() {
        return Err(Problem::forbidden());
    }
    let mut person = caller.person;
    if let Some(lang) = edit.lang {
        if !["fr", "en"].contains(&lang.as_str()) {
            return Err(Problem::field("lang", "refusal-lang"));
        }
        person.lang = lang;
    }
    if let Some(name) = edit.name {
        person.name = name.chars().take(200).collect();
    }
    app.store().update_person(&person, app.now()).await?;
    if let Some(new) = edit.password {
        change_password(&app, &person, &edit.present.unwrap_or_default(), &new).await?;
    }
    Ok(Json(about(&app, &person).await?))
}

async fn change_password(app: &App, person: &Person, present: &str, new: &str) -> Answer<()> {
    if app.config().demo {
        return Err(Problem::forbidden().because("refusal-demo-password"));
    }
    match app.store().sign_in(&person.email, present, "me", app.now()).await? {
        SignIn::Right(_) => {}
        _ => return Err(Problem::field("present", "refusal-password-present")),
    }
    super::password::rule(new)?;
    app.store().set_password(&person.id, new, app.now()).await?;
    Ok(())
}

/// A person with their parts.
pub(super) async fn about(app: &App, person: &Person) -> Answer<Me> {
    Ok(Me {
        person: PersonName {
            id: person.id.to_string(),
            name: person.name.clone(),
            email: person.email.clone(),
        },
        memberships: memberships(app, person).await?,
        lang: person.lang.clone(),
        demo: app.config().demo,
        totp: person.totp,
        installation_admin: person.admin,
    })
}

/// A part on the territory of that name.
pub(super) fn membership(part: Part, name: &str) -> Membership {
    Membership {
        name: name.to_owned(),
        territory: part.territory,
        role: part.role.to_string(),
        actor: part.actor.map(|actor| actor.to_string()),
    }
}

pub(super) async fn memberships(app: &App, person: &Person) -> Answer<Vec<Membership>> {
    let listed = app.store().territories().await?;
    let names: HashMap<&str, &str> = listed.iter().map(|t| (t.id.as_str(), t.meta.name.as_str())).collect();
    let parts = app.store().memberships_of(&person.id).await?;
    let with_name = |part: Part| {
        let name = names.get(part.territory.as_str()).copied().unwrap_or_default();
        membership(part, name)
    };
    let mut parts: Vec<Membership> = parts.into_iter().map(with_name).collect();
    let first = app.config().first.as_deref();
    parts.sort_by(|a, b| {
        (Some(&*a.territory) != first, &a.name).cmp(&(Some(&*b.territory) != first, &b.name))
    });
    Ok(parts)
}
