//! What may be worked out of several answers together: a sealed price, one company's figures, somebody else's account.

use crate::place::{Workplace, now};
use model::MemberRole;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::people::NewPerson;

/// The money of every lead, by id, as its sheet tells it.
async fn money(person: &crate::place::Person<'_>) -> BTreeMap<String, Value> {
    let leads = person.get("/territories/val/leads?limit=1000").await;
    let mut all = BTreeMap::new();
    for lead in leads["leads"].as_array().unwrap() {
        let id = lead["id"].as_str().unwrap();
        let sheet = person.get(&format!("/territories/val/leads/{}", crate::work::encoded(id))).await;
        all.insert(id.to_owned(), json!([lead["euros"], sheet["gains"], sheet["questions"]]));
    }
    all
}

#[tokio::test]
async fn no_euro_moves_with_a_sealed_price() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let priced = async |price: &str| {
        for id in ["f1", "f2"] {
            let flows = person.get("/territories/val/flows").await;
            let all = flows["flows"].as_array().unwrap();
            let flow = all.iter().find(|flow| flow["id"] == id).unwrap().clone();
            let edit = json!({
                "site": flow["site"]["id"], "direction": flow["direction"], "wording": flow["wording"],
                "quantity": "20 t/an", "revision": flow["revision"], "price": price,
            });
            person.ok("PUT", &format!("/territories/val/flows/{id}"), Some(edit)).await;
        }
        place.app.warm("val").await.unwrap();
        money(&person).await
    };
    let dear = priced("payé 910 €/t").await;
    assert!(dear.values().any(|money| !money[0].is_null()), "there are euros to compare");
    let cheap = priced("payé 35 €/t").await;
    for (id, money) in &cheap {
        assert_eq!(Some(money), dear.get(id), "{id}");
    }
    assert_eq!(cheap.len(), dear.len());
}

#[tokio::test]
async fn who_reads_sums_only_takes_no_site_away_and_counts_no_leads() {
    let place = Workplace::open().await;
    let authority = place.enter(MemberRole::Authority).await;
    let path = "/territories/val/whatif";
    let remove = Some(json!({ "remove": ["s1"], "add": [] }));
    assert_eq!(authority.status("POST", path, remove.clone()).await, 403);
    let coming = json!({ "name": "Port", "activity": "52.10B", "people": 40, "commune": "Florange" });
    assert_eq!(authority.status("POST", path, Some(json!({ "remove": [], "add": [coming] }))).await, 200);
    let facilitator = place.enter(MemberRole::Facilitator).await;
    assert_eq!(facilitator.status("POST", path, remove).await, 200);
}

#[tokio::test]
async fn a_link_to_an_account_that_was_there_is_not_for_who_gives_it_a_part() {
    let place = Workplace::open().await;
    let boss = NewPerson {
        email: "boss@example.org".into(),
        name: "Installation".into(),
        lang: "fr".into(),
        admin: true,
    };
    place.store.create_person(&boss, now()).await.unwrap();
    let admin = place.enter(MemberRole::Admin).await;
    let address = server::demo_address(MemberRole::Admin);
    let mut person = place.store.person_by_email(&address).await.unwrap().unwrap();
    person.admin = false;
    place.store.update_person(&person, now()).await.unwrap();
    let part = |email: &str| {
        let parts = [json!({ "territory": "val", "role": "facilitator" })];
        Some(json!({ "email": email, "name": "X", "memberships": parts }))
    };
    let known = admin.ok("POST", "/admin/people", part("boss@example.org")).await;
    assert_eq!(known["link"], Value::Null, "{known}");
    let new = admin.ok("POST", "/admin/people", part("nouvelle@example.org")).await;
    assert!(new["link"].is_string(), "{new}");
}
