//! The workplace over HTTP: pages, API, live updates, jobs.
//!
//! A request finds out who asks ([`http`]), takes the present version of the territory as that person may see it ([`territory`]), and
//! answers with plain shapes ([`shapes`]). Nothing is analysed inside a request: analyses run in the background and are swapped in. Edits
//! are one `store` commit each. Time and randomness come with the [`Config`].

#[expect(unused_qualifications, reason = "written by the macros of utoipa")]
mod api;
mod app;
mod chains;
mod http;
mod imports;
mod jobs;
mod line;
mod mail;
mod oidc;
mod otp;
mod problem;
mod references;
pub mod shapes;
mod tables;
mod territory;
mod totp;
mod ui;
mod view;
mod warm;

pub use api::demo_address;
pub use app::{App, Clock, Config};
pub use mail::Mail;
pub use oidc::Oidc;
pub use problem::{Answer, Problem};

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use utoipa::openapi::OpenApi;

/// The largest body taken: a workbook.
const LARGEST: usize = 20 * 1024 * 1024;

/// All routes, for serving and for tests.
pub fn routes(app: App) -> Router {
    let (router, document) = api::router().split_for_parts();
    let json = document.to_json().unwrap_or_default();
    let document = move || {
        let json = json.clone();
        async move { ([(axum::http::header::CONTENT_TYPE, "application/json")], json) }
    };
    router
        .route("/api/v1/openapi.json", get(document))
        .fallback(ui::page)
        .layer(axum::extract::DefaultBodyLimit::max(LARGEST))
        .layer(from_fn_with_state(app.clone(), http::same_origin))
        .layer(from_fn(http::headers))
        .with_state(app)
}

/// The OpenAPI document.
pub fn openapi() -> OpenApi {
    api::router().split_for_parts().1
}

/// Serves until the process is asked to stop (Ctrl-C).
pub async fn serve(listener: TcpListener, app: App) -> std::io::Result<()> {
    let stop = async {
        // Without a signal handler the process is stopped the hard way, which loses nothing: every edit is a transaction.
        let _ = tokio::signal::ctrl_c().await;
    };
    tokio::spawn(jobs::work(app.clone()));
    let service = routes(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}
