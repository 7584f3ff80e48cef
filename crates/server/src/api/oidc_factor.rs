//! The second half of a sign-in by a provider: the account's own code, where the provider did not ask a second factor itself.

use super::session::{Origin, enter};
use crate::App;
use crate::http::{Body, cookie_named};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::Me;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::HeaderValue;
use axum::response::Response;
use chrono::TimeDelta;
use model::PersonId;
use serde::Deserialize;
use serde_json::json;
use store::people::link::LinkKind;
use utoipa::ToSchema;

/// Cookie of somebody whom the provider vouched for and whose code is awaited.
const COOKIE: &str = "fe2i-half";
/// How long it is awaited.
const PATIENCE: TimeDelta = TimeDelta::minutes(10);

/// The cookie of a half sign-in: opens nothing by itself.
pub(super) async fn begin(app: &App, person: &PersonId) -> Answer<HeaderValue> {
    let (subject, now) = (json!({ "person": person }), app.now());
    let secret = app.store().create_link(LinkKind::SecondFactor, &subject, now + PATIENCE, now).await?;
    let (secure, seconds) = (if app.config().secure { "; Secure" } else { "" }, PATIENCE.num_seconds());
    let text =
        format!("{COOKIE}={secret}; Path=/api/v1/oidc; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).map_err(|error| Problem::internal(&error))
}

/// The code of one's application.
#[derive(Deserialize, ToSchema)]
pub(super) struct OidcCode {
    /// Six digits.
    totp: String,
}

/// Ends a sign-in by a provider with the code of the account; wrong ones lock like wrong passwords.
#[utoipa::path(post, path = "/oidc/totp", tag = "session", request_body = OidcCode,
    responses((status = 200, body = Me, description = "The session's cookie is set"), Refusals))]
pub(super) async fn finish(
    State(app): State<App>,
    Origin(origin): Origin,
    headers: HeaderMap,
    Body(code): Body<OidcCode>,
) -> Answer<Response> {
    app.limits().take(&format!("login {origin}"), 20.0, 20.0, app.now())?;
    let (store, now) = (app.store(), app.now());
    let half = cookie_named(&headers, COOKIE).ok_or_else(Problem::nobody)?;
    let link = store.peek_link(LinkKind::SecondFactor, &half, now).await?.ok_or_else(Problem::nobody)?;
    let id = link.subject["person"].as_str().map(PersonId::from).ok_or_else(Problem::nobody)?;
    let person = store.person(&id).await?.filter(|person| person.active).ok_or_else(Problem::nobody)?;
    if let Some(until) = store.factor_locked_until(&person.email, &origin, now).await? {
        return Err(super::session::locked(&app, until));
    }
    crate::totp::check(&app, &person, Some(&code.totp), &origin).await?;
    // Used up only by a right code: of two who come at once, one gets in.
    store.use_link(LinkKind::SecondFactor, &half, now).await?.ok_or_else(Problem::nobody)?;
    enter(&app, &person.id).await
}
