//! Several stores on one database, as several servers have them.

use crate::{T, at, edit, idea, open, with_territory};
use chrono::TimeDelta;
use serde_json::json;
use std::time::Duration;
use store::job::NewJob;
use store::{Kind, Notice, Store};

/// Two stores on one database: of PostgreSQL always, of SQLite too (the command line beside a server).
async fn two(on_sqlite: bool, folder: &std::path::Path) -> Option<(Store, Store)> {
    let url = if on_sqlite { crate::sqlite(folder) } else { crate::postgres::database().await? };
    Some((open(&url).await, open(&url).await))
}

#[tokio::test]
async fn an_edit_on_one_is_seen_on_the_other_at_once() {
    for on_sqlite in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let Some((one, two)) = two(on_sqlite, folder.path()).await else { return };
        with_territory(&one).await;
        for n in 0..20 {
            let (here, there) = if n % 2 == 0 { (&one, &two) } else { (&two, &one) };
            let made = here.commit(edit(vec![idea(&n.to_string(), None, "x")])).await.unwrap();
            assert_eq!(there.version(T).await.unwrap(), made.version);
            assert!(there.record(T, Kind::Idea, &n.to_string()).await.unwrap().is_some());
        }
        let late = two.commit(edit(vec![idea("0", Some(1), "y")])).await.unwrap_err();
        assert!(late.conflict().is_some());
    }
}

#[tokio::test]
async fn postgresql_tells_the_other_server() {
    let folder = tempfile::tempdir().unwrap();
    let Some((one, two)) = two(false, folder.path()).await else { return };
    with_territory(&one).await;
    let mut told = two.subscribe();
    let made = one.commit(edit(vec![idea("a", None, "x")])).await.unwrap();
    let wanted = Notice { territory: T.into(), version: made.version };
    let hear = async { while told.recv().await.unwrap() != wanted {} };
    tokio::time::timeout(Duration::from_secs(20), hear).await.expect("the notice comes");
}

#[tokio::test]
async fn a_store_tells_its_own_pages() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&crate::sqlite(folder.path())).await;
    with_territory(&store).await;
    let mut told = store.subscribe();
    store.commit(edit(vec![idea("a", None, "x")])).await.unwrap();
    assert_eq!(told.recv().await.unwrap(), Notice { territory: T.into(), version: 2 });
}

#[tokio::test]
async fn edits_from_two_servers_make_one_chain() {
    for on_sqlite in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let Some((one, two)) = two(on_sqlite, folder.path()).await else { return };
        with_territory(&one).await;
        let writes = |store: Store, letter: char| {
            tokio::spawn(async move {
                for n in 0..30 {
                    store.commit(edit(vec![idea(&format!("{letter}{n}"), None, "x")])).await.unwrap();
                }
            })
        };
        let (a, b) = (writes(one.clone(), 'a'), writes(two, 'b'));
        a.await.unwrap();
        b.await.unwrap();
        assert_eq!(one.version(T).await.unwrap(), 61);
        assert_eq!(one.verify_audit(T).await.unwrap().broken, None);
    }
}

#[tokio::test]
async fn a_job_runs_on_one_of_them() {
    for on_sqlite in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let Some((one, two)) = two(on_sqlite, folder.path()).await else { return };
        let new = NewJob { territory: None, kind: "a".into(), payload: json!(1), author: "x".into() };
        for _ in 0..20 {
            one.enqueue(&new, at(0)).await.unwrap();
            let patience = TimeDelta::seconds(30);
            let (a, b) =
                tokio::join!(one.claim_job("one", patience, at(1)), two.claim_job("two", patience, at(1)));
            assert_eq!([a.unwrap(), b.unwrap()].into_iter().flatten().count(), 1);
        }
    }
}
