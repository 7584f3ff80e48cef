//! The pages, embedded: the file of the address, else the application itself, which knows its own addresses.

use crate::Problem;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use include_dir::{Dir, include_dir};

static FILES: Dir<'static> = include_dir!("$OUT_DIR/ui");

/// Answers what no route of the API answers.
pub(crate) async fn page(request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    if !request.method().is_safe() || path.starts_with("api/") || path.starts_with("ogc") {
        return Problem::new(StatusCode::NOT_FOUND, "refusal-missing").into_response();
    }
    if FILES.get_file(path).is_some_and(|_| !path.is_empty()) {
        return send(path, request.headers());
    }
    // A missing file is missing; a missing page is the application's.
    if path.starts_with("assets/") {
        StatusCode::NOT_FOUND.into_response()
    } else {
        send("index.html", request.headers())
    }
}

fn send(path: &str, asked: &HeaderMap) -> Response {
    let squeezed = FILES.get_file(format!("{path}.br")).filter(|_| takes_brotli(asked));
    let Some(file) = squeezed.or_else(|| FILES.get_file(path)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{:x}-{}\"", fingerprint(file.contents()), file.contents().len());
    let known = asked.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response =
        if known { StatusCode::NOT_MODIFIED.into_response() } else { file.contents().into_response() };
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(path)));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep(path)));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(ETAG, tag);
    }
    if squeezed.is_some() {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

fn takes_brotli(asked: &HeaderMap) -> bool {
    let encodings = asked.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    encodings.split(',').any(|one| one.trim() == "br" || one.trim().starts_with("br;"))
}

/// The names of assets change with their content.
fn keep(path: &str) -> &'static str {
    if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, end)| end) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// FNV-1a: tells versions apart, guards nothing.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, to_bytes};
    use std::collections::BTreeSet;

    async fn ask(path: &str, encoding: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
        let request = Request::get(path).header(ACCEPT_ENCODING, encoding).body(Body::empty()).unwrap();
        let response = page(request).await;
        let (status, headers) = (response.status(), response.headers().clone());
        (status, headers, to_bytes(response.into_body(), 10_000_000).await.unwrap().to_vec())
    }

    #[tokio::test]
    async fn every_address_of_a_page_is_the_application() {
        for path in ["/", "/t/vallee/pistes", "/invite/abc"] {
            let (status, headers, body) = ask(path, "identity").await;
            assert_eq!(status, StatusCode::OK, "{path}");
            assert_eq!(headers[CONTENT_TYPE], "text/html; charset=utf-8");
            assert_eq!(headers[CACHE_CONTROL], "no-cache");
            let text = String::from_utf8(body).unwrap();
            assert!(text.contains("<div id=\"app\">"), "{text}");
            assert!(!text.contains("<script>") && !text.contains("style="), "nothing inline: {text}");
        }
    }

    #[tokio::test]
    async fn what_is_not_there_is_not_the_application() {
        for path in ["/assets/none.js", "/api/v1/none"] {
            assert_eq!(ask(path, "br").await.0, StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[tokio::test]
    async fn scripts_come_compressed_once_and_for_all() {
        let name = FILES
            .get_dir("assets")
            .unwrap()
            .files()
            .find(|f| f.path().extension().is_some_and(|e| e == "js"));
        let path = format!("/{}", name.unwrap().path().display());
        let (status, headers, small) = ask(&path, "gzip, br").await;
        assert_eq!((status, &headers[CONTENT_ENCODING]), (StatusCode::OK, &HeaderValue::from_static("br")));
        assert!(headers[CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        let (_, plain, large) = ask(&path, "identity").await;
        assert!(!plain.contains_key(CONTENT_ENCODING) && small.len() < large.len());
        let request = Request::get(&path).header(IF_NONE_MATCH, &plain[ETAG]).body(Body::empty()).unwrap();
        assert_eq!(page(request).await.status(), StatusCode::NOT_MODIFIED);
    }

    fn assets(extension: &str) -> Vec<String> {
        let files = FILES.get_dir("assets").unwrap().files().map(|file| file.path().display().to_string());
        files.filter(|name| name.ends_with(extension)).collect()
    }

    /// A script with all that it cannot begin without.
    fn needed(script: &str, found: &mut BTreeSet<String>) {
        if !found.insert(script.to_owned()) {
            return;
        }
        let text = FILES.get_file(script).unwrap().contents_utf8().unwrap();
        let named = text.split(['"', '\'', '`']).collect::<Vec<_>>();
        let imports =
            named.windows(2).filter(|pair| pair[0].ends_with("from") || pair[0].ends_with("import"));
        for name in imports.filter_map(|pair| pair[1].strip_prefix("./")) {
            needed(&format!("assets/{name}"), found);
        }
    }

    /// Whichever page comes first, before its map, its chart or a study is asked for: those load by themselves.
    #[test]
    fn the_first_page_weighs_less_than_150_kilobytes() {
        let scripts = assets(".js");
        let entry = scripts.iter().find(|name| name.starts_with("assets/index-")).unwrap();
        let styles: usize =
            assets(".css.br").iter().filter(|n| !n.contains("MapView")).map(|n| weight(n)).sum();
        let mut common = BTreeSet::new();
        needed(entry, &mut common);
        // The words of one language come with it.
        let words = scripts
            .iter()
            .filter(|name| name.starts_with("assets/web-"))
            .map(|n| weight(&format!("{n}.br")))
            .max();
        let late = ["MapView", "maplibre", "Sankey", "Plant", "web-"];
        for page in scripts.iter().filter(|name| !late.iter().any(|late| name.contains(late))) {
            let mut all = common.clone();
            needed(page, &mut all);
            assert!(all.len() > 1, "{page}: imports are read");
            let scripts: usize = all.iter().map(|name| weight(&format!("{name}.br")).max(1)).sum();
            let whole = scripts + styles + words.unwrap();
            assert!(whole > 10_000 && whole < 150_000, "{page}: {whole} bytes");
        }
    }

    /// Of a small file, which is not compressed, the plain one.
    fn weight(name: &str) -> usize {
        let file = FILES.get_file(name).or_else(|| FILES.get_file(name.trim_end_matches(".br")));
        file.unwrap().contents().len()
    }
}
