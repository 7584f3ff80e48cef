//! Sessions, origins, accounts.

use crate::place::{Workplace, now};
use axum::body::Body;
use axum::http::{Request, header};
use model::MemberRole;
use serde_json::json;
use store::people::NewPerson;

#[tokio::test]
async fn a_session_opens_tells_who_one_is_and_closes() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Company).await;
    let me = person.get("/me").await;
    assert_eq!(me["memberships"][0]["role"], "company");
    assert_eq!(me["memberships"][0]["actor"], "a1");
    assert_eq!(me["demo"], true);
    assert_eq!(person.status("DELETE", "/session", None).await, 204);
    assert_eq!(person.status("GET", "/me", None).await, 401);
}

#[tokio::test]
async fn a_wrong_password_is_refused_and_too_many_close_the_account_for_a_while() {
    let place = Workplace::open().await;
    let new = NewPerson { email: "p@example.org".into(), name: "P".into(), lang: "fr".into(), admin: false };
    let person = place.store.create_person(&new, now()).await.unwrap();
    place.store.set_password(&person.id, "un mot de passe long", now()).await.unwrap();
    let login = |password: &str| Some(json!({ "email": "P@example.org", "password": password }));
    assert_eq!(place.nobody().status("POST", "/session", login("un mot de passe long")).await, 200);
    let mut statuses = Vec::new();
    for _ in 0..12 {
        statuses.push(place.nobody().status("POST", "/session", login("faux")).await);
    }
    assert_eq!(statuses[0], 401);
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    assert_eq!(place.nobody().status("POST", "/session", login("un mot de passe long")).await, 429);
}

#[tokio::test]
async fn an_edit_from_another_site_is_refused() {
    let place = Workplace::open().await;
    let send = async |origin: Option<&str>, fetch: Option<&str>| {
        let mut request = Request::post("/api/v1/session/demo")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::HOST, "fe2i.example.org");
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        if let Some(fetch) = fetch {
            request = request.header("sec-fetch-site", fetch);
        }
        let body = Body::from(r#"{"role":"lab"}"#);
        place.send(request.body(body).unwrap()).await.0.as_u16()
    };
    assert_eq!(send(Some("https://fe2i.example.org"), Some("same-origin")).await, 200);
    assert_eq!(send(Some("https://fe2i.example.org"), None).await, 200);
    assert_eq!(send(Some("https://evil.example"), None).await, 403);
    assert_eq!(send(Some("https://evil.example"), Some("cross-site")).await, 403);
    assert_eq!(send(None, Some("cross-site")).await, 403);
    assert_eq!(send(None, None).await, 200, "a program without a browser");
}

#[tokio::test]
async fn a_link_sets_a_password_once() {
    let place = Workplace::open().await;
    let new = NewPerson { email: "p@example.org".into(), name: "P".into(), lang: "fr".into(), admin: false };
    let person = place.store.create_person(&new, now()).await.unwrap();
    let subject = json!({ "person": person.id });
    let kind = store::people::link::LinkKind::Reset;
    let token =
        place.store.create_link(kind, &subject, now() + chrono::TimeDelta::hours(1), now()).await.unwrap();
    let reset = |password: &str| Some(json!({ "token": token, "password": password }));
    for refused in ["court", &"x".repeat(201)] {
        assert_eq!(place.nobody().status("POST", "/password/reset", reset(refused)).await, 422);
    }
    assert_eq!(place.nobody().status("POST", "/password/reset", reset("un mot de passe long")).await, 204);
    assert_eq!(place.nobody().status("POST", "/password/reset", reset("un autre mot de passe")).await, 422);
    let login = json!({ "email": "p@example.org", "password": "un mot de passe long" });
    assert_eq!(place.nobody().status("POST", "/session", Some(login)).await, 200);
}

