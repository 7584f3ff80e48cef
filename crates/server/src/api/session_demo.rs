//! The demonstration's accounts: one per role, a click away.

use super::session::enter;
use crate::App;
use crate::http::Body;
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::Me;
use crate::shapes::input::DemoLogin;
use axum::extract::State;
use axum::response::Response;
use model::{MemberRole, Message};

/// Address of a role's account in the demonstration.
pub fn demo_address(role: MemberRole) -> String {
    format!("{role}@demo.invalid")
}

/// Opens a session as one of the demonstration's people; not there outside the demonstration.
#[utoipa::path(post, path = "/session/demo", tag = "session", request_body = DemoLogin,
    responses((status = 200, body = Me, description = "The session's cookie is set"), Refusals))]
pub(super) async fn login(State(app): State<App>, Body(asked): Body<DemoLogin>) -> Answer<Response> {
    if !app.config().demo {
        return Err(Problem::missing());
    }
    let role: MemberRole = asked.role.parse().map_err(|_: model::UnknownRole| {
        Problem::field("role", Message::new("refusal-unknown").with("value", &asked.role))
    })?;
    let person = app.store().person_by_email(&demo_address(role)).await?;
    enter(&app, &person.ok_or_else(Problem::missing)?.id).await
}
