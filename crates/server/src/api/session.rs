//! Coming in and going out.

use crate::App;
use crate::http::{Body, COOKIE, cookie, origin_of};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::Login;
use crate::shapes::{DemoRole, LoginOptions, Me};
use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};
use model::{MemberRole, Message, PersonId};
use store::people::password::SignIn;

/// How long a session lasts.
pub(super) const DAYS: i64 = 14;

/// Where a request comes from.
pub(crate) struct Origin(pub(crate) String);

impl FromRequestParts<App> for Origin {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        Ok(Self(origin_of(parts, app)))
    }
}

/// What the page of login must know.
#[utoipa::path(get, path = "/session/options", tag = "session", responses((status = 200, body = LoginOptions)))]
pub(super) async fn options(State(app): State<App>) -> Json<LoginOptions> {
    let roles = if app.config().demo { MemberRole::ALL.as_slice() } else { &[] };
    let label = |role: &MemberRole| wording::message(wording::Lang::Fr, &format!("role-{role}"), &[]);
    let demo_roles = roles.iter().map(|r| DemoRole { role: r.to_string(), label: label(r) }).collect();
    Json(LoginOptions {
        demo_roles,
        oidc: app.config().oidc.as_ref().map(|oidc| oidc.name.clone()),
        mail: app.config().mail.is_some(),
    })
}

/// Opens a session with an address and a password; after too many wrong ones it is closed for a while to where they came from (429).
#[utoipa::path(post, path = "/session", tag = "session", request_body = Login,
    responses((status = 200, body = Me, description = "The session's cookie is set"), Refusals))]
pub(super) async fn login(
    State(app): State<App>,
    Origin(origin): Origin,
    Body(login): Body<Login>,
) -> Answer<Response> {
    app.limits().take(&format!("login {origin}"), 20.0, 20.0, app.now())?;
    let person = match app.store().sign_in(&login.email, &login.password, &origin, app.now()).await? {
        SignIn::Right(person) => person,
        SignIn::Wrong => return Err(wrong()),
        SignIn::Locked { until } => return Err(locked(&app, until)),
    };
    if person.totp {
        crate::totp::check(&app, &person, login.totp.as_deref(), &origin).await?;
    }
    enter(&app, &person.id).await
}

/// Too many wrong ones from there.
pub(super) fn locked(app: &App, until: DateTime<Utc>) -> Problem {
    let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "refusal-locked");
    let minutes = (until - app.now()).num_minutes().max(0) + 1;
    problem.because(Message::new("refusal-locked-how").with("minutes", minutes))
}

fn wrong() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "refusal-wrong")
}

/// Opens a session and sets its cookie.
pub(crate) async fn enter(app: &App, person: &PersonId) -> Answer<Response> {
    let secret = app.store().open_session(person, TimeDelta::days(DAYS), app.now()).await?;
    let person = app.store().person(person).await?.ok_or_else(Problem::nobody)?;
    let me = super::me::about(app, &person).await?;
    let mut response = Json(me).into_response();
    response.headers_mut().insert(SET_COOKIE, set_cookie(app, &secret, DAYS * 86_400)?);
    Ok(response)
}

pub(crate) fn set_cookie(app: &App, secret: &str, seconds: i64) -> Answer<HeaderValue> {
    let secure = if app.config().secure { "; Secure" } else { "" };
    let text = format!("{COOKIE}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).map_err(|error| Problem::internal(&error))
}

/// Closes the session.
#[utoipa::path(delete, path = "/session", tag = "session", responses((status = 204), Refusals))]
pub(super) async fn logout(State(app): State<App>, headers: HeaderMap) -> Answer<Response> {
    if let Some(secret) = cookie(&headers) {
        app.store().close_session(&secret).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    response.headers_mut().insert(SET_COOKIE, set_cookie(&app, "", 0)?);
    Ok(response)
}
