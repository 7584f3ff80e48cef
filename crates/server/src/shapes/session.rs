//! Who is there.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person's part in a territory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Membership {
    /// Territory id, as in the paths.
    pub territory: String,
    /// Its name.
    pub name: String,
    /// Admin, facilitator, company, insertion, authority, funder or lab.
    pub role: String,
    /// The actor the person speaks for.
    pub actor: Option<String>,
}

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersonName {
    /// Id.
    pub id: String,
    /// Name shown.
    pub name: String,
    /// Address.
    pub email: String,
}

/// The person behind the session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Me {
    /// Who.
    pub person: PersonName,
    /// Where, as what.
    pub memberships: Vec<Membership>,
    /// Fr or en.
    pub lang: String,
    /// True in the demonstration.
    pub demo: bool,
    /// A second factor is asked at login.
    pub totp: bool,
    /// May administer people and backups.
    pub installation_admin: bool,
}

/// A role with a demonstration account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DemoRole {
    /// The role.
    pub role: String,
    /// In words.
    pub label: String,
}

/// What the page of login must know before anybody is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LoginOptions {
    /// Empty outside the demonstration.
    pub demo_roles: Vec<DemoRole>,
    /// Name of the OpenID Connect provider; its door is `/api/v1/oidc/start`.
    pub oidc: Option<String>,
    /// A forgotten password can be mailed.
    pub mail: bool,
}
