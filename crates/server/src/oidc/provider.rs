//! What a provider says of itself, and how it is asked.

use super::Fault;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::time::Duration;
use ureq::Agent;

/// How long a provider may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// The largest answer taken.
const LARGEST: u64 = 1024 * 1024;

/// The provider's endpoints.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Discovered {
    /// Its own name for itself.
    pub(crate) issuer: String,
    /// Where people sign in.
    pub(crate) authorization_endpoint: String,
    /// Where a code becomes a token.
    pub(crate) token_endpoint: String,
    /// Its public keys.
    pub(crate) jwks_uri: String,
    /// More about the person.
    pub(crate) userinfo_endpoint: Option<String>,
}

pub(super) fn agent() -> Agent {
    Agent::config_builder().timeout_global(Some(PATIENCE)).https_only(false).build().into()
}

/// Refuses an address that others could read or change on the way; this machine's own is for trials.
pub(super) fn checked(address: &str) -> Result<&str, Fault> {
    let url = url::Url::parse(address).map_err(|error| Fault::Refused(format!("{address} : {error}")))?;
    let near = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    if url.scheme() == "https" || (url.scheme() == "http" && near) {
        return Ok(address);
    }
    Err(Fault::Refused(format!("{address} : attendu https")))
}

/// The provider's endpoints. Blocking.
pub(crate) fn discover(issuer: &str) -> Result<Discovered, Fault> {
    let issuer = issuer.trim_end_matches('/');
    let found: Discovered = json(&format!("{issuer}/.well-known/openid-configuration"), None)?;
    if found.issuer.trim_end_matches('/') != issuer {
        return Err(Fault::Refused(format!(
            "le fournisseur se nomme « {} », pas « {issuer} »",
            found.issuer
        )));
    }
    Ok(found)
}

/// A JSON document.
pub(super) fn json<T: DeserializeOwned>(address: &str, bearer: Option<&str>) -> Result<T, Fault> {
    let text = text(address, bearer)?;
    serde_json::from_str(&text).map_err(|error| Fault::Provider(address.to_owned(), error.to_string()))
}

/// A document.
pub(super) fn text(address: &str, bearer: Option<&str>) -> Result<String, Fault> {
    let mut request = agent().get(checked(address)?);
    if let Some(token) = bearer {
        request = request.header("Authorization", format!("Bearer {token}"));
    }
    let answered = request.call();
    let mut answer = answered.map_err(|error| Fault::Provider(address.to_owned(), error.to_string()))?;
    let body = answer.body_mut().with_config().limit(LARGEST).read_to_string();
    body.map_err(|error| Fault::Provider(address.to_owned(), error.to_string()))
}
