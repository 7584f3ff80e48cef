//! Edits are whole, versioned, and never overwrite what somebody else wrote.

use crate::{T, at, edit, idea, meta, stories, with_territory};
use store::{Change, Kind, Store, StoreError};

stories! {
    a_record_is_written_read_changed_and_deleted,
    two_people_editing_one_record_never_lose_a_change,
    an_edit_is_written_whole_or_not_at_all,
    a_change_that_changes_nothing_keeps_version_and_revision,
    what_cannot_be_an_edit_is_refused,
    a_deleted_record_made_anew_gets_a_new_revision,
    a_reader_sees_one_state,
    changes_since_a_version_name_each_record_once,
    records_come_in_the_order_in_which_they_were_made,
    many_edits_at_once_all_count,
    a_territory_is_made_once_and_deleted_whole,
    text_of_all_kinds_comes_back,
}

async fn a_record_is_written_read_changed_and_deleted(store: Store) {
    with_territory(&store).await;
    let made = store.commit(edit(vec![idea("a", None, "Ressourcerie")])).await.unwrap();
    assert_eq!((made.version, made.revisions.as_slice()), (2, [2].as_slice()));
    let read = store.record(T, Kind::Idea, "a").await.unwrap().unwrap();
    assert_eq!((read.revision, &read.body["title"]), (2, &"Ressourcerie".into()));
    assert_eq!((read.updated_at, read.updated_by.as_str()), (at(60), "animatrice"));
    let changed = store.commit(edit(vec![idea("a", Some(2), "Recyclerie")])).await.unwrap();
    assert_eq!(changed.revisions, [3]);
    let gone = store.commit(edit(vec![Change::delete(Kind::Idea, "a", 3)])).await.unwrap();
    assert_eq!(gone.version, 4);
    assert_eq!(store.record(T, Kind::Idea, "a").await.unwrap(), None);
    assert_eq!(store.version(T).await.unwrap(), 4);
}

async fn two_people_editing_one_record_never_lose_a_change(store: Store) {
    with_territory(&store).await;
    store.commit(edit(vec![idea("a", None, "Ressourcerie")])).await.unwrap();
    store.commit(edit(vec![idea("a", Some(2), "la première")])).await.unwrap();
    let late = store.commit(edit(vec![idea("a", Some(2), "la seconde")])).await.unwrap_err();
    let conflict = late.conflict().expect("a conflict");
    assert_eq!(conflict.expected, Some(2));
    let present = conflict.present.clone().unwrap();
    assert_eq!((present.revision, &present.body["title"]), (3, &"la première".into()));
    let again = store.commit(edit(vec![idea("a", None, "une neuve")])).await.unwrap_err();
    assert_eq!(again.conflict().unwrap().present.as_ref().unwrap().revision, 3);
    store.commit(edit(vec![Change::delete(Kind::Idea, "a", 3)])).await.unwrap();
    let after = store.commit(edit(vec![idea("a", Some(3), "trop tard")])).await.unwrap_err();
    assert_eq!(after.conflict().unwrap().present, None);
}

async fn an_edit_is_written_whole_or_not_at_all(store: Store) {
    with_territory(&store).await;
    store.commit(edit(vec![idea("a", None, "A")])).await.unwrap();
    let half = edit(vec![idea("b", None, "B"), idea("a", Some(1), "A'"), idea("c", None, "C")]);
    assert!(matches!(store.commit(half).await, Err(StoreError::Conflict(_))));
    assert_eq!(store.version(T).await.unwrap(), 2);
    assert_eq!(store.records(T, Kind::Idea).await.unwrap().len(), 1);
    assert_eq!(store.audit(T, &store::AuditFilter::default(), 9).await.unwrap().len(), 2);
}

async fn a_change_that_changes_nothing_keeps_version_and_revision(store: Store) {
    with_territory(&store).await;
    store.commit(edit(vec![idea("a", None, "A")])).await.unwrap();
    let same = store.commit(edit(vec![idea("a", Some(2), "A")])).await.unwrap();
    assert_eq!((same.version, same.revisions.as_slice()), (2, [2].as_slice()));
    let one = store.commit(edit(vec![idea("a", Some(2), "A"), idea("b", None, "B")])).await.unwrap();
    assert_eq!((one.version, one.revisions.as_slice()), (3, [2, 3].as_slice()));
}

async fn what_cannot_be_an_edit_is_refused(store: Store) {
    with_territory(&store).await;
    let odd = [
        edit(vec![idea("a", None, "A"), idea("a", None, "B")]),
        edit(vec![idea("", None, "A")]),
        edit(vec![idea("a\0b", None, "A")]),
        edit(vec![Change::put(Kind::Idea, "a", None, &"no object").unwrap()]),
        store::Edit { author: String::new(), ..edit(vec![idea("a", None, "A")]) },
    ];
    for edit in odd {
        let refused = store.commit(edit.clone()).await;
        assert!(matches!(refused, Err(StoreError::Refused(_))), "{edit:?}: {refused:?}");
    }
    let elsewhere = store::Edit { territory: "ailleurs".into(), ..edit(vec![]) };
    assert!(matches!(store.commit(elsewhere).await, Err(StoreError::Missing { .. })));
    assert_eq!(store.version(T).await.unwrap(), 1);
}

