//! From a path to batches: which files, which format, who reads it.

use crate::corrections::Corrections;
use crate::error::shown;
use crate::table::{Opened, Table, Unheaded, open};
use crate::{IntakeError, Options, Progress, irep, network, sirene, waste_register, workbook};
use model::{Batch, FileReport, Finding, Severity};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

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

/// Reads a file, or a folder with all below it: [`read_paths`] of one path.
pub fn read_path(
    path: &Path,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Vec<Result<Batch, IntakeError>> {
    read_paths(&[path.to_owned()], options, progress)
}

/// Reads files, and folders with all below them, in a stable order. The tables of fe2i's own workbook that lie in one folder make one
/// batch. In a folder, a file that is no table at all gives a finding; a table that cannot be read gives an error, alone. Lines that were
/// given back and corrected take the places of those that were refused; the files that hold them come last.
pub fn read_paths(
    paths: &[PathBuf],
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Vec<Result<Batch, IntakeError>> {
    let mut given: Vec<Vec<Given>> = Vec::new();
    let mut results = Vec::new();
    for path in paths {
        let files = if path.is_dir() { files_below(path, 0) } else { Ok(vec![path.clone()]) };
        match files {
            Ok(files) => {
                given.push(files.into_iter().map(|file| Given { file, in_folder: path.is_dir() }).collect());
            }
            Err(error) => results.push(Err(error)),
        }
    }
    let corrections = Corrections::among(given.iter().flatten().map(|given| given.file.as_path()));
    for last in [false, true] {
        for files in &given {
            let mut sorted = Sorted { corrections: Rc::clone(&corrections), ..Sorted::default() };
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

/// A file to be read, and whether a folder was given or itself.
struct Given {
    file: PathBuf,
    in_folder: bool,
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
