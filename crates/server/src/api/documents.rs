//! Papers of a synergy, photos of a visit, deliveries.

use super::lead_move::{save, start};
use crate::http::{Body, Desk, Id, download};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::SynergyView;
use access::Ability;
use axum::Json;
use axum::extract::Multipart;
use axum::response::Response;
use chrono::NaiveDate;
use model::{BlobId, Delivery, Document};
use serde::{Deserialize, Serialize};
use store::Kind;
use store::blob::NewBlob;
use utoipa::ToSchema;

/// The file of a form: name, media type, bytes.
pub(super) async fn file_of(mut form: Multipart) -> Answer<(String, String, Vec<u8>)> {
    let broken = |error: axum::extract::multipart::MultipartError| Problem {
        status: error.status().as_u16(),
        ..Problem::unreadable(error.body_text())
    };
    while let Some(part) = form.next_field().await.map_err(broken)? {
        if part.name() != Some("file") {
            continue;
        }
        let name = part.file_name().unwrap_or("fichier").chars().take(200).collect();
        let media = part.content_type().unwrap_or("application/octet-stream").to_owned();
        return Ok((name, media, part.bytes().await.map_err(broken)?.to_vec()));
    }
    Err(Problem::field("file", "refusal-file"))
}

async fn keep(desk: &Desk, form: Multipart) -> Answer<store::blob::Blob> {
    let (name, media_type, bytes) = file_of(form).await?;
    let (territory, author) = (desk.territory.clone(), desk.person.id.to_string());
    let new = NewBlob { territory, name, media_type, bytes, author };
    Ok(desk.app.store().put_blob(new, desk.app.now()).await?)
}

/// Keeps a paper with a synergy.
#[utoipa::path(post, path = "/territories/{t}/leads/{id}/documents", tag = "leads", params(("t" = String, Path), ("id" = String, Path)),
    request_body(content = super::imports::Upload, content_type = "multipart/form-data"), responses((status = 200, body = SynergyView), Refusals))]
pub(super) async fn attach(desk: Desk, Id(id): Id, form: Multipart) -> Answer<Json<SynergyView>> {
    desk.needs(Ability::Triage)?;
    let mut synergy = start(&desk, &id)?;
    let blob = keep(&desk, form).await?;
    synergy.documents.push(Document { blob: blob.id.clone(), name: blob.name, at: desk.app.now() });
    let saved = save(&desk, &synergy, desk.holding.revision(Kind::Synergy, &id)).await;
    if saved.is_err() {
        // Nothing names the paper: kept, nobody could ever find or delete it.
        desk.app.store().delete_blob(&desk.territory, &blob.id).await?;
    }
    saved.map(Json)
}

/// A paper, always as a file to save: what people send is never run by the browser.
#[utoipa::path(get, path = "/territories/{t}/documents/{id}", tag = "leads", params(("t" = String, Path), ("id" = String, Path)),
    responses((status = 200, description = "The file", content_type = "application/octet-stream", body = String), Refusals))]
pub(super) async fn get(desk: Desk, Id(id): Id) -> Answer<Response> {
    desk.needs(Ability::ReadAll)?;
    let found = desk.app.store().blob(&desk.territory, &BlobId::from(id)).await?;
    let (blob, bytes) = found.ok_or_else(Problem::missing)?;
    download(&blob.name, "application/octet-stream", bytes)
}

/// A kept photo.
#[derive(Serialize, ToSchema)]
pub(super) struct Kept {
    /// Its id.
    id: String,
}

/// Keeps a photo of a visit.
#[utoipa::path(post, path = "/territories/{t}/photos", tag = "visits", params(("t" = String, Path)),
    request_body(content = super::imports::Upload, content_type = "multipart/form-data"), responses((status = 200, body = Kept), Refusals))]
pub(super) async fn photo(desk: Desk, form: Multipart) -> Answer<Json<Kept>> {
    desk.needs(Ability::Edit)?;
    Ok(Json(Kept { id: keep(&desk, form).await?.id.to_string() }))
}

/// Something that really went.
#[derive(Deserialize, ToSchema)]
pub(super) struct DeliveryAsk {
    /// The day.
    day: NaiveDate,
    /// How much, or a remark: « 12 t ».
    #[schema(max_length = 300)]
    quantity: Option<String>,
}

/// Writes a delivery down.
#[utoipa::path(post, path = "/territories/{t}/leads/{id}/deliveries", tag = "leads", params(("t" = String, Path), ("id" = String, Path)),
    request_body = DeliveryAsk, responses((status = 200, body = SynergyView), Refusals))]
pub(super) async fn deliver(
    desk: Desk,
    Id(id): Id,
    Body(ask): Body<DeliveryAsk>,
) -> Answer<Json<SynergyView>> {
    desk.needs(Ability::Triage)?;
    let mut synergy = start(&desk, &id)?;
    let text = ask.quantity.map(|text| text.trim().chars().take(300).collect::<String>());
    let read = text.as_deref().map(|text| intake::value::quantity(text, true, ask.day, desk.app.reference()));
    let quantity = match read {
        Some(Ok((intake::value::Amount::Known(quantity), _))) => Some(quantity),
        _ => None,
    };
    synergy.deliveries.push(Delivery { day: ask.day, note: text.filter(|_| quantity.is_none()), quantity });
    Ok(Json(save(&desk, &synergy, desk.holding.revision(Kind::Synergy, &id)).await?))
}
