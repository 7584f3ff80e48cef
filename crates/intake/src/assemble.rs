//! From batches to one territory.

use crate::Options;
use model::{Batch, Finding, Territory};

/// Merges.
pub fn assemble(_batches: Vec<Batch>, _options: &Options<'_>) -> (Territory, Vec<Finding>) {
    Default::default()
}
