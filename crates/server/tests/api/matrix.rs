//! Every role at every route: who gets in where, and that nothing secret comes out anywhere.

use crate::document::filled;
use crate::place::{SECRET_PRICE, STRANGER, Workplace};
use model::MemberRole;
use std::fmt::Write;

/// What must never be read, by role: names of strangers, prices of others, what only the facilitator may read.
fn forbidden(role: MemberRole) -> Vec<&'static str> {
    let mut words = vec![SECRET_PRICE, "91.37", "91,37"];
    if !matches!(role, MemberRole::Admin | MemberRole::Facilitator) {
        words.extend([STRANGER, "cendres secrètes", "Mécanique Deux", "essai ligne 3"]);
    }
    if matches!(role, MemberRole::Company) {
        // Its own records bear their own evidence.
        words.retain(|word| *word != "essai ligne 3");
    }
    if matches!(role, MemberRole::Insertion) {
        words.retain(|word| *word != "essai ligne 3");
    }
    words
}

/// Streams do not end.
fn ends(path: &str) -> bool {
    !path.ends_with("/events")
}

#[tokio::test]
async fn every_role_at_every_route() {
    let place = Workplace::open().await;
    let document = serde_json::to_value(server::openapi()).unwrap();
    let mut table = String::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        let path = path.strip_prefix("/api/v1").unwrap_or(path);
        if !path.contains("{t}") || !ends(path) {
            continue;
        }
        for method in methods.as_object().unwrap().keys().filter(|method| *method == "get") {
            let mut line = format!("{method} {path}:");
            for role in MemberRole::ALL {
                let (status, text) = place.enter(role).await.call("GET", &filled(path), None).await;
                assert!(status.as_u16() < 500, "{role} {path}: {text}");
                for word in forbidden(role) {
                    assert!(!text.contains(word), "{role} reads « {word} » at {path}: {text}");
                }
                write!(line, " {}={}", role, status.as_u16()).unwrap();
            }
            writeln!(table, "{line}").unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[tokio::test]
async fn every_edit_with_nothing_in_it_is_refused_and_never_our_fault() {
    let place = Workplace::open().await;
    let document = serde_json::to_value(server::openapi()).unwrap();
    let bodies =
        [None, Some(serde_json::json!({})), Some(serde_json::json!([1])), Some(serde_json::json!("x"))];
    for role in [MemberRole::Facilitator, MemberRole::Company, MemberRole::Authority] {
        let person = place.enter(role).await;
        for (path, methods) in document["paths"].as_object().unwrap() {
            let path = path.strip_prefix("/api/v1").unwrap_or(path);
            if !path.contains("{t}") {
                continue;
            }
            for method in methods.as_object().unwrap().keys().filter(|method| *method != "get") {
                for body in &bodies {
                    let (status, text) =
                        person.call(&method.to_uppercase(), &filled(path), body.clone()).await;
                    assert!(status.as_u16() < 500, "{role} {method} {path} {body:?}: {text}");
                }
            }
        }
    }
}
