//! From the code that somebody brings back to who they are.

use super::claims::{of_token, signed};
use super::provider::{Discovered, agent, checked, json, text};
use super::{Claims, Fault, Oidc};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use jsonwebtoken::jwk::JwkSet;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// What is remembered of somebody who went to sign in, in a cookie of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attempt {
    /// Comes back with the code: the answer belongs to this browser.
    pub(crate) state: String,
    /// Comes back in the token: it was made for this attempt.
    pub(crate) nonce: String,
    /// Proves that who brings the code is who went.
    pub(crate) verifier: String,
}

impl Attempt {
    /// As kept in the cookie.
    pub(crate) fn to_text(&self) -> String {
        format!("{}.{}.{}", self.state, self.nonce, self.verifier)
    }

    /// From the cookie.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(str::to_owned);
        let attempt = Self { state: parts.next()?, nonce: parts.next()?, verifier: parts.next()? };
        (parts.next().is_none() && attempt.state.len() >= 32).then_some(attempt)
    }

    /// Where the browser goes to sign in.
    pub(crate) fn address(&self, at: &Discovered, oidc: &Oidc, back: &str) -> Result<String, Fault> {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&self.verifier));
        let pairs = [
            ("response_type", "code"),
            ("client_id", oidc.client_id.as_str()),
            ("redirect_uri", back),
            ("scope", "openid email"),
            ("state", self.state.as_str()),
            ("nonce", self.nonce.as_str()),
            ("code_challenge", challenge.as_str()),
            ("code_challenge_method", "S256"),
        ];
        let address = url::Url::parse_with_params(checked(&at.authorization_endpoint)?, pairs);
        address.map(String::from).map_err(|error| Fault::Refused(error.to_string()))
    }
}

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
    access_token: Option<String>,
}

/// Who brings this code. Blocking.
pub(crate) fn claims(
    oidc: &Oidc,
    at: &Discovered,
    attempt: &Attempt,
    code: &str,
    back: &str,
    now: DateTime<Utc>,
) -> Result<Claims, Fault> {
    let tokens = tokens(oidc, at, attempt, code, back)?;
    let keys: JwkSet = json(&at.jwks_uri, None)?;
    let mut known = of_token(&tokens.id_token, &keys, oidc, &at.issuer, &attempt.nonce, now)?;
    if let (None, Some(address), Some(token)) = (&known.email, &at.userinfo_endpoint, &tokens.access_token) {
        let more = user_info(address, token, &keys, oidc, &at.issuer)?;
        if more.sub != known.sub {
            return Err(Fault::Refused("le fournisseur parle de deux personnes".to_owned()));
        }
        known.email = more.email;
        known.email_verified = more.email_verified;
    }
    Ok(known)
}

fn tokens(oidc: &Oidc, at: &Discovered, attempt: &Attempt, code: &str, back: &str) -> Result<Tokens, Fault> {
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", back),
        ("client_id", &oidc.client_id),
        ("client_secret", &oidc.client_secret),
        ("code_verifier", &attempt.verifier),
    ];
    let fault = |error: ureq::Error| Fault::Provider(at.token_endpoint.clone(), error.to_string());
    let mut answer = agent().post(checked(&at.token_endpoint)?).send_form(form).map_err(fault)?;
    answer.body_mut().read_json().map_err(fault)
}

/// More about the person: plain, or signed as ProConnect does.
fn user_info(address: &str, token: &str, keys: &JwkSet, oidc: &Oidc, issuer: &str) -> Result<Claims, Fault> {
    let said = text(address, Some(token))?;
    if said.trim_start().starts_with('{') {
        return serde_json::from_str(&said)
            .map_err(|error| Fault::Provider(address.to_owned(), error.to_string()));
    }
    signed(said.trim(), keys, oidc, issuer, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_challenge_is_that_of_rfc_7636() {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
        assert_eq!(challenge, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn an_attempt_comes_back_from_its_cookie_and_nothing_else_does() {
        let attempt = Attempt { state: "s".repeat(64), nonce: "n".repeat(64), verifier: "v".repeat(64) };
        assert_eq!(Attempt::from_text(&attempt.to_text()), Some(attempt));
        for text in ["", "a.b.c", "a.b", "x.y.z.w"] {
            assert_eq!(Attempt::from_text(text), None, "{text}");
        }
    }
}
