//! From a path to batches: which files, which format, who reads it.

use crate::error::shown;
use crate::table::{Opened, Table, Unheaded, open};
use crate::{IntakeError, Options, Progress, irep, network, sirene, waste_register, workbook};
use model::{Batch, FileReport, Finding, Severity};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What is said when nothing is recognised.
/// Folders deeper than this are not entered.
const DEEPEST: usize = 12;

/// The formats of tables, in the order in which headings are tried: the strictest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Workbook,
    Sirene,
    Irep,
    WasteRegister,
}

fn format_of(headings: &[String]) -> Option<Format> {
    if workbook::recognise(headings) {
        Some(Format::Workbook)
    } else if sirene::recognise(headings) {
        Some(Format::Sirene)
    } else if irep::recognise(headings) {
        Some(Format::Irep)
    } else if waste_register::recognise(headings) {
        Some(Format::WasteRegister)
    } else {
        None
    }
}

/// Reads a file, or a folder with all below it, in a stable order. The tables of fe2i's own workbook that lie in one folder make one
/// batch. In a folder, a file that is no table at all gives a finding; a table that cannot be read gives an error, alone.
pub fn read_path(
    path: &Path,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Vec<Result<Batch, IntakeError>> {
    let files = if path.is_dir() { files_below(path, 0) } else { Ok(vec![path.to_owned()]) };
    let files = match files {
        Ok(files) => files,
        Err(error) => return vec![Err(error)],
    };
    let mut sorted = Sorted::default();
    for file in files {
        sorted.add(&file, path.is_dir(), options, progress);
    }
    sorted.finish(options, progress)
}

/// All files below a folder, sorted; hidden ones and links to folders left out.
fn files_below(folder: &Path, depth: usize) -> Result<Vec<PathBuf>, IntakeError> {
    let io = |error| IntakeError::io(&shown(folder), error);
    let mut entries = fs::read_dir(folder).map_err(io)?.collect::<Result<Vec<_>, _>>().map_err(io)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut files = Vec::new();
    for entry in entries.iter().filter(|entry| !entry.file_name().to_string_lossy().starts_with(['.', '~'])) {
        let kind = entry.file_type().map_err(io)?;
        if kind.is_dir() && depth < DEEPEST {
            files.extend(files_below(&entry.path(), depth + 1)?);
        } else if entry.path().is_file() && !is_companion(&entry.path()) {
            files.push(entry.path());
        }
    }
    Ok(files)
}

/// What lies beside data and is none, and is known for it: expectations of a scenario, notes for readers. No word is lost on it.
fn is_companion(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    ["attendu.toml", "readme.md", "readme.txt", "lisezmoi.md", "lisezmoi.txt"].contains(&name.as_str())
}

/// What the files gave, in order; own workbook tables and SIRENE's files wait for the others of their folder.
#[derive(Default)]
struct Sorted {
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
    fn push(&mut self, result: Result<Batch, IntakeError>) {
        self.done.push(Done::Batch(Box::new(result)));
    }

    fn add(
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
            Ok(Opened::Json(_)) => Err(unknown(&path, "document JSON")),
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
        let guess = tables.iter().map(Unheaded::guess).max_by_key(Vec::len).unwrap_or_default();
        let (mut own, mut others, mut ignored) = (Vec::new(), Vec::new(), Vec::new());
        for table in tables {
            match table.find(|headings| format_of(headings).is_some()) {
                Some(ix) => {
                    let table = table.headed(ix);
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
            return Err(unknown(&shown(file), &guess.join(", ")));
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
        self.note_ignored(first, &shown(file), &ignored);
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

    fn note_ignored(&mut self, first: usize, path: &str, sheets: &[String]) {
        let batch = self.done.iter_mut().skip(first).find_map(|done| match done {
            Done::Batch(result) => result.as_mut().as_mut().ok(),
            Done::Workbook(_) | Done::Sirene(_) => None,
        });
        if let Some(batch) = batch {
            let told = sheets.iter().filter(|sheet| !workbook::is_own_help(sheet));
            batch.findings.extend(told.map(|sheet| {
                Finding::new(Severity::Info, "intake-sheet-ignored", path).with("sheet", sheet)
            }));
        }
    }

    fn finish(
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

fn read_table(
    format: Format,
    table: Table,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    match format {
        Format::Workbook => workbook::read(&table.path.clone(), vec![table], options, progress),
        Format::Sirene => sirene::read(table, options, progress),
        Format::Irep => irep::read(table, options, progress),
        Format::WasteRegister => waste_register::read(table, options, progress),
    }
}

fn unknown(path: &str, headings: &str) -> IntakeError {
    IntakeError::UnknownFormat { path: path.to_owned(), headings: crate::text::clip(headings, 100) }
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
