//! Actors, sites, flows, contacts, projects, ideas.

use crate::place::{OWN, OWN_SITE, Workplace};
use model::MemberRole;
use serde_json::json;

#[tokio::test]
async fn lists_answer_words_and_facets() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let all = person.get("/territories/val/actors").await;
    assert_eq!(all["total"], 7);
    assert_eq!(all["facets"]["kind"].as_array().unwrap().len(), 2);
    assert_eq!(person.get("/territories/val/actors?q=mecanique").await["total"], 1);
    assert_eq!(person.get("/territories/val/actors?kind=ei").await["total"], 1);
    let page = person.get("/territories/val/sites?limit=2").await;
    assert_eq!((page["sites"].as_array().unwrap().len(), page["next"].as_str()), (2, Some("2")));
    assert_eq!(person.get("/territories/val/sites?zone=Nord").await["total"], 3);
    let flows = person.get("/territories/val/flows?resource=pallet-wood&q=palettes").await;
    assert!(flows["total"].as_u64().unwrap() >= 5, "{flows}");
    assert_eq!(flows["flows"][0]["evidence"]["basis"], "declared");
    let sheet = person.get("/territories/val/sites/s2").await;
    assert_eq!(sheet["flows_out"][0]["price_sealed"], true);
    assert_eq!(sheet["flows_out"][0]["price"], serde_json::Value::Null);
    assert!(!sheet["top_leads"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_flow_is_entered_in_free_words_and_two_editors_never_lose_a_change() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let path = "/territories/val/flows/new-1";
    let body = json!({ "site": OWN_SITE, "direction": "gives-out", "wording": "cartons propres", "stated": "3 t/mois",
        "price": "gratuit" });
    let saved = person.ok("PUT", path, Some(body.clone())).await;
    let row = person.get("/territories/val/flows?q=cartons").await["flows"][0].clone();
    assert_eq!(row["resource"]["id"], "cardboard", "{row}");
    assert_eq!(row["tonnes"]["mid"], 36.0);
    assert_eq!(row["price_sealed"], true);
    assert_eq!(row["revision"], saved["revision"]);
    let mut edit = body;
    edit["revision"] = saved["revision"].clone();
    edit["wording"] = "cartons bruns".into();
    person.ok("PUT", path, Some(edit.clone())).await;
    edit["wording"] = "cartons blancs".into();
    let (status, text) = person.call("PUT", path, Some(edit)).await;
    assert_eq!(status.as_u16(), 409, "{text}");
    let problem: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(problem["present"]["wording"], "cartons bruns");
    assert!(problem["present"]["price"].is_null(), "{problem}");
    let revision = &problem["present"]["revision"];
    assert_eq!(person.status("DELETE", &format!("{path}?revision={revision}"), None).await, 200);
    assert_eq!(person.get("/territories/val/flows?q=cartons").await["total"], 0);
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_with_the_field() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let good = json!({ "site": OWN_SITE, "direction": "gives-out", "wording": "cartons" });
    let cases = [
        ("stated", json!("12 machins"), "stated"),
        ("direction", json!("sideways"), "direction"),
        ("wording", json!("  "), "wording"),
        ("site", json!("nowhere"), "site"),
        ("resource", json!("unobtainium"), "resource"),
        ("waste_code", json!("99 99 99"), "waste_code"),
        ("months", json!([1, 2]), "months"),
        ("price", json!("cher"), "price"),
        ("basis", json!("estimated"), "basis"),
    ];
    for (field, value, at_fault) in cases {
        let mut body = good.clone();
        body[field] = value;
        let (status, text) = person.call("PUT", "/territories/val/flows/x", Some(body)).await;
        assert_eq!(status.as_u16(), 422, "{field}: {text}");
        let problem: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(problem["field"], at_fault, "{text}");
        assert!(problem["detail"].as_str().unwrap().len() > 5, "{text}");
    }
}

#[tokio::test]
async fn a_line_is_read_while_it_is_typed() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let line = "palettes perdues une benne 30m3 par semaine, repris 45 €/t par le prestataire";
    let reading = person.ok("POST", "/territories/val/flows/read", Some(json!({ "wording": line }))).await;
    assert_eq!(reading["resource"]["id"], "pallet-wood", "{reading}");
    assert!(reading["quantity"]["range"]["mid"].as_f64().unwrap() > 1_000.0, "{reading}");
    assert!(reading["price"].as_str().unwrap().contains("45"));
    assert!(!reading["codes"].as_array().unwrap().is_empty());
    assert_eq!(reading["wording"], "palettes perdues");
    assert_eq!(reading["price_asks"], true, "paid or received? {reading}");
    let before = person.get("/territories/val").await["version"].clone();
    assert_eq!(before, person.get("/territories/val").await["version"], "reading writes nothing");
}

