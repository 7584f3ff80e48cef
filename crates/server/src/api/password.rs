//! A forgotten password: a link by mail, or from the administrator.

use super::session::Origin;
use crate::App;
use crate::http::Body;
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::{Forgot, Reset};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::TimeDelta;
use model::PersonId;
use serde_json::json;
use store::people::link::LinkKind;

/// How long a link is good.
const HOURS: i64 = 2;

/// Mails a link to a new password; the answer does not tell whether the address is known.
#[utoipa::path(post, path = "/password/forgot", tag = "session", request_body = Forgot, responses((status = 202), Refusals))]
pub(super) async fn forgot(
    State(app): State<App>,
    Origin(origin): Origin,
    Body(asked): Body<Forgot>,
) -> Answer<StatusCode> {
    app.limits().take(&format!("forgot {origin}"), 5.0, 1.0, app.now())?;
    let person = app.store().person_by_email(&asked.email).await?;
    if let Some(person) = person.filter(|person| person.active && !app.config().demo) {
        let path = reset_path(&app, &person.id, TimeDelta::hours(HOURS)).await?;
        crate::mail::reset(&app, &person, &path, HOURS);
    }
    Ok(StatusCode::ACCEPTED)
}

/// Path of a page that sets a new password.
pub(crate) async fn reset_path(app: &App, person: &PersonId, lifetime: TimeDelta) -> Answer<String> {
    let now = app.now();
    let subject = json!({ "person": person });
    let secret = app.store().create_link(LinkKind::Reset, &subject, now + lifetime, now).await?;
    Ok(format!("/password/reset/{secret}"))
}

/// Sets a new password with a link's token, once; closes the person's sessions.
#[utoipa::path(post, path = "/password/reset", tag = "session", request_body = Reset, responses((status = 204), Refusals))]
pub(super) async fn reset(
    State(app): State<App>,
    Origin(origin): Origin,
    Body(asked): Body<Reset>,
) -> Answer<StatusCode> {
    app.limits().take(&format!("reset {origin}"), 10.0, 5.0, app.now())?;
    // Before the link is used: it is good once.
    rule(&asked.password)?;
    let link = app.store().use_link(LinkKind::Reset, &asked.token, app.now()).await?;
    let person = link.and_then(|link| link.subject["person"].as_str().map(PersonId::from));
    let person = person.ok_or_else(|| Problem::field("token", "refusal-link-over"))?;
    app.store().set_password(&person, &asked.password, app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Refuses a password that is too short, too long, or of those that are tried first.
pub(super) fn rule(password: &str) -> Answer<()> {
    store::people::password_rule(password).map_err(|_| Problem::field("password", "refusal-password"))
}
