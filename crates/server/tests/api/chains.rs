//! Recovery chains: suggested, asked, planned by a job, read back with their dossiers; nobody else's business, no sealed price anywhere.

use crate::place::{Person, Workplace};
use model::MemberRole;
use serde_json::{Value, json};
use std::time::Duration;

/// Asks for a plan and waits for the end of its job.
async fn planned(person: &Person<'_>, ask: Value) -> Value {
    let job = person.ok("POST", "/territories/val/chains", Some(ask)).await;
    let path = format!("/territories/val/jobs/{}", job["id"].as_str().unwrap());
    for _ in 0..2_000 {
        let job = person.get(&path).await;
        if !matches!(job["state"].as_str(), Some("waiting" | "running")) {
            return job;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the job does not end");
}

#[tokio::test]
async fn a_chain_is_suggested_asked_and_planned_without_a_sealed_price() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let menu = person.get("/territories/val/chains").await;
    let offers = menu["offers"].as_array().unwrap();
    let repair = offers.iter().find(|offer| offer["plant"]["id"] == "pallet-repair").unwrap();
    assert_eq!((&repair["supplies"], &repair["why_not"]), (&json!(5), &json!(null)), "{repair}");
    assert!(offers.iter().any(|offer| offer["why_not"].is_string()), "what is not possible says why");
    for offer in offers {
        let why_not = offer["why_not"].as_str().unwrap_or_default();
        assert!(!why_not.contains(offer["plant"]["id"].as_str().unwrap()), "a name, not a code: {why_not}");
    }
    let question = person.get("/territories/val/chains/pallet-repair/question").await;
    assert_eq!(question["supplies"].as_array().unwrap().len(), 5);
    // Who gave a price is told so; the price shown is the usual one, as a range, or none.
    let supplies = question["supplies"].as_array().unwrap();
    assert!(supplies.iter().any(|one| one["cost_sealed"] == json!(true)), "{question}");
    assert!(question["candidates"].as_u64() >= Some(question["spots"].as_array().unwrap().len() as u64));
    let left_out = question["supplies"][0]["flow"].clone();
    let job =
        planned(&person, json!({ "plant": "pallet-repair", "hour": 30.0, "without": [left_out] })).await;
    assert_eq!(job["state"], "done", "{job}");
    let study = person.get(&format!("/territories/val/chains/studies/{}", job["id"].as_str().unwrap())).await;
    assert_eq!((&study["supplies"], &study["finished"]), (&json!(4), &json!(true)));
    // A hundred tonnes are less than a workshop's least load: that is said, not planned around.
    assert!(study["nothing"].as_str().unwrap().contains("Rien n’ouvre"), "{study}");
    assert_eq!((&study["points"][0]["plants"], &study["points"][0]["pdf"]), (&json!([]), &json!(null)));
    let text = format!("{menu}{question}{study}");
    assert!(!text.contains("91.37") && !text.contains("91,37"), "a sealed price in {text}");
    assert_eq!(person.get("/territories/val/chains").await["studies"][0]["id"], job["id"]);
}

#[tokio::test]
async fn what_cannot_be_asked_is_said() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    for (ask, field) in [
        (json!({ "plant": "moulin" }), "plant"),
        (json!({ "plant": "pallet-repair", "most": 0 }), "most"),
        (json!({ "plant": "pallet-repair", "hour": -1.0 }), "hour"),
        (json!({ "plant": "pallet-repair", "chance": 80 }), "chance"),
        (json!({ "plant": "pallet-repair", "seconds": 1 }), "seconds"),
        (json!({ "plant": "biogas-chp" }), "plant"),
    ] {
        let (status, text) = person.call("POST", "/territories/val/chains", Some(ask)).await;
        assert_eq!(status.as_u16(), 422, "{text}");
        assert!(text.contains(&format!("\"field\":\"{field}\"")), "{text}");
    }
    assert_eq!(person.status("GET", "/territories/val/chains/studies/999", None).await, 404);
    let company = place.enter(MemberRole::Company).await;
    assert_eq!(
        company.status("POST", "/territories/val/chains", Some(json!({ "plant": "pallet-repair" }))).await,
        403
    );
}
