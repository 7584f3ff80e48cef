//! Activity codes of both nomenclatures, with what such firms typically take in, give out, need and own.

use super::asked::{Asked, Found, field, link, plain, sources};
use super::{Reader, resource};
use crate::shapes::{ReferenceEntry, ReferenceHit};
use reference::{ActivityCode, NafVersion, Profile, Typical};
use wording::{Lang, percent};

/// Flows told of each kind.
const TOLD: usize = 12;

pub(super) fn find(reader: &Reader<'_>, asked: &Asked) -> Vec<Found> {
    let mut labels: Vec<_> = reader.reference.naf.labels().collect();
    labels.sort_by_key(|(code, ..)| *code);
    let found = |(code, fr, en): (&ActivityCode, &str, &str)| {
        let near = asked.nearness(&[&code.code, &code.to_string(), fr, en])?;
        Some(Found {
            near,
            id: code.to_string(),
            label: label(reader, fr, en).to_owned(),
            detail: Some(code.to_string()),
        })
    };
    labels.into_iter().filter_map(found).collect()
}

fn label<'a>(reader: &Reader<'_>, fr: &'a str, en: &'a str) -> &'a str {
    if reader.lang == Lang::En && !en.is_empty() { en } else { fr }
}

pub(super) fn open(reader: &Reader<'_>, id: &str) -> Option<ReferenceEntry> {
    let naf = &reader.reference.naf;
    let (code, fr, en) = naf.labels().find(|(code, ..)| code.to_string() == id)?;
    let mut entry = plain("activity", id.to_owned(), label(reader, fr, en));
    if code.version == NafVersion::Rev2 {
        let profile = reader.reference.activities.profile(code.class());
        entry.fields = fields(reader, &profile);
        entry.sources = sources(reader, &cited(reader, code), None);
        let flows = profile.gives.iter().chain(&profile.takes).map(|typical| &typical.r);
        entry.links = resource::links(reader, flows.take(2 * TOLD));
    } else {
        entry.links = before(reader, code);
    }
    Some(entry)
}

fn fields(reader: &Reader<'_>, profile: &Profile) -> Vec<crate::shapes::ReferenceField> {
    let kinds = [
        ("gives", &profile.gives),
        ("takes", &profile.takes),
        ("makes", &profile.makes),
        ("needs", &profile.needs),
        ("owns", &profile.owns),
    ];
    kinds.into_iter().filter_map(|(key, flows)| field(reader, key, &typical(reader, flows))).collect()
}

/// « boue de papeterie (90 %), carton (80 %) »: the share of such firms, the commonest first.
fn typical(reader: &Reader<'_>, flows: &[Typical]) -> String {
    let mut flows: Vec<&Typical> = flows.iter().collect();
    flows.sort_by(|a, b| b.p.total_cmp(&a.p));
    let told = |typical: &&Typical| {
        let name = reader.reference.catalogue.get(typical.r.as_str())?.label(reader.lang.code());
        Some(format!("{name} ({})", percent(reader.lang, typical.p)))
    };
    flows.iter().take(TOLD).filter_map(told).collect::<Vec<_>>().join(", ")
}

/// The documents of every profile laid over this class.
fn cited(reader: &Reader<'_>, code: &ActivityCode) -> Vec<reference::SourceId> {
    let covers = |prefix: &String| code.class().starts_with(prefix.as_str());
    let profiles = reader.reference.activities.all().iter().filter(|one| one.naf.iter().any(covers));
    let mut ids: Vec<_> = profiles.flat_map(|one| one.source.clone()).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// The classes it was in the nomenclature before: profiles speak of those.
fn before(reader: &Reader<'_>, code: &ActivityCode) -> Vec<ReferenceHit> {
    let naf = &reader.reference.naf;
    let old = |text: &String| ActivityCode::parse(text, Some(NafVersion::Rev2)).ok();
    let told = |code: ActivityCode| {
        let label = naf.label(&code, reader.lang.code())?.to_owned();
        Some(link(reader, "activity", code.to_string(), &label))
    };
    naf.as_rev2(code).iter().filter_map(old).filter_map(told).collect()
}
