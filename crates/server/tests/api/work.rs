//! Leads, moves, the day, pictures, references.

use crate::place::Workplace;
use axum::body::Body;
use axum::http::{Request, header};
use model::MemberRole;
use serde_json::json;
use tower::ServiceExt;

#[tokio::test]
async fn a_lead_is_moved_and_the_day_says_what_is_due() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let leads = person.get("/territories/val/leads?kind=substitution").await;
    let id = leads["leads"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/territories/val/leads/{}", encoded(&id));
    let sheet = person.get(&path).await;
    assert!(!sheet["facts"].as_array().unwrap().is_empty());
    assert!(!sheet["gains"].as_array().unwrap().is_empty());
    assert_eq!((&sheet["stage"], &sheet["synergy"]), (&json!("detected"), &json!(null)));
    let move_path = format!("{path}/move");
    let (status, text) = person.call("POST", &move_path, Some(json!({ "to": "set-aside" }))).await;
    assert_eq!(status.as_u16(), 422);
    assert!(text.contains("\"field\":\"reason\""), "{text}");
    let step = json!({ "to": "proposed", "next_step": "rappeler", "due": "2026-09-01", "text": "appelé" });
    let synergy = person.ok("POST", &move_path, Some(step)).await;
    assert_eq!((&synergy["stage"], &synergy["log"][0]["text"]), (&json!("proposed"), &json!("appelé")));
    let stale = json!({ "to": "set-aside", "reason": "too-far" });
    assert_eq!(person.status("POST", &move_path, Some(stale)).await, 409, "without the revision read");
    let day = person.get("/territories/val/day").await;
    assert_eq!(day["queue"][0]["why_key"], "why-overdue", "{day}");
    assert!(day["queue"][0]["say"].as_str().unwrap().contains("rappeler"));
    assert_eq!(day["moved"][0]["lead"], id.as_str());
    person.ok("POST", &format!("{path}/log"), Some(json!({ "text": "une ligne" }))).await;
    let sheet = person.get(&path).await;
    assert_eq!(sheet["synergy"]["log"].as_array().unwrap().len(), 2);
    assert_eq!(person.get("/territories/val/leads?stage=proposed").await["total"], 1);
    let feed = person.call("GET", "/territories/val/changes.atom", None).await.1;
    assert!(feed.contains("une ligne") && feed.contains("<feed"), "{feed}");
    assert!(feed.contains("synergie, changement") && feed.contains("/pistes?lead="), "{feed}");
    let ids: Vec<&str> =
        feed.split("<entry><id>").skip(1).filter_map(|rest| rest.split("</id>").next()).collect();
    let apart: std::collections::HashSet<&&str> = ids.iter().collect();
    assert_eq!(
        (ids.len(), apart.len()),
        (3, 3),
        "two lines of one instant, and the beginning as one: {feed}"
    );
}

#[tokio::test]
async fn both_languages_are_spoken() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let fr = person.get("/territories/val/leads").await["leads"][0]["sentence"].clone();
    let en = person.get("/territories/val/leads?lang=en").await["leads"][0]["sentence"].clone();
    assert_ne!(fr, en);
    let reasons = person.get("/territories/val/reasons?lang=en").await;
    assert_eq!((&reasons[0]["key"], &reasons[0]["label"]), (&json!("wrong-data"), &json!("wrong data")));
    for text in [fr, en] {
        assert!(!text.as_str().unwrap().contains('⟦'), "{text}");
    }
}

#[tokio::test]
async fn pictures_hold_what_is_there() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let map = person.get("/territories/val/map").await;
    let features = map["features"].as_array().unwrap();
    assert_eq!(features.iter().filter(|f| f["properties"]["type"] == "site").count(), 7);
    assert!(features.iter().any(|f| f["properties"]["type"] == "lead"));
    let sankey = person.get("/territories/val/sankey").await;
    assert!(sankey["links"].as_array().unwrap().len() >= 4, "{sankey}");
    let balance = person.get("/territories/val/balance").await;
    let wood =
        balance["rows"].as_array().unwrap().iter().find(|r| r["resource"]["id"] == "pallet-wood").unwrap();
    assert_eq!(wood["out"]["mid"], 150.0, "{wood}");
    let figures = person.get("/territories/val/figures").await;
    assert!(figures["groups"].as_array().unwrap().len() == 3, "{figures}");
    assert!(!person.get("/territories/val/visits").await.as_array().unwrap().is_empty());
}

