//! What a provider vouches for, checked.

use super::{Fault, Oidc};
use chrono::{DateTime, Utc};
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Seconds by which clocks may differ.
const SKEW: i64 = 60;
/// Signatures taken: only those for which the provider alone has the key.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::PS384,
    Algorithm::PS512,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];

/// Who somebody is.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub(crate) struct Claims {
    /// The provider's name for the person: never changes, never comes twice.
    pub(crate) sub: String,
    /// Mail address.
    pub(crate) email: Option<String>,
    /// True when the provider checked it.
    pub(crate) email_verified: Option<bool>,
    /// What was sent when they went to sign in.
    nonce: Option<String>,
    /// How the provider made sure (RFC 8176).
    #[serde(default)]
    amr: Vec<String>,
    exp: Option<i64>,
}

impl Claims {
    /// True when the provider itself says, in the signed token, that it asked more than one factor. What it says by levels (`acr`) has
    /// no common meaning and counts for nothing.
    pub(crate) fn by_several_factors(&self) -> bool {
        self.amr.iter().any(|method| method == "mfa")
    }
}

/// The claims of an ID token: signed by the provider, for us, for this attempt, still good.
pub(super) fn of_token(
    token: &str,
    keys: &JwkSet,
    oidc: &Oidc,
    issuer: &str,
    nonce: &str,
    now: DateTime<Utc>,
) -> Result<Claims, Fault> {
    let claims: Claims = signed(token, keys, oidc, issuer, true)?;
    if claims.nonce.as_deref() != Some(nonce) {
        return Err(Fault::Refused("le jeton n'est pas pour cette tentative".to_owned()));
    }
    if claims.exp.is_none_or(|end| end + SKEW < now.timestamp()) {
        return Err(Fault::Refused("le jeton n'est plus bon".to_owned()));
    }
    Ok(claims)
}

/// What a token says, once its signature, issuer and audience are right.
pub(super) fn signed<T: DeserializeOwned>(
    token: &str,
    keys: &JwkSet,
    oidc: &Oidc,
    issuer: &str,
    strict: bool,
) -> Result<T, Fault> {
    let refused = |error: jsonwebtoken::errors::Error| Fault::Refused(format!("jeton : {error}"));
    let header = jsonwebtoken::decode_header(token).map_err(refused)?;
    if !ALGORITHMS.contains(&header.alg) {
        return Err(Fault::Refused(format!("jeton signé par {:?}", header.alg)));
    }
    let key = match &header.kid {
        Some(kid) => keys.find(kid),
        None => keys.keys.first().filter(|_| keys.keys.len() == 1),
    };
    let key = key
        .ok_or_else(|| Fault::Refused("la clé du jeton n'est pas parmi celles du fournisseur".to_owned()))?;
    let mut rules = Validation::new(header.alg);
    // The time is passed in, and checked by who has it.
    rules.validate_exp = false;
    rules.required_spec_claims.clear();
    rules.set_audience(&[&oidc.client_id]);
    rules.set_issuer(&[issuer]);
    if strict {
        rules.required_spec_claims.extend(["aud", "iss", "sub"].map(str::to_owned));
    }
    let key = DecodingKey::from_jwk(key).map_err(refused)?;
    Ok(jsonwebtoken::decode::<T>(token, &key, &rules).map_err(refused)?.claims)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_provider_that_says_so_has_asked_a_second_factor() {
        let claims = |text: &str| serde_json::from_str::<Claims>(text).unwrap();
        assert!(claims(r#"{"sub":"a","amr":["pwd","mfa"]}"#).by_several_factors());
        for single in [r#"{"sub":"a"}"#, r#"{"sub":"a","amr":["pwd"]}"#, r#"{"sub":"a","acr":"eidas2"}"#] {
            assert!(!claims(single).by_several_factors(), "{single}");
        }
    }
}
