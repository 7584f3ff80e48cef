//! What is kept in memory between questions: answers, and territories that nobody asks for.

use crate::place::Workplace;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, header};
use flate2::read::GzDecoder;
use model::MemberRole;
use serde_json::json;
use std::io::Read;
use std::time::Duration;

const PAGES: [&str; 9] =
    ["", "/leads?limit=60", "/sites", "/flows", "/map", "/sankey", "/balance", "/figures", "/visits"];

#[tokio::test]
async fn a_packed_territory_comes_back_as_it_was() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let mut before = Vec::new();
    for page in PAGES {
        before.push(person.get(&format!("/territories/val{page}")).await);
    }
    assert!(before[1]["total"].as_u64().unwrap() > 0);
    place.app.pack_idle(Duration::from_mins(1)).await;
    place.app.pack_idle(Duration::ZERO).await;
    for (page, before) in PAGES.iter().zip(before) {
        // Packed again before each: every page can be the first.
        place.app.pack_idle(Duration::ZERO).await;
        assert_eq!(person.get(&format!("/territories/val{page}")).await, before, "{page}");
    }
}

#[tokio::test]
async fn an_edit_reaches_a_packed_territory_and_answers_kept_before() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let flow = async || {
        let found = person.get("/territories/val/flows").await;
        found["flows"].as_array().unwrap().iter().find(|flow| flow["id"] == "f1").unwrap().clone()
    };
    for (wished, pack) in [("palettes perdues", false), ("palettes consignées", true)] {
        let before = flow().await;
        if pack {
            place.app.pack_idle(Duration::ZERO).await;
        }
        let edit = json!({
            "site": before["site"]["id"], "direction": before["direction"], "wording": wished,
            "revision": before["revision"],
        });
        person.ok("PUT", "/territories/val/flows/f1", Some(edit)).await;
        assert_eq!(flow().await["wording"], wished);
    }
}

#[tokio::test]
async fn large_answers_come_compressed_to_who_takes_it() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let get = async |accept: &str| {
        let request = Request::get("/api/v1/territories/val/leads?limit=1000")
            .header(header::COOKIE, person.cookie.as_deref().unwrap())
            .header(header::ACCEPT_ENCODING, accept);
        let response = tower::ServiceExt::oneshot(place.router.clone(), request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        let headers: HeaderMap = response.headers().clone();
        (headers, to_bytes(response.into_body(), 50_000_000).await.unwrap())
    };
    let (plain_headers, plain) = get("identity").await;
    assert!(plain.len() > 16_000 && !plain_headers.contains_key(header::CONTENT_ENCODING));
    let (headers, squeezed) = get("br, gzip").await;
    assert_eq!(headers[header::CONTENT_ENCODING], "gzip");
    let mut unsqueezed = Vec::new();
    GzDecoder::new(&*squeezed).read_to_end(&mut unsqueezed).unwrap();
    assert!(unsqueezed == plain && squeezed.len() * 3 < plain.len());
}
