//! Documents facts come from.

use super::Reader;
use super::asked::{Asked, Found, field, plain, sources};
use crate::shapes::ReferenceEntry;
use reference::{Source, SourceId};

pub(super) fn find(reader: &Reader<'_>, asked: &Asked) -> Vec<Found> {
    let found = |s: &Source| {
        let english = s.title_en.as_deref().unwrap_or_default();
        let near = asked.nearness(&[s.id.as_str(), &s.title, english, &s.publisher])?;
        let label = s.label(reader.lang.code()).to_owned();
        Some(Found { near, id: s.id.to_string(), label, detail: Some(s.publisher.clone()) })
    };
    reader.reference.sources.values().filter_map(found).collect()
}

pub(super) fn open(reader: &Reader<'_>, id: &str) -> Option<ReferenceEntry> {
    let s = reader.reference.sources.get(&SourceId::from(id))?;
    let mut entry = plain("source", s.id.to_string(), s.label(reader.lang.code()));
    let said = [
        field(reader, "publisher", &s.publisher),
        field(reader, "date", &s.date),
        field(reader, "licence", &s.licence),
        field(reader, "note", s.note.as_deref().unwrap_or_default()),
    ];
    entry.fields = said.into_iter().flatten().collect();
    entry.sources = sources(reader, std::slice::from_ref(&s.id), None);
    Some(entry)
}
