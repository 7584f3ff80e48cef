//! One's own sealed price.

use crate::http::{Desk, Id};
use crate::problem::{Answer, Problem, Refusals};
use axum::Json;
use model::FlowId;
use serde::Serialize;
use store::Kind;
use store::sealed::Seal;
use utoipa::ToSchema;

/// A price, opened for who gave it.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnPrice {
    /// As stated.
    price: String,
}

/// The price of one's own flow; nobody else may read it, and every reading is logged.
#[utoipa::path(get, path = "/territories/{t}/flows/{id}/price", tag = "flows",
    params(("t" = String, Path), ("id" = String, Path)), responses((status = 200, body = OwnPrice), Refusals))]
pub(super) async fn read(desk: Desk, Id(id): Id) -> Answer<Json<OwnPrice>> {
    let id = FlowId::from(id);
    let flow = desk.page.territory().flows.iter().find(|flow| flow.id == id).ok_or_else(Problem::missing)?;
    let owner = desk.page.site(&flow.site).ok_or_else(Problem::missing)?.actor.clone();
    if !desk.viewer.owns(&owner) {
        return Err(Problem::forbidden().because("refusal-sealed"));
    }
    let seal = Seal {
        territory: desk.territory.clone(),
        kind: Kind::Flow,
        id: id.to_string(),
        field: "price".to_owned(),
    };
    let reader = desk.person.id.to_string();
    let value = desk.app.store().unseal(&seal, &reader, "flow", desk.app.now()).await?;
    let stated = value.and_then(|value| Some(value.get("stated")?.as_str()?.to_owned()));
    Ok(Json(OwnPrice { price: stated.ok_or_else(Problem::missing)? }))
}
