//! What the analysis after one edit costs in processor time, beside a full one: the invented valley, and a territory of 10,000 sites with 100,000 declared flows.
//!
//!     cargo bench -p bench --bench again                 both
//!     cargo bench -p bench --bench again -- 1000         the valley and a territory of a size of your own
#![expect(clippy::print_stdout, reason = "a measure prints")]

use bench::{DAY, drawn, firms, flows_table, processor_time, read, shipped_register, write_actors};
use classify::Classifier;
use diagnosis::{Memory, Options, run, run_again};
use model::Territory;
use reference::Reference;
use std::path::Path;

/// Edits made, each followed by an analysis.
const EDITS: usize = 5;

fn main() -> anyhow::Result<()> {
    let asked = std::env::args().find_map(|arg| arg.replace('_', "").parse().ok());
    let reference = Reference::embedded().map_err(|faults| anyhow::anyhow!("data/: {faults:?}"))?;
    println!(
        "{:>24} {:>8} {:>8} {:>10} {:>16} {:>7}",
        "territory", "sites", "flows", "full", "after an edit", "ratio"
    );
    let valley = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/vallee");
    measure("vallee", read(&valley, reference)?.0, reference);
    let sites = drawn(&firms(&shipped_register(), reference)?, asked.unwrap_or(10_000), 1);
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("acteurs.csv"), write_actors(&sites))?;
    std::fs::write(folder.path().join("flux.csv"), flows_table(&sites, 10, 1, reference))?;
    measure("drawn", read(folder.path(), reference)?.0, reference);
    Ok(())
}

fn spent() -> f64 {
    processor_time().unwrap_or_default()
}

fn measure(name: &str, mut territory: Territory, reference: &Reference) {
    let options = Options::default();
    let begun = spent();
    let full = run(territory.clone(), reference, &options, &mut |_| {});
    let whole = spent() - begun;
    drop(full);
    let (classifier, mut memory) = (Classifier::new(reference, DAY), Memory::default());
    // The first search tells how low to look, the second remembers what stands above that: the first edit after opening costs as before.
    for _ in 0..2 {
        run_again(territory.clone(), &classifier, &options, &mut memory);
    }
    let begun = spent();
    for edit in 0..EDITS {
        // The copy is part of the work: the server makes one from its records.
        let place = edit * 97 % territory.flows.len();
        territory.flows[place].quantity = None.into();
        territory.flows[place].tonnes = None.into();
        run_again(territory.clone(), &classifier, &options, &mut memory);
    }
    let again = (spent() - begun) / EDITS as f64;
    let (sites, flows) = (territory.sites.len(), territory.flows.len());
    println!("{name:>24} {sites:>8} {flows:>8} {whole:>8.2} s {again:>14.2} s {:>6.1}×", whole / again);
}
