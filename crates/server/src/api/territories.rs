//! The territories of the installation: which there are, and a new one.

use crate::App;
use crate::http::{Body, Caller};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::TerritoryLine;
use crate::shapes::input::NewTerritory;
use axum::Json;
use axum::extract::State;
use model::{MemberRole, Message};
use store::people::membership::Membership;
use store::{StoreError, TerritoryMeta};

/// Refuses who does not administer the installation.
fn needs_installation(caller: &Caller) -> Answer<()> {
    if caller.person.admin && caller.scopes.is_none() { Ok(()) } else { Err(Problem::forbidden()) }
}

/// All of them.
#[utoipa::path(get, path = "/admin/territories", tag = "admin", responses((status = 200, body = Vec<TerritoryLine>), Refusals))]
pub(super) async fn list(State(app): State<App>, caller: Caller) -> Answer<Json<Vec<TerritoryLine>>> {
    needs_installation(&caller)?;
    let mut lines = Vec::new();
    for one in app.store().territories().await? {
        let people = app.store().members(&one.id).await?.len();
        lines.push(TerritoryLine { id: one.id, name: one.meta.name, invented: one.meta.invented, people });
    }
    Ok(Json(lines))
}

/// Makes an empty one; its maker administers it.
#[utoipa::path(post, path = "/admin/territories", tag = "admin", request_body = NewTerritory,
    responses((status = 200, body = TerritoryLine), Refusals))]
pub(super) async fn add(
    State(app): State<App>,
    caller: Caller,
    Body(asked): Body<NewTerritory>,
) -> Answer<Json<TerritoryLine>> {
    needs_installation(&caller)?;
    let name = super::actor_edit::text("name", &asked.name, 200)?;
    let id = crate::view::slug_of(&name).chars().take(60).collect::<String>();
    let day = app.now().date_naive();
    let meta = TerritoryMeta { name: name.clone(), day, invented: false, notice: None };
    match app.store().create_territory(&id, &meta, caller.person.id.as_str(), app.now()).await {
        Err(StoreError::Exists { .. }) => {
            return Err(Problem::field("name", Message::new("refusal-name-taken").with("name", &name)));
        }
        made => made?,
    }
    let part = Membership {
        territory: id.clone(),
        person: caller.person.id.clone(),
        role: MemberRole::Admin,
        actor: None,
    };
    app.store().set_membership(&part).await?;
    Ok(Json(TerritoryLine { id, name, invented: false, people: 1 }))
}
