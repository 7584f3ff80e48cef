//! Outlines of communes: in by a file, on the map of everybody, out again.

use crate::place::{Person, Workplace};
use axum::body::Body;
use axum::http::{Request, header};
use model::MemberRole;
use serde_json::{Value, json};

/// Sends a file as a page does.
async fn send(place: &Workplace, person: &Person<'_>, file: &Value) -> (u16, Value) {
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.geojson\"\r\n\r\n{file}\r\n--b--\r\n"
    );
    let request = Request::post("/api/v1/territories/val/outlines")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .header(header::COOKIE, person.cookie.as_deref().unwrap());
    let (status, text) = place.send(request.body(Body::from(body)).unwrap()).await;
    (status.as_u16(), serde_json::from_str(&text).unwrap())
}

fn commune(code: &str, name: &str, lon: f64) -> Value {
    let ring = [[lon, 49.2], [lon + 0.2, 49.2], [lon + 0.2, 49.5], [lon, 49.2]];
    json!({ "type": "Feature", "properties": { "code": code, "nom": name }, "geometry": { "type": "Polygon", "coordinates": [ring] } })
}

async fn names(person: &Person<'_>) -> Vec<String> {
    let map = person.get("/territories/val/map").await;
    let features = map["features"].as_array().unwrap().iter();
    let communes = features.filter(|feature| feature["properties"]["type"] == "commune");
    communes.map(|feature| feature["properties"]["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn outlines_come_in_are_drawn_around_the_sites_and_go_out() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let point = json!({ "type": "Feature", "properties": { "nom": "Point" }, "geometry": { "type": "Point", "coordinates": [6, 49] } });
    let features = json!([commune("57221", "Florange", 6.0), commune("57463", "Loin", 8.0), point]);
    let (status, taken) =
        send(&place, &person, &json!({ "type": "FeatureCollection", "features": features })).await;
    assert_eq!((status, &taken["kept"]), (200, &json!(2)), "{taken}");
    assert!(taken["refused"][0].as_str().unwrap().contains("objet 3"), "{taken}");
    assert_eq!(names(&person).await, ["Florange"], "what is far from every site is not drawn");
    let authority = place.enter(MemberRole::Authority).await;
    assert_eq!(names(&authority).await, ["Florange"], "outlines are no secret");
    assert_eq!(authority.status("DELETE", "/territories/val/outlines", None).await, 403);
    let (_, again) = send(
        &place,
        &person,
        &json!({ "type": "FeatureCollection", "features": [commune("57221", "Florange !", 6.0)] }),
    )
    .await;
    assert_eq!(again["kept"], 1);
    assert_eq!(names(&person).await, ["Florange !"], "replaced");
    let (status, wrong) = send(&place, &person, &json!({ "type": "Feature" })).await;
    assert_eq!((status, &wrong["field"]), (422, &json!("file")));
    assert_eq!(person.status("DELETE", "/territories/val/outlines", None).await, 204);
    assert_eq!(names(&person).await, Vec::<String>::new());
}

#[tokio::test]
async fn the_map_draws_the_best_leads_or_those_of_a_site() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let leads = async |query: &str| -> (usize, Vec<Value>) {
        let map = person.get(&format!("/territories/val/map{query}")).await;
        let features = map["features"].as_array().unwrap().iter();
        let drawn = features.filter(|f| f["properties"]["type"] == "lead").cloned().collect();
        (usize::try_from(map["leads"].as_u64().unwrap()).unwrap(), drawn)
    };
    let (all, _) = leads("").await;
    let (_, one) = leads("?leads=1").await;
    assert!(all > 2 && one.len() == 1, "{all} {one:?}");
    let (of_site, drawn) = leads("?leads=500&site=s2").await;
    assert!(of_site < all && !drawn.is_empty(), "{of_site} of {all}");
    assert!(drawn.iter().all(|lead| lead["properties"]["sites"].to_string().contains("\"s2\"")));
    assert_eq!(leads("?stage=proposed").await.0, 0);
}
