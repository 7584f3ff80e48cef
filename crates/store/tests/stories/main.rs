//! What the store promises, told on both databases.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "stories: a failure stops them, a skip is said aloud, the environment names the database"
)]

#[path = "../postgres/mod.rs"]
mod postgres;

mod audit;
mod crash;
mod edits;
mod keeping;
mod migrations;
mod people;
mod sealed;
mod servers;
mod territories;
mod work;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use store::{Change, Config, Edit, Entropy, Key, Kind, Store, TerritoryMeta};

/// Tells a story, an `async fn(Store)`, on a fresh SQLite file and on a fresh PostgreSQL database.
macro_rules! stories {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test] async fn $name() {
                let folder = tempfile::tempdir().unwrap();
                let url = crate::sqlite(folder.path());
                super::$name(crate::open(&url).await).await;
            })+
        }
        mod postgres {
            $(#[tokio::test] async fn $name() {
                if let Some(url) = crate::postgres::database().await {
                    super::$name(crate::open(&url).await).await;
                }
            })+
        }
    };
}
pub(crate) use stories;

fn sqlite(folder: &std::path::Path) -> String {
    format!("sqlite://{}/fe2i.sqlite", folder.display())
}

fn config(url: &str) -> Config {
    let key = Key::from_text(&"5a".repeat(32)).unwrap();
    Config { url: url.to_owned(), key: Some(key), entropy: Entropy::system() }
}

async fn open(url: &str) -> Store {
    Store::open(config(url)).await.unwrap()
}

/// An instant of the stories, `seconds` after their beginning.
fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap() + TimeDelta::seconds(seconds)
}

/// The territory most stories play on.
const T: &str = "vallee";

fn meta() -> TerritoryMeta {
    TerritoryMeta { name: "Vallée".into(), day: "2026-11-22".parse().unwrap(), invented: true, notice: None }
}

async fn with_territory(store: &Store) {
    store.create_territory(T, &meta(), "animatrice", at(0)).await.unwrap();
}

fn edit(changes: Vec<Change>) -> Edit {
    Edit { territory: T.into(), author: "animatrice".into(), at: at(60), changes }
}

/// An idea: a body that says little.
fn idea(id: &str, expected: Option<i64>, title: &str) -> Change {
    Change::put(Kind::Idea, id, expected, &json!({ "title": title })).unwrap()
}

fn flow_body(id: &str, price: Option<f64>) -> Value {
    let price = price.map(|value| model::Price {
        value: serde_json::from_value(json!({
            "low": value, "mid": value, "high": value, "unit": "EUR/t"
        }))
        .unwrap(),
        stated: format!("{value} €/t"),
    });
    let evidence = model::Evidence::new(model::Basis::Declared, "visite");
    let mut flow = model::Flow::worded(
        id.into(),
        "orne".into(),
        model::Direction::GivesOut,
        "palettes cassées".into(),
        evidence,
    );
    flow.price = price.map(Box::new);
    serde_json::to_value(flow).unwrap()
}
