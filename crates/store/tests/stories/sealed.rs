//! Sealed values: nowhere to be read but through the store, every read by a person logged.

use crate::{T, at, config, edit, flow_body, idea, stories, with_territory};
use serde_json::json;
use store::sealed::{Prices, Seal};
use store::{AuditFilter, Change, Key, Kind, Store, StoreError};

stories! {
    a_value_is_sealed_with_its_edit_or_not_at_all,
    a_price_leaves_the_flow_and_only_the_engine_gets_it_back,
    a_flow_edited_without_its_price_keeps_it,
    a_price_is_changed_forgotten_and_gone_with_its_flow,
    a_read_by_a_person_is_logged,
    the_parties_of_a_synergy_seal_their_own,
    a_price_that_is_none_is_refused,
}

fn put(expected: Option<i64>, price: Option<f64>) -> store::Edit {
    edit(vec![Change::put(Kind::Flow, "f", expected, &flow_body("f", price)).unwrap()])
}

fn seal() -> Seal {
    Seal::of_flow(T, &"f".into())
}

fn value(prices: &Prices) -> Option<String> {
    prices.get(&"f".into()).map(|price| price.stated.clone())
}

async fn a_price_leaves_the_flow_and_only_the_engine_gets_it_back(store: Store) {
    with_territory(&store).await;
    store.commit(put(None, Some(95.0))).await.unwrap();
    let read = store.record(T, Kind::Flow, "f").await.unwrap().unwrap();
    assert_eq!((&read.body["price"], &read.body["sealed"]), (&json!(null), &json!({ "price": 2 })));
    let audit = store.audit(T, &AuditFilter::default(), 9).await.unwrap();
    assert!(!format!("{audit:?}").contains("95"));
    let unpriced = store.snapshot(T, false).await.unwrap();
    assert_eq!((&unpriced.territory.flows[0].price, unpriced.sealed.len()), (&None, 1));
    let priced = store.snapshot(T, true).await.unwrap();
    let price = priced.territory.flows[0].price.clone().unwrap();
    assert_eq!(price.stated, "95 €/t");
    assert_eq!(store.sealed_reads(T, 9).await.unwrap(), []);
}

async fn a_flow_edited_without_its_price_keeps_it(store: Store) {
    with_territory(&store).await;
    store.commit(put(None, Some(95.0))).await.unwrap();
    let mut body = flow_body("f", None);
    body["wording"] = "palettes".into();
    let change = Change { kind: Kind::Flow, id: "f".into(), expected: Some(2), body: Some(body) };
    assert_eq!(store.commit(edit(vec![change])).await.unwrap().version, 3);
    let read = store.record(T, Kind::Flow, "f").await.unwrap().unwrap();
    assert_eq!(read.body["sealed"], json!({ "price": 2 }));
    assert_eq!(value(&store.prices_for_engine(T).await.unwrap()), Some("95 €/t".into()));
}

async fn a_price_is_changed_forgotten_and_gone_with_its_flow(store: Store) {
    with_territory(&store).await;
    store.commit(put(None, Some(95.0))).await.unwrap();
    assert_eq!(
        store.commit(put(Some(2), Some(95.0))).await.unwrap().version,
        2,
        "the same price is no change"
    );
    assert_eq!(store.commit(put(Some(2), Some(80.0))).await.unwrap().version, 3);
    assert_eq!(value(&store.prices_for_engine(T).await.unwrap()), Some("80 €/t".into()));
    let stale = store.forget_price(T, &"f".into(), 2, "animatrice", at(70)).await;
    assert!(stale.unwrap_err().conflict().is_some());
    store.forget_price(T, &"f".into(), 3, "animatrice", at(70)).await.unwrap();
    assert_eq!(value(&store.prices_for_engine(T).await.unwrap()), None);
    assert_eq!(store.record(T, Kind::Flow, "f").await.unwrap().unwrap().body.get("sealed"), None);
    store.commit(put(Some(4), Some(70.0))).await.unwrap();
    store.commit(edit(vec![Change::delete(Kind::Flow, "f", 5)])).await.unwrap();
    assert!(store.prices_for_engine(T).await.unwrap().is_empty());
}

async fn a_read_by_a_person_is_logged(store: Store) {
    with_territory(&store).await;
    store.commit(put(None, Some(95.0))).await.unwrap();
    let read = store.unseal(&seal(), "animatrice", "préparer l'appel", at(80)).await.unwrap().unwrap();
    assert_eq!(read["stated"], "95 €/t");
    let other = Seal { id: "g".into(), ..seal() };
    assert_eq!(store.unseal(&other, "animatrice", "voir", at(81)).await.unwrap(), None);
    let log = store.sealed_reads(T, 9).await.unwrap();
    assert_eq!(log.len(), 1, "nothing was read the second time");
    assert_eq!(
        (log[0].reader.as_str(), log[0].at, log[0].why.as_str()),
        ("animatrice", at(80), "préparer l'appel")
    );
    assert_eq!(log[0].seal, seal());
}

