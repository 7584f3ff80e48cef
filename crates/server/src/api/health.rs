//! `/healthz` and the OpenAPI document: all that is told without a session.

use crate::App;
use crate::problem::Answer;
use axum::extract::State;
use axum::routing::get;
use utoipa_axum::router::OpenApiRouter;

pub(crate) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/healthz", get(health))
}

/// The database answers.
async fn health(State(app): State<App>) -> Answer<&'static str> {
    app.store().territories().await?;
    Ok("ok")
}
