//! The database as one file, and a territory as open files, from the page of administration.

use super::admin::needs_admin;
use crate::App;
use crate::http::{Caller, Ids};
use crate::problem::{Answer, Problem, Refusals};
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A file or folder that is gone with this value.
struct Passing(PathBuf);

impl Passing {
    fn new(app: &App) -> Answer<Self> {
        let unique = app.config().entropy.id()?;
        Ok(Self(std::env::temp_dir().join(format!("fe2i-archive-{unique}"))))
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        // One of the two is there, or none.
        let _ = std::fs::remove_file(&self.0);
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Everything, as `fe2i restore` takes it, into SQLite or PostgreSQL. The key of sealed values is not in it.
#[utoipa::path(get, path = "/admin/backup", tag = "admin",
    responses((status = 200, description = "The backup", content_type = "application/octet-stream", body = String), Refusals))]
pub(super) async fn backup(State(app): State<App>, caller: Caller) -> Answer<Response> {
    if !caller.person.admin || caller.scopes.is_some() {
        return Err(Problem::forbidden());
    }
    let file = Passing::new(&app)?;
    app.store().dump_to(&file.0).await?;
    let read = tokio::task::spawn_blocking(move || std::fs::read(&file.0));
    let bytes = read.await.map_err(|error| Problem::internal(&error))?;
    let name = format!("fe2i-{}.dump", app.now().format("%Y-%m-%d-%H%M"));
    Ok(saved("application/octet-stream", &name, bytes.map_err(|error| Problem::internal(&error))?))
}

/// All of a territory as open files in one archive, as `fe2i import` reads it back; contacts are personal data.
#[utoipa::path(get, path = "/admin/territories/{id}/archive.zip", tag = "admin", params(("id" = String, Path)),
    responses((status = 200, description = "The archive", content_type = "application/zip", body = String), Refusals))]
pub(super) async fn territory(
    State(app): State<App>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Answer<Response> {
    needs_admin(&app, &caller, &id).await?;
    let folder = Passing::new(&app)?;
    app.store().export(&id, &folder.0).await?;
    let packed = tokio::task::spawn_blocking(move || pack(&folder.0));
    let bytes = packed.await.map_err(|error| Problem::internal(&error))?;
    let name = format!("{}-{}.zip", id, app.now().format("%Y-%m-%d"));
    Ok(saved("application/zip", &name, bytes.map_err(|error| Problem::internal(&error))?))
}

fn saved(media: &str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(CONTENT_TYPE, media.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

/// The files of a folder, those in folders of it too, under their names from there.
fn pack(root: &Path) -> std::io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let mut entries = std::fs::read_dir(&folder)?.collect::<Result<Vec<_>, _>>()?;
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
                continue;
            }
            let path = entry.path();
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            archive.start_file(name, SimpleFileOptions::default())?;
            archive.write_all(&std::fs::read(&path)?)?;
        }
    }
    Ok(archive.finish()?.into_inner())
}
