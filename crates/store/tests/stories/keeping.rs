//! Backups and exports: what comes back is what was there.

use crate::{T, at, config, edit, flow_body, idea, open, sqlite, stories, with_territory};
use model::MemberRole;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::blob::NewBlob;
use store::people::NewPerson;
use store::people::membership::Membership;
use store::sealed::Seal;
use store::{AuditFilter, Change, Config, Key, Kind, Store, StoreError};

stories! {
    a_backup_made_while_people_write_is_of_one_state,
    a_backup_moves_to_the_other_database,
    an_export_is_read_back_identical,
    an_export_overwrites_nothing,
    nobody_else_reads_a_database_or_its_backups,
    an_export_altered_on_its_way_is_refused,
    sealed_values_need_their_key,
    a_backup_without_its_key_is_refused_or_loses_its_prices_on_demand,
}

/// A bit of everything.
async fn fill(store: &Store) {
    with_territory(store).await;
    let flows: Vec<Change> = ["f", "g"]
        .map(|id| Change::put(Kind::Flow, id, None, &flow_body(id, Some(87.654_321))).unwrap())
        .into();
    store.commit(edit(flows)).await.unwrap();
    store.commit(edit(vec![idea("a", None, "« \u{1F69B} »\n"), idea("b", None, "B")])).await.unwrap();
    store.commit(edit(vec![Change::delete(Kind::Idea, "b", 3)])).await.unwrap();
    let contact = json!({ "id": "c", "name": "Camille", "phone": "+33 3 00 00 00 00" });
    store.commit(edit(vec![Change::put(Kind::Contact, "c", None, &contact).unwrap()])).await.unwrap();
    store.erase(edit(vec![Change::delete(Kind::Contact, "c", 5)])).await.unwrap();
    store.unseal(&Seal::of_flow(T, &"f".into()), "animatrice", "voir", at(62)).await.unwrap();
    let document = NewBlob {
        territory: T.into(),
        name: "photo.jpg".into(),
        media_type: "image/jpeg".into(),
        bytes: vec![0, 255, 10, 13],
        author: "x".into(),
    };
    store.put_blob(document, at(63)).await.unwrap();
    let new =
        NewPerson { email: "a@vallee.example".into(), name: "A".into(), lang: "fr".into(), admin: true };
    let person = store.create_person(&new, at(64)).await.unwrap();
    let part =
        Membership { territory: T.into(), person: person.id, role: MemberRole::Facilitator, actor: None };
    store.set_membership(&part).await.unwrap();
}

/// Everything that can be asked of a store.
async fn all(store: &Store) -> String {
    let people = store.people().await.unwrap();
    let members = store.members(T).await.unwrap();
    let mut texts = vec![format!("{people:#?}{members:#?}")];
    let snapshot = store.snapshot(T, true).await.unwrap();
    let revisions: BTreeMap<_, _> = snapshot.revisions.iter().collect();
    let sealed: BTreeSet<_> = snapshot.sealed.iter().collect();
    texts.push(format!("{:#?}{:#?}{:#?}", snapshot.version, snapshot.territory, snapshot.records));
    texts.push(format!("{revisions:#?}{sealed:#?}"));
    texts.push(format!("{:#?}", store.audit(T, &AuditFilter::default(), 99).await.unwrap()));
    texts.push(format!("{:#?}", store.sealed_reads(T, 99).await.unwrap()));
    for blob in store.blobs(T).await.unwrap() {
        texts.push(format!("{:#?}", store.blob(T, &blob.id).await.unwrap()));
    }
    assert_eq!(store.verify_audit(T).await.unwrap().broken, None);
    texts.join("\n")
}

/// A fresh database of the other kind; `None` when there is no PostgreSQL.
async fn other(store: &Store, folder: &Path) -> Option<Config> {
    if store.is_sqlite() {
        Some(config(&crate::postgres::database().await?))
    } else {
        Some(config(&sqlite(folder)))
    }
}

