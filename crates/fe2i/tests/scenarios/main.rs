//! What a diagnosis of each folder of `scenarios/` must show: the checks of its `attendu.toml`.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod check;
mod expected;
mod leads;
mod said;
mod words;

use check::Checker;
use leads::Diagnosis;
use std::io::Write;
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
fn diagnose(folder: &Path) -> Diagnosis {
    let out = Command::new(env!("CARGO_BIN_EXE_fe2i"))
        .args(["diagnose", "--json", "--day", "2026-06-30"])
        .arg(folder)
        .env_remove("FE2I_LANG")
        .output()
        .expect("the binary starts");
    let complaint = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "fe2i diagnose {}: {complaint}", folder.display());
    leads::read(&out.stdout).unwrap_or_else(|e| panic!("fe2i diagnose --json: {e}"))
}

/// Every failed expectation in one message. A known gap (`pas_encore`) does not fail; when it is closed, that is said aloud.
fn meets_expectations(name: &str, folder: &Path) {
    let expected = expected::read(&scenario(name).join("attendu.toml"));
    let diagnosis = diagnose(folder);
    let checker = Checker::new(&diagnosis);
    let (mut met, mut gaps, mut closed, mut failed) = (0, 0, Vec::new(), Vec::new());
    for one in &expected {
        match (checker.check(one), &one.not_yet) {
            (Ok(()), None) => met += 1,
            (Ok(()), Some(_)) => closed.push(one.id.as_str()),
            (Err(_), Some(_)) => gaps += 1,
            (Err(message), None) => failed.push(message),
        }
    }
    // Past the test runner's capture: how far the engine is, at each run.
    let mut said = std::io::stderr();
    let _ = writeln!(said, "{name}: {met} expectations met, {gaps} known gaps, {} failed", failed.len());
    if !closed.is_empty() {
        let _ = writeln!(said, "{name}: now met, take « pas_encore » out: {}", closed.join(" "));
    }
    let all = expected.len();
    assert!(failed.is_empty(), "{name}: {} of {all} failed\n\n{}", failed.len(), failed.join("\n\n"));
}

#[test]
fn the_invented_valley() {
    meets_expectations("vallee", &scenario("vallee"));
}

#[test]
fn kalundborg() {
    meets_expectations("kalundborg", blind(&scenario("kalundborg")).path());
}

#[test]
fn florange() {
    meets_expectations("florange", blind(&scenario("florange")).path());
}

/// Nobody's flow is invented: what is not declared or documented for a real site says that it is an estimate.
#[test]
fn a_real_territory_shows_only_documented_or_estimated_flows() {
    let diagnosis = diagnose(&scenario("florange"));
    assert!(!diagnosis.territory.invented);
    assert!(diagnosis.territory.notice.is_some_and(|notice| notice.contains("Aucun flux n'est inventé")));
    let bases: std::collections::BTreeSet<&str> =
        diagnosis.territory.flows.iter().map(|f| f.evidence.basis.as_str()).collect();
    assert_eq!(bases.into_iter().collect::<Vec<_>>(), ["documented", "estimated"]);
}
