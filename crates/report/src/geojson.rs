//! Sites and leads on a map (RFC 7946: WGS 84, longitude first).

use crate::Support;
use crate::audience::Seen;
use model::{Lead, LeadKind, Place, Site};
use serde_json::{Value, json};
use units::Range;
use wording::{Keyed, Words};

pub(crate) fn collection(seen: &Seen<'_>) -> Value {
    let words = seen.words();
    let sites = seen.territory.sites.iter().map(|site| site_feature(site, &words));
    let leads = seen.leads.iter().enumerate().map(|(ix, lead)| lead_feature(ix + 1, lead, &words));
    json!({
        "type": "FeatureCollection",
        "name": seen.territory.name,
        "invented": seen.territory.invented,
        "day": seen.territory.day,
        "notice": seen.territory.notice,
        "features": sites.chain(leads).collect::<Vec<_>>(),
    })
}

fn site_feature(site: &Site, words: &Words<'_>) -> Value {
    json!({
        "type": "Feature",
        "id": format!("site/{}", site.id),
        "geometry": site.place.map(|place| json!({ "type": "Point", "coordinates": position(place) })),
        "properties": {
            "type": "site",
            "name": site.name,
            "kind": words.kind(site).map(|kind| words.say(&kind.key(), &[])),
            "activity": site.activity.as_ref().map(ToString::to_string),
            "zone": site.zone,
            "commune": site.commune,
            "precision": site.place.map(|place| place.precision),
            "evidence": words.evidence(&site.evidence),
        },
    })
}

fn lead_feature(rank: usize, lead: &Lead, words: &Words<'_>) -> Value {
    let gains = lead.appraisal.as_ref().map(|appraisal| &appraisal.gains);
    json!({
        "type": "Feature",
        "id": format!("lead/{}", lead.id),
        "geometry": geometry(lead, words),
        "properties": {
            "type": "lead",
            "rank": rank,
            "kind": lead.kind,
            "kind_label": words.say(&lead.kind.key(), &[]),
            "resource": lead.resource,
            "resource_label": words.label(&lead.resource),
            "sentence": words.lead(lead),
            "support": words.say(Support::of(lead, words).key(), &[]),
            "known": lead.known,
            "belief": lead.belief,
            "km": lead.km,
            "tonnes_per_year": lead.tonnes.map(points),
            "eur_per_year": gains.and_then(|g| g.euros.as_ref()).map(|e| points(e.range)),
            "tco2e_per_year": gains.and_then(|g| g.co2.as_ref()).map(|e| points(e.range)),
        },
    })
}

fn points(range: Range) -> Value {
    json!({ "p10": range.low(), "p50": range.mid(), "p90": range.high() })
}

/// A line along the way of a resource; points for a group; nothing when fewer than two places are known.
fn geometry(lead: &Lead, words: &Words<'_>) -> Value {
    let places: Vec<[f64; 2]> =
        lead.parties.iter().filter_map(|p| words.site(&p.site)?.place).map(position).collect();
    let kind = match lead.kind {
        LeadKind::Substitution | LeadKind::LocalPurchase => "LineString",
        LeadKind::Sharing | LeadKind::Chain => "MultiPoint",
    };
    if places.len() < 2 { Value::Null } else { json!({ "type": kind, "coordinates": places }) }
}

/// Six decimals are 10 cm: enough, and no false precision.
fn position(place: Place) -> [f64; 2] {
    [place.lon, place.lat].map(|degrees| (degrees * 1e6).round() / 1e6)
}
