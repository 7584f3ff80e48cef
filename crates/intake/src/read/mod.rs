//! From a path to batches: which files, which format, who reads it.

mod files;
mod format;
mod sorted;

use crate::corrections::Corrections;
use crate::error::shown;
use crate::{IntakeError, Options, Progress};
use files::Given;
use model::Batch;
use sorted::Sorted;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Reads a file, or a folder with all below it: [`read_paths`] of one path.
pub fn read_path(
    path: &Path,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Vec<Result<Batch, IntakeError>> {
    read_paths(&[path.to_owned()], options, progress)
}

/// Reads files, and folders with all below them, in a stable order. The tables of fe2i's own workbook that lie in one folder make one
/// batch. A file given twice, or with an exact copy, is read once. In a folder, a file that is no table at all gives a finding; a table that cannot be read gives an error, alone. Lines that were
/// given back and corrected take the places of those that were refused; the files that hold them come last.
pub fn read_paths(
    paths: &[PathBuf],
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Vec<Result<Batch, IntakeError>> {
    let (given, mut results) = files::given(paths);
    let corrections = Corrections::among(given.iter().flatten().map(|given| given.file.as_path()));
    for last in [false, true] {
        for files in &given {
            let mut sorted = Sorted::new(Rc::clone(&corrections));
            for Given { file, in_folder } in files {
                if corrections.is_in(&shown(file)) == last {
                    sorted.add(file, *in_folder, options, progress);
                }
            }
            results.extend(sorted.finish(options, progress));
        }
    }
    corrections.tell(results.iter_mut().filter_map(|result| result.as_mut().ok()));
    results
}
