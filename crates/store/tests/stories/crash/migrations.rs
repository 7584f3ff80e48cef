//! Migrations killed half-way.

use super::{URL, spawn};
use crate::{T, edit, idea, open, with_territory};
use std::io::{BufRead, BufReader};

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
    let mut child = spawn("crash::migrations::migrator", url, 0);
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
