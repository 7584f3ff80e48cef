//! Every route of the document with addresses and bodies no page would send: refused or taken, never our fault.

use crate::document::filled;
use crate::matrix::sample;
use crate::place::{Database, Person, Workplace, on_both};
use axum::body::Body;
use axum::http::{Request, header};
use model::MemberRole;
use serde_json::{Value, json};

/// What stands in an address where something else should: negative, huge, of another kind, not UTF-8, a null character.
const ODD: [&str; 9] = [
    "-1",
    "99999999999999999999",
    "NaN",
    "%00",
    "%FF",
    "%F0%9F%8F%AD%E2%80%AE",
    "a%2F..%2Fb",
    "%27%22%3B--",
    "%20",
];

/// What stands in a body where something else should.
fn odd_values() -> [Value; 11] {
    let deep = (0..200).fold(json!([]), |inner, _| json!([inner]));
    [
        Value::Null,
        json!(""),
        json!(-1),
        json!(1e308),
        json!(u64::MAX),
        json!("é🏭\u{202e}\u{0}"),
        json!("9".repeat(20_000)),
        json!([{}]),
        json!({ "": "" }),
        json!(["\u{0}", "\u{0}"]),
        deep,
    ]
}

/// Streams do not end, and who leaves asks no more.
fn is_asked(method: &str, path: &str) -> bool {
    !(path.ends_with("/events") || method == "delete" && path.ends_with("/session"))
}

/// Method, path under the API, and what the document says of it.
fn routes(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().unwrap().iter();
    let methods = paths.flat_map(|(path, methods)| {
        let path = path.strip_prefix("/api/v1").unwrap_or(path);
        methods
            .as_object()
            .unwrap()
            .iter()
            .map(move |(method, route)| (method.clone(), path.to_owned(), route.clone()))
    });
    methods.filter(|(method, path, _)| is_asked(method, path)).collect()
}

async fn asks(person: &Person<'_>, method: &str, address: &str, body: Option<Value>) {
    let said = body.as_ref().map(|body| body.to_string().chars().take(200).collect::<String>());
    let (status, text) = person.call(&method.to_uppercase(), address, body).await;
    assert!(status.as_u16() < 500, "{method} {address} {said:?}: {status} {text}");
}

/// The addresses of a path with something odd in each of its places, one at a time.
fn odd_addresses(path: &str, route: &Value) -> Vec<String> {
    let long = "x".repeat(3000);
    let mut addresses = Vec::new();
    for parameter in route["parameters"].as_array().into_iter().flatten() {
        let name = parameter["name"].as_str().unwrap();
        for odd in ODD.into_iter().chain([long.as_str()]) {
            addresses.push(match parameter["in"].as_str() {
                Some("path") => filled(&path.replace(&format!("{{{name}}}"), odd)),
                _ => format!("{}?{name}={odd}", filled(path)),
            });
        }
    }
    addresses
}

/// Bodies of a route: odd as wholes, then right but for one field.
fn odd_bodies(document: &Value, schema: &Value) -> Vec<Value> {
    let fields = schema["$ref"].as_str().and_then(|name| document.pointer(name.trim_start_matches('#')));
    let fields = fields.unwrap_or(schema)["properties"].as_object();
    let right = sample(document, schema);
    let mut bodies = odd_values().to_vec();
    for name in fields.into_iter().flatten().map(|(name, _)| name) {
        bodies.extend(odd_values().map(|odd| {
            let mut body = right.clone();
            body[name] = odd;
            body
        }));
    }
    bodies
}

on_both!(
    odd_addresses_are_never_our_fault,
    odd_bodies_are_never_our_fault,
    bytes_that_are_nothing_are_never_our_fault
);

async fn odd_addresses_are_never_our_fault(database: Database) {
    let place = Workplace::on(database).await;
    let person = place.enter(MemberRole::Facilitator).await;
    let document = serde_json::to_value(server::openapi()).unwrap();
    let mut asked = 0;
    for (method, path, route) in &routes(&document) {
        for address in odd_addresses(path, route) {
            asks(&person, method, &address, None).await;
            asked += 1;
        }
    }
    assert!(asked > 1000, "{asked}");
}

async fn odd_bodies_are_never_our_fault(database: Database) {
    let place = Workplace::on(database).await;
    let person = place.enter(MemberRole::Facilitator).await;
    let document = serde_json::to_value(server::openapi()).unwrap();
    let mut asked = 0;
    for (method, path, route) in &routes(&document) {
        let schema = &route["requestBody"]["content"]["application/json"]["schema"];
        if schema.is_null() {
            continue;
        }
        for body in odd_bodies(&document, schema) {
            asks(&person, method, &filled(path), Some(body)).await;
            asked += 1;
        }
    }
    assert!(asked > 500, "{asked}");
}

/// Bytes that are neither JSON nor a form, said to be one or the other.
async fn bytes_that_are_nothing_are_never_our_fault(database: Database) {
    let place = Workplace::on(database).await;
    let person = place.enter(MemberRole::Facilitator).await;
    let document = serde_json::to_value(server::openapi()).unwrap();
    let bytes: [&[u8]; 5] =
        [b"", b"{", b"\xff\xfe\x00", b"--x\r\n\r\n--x--", b"--x\r\nContent-Disposition: form-data\r\n\r\n\0"];
    for (method, path, _) in routes(&document).iter().filter(|(method, ..)| method != "get") {
        for kind in ["application/json", "multipart/form-data; boundary=x", "multipart/form-data", "x"] {
            for bytes in bytes {
                let request = Request::builder()
                    .method(method.to_uppercase().as_str())
                    .uri(format!("/api/v1{}", filled(path)))
                    .header(header::COOKIE, person.cookie.as_deref().unwrap());
                let request = request.header(header::CONTENT_TYPE, kind).body(Body::from(bytes)).unwrap();
                let (status, text) = place.send(request).await;
                assert!(status.as_u16() < 500, "{method} {path} {kind} {bytes:?}: {status} {text}");
            }
        }
    }
}
