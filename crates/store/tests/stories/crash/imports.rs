//! Imports killed half-way.

use super::{FROM, URL, write_and_kill};
use crate::{T, open, with_territory};
use std::collections::BTreeSet;
use store::Kind;

/// Flows of one import: all or none must be there.
const FLOWS: usize = 40;

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
        flow.wording = format!("file {number}").into();
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
        let last =
            tokio::task::spawn_blocking(move || write_and_kill("crash::imports::importer", &url, from, kill));
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