#[tokio::test]
async fn answers_carry_a_strict_policy() {
    let place = Workplace::open().await;
    let app = server::routes(place.app.clone());
    let response =
        tower::ServiceExt::oneshot(app, Request::get("/api/v1/me").body(Body::empty()).unwrap()).await;
    let headers = response.unwrap().headers().clone();
    let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.contains("script-src 'self';") && policy.contains("frame-ancestors 'none'"), "{policy}");
    assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(headers[header::CONTENT_TYPE], "application/problem+json");
}

/// The digits of now (RFC 6238), as the application on a phone shows them.
fn digits(secret: &[u8]) -> String {
    use hmac::{KeyInit, Mac};
    let window = now().timestamp() / 30;
    let mac = hmac::Hmac::<sha1::Sha1>::new_from_slice(secret).unwrap().chain_update(window.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let at = usize::from(digest[19] & 15);
    let number = u32::from_be_bytes(digest[at..at + 4].try_into().unwrap());
    format!("{:06}", (number & 0x7fff_ffff) % 1_000_000)
}

#[tokio::test]
async fn who_a_provider_vouches_for_still_gives_the_code_of_the_account() {
    let place = Workplace::open().await;
    let new = NewPerson { email: "p@example.org".into(), name: "P".into(), lang: "fr".into(), admin: false };
    let person = place.store.create_person(&new, now()).await.unwrap();
    place.store.set_totp(&person.id, Some(b"12345678901234567890")).await.unwrap();
    let kind = store::people::link::LinkKind::SecondFactor;
    let end = now() + chrono::TimeDelta::minutes(10);
    let subject = json!({ "person": person.id });
    let half = place.store.create_link(kind, &subject, end, now()).await.unwrap();
    let with = |cookie: &str| {
        let mut person = place.nobody();
        person.cookie = Some(cookie.to_owned());
        person
    };
    let came = with(&format!("fe2i-half={half}"));
    let code = |digits: &str| Some(json!({ "totp": digits }));
    let right = digits(b"12345678901234567890");
    assert_eq!(with(&format!("fe2i={half}")).status("GET", "/me", None).await, 401, "half is no session");
    assert_eq!(place.nobody().status("POST", "/oidc/totp", code(&right)).await, 401, "nobody vouched");
    assert_eq!(came.status("POST", "/oidc/totp", code("000000")).await, 401);
    assert_eq!(came.status("POST", "/oidc/totp", code(&right)).await, 200);
    assert_eq!(came.status("POST", "/oidc/totp", code(&right)).await, 401, "once");
    let half = place.store.create_link(kind, &subject, end, now()).await.unwrap();
    let came = with(&format!("fe2i-half={half}"));
    for _ in 0..5 {
        assert_eq!(came.status("POST", "/oidc/totp", code("000000")).await, 401);
    }
    assert_eq!(came.status("POST", "/oidc/totp", code("000000")).await, 429, "wrong codes lock");
}

/// Whoever makes a refusal, outside the handlers too, it comes in the language that was asked for.
#[tokio::test]
async fn a_refusal_comes_in_the_language_of_its_reader() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let asked = async |path: &str, lang: Option<&str>, signed: bool| {
        let mut request = Request::get(format!("/api/v1{path}"));
        if let Some(lang) = lang {
            request = request.header(header::ACCEPT_LANGUAGE, lang);
        }
        if signed {
            request = request.header(header::COOKIE, person.cookie.as_deref().unwrap());
        }
        let (_, text) = place.send(request.body(Body::empty()).unwrap()).await;
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["title"].clone()
    };
    let sheet = "/territories/val/sites/none";
    assert_eq!(asked(sheet, None, true).await, "Introuvable");
    assert_eq!(asked(sheet, Some("fr-FR,fr;q=0.9,en;q=0.8"), true).await, "Introuvable");
    assert_eq!(asked(sheet, Some("en-GB,en;q=0.9"), true).await, "Not found");
    assert_eq!(asked(&format!("{sheet}?lang=en"), None, true).await, "Not found");
    assert_eq!(asked("/me", Some("en"), false).await, "Please log in", "a refusal of the way in");
    assert_eq!(asked("/nowhere", Some("en"), false).await, "Not found", "a refusal of no handler");
}
