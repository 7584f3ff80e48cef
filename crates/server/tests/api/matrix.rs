//! Every role at every route: who gets in where, and that nothing secret comes out anywhere.

use crate::document::filled;
use crate::place::{Database, SECRET_PRICE, STRANGER, Workplace, on_both};
use model::MemberRole;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What must never be read, by role: names of strangers, prices of others, what only the facilitator may read.
fn forbidden(role: MemberRole) -> Vec<&'static str> {
    let mut words = vec![SECRET_PRICE, "91.37"];
    // Two numbers of a list, `[91,37,38]`, are no price: in French it has its unit behind.
    words.extend(["91,37 €", "91,37\u{a0}€", "91,37\u{202f}€", "91,37;", "\"91,37\""]);
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

/// Streams do not end; coming in and going out is tested elsewhere.
fn is_asked(path: &str) -> bool {
    !path.ends_with("/events") && !path.starts_with("/session")
}

/// A value that a schema of the document takes: what is required, nothing else.
pub fn sample(document: &Value, schema: &Value) -> Value {
    if let Some(name) = schema["$ref"].as_str() {
        return sample(document, document.pointer(name.trim_start_matches('#')).unwrap());
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str());
    match kind {
        Some("object") => {
            let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
            required.map(|name| (name.to_owned(), sample(document, &schema["properties"][name]))).collect()
        }
        Some("array") => json!([]),
        Some("integer" | "number") => json!(1),
        Some("boolean") => json!(false),
        _ if schema["format"] == "date" => json!("2026-06-30"),
        _ => json!("gives-out"),
    }
}

/// The bodies a route is asked with: one that its schema takes, when it takes one.
fn body(document: &Value, route: &Value) -> Option<Value> {
    let schema = &route["requestBody"]["content"]["application/json"]["schema"];
    (!schema.is_null()).then(|| sample(document, schema))
}

/// The other layers: a path of the document stands for the sites.
const LAYERS: [&str; 2] = ["/ogc/{t}/collections/flows/items", "/ogc/{t}/collections/leads/items"];

/// Every path with its methods, those of the other layers too.
fn routes(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().unwrap();
    let mut routes: Vec<(String, String, Value)> = paths
        .iter()
        .filter(|(path, _)| is_asked(path.strip_prefix("/api/v1").unwrap_or(path)))
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap().iter();
            methods.map(|(method, route)| (path.clone(), method.clone(), route.clone()))
        })
        .collect();
    routes.extend(LAYERS.map(|path| (path.to_owned(), "get".to_owned(), Value::Null)));
    routes
}

/// Where a path stands, with what its method needs.
fn address(method: &str, path: &str) -> String {
    let mut address = filled(path.strip_prefix("/api/v1").unwrap_or(path));
    if address.starts_with("/admin/") && !address.contains("/admin/territories") {
        address.push_str("?territory=val");
    }
    if method == "delete" && path.contains("{t}") {
        address.push_str("?revision=1");
    }
    address
}

on_both!(every_role_at_every_route, every_edit_with_nothing_in_it_is_refused_and_never_our_fault);

/// Every method of every path with every role: what it answers is in the snapshot, so a new route shows up there with who may ask it;
/// and no answer, to reading or writing, has in it what its reader must not know.
async fn every_role_at_every_route(database: Database) {
    let document = serde_json::to_value(server::openapi()).unwrap();
    let mut table: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for role in MemberRole::ALL {
        let place = Workplace::on(database).await;
        for (path, method, route) in &routes(&document) {
            let person = place.enter(role).await;
            let asked = method.to_uppercase();
            let (status, text) =
                person.call_at(&asked, path, &address(method, path), body(&document, route)).await;
            assert!(status.as_u16() < 500, "{role} {method} {path}: {text}");
            for word in forbidden(role) {
                assert!(!text.contains(word), "{role} reads « {word} » at {method} {path}: {text}");
            }
            assert!(
                !changes(method, status.as_u16()) || may_write(role, path),
                "{role} writes at {method} {path}"
            );
            table.entry(format!("{method} {path}")).or_default().push(format!("{role}={}", status.as_u16()));
        }
    }
    let lines = table.iter().map(|(route, roles)| format!("{route}: {}\n", roles.join(" ")));
    insta::assert_snapshot!("every_role_at_every_route", lines.collect::<String>());
}

fn changes(method: &str, status: u16) -> bool {
    method != "get" && status < 300
}

/// Who may change something there: the team everywhere, others their own account and the box of ideas; companies their own records.
fn may_write(role: MemberRole, path: &str) -> bool {
    let own = ["/me", "/password/forgot", "/flows/read", "/ideas", "/whatif"];
    let firm = ["/flows/", "/contacts/", "/actors/", "/sites/"];
    match role {
        MemberRole::Admin => true,
        MemberRole::Facilitator => !path.contains("/admin/"),
        MemberRole::Insertion if path.ends_with("/staff") => true,
        MemberRole::Company | MemberRole::Insertion => {
            own.iter().chain(&firm).any(|part| path.contains(part))
        }
        _ => own.iter().any(|part| path.contains(part)),
    }
}

async fn every_edit_with_nothing_in_it_is_refused_and_never_our_fault(database: Database) {
    let place = Workplace::on(database).await;
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
