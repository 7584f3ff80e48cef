//! Sessions, accounts, answers of invited companies.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a person gives to come in.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
pub struct Login {
    /// Address.
    #[schema(max_length = 254)]
    pub email: String,
    /// Password.
    #[schema(max_length = 1024)]
    pub password: String,
    /// Six digits of the second factor, when the account has one.
    pub totp: Option<String>,
}

/// One of the demonstration's accounts.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct DemoLogin {
    /// admin, facilitator, company, insertion, authority, funder or lab.
    pub role: String,
}

/// What a person may change of their own account.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
pub struct MeEdit {
    /// fr or en.
    pub lang: Option<String>,
    /// Name shown.
    #[schema(max_length = 200)]
    pub name: Option<String>,
    /// New password, at least 12 characters; the present one must come along.
    #[schema(max_length = 1024)]
    pub password: Option<String>,
    /// Present password.
    #[schema(max_length = 1024)]
    pub present: Option<String>,
}

/// Asks for a link to a new password.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct Forgot {
    /// Address; the answer is the same whether it is known or not.
    #[schema(max_length = 254)]
    pub email: String,
}

/// Sets a new password with a link's token.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
pub struct Reset {
    /// From the link.
    #[schema(max_length = 200)]
    pub token: String,
    /// At least 12 characters.
    #[schema(min_length = 12, max_length = 1024)]
    pub password: String,
}

/// A person as entered.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct PersonEdit {
    /// Address.
    #[schema(min_length = 3, max_length = 254)]
    pub email: String,
    /// Name.
    #[schema(max_length = 200)]
    pub name: String,
    /// fr or en.
    pub lang: Option<String>,
    /// May come in; true when absent.
    pub active: Option<bool>,
    /// Parts; they replace those there were.
    #[serde(default)]
    pub memberships: Vec<MembershipEdit>,
}

/// A part as entered.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct MembershipEdit {
    /// Territory id.
    pub territory: String,
    /// Role.
    pub role: String,
    /// Actor spoken for.
    pub actor: Option<String>,
}

/// Whom to invite.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct InviteAsk {
    /// A site of the lead.
    pub site: String,
    /// Where to mail the link; none only makes it.
    #[schema(max_length = 254)]
    pub email: Option<String>,
}

/// A company's answer.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
pub struct InviteAnswer {
    /// True accepts the introduction, false declines it; absent only gives a price.
    pub accept: Option<bool>,
    /// A line for the facilitator.
    #[schema(max_length = 1000)]
    pub note: Option<String>,
    /// EUR per tonne: the least a giver wants (negative: it pays to be rid of it), the most a taker pays. Sealed on arrival.
    #[schema(minimum = -1_000_000, maximum = 1_000_000)]
    pub price: Option<f64>,
}

/// A territory to make; its id comes from the name.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct NewTerritory {
    /// What people call it.
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
}
