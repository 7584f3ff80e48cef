//! What a diagnosis of each folder of `scenarios/` must show: the checks of its `attendu.toml`.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod check;
mod expected;
mod leads;
mod outcome;
mod said;
mod words;

use check::Checker;
use leads::Diagnosis;
use outcome::Outcome;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

fn scenario(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../scenarios")
        .join(name)
        .canonicalize()
        .expect("the scenario is there")
}

/// A copy of the folder's tables without the exchanges that already run: what was documented must be found again from the flows alone.
fn blind(folder: &Path) -> TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    for entry in std::fs::read_dir(folder).expect("the scenario is there") {
        let path = entry.expect("readable").path();
        let name = path.file_name().expect("a name");
        if path.extension().is_some_and(|e| e == "csv") && name != "echanges.csv" {
            std::fs::copy(&path, copy.path().join(name)).expect("a copy");
        }
    }
    copy
}

/// Runs the binary on the folder and reads its JSON.
fn diagnose(folder: &Path, more: &[&str]) -> Diagnosis {
    let out = Command::new(env!("CARGO_BIN_EXE_fe2i"))
        .args(["diagnose", "--json", "--day", "2026-06-30"])
        .args(more)
        .arg(folder)
        .env_remove("FE2I_LANG")
        .output()
        .expect("the binary starts");
    let complaint = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "fe2i diagnose {}: {complaint}", folder.display());
    leads::read(&out.stdout).unwrap_or_else(|e| panic!("fe2i diagnose --json: {e}"))
}

/// Every failed expectation in one message, after a table of all. A known gap (`pas_encore`) fails when it gets wider than recorded.
fn meets_expectations(name: &str, attendu: &Path, folder: &Path, more: &[&str]) {
    let expected = expected::read(attendu);
    let diagnosis = diagnose(folder, more);
    let checker = Checker::new(&diagnosis);
    let shown = |rank: Option<usize>| rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
    let mut table = format!("{name}\n  {:32} {:>6} {:>6} {:>8}\n", "", "rank", "parmi", "au_plus");
    let mut failed = Vec::new();
    for one in &expected {
        let (rank, outcome) = (checker.best_rank(one), checker.judge(one));
        let among = if one.forbidden { "never".to_owned() } else { shown(one.among) };
        let [rank, worst] = [rank, one.worst].map(shown);
        let _ = writeln!(table, "  {:32} {rank:>6} {among:>6} {worst:>8} {}", one.id, outcome.sign());
        if let Outcome::Failed(message) = outcome {
            failed.push(message);
        }
    }
    // Past the test runner's capture: how far the engine is, at each run.
    let _ = std::io::Write::write_all(&mut std::io::stderr(), table.as_bytes());
    let all = expected.len();
    assert!(failed.is_empty(), "{name}: {} of {all} failed\n\n{}", failed.len(), failed.join("\n\n"));
}

#[test]
fn the_invented_valley() {
    let folder = scenario("vallee");
    meets_expectations("vallee", &folder.join("attendu.toml"), &folder, &[]);
}

#[test]
fn kalundborg() {
    let folder = scenario("kalundborg");
    meets_expectations("kalundborg", &folder.join("attendu.toml"), blind(&folder).path(), &[]);
}

#[test]
fn florange() {
    let folder = scenario("florange");
    meets_expectations("florange", &folder.join("attendu.toml"), blind(&folder).path(), &[]);
}

/// What the law or good sense forbids, of declared flows alone, beside what must be found between the same sites so that silence proves something.
#[test]
fn prohibitions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/prohibitions");
    meets_expectations("prohibitions", &folder.join("attendu.toml"), &folder, &["--no-estimates"]);
}

/// Nobody's flow is invented: what is not declared or documented for a real site says that it is an estimate.
#[test]
fn a_real_territory_shows_only_documented_or_estimated_flows() {
    let diagnosis = diagnose(&scenario("florange"), &[]);
    assert!(!diagnosis.territory.invented);
    assert!(diagnosis.territory.notice.is_some_and(|notice| notice.contains("Aucun flux n'est inventé")));
    let bases: std::collections::BTreeSet<&str> =
        diagnosis.territory.flows.iter().map(|f| f.evidence.basis.as_str()).collect();
    assert_eq!(bases.into_iter().collect::<Vec<_>>(), ["documented", "estimated"]);
}
