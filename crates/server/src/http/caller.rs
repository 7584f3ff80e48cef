//! Who asks: by the cookie of a session, or by a token in `Authorization: Bearer`.

use crate::App;
use crate::problem::Problem;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::{AUTHORIZATION, COOKIE as COOKIES};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use std::net::SocketAddr;
use store::people::Person;

/// Name of the cookie.
pub(crate) const COOKIE: &str = "fe2i";

/// The person behind a request.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(crate) person: Person,
    /// A token may be for one territory only.
    pub(crate) only: Option<String>,
    /// A program with a token, and what it may do.
    pub(crate) scopes: Option<Vec<String>>,
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if let Some(secret) = bearer(&parts.headers) {
            return by_token(app, secret, &parts.method).await;
        }
        let secret = cookie(&parts.headers).ok_or_else(Problem::nobody)?;
        let session = app.store().session(&secret, app.now()).await?.ok_or_else(Problem::nobody)?;
        Ok(Self { person: session.person, only: None, scopes: None })
    }
}

async fn by_token(app: &App, secret: &str, method: &Method) -> Result<Caller, Problem> {
    let (token, person) = app.store().token(secret, app.now()).await?.ok_or_else(Problem::nobody)?;
    let needed = if method.is_safe() { "read" } else { "write" };
    if !token.scopes.iter().any(|scope| scope == needed) {
        return Err(Problem::forbidden().because(format!("ce jeton n'a pas la portée « {needed} »")));
    }
    Ok(Caller { person, only: token.territory, scopes: Some(token.scopes) })
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// The secret of the session.
pub(crate) fn cookie(headers: &HeaderMap) -> Option<String> {
    cookie_named(headers, COOKIE)
}

/// A cookie.
pub(crate) fn cookie_named(headers: &HeaderMap, wanted: &str) -> Option<String> {
    let all = headers.get_all(COOKIES).iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|line| line.split(';'));
    pairs
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == wanted)
        .map(|(_, v)| v.to_owned())
}

/// Where a request comes from, for limits and the log of logins.
pub(crate) fn origin_of(parts: &Parts) -> String {
    parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or_else(|| "local".to_owned(), |info| info.0.ip().to_string())
}
