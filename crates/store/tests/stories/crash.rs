//! A process that edits is killed the hard way, again and again: what it said was written is there, nothing is there by half.
//!
//! The process is this test binary, asked by its environment to play the child. It prints a line after each acknowledged edit.

use crate::{T, edit, idea, open, with_territory};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use store::{Kind, Store};

/// Address of the database the child works on.
const URL: &str = "FE2I_CRASH_URL";
/// First number the child writes.
const FROM: &str = "FE2I_CRASH_FROM";
/// How often it is killed; each after another number of edits, about a thousand together.
const KILLS: usize = 12;
/// Edits between two kills, at most.
const EDITS: usize = 170;
/// Flows of one import: all or none must be there.
const FLOWS: usize = 40;
/// Records per edit: all or none must be there.
const TOGETHER: usize = 3;

/// Not a test of its own: what the killed process does.
#[tokio::test]
#[ignore = "played by the crash test"]
async fn child() {
    let (Ok(url), Ok(from)) = (std::env::var(URL), std::env::var(FROM)) else { return };
    let store = open(&url).await;
    for number in from.parse::<usize>().unwrap().. {
        let changes = (0..TOGETHER).map(|part| idea(&format!("{number}.{part}"), None, "x")).collect();
        store.commit(edit(changes)).await.unwrap();
        println!("\nwritten {number}");
    }
}

fn spawn(part: &str, url: &str, from: usize) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", part, "--ignored", "--nocapture"])
        .env(URL, url)
        .env(FROM, from.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Lets the child write `count` edits and kills it; gives the last number it said was written.
fn write_and_kill(part: &str, url: &str, from: usize, count: usize) -> usize {
    let mut child = spawn(part, url, from);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let number = |line: String| line.strip_prefix("written ").map(|number| number.parse().unwrap());
    let mut last: usize = lines.by_ref().filter_map(number).nth(count).expect("the child writes");
    // Anywhere within an edit, not only just after one was told: a few edits' time, another each time.
    std::thread::sleep(std::time::Duration::from_micros((from * 7 + count * 977) as u64 % 20_000));
    // SIGKILL on Unix.
    child.kill().unwrap();
    // What it said before the end reached it counts too.
    last = lines.filter_map(number).last().unwrap_or(last);
    child.wait().unwrap();
    last
}

async fn survives(url: &str) {
    let store = open(url).await;
    with_territory(&store).await;
    let mut from = 0;
    let mut acknowledged = BTreeSet::new();
    for kill in 0..KILLS {
        let url = url.to_owned();
        let count = kill * 37 % EDITS;
        let work = move || write_and_kill("crash::child", &url, from, count);
        let last = tokio::task::spawn_blocking(work).await.unwrap();
        acknowledged.extend(from..=last);
        // The next one may be there though nobody was told.
        from = last + 2;
    }
    check(&store, &acknowledged).await;
    store.close().await;
    check(&open(url).await, &acknowledged).await;
}

async fn check(store: &Store, acknowledged: &BTreeSet<usize>) {
    let records = store.records(T, Kind::Idea).await.unwrap();
    let there: BTreeSet<&str> = records.iter().map(|record| record.id.as_str()).collect();
    for number in acknowledged {
        for part in 0..TOGETHER {
            assert!(there.contains(format!("{number}.{part}").as_str()), "edit {number} is lost");
        }
    }
    assert_eq!(records.len() % TOGETHER, 0, "half an edit");
    assert!(records.len() / TOGETHER <= acknowledged.len() + KILLS, "edits nobody made");
    let chain = store.verify_audit(T).await.unwrap();
    assert_eq!((chain.lines, chain.broken), (records.len() + 1, None));
    assert_eq!(store.version(T).await.unwrap(), i64::try_from(records.len() / TOGETHER).unwrap() + 1);
}

#[tokio::test]
async fn no_acknowledged_edit_is_lost_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    survives(&crate::sqlite(folder.path())).await;
}

#[tokio::test]
async fn no_acknowledged_edit_is_lost_on_postgres() {
    if let Some(url) = crate::postgres::database().await {
        survives(&url).await;
    }
}