#[tokio::test]
async fn what_is_kept_is_what_was_shown() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    for (line, way) in
        [("on cherche un cariste le mardi", ""), ("cartons 3 balles par mois, 80 €/t", "payé ")]
    {
        let ask = json!({ "wording": line, "site": OWN_SITE });
        let shown = person.ok("POST", "/territories/val/flows/read", Some(ask.clone())).await;
        assert_eq!(shown["known"], json!([]), "{shown}");
        let price = shown["price"].as_str().map(|price| format!("{way}{price}"));
        let direction = shown["direction"].as_str().unwrap_or("gives-out");
        let flow = json!({ "site": OWN_SITE, "direction": direction, "wording": shown["wording"], "stated": shown["stated"],
            "price": price, "fate": shown["fate"] });
        person.ok("PUT", "/territories/val/flows/kept", Some(flow)).await;
        let all = person.get(&format!("/territories/val/flows?site={OWN_SITE}")).await;
        let kept = all["flows"].as_array().unwrap().iter().find(|flow| flow["id"] == "kept").unwrap();
        assert_eq!(kept["direction"], direction);
        for field in ["resource", "tonnes", "quantity", "missing"] {
            assert_eq!(kept[field], shown[field], "{field} of {line}: {kept} {shown}");
        }
        assert_eq!(kept["price_sealed"], price.is_some(), "{line}");
        let again = person.ok("POST", "/territories/val/flows/read", Some(ask)).await;
        assert_eq!(again["known"][0]["id"], "kept", "said before: {again}");
        let revision = &kept["revision"];
        person.ok("DELETE", &format!("/territories/val/flows/kept?revision={revision}"), None).await;
    }
}

#[tokio::test]
async fn a_company_edits_its_own_side_and_no_other() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Company).await;
    let own = json!({ "site": OWN_SITE, "direction": "gives-out", "wording": "cartons" });
    person.ok("PUT", "/territories/val/flows/mine", Some(own)).await;
    let other = json!({ "site": "s2", "direction": "gives-out", "wording": "cartons" });
    assert_eq!(
        person.status("PUT", "/territories/val/flows/theirs", Some(other)).await,
        422,
        "no such site for them"
    );
    let contact = json!({ "actor": OWN, "name": "Quelqu'un" });
    person.ok("PUT", "/territories/val/contacts/c1", Some(contact)).await;
    assert_eq!(person.get("/territories/val/contacts").await[0]["name"], "Quelqu'un");
    let rename = json!({ "name": "Menuiserie Première", "kind": "company", "revision": 1 });
    let (status, text) = person.call("PUT", "/territories/val/actors/a1", Some(rename)).await;
    assert_eq!(status.as_u16(), 200, "{text}");
    let price = person.get("/territories/val/flows/f1/price").await;
    assert_eq!(price["price"], "payé 45 €/t");
    let leads = person.get("/territories/val/leads").await;
    let rows = leads["leads"].as_array().unwrap();
    assert!(!rows.is_empty() && rows.iter().all(|row| row["rank"].is_null()), "no order for a firm: {leads}");
    let facilitator = place.enter(MemberRole::Facilitator).await;
    assert_eq!(facilitator.get("/territories/val/leads").await["leads"][0]["rank"], 1);
    assert_eq!(facilitator.status("GET", "/territories/val/flows/f2/price", None).await, 403);
}

#[tokio::test]
async fn projects_and_ideas_are_kept() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let project = json!({ "name": "Chaufferie", "partners": ["a1", "a6"], "funding":
        [{ "name": "Région", "euros": 120_000.0, "state": "asked" }], "post_lines":
        [{ "title": "tri", "rome": null, "hours": 1607.0, "insertion": true, "structure": null, "from": null }],
        "milestones": [{ "label": "étude", "due": "2026-12-01", "done": false }] });
    person.ok("PUT", "/territories/val/projects/p1", Some(project)).await;
    let seen = place.enter(MemberRole::Insertion).await.get("/territories/val/projects").await;
    assert_eq!((&seen[0]["posts"], seen[0]["funding"].as_array().unwrap().len()), (&json!(1.0), 0), "{seen}");
    let funder = place.enter(MemberRole::Funder).await.get("/territories/val/projects").await;
    assert_eq!(funder[0]["funding"][0]["euros"], 120_000.0);
    let company = place.enter(MemberRole::Company).await;
    company.ok("PUT", "/territories/val/ideas/i1", Some(json!({ "title": "Ressourcerie" }))).await;
    person.ok("POST", "/territories/val/ideas/i1/join", None).await;
    let ideas = person.get("/territories/val/ideas").await;
    assert_eq!((&ideas[0]["votes"], &ideas[0]["mine"]), (&json!(1), &json!(true)));
    let kept = json!({ "title": "Ressourcerie", "state": "kept", "revision": ideas[0]["revision"] });
    assert_eq!(company.status("PUT", "/territories/val/ideas/i1", Some(kept.clone())).await, 403);
    assert_eq!(person.status("PUT", "/territories/val/ideas/i1", Some(kept)).await, 200);
}
