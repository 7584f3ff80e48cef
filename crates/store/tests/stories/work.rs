//! Documents and jobs.

use crate::{T, at, stories, with_territory};
use chrono::TimeDelta;
use serde_json::json;
use std::collections::BTreeSet;
use store::blob::NewBlob;
use store::job::{JobState, NewJob, Order};
use store::{Store, StoreError};

stories! {
    a_document_comes_back_byte_for_byte,
    a_file_to_be_read_is_sealed,
    a_job_is_done_once,
    many_workers_never_share_a_job,
    a_job_is_cancelled_while_it_waits_and_while_it_runs,
    a_dead_workers_job_is_taken_over_but_not_for_ever,
}

async fn a_document_comes_back_byte_for_byte(store: Store) {
    with_territory(&store).await;
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let new = NewBlob {
        territory: T.into(),
        name: "bordereau é.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: bytes.clone(),
        author: "animatrice".into(),
    };
    let kept = store.put_blob(new.clone(), at(5)).await.unwrap();
    assert_eq!((kept.size, kept.created_at), (100_000, at(5)));
    assert_eq!(store.blob(T, &kept.id).await.unwrap(), Some((kept.clone(), bytes)));
    assert_eq!(store.blob("autre", &kept.id).await.unwrap(), None);
    assert_eq!(store.blobs(T).await.unwrap(), std::slice::from_ref(&kept));
    assert!(store.delete_blob(T, &kept.id).await.unwrap());
    assert!(!store.delete_blob(T, &kept.id).await.unwrap());
    let large = NewBlob { bytes: vec![0; store::blob::LARGEST + 1], ..new };
    assert!(matches!(store.put_blob(large, at(6)).await, Err(StoreError::Refused(_))));
}

async fn a_file_to_be_read_is_sealed(store: Store) {
    with_territory(&store).await;
    let bytes = "flux;prix\npalettes;payé 45 €/t\n".as_bytes().to_vec();
    let new = NewBlob {
        territory: T.into(),
        name: "flux.csv".into(),
        media_type: "text/csv".into(),
        bytes: bytes.clone(),
        author: "animatrice".into(),
    };
    let kept = store.put_upload(new.clone(), at(5)).await.unwrap();
    assert_eq!(store.upload(T, &kept.id).await.unwrap().unwrap().1, bytes);
    assert_eq!(store.blob(T, &kept.id).await.unwrap(), None, "no document of anybody's");
    assert_eq!(store.blobs(T).await.unwrap(), []);
    let folder = tempfile::tempdir().unwrap();
    let dump = folder.path().join("all");
    store.backup(&dump).await.unwrap();
    let text = String::from_utf8_lossy(&std::fs::read(&dump).unwrap()).into_owned();
    let hex = "payé 45".bytes().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    assert!(!text.contains("payé 45") && !text.contains(&hex), "the price lies open in a backup");
    let document = store.put_blob(new, at(6)).await.unwrap();
    assert_eq!(store.upload(T, &document.id).await.unwrap(), None, "a document is no upload");
}

fn new(kind: &str) -> NewJob {
    NewJob {
        territory: Some(T.into()),
        kind: kind.into(),
        payload: json!({ "file": "a.csv" }),
        author: "x".into(),
    }
}

fn patience() -> TimeDelta {
    TimeDelta::seconds(30)
}

