//! A server over a temporary database: six companies, one insertion structure, one account per role.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use chrono::{DateTime, Utc};
use model::{
    Actor, ActorKind, Basis, Direction, Evidence, Flow, MemberRole, Place, Precision, Price, Site, Territory,
};
use reference::Reference;
use serde_json::{Value, json};
use std::sync::Arc;
use store::people::NewPerson;
use store::people::membership::Membership;
use store::{Entropy, Store};
use tempfile::TempDir;
use tower::ServiceExt;
use units::{Quantity, Range};

/// A running place.
pub struct Workplace {
    pub app: server::App,
    pub store: Store,
    pub router: Router,
    _folder: TempDir,
}

/// A person at it.
pub struct Person<'a> {
    place: &'a Workplace,
    pub cookie: Option<String>,
}

pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap()
}

/// The company of the company account, and its site.
pub const OWN: &str = "a1";
pub const OWN_SITE: &str = "s1";
/// A price that must come out nowhere.
pub const SECRET_PRICE: &str = "payé 91,37 €/t";
/// A name that strangers must not read.
pub const STRANGER: &str = "Chaufferie Secrète";

/// What a place keeps its records in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    Postgres,
}

/// Tells a story, an `async fn(Database)`, on both databases. Without PostgreSQL that half is skipped aloud, or fails (`FE2I_REQUIRE_ALL`).
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test] async fn $name() { super::$name($crate::place::Database::Sqlite).await; })+
        }
        mod postgres {
            $(#[tokio::test] async fn $name() {
                if $crate::postgres::database().await.is_some() {
                    super::$name($crate::place::Database::Postgres).await;
                }
            })+
        }
    };
}
pub(crate) use on_both;

impl Workplace {
    pub async fn open() -> Self {
        Self::on(Database::Sqlite).await
    }

    pub async fn on(database: Database) -> Self {
        let folder = TempDir::new().unwrap();
        let url = match database {
            Database::Sqlite => format!("sqlite://{}", folder.path().join("t.sqlite").display()),
            Database::Postgres => crate::postgres::database().await.unwrap(),
        };
        // Beside a SQLite file the key makes itself; a PostgreSQL is told.
        let key = (database == Database::Postgres).then(|| store::Key::from_text(&"5a".repeat(32)).unwrap());
        let entropy = Entropy::system();
        let store = Store::open(store::Config { url, key, entropy: entropy.clone() }).await.unwrap();
        store.put_territory("val", &territory(), "test", now()).await.unwrap();
        people(&store).await;
        let config = server::Config {
            demo: true,
            first: None,
            secure: false,
            public_url: None,
            trusted_proxies: Vec::new(),
            mail: None,
            oidc: None,
            secret: [7; 32],
            rest: None,
            diagnosis: diagnosis::Options { draws: 20, ..diagnosis::Options::default() },
            clock: Arc::new(now),
            entropy,
            reference: || Reference::embedded().unwrap(),
        };
        let app = server::App::new(store.clone(), config);
        app.warm("val").await.unwrap();
        Self { router: server::routes(app.clone()), app, store, _folder: folder }
    }

    pub fn nobody(&self) -> Person<'_> {
        Person { place: self, cookie: None }
    }

    /// Comes in with the demonstration account of a role.
    pub async fn enter(&self, role: MemberRole) -> Person<'_> {
        let request = Request::post("/api/v1/session/demo").header(header::CONTENT_TYPE, "application/json");
        let body = Body::from(json!({ "role": role.as_str() }).to_string());
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{role}");
        let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        Person { place: self, cookie: Some(cookie.split(';').next().unwrap().to_owned()) }
    }

    pub async fn send(&self, request: Request<Body>) -> (StatusCode, String) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let bytes = to_bytes(response.into_body(), 50_000_000).await.unwrap();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }
}

impl Person<'_> {
    pub async fn call(&self, method: &str, path: &str, body: Option<Value>) -> (StatusCode, String) {
        // The layers stand beside the API.
        let root = if path.starts_with("/ogc") { "" } else { "/api/v1" };
        let mut request = Request::builder().method(method).uri(format!("{root}{path}"));
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let body = match body {
            Some(body) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        self.place.send(request.body(body).unwrap()).await
    }

    /// The same at a path of the document, which may stand outside the API.
    pub async fn call_at(
        &self,
        method: &str,
        path: &str,
        address: &str,
        body: Option<Value>,
    ) -> (StatusCode, String) {
        let root = if path.starts_with("/api/v1") { "/api/v1" } else { "" };
        let mut request = Request::builder().method(method).uri(format!("{root}{address}"));
        request = request.header(header::HOST, "fe2i.example.org");
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let (kind, body) = match body {
            Some(body) => ("application/json", Body::from(body.to_string())),
            None => ("text/plain", Body::empty()),
        };
        self.place.send(request.header(header::CONTENT_TYPE, kind).body(body).unwrap()).await
    }

    /// A body that must come with 200.
    pub async fn ok(&self, method: &str, path: &str, body: Option<Value>) -> Value {
        let (status, text) = self.call(method, path, body).await;
        assert_eq!(status, StatusCode::OK, "{method} {path}: {text}");
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}: {text}"))
    }

    pub async fn get(&self, path: &str) -> Value {
        self.ok("GET", path, None).await
    }

    pub async fn status(&self, method: &str, path: &str, body: Option<Value>) -> u16 {
        self.call(method, path, body).await.0.as_u16()
    }
}

