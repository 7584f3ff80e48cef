//! A process that edits is killed the hard way, again and again: what it said was written is there, nothing is there by half.
//!
//! The process is this test binary, asked by its environment to play the child. It prints a line after each acknowledged edit.
//!
//! What it proves: of about a thousand edits, killed at moments spread over an edit's length, every one that was acknowledged is
//! there with all its records and its lines of audit, whose chain is whole. Not proved: that a power cut loses nothing; that is the
//! database's promise (`synchronous = FULL`, PostgreSQL's default), and a killed process cannot tell.
//!
//! How it was seen to fail, each on both databases (22 November 2026), by breaking `commit` on purpose:
//! - the lines of audit left out: all six tests fail, « la dernière ligne n'est pas celle du territoire »;
//! - the edit acknowledged, the transaction committed 5 ms later: « edit 0 is lost »;
//! - each record of an edit in a transaction of its own: « half an edit ».

mod imports;
mod migrations;

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