async fn a_backup_made_while_people_write_is_of_one_state(store: Store) {
    fill(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let writer = store.clone();
    let writing = tokio::spawn(async move {
        for n in 0..60 {
            let both = [format!("x{n}"), format!("y{n}")];
            writer.commit(edit(both.iter().map(|id| idea(id, None, "x")).collect())).await.unwrap();
        }
    });
    let path = folder.path().join("sauvegarde");
    store.backup(&path).await.unwrap();
    writing.await.unwrap();
    assert!(matches!(store.backup(&path).await, Err(StoreError::Exists { .. })));
    let target = config(&sqlite(folder.path()));
    let restored = Store::restore(target.clone(), &path).await.unwrap();
    let ideas = restored.records(T, Kind::Idea).await.unwrap();
    let of = |letter| ideas.iter().filter(|idea| idea.id.starts_with(letter)).count();
    assert_eq!(of('x'), of('y'));
    all(&restored).await;
    assert!(matches!(Store::restore(target, &path).await, Err(StoreError::Exists { .. })));
}

async fn a_backup_moves_to_the_other_database(store: Store) {
    fill(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sauvegarde");
    store.backup(&path).await.unwrap();
    let Some(target) = other(&store, folder.path()).await else { return };
    let restored = Store::restore(target, &path).await.unwrap();
    assert_eq!(all(&restored).await, all(&store).await);
    let job =
        store::job::NewJob { territory: None, kind: "a".into(), payload: json!(null), author: "x".into() };
    restored.enqueue(&job, at(70)).await.unwrap();
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().flatten().map(|e| e.file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("sauvegarde.")), "{left:?}");
}

/// Names and bytes of the files of an export.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for part in ["", "tables", "documents"] {
        for entry in std::fs::read_dir(folder.join(part)).unwrap().flatten() {
            if entry.path().is_file() {
                let name = format!("{part}/{}", entry.file_name().display());
                found.insert(name, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    found
}

async fn an_export_is_read_back_identical(store: Store) {
    fill(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("un"), folder.path().join("deux"));
    store.export(T, &first).await.unwrap();
    let files_of_first = files(&first);
    assert!(files_of_first.contains_key("tables/flow.csv"), "{:?}", files_of_first.keys());
    assert!(!format!("{:?}", String::from_utf8_lossy(&files_of_first["/records.jsonl"])).contains("87.65"));
    let Some(target) = other(&store, folder.path()).await else { return };
    let elsewhere = Store::open(target).await.unwrap();
    assert_eq!(elsewhere.import(&first).await.unwrap(), T);
    elsewhere.export(T, &second).await.unwrap();
    assert!(files(&second) == files_of_first, "the second export differs from the first");
    assert_eq!(elsewhere.prices_for_engine(T).await.unwrap().len(), 2);
    let more = elsewhere.commit(edit(vec![idea("z", None, "après")])).await.unwrap();
    assert_eq!(more.version, store.version(T).await.unwrap() + 1);
    assert_eq!(elsewhere.verify_audit(T).await.unwrap().broken, None);
    assert!(matches!(elsewhere.import(&first).await, Err(StoreError::Exists { .. })));
}

async fn an_export_overwrites_nothing(store: Store) {
    with_territory(&store).await;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("à moi"), "x").unwrap();
    assert!(matches!(store.export(T, folder.path()).await, Err(StoreError::Refused(_))));
    let unknown = store.export("ailleurs", &folder.path().join("neuf")).await;
    assert!(matches!(unknown, Err(StoreError::Missing { .. })));
}

async fn an_export_altered_on_its_way_is_refused(store: Store) {
    fill(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let export = folder.path().join("export");
    store.export(T, &export).await.unwrap();
    store.delete_territory(T).await.unwrap();
    let blob = std::fs::read_dir(export.join("documents")).unwrap().next().unwrap().unwrap();
    let document = format!("documents/{}", blob.file_name().display());
    let cases = [
        ("records.jsonl", "palettes cassées", "palettes neuves"),
        ("audit.jsonl", "\"author\":\"animatrice\"", "\"author\":\"quelqu'un\""),
        ("manifest.json", "\"version\": 6", "\"version\": 7"),
        ("records.jsonl", "{", "["),
        (document.as_str(), "\n", "\r"),
    ];
    for (name, from, to) in cases {
        let path = export.join(name);
        let good = std::fs::read(&path).unwrap();
        let place = good.windows(from.len()).position(|window| window == from.as_bytes()).expect(name);
        let altered = [&good[..place], to.as_bytes(), &good[place + from.len()..]].concat();
        std::fs::write(&path, altered).unwrap();
        let refused = store.import(&export).await;
        let right = matches!(refused, Err(StoreError::Damaged(_) | StoreError::Refused(_)));
        assert!(right, "{name}: {refused:?}");
        assert!(store.territories().await.unwrap().is_empty(), "{name}: something was written");
        std::fs::write(&path, good).unwrap();
    }
    store.import(&export).await.unwrap();
}

async fn sealed_values_need_their_key(store: Store) {
    fill(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let export = folder.path().join("export");
    store.export(T, &export).await.unwrap();
    let key = Some(Key::from_text(&"6b".repeat(32)).unwrap());
    let other = Store::open(Config { key, ..config(&sqlite(folder.path())) }).await.unwrap();
    assert!(matches!(other.import(&export).await, Err(StoreError::Key(_))));
    assert!(other.territories().await.unwrap().is_empty());
}

async fn a_backup_without_its_key_is_refused_or_loses_its_prices_on_demand(store: Store) {
    fill(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sauvegarde");
    store.backup(&path).await.unwrap();
    let mut targets = vec![Config { key: None, ..config(&sqlite(folder.path())) }];
    targets.extend(other(&store, folder.path()).await.map(|other| Config { key: None, ..other }));
    for target in targets {
        let refused = Store::restore(target.clone(), &path).await.err();
        assert!(matches!(refused, Some(StoreError::Key(_))), "{refused:?}");
        let left: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().flatten().map(|e| e.file_name()).collect();
        assert_eq!(left, ["sauvegarde"], "a second try finds the place empty");
        let restored = Store::restore_without_sealed(target.clone(), &path).await.unwrap();
        assert!(restored.prices_for_engine(T).await.unwrap().is_empty());
        assert_eq!(restored.records(T, Kind::Flow).await.unwrap().len(), 2);
        restored.close().await;
        for made in std::fs::read_dir(folder.path()).unwrap().flatten() {
            if made.file_name() != "sauvegarde" {
                std::fs::remove_file(made.path()).unwrap();
            }
        }
    }
}

/// What is no backup is refused, and so is a database somebody works in.
#[tokio::test]
async fn only_a_backup_is_restored_and_only_into_a_new_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x");
    for wrong in
        ["", "bonjour", "{\"format\":\"fe2i-dump\",\"schema\":99}", "{\"format\":\"autre\",\"schema\":1}"]
    {
        std::fs::write(&path, wrong).unwrap();
        let url = format!("sqlite://{}/{}.sqlite", folder.path().display(), wrong.len());
        assert!(Store::restore(config(&url), &path).await.is_err(), "{wrong}");
    }
    let Some(url) = crate::postgres::database().await else { return };
    let store = open(&url).await;
    fill(&store).await;
    let path = folder.path().join("sauvegarde");
    store.backup(&path).await.unwrap();
    let refused = Store::restore(config(&url), &path).await.err();
    assert!(matches!(refused, Some(StoreError::Refused(_))), "{refused:?}");
}

/// Password hashes and contacts are in them.
#[cfg_attr(not(unix), expect(unused_variables, reason = "modes are of Unix"))]
async fn nobody_else_reads_a_database_or_its_backups(store: Store) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let [base, backup, dump] = ["fe2i.sqlite", "backup", "dump"].map(|name| folder.path().join(name));
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        let opened = open(&sqlite(folder.path())).await;
        assert_eq!(mode(&base), 0o600);
        opened.close().await;
        store.backup(&backup).await.unwrap();
        store.dump_to(&dump).await.unwrap();
        assert_eq!((mode(&backup), mode(&dump)), (0o600, 0o600));
    }
}
