//! The OpenAPI document, kept true: the pages' client is made from it.

use crate::place::Workplace;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use std::path::Path;

/// `web/openapi.json` is what the server says. `INSTA_UPDATE=always` writes it.
#[test]
fn the_committed_document_is_the_servers() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/openapi.json");
    let mut said = server::openapi().to_pretty_json().unwrap();
    said.push('\n');
    if std::env::var_os("INSTA_UPDATE").is_some_and(|v| v == "always") {
        std::fs::write(&path, &said).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == said,
        "web/openapi.json is not what the server says: INSTA_UPDATE=always cargo test -p server"
    );
}

#[tokio::test]
async fn health_and_document_need_nobody_and_nothing_else_is_told() {
    let place = Workplace::open().await;
    for path in ["/healthz", "/api/v1/openapi.json", "/api/v1/session/options"] {
        let (status, _) = place.send(Request::get(path).body(Body::empty()).unwrap()).await;
        assert_eq!(status, StatusCode::OK, "{path}");
    }
    let document = serde_json::to_value(server::openapi()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    assert!(paths.len() > 30, "{}", paths.len());
    let open = ["/healthz", "/session", "/password", "/invite", "/oidc"];
    for (path, methods) in paths {
        let path = path.strip_prefix("/api/v1").unwrap_or(path);
        if open.iter().any(|prefix| path.starts_with(prefix)) {
            continue;
        }
        let path = filled(path);
        for method in methods.as_object().unwrap().keys() {
            let status = place.nobody().status(&method.to_uppercase(), &path, None).await;
            assert_eq!(status, 401, "{method} {path}");
        }
    }
}

/// The layers are in it, and a refusal is told once however many routes may give it.
#[test]
fn the_document_tells_the_layers_and_each_refusal_once() {
    let document = serde_json::to_value(server::openapi()).unwrap();
    assert!(document["paths"]["/ogc/{t}/collections/{c}/items"]["get"]["responses"]["200"].is_object());
    let told = document["components"]["responses"].as_object().unwrap();
    assert!(told["Refused409"]["content"]["application/problem+json"]["schema"]["$ref"].is_string());
    let operations =
        document["paths"].as_object().unwrap().values().flat_map(|p| p.as_object().unwrap().values());
    let answers = operations.flat_map(|operation| operation["responses"].as_object().unwrap().iter());
    for (status, answer) in answers.filter(|(status, _)| status.starts_with('4')) {
        assert_eq!(answer["$ref"], format!("#/components/responses/Refused{status}"));
    }
}

/// A path with something in its places.
pub fn filled(path: &str) -> String {
    let id = match path {
        path if path.contains("/actors/") => "a6",
        path if path.contains("/sites/") => "s6",
        path if path.contains("/collections/") => "s6",
        path if path.contains("/exports/") => "leads.json",
        _ => "f1",
    };
    path.replace("{t}", "val").replace("{id}", id).replace("{kind}", "resource").replace("{c}", "sites")
}
