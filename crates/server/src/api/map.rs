//! Sites and leads as GeoJSON, as far as the reader may see them.

use crate::http::{Desk, Params};
use crate::problem::{Answer, Refusals};
use crate::view::{lead_rows, site_row};
use access::Ability;
use access::secrecy::LEAST;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;

/// What to show.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Leads shown, best first; 20 when absent: more lines hide each other.
    leads: Option<usize>,
    /// Only leads that this site has a part in.
    site: Option<String>,
    /// Only leads of this resource and more special ones.
    resource: Option<String>,
    /// Only leads at this stage, as in the list of leads.
    stage: Option<String>,
}

/// The map.
#[utoipa::path(get, path = "/territories/{t}/map", tag = "pictures", params(("t" = String, Path), Asked),
    responses((status = 200, description = "RFC 7946", content_type = "application/geo+json", body = Object), Refusals))]
pub(super) async fn get(desk: Desk, Params(asked): Params<Asked>) -> Answer<Response> {
    desk.once("application/geo+json", |desk| Ok(map(desk, asked))).await
}

fn map(desk: &Desk, asked: Asked) -> Value {
    let whole = &desk.page.seen.whole;
    let found = super::leads::found(desk, &super::leads::Asked::of(asked.site, asked.resource, asked.stage));
    let count = asked.leads.unwrap_or(20).min(5_000);
    let mut features: Vec<Value> = super::outlines::features(desk);
    features.extend(dots(desk));
    features.extend(zone_sums(desk));
    features.extend(lead_features(desk, found.iter().copied().take(count)));
    // Whose name is kept back has no place here either: that is no gap.
    let missing = whole.territory.sites.iter().filter(|s| s.place.is_none() && !s.name.is_empty()).count();
    json!({
        "type": "FeatureCollection",
        "name": whole.territory.name,
        "day": whole.territory.day,
        "without_place": missing,
        "leads": found.len(),
        "features": features,
    })
}

/// The sites as far as the map draws them: a large territory is read in one go, what a layer carries besides is in `/ogc`.
fn dots(desk: &Desk) -> Vec<Value> {
    let flows = |site: &model::SiteId| desk.page.flows_of.get(site).into_iter().flatten();
    let stated = |ix: &&usize| !desk.page.territory().flows[**ix].evidence.is_estimate();
    let dot = |site: &model::Site| {
        let place = site.place?;
        Some(json!({
            "type": "Feature",
            "geometry": { "type": "Point", "coordinates": [metre(place.lon), metre(place.lat)] },
            "properties": {
                "type": "site", "id": site.id, "name": site.name, "zone": site.zone, "commune": site.commune,
                "flows": flows(&site.id).filter(stated).count(),
            },
        }))
    };
    desk.page.territory().sites.iter().filter_map(dot).collect()
}

/// Degrees to about a metre.
fn metre(degrees: f64) -> f64 {
    (degrees * 1e5).round() / 1e5
}

/// For who sees no site: what each zone throws away, under statistical secrecy, at the middle of its sites.
fn zone_sums(desk: &Desk) -> Vec<Value> {
    if desk.viewer.may(Ability::ReadAll) || !desk.viewer.may(Ability::Figures) {
        return Vec::new();
    }
    let sum = |zone: crate::shapes::Figure| {
        let sites = desk.holding.whole.territory.sites.iter();
        let places: Vec<model::Place> = sites
            .filter(|site| site.zone.as_ref() == Some(&zone.key))
            .filter_map(|site| site.place)
            .collect();
        let mean = |of: fn(&model::Place) -> f64| {
            // To a kilometre: where one of three is would come out of the middle of all and of two.
            (places.iter().map(of).sum::<f64>() / places.len() as f64 * 100.0).round() / 100.0
        };
        (places.len() >= LEAST).then(|| {
            json!({
                "type": "Feature",
                "geometry": { "type": "Point", "coordinates": [mean(|p| p.lon), mean(|p| p.lat)] },
                "properties": { "type": "zone-sum", "name": zone.label, "tonnes": zone.value },
            })
        })
    };
    super::figures::zones(desk).into_iter().filter_map(sum).collect()
}

/// These sites, where they have a place.
pub(super) fn site_features<'s>(desk: &Desk, sites: impl Iterator<Item = &'s model::Site>) -> Vec<Value> {
    let feature = |site: &model::Site| {
        let row = site_row(desk, site);
        let place = site.place?;
        Some(json!({
            "type": "Feature",
            "id": format!("site/{}", row.id),
            "geometry": { "type": "Point", "coordinates": [place.lon, place.lat] },
            "properties": {
                "type": "site", "id": row.id, "name": row.name, "actor": row.actor, "kind": row.kind,
                "kind_label": row.kind_label, "activity": row.activity, "activity_label": row.activity_label,
                "zone": row.zone, "commune": row.commune, "precision": row.precision, "flows": row.flows,
                "estimates": row.estimates, "leads": row.leads,
                "resources": resources(desk, &site.id),
            },
        }))
    };
    sites.filter_map(feature).collect()
}

/// What the site takes and gives, for the map's filter.
fn resources(desk: &Desk, site: &model::SiteId) -> Vec<String> {
    let flows = desk.page.flows_of.get(site).into_iter().flatten();
    let of = flows.filter_map(|&ix| desk.page.territory().flows[ix].resource.as_ref());
    let mut of: Vec<String> = of.map(ToString::to_string).collect();
    of.sort();
    of.dedup();
    of
}

/// The leads at these places of the list.
pub(super) fn lead_features(desk: &Desk, places: impl Iterator<Item = usize>) -> Vec<Value> {
    let feature = |row: crate::shapes::LeadRow| {
        let points: Vec<[f64; 2]> =
            row.sites.iter().filter_map(|site| Some([site.lon?, site.lat?])).collect();
        if points.len() < 2 {
            return None;
        }
        let kind = if matches!(row.kind.as_str(), "substitution" | "local-purchase") {
            "LineString"
        } else {
            "MultiPoint"
        };
        Some(json!({
            "type": "Feature",
            "id": format!("lead/{}", row.id),
            "geometry": { "type": kind, "coordinates": points },
            "properties": {
                "type": "lead", "id": row.id, "rank": row.rank, "kind": row.kind, "kind_label": row.kind_label,
                "title": row.title, "sentence": row.sentence, "resource": row.resource.id,
                "resource_label": row.resource.name, "stage": row.stage, "support": row.support,
                "belief": row.belief, "km": row.km,
                "sites": row.sites.iter().map(|site| site.id.clone()).collect::<Vec<_>>(),
                "tonnes": row.mass.map(|mass| mass.range.mid),
                "euros": row.euros.map(|euros| euros.range.mid),
            },
        }))
    };
    lead_rows(desk, places).into_iter().filter_map(feature).collect()
}
