//! Outlines of communes: what the map shows when there is no network.

use crate::http::{Desk, aside};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::Named;
use access::Ability;
use axum::Json;
use axum::extract::Multipart;
use model::Outline;
use serde::Serialize;
use serde_json::{Value, json};
use store::{Change, Kind};
use utoipa::ToSchema;

/// What became of a file.
#[derive(Serialize, ToSchema)]
pub(super) struct Taken {
    /// Outlines that entered.
    kept: usize,
    /// Why others did not.
    refused: Vec<String>,
}

/// The communes whose outline is known.
#[utoipa::path(get, path = "/territories/{t}/outlines", tag = "pictures", params(("t" = String, Path)),
    responses((status = 200, body = Vec<Named>), Refusals))]
pub(super) async fn list(desk: Desk) -> Json<Vec<Named>> {
    let named = |outline: &Outline| Named { id: outline.id.clone(), name: outline.name.clone() };
    Json(desk.holding.outlines.iter().map(named).collect())
}

/// Takes outlines in, GeoJSON (RFC 7946); one that is there already is replaced.
#[utoipa::path(post, path = "/territories/{t}/outlines", tag = "pictures", params(("t" = String, Path)),
    request_body(content = super::imports::Upload, content_type = "multipart/form-data"), responses((status = 200, body = Taken), Refusals))]
pub(super) async fn put(desk: Desk, form: Multipart) -> Answer<Json<Taken>> {
    desk.needs(Ability::Import)?;
    let (_, _, bytes) = super::documents::file_of(form).await?;
    let read = aside(move || Ok(intake::read_outlines(&bytes))).await?;
    let (outlines, refused) = read.map_err(|why| Problem::field("file", why))?;
    let author = desk.person.id.to_string();
    desk.app.store().put_outlines(&desk.territory, &outlines, &author, desk.app.now()).await?;
    let refused = refused.iter().map(|why| wording::said(desk.lang, why)).collect();
    Ok(Json(Taken { kept: outlines.len(), refused }))
}

/// Takes them all out.
#[utoipa::path(delete, path = "/territories/{t}/outlines", tag = "pictures", params(("t" = String, Path)),
    responses((status = 204), Refusals))]
pub(super) async fn delete(desk: Desk) -> Answer<axum::http::StatusCode> {
    desk.needs(Ability::Import)?;
    let change = |outline: &Outline| {
        let revision = desk.holding.revision(Kind::Outline, &outline.id)?;
        Some(Change::delete(Kind::Outline, outline.id.as_str(), revision))
    };
    let changes: Vec<Change> = desk.holding.outlines.iter().filter_map(change).collect();
    desk.commit(changes, Kind::Outline.as_str()).await?;
    Ok(axum::http::StatusCode::NO_CONTENT)
}

/// Those around the sites one sees, as features of the map: a department has seven hundred.
pub(super) fn features(desk: &Desk) -> Vec<Value> {
    let places = desk.holding.whole.territory.sites.iter().filter_map(|site| site.place);
    let around = places.fold(None, |around: Option<[f64; 4]>, place| {
        let [west, south, east, north] = around.unwrap_or([place.lon, place.lat, place.lon, place.lat]);
        Some([west.min(place.lon), south.min(place.lat), east.max(place.lon), north.max(place.lat)])
    });
    let meets = |outline: &&Outline| {
        let ([west, south, east, north], Some(a)) = (outline.bounds(), around) else { return true };
        west <= a[2] && east >= a[0] && south <= a[3] && north >= a[1]
    };
    let feature = |outline: &Outline| {
        json!({
            "type": "Feature",
            "id": format!("commune/{}", outline.id),
            "geometry": { "type": "MultiPolygon", "coordinates": outline.polygons },
            "properties": { "type": "commune", "id": outline.id, "name": outline.name },
        })
    };
    desk.holding.outlines.iter().filter(meets).map(feature).collect()
}
