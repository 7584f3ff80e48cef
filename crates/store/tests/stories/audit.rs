//! The audit chain: nothing happens beside it, nothing in it can be altered unseen.

use crate::{T, at, edit, idea, stories, with_territory};
use serde_json::json;
use sqlx::Connection;
use store::{AuditFilter, Change, Kind, Store};

stories! {
    every_edit_says_who_did_what_when,
    the_chain_holds,
    lines_can_be_asked_for,
    personal_data_are_erased_everywhere_and_the_chain_still_holds,
}

async fn every_edit_says_who_did_what_when(store: Store) {
    with_territory(&store).await;
    store.commit(edit(vec![idea("a", None, "A")])).await.unwrap();
    store.commit(edit(vec![idea("a", Some(2), "A'")])).await.unwrap();
    store.commit(edit(vec![Change::delete(Kind::Idea, "a", 3)])).await.unwrap();
    let lines = store.audit(T, &AuditFilter::default(), 3).await.unwrap();
    let told: Vec<_> =
        lines.iter().map(|l| (l.version, l.before.clone(), l.after.clone(), l.author.as_str())).collect();
    let body = |title: &str| Some(json!({ "title": title }));
    let who = "animatrice";
    assert_eq!(
        told,
        [(4, body("A'"), None, who), (3, body("A"), body("A'"), who), (2, None, body("A"), who)]
    );
    assert!(lines.iter().all(|line| line.at == at(60)));
}

async fn the_chain_holds(store: Store) {
    with_territory(&store).await;
    for n in 0..5 {
        let changes = (0..3).map(|m| idea(&format!("{n}.{m}"), None, "x")).collect();
        store.commit(edit(changes)).await.unwrap();
    }
    let chain = store.verify_audit(T).await.unwrap();
    assert_eq!((chain.lines, chain.erased, chain.broken), (16, 0, None));
}

async fn lines_can_be_asked_for(store: Store) {
    with_territory(&store).await;
    store.commit(edit(vec![idea("a", None, "A"), idea("b", None, "B")])).await.unwrap();
    let other = store::Edit { author: "autre".into(), at: at(90), ..edit(vec![idea("a", Some(2), "A'")]) };
    store.commit(other).await.unwrap();
    let count = async |filter: AuditFilter| store.audit(T, &filter, 9).await.unwrap().len();
    let any = AuditFilter::default;
    assert_eq!(count(any()).await, 4);
    assert_eq!(count(AuditFilter { kind: Some(Kind::Idea), ..any() }).await, 3);
    assert_eq!(count(AuditFilter { id: Some("a".into()), ..any() }).await, 2);
    assert_eq!(count(AuditFilter { author: Some("autre".into()), ..any() }).await, 1);
    assert_eq!(count(AuditFilter { before: Some(2), ..any() }).await, 1);
    assert_eq!(count(AuditFilter { since: Some(at(61)), ..any() }).await, 1);
}

async fn personal_data_are_erased_everywhere_and_the_chain_still_holds(store: Store) {
    with_territory(&store).await;
    let name = |name: &str| json!({ "id": "c", "actor": "orne", "name": name });
    let put = |expected, body| edit(vec![Change::put(Kind::Contact, "c", expected, &body).unwrap()]);
    store.commit(put(None, name("Camille"))).await.unwrap();
    store.commit(put(Some(2), name("Camille Invent"))).await.unwrap();
    store.erase(edit(vec![Change::delete(Kind::Contact, "c", 3)])).await.unwrap();
    assert_eq!(store.record(T, Kind::Contact, "c").await.unwrap(), None);
    let lines =
        store.audit(T, &AuditFilter { id: Some("c".into()), ..AuditFilter::default() }, 9).await.unwrap();
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|line| line.erased && line.before.is_none() && line.after.is_none()));
    let chain = store.verify_audit(T).await.unwrap();
    assert_eq!((chain.erased, chain.broken), (3, None));
}

/// Someone with the file in hands changes, drops or adds a line: each is seen, and where.
#[tokio::test]
async fn what_is_altered_behind_the_store_is_seen() {
    let tampering = [
        ("UPDATE audit SET after_body = '{\"title\":\"B\"}' WHERE version = 2", 2),
        ("UPDATE audit SET author = 'autre' WHERE version = 3", 3),
        ("UPDATE audit SET at = '2020-01-01T00:00:00.000000Z' WHERE version = 2", 2),
        ("DELETE FROM audit WHERE version = 2", 3),
        ("DELETE FROM audit WHERE version = 4", 4),
        ("UPDATE record SET body = '{\"title\":\"Z\"}'  WHERE id = 'a'", 4),
        ("UPDATE audit SET hash = 'x' WHERE version = 4", 4),
        ("UPDATE audit SET erased = TRUE, after_body = NULL, digest = 'x' WHERE version = 3", 3),
    ];
    for (sql, seen) in tampering {
        let folder = tempfile::tempdir().unwrap();
        let url = crate::sqlite(folder.path());
        let store = crate::open(&url).await;
        with_territory(&store).await;
        for (expected, title) in [(None, "A"), (Some(2), "A'"), (Some(3), "A''")] {
            store.commit(edit(vec![idea("a", expected, title)])).await.unwrap();
        }
        assert_eq!(store.verify_audit(T).await.unwrap().broken, None);
        let mut file = sqlx::SqliteConnection::connect(&url).await.unwrap();
        let touched = sqlx::query(sql).execute(&mut file).await.unwrap().rows_affected();
        assert_eq!(touched, 1, "{sql}");
        let broken = store.verify_audit(T).await.unwrap().broken;
        assert_eq!(broken.map(|b| b.version), Some(seen), "{sql}");
    }
}
