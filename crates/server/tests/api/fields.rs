//! Every role, every route, every field: which part of every answer comes with something in it, and to whom.

use crate::document::filled;
use crate::matrix::sample;
use crate::place::{Database, Person, Workplace, on_both};
use model::MemberRole;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

on_both!(every_field_of_every_answer_has_its_readers);

/// Roles by address and field.
type Readers = BTreeMap<String, BTreeMap<String, BTreeSet<MemberRole>>>;

/// A field comes to the roles in the snapshot and no others; a new field, or a reader more, shows up there.
async fn every_field_of_every_answer_has_its_readers(database: Database) {
    let place = Workplace::on(database).await;
    written(&place.enter(MemberRole::Facilitator).await).await;
    let document = serde_json::to_value(server::openapi()).unwrap();
    let mut readers = Readers::new();
    for role in MemberRole::ALL {
        let person = place.enter(role).await;
        for address in addresses(&document, &person).await {
            let (status, text) = person.call("GET", &address.1, None).await;
            let answer = serde_json::from_str(&text).ok().filter(|_| status.is_success());
            let fields = readers.entry(address.0).or_default();
            for field in answer.iter().flat_map(told) {
                fields.entry(field).or_default().insert(role);
            }
        }
    }
    insta::assert_snapshot!("every_field_of_every_answer", shown(&readers));
}

/// One record of each kind, so that no answer is empty for want of one.
async fn written(person: &Person<'_>) {
    let document = serde_json::to_value(server::openapi()).unwrap();
    let lead = first_lead(person).await;
    let move_ =
        json!({ "to": "proposed", "text": "dit au téléphone", "next_step": "rappeler", "due": "2026-07-14" });
    person.ok("POST", &format!("/territories/val/leads/{lead}/move"), Some(move_)).await;
    for (kind, more) in [
        (
            "contacts/c1",
            json!({ "site": "s1", "name": "Zoé", "phone": "03", "email": "z@example.org", "role": "HSE" }),
        ),
        ("contacts/c6", json!({ "site": "s6", "name": "Yann", "phone": "04", "email": "y@example.org" })),
        ("visits/v1", json!({ "site": "s1", "day": "2026-07-01", "text": "vu l'atelier", "done": true })),
        ("visits/v6", json!({ "site": "s6", "day": "2026-07-02", "text": "à voir", "done": false })),
        (
            "projects/p1",
            json!({ "name": "Bois", "summary": "Chaufferie", "partners": ["a1"], "synergies": [] }),
        ),
        ("ideas/i1", json!({ "title": "Un compacteur à plusieurs" })),
    ] {
        let path = document["paths"].as_object().unwrap().iter();
        let name = kind.split('/').next().unwrap();
        let route = path.clone().find(|(path, _)| path.ends_with(&format!("/{name}/{{id}}"))).unwrap().1;
        let mut body =
            sample(&document, &route["put"]["requestBody"]["content"]["application/json"]["schema"]);
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        person.ok("PUT", &format!("/territories/val/{kind}"), Some(body)).await;
    }
}

async fn first_lead(person: &Person<'_>) -> String {
    let leads = person.get("/territories/val/leads?kind=substitution&site=s6").await;
    crate::work::encoded(leads["leads"][0]["id"].as_str().unwrap())
}

/// What is read, with its name in the table: each route, and of sheets those of one's own firm, another firm and a lead one sees.
async fn addresses(document: &Value, person: &Person<'_>) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let seen = person.call("GET", "/territories/val/leads", None).await.1;
    let seen: Value = serde_json::from_str(&seen).unwrap_or_default();
    for (path, methods) in document["paths"].as_object().unwrap() {
        let path = path.strip_prefix("/api/v1").unwrap_or(path);
        if methods.get("get").is_none() || path.ends_with("/events") || path.contains("/oidc/") {
            continue;
        }
        let address = filled(path);
        let own = address.replace("/a6", "/a1").replace("/s6", "/s1");
        if own != address {
            all.push((format!("{path} (a company's)"), own));
        }
        if path.ends_with("/leads/{id}") {
            let id = crate::work::encoded(begun(&seen).unwrap_or("none"));
            all.push((path.to_owned(), address.replace("/f1", &format!("/{id}"))));
        } else {
            let territory = if path.starts_with("/admin/") { "?territory=val" } else { "" };
            all.push((path.to_owned(), address + territory));
        }
    }
    all
}

/// The lead of a list that has the most to tell: one that somebody follows, else the first.
fn begun(seen: &Value) -> Option<&str> {
    let leads = seen["leads"].as_array()?;
    let lead = leads.iter().find(|lead| !lead["due"].is_null()).or(leads.first())?;
    lead["id"].as_str()
}

/// The fields of an answer that have something in them; what an array holds is one field.
fn told(answer: &Value) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    let mut open = vec![(String::new(), answer)];
    while let Some((name, value)) = open.pop() {
        match value {
            Value::Object(parts) => {
                let dot = if name.is_empty() { "" } else { "." };
                open.extend(parts.iter().map(|(key, value)| (format!("{name}{dot}{key}"), value)));
            }
            Value::Array(parts) => open.extend(parts.iter().map(|value| (format!("{name}[]"), value))),
            Value::Null => {}
            Value::String(text) if text.is_empty() => {}
            _ => drop(fields.insert(name)),
        }
    }
    fields
}

/// By address: which roles read which fields.
fn shown(readers: &Readers) -> String {
    let mut text = String::new();
    for (address, fields) in readers {
        let mut by_roles: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (field, roles) in fields {
            let roles: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
            by_roles.entry(roles.join(" ")).or_default().push(field);
        }
        text.extend([address.as_str(), "\n"]);
        for (roles, fields) in by_roles {
            text.extend(["    ", &roles, ": ", &fields.join(" "), "\n"]);
        }
    }
    text
}
