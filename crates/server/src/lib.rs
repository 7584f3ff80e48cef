//! Serves a diagnosis on a local address: the pages in both languages and the documents to download.
//!
//! Read only and without accounts: it shows one territory to who sits at the machine, and listens on loopback unless told otherwise.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::net::TcpListener;

/// A document ready to be sent.
#[derive(Clone, Debug)]
pub struct Document {
    /// Media type: `text/html; charset=utf-8`.
    pub media_type: &'static str,
    /// Content.
    pub bytes: Vec<u8>,
    /// True when a browser should save it rather than show it.
    pub download: bool,
}

/// What is served: documents by path without the leading slash. The empty path is the home page.
pub type Documents = BTreeMap<String, Document>;

/// Nothing on these pages comes from elsewhere: styles and scripts are in the page itself.
const CONTENT_SECURITY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The routes over a set of documents, for serving and for tests.
pub fn routes(documents: Documents) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .route("/", get(home))
        .route("/{*path}", get(document))
        .with_state(Arc::new(documents))
}

/// Serves until the process is asked to stop (Ctrl-C).
pub async fn serve(listener: TcpListener, documents: Documents) -> std::io::Result<()> {
    let stop = async {
        // Without a signal handler the process is stopped the hard way, which loses nothing: all is read only.
        let _ = tokio::signal::ctrl_c().await;
    };
    axum::serve(listener, routes(documents)).with_graceful_shutdown(stop).await
}

async fn home(State(documents): State<Arc<Documents>>) -> Response {
    send(&documents, "")
}

async fn document(State(documents): State<Arc<Documents>>, Path(path): Path<String>) -> Response {
    send(&documents, &path)
}

fn send(documents: &Documents, path: &str) -> Response {
    let Some(document) = documents.get(path) else {
        let known: Vec<String> = documents.keys().map(|path| format!("/{path}")).collect();
        let text = format!("/{path} : rien ici. Il y a : {}\n", known.join(" "));
        return (StatusCode::NOT_FOUND, text).into_response();
    };
    let mut response = document.bytes.clone().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(document.media_type));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if document.download {
        headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use tower::ServiceExt;

    fn documents() -> Documents {
        let page = Document {
            media_type: "text/html; charset=utf-8",
            bytes: b"<p>bonjour".to_vec(),
            download: false,
        };
        Documents::from([(String::new(), page.clone()), ("en".into(), page)])
    }

    async fn get(path: &str) -> (StatusCode, String, String) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = routes(documents()).oneshot(request).await.unwrap();
        let policy =
            response.headers().get(header::CONTENT_SECURITY_POLICY).map(|v| v.to_str().unwrap().to_owned());
        let status = response.status();
        let body = to_bytes(response.into_body(), 10_000).await.unwrap();
        (status, policy.unwrap_or_default(), String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn pages_come_with_a_strict_policy() {
        for path in ["/", "/en"] {
            let (status, policy, body) = get(path).await;
            assert_eq!(status, StatusCode::OK);
            assert!(policy.starts_with("default-src 'none'"));
            assert_eq!(body, "<p>bonjour");
        }
    }

    #[tokio::test]
    async fn an_unknown_path_says_what_there_is() {
        let (status, _, body) = get("/leads.html").await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert!(body.contains("/en"), "{body}");
        assert_eq!(get("/healthz").await.2, "ok");
    }
}
