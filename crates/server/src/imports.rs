//! A file that came in, read in a folder of its own: the readers open files, and give rejected lines back as files.

use crate::app::App;
use crate::problem::{Answer, Problem};
use model::{FileReport, Territory};
use std::path::{Path, PathBuf};

/// What was understood.
pub(crate) struct Read {
    /// What would enter.
    pub(crate) territory: Territory,
    /// What became of the lines.
    pub(crate) files: Vec<FileReport>,
    /// Rejected lines in the file's own format: name and bytes.
    pub(crate) rejects: Vec<(String, Vec<u8>)>,
    /// Why nothing could be read.
    pub(crate) error: Option<String>,
}

/// A folder that is gone with this value.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Reads a file that was sent.
pub(crate) async fn read(app: &App, name: String, bytes: Vec<u8>) -> Answer<Read> {
    let unique = app.config().entropy.id()?;
    let app = app.clone();
    let work = move || {
        let folder = Folder(std::env::temp_dir().join(format!("fe2i-import-{unique}")));
        read_in(&app, &folder.0, &name, &bytes).map_err(|error| Problem::internal(&error))
    };
    tokio::task::spawn_blocking(work).await.map_err(|error| Problem::internal(&error))?
}

fn read_in(app: &App, folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<Read> {
    std::fs::create_dir_all(folder.join("rejets"))?;
    let path = folder.join(plain_name(name));
    std::fs::write(&path, bytes)?;
    let options = intake::Options {
        reference: app.reference(),
        communes: None,
        keep_sole_traders: false,
        day: app.now().date_naive(),
    };
    let mut error = None;
    let mut batches = Vec::new();
    for result in intake::read_path(&path, &options, &mut |_| {}) {
        match result {
            Ok(batch) => batches.push(batch),
            Err(fault) => error = Some(fault.to_string().replace(&format!("{}/", folder.display()), "")),
        }
    }
    let (territory, _) = intake::assemble(&mut batches, &options);
    let files: Vec<FileReport> = batches.into_iter().map(|batch| batch.report).collect();
    let rejects = rejects(&files, &folder.join("rejets"))?;
    Ok(Read { territory, files, rejects, error })
}

fn rejects(files: &[FileReport], folder: &Path) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let mut written = Vec::new();
    for file in files.iter().filter(|file| !file.rejects.is_empty()) {
        // A reject file that cannot be written is not worth failing for: the lines are in the preview.
        for path in intake::rejects::write_rejects(file, folder).unwrap_or_default() {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            written.push((name, std::fs::read(&path)?));
        }
    }
    Ok(written)
}

/// The last part of a name, without anything that is not a letter, a digit, a dot or a hyphen.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String =
        last.chars().map(|c| if c.is_alphanumeric() || matches!(c, '.' | '-') { c } else { '_' }).collect();
    let kept = kept.trim_start_matches('.').to_owned();
    if kept.is_empty() { "fichier".to_owned() } else { kept.chars().take(120).collect() }
}
