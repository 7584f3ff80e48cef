//! Tokens, and the layers of OGC API – Features.

use crate::place::{Database, STRANGER, Workplace, on_both};
use axum::body::Body;
use axum::http::{Request, header};
use model::MemberRole;
use serde_json::{Value, json};

async fn get(place: &Workplace, secret: &str, path: &str) -> (u16, Value) {
    let request = Request::get(path).header(header::AUTHORIZATION, format!("Bearer {secret}"));
    let (status, text) =
        place.send(request.header(header::HOST, "fe2i.example.org").body(Body::empty()).unwrap()).await;
    (status.as_u16(), serde_json::from_str(&text).unwrap_or_default())
}

on_both!(
    a_token_reads_layers_and_does_not_write,
    a_token_is_for_a_territory_one_has_a_part_in,
    a_company_proposed_by_link_sees_its_side_and_both_yes_give_the_names
);

async fn a_token_reads_layers_and_does_not_write(database: Database) {
    let place = Workplace::on(database).await;
    let person = place.enter(MemberRole::Facilitator).await;
    let token = person.ok("POST", "/me/tokens", Some(json!({ "name": "QGIS", "territory": "val" }))).await;
    let secret = token["secret"].as_str().unwrap();
    let (_, landing) = get(&place, secret, "/ogc/val").await;
    assert_eq!(landing["links"][3]["href"], "http://fe2i.example.org/ogc/val/collections");
    let (_, collections) = get(&place, secret, "/ogc/val/collections").await;
    assert_eq!(collections["collections"].as_array().unwrap().len(), 3);
    let (_, sites) = get(&place, secret, "/ogc/val/collections/sites/items?limit=3").await;
    assert_eq!((&sites["numberMatched"], &sites["numberReturned"]), (&json!(7), &json!(3)));
    let next = sites["links"][1]["href"].as_str().unwrap().trim_start_matches("http://fe2i.example.org");
    assert_eq!(get(&place, secret, next).await.1["numberReturned"], 3);
    let (_, near) = get(&place, secret, "/ogc/val/collections/sites/items?bbox=6,49.3,7,49.331").await;
    assert_eq!(near["numberMatched"], 2, "{near}");
    assert_eq!(get(&place, secret, "/ogc/val/collections/sites/items?bbox=x").await.0, 400);
    assert_eq!(
        get(&place, secret, "/ogc/val/collections/flows/items/f1").await.1["properties"]["wording"],
        "palettes bois cassées"
    );
    assert_eq!(get(&place, secret, "/ogc/val/collections/none/items").await.0, 404);
    let said = get(&place, secret, "/ogc/val/conformance").await.1.to_string();
    assert!(said.contains("conf/core") && !said.contains("oas30"), "{said}");
    for layer in ["sites", "flows", "leads"] {
        pages_make_up_the_whole(&place, secret, layer).await;
    }
    let edit = Request::put("/api/v1/territories/val/ideas/x")
        .header(header::AUTHORIZATION, format!("Bearer {secret}"));
    let edit =
        edit.header(header::CONTENT_TYPE, "application/json").body(Body::from(r#"{"title":"x"}"#)).unwrap();
    assert_eq!(place.send(edit).await.0.as_u16(), 403, "its scope is read");
    let id = token["id"].as_str().unwrap();
    assert_eq!(person.status("DELETE", &format!("/me/tokens/{id}"), None).await, 204);
    assert_eq!(get(&place, secret, "/ogc/val").await.0, 401);
}

async fn a_token_is_for_a_territory_one_has_a_part_in(database: Database) {
    let place = Workplace::on(database).await;
    let person = place.enter(MemberRole::Facilitator).await;
    for territory in ["none", "", "Val é\u{0}", "other"] {
        let ask = json!({ "name": "QGIS", "territory": territory });
        let (status, text) = person.call("POST", "/me/tokens", Some(ask)).await;
        assert_eq!(status.as_u16(), 422, "{territory:?}: {text}");
        assert!(text.contains(r#""field":"territory""#), "{text}");
    }
    assert_eq!(person.get("/me/tokens").await, json!([]), "none was made");
}

async fn a_company_proposed_by_link_sees_its_side_and_both_yes_give_the_names(database: Database) {
    let place = Workplace::on(database).await;
    let person = place.enter(MemberRole::Facilitator).await;
    let leads = person.get("/territories/val/leads?kind=substitution&site=s6&limit=1000").await;
    let all = leads["leads"].as_array().unwrap();
    let wanted = |lead: &&Value| {
        let sites = lead["sites"].as_array().unwrap();
        sites[0]["role"] == "giver" && sites[0]["id"] != "s6" && sites.iter().any(|s| s["id"] == "s6")
    };
    let lead = all.iter().find(wanted).unwrap_or_else(|| panic!("{leads}"));
    let (giver, name) =
        (lead["sites"][0]["id"].as_str().unwrap(), lead["sites"][0]["name"].as_str().unwrap());
    let path = format!("/territories/val/leads/{}", crate::work::encoded(lead["id"].as_str().unwrap()));
    let mut links = Vec::new();
    for site in [giver, "s6"] {
        let made = person.ok("POST", &format!("{path}/invite"), Some(json!({ "site": site }))).await;
        links.push(made["url"].as_str().unwrap().to_owned());
    }
    let guest = place.nobody();
    let (_, before) = guest.call("GET", &links[0], None).await;
    assert!(before.contains(name) && !before.contains(STRANGER), "{before}");
    for (link, price) in links.iter().zip([-23.75, 5.0]) {
        let answer = json!({ "accept": true, "price": price });
        assert_eq!(guest.status("POST", link, Some(answer)).await, 204);
    }
    let after = guest.get(&links[0]).await;
    assert_eq!((&after["answer"], &after["partner"]), (&json!("accepted"), &json!(STRANGER)), "{after}");
    assert_eq!(after["deal"]["exists"], true, "{after}");
    assert!(!after.to_string().contains("23.75"), "no price comes back");
    // The answer is one bit: who could change a price now would find the other's by trying.
    let again = Some(json!({ "price": 4.0 }));
    assert_eq!(guest.status("POST", &links[1], again.clone()).await, 409);
    let renewed = person.ok("POST", &format!("{path}/invite"), Some(json!({ "site": "s6" }))).await;
    assert_eq!(guest.get(&links[0]).await["deal"]["exists"], Value::Null, "told anew once both gave one");
    assert_eq!(guest.status("POST", renewed["url"].as_str().unwrap(), again).await, 204);
    assert_eq!(guest.get(&links[0]).await["deal"]["exists"], true);
    assert_eq!(guest.status("GET", "/invite/none", None).await, 404);
    let synergy = person.get(&path).await["synergy"].clone();
    assert_eq!(synergy["invitations"][1]["answer"], "accepted");
    assert_eq!(synergy["invitations"][1]["priced"], true);
    let note = Some(json!({ "accept": true, "note": "encore" }));
    let mut kept = 0;
    while guest.status("POST", &links[0], note.clone()).await == 204 {
        kept += 1;
    }
    assert!((30..40).contains(&kept), "{kept}");
    assert!(guest.call("POST", &links[0], note).await.1.contains("par ce lien"));
    assert_eq!(guest.status("POST", &links[1], Some(json!({ "note": "moi aussi" }))).await, 204);
}

/// One at a time, and each by its name, is what comes all at once.
async fn pages_make_up_the_whole(place: &Workplace, secret: &str, layer: &str) {
    let items = format!("/ogc/val/collections/{layer}/items");
    let whole = get(place, secret, &items).await.1;
    let features = whole["features"].as_array().unwrap();
    assert!(features.len() > 1 && whole["numberMatched"] == features.len(), "{layer}");
    for (offset, feature) in features.iter().enumerate() {
        let page = get(place, secret, &format!("{items}?limit=1&offset={offset}")).await.1;
        assert_eq!(page["features"], json!([feature]), "{layer} {offset}");
        let more = page["links"].as_array().unwrap().iter().any(|link| link["rel"] == "next");
        assert_eq!(more, offset + 1 < features.len(), "{layer} {offset}");
        let name = crate::work::encoded(feature["id"].as_str().unwrap());
        assert_eq!(get(place, secret, &format!("{items}/{name}")).await.1, *feature, "{layer}");
    }
}
