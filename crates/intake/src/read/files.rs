//! Which files are read: those of the folders too, each once.

use crate::IntakeError;
use crate::error::shown;
use model::{Batch, FileReport, Finding, Severity};
use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// Folders deeper than this are not entered.
const DEEPEST: usize = 12;
/// Of files that could be copies, so many bytes are compared at a time.
const CHUNK: usize = 64 * 1024;

/// A file to be read, and whether a folder was given or itself.
pub(super) struct Given {
    pub file: PathBuf,
    pub in_folder: bool,
}

/// The files of every path, in order, and what is to say of paths that hold none and of copies.
pub(super) fn given(paths: &[PathBuf]) -> (Vec<Vec<Given>>, Vec<Result<Batch, IntakeError>>) {
    let (mut all, mut results, mut once) = (Vec::new(), Vec::new(), Once::default());
    for path in paths {
        let in_folder = path.is_dir();
        let files = if in_folder { files_below(path, 0) } else { Ok(vec![path.clone()]) };
        let mut given = Vec::new();
        for file in files.unwrap_or_else(|error| {
            results.push(Err(error));
            Vec::new()
        }) {
            match once.seen(&file) {
                Seen::New => given.push(Given { file, in_folder }),
                Seen::Same => {}
                Seen::CopyOf(first) => results.push(Ok(copy(&file, &first))),
            }
        }
        all.push(given);
    }
    (all, results)
}

/// The files met so far.
#[derive(Default)]
struct Once {
    places: HashSet<PathBuf>,
    by_size: HashMap<u64, Vec<PathBuf>>,
}

enum Seen {
    New,
    /// The very file.
    Same,
    /// Another file with the same bytes.
    CopyOf(PathBuf),
}

impl Once {
    /// A file that cannot be looked at is new: who reads it says what is wrong.
    fn seen(&mut self, file: &Path) -> Seen {
        if file.canonicalize().is_ok_and(|place| !self.places.insert(place)) {
            return Seen::Same;
        }
        let Ok(size) = file.metadata().map(|data| data.len()) else { return Seen::New };
        let alike = self.by_size.entry(size).or_default();
        if let Some(first) = alike.iter().find(|first| size > 0 && same_bytes(first, file).unwrap_or(false)) {
            return Seen::CopyOf(first.clone());
        }
        alike.push(file.to_owned());
        Seen::New
    }
}

/// Compares two files of one size.
fn same_bytes(a: &Path, b: &Path) -> io::Result<bool> {
    let (mut a, mut b) = (BufReader::new(File::open(a)?), BufReader::new(File::open(b)?));
    let (mut mine, mut theirs) = (Vec::new(), Vec::new());
    loop {
        mine.clear();
        theirs.clear();
        a.by_ref().take(CHUNK as u64).read_to_end(&mut mine)?;
        b.by_ref().take(CHUNK as u64).read_to_end(&mut theirs)?;
        if mine != theirs || mine.is_empty() {
            return Ok(mine == theirs);
        }
    }
}

fn copy(file: &Path, first: &Path) -> Batch {
    let path = shown(file);
    let finding = Finding::new(Severity::Info, "intake-file-copy", &path).with("of", shown(first));
    let report = FileReport { path, ..FileReport::default() };
    Batch { report, findings: vec![finding], ..Batch::default() }
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
