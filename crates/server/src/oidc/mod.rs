//! Signing in with an OpenID Connect provider (ProConnect or any other): authorization code with PKCE, discovery, signed ID token.
//!
//! The provider says who somebody is; what they may do stays with their account here. An account is found by the provider's name for the
//! person, else, once, by a mail address the provider has checked. Nobody gets an account by signing in.

mod claims;
mod exchange;
mod provider;

pub(crate) use claims::Claims;
pub(crate) use exchange::{Attempt, claims};
pub(crate) use provider::discover;

/// An OpenID Connect provider.
#[derive(Clone)]
pub struct Oidc {
    /// Name on the button.
    pub name: String,
    /// Its address; `/.well-known/openid-configuration` stands below it.
    pub issuer: String,
    /// What it knows this installation by.
    pub client_id: String,
    /// What it knows this installation is by.
    pub client_secret: String,
    /// True when every mail address it gives is checked, even when it does not say so (ProConnect).
    pub trust_email: bool,
}

/// Why somebody could not sign in: for the log; the page says only that it failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    /// The provider cannot be reached, or answers something else.
    #[error("{0} : {1}")]
    Provider(String, String),
    /// What it answers is not what it should be.
    #[error("{0}")]
    Refused(String),
}
