//! Writes an invented territory of any size into a folder that `fe2i import` and `fe2i diagnose` read.
//!
//!     cargo run --release -p bench --example territory -- 10000 FOLDER     10,000 sites with 10 declared flows each

use anyhow::Context;
use bench::{drawn, firms, flows_table, shipped_register, write_actors};
use reference::Reference;
use std::path::PathBuf;

/// Declared flows of a site.
const EACH: usize = 10;
const SEED: u64 = 1;

fn main() -> anyhow::Result<()> {
    let mut said = std::env::args().skip(1);
    let usage = "usage: territory SITES FOLDER";
    let sites: usize = said.next().context(usage)?.replace('_', "").parse().context(usage)?;
    let folder = PathBuf::from(said.next().context(usage)?);
    let reference = Reference::embedded().map_err(|faults| anyhow::anyhow!("data/: {faults:?}"))?;
    let drawn = drawn(&firms(&shipped_register(), reference)?, sites, SEED);
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("acteurs.csv"), write_actors(&drawn))?;
    std::fs::write(folder.join("flux.csv"), flows_table(&drawn, EACH, SEED, reference))?;
    Ok(())
}