async fn the_parties_of_a_synergy_seal_their_own(store: Store) {
    with_territory(&store).await;
    let of = |site: &str| Seal {
        territory: T.into(),
        kind: Kind::Synergy,
        id: "s".into(),
        field: format!("price:{site}"),
    };
    store.seal(&of("a"), &json!(12.5), "invite", at(1)).await.unwrap();
    store.seal(&of("b"), &json!(30), "invite", at(2)).await.unwrap();
    store.seal(&of("b"), &json!(31), "invite", at(3)).await.unwrap();
    let values = store.sealed_for_engine(T, Kind::Synergy, "s").await.unwrap();
    assert_eq!(json!(values), json!({ "price:a": 12.5, "price:b": 31 }));
}

async fn a_price_that_is_none_is_refused(store: Store) {
    with_territory(&store).await;
    let mut body = flow_body("f", None);
    body["price"] = json!({ "value": "beaucoup" });
    let change = Change { kind: Kind::Flow, id: "f".into(), expected: None, body: Some(body) };
    assert!(matches!(store.commit(edit(vec![change])).await, Err(StoreError::Refused(_))));
}

/// The file on the disk, its journal and its key: the price is in none of them, and another key does not open it.
#[tokio::test]
async fn nobody_who_takes_the_file_reads_a_price() {
    let folder = tempfile::tempdir().unwrap();
    let url = crate::sqlite(folder.path());
    let store = crate::open(&url).await;
    with_territory(&store).await;
    store.commit(put(None, Some(87.654_3))).await.unwrap();
    for entry in std::fs::read_dir(folder.path()).unwrap().flatten() {
        let bytes = std::fs::read(entry.path()).unwrap();
        assert!(!bytes.windows(7).any(|window| window == b"87.6543"), "{}", entry.path().display());
    }
    store.close().await;
    let other = Key::from_text(&"6b".repeat(32)).unwrap();
    let opened = Store::open(store::Config { key: Some(other), ..config(&url) }).await;
    assert!(matches!(opened.err(), Some(StoreError::Key(_))), "found out at once, not when the engine runs");
}

/// Without a given key a SQLite database keeps one beside it, readable by its owner only, and finds it again.
#[cfg(unix)]
#[tokio::test]
async fn the_key_is_kept_beside_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let without = || store::Config { key: None, ..config(&crate::sqlite(folder.path())) };
    let store = Store::open(without()).await.unwrap();
    with_territory(&store).await;
    store.commit(put(None, Some(95.0))).await.unwrap();
    store.close().await;
    let key = folder.path().join("fe2i.key");
    assert_eq!(std::fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    let again = Store::open(without()).await.unwrap();
    assert_eq!(again.prices_for_engine(T).await.unwrap().len(), 1);
    assert_eq!(again.key_text().unwrap(), std::fs::read_to_string(&key).unwrap());
    again.close().await;
    std::fs::remove_file(&key).unwrap();
    let refused = Store::open(without()).await.err().unwrap().to_string();
    assert!(refused.contains("fe2i.key") && refused.contains("FE2I_KEY"), "{refused}");
    assert!(!key.exists(), "a new key would hide that the prices are lost");
}

/// PostgreSQL lives on other machines: no key is made up there.
#[tokio::test]
async fn postgresql_without_a_key_refuses_to_seal() {
    let Some(url) = crate::postgres::database().await else { return };
    let store = Store::open(store::Config { key: None, ..config(&url) }).await.unwrap();
    with_territory(&store).await;
    assert!(matches!(store.commit(put(None, Some(95.0))).await, Err(StoreError::Key(_))));
    store.commit(put(None, None)).await.unwrap();
}

async fn a_value_is_sealed_with_its_edit_or_not_at_all(store: Store) {
    with_territory(&store).await;
    let seal = Seal { territory: T.into(), kind: Kind::Idea, id: "i".into(), field: "price:s1".into() };
    let made_from = async |expected: Option<i64>, price: f64| {
        let values = [(seal.clone(), json!(price))];
        store.commit_sealing(edit(vec![idea("i", expected, &format!("{price}"))]), &values).await
    };
    let there = made_from(None, 40.0).await.unwrap().revisions[0];
    assert!(made_from(Some(there + 7), 55.0).await.is_err(), "somebody else was faster");
    let sealed = async || store.sealed_for_engine(T, Kind::Idea, "i").await.unwrap()["price:s1"].clone();
    assert_eq!(sealed().await, json!(40.0));
    made_from(Some(there), 55.0).await.unwrap();
    assert_eq!(sealed().await, json!(55.0));
}
