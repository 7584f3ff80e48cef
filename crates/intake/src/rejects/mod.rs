//! Rejected lines, given back in the user's own format: the reason first, then the line as it was. Corrected there, the file is read again
//! as it is: the three columns in front are known to every reader as ours.

mod names;
mod sheet;
mod write;

use crate::IntakeError;
use crate::text::fold;
use model::{FileReport, Message, Reject};
use names::{file_name, free, numbered};
use sheet::Sheet;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use write::{write_csv, write_xlsx};

/// Headings of the columns put in front (why, where), in every language they are written in.
const OWN: [&str; 6] = ["motif", "ligne", "colonne", "reason", "line", "column"];

/// True for a heading of the columns this module adds, so that readers can skip them in a file that comes back.
pub fn is_own_column(heading: &str) -> bool {
    OWN.contains(&fold(heading).as_str())
}

/// A file of rejected lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it is.
    pub path: PathBuf,
    /// How many lines of the user were refused.
    pub refused: usize,
    /// How many values are to be corrected in other lines.
    pub values: usize,
}

/// Writes what was rejected into `dir` (which exists): for text tables one `…-rejets.csv` each with the same separator and encoding, for a
/// workbook one `…-rejets.xlsx` with the same sheets. What is there stays (a person may have corrected in it; see [`clear_rejects`]) and the
/// new file takes a number. Gives the files written; none when nothing was rejected. `say` gives messages in the reader's language.
pub fn write_rejects(
    report: &FileReport,
    dir: &Path,
    say: &dyn Fn(&Message) -> String,
) -> Result<Vec<Written>, IntakeError> {
    let mut by_sheet: BTreeMap<&str, Vec<&Reject>> = BTreeMap::new();
    for reject in &report.rejects {
        by_sheet.entry(&reject.sheet).or_default().push(reject);
    }
    let sheets: Vec<Sheet<'_>> =
        by_sheet.into_iter().map(|(name, rejects)| Sheet::new(report, name, &rejects, say)).collect();
    let (texts, books): (Vec<_>, Vec<_>) = sheets.into_iter().partition(|sheet| sheet.dialect.is_some());
    let mut written = Vec::new();
    for sheet in texts {
        let path = free(dir.join(file_name(&report.path, sheet.name, "csv")));
        write_csv(&sheet, &path)?;
        written.push(Written::new(path, &[sheet]));
    }
    if !books.is_empty() {
        let path = free(dir.join(file_name(&report.path, "", "xlsx")));
        write_xlsx(&books, &path)?;
        written.push(Written::new(path, &books));
    }
    Ok(written)
}

/// Takes away what an earlier run gave back of this file, before the new run says what is refused now. Files of `kept` stay: a person may
/// have corrected there, and given them with the rest.
pub fn clear_rejects(report: &FileReport, dir: &Path, kept: &[PathBuf]) -> Result<(), IntakeError> {
    let sheets = report.tables.iter().map(|table| file_name(&report.path, &table.sheet, "csv"));
    let names = sheets.chain(["csv", "xlsx"].map(|extension| file_name(&report.path, "", extension)));
    let given: Vec<PathBuf> = kept.iter().filter_map(|path| path.canonicalize().ok()).collect();
    for path in names.flat_map(|name| numbered(dir.join(name))).filter(|path| path.is_file()) {
        if !path.canonicalize().is_ok_and(|path| given.iter().any(|given| path.starts_with(given))) {
            fs::remove_file(&path).map_err(|error| IntakeError::io(&crate::error::shown(&path), error))?;
        }
    }
    Ok(())
}

impl Written {
    fn new(path: PathBuf, sheets: &[Sheet<'_>]) -> Self {
        let lines = || sheets.iter().flat_map(|sheet| &sheet.lines);
        let refused = lines().filter(|line| line.is_refused()).count();
        let values = lines().filter(|line| !line.is_refused()).map(|line| line.reasons.len()).sum();
        Self { path, refused, values }
    }
}
