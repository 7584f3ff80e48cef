//! Files that come in: shown before anything is kept, then kept by a job; refused lines go back in their own format.

use crate::http::{Body, Desk, Id};
use crate::imports::{self, Read};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::ImportConfirm;
use crate::shapes::{ImportColumn, ImportField, ImportLine, ImportPreview, ImportReject};
use access::Ability;
use axum::Json;
use axum::extract::Multipart;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use model::BlobId;
use serde_json::json;
use std::collections::BTreeMap;
use store::blob::NewBlob;
use wording::Keyed;

/// Lines shown.
const SHOWN: usize = 20;

/// A file to send.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "only its documentation is used")]
pub(super) struct Upload {
    /// The file.
    #[schema(format = Binary)]
    file: String,
}

/// Reads a file and shows what was understood; keeps nothing but the file.
#[utoipa::path(post, path = "/territories/{t}/imports", tag = "imports", params(("t" = String, Path)),
    request_body(content = Upload, content_type = "multipart/form-data"), responses((status = 200, body = ImportPreview), Refusals))]
pub(super) async fn upload(desk: Desk, form: Multipart) -> Answer<Json<ImportPreview>> {
    desk.needs(Ability::Import)?;
    let (name, media_type, bytes) = super::documents::file_of(form).await?;
    let read = imports::read(&desk.app, name.clone(), bytes.clone()).await?;
    let new = NewBlob {
        territory: desk.territory.clone(),
        name: name.clone(),
        media_type,
        bytes,
        author: desk.person.id.to_string(),
    };
    let blob = desk.app.store().put_blob(new, desk.app.now()).await?;
    Ok(Json(preview(&desk, blob.id.as_str(), &name, &read)))
}

fn preview(desk: &Desk, id: &str, name: &str, read: &Read) -> ImportPreview {
    let rejects: Vec<&model::Reject> = read.files.iter().flat_map(|file| &file.rejects).collect();
    let understood: usize = read.files.iter().map(|file| file.records).sum();
    let territory = &read.territory;
    let counts = BTreeMap::from([
        ("actors".to_owned(), territory.actors.len()),
        ("sites".to_owned(), territory.sites.len()),
        ("flows".to_owned(), territory.flows.len()),
        ("exchanges".to_owned(), territory.exchanges.len()),
    ]);
    ImportPreview {
        id: id.to_owned(),
        file: name.to_owned(),
        format: read.files.first().map_or_else(|| "unknown".to_owned(), |file| file.format.clone()),
        sender: None,
        remembered: false,
        sheets: read
            .files
            .iter()
            .flat_map(|file| file.tables.iter().map(|table| table.sheet.clone()))
            .collect(),
        heading_row: None,
        columns: columns(read),
        fields: Vec::<ImportField>::new(),
        sites: Vec::new(),
        site: None,
        sample: sample(desk, read),
        lines: understood + rejects.len(),
        understood,
        rejected: rejects.len(),
        rejects: rejects.iter().take(SHOWN).map(|reject| refused(reject)).collect(),
        counts,
        error: read.error.clone(),
    }
}

fn refused(reject: &model::Reject) -> ImportReject {
    ImportReject { line: reject.line, reason: reject.reason.clone(), cells: reject.cells.clone() }
}

fn columns(read: &Read) -> Vec<ImportColumn> {
    let headings = read.files.iter().flat_map(|file| {
        let tables = file.tables.iter().flat_map(|table| &table.headings);
        file.headings.iter().chain(tables)
    });
    let column = |(index, heading): (usize, &String)| ImportColumn {
        index,
        heading: heading.clone(),
        field: None,
        belief: 1.0,
        samples: Vec::new(),
        remembered: false,
    };
    headings.enumerate().map(column).collect()
}

/// The first flows as they would enter.
fn sample(desk: &Desk, read: &Read) -> Vec<ImportLine> {
    let flows = read.territory.flows.iter().take(SHOWN);
    let line = |flow: &model::Flow| {
        let number = flow.evidence.source.rsplit(' ').next().and_then(|number| number.parse().ok());
        let direction = desk.say(&flow.direction.key(), &[]);
        let stated = flow.stated.clone().unwrap_or_default();
        ImportLine {
            line: number.unwrap_or_default(),
            cells: BTreeMap::new(),
            understood: format!("{} {direction} {} {stated}", flow.site, flow.wording),
        }
    };
    flows.map(line).collect()
}

/// Keeps what was understood, as a job; with `preview` only shows it again.
#[utoipa::path(post, path = "/territories/{t}/imports/{id}/confirm", tag = "imports", params(("t" = String, Path), ("id" = String, Path)),
    request_body = ImportConfirm, responses((status = 200, body = crate::shapes::Job), Refusals))]
pub(super) async fn confirm(desk: Desk, Id(id): Id, Body(ask): Body<ImportConfirm>) -> Answer<Response> {
    desk.needs(Ability::Import)?;
    let (blob, bytes) = file(&desk, &id).await?;
    if ask.preview {
        let read = imports::read(&desk.app, blob.clone(), bytes).await?;
        return Ok(Json(preview(&desk, &id, &blob, &read)).into_response());
    }
    let payload = json!({ "blob": id });
    let author = desk.person.id.to_string();
    let job = crate::jobs::start(&desk.app, &desk.territory, "import", payload, &author).await?;
    Ok(Json(job).into_response())
}

async fn file(desk: &Desk, id: &str) -> Answer<(String, Vec<u8>)> {
    let found = desk.app.store().blob(&desk.territory, &BlobId::from(id)).await?;
    found.map(|(blob, bytes)| (blob.name, bytes)).ok_or_else(Problem::missing)
}

/// The refused lines in the file's own format, the reason first.
#[utoipa::path(get, path = "/territories/{t}/imports/{id}/rejects.csv", tag = "imports", params(("t" = String, Path), ("id" = String, Path)),
    responses((status = 200, description = "The file", content_type = "text/csv", body = String), Refusals))]
pub(super) async fn rejects(desk: Desk, Id(id): Id) -> Answer<Response> {
    desk.needs(Ability::Import)?;
    let (name, bytes) = file(&desk, &id).await?;
    let read = imports::read(&desk.app, name, bytes).await?;
    let (name, bytes) = read.rejects.into_iter().next().ok_or_else(Problem::missing)?;
    let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let media = if name.ends_with("xlsx") { workbook } else { "text/csv" };
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(([(CONTENT_TYPE, media.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes).into_response())
}
