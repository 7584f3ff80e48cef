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
mod open_data;
mod otp;
mod problem;
pub mod references;
pub mod shapes;
mod tables;
mod territory;
#[cfg(test)]
mod testing;
mod totp;
mod ui;
mod view;
mod warm;

pub use api::demo_address;
pub use app::{App, Clock, Config};
pub use mail::Mail;
pub use oidc::Oidc;
pub use problem::{Answer, Problem, Text};

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use utoipa::openapi::OpenApi;

/// The largest body taken: a workbook.
const LARGEST: usize = 20 * 1024 * 1024;

/// All routes, for serving and for tests.
pub fn routes(app: App) -> Router {
    let (router, document) = api::router().split_for_parts();
    let json = api::document(document).to_json().unwrap_or_default();
    let document = move || {
        let json = json.clone();
        async move { ([(axum::http::header::CONTENT_TYPE, "application/json")], json) }
    };
    router
        .route("/api/v1/openapi.json", get(document))
        .fallback(ui::page)
        .layer(axum::extract::DefaultBodyLimit::max(LARGEST))
        .layer(from_fn_with_state(app.clone(), http::same_origin))
        .layer(from_fn(http::speak))
        .layer(from_fn(http::headers))
        .with_state(app)
}

/// The OpenAPI document.
pub fn openapi() -> OpenApi {
    api::document(api::router().split_for_parts().1)
}

/// How long open connections may take to end once the process is asked to stop; live updates never end by themselves.
const GRACE: Duration = Duration::from_secs(3);

/// Serves until the process is asked to stop (Ctrl-C, or SIGTERM as service managers send it).
pub async fn serve(listener: TcpListener, app: App) -> std::io::Result<()> {
    tokio::spawn(jobs::work(app.clone()));
    tokio::spawn(territory::watch(app.clone()));
    let service = routes(app).into_make_service_with_connect_info::<SocketAddr>();
    let late = async {
        asked_to_stop().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        done = axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).into_future() => done,
        () = late => Ok(()),
    }
}

/// Ends when the process is asked to stop. Where no handler can be set it never ends, and the process is stopped the hard way, which
/// loses nothing: every edit is a transaction.
pub async fn asked_to_stop() {
    tokio::select! {
        Ok(()) = tokio::signal::ctrl_c() => {}
        () = terminated() => {}
        else => std::future::pending().await,
    }
}

#[cfg(unix)]
async fn terminated() {
    let Ok(mut signal) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    signal.recv().await;
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
