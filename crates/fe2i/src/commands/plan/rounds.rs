//! `fe2i plan --rounds FICHIER.vrp`: collection rounds of a published instance, as JSON.

use crate::output;
use anyhow::{Context, bail};
use planning::rounds::{check, rounds, separate, tsplib};
use std::path::Path;
use std::process::ExitCode;

/// Steps of the search: plenty for a hundred stops.
const STEPS: usize = 20_000;

/// Prints `km`, `separate_km` (everybody alone) and `rounds` (stops numbered from 1, in order).
pub fn run(path: &Path, seed: u64) -> anyhow::Result<ExitCode> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).with_context(|| name.clone())?;
    let task = tsplib(&text).with_context(|| name.clone())?;
    let found = rounds(&task, STEPS, seed).with_context(|| name.clone())?;
    let wrong = check(&task, &found);
    if !wrong.is_empty() {
        bail!("{name} : {}", wrong.join(" ; "));
    }
    let stops: Vec<Vec<usize>> =
        found.rounds.iter().map(|round| round.stops.iter().map(|stop| stop + 1).collect()).collect();
    output::json_line(&serde_json::json!({
        "km": found.km,
        "separate_km": separate(&task).with_context(|| name)?.km,
        "rounds": stops,
        "unserved": found.unserved.iter().map(|stop| stop + 1).collect::<Vec<_>>(),
    }))?;
    Ok(ExitCode::SUCCESS)
}
