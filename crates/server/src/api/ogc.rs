//! OGC API – Features (17-069r4, core and GeoJSON): QGIS opens `…/ogc/{territory}` and shows sites, flows and leads as layers. What each
//! person sees there is what they see elsewhere; programs come with a token.

use crate::App;
use crate::http::{Desk, Id, Ids, Params, aside};
use crate::problem::{Answer, Problem, Refusals};
use crate::view::flow_row;
use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use model::{Place, SiteId};
use serde::Deserialize;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::convert::Infallible;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

const LAYERS: [(&str, &str); 3] = [("sites", "Sites"), ("flows", "Flux"), ("leads", "Pistes")];
/// What holds; the document of the interface is OpenAPI 3.1, so that `oas30` does not.
const CONFORMANCE: [&str; 2] = [
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
];
/// Features on a page unless asked otherwise, and at most.
const PAGE: usize = 1_000;
const LARGEST: usize = 10_000;

pub(crate) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(landing))
        .routes(routes!(conformance))
        .routes(routes!(collections))
        .routes(routes!(collection))
        .routes(routes!(items))
        .routes(routes!(item))
}

/// The address links begin with: the public one, else the one that was asked.
struct Root(String);

impl FromRequestParts<App> for Root {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        let here = app.config().public_url.clone().unwrap_or_else(|| format!("http://{host}"));
        Ok(Self(here.trim_end_matches('/').to_owned()))
    }
}

#[expect(clippy::needless_pass_by_value, reason = "addresses are made where they are used")]
fn link(href: String, rel: &str, kind: &str) -> Value {
    json!({ "href": href, "rel": rel, "type": kind })
}

/// The layers of a territory: where they stand.
#[utoipa::path(get, path = "/ogc/{t}", tag = "ogc", params(("t" = String, Path)),
    responses((status = 200, description = "OGC 17-069r4", body = Object), Refusals))]
async fn landing(desk: Desk, Root(root): Root) -> Json<Value> {
    let base = format!("{root}/ogc/{}", desk.territory);
    Json(json!({
        "title": desk.page.territory().name,
        "description": "fe2i",
        "links": [
            link(base.clone(), "self", "application/json"),
            link(format!("{root}/api/v1/openapi.json"), "service-desc", "application/vnd.oai.openapi+json;version=3.1"),
            link(format!("{base}/conformance"), "conformance", "application/json"),
            link(format!("{base}/collections"), "data", "application/json"),
        ],
    }))
}

/// What holds of the standard.
#[utoipa::path(get, path = "/ogc/{t}/conformance", tag = "ogc", params(("t" = String, Path)),
    responses((status = 200, description = "OGC 17-069r4", body = Object), Refusals))]
async fn conformance(_: Desk) -> Json<Value> {
    Json(json!({ "conformsTo": CONFORMANCE }))
}

/// The layers: sites, flows, leads.
#[utoipa::path(get, path = "/ogc/{t}/collections", tag = "ogc", params(("t" = String, Path)),
    responses((status = 200, description = "OGC 17-069r4", body = Object), Refusals))]
async fn collections(desk: Desk, Root(root): Root) -> Json<Value> {
    let base = format!("{root}/ogc/{}", desk.territory);
    let all: Vec<Value> = LAYERS.iter().map(|(id, title)| described(&base, id, title)).collect();
    Json(
        json!({ "collections": all, "links": [link(format!("{base}/collections"), "self", "application/json")] }),
    )
}

fn described(base: &str, id: &str, title: &str) -> Value {
    json!({
        "id": id,
        "title": title,
        "itemType": "feature",
        "crs": ["http://www.opengis.net/def/crs/OGC/1.3/CRS84"],
        "links": [
            link(format!("{base}/collections/{id}"), "self", "application/json"),
            link(format!("{base}/collections/{id}/items"), "items", "application/geo+json"),
        ],
    })
}

/// One layer.
#[utoipa::path(get, path = "/ogc/{t}/collections/{c}", tag = "ogc", params(("t" = String, Path), ("c" = String, Path)),
    responses((status = 200, description = "OGC 17-069r4", body = Object), Refusals))]
async fn collection(desk: Desk, Root(root): Root, Id(id): Id) -> Answer<Json<Value>> {
    let known = LAYERS.iter().find(|(layer, _)| *layer == id);
    let (id, title) = known.ok_or_else(Problem::missing)?;
    Ok(Json(described(&format!("{root}/ogc/{}", desk.territory), id, title)))
}

/// Which features.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// West, south, east, north, in degrees (WGS 84).
    bbox: Option<String>,
    /// How many: 1 to 10 000, 1 000 unless asked otherwise.
    limit: Option<usize>,
    /// After how many.
    offset: Option<usize>,
}

/// The features of a layer, a page at a time.
#[utoipa::path(get, path = "/ogc/{t}/collections/{c}/items", tag = "ogc", params(("t" = String, Path), ("c" = String, Path), Asked),
    responses((status = 200, description = "RFC 7946", content_type = "application/geo+json", body = Object), Refusals))]
