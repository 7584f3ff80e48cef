//! The database as one file, and a territory as open files, from the page of administration.

use super::admin::needs_admin;
use crate::App;
use crate::http::{Caller, Ids, aside, download_file};
use crate::problem::{Answer, Problem, Refusals};
use axum::extract::State;
use axum::response::Response;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use store::TempFolder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Everything, as `fe2i restore` takes it, into SQLite or PostgreSQL. The key of sealed values is not in it.
#[utoipa::path(get, path = "/admin/backup", tag = "admin",
    responses((status = 200, description = "The backup", content_type = "application/octet-stream", body = String), Refusals))]
pub(super) async fn backup(State(app): State<App>, caller: Caller) -> Answer<Response> {
    if !caller.person.admin || caller.scopes.is_some() {
        return Err(Problem::forbidden());
    }
    let folder = TempFolder::new(&app.config().entropy)?;
    let dump = folder.path().join("dump");
    app.store().dump_to(&dump).await?;
    let name = format!("fe2i-{}.dump", app.now().format("%Y-%m-%d-%H%M"));
    download_file(&name, "application/octet-stream", folder, &dump)
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
    let folder = TempFolder::new(&app.config().entropy)?;
    let (files, archive) = (folder.path().join("files"), folder.path().join("archive.zip"));
    app.store().export(&id, &files).await?;
    let to = archive.clone();
    aside(move || pack(&files, &to).map_err(|error| Problem::internal(&error))).await?;
    let name = format!("{}-{}.zip", id, app.now().format("%Y-%m-%d"));
    download_file(&name, "application/zip", folder, &archive)
}

/// The files of a folder, those in folders of it too, under their names from there.
fn pack(root: &Path, to: &Path) -> std::io::Result<()> {
    let mut archive = ZipWriter::new(BufWriter::new(File::create(to)?));
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
            std::io::copy(&mut File::open(&path)?, &mut archive)?;
        }
    }
    archive.finish()?.flush()
}
