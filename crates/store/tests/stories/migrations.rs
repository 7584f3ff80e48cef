//! Every released schema is brought up to date with what is in it.

use crate::{T, at, config, stories};
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection};
use std::fmt::Write;
use store::{Kind, Store, StoreError};

/// The released schemas, in order: name and text. A new one is added at the end; what is here never changes.
const RELEASED: [(&str, &str); 3] = [
    ("records", include_str!("../../migrations/0001_records.sql")),
    ("people", include_str!("../../migrations/0002_people.sql")),
    ("work", include_str!("../../migrations/0003_work.sql")),
];

/// What a territory of schema 1 holds, written as that version wrote it.
const CONTENT: &str = "
INSERT INTO territory VALUES ('vallee', 1, 'b1', '2026-11-22T08:21:00.000000Z');
INSERT INTO record VALUES ('vallee', 'idea', 'a', 1, '{\"title\":\"A\"}', 1, 0, '2026-11-22T08:21:00.000000Z', 'x');
";

fn statements(up_to: usize) -> String {
    let mut text = "CREATE TABLE schema_version
        (version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL);"
        .to_owned();
    for (number, (name, sql)) in (1..=up_to).zip(RELEASED) {
        let hex: Vec<String> =
            Sha256::digest(sql.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        let digest = hex.concat();
        text += sql;
        write!(text, "\nINSERT INTO schema_version VALUES ({number}, '{name}', '{digest}');\n").unwrap();
    }
    text + CONTENT
}

async fn run(url: &str, sql: String) {
    let sql = AssertSqlSafe(sql);
    if url.starts_with("sqlite") {
        let mut file = sqlx::SqliteConnection::connect(&format!("{url}?mode=rwc")).await.unwrap();
        sqlx::raw_sql(sql).execute(&mut file).await.unwrap();
        file.close().await.unwrap();
    } else {
        let mut base = sqlx::PgConnection::connect(url).await.unwrap();
        sqlx::raw_sql(sql).execute(&mut base).await.unwrap();
        base.close().await.unwrap();
    }
}

async fn fresh(on_sqlite: bool, folder: &std::path::Path, n: usize) -> Option<String> {
    if on_sqlite {
        return Some(format!("sqlite://{}/{n}.sqlite", folder.display()));
    }
    crate::postgres::database().await
}

async fn every_released_schema(on_sqlite: bool) {
    let folder = tempfile::tempdir().unwrap();
    for from in 1..=RELEASED.len() {
        let Some(url) = fresh(on_sqlite, folder.path(), from).await else { return };
        run(&url, statements(from)).await;
        let store = crate::open(&url).await;
        assert_eq!(store.schema_version().await.unwrap(), 3);
        let kept = store.record(T, Kind::Idea, "a").await.unwrap().unwrap();
        assert_eq!((kept.revision, &kept.body["title"]), (1, &"A".into()), "from schema {from}");
        let changed = store.commit(crate::edit(vec![crate::idea("a", Some(1), "A'")])).await.unwrap();
        assert_eq!(changed.version, 2);
        store.people().await.unwrap();
        store.jobs(None, 1).await.unwrap();
        store.close().await;
        crate::open(&url).await.version(T).await.unwrap();
    }
}

#[tokio::test]
async fn every_released_schema_is_brought_up_to_date_on_sqlite() {
    every_released_schema(true).await;
}

#[tokio::test]
async fn every_released_schema_is_brought_up_to_date_on_postgres() {
    every_released_schema(false).await;
}

stories! { a_new_database_is_at_the_newest_schema }

async fn a_new_database_is_at_the_newest_schema(store: Store) {
    assert_eq!(store.schema_version().await.unwrap(), i64::try_from(RELEASED.len()).unwrap());
}

/// A newer program's database is left alone, and so is one whose migrations are not ours.
async fn foreign(on_sqlite: bool) {
    let folder = tempfile::tempdir().unwrap();
    let meddling = [
        "INSERT INTO schema_version VALUES (99, 'future', 'x')",
        "UPDATE schema_version SET digest = 'x' WHERE version = 2",
    ];
    for (n, sql) in meddling.into_iter().enumerate() {
        let Some(url) = fresh(on_sqlite, folder.path(), n).await else { return };
        crate::open(&url).await.close().await;
        run(&url, sql.to_owned()).await;
        let refused = Store::open(config(&url)).await.err();
        assert!(
            matches!(refused, Some(StoreError::Refused(_) | StoreError::Damaged(_))),
            "{sql}: {refused:?}"
        );
    }
}

#[tokio::test]
async fn a_foreign_schema_is_left_alone() {
    foreign(true).await;
    foreign(false).await;
}

/// Servers that start together do not migrate twice.
#[tokio::test]
async fn ten_servers_start_at_once_on_an_empty_database() {
    let folder = tempfile::tempdir().unwrap();
    for on_sqlite in [true, false] {
        let Some(url) = fresh(on_sqlite, folder.path(), 0).await else { return };
        let opening: Vec<_> = (0..10)
            .map(|_| {
                let url = url.clone();
                tokio::spawn(async move { Store::open(config(&url)).await.map(|_| ()) })
            })
            .collect();
        for opened in opening {
            opened.await.unwrap().unwrap();
        }
        crate::open(&url).await.create_territory(T, &crate::meta(), "x", at(0)).await.unwrap();
    }
}

#[tokio::test]
async fn an_address_that_is_none_is_refused() {
    for wrong in ["", "fe2i.sqlite", "mysql://localhost/x"] {
        assert!(matches!(Store::open(config(wrong)).await.err(), Some(StoreError::Refused(_))), "{wrong}");
    }
}