#[tokio::test]
async fn figures_keep_secret_what_few_make() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Authority).await;
    let figures = person.get("/territories/val/figures").await;
    let zones = figures["groups"][1]["figures"].as_array().unwrap();
    // Three givers in each zone; one only in each activity.
    assert!(zones.iter().all(|zone| zone["hidden"] == false && zone["contributors"] == 3), "{figures}");
    let activities = figures["groups"][2]["figures"].as_array().unwrap();
    assert!(activities.len() >= 5, "{figures}");
    assert!(activities.iter().all(|row| row["hidden"] == true && row["value"].is_null()), "{figures}");
    let total =
        &figures["groups"][0]["figures"].as_array().unwrap().iter().find(|f| f["key"] == "figure-given-out");
    assert_eq!(total.unwrap()["hidden"], false, "{figures}");
}

#[tokio::test]
async fn references_are_found_and_opened() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Lab).await;
    let found = person.get("/reference?q=palette").await;
    assert!(found["hits"].as_array().unwrap().iter().any(|hit| hit["id"] == "pallet-wood"), "{found}");
    let entry = person.get("/reference/resource/pallet-wood").await;
    assert!(
        !entry["sources"].as_array().unwrap().is_empty() && !entry["links"].as_array().unwrap().is_empty()
    );
    let figures = person.get("/reference?kind=figure&q=tgap").await;
    let id = figures["hits"][0]["id"].as_str().unwrap();
    assert!(person.get(&format!("/reference/figure/{id}")).await["value"]["unit"].is_string());
    assert_eq!(person.status("GET", "/reference/figure/none", None).await, 404);
}

/// Attaches a paper to a lead that somebody else moves while the paper is on its way.
async fn attach_meanwhile(place: &Workplace, path: &str) -> u16 {
    let person = place.enter(MemberRole::Facilitator).await;
    let cookie = person.cookie.clone().unwrap();
    let request = |path: String, kind: &str| {
        Request::post(format!("/api/v1{path}"))
            .header(header::COOKIE, cookie.clone())
            .header(header::CONTENT_TYPE, kind)
    };
    let step = Body::from(json!({ "to": "proposed" }).to_string());
    let step = request(format!("{path}/move"), "application/json").body(step).unwrap();
    let router = place.router.clone();
    let form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"accord.pdf\"\r\n\r\nsigné\r\n--x--\r\n";
    // The body is asked for only once the lead was read.
    let (sender, parts) = tokio::sync::mpsc::channel::<Result<&str, std::io::Error>>(1);
    let body = Body::from_stream(tokio_stream::wrappers::ReceiverStream::new(parts));
    let paper = request(format!("{path}/documents"), "multipart/form-data; boundary=x").body(body).unwrap();
    let sending = async {
        sender.send(Ok("")).await.unwrap();
        sender.reserve().await.unwrap();
        assert_eq!(router.oneshot(step).await.unwrap().status(), 200);
        sender.send(Ok(form)).await.unwrap();
        drop(sender);
    };
    tokio::join!(place.send(paper), sending).0.0.as_u16()
}

#[tokio::test]
async fn a_paper_for_a_lead_that_changed_meanwhile_is_not_kept() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let leads = person.get("/territories/val/leads?kind=substitution").await;
    let path = format!("/territories/val/leads/{}", encoded(leads["leads"][0]["id"].as_str().unwrap()));
    assert_eq!(attach_meanwhile(&place, &path).await, 409);
    assert_eq!(place.store.blobs("val").await.unwrap(), Vec::new(), "nothing names it");
}

pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}
