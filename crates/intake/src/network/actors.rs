//! The actors of a network: each is a legal unit with one site.

use super::{Document, reject, text};
use crate::commune::commune_place;
use crate::value::{activity, number};
use crate::{Options, parts};
use model::{
    Actor, ActorId, Basis, Batch, Evidence, Finding, Message, Place, Precision, Severity, Siret, Site, SiteId,
};
use reference::{ActivityCode, NafVersion};
use serde_json::Value;
use std::collections::HashMap;

/// Sites by the document's own ids, with the names.
pub(super) struct Actors {
    by_id: HashMap<String, (SiteId, String)>,
}

impl Actors {
    /// Reads the list into the batch.
    pub(super) fn read(
        entries: &[Value],
        about: &Document<'_>,
        options: &Options<'_>,
        batch: &mut Batch,
    ) -> Self {
        let mut by_id = HashMap::new();
        for (ix, entry) in entries.iter().enumerate() {
            let (Some(id), Some(name)) = (text(entry, "id"), text(entry, "name")) else {
                let key = if text(entry, "id").is_none() { "id" } else { "name" };
                let reason = Message::new("refused-network-key").with("key", key);
                batch.report.rejects.push(reject("actors", ix + 1, entry, key, reason));
                continue;
            };
            if by_id.contains_key(&id) {
                let reason = Message::new("refused-network-id").with("id", id);
                batch.report.rejects.push(reject("actors", ix + 1, entry, "id", reason));
                continue;
            }
            let (actor, site) = one(entry, &id, &name, about, options, &mut batch.findings);
            by_id.insert(id, (site.id.clone(), name));
            batch.actors.push(actor);
            batch.sites.push(site);
            batch.report.records += 1;
        }
        Self { by_id }
    }

    /// Site and name of one of the document's ids.
    pub(super) fn get(&self, id: &str) -> Option<&(SiteId, String)> {
        self.by_id.get(id)
    }
}

fn one(
    entry: &Value,
    id: &str,
    name: &str,
    about: &Document<'_>,
    options: &Options<'_>,
    findings: &mut Vec<Finding>,
) -> (Actor, Site) {
    let key = format!("{}:{id}", about.prefix);
    let evidence = Evidence::new(Basis::Documented, format!("{}#{id} ({})", about.file(), about.sources));
    let actor = parts::actor(ActorId::from(key.as_str()), name, evidence.clone());
    let mut site = Site::new(SiteId::from(key.as_str()), actor.id.clone(), name, evidence);
    site.activity_label = text(entry, "industry");
    site.activity = nace(entry, options, &key, findings);
    site.siret = text(entry, "siret").and_then(|siret| siret.parse::<Siret>().ok());
    site.commune = text(entry, "commune").or_else(|| text(entry, "city"));
    site.address = text(entry, "address");
    let postcode = text(entry, "postcode");
    site.place = point(entry)
        .or_else(|| commune_place(options.reference, site.commune.as_deref(), postcode.as_deref()));
    (actor, site)
}

/// The activity: NACE and NAF rev. 2 share their first four digits, and documents of this kind use no other version.
fn nace(
    entry: &Value,
    options: &Options<'_>,
    about: &str,
    findings: &mut Vec<Finding>,
) -> Option<ActivityCode> {
    let stated = text(entry, "nace").or_else(|| text(entry, "naf"))?;
    match activity(&stated, Some(NafVersion::Rev2), options.reference) {
        Ok(code) => Some(code),
        Err(reason) => {
            findings.push(
                Finding::new(Severity::Warning, "intake-network-nace-unknown", about)
                    .with("value", stated)
                    .saying("reason", reason),
            );
            None
        }
    }
}

fn point(entry: &Value) -> Option<Place> {
    let coordinate = |keys: [&str; 2], most: f64| {
        keys.iter().find_map(|key| number(&text(entry, key)?)).filter(|degrees| degrees.abs() <= most)
    };
    let (lat, lon) = (coordinate(["lat", "latitude"], 90.0)?, coordinate(["lon", "longitude"], 180.0)?);
    Some(Place { lat, lon, precision: Precision::Exact })
}
