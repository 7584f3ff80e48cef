//! Files that come in with strange headings; figures that the territory knows better.

use crate::place::{OWN_SITE, Workplace};
use axum::body::Body;
use axum::http::{Request, header};
use model::MemberRole;
use serde_json::{Value, json};

const STRANGE: &str = "Bilan 2025;;\r\nquoi donc;combien (t ou m3);chez qui\r\npalettes perdues;12;Broyeur Nord\r\nbidons souillés;peu;Centre\r\n";
const LATER: &str =
    "Bilan 2026;;\r\nquoi donc;combien (t ou m3);chez qui\r\nchutes de tôle;7;Ferrailleur\r\n";

/// Sends a file as the facilitator does.
async fn upload(place: &Workplace, cookie: &str, name: &str, text: &str) -> Value {
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n{text}\r\n--b--\r\n"
    );
    let request = Request::post("/api/v1/territories/val/imports")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .header(header::COOKIE, cookie);
    let (status, text) = place.send(request.body(Body::from(body)).unwrap()).await;
    assert_eq!(status.as_u16(), 200, "{text}");
    serde_json::from_str(&text).unwrap()
}

async fn finished(person: &crate::place::Person<'_>, job: &Value) -> Value {
    for _ in 0..600 {
        let path = format!("/territories/val/jobs/{}", job["id"].as_str().unwrap());
        let now = person.get(&path).await;
        if !matches!(now["state"].as_str(), Some("waiting" | "running")) {
            return now;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the job does not end");
}

fn mapping(preview: &Value) -> serde_json::Map<String, Value> {
    let columns = preview["columns"].as_array().unwrap();
    let pair = |column: &Value| {
        (column["heading"].as_str().unwrap().to_owned(), column["field"].as_str().unwrap_or_default().into())
    };
    columns.iter().map(pair).collect()
}

#[tokio::test]
async fn strange_headings_are_corrected_once_and_remembered() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let cookie = person.cookie.clone().unwrap();
    let first = upload(&place, &cookie, "v3 DEF.csv", STRANGE).await;
    assert_eq!((&first["heading_row"], first["remembered"].as_bool()), (&json!(2), Some(false)), "{first}");
    assert!(first["sites"].as_array().unwrap().iter().any(|site| site["id"] == OWN_SITE));
    let confirm = format!("/territories/val/imports/{}/confirm", first["id"].as_str().unwrap());
    let mut said = mapping(&first);
    for (heading, field) in
        [("quoi donc", "wording"), ("combien (t ou m3)", "quantity:t"), ("chez qui", "destination")]
    {
        said.insert(heading.to_owned(), field.into());
    }
    let mut ask = json!({ "mapping": said, "site": OWN_SITE, "sender": "achats@ici", "preview": true });
    let shown = person.ok("POST", &confirm, Some(ask.clone())).await;
    assert_eq!((&shown["understood"], &shown["rejected"]), (&json!(1), &json!(1)), "{shown}");
    assert!(shown["sample"][0]["understood"].as_str().unwrap().starts_with("Menuiserie Un"), "{shown}");
    assert_eq!(person.get("/territories/val/flows?q=perdues").await["total"], 0, "nothing is kept yet");
    ask["preview"] = false.into();
    let job = person.ok("POST", &confirm, Some(ask)).await;
    assert_eq!(finished(&person, &job).await["state"], "done");
    let flows = person.get("/territories/val/flows?q=perdues").await;
    assert_eq!((&flows["total"], &flows["flows"][0]["site"]["id"]), (&json!(1), &json!(OWN_SITE)), "{flows}");
    let rejects = format!("/territories/val/imports/{}/rejects.csv", first["id"].as_str().unwrap());
    let (status, text) = person.call("GET", &rejects, None).await;
    assert_eq!(status.as_u16(), 200);
    assert!(text.contains("motif;ligne;colonne;quoi donc") && text.contains("bidons souillés;peu"), "{text}");
    let next = upload(&place, &cookie, "v4.csv", LATER).await;
    assert_eq!(
        (&next["remembered"], &next["sender"], &next["site"]),
        (&json!(true), &json!("achats@ici"), &json!(OWN_SITE))
    );
    assert_eq!((&next["understood"], &next["rejected"]), (&json!(1), &json!(0)), "{next}");
    assert!(next["columns"].as_array().unwrap().iter().all(|column| column["remembered"] == true), "{next}");
}

#[tokio::test]
async fn flows_may_name_actors_that_are_there_already() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let cookie = person.cookie.clone().unwrap();
    let text = "site;sens;quoi;quantité\r\ns2;jette;chiffons;1 t/an\r\nimprimerie cinq;jette;encres;2 t/an\r\nNulle Part;jette;bois;3 t/an\r\n";
    let shown = upload(&place, &cookie, "flux.csv", text).await;
    assert_eq!((&shown["understood"], &shown["rejected"]), (&json!(2), &json!(1)), "{shown}");
    assert_eq!((&shown["counts"]["sites"], &shown["counts"]["flows"]), (&json!(0), &json!(2)), "{shown}");
    assert!(shown["rejects"][0]["reason"].as_str().unwrap().contains("Nulle Part"), "{shown}");
    let confirm = format!("/territories/val/imports/{}/confirm", shown["id"].as_str().unwrap());
    let job = person.ok("POST", &confirm, Some(json!({}))).await;
    assert_eq!(finished(&person, &job).await["state"], "done");
    assert_eq!(person.get("/territories/val/flows?q=encres").await["flows"][0]["site"]["id"], "s5");
    assert_eq!(person.get("/territories/val/sites").await["total"], 7, "no site came twice");
}

