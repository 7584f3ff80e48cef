//! Who asks: by the cookie of a session, or by a token in `Authorization: Bearer`.

use crate::App;
use crate::problem::Problem;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::{AUTHORIZATION, COOKIE as COOKIES};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use model::Message;
use std::net::{IpAddr, SocketAddr};
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
        return Err(Problem::forbidden().because(Message::new("refusal-scope").with("needed", needed)));
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
pub(crate) fn origin_of(parts: &Parts, app: &App) -> String {
    let Some(info) = parts.extensions.get::<ConnectInfo<SocketAddr>>() else { return "local".to_owned() };
    let lines = parts.headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok());
    let forwarded: Vec<&str> = lines.flat_map(|line| line.split(',')).collect();
    client(info.0.ip(), &forwarded, &app.config().trusted_proxies).to_string()
}

/// Who is behind the proxies of this installation: each adds, last, the address it was asked from; what stands before the first stranger
/// is only what that stranger says.
fn client(peer: IpAddr, forwarded: &[&str], trusted: &[IpAddr]) -> IpAddr {
    let mut at = peer.to_canonical();
    let mut further = forwarded.iter().rev();
    while trusted.contains(&at) {
        let Some(Ok(before)) = further.next().map(|text| text.trim().parse::<IpAddr>()) else { break };
        at = before.to_canonical();
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_stranger_is_the_client() {
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        let proxies = [ip("127.0.0.1"), ip("10.0.0.2")];
        let from = |peer, forwarded: &[&str]| client(ip(peer), forwarded, &proxies).to_string();
        assert_eq!(from("127.0.0.1", &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(from("::ffff:127.0.0.1", &["203.0.113.9", " 10.0.0.2"]), "203.0.113.9");
        assert_eq!(from("127.0.0.1", &["192.0.2.1", "203.0.113.9"]), "203.0.113.9", "the first is made up");
        assert_eq!(from("203.0.113.9", &["192.0.2.1"]), "203.0.113.9", "no proxy of ours");
        assert_eq!(from("127.0.0.1", &["unknown"]), "127.0.0.1");
        assert_eq!(from("127.0.0.1", &[]), "127.0.0.1");
    }
}
