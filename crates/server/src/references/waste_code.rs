//! Entries of the List of Waste.

use super::Reader;
use super::asked::{Asked, Found, field, plain};
use crate::shapes::ReferenceEntry;
use reference::WasteEntry;
use wording::{Lang, date};

pub(super) fn find(reader: &Reader<'_>, asked: &Asked) -> Vec<Found> {
    let found = |e: &WasteEntry| {
        let near = asked.nearness(&[&e.display, &e.label_fr, &e.label_en])?;
        Some(Found {
            near,
            id: e.display.clone(),
            label: label(reader, e).to_owned(),
            detail: validity(reader, e),
        })
    };
    reader.reference.waste_list.entries().iter().filter_map(found).collect()
}

fn label<'a>(reader: &Reader<'_>, e: &'a WasteEntry) -> &'a str {
    if reader.lang == Lang::En { &e.label_en } else { &e.label_fr }
}

/// « 09/12/2026 → … » where the list changes; `None` for a code of both lists.
fn validity(reader: &Reader<'_>, e: &WasteEntry) -> Option<String> {
    let shown = |day: Option<_>| day.map_or_else(|| "…".to_owned(), |day| date(reader.lang, day));
    (e.valid_from.is_some() || e.valid_until.is_some())
        .then(|| format!("{} → {}", shown(e.valid_from), shown(e.valid_until)))
}

pub(super) fn open(reader: &Reader<'_>, id: &str) -> Option<ReferenceEntry> {
    let e = reader.reference.waste_list.entries().iter().find(|entry| entry.display == id)?;
    let mut entry = plain("waste-code", e.display.clone(), label(reader, e));
    let days = [("valid-from", e.valid_from), ("valid-until", e.valid_until)];
    entry.fields =
        days.into_iter().filter_map(|(key, day)| field(reader, key, &date(reader.lang, day?))).collect();
    entry.fields.extend(field(reader, "note", &e.note));
    Some(entry)
}