async fn items(
    desk: Desk,
    Root(root): Root,
    Id(layer): Id,
    Params(asked): Params<Asked>,
) -> Answer<Response> {
    let bbox = asked.bbox.as_deref().map(bbox).transpose()?;
    let (from, count) = (asked.offset.unwrap_or(0), asked.limit.unwrap_or(PAGE).clamp(1, LARGEST));
    let (address, now) = (desk.territory.clone(), desk.app.now());
    let name = layer.clone();
    let (matched, page) = aside(move || {
        // Where they are is enough to count them: only those of the page are put into words.
        let all = places(&desk, &name, bbox)?;
        let page: Vec<usize> = all.iter().copied().skip(from).take(count).collect();
        Ok((all.len(), features(&desk, &name, &page)))
    })
    .await?;
    let here = format!("{root}/ogc/{address}/collections/{layer}/items");
    let mut links = vec![link(here.clone(), "self", "application/geo+json")];
    let end = from.saturating_add(page.len());
    if end < matched && !page.is_empty() {
        let bbox = asked.bbox.map(|bbox| format!("&bbox={bbox}")).unwrap_or_default();
        links.push(link(format!("{here}?limit={count}&offset={end}{bbox}"), "next", "application/geo+json"));
    }
    Ok(geojson(&json!({
        "type": "FeatureCollection",
        "numberMatched": matched,
        "numberReturned": page.len(),
        "timeStamp": now.to_rfc3339(),
        "links": links,
        "features": page,
    })))
}

/// One feature.
#[utoipa::path(get, path = "/ogc/{t}/collections/{c}/items/{id}", tag = "ogc", params(("t" = String, Path), ("c" = String, Path), ("id" = String, Path)),
    responses((status = 200, description = "RFC 7946", content_type = "application/geo+json", body = Object), Refusals))]
async fn item(desk: Desk, Ids(names): Ids<(String, String, String)>) -> Answer<Response> {
    let (_, layer, id) = names;
    let found = places(&desk, &layer, None)?.into_iter().find(|&place| *name(&desk, &layer, place) == id);
    let feature = found.and_then(|place| features(&desk, &layer, &[place]).pop());
    Ok(geojson(&feature.ok_or_else(Problem::missing)?))
}

fn geojson(value: &Value) -> Response {
    ([(CONTENT_TYPE, "application/geo+json")], value.to_string()).into_response()
}

/// Where in their list the features of a layer stand that have a point, one of them in the box when there is one.
fn places(desk: &Desk, layer: &str, bbox: Option<[f64; 4]>) -> Answer<Vec<usize>> {
    let inside = |place: Place| {
        bbox.is_none_or(|[w, s, e, n]| (w..=e).contains(&place.lon) && (s..=n).contains(&place.lat))
    };
    let place = |site: &SiteId| desk.page.site(site).and_then(|site| site.place);
    let (territory, leads) = (desk.page.territory(), &desk.page.seen.whole.leads);
    match layer {
        "sites" => Ok(positions(&territory.sites, |site| site.place.is_some_and(inside))),
        "flows" => Ok(positions(&territory.flows, |flow| place(&flow.site).is_some_and(inside))),
        "leads" => Ok(positions(leads, |lead| {
            let points = || lead.parties.iter().filter_map(|party| place(&party.site));
            points().nth(1).is_some() && points().any(inside)
        })),
        _ => Err(Problem::missing()),
    }
}

fn positions<T>(list: &[T], has: impl Fn(&T) -> bool) -> Vec<usize> {
    (0..list.len()).filter(|&place| has(&list[place])).collect()
}

/// The id of a feature.
fn name<'d>(desk: &'d Desk, layer: &str, place: usize) -> Cow<'d, str> {
    let (territory, leads) = (desk.page.territory(), &desk.page.seen.whole.leads);
    match layer {
        "sites" => territory.sites[place].id.as_str().into(),
        "flows" => territory.flows[place].id.as_str(),
        _ => leads[place].id.as_str().into(),
    }
}

fn features(desk: &Desk, layer: &str, places: &[usize]) -> Vec<Value> {
    let (territory, places) = (desk.page.territory(), places.iter().copied());
    match layer {
        "sites" => plain(super::map::site_features(desk, places.map(|place| &territory.sites[place]))),
        "flows" => places.filter_map(|place| feature_of(desk, &territory.flows[place])).collect(),
        _ => plain(super::map::lead_features(desk, places)),
    }
}

/// Ids without the kind in front, and lists as texts: layers have plain columns.
fn plain(mut features: Vec<Value>) -> Vec<Value> {
    for feature in &mut features {
        feature["id"] = feature["properties"]["id"].clone();
        for value in feature["properties"].as_object_mut().into_iter().flat_map(|fields| fields.values_mut())
        {
            if let Some(list) = value.as_array() {
                let texts: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
                *value = texts.join(", ").into();
            }
        }
    }
    features
}

fn feature_of(desk: &Desk, flow: &model::Flow) -> Option<Value> {
    let place = desk.page.site(&flow.site)?.place?;
    let row = flow_row(desk, flow);
    Some(json!({
        "type": "Feature",
        "id": row.id,
        "geometry": { "type": "Point", "coordinates": [place.lon, place.lat] },
        "properties": {
            "id": row.id, "site": row.site.id, "site_name": row.site.name, "direction": row.direction,
            "wording": row.wording, "resource": row.resource.map(|resource| resource.id),
            "waste_code": row.waste_code, "tonnes": row.tonnes.map(|tonnes| tonnes.mid), "basis": row.evidence.basis,
        },
    }))
}

/// West, south, east, north.
fn bbox(text: &str) -> Answer<[f64; 4]> {
    let refuse = || Problem { status: 400, ..Problem::field("bbox", "refusal-bbox") };
    let numbers: Result<Vec<f64>, _> = text.split(',').map(|part| part.trim().parse()).collect();
    let numbers = numbers.map_err(|_| refuse())?;
    match numbers.as_slice() {
        [w, s, e, n] | [w, s, _, e, n, _] if numbers.iter().all(|n| n.is_finite()) => Ok([*w, *s, *e, *n]),
        _ => Err(refuse()),
    }
}