async fn people(store: &Store) {
    for role in MemberRole::ALL {
        let new = NewPerson {
            email: server::demo_address(role),
            name: role.to_string(),
            lang: "fr".into(),
            admin: role == MemberRole::Admin,
        };
        let person = store.create_person(&new, now()).await.unwrap();
        let actor = match role {
            MemberRole::Company => Some(OWN.into()),
            MemberRole::Insertion => Some("a7".into()),
            _ => None,
        };
        let part = Membership { territory: "val".into(), person: person.id, role, actor };
        store.set_membership(&part).await.unwrap();
    }
}

fn evidence() -> Evidence {
    Evidence::new(Basis::Declared, "essai ligne 3")
}

fn site(number: usize, name: &str, activity: &str) -> Site {
    Site {
        id: format!("s{number}").into(),
        actor: format!("a{number}").into(),
        name: name.into(),
        siret: None,
        activity: Some(reference::ActivityCode::parse(activity, None).unwrap()),
        activity_label: None,
        headcount: None,
        place: Some(Place { lat: 49.32 + number as f64 / 200.0, lon: 6.12, precision: Precision::Exact }),
        address: None,
        commune: Some("Florange".into()),
        zone: Some(if number.is_multiple_of(2) { "Nord" } else { "Sud" }.into()),
        evidence: evidence(),
    }
}

fn flow(number: usize, site: &str, direction: Direction, wording: &str, tonnes: f64) -> Flow {
    let id = format!("f{number}").into();
    let mut flow = Flow::worded(id, site.into(), direction, wording.into(), evidence());
    flow.quantity = Some(Quantity::new(Range::exact(tonnes).unwrap(), "t/year".parse().unwrap())).into();
    flow.stated = Some(format!("{tonnes} t/an")).into();
    flow
}

/// Pallets given out by most, taken by a boiler.
pub fn territory() -> Territory {
    let names = [
        ("Menuiserie Un", "16.24Z"),
        ("Mécanique Deux", "25.62B"),
        ("Logistique Trois", "52.10B"),
        ("Papier Quatre", "17.21A"),
        ("Imprimerie Cinq", "18.12Z"),
        (STRANGER, "35.30Z"),
        ("Insertion Sept", "38.32Z"),
    ];
    let actor = |(ix, (name, _)): (usize, &(&str, &str))| Actor {
        id: format!("a{}", ix + 1).into(),
        name: (*name).into(),
        kind: if ix == 6 { ActorKind::Ei } else { ActorKind::Company },
        evidence: evidence(),
    };
    let mut flows: Vec<Flow> = (1..=5)
        .map(|n| flow(n, &format!("s{n}"), Direction::GivesOut, "palettes bois cassées", 10.0 * n as f64))
        .collect();
    flows.push(flow(6, "s6", Direction::TakesIn, "bois de palettes broyé pour chaufferie", 900.0));
    flows.push(flow(7, "s6", Direction::GivesOut, "cendres secrètes", 7.5));
    flows[1].price = Some(Box::new(Price {
        value: Quantity::new(Range::exact(-91.37).unwrap(), "EUR/t".parse().unwrap()),
        stated: SECRET_PRICE.into(),
    }));
    flows[0].price = Some(Box::new(Price {
        value: Quantity::new(Range::exact(-45.0).unwrap(), "EUR/t".parse().unwrap()),
        stated: "payé 45 €/t".into(),
    }));
    flows[6].confidentiality = model::Confidentiality::Facilitator;
    Territory {
        name: "Val d'essai".into(),
        day: "2026-06-30".parse().unwrap(),
        invented: true,
        notice: None,
        actors: names.iter().enumerate().map(actor).collect(),
        sites: names.iter().enumerate().map(|(ix, (name, naf))| site(ix + 1, name, naf)).collect(),
        flows,
        exchanges: vec![],
    }
}
