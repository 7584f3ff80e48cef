//! Signing in with an OpenID Connect provider: away to it, and back.

use super::session::{DAYS, set_cookie};
use crate::App;
use crate::http::{Params, aside, cookie_named};
use crate::oidc::{Attempt, Claims, Fault, Oidc, claims, discover};
use crate::problem::{Answer, Problem, Refusals};
use axum::extract::State;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use serde::Deserialize;
use store::people::Person;
use utoipa::IntoParams;

/// Cookie of somebody who went to sign in.
const COOKIE: &str = "fe2i-oidc";
/// Seconds they may take.
const PATIENCE: u32 = 600;

fn provider(app: &App) -> Answer<Oidc> {
    app.config().oidc.clone().filter(|_| !app.config().demo).ok_or_else(Problem::missing)
}

/// Where the provider sends people back to.
fn back(app: &App) -> Answer<String> {
    let public = app.config().public_url.as_deref().ok_or_else(Problem::missing)?;
    Ok(format!("{}/api/v1/oidc/callback", public.trim_end_matches('/')))
}

fn away(to: &str, cookie: &str, seconds: u32, app: &App) -> Answer<Response> {
    let secure = if app.config().secure { "; Secure" } else { "" };
    let cookie =
        format!("{COOKIE}={cookie}; Path=/api/v1/oidc; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    let value = |text: &str| HeaderValue::from_str(text).map_err(|error| Problem::internal(&error));
    let mut response = StatusCode::SEE_OTHER.into_response();
    response.headers_mut().insert(LOCATION, value(to)?);
    response.headers_mut().append(SET_COOKIE, value(&cookie)?);
    Ok(response)
}

/// To the provider.
#[utoipa::path(get, path = "/oidc/start", tag = "session", responses((status = 303, description = "To the provider"), Refusals))]
pub(super) async fn start(State(app): State<App>) -> Answer<Response> {
    let (oidc, back) = (provider(&app)?, back(&app)?);
    let entropy = &app.config().entropy;
    let attempt = Attempt { state: entropy.secret()?, nonce: entropy.secret()?, verifier: entropy.secret()? };
    let going = attempt.clone();
    let work = move || Ok(discover(&oidc.issuer).and_then(|at| going.address(&at, &oidc, &back)));
    match aside(work).await? {
        Ok(to) => away(&to, &attempt.to_text(), PATIENCE, &app),
        Err(fault) => failed(&app, &fault),
    }
}

/// What the provider sends back.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Back {
    /// Becomes a token.
    code: Option<String>,
    /// As sent.
    state: Option<String>,
    /// Why there is no code.
    error: Option<String>,
}

/// Back from the provider: opens a session when the account is known, else says so on the page of login.
#[utoipa::path(get, path = "/oidc/callback", tag = "session", params(Back), responses((status = 303, description = "To the pages"), Refusals))]
pub(super) async fn callback(
    State(app): State<App>,
    headers: HeaderMap,
    Params(brought): Params<Back>,
) -> Answer<Response> {
    let (oidc, to) = (provider(&app)?, back(&app)?);
    let attempt = cookie_named(&headers, COOKIE).and_then(|text| Attempt::from_text(&text));
    let (Some(attempt), Some(code)) = (attempt, brought.code) else {
        let why = brought.error.unwrap_or_else(|| "ni code ni tentative".to_owned());
        return failed(&app, &Fault::Refused(why.chars().take(200).collect()));
    };
    if brought.state.as_deref() != Some(attempt.state.as_str()) {
        return failed(&app, &Fault::Refused("la réponse vient d'une autre tentative".to_owned()));
    }
    let (of, now) = (oidc.clone(), app.now());
    let work = move || Ok(discover(&of.issuer).and_then(|at| claims(&of, &at, &attempt, &code, &to, now)));
    match aside(work).await? {
        Ok(claims) => come_in(&app, &oidc, &claims).await,
        Err(fault) => failed(&app, &fault),
    }
}

fn failed(app: &App, fault: &Fault) -> Answer<Response> {
    tracing::warn!(%fault, "nobody came in by OpenID Connect");
    away("/?oidc=failed", "", 0, app)
}

async fn come_in(app: &App, oidc: &Oidc, claims: &Claims) -> Answer<Response> {
    let Some(person) = account(app, oidc, claims).await?.filter(|person| person.active) else {
        return away("/?oidc=unknown", "", 0, app);
    };
    if person.totp && !claims.by_several_factors() {
        let half = super::oidc_factor::begin(app, &person.id).await?;
        let mut response = away("/?oidc=totp", "", 0, app)?;
        response.headers_mut().append(SET_COOKIE, half);
        return Ok(response);
    }
    let secret = app.store().open_session(&person.id, TimeDelta::days(DAYS), app.now()).await?;
    let mut response = away("/", "", 0, app)?;
    response.headers_mut().append(SET_COOKIE, set_cookie(app, &secret, DAYS * 86_400)?);
    Ok(response)
}

/// The account of a person: known by the provider's name for them, or found once by a checked address.
async fn account(app: &App, oidc: &Oidc, claims: &Claims) -> Answer<Option<Person>> {
    if let Some(person) = app.store().person_by_identity(&oidc.issuer, &claims.sub).await? {
        return Ok(Some(person));
    }
    let checked = claims.email_verified.unwrap_or(oidc.trust_email);
    let Some(email) = claims.email.as_ref().filter(|_| checked) else { return Ok(None) };
    let Some(person) = app.store().person_by_email(email).await? else { return Ok(None) };
    app.store().add_identity(&person.id, &oidc.issuer, &claims.sub, app.now()).await?;
    Ok(Some(person))
}