async fn a_job_is_done_once(store: Store) {
    let queued = store.enqueue(&new("import"), at(0)).await.unwrap();
    assert_eq!((queued.state, queued.progress), (JobState::Queued, 0.0));
    let taken = store.claim_job("w1", patience(), at(1)).await.unwrap().unwrap();
    assert_eq!((taken.id, taken.state, &taken.payload), (queued.id, JobState::Running, &queued.payload));
    assert_eq!(store.claim_job("w2", patience(), at(2)).await.unwrap(), None);
    assert_eq!(store.job_progress(taken.id, "w2", 0.5, "?", at(3)).await.unwrap(), Order::Stop);
    assert_eq!(store.job_progress(taken.id, "w1", 0.5, "ligne 20", at(3)).await.unwrap(), Order::GoOn);
    let seen = store.job(taken.id).await.unwrap().unwrap();
    assert_eq!((seen.progress, seen.message.as_str(), seen.seen_at), (0.5, "ligne 20", Some(at(3))));
    let other = store.finish_job(taken.id, "w2", Ok(json!(0)), at(4)).await.unwrap();
    assert_eq!(other, Order::Stop);
    store.finish_job(taken.id, "w1", Ok(json!({ "lines": 41 })), at(4)).await.unwrap();
    let done = store.job(taken.id).await.unwrap().unwrap();
    assert_eq!((done.state, done.progress, done.result), (JobState::Done, 1.0, Some(json!({ "lines": 41 }))));
    store.enqueue(&new("whatif"), at(5)).await.unwrap();
    let second = store.claim_job("w1", patience(), at(6)).await.unwrap().unwrap();
    store.finish_job(second.id, "w1", Err("pas de site".into()), at(7)).await.unwrap();
    let failed = store.job(second.id).await.unwrap().unwrap();
    assert_eq!(
        (failed.state, failed.message.as_str(), failed.result),
        (JobState::Failed, "pas de site", None)
    );
    assert_eq!(store.jobs(Some(T), 1).await.unwrap()[0].id, second.id);
    assert_eq!(store.jobs(None, 9).await.unwrap().len(), 2);
    assert_eq!(store.jobs(Some("autre"), 9).await.unwrap().len(), 0);
}

async fn many_workers_never_share_a_job(store: Store) {
    for _ in 0..30 {
        store.enqueue(&new("import"), at(0)).await.unwrap();
    }
    let worker = |n: i32| {
        let store = store.clone();
        tokio::spawn(async move {
            let mut mine = Vec::new();
            while let Some(job) = store.claim_job(&format!("w{n}"), patience(), at(1)).await.unwrap() {
                mine.push(job.id);
            }
            mine
        })
    };
    let mut all = Vec::new();
    for task in (0..6).map(worker).collect::<Vec<_>>() {
        all.extend(task.await.unwrap());
    }
    assert_eq!(all.len(), 30);
    assert_eq!(all.into_iter().collect::<BTreeSet<_>>().len(), 30);
}

async fn a_job_is_cancelled_while_it_waits_and_while_it_runs(store: Store) {
    let (one, two) =
        (store.enqueue(&new("a"), at(0)).await.unwrap(), store.enqueue(&new("b"), at(0)).await.unwrap());
    assert!(store.cancel_job(one.id, at(1)).await.unwrap());
    assert_eq!(store.job(one.id).await.unwrap().unwrap().state, JobState::Cancelled);
    assert!(!store.cancel_job(one.id, at(2)).await.unwrap());
    assert_eq!(store.claim_job("w", patience(), at(3)).await.unwrap().unwrap().id, two.id);
    assert!(store.cancel_job(two.id, at(4)).await.unwrap());
    assert_eq!(store.job_progress(two.id, "w", 0.3, "", at(5)).await.unwrap(), Order::Stop);
    store.finish_job(two.id, "w", Err("arrêtée".into()), at(6)).await.unwrap();
    assert_eq!(store.job(two.id).await.unwrap().unwrap().state, JobState::Cancelled);
}

async fn a_dead_workers_job_is_taken_over_but_not_for_ever(store: Store) {
    let job = store.enqueue(&new("a"), at(0)).await.unwrap();
    for n in 0..3 {
        let now = at(n * 31);
        let taken = store.claim_job(&format!("w{n}"), patience(), now).await.unwrap().unwrap();
        assert_eq!(taken.id, job.id);
    }
    let late = store.finish_job(job.id, "w0", Ok(json!(1)), at(63)).await.unwrap();
    assert_eq!(late, Order::Stop, "it is another worker's by now");
    assert_eq!(store.claim_job("w3", patience(), at(93)).await.unwrap(), None);
    assert_eq!(store.job(job.id).await.unwrap().unwrap().state, JobState::Failed);
}