/// Not a test of its own: imports one file after another.
#[tokio::test]
#[ignore = "played by the crash test"]
async fn importer() {
    let (Ok(url), Ok(from)) = (std::env::var(URL), std::env::var(FROM)) else { return };
    let store = open(&url).await;
    for number in from.parse::<usize>().unwrap().. {
        store.put_territory(T, &file(number), "import", crate::at(60)).await.unwrap();
        println!("\nwritten {number}");
    }
}

/// What the file of a number holds: flows that all bear the number.
fn file(number: usize) -> model::Territory {
    let flow = |part: usize| {
        let mut flow: model::Flow =
            serde_json::from_value(crate::flow_body(&format!("flow-{part}"), Some(1.0))).unwrap();
        flow.wording = format!("file {number}");
        flow
    };
    model::Territory {
        name: "Vallée".into(),
        day: crate::meta().day,
        flows: (0..FLOWS).map(flow).collect(),
        ..model::Territory::default()
    }
}

/// Whatever moment an import is killed at, the territory holds one whole file, and not one that is older than what was acknowledged.
async fn imports_survive(url: &str) {
    let store = open(url).await;
    with_territory(&store).await;
    let mut from = 0;
    for kill in 0..6 {
        let url = url.to_owned();
        let last = tokio::task::spawn_blocking(move || write_and_kill("crash::importer", &url, from, kill));
        let last = last.await.unwrap();
        let flows = store.records(T, Kind::Flow).await.unwrap();
        let files: BTreeSet<usize> = flows
            .iter()
            .map(|flow| {
                flow.body["wording"].as_str().unwrap().strip_prefix("file ").unwrap().parse().unwrap()
            })
            .collect();
        assert_eq!((flows.len(), files.len()), (FLOWS, 1), "half a file: {files:?}");
        let there = files.first().copied().unwrap();
        assert!(there == last || there == last + 1, "{there} is there, {last} was acknowledged");
        assert_eq!(
            store.prices_for_engine(T).await.unwrap().len(),
            FLOWS,
            "prices are sealed with their flows"
        );
        assert_eq!(store.verify_audit(T).await.unwrap().broken, None);
        from = last + 2;
    }
}

#[tokio::test]
async fn no_half_import_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    imports_survive(&crate::sqlite(folder.path())).await;
}

#[tokio::test]
async fn no_half_import_on_postgres() {
    if let Some(url) = crate::postgres::database().await {
        imports_survive(&url).await;
    }
}

/// Not a test of its own: brings a new database up to date.
#[tokio::test]
#[ignore = "played by the crash test"]
async fn migrator() {
    let Ok(url) = std::env::var(URL) else { return };
    println!("\nwritten 0");
    open(&url).await;
}

/// Kills of a migration, each a few milliseconds later than the one before, each on a new database.
const MOMENTS: u64 = 10;

/// Whatever moment a migration is killed at, the next start finds a database it can bring up to date and write to.
async fn migration_survives(url: &str, moment: u64) {
    let mut child = spawn("crash::migrator", url, 0);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    lines.find(|line| line == "written 0").expect("the child begins");
    tokio::time::sleep(std::time::Duration::from_millis(moment * 4)).await;
    child.kill().unwrap();
    child.wait().unwrap();
    let store = open(url).await;
    assert_eq!(store.schema_version().await.unwrap(), 3);
    with_territory(&store).await;
    store.commit(edit(vec![idea("a", None, "A")])).await.unwrap();
    assert_eq!(store.verify_audit(T).await.unwrap().broken, None);
    store.close().await;
}

#[tokio::test]
async fn a_killed_migration_is_done_again_on_sqlite() {
    for moment in 0..MOMENTS {
        let folder = tempfile::tempdir().unwrap();
        migration_survives(&crate::sqlite(folder.path()), moment).await;
    }
}

#[tokio::test]
async fn a_killed_migration_is_done_again_on_postgres() {
    for moment in 0..MOMENTS {
        let Some(url) = crate::postgres::database().await else { return };
        migration_survives(&url, moment).await;
    }
}