async fn a_deleted_record_made_anew_gets_a_new_revision(store: Store) {
    with_territory(&store).await;
    store.commit(edit(vec![idea("a", None, "A")])).await.unwrap();
    store.commit(edit(vec![Change::delete(Kind::Idea, "a", 2)])).await.unwrap();
    let anew = store.commit(edit(vec![idea("a", None, "A")])).await.unwrap();
    assert_eq!(anew.revisions, [4]);
    let stale = store.commit(edit(vec![idea("a", Some(2), "from before it was deleted")])).await;
    assert!(stale.unwrap_err().conflict().is_some());
}

async fn a_reader_sees_one_state(store: Store) {
    with_territory(&store).await;
    let writer = store.clone();
    let writing = tokio::spawn(async move {
        for n in 0..40 {
            // Two records that always say the same.
            let expected = (n > 0).then_some(n + 1);
            let title = n.to_string();
            let both = edit(vec![idea("a", expected, &title), idea("b", expected, &title)]);
            writer.commit(both).await.unwrap();
        }
    });
    while !writing.is_finished() {
        let snapshot = store.snapshot(T, false).await.unwrap();
        let ideas: Vec<_> = snapshot.of(Kind::Idea).collect();
        assert!(ideas.iter().all(|idea| idea.revision == snapshot.version), "{ideas:?}");
        assert!(ideas.windows(2).all(|pair| pair[0].body == pair[1].body), "{ideas:?}");
    }
    writing.await.unwrap();
}

async fn changes_since_a_version_name_each_record_once(store: Store) {
    with_territory(&store).await;
    store.commit(edit(vec![idea("a", None, "A"), idea("b", None, "B")])).await.unwrap();
    store.commit(edit(vec![idea("a", Some(2), "A'"), idea("c", None, "C")])).await.unwrap();
    store.commit(edit(vec![Change::delete(Kind::Idea, "b", 2)])).await.unwrap();
    let (version, moved) = store.changes_since(T, 2).await.unwrap();
    assert_eq!(version, 4);
    let told: Vec<_> =
        moved.iter().map(|m| (m.id.as_str(), m.version, m.record.as_ref().map(|r| r.revision))).collect();
    assert_eq!(told, [("a", 3, Some(3)), ("c", 3, Some(3)), ("b", 4, None)]);
    assert_eq!(store.changes_since(T, 4).await.unwrap(), (4, vec![]));
}

async fn records_come_in_the_order_in_which_they_were_made(store: Store) {
    with_territory(&store).await;
    store.commit(edit(vec![idea("z", None, "1"), idea("m", None, "2")])).await.unwrap();
    store.commit(edit(vec![idea("a", None, "3")])).await.unwrap();
    store.commit(edit(vec![idea("z", Some(2), "changed")])).await.unwrap();
    let ids: Vec<String> =
        store.records(T, Kind::Idea).await.unwrap().into_iter().map(|record| record.id).collect();
    assert_eq!(ids, ["z", "m", "a"]);
}

async fn many_edits_at_once_all_count(store: Store) {
    with_territory(&store).await;
    let one = |n: i32| {
        let store = store.clone();
        tokio::spawn(async move { store.commit(edit(vec![idea(&n.to_string(), None, "x")])).await.unwrap() })
    };
    let tasks: Vec<_> = (0..25).map(one).collect();
    let mut versions = Vec::new();
    for task in tasks {
        versions.push(task.await.unwrap().version);
    }
    versions.sort_unstable();
    assert_eq!(versions, (2..27).collect::<Vec<i64>>());
    assert_eq!(store.verify_audit(T).await.unwrap().broken, None);
}

async fn a_territory_is_made_once_and_deleted_whole(store: Store) {
    with_territory(&store).await;
    let again = store.create_territory(T, &meta(), "x", at(1)).await;
    assert!(matches!(again, Err(StoreError::Exists { .. })));
    for wrong in ["", "Vallée", "a b", "a/b"] {
        let refused = store.create_territory(wrong, &meta(), "x", at(1)).await;
        assert!(matches!(refused, Err(StoreError::Refused(_))), "{wrong}");
    }
    store.create_territory("autre", &meta(), "x", at(1)).await.unwrap();
    let listed = store.territories().await.unwrap();
    assert_eq!(listed.iter().map(|t| t.id.as_str()).collect::<Vec<_>>(), ["autre", T]);
    assert_eq!(listed[1].meta, meta());
    assert!(store.delete_territory(T).await.unwrap());
    assert!(!store.delete_territory(T).await.unwrap());
    assert!(matches!(store.version(T).await, Err(StoreError::Missing { .. })));
    assert_eq!(store.territories().await.unwrap().len(), 1);
}

async fn text_of_all_kinds_comes_back(store: Store) {
    with_territory(&store).await;
    let title = "« 2 bennes » \u{0} \u{1F69B} \u{2028} l'\"autre\" \\ œ\n\t";
    store.commit(edit(vec![idea("é/ü 1", None, title)])).await.unwrap();
    let read = store.record(T, Kind::Idea, "é/ü 1").await.unwrap().unwrap();
    assert_eq!(read.body["title"], title);
}
