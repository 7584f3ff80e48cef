//! What the files gave, in their order: tables that belong together wait for each other.

use super::format::{Format, format_of, read_table};
use crate::corrections::Corrections;
use crate::error::shown;
use crate::table::{Opened, Table, Unheaded, open};
use crate::{IntakeError, Options, Progress, network, sirene, workbook};
use model::{Batch, FileReport, Finding, Severity};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What the files gave, in order; own workbook tables and SIRENE's files wait for the others of their folder.
#[derive(Default)]
pub(super) struct Sorted {
    corrections: Rc<Corrections>,
    done: Vec<Done>,
    waiting: BTreeMap<PathBuf, Vec<Table>>,
    sirene: BTreeMap<PathBuf, Vec<Table>>,
}

enum Done {
    Batch(Box<Result<Batch, IntakeError>>),
    /// The place of the workbook of that folder.
    Workbook(PathBuf),
    /// The place of the SIRENE files of that folder.
    Sirene(PathBuf),
}

impl Sorted {
    pub(super) fn new(corrections: Rc<Corrections>) -> Self {
        Self { corrections, ..Self::default() }
    }

    fn push(&mut self, result: Result<Batch, IntakeError>) {
        self.done.push(Done::Batch(Box::new(result)));
    }

    pub(super) fn add(
        &mut self,
        file: &Path,
        in_folder: bool,
        options: &Options<'_>,
        progress: &mut dyn FnMut(Progress<'_>),
    ) {
        let path = shown(file);
        let result = match open(file) {
            Ok(Opened::Json(document)) if network::recognise(&document) => {
                network::read(&path, &document, options)
            }
            Ok(Opened::Json(_)) => Err(unknown(&path, &["document JSON".to_owned()])),
            Ok(Opened::Tables(tables)) => match self.add_tables(file, tables, options, progress) {
                Ok(()) => return,
                Err(error) => Err(error),
            },
            Err(error) => Err(error),
        };
        self.push(match result {
            Err(error) if in_folder && !has_table_name(file) && is_other(&error) => Ok(unsupported(&path)),
            result => result,
        });
    }

    fn add_tables(
        &mut self,
        file: &Path,
        tables: Vec<Unheaded>,
        options: &Options<'_>,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<(), IntakeError> {
        let guess = tables.iter().map(Unheaded::guessed_headings).max_by_key(Vec::len).unwrap_or_default();
        let (mut own, mut others, mut ignored, mut hidden) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let known = |table: &Unheaded| table.find(|headings| format_of(headings).is_some()).is_some();
        let any_shown = tables.iter().any(|table| !table.hidden && known(table));
        for table in tables {
            if table.hidden && any_shown && known(&table) {
                hidden.push(table.sheet);
                continue;
            }
            match table.find(|headings| format_of(headings).is_some()) {
                Some(ix) => {
                    let mut table = table.headed(ix);
                    self.corrections.apply(&mut table);
                    match format_of(&table.headings) {
                        Some(Format::Workbook) => own.push(table),
                        Some(format) => others.push((format, table)),
                        None => {}
                    }
                }
                None => ignored.push(table.sheet),
            }
        }
        if own.is_empty() && others.is_empty() {
            return Err(unknown(&shown(file), &guess));
        }
        let first = self.done.len();
        for (format, table) in others {
            if format == Format::Sirene {
                self.add_sirene(file, table);
                continue;
            }
            let result = read_table(format, table, options, progress);
            self.push(result);
        }
        self.add_own(file, own, options, progress);
        self.note_unread(first, &shown(file), "intake-sheet-ignored", &ignored);
        self.note_unread(first, &shown(file), "intake-sheet-hidden", &hidden);
        Ok(())
    }

    /// Text tables wait for the rest of their folder; the sheets of a workbook are together already.
    fn add_own(
        &mut self,
        file: &Path,
        tables: Vec<Table>,
        options: &Options<'_>,
        progress: &mut dyn FnMut(Progress<'_>),
    ) {
        if tables.is_empty() {
            return;
        }
        if tables.iter().any(|table| table.dialect.is_none()) {
            let result = workbook::read(&shown(file), tables, options, progress);
            return self.push(result);
        }
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        if !self.waiting.contains_key(&folder) {
            self.done.push(Done::Workbook(folder.clone()));
        }
        self.waiting.entry(folder).or_default().extend(tables);
    }

    /// Establishments, legal units and points of one folder are read together.
    fn add_sirene(&mut self, file: &Path, table: Table) {
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        if !self.sirene.contains_key(&folder) {
            self.done.push(Done::Sirene(folder.clone()));
        }
        self.sirene.entry(folder).or_default().push(table);
    }

    fn note_unread(&mut self, first: usize, path: &str, key: &str, sheets: &[String]) {
        let batch = self.done.iter_mut().skip(first).find_map(|done| match done {
            Done::Batch(result) => result.as_mut().as_mut().ok(),
            Done::Workbook(_) | Done::Sirene(_) => None,
        });
        if let Some(batch) = batch {
            let told = sheets.iter().filter(|sheet| !workbook::is_own_help(sheet));
            batch.findings.extend(told.map(|sheet| {
                let severity = if key == "intake-sheet-hidden" { Severity::Warning } else { Severity::Info };
                Finding::new(severity, key, path).with("sheet", sheet)
            }));
        }
    }

    pub(super) fn finish(
        mut self,
        options: &Options<'_>,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Vec<Result<Batch, IntakeError>> {
        let mut results = Vec::new();
        for done in self.done {
            match done {
                Done::Batch(result) => results.push(*result),
                Done::Workbook(folder) => {
                    let tables = self.waiting.remove(&folder).unwrap_or_default();
                    let path = match tables.as_slice() {
                        [only] => only.path.clone(),
                        _ => shown(&folder),
                    };
                    results.push(workbook::read(&path, tables, options, progress));
                }
                Done::Sirene(folder) => {
                    let tables = self.sirene.remove(&folder).unwrap_or_default();
                    results.extend(sirene::read_together(tables, options, progress));
                }
            }
        }
        results
    }
}

/// A table or document of no known format.
fn unknown(path: &str, headings: &[String]) -> IntakeError {
    let shown = crate::text::clip(&headings.join(", "), 100);
    IntakeError::UnknownFormat { path: path.to_owned(), headings: shown, lacks: workbook::lacks(headings) }
}

/// Files named like tables are meant to be read: when they cannot be, that is an error, not a remark.
fn has_table_name(file: &Path) -> bool {
    let extension = file.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    ["csv", "tsv", "tab", "xlsx", "xlsm", "xls", "ods"].contains(&extension.as_str())
}

fn is_other(error: &IntakeError) -> bool {
    !matches!(error, IntakeError::Io { .. })
}

fn unsupported(path: &str) -> Batch {
    Batch {
        report: FileReport { path: path.to_owned(), ..FileReport::default() },
        findings: vec![Finding::new(Severity::Info, "intake-file-unsupported", path)],
        ..Batch::default()
    }
}
