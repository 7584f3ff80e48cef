//! Files that come in: shown before anything is kept, then kept by a job; refused lines go back in their own format.

use crate::http::{Body, Desk, Id, Params};
use crate::imports::{self, Said, memory, preview};
use crate::problem::{Answer, Problem, Refusals, Text};
use crate::shapes::ImportPreview;
use crate::shapes::input::ImportConfirm;
use access::Ability;
use axum::Json;
use axum::extract::Multipart;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use intake::fold;
use model::BlobId;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use store::blob::NewBlob;
use utoipa::IntoParams;

/// A file to send.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "only its documentation is used")]
pub(super) struct Upload {
    /// The file.
    #[schema(format = Binary)]
    file: String,
}

/// Reads a file and shows what was understood; keeps nothing but the file. Headings that somebody explained for an earlier file are known.
#[utoipa::path(post, path = "/territories/{t}/imports", tag = "imports", params(("t" = String, Path)),
    request_body(content = Upload, content_type = "multipart/form-data"), responses((status = 200, body = ImportPreview), Refusals))]
pub(super) async fn upload(desk: Desk, form: Multipart) -> Answer<Json<ImportPreview>> {
    desk.needs(Ability::Import)?;
    let (name, media_type, bytes) = super::documents::file_of(form).await?;
    let (said, read) = understood(&desk, &name, &bytes).await?;
    let new = NewBlob {
        territory: desk.territory.clone(),
        name: name.clone(),
        media_type,
        bytes,
        author: desk.person.id.to_string(),
    };
    let blob = desk.app.store().put_upload(new, desk.app.now()).await?;
    let remembered = said.is_some();
    Ok(Json(preview(&desk, blob.id.as_str(), &name, &read, &said.unwrap_or_default(), remembered)))
}

/// A file read by what is remembered of its headings.
async fn understood(desk: &Desk, name: &str, bytes: &[u8]) -> Answer<(Option<Said>, imports::Read)> {
    let read = read(desk, name, bytes, &Said::default()).await?;
    let Some(draft) = &read.draft else { return Ok((None, read)) };
    match memory::recall(&desk.app, &desk.territory, draft).await? {
        Some(said) => {
            let again = self::read(desk, name, bytes, &said).await;
            // The site of an earlier file may be gone: then it is asked again.
            Ok(again.map_or((None, read), |again| (Some(said), again)))
        }
        None => Ok((None, read)),
    }
}

async fn read(desk: &Desk, name: &str, bytes: &[u8], said: &Said) -> Answer<imports::Read> {
    let file =
        memory::file(&desk.app, &desk.territory, name.to_owned(), bytes.to_vec(), said, desk.lang).await?;
    imports::read(&desk.app, file).await
}

/// What a person said, with headings as they are compared.
fn said(
    mapping: BTreeMap<String, String>,
    site: Option<String>,
    sender: Option<String>,
    heading_row: Option<usize>,
) -> Said {
    let given =
        |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let fields = mapping.into_iter().map(|(heading, field)| (fold(&heading), field)).collect();
    Said { fields, site: given(site), sender: given(sender), heading_row }
}

/// Keeps what was understood, as a job, and remembers what the columns are; with `preview` only shows it again.
#[utoipa::path(post, path = "/territories/{t}/imports/{id}/confirm", tag = "imports", params(("t" = String, Path), ("id" = String, Path)),
    request_body = ImportConfirm, responses((status = 200, body = crate::shapes::Job), Refusals))]
pub(super) async fn confirm(desk: Desk, Id(id): Id, Body(ask): Body<ImportConfirm>) -> Answer<Response> {
    desk.needs(Ability::Import)?;
    let (name, bytes) = file(&desk, &id).await?;
    let said = said(ask.mapping, ask.site, ask.sender, ask.heading_row);
    if ask.preview {
        let read = read(&desk, &name, &bytes, &said).await?;
        return Ok(Json(preview(&desk, &id, &name, &read, &said, false)).into_response());
    }
    memory::remember(&desk, &said).await?;
    let payload = json!({ "blob": id, "said": said });
    let author = desk.person.id.to_string();
    let job = crate::jobs::start(&desk.app, &desk.territory, "import", payload, &author).await?;
    Ok(Json(job).into_response())
}

async fn file(desk: &Desk, id: &str) -> Answer<(String, Vec<u8>)> {
    let found = desk.app.store().upload(&desk.territory, &BlobId::from(id)).await?;
    found.map(|(blob, bytes)| (blob.name, bytes)).ok_or_else(Problem::missing)
}

/// What was said of the columns.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Heading → field as JSON, as in the confirmation; absent takes what is remembered.
    mapping: Option<String>,
    /// The site of lines that name none.
    site: Option<String>,
    /// The line that holds the headings, from 1, where the guess is wrong.
    heading_row: Option<usize>,
}

/// The refused lines in the file's own format, the reason first.
#[utoipa::path(get, path = "/territories/{t}/imports/{id}/rejects.csv", tag = "imports",
    params(("t" = String, Path), ("id" = String, Path), Asked),
    responses((status = 200, description = "The file", content_type = "text/csv", body = String), Refusals))]
pub(super) async fn rejects(desk: Desk, Id(id): Id, Params(asked): Params<Asked>) -> Answer<Response> {
    desk.needs(Ability::Import)?;
    let (name, bytes) = file(&desk, &id).await?;
    let read = match asked.mapping {
        Some(mapping) => {
            let fields = serde_json::from_str(&mapping);
            let fields = fields.map_err(|error| Problem::field("mapping", Text::Told(error.to_string())))?;
            read(&desk, &name, &bytes, &said(fields, asked.site, None, asked.heading_row)).await?
        }
        None => understood(&desk, &name, &bytes).await?.1,
    };
    let (name, bytes) = read.rejects.into_iter().next().ok_or_else(Problem::missing)?;
    let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let media = if name.ends_with("xlsx") { workbook } else { "text/csv" };
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(([(CONTENT_TYPE, media.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes).into_response())
}
