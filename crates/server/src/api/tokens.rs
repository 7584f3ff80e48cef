//! Tokens for programs: QGIS, a spreadsheet, a script.

use crate::App;
use crate::http::{Body, Caller, Ids};
use crate::problem::{Answer, Problem, Refusals};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::TimeDelta;
use model::Message;
use serde::{Deserialize, Serialize};
use store::people::token::{NewToken, Token};
use utoipa::ToSchema;

/// Days a token lasts at most.
const LONGEST: i64 = 366;

/// A token, without its secret.
#[derive(Serialize, ToSchema)]
pub(super) struct TokenView {
    /// Id, for taking it back.
    id: String,
    /// What it is for.
    name: String,
    /// read, write.
    scopes: Vec<String>,
    /// Only on this territory.
    territory: Option<String>,
    /// When it was made (RFC 3339).
    created_at: String,
    /// When it ends.
    expires_at: Option<String>,
    /// When it was used last.
    used_at: Option<String>,
    /// The secret, told once, when it is made.
    secret: Option<String>,
}

/// A token to make.
#[derive(Deserialize, ToSchema)]
pub(super) struct TokenAsk {
    /// What it is for.
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// read, write; read when empty.
    #[serde(default)]
    scopes: Vec<String>,
    /// Only on this territory.
    territory: Option<String>,
    /// Days it lasts, 1 to 366; 90 when absent.
    days: Option<i64>,
}

fn shown(token: Token, secret: Option<String>) -> TokenView {
    TokenView {
        id: token.id,
        name: token.name,
        scopes: token.scopes,
        territory: token.territory,
        created_at: token.created_at.to_rfc3339(),
        expires_at: token.expires_at.map(|at| at.to_rfc3339()),
        used_at: token.used_at.map(|at| at.to_rfc3339()),
        secret,
    }
}

/// A token makes no tokens.
fn needs_person(caller: &Caller) -> Answer<()> {
    if caller.scopes.is_some() { Err(Problem::forbidden()) } else { Ok(()) }
}

/// A token is for a territory its person has a part in; whether another one exists is not told.
async fn has_part(app: &App, caller: &Caller, territory: &str) -> Answer<()> {
    let parts = app.store().memberships_of(&caller.person.id).await?;
    if parts.iter().any(|part| part.territory == territory) {
        return Ok(());
    }
    Err(Problem::field("territory", Message::new("refusal-no-part").with("id", territory)))
}

/// One's own tokens.
#[utoipa::path(get, path = "/me/tokens", tag = "session", responses((status = 200, body = Vec<TokenView>), Refusals))]
pub(super) async fn list(State(app): State<App>, caller: Caller) -> Answer<Json<Vec<TokenView>>> {
    needs_person(&caller)?;
    let tokens = app.store().tokens_of(&caller.person.id).await?;
    Ok(Json(tokens.into_iter().map(|token| shown(token, None)).collect()))
}

/// Makes a token; its secret is told once.
#[utoipa::path(post, path = "/me/tokens", tag = "session", request_body = TokenAsk, responses((status = 200, body = TokenView), Refusals))]
pub(super) async fn make(
    State(app): State<App>,
    caller: Caller,
    Body(ask): Body<TokenAsk>,
) -> Answer<Json<TokenView>> {
    needs_person(&caller)?;
    let scopes = if ask.scopes.is_empty() { vec!["read".to_owned()] } else { ask.scopes };
    if let Some(wrong) = scopes.iter().find(|scope| !["read", "write"].contains(&scope.as_str())) {
        return Err(Problem::field("scopes", Message::new("refusal-scopes").with("value", wrong)));
    }
    let days = ask.days.unwrap_or(90);
    if !(1..=LONGEST).contains(&days) {
        return Err(Problem::field(
            "days",
            Message::new("refusal-between").with("low", 1).with("high", LONGEST),
        ));
    }
    let name = super::actor_edit::text("name", &ask.name, 200)?;
    if let Some(territory) = &ask.territory {
        has_part(&app, &caller, territory).await?;
    }
    let new = NewToken {
        person: caller.person.id,
        name,
        scopes,
        territory: ask.territory,
        expires_at: Some(app.now() + TimeDelta::days(days)),
    };
    let (token, secret) = app.store().create_token(&new, app.now()).await?;
    Ok(Json(shown(token, Some(secret))))
}

/// Takes a token back.
#[utoipa::path(delete, path = "/me/tokens/{id}", tag = "session", params(("id" = String, Path)), responses((status = 204), Refusals))]
pub(super) async fn revoke(
    State(app): State<App>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Answer<StatusCode> {
    needs_person(&caller)?;
    let had = app.store().revoke_token(&caller.person.id, &id).await?;
    if had { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::missing()) }
}
