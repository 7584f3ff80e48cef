//! Resources of the catalogue.

use super::asked::{Asked, Found, field, link, plain, sources, word};
use super::{Reader, pathway};
use crate::shapes::{ReferenceEntry, ReferenceHit};
use reference::Resource;
use wording::Lang;

pub(super) fn find(reader: &Reader<'_>, asked: &Asked) -> Vec<Found> {
    reader.reference.catalogue.all().iter().filter_map(|r| found(reader, asked, r)).collect()
}

fn found(reader: &Reader<'_>, asked: &Asked, r: &Resource) -> Option<Found> {
    let mut names = vec![r.id.as_str(), &r.fr, &r.en];
    names.extend(r.words_fr.iter().chain(&r.words_en).map(String::as_str));
    let near = asked.nearness(&names)?;
    let detail = Some(codes(r)).filter(|codes| !codes.is_empty());
    Some(Found { near, id: r.id.to_string(), label: r.label(reader.lang.code()).to_owned(), detail })
}

fn codes(r: &Resource) -> String {
    r.codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

pub(super) fn open(reader: &Reader<'_>, id: &str) -> Option<ReferenceEntry> {
    let r = reader.reference.catalogue.get(id)?;
    let words = if reader.lang == Lang::En { &r.words_en } else { &r.words_fr };
    let mut entry = plain("resource", r.id.to_string(), r.label(reader.lang.code()));
    let bulk = r.bulk.map(|bulk| format!("{} kg/m3 ({}–{})", bulk.0.mid(), bulk.0.low(), bulk.0.high()));
    let said = [
        field(reader, "kind", &word(reader, &r.kind)),
        field(reader, "words", &words.join(", ")),
        field(reader, "codes", &codes(r)),
        field(reader, "hazard", &word(reader, &r.hazard)),
        field(reader, "bulk", &bulk.unwrap_or_default()),
        field(reader, "note", r.note.as_deref().unwrap_or_default()),
    ];
    entry.fields = said.into_iter().flatten().collect();
    entry.sources = sources(reader, &r.source, r.locator.as_deref());
    entry.links = around(reader, r);
    Some(entry)
}

/// More general and more specific resources, then the pathways that take it.
fn around(reader: &Reader<'_>, r: &Resource) -> Vec<ReferenceHit> {
    let catalogue = &reader.reference.catalogue;
    let Some(place) = catalogue.index_of(r.id.as_str()) else { return Vec::new() };
    let family = catalogue.ancestors(place).iter().chain(catalogue.descendants(place));
    let near = family.filter_map(|ix| catalogue.all().get(ix.0)).filter(|other| other.id != r.id);
    let mut links: Vec<_> = near.map(|other| link_to(reader, other)).collect();
    links.extend(reader.reference.pathways.taking(place).map(|(_, way, _)| pathway::link_to(reader, way)));
    let mut seen = std::collections::HashSet::new();
    links.retain(|hit| seen.insert((hit.kind.clone(), hit.id.clone())));
    links
}

pub(super) fn link_to(reader: &Reader<'_>, r: &Resource) -> ReferenceHit {
    link(reader, "resource", r.id.to_string(), r.label(reader.lang.code()))
}

/// Those of these ids that are known.
pub(super) fn links<'a>(
    reader: &Reader<'_>,
    ids: impl IntoIterator<Item = &'a reference::ResourceId>,
) -> Vec<ReferenceHit> {
    let known = |id: &reference::ResourceId| reader.reference.catalogue.get(id.as_str());
    ids.into_iter().filter_map(known).map(|r| link_to(reader, r)).collect()
}
