//! The tables of a file a person says is a register.

use super::recognise;
use crate::IntakeError;
use crate::table::{Opened, Table, open};
use std::path::Path;

/// The tables of a file, each with its heading line: the one that is recognised, else the fullest of the first lines, for a person to say
/// what its columns mean. Empty when the file is no table.
pub fn tables(path: &Path) -> Result<Vec<Table>, IntakeError> {
    let Opened::Tables(tables) = open(path)? else { return Ok(Vec::new()) };
    let headed = tables.into_iter().filter_map(|table| {
        let line = table.find(recognise).or_else(|| table.guess())?;
        Some(table.headed(line))
    });
    Ok(headed.collect())
}
