//! The embedded knowledge, or an error that names every fault.

use anyhow::anyhow;
use reference::Reference;

/// The knowledge the binary ships.
pub fn embedded() -> anyhow::Result<&'static Reference> {
    Reference::embedded().map_err(|faults| {
        let list: Vec<String> = faults.iter().take(20).map(|fault| format!("  data/{fault}")).collect();
        anyhow!("{} défaut(s) dans data/ :\n{}", faults.len(), list.join("\n"))
    })
}