/// A lead, and a figure that its gains rest on.
async fn lead_with_a_figure(person: &crate::place::Person<'_>) -> (String, String) {
    for lead in person.get("/territories/val/leads").await["leads"].as_array().unwrap() {
        let id = lead["id"].as_str().unwrap();
        let sheet = person.get(&format!("/territories/val/leads/{id}")).await;
        let gains = sheet["gains"].as_array().unwrap().iter();
        let terms = gains.flat_map(|gain| gain["terms"].as_array().unwrap());
        let mut figures = terms.flat_map(|term| term["figures"].as_array().unwrap());
        if let Some(figure) = figures.next() {
            return (id.to_owned(), figure["id"].as_str().unwrap().to_owned());
        }
    }
    panic!("no lead rests on a figure");
}

#[tokio::test]
async fn the_territory_knows_a_figure_better_and_leads_show_its_source() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    let (lead, id) = lead_with_a_figure(&person).await;
    let path = format!("/territories/val/overrides/{id}");
    let common = person.get(&format!("/reference/figure/{id}")).await["value"]["range"].clone();
    let low = common["low"].as_f64().unwrap();
    let body = json!({ "low": low, "high": common["high"], "source": "devis d'ici, 2026" });
    let saved = person.ok("PUT", &path, Some(body.clone())).await;
    place.app.warm("val").await.unwrap();
    let listed = person.get("/territories/val/overrides").await;
    assert_eq!((&listed[0]["figure"], &listed[0]["source"]), (&json!(id), &json!("devis d'ici, 2026")));
    let sheet = person.get(&format!("/territories/val/leads/{lead}")).await.to_string();
    assert!(sheet.contains("devis d'ici, 2026"), "{id}: {sheet}");
    assert_eq!(person.status("PUT", &path, Some(body)).await, 409, "somebody was faster");
    let wrong = json!({ "low": 5.0, "high": 1.0, "source": "x" });
    assert_eq!(person.status("PUT", "/territories/val/overrides/processing.baling", Some(wrong)).await, 422);
    assert_eq!(
        person
            .status(
                "PUT",
                "/territories/val/overrides/no.such",
                Some(json!({ "low": 1.0, "high": 1.0, "source": "x" }))
            )
            .await,
        404
    );
    let company = place.enter(MemberRole::Company).await;
    assert_eq!(
        company.status("PUT", &path, Some(json!({ "low": 1.0, "high": 1.0, "source": "x" }))).await,
        403
    );
    let gone = format!("{path}?revision={}", saved["revision"]);
    assert_eq!(person.status("DELETE", &gone, None).await, 200);
    assert_eq!(person.get("/territories/val/overrides").await, json!([]));
}
