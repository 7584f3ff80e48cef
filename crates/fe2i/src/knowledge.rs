//! The embedded knowledge, or an error that names every fault.

use crate::output;
use anyhow::{Context, anyhow};
use reference::{DataError, DataFile, Reference};
use std::path::Path;
use std::sync::LazyLock;

/// The knowledge the binary ships.
pub fn embedded() -> anyhow::Result<&'static Reference> {
    Reference::embedded().map_err(faulty)
}

/// The same for who cannot wait for the error; nothing at all when it is faulty, which [`embedded`] tells.
pub fn sound() -> &'static Reference {
    static NOTHING: LazyLock<Reference> = LazyLock::new(Reference::default);
    Reference::embedded().unwrap_or(&NOTHING)
}

/// The knowledge of a folder when one is given, what the binary ships otherwise; it lives as long as the process.
pub fn chosen(folder: Option<&Path>) -> anyhow::Result<&'static Reference> {
    folder.map_or_else(embedded, |folder| Ok(Box::leak(Box::new(from_folder(folder)?))))
}

/// The knowledge in a folder of the same form, to try a change before it is built in.
fn from_folder(folder: &Path) -> anyhow::Result<Reference> {
    let mut folders = vec![folder.to_owned()];
    let mut texts: Vec<(String, String)> = Vec::new();
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).with_context(|| next.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                let below = path.strip_prefix(folder).unwrap_or(&path);
                texts.push((below.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    texts.sort();
    let files: Vec<_> = texts.iter().map(|(path, text)| DataFile { path, text }).collect();
    Reference::load(&files).map_err(|faults| faulty(&faults))
}

fn faulty(faults: &[DataError]) -> anyhow::Error {
    let list: Vec<String> = faults.iter().take(20).map(|fault| format!("  data/{fault}")).collect();
    anyhow!("{}\n{}", output::text("cli-faults", &[("count", faults.len().into())]), list.join("\n"))
}
