//! Where requests may come from, and what browsers may do with answers.

use crate::problem::Problem;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Pages run what came with them and nothing else. The map draws in a worker made from a blob.
const CONTENT_SECURITY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https://data.geopf.fr; connect-src 'self' https://data.geopf.fr; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Refuses edits that another site makes the browser send: a browser says where a request comes from, other programs send no cookie.
pub(crate) async fn same_origin(State(app): State<crate::App>, request: Request, next: Next) -> Response {
    let edits = !request.method().is_safe();
    if edits && !is_ours(request.headers(), app.config().public_url.as_deref()) {
        let problem = Problem::new(StatusCode::FORBIDDEN, "refusal-origin");
        return problem.because("refusal-origin-other").into_response();
    }
    next.run(request).await
}

fn is_ours(headers: &HeaderMap, public: Option<&str>) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let site = text(HeaderName::from_static("sec-fetch-site"));
    if site.is_some_and(|site| matches!(site, "same-origin" | "none")) {
        return true;
    }
    let Some(origin) = text(header::ORIGIN) else {
        // No browser: browsers send Origin with every edit. A cookie without it is not to be trusted.
        return headers.get(HeaderName::from_static("sec-fetch-site")).is_none();
    };
    if public.is_some_and(|public| public.trim_end_matches('/') == origin) {
        return true;
    }
    let host = origin.split_once("://").map(|(_, host)| host);
    host.is_some() && host == text(header::HOST)
}

/// Headers of every answer.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api/") || request.uri().path().starts_with("/ogc");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(HeaderName::from_static("permissions-policy"), "geolocation=(self), camera=(self), microphone=()");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    if api {
        set(header::CACHE_CONTROL, "no-store");
    }
    response
}
