//! What the files of rejected lines are called.

use crate::text::fold;
use std::path::{Path, PathBuf};

/// So many files of rejects of one table are kept apart.
const MOST_NUMBERED: usize = 20;

/// The path itself, then `…-2.csv`, `…-3.csv` …
pub(super) fn numbered(path: PathBuf) -> impl Iterator<Item = PathBuf> {
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, extension) = (part(path.file_stem()), part(path.extension()));
    let others = (2..=MOST_NUMBERED).map({
        let path = path.clone();
        move |number| path.with_file_name(format!("{stem}-{number}.{extension}"))
    });
    std::iter::once(path).chain(others)
}

/// The first of the numbered paths that nothing stands at; the last one is replaced.
pub(super) fn free(path: PathBuf) -> PathBuf {
    let mut paths = numbered(path.clone()).skip_while(|path| path.exists());
    paths.next().or_else(|| numbered(path.clone()).last()).unwrap_or(path)
}

/// `data/flux.csv` gives `data-flux-rejets.csv`: the folder's name keeps apart files that have the same one.
pub(super) fn file_name(path: &str, sheet: &str, extension: &str) -> String {
    let path = if sheet.is_empty() { PathBuf::from(path) } else { Path::new(path).join(sheet) };
    let part = |part: Option<&std::ffi::OsStr>| part.map(|p| fold(&p.to_string_lossy()).replace(' ', "-"));
    let folder = part(path.parent().and_then(Path::file_name));
    let stem = part(path.file_stem());
    let parts = [folder, stem, Some("rejets".to_owned())].into_iter().flatten().filter(|p| !p.is_empty());
    format!("{}.{extension}", parts.collect::<Vec<_>>().join("-"))
}
