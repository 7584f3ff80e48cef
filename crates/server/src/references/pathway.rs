//! Ways of recovery.

use super::asked::{Asked, Found, field, link, plain, sources, word};
use super::{Reader, resource};
use crate::shapes::{ReferenceEntry, ReferenceHit};
use reference::Pathway;

pub(super) fn find(reader: &Reader<'_>, asked: &Asked) -> Vec<Found> {
    let found = |p: &Pathway| {
        let near = asked.nearness(&[p.id.as_str(), &p.fr, &p.en])?;
        Some(Found {
            near,
            id: p.id.to_string(),
            label: p.label(reader.lang.code()).to_owned(),
            detail: None,
        })
    };
    reader.reference.pathways.all().iter().filter_map(found).collect()
}

pub(super) fn open(reader: &Reader<'_>, id: &str) -> Option<ReferenceEntry> {
    let p = reader.reference.pathways.get(id)?;
    let conditions: Vec<&str> = p.conditions.iter().map(|one| one.get(reader.lang.code())).collect();
    let mut entry = plain("pathway", p.id.to_string(), p.label(reader.lang.code()));
    let said = [
        field(reader, "process", p.process.as_deref().unwrap_or_default()),
        field(reader, "hierarchy", &word(reader, &p.hierarchy)),
        field(reader, "route", &word(reader, &p.route)),
        field(reader, "rubrics", &p.rubrics.join(", ")),
        field(reader, "conditions", &conditions.join(" ; ")),
        field(reader, "note", p.note.as_deref().unwrap_or_default()),
    ];
    entry.fields = said.into_iter().flatten().collect();
    entry.sources = sources(reader, &p.source, p.locator.as_deref());
    let outputs = p.outputs.iter().map(|product| &product.resource);
    entry.links = resource::links(reader, p.inputs.iter().chain(outputs).chain(&p.replaces));
    Some(entry)
}

pub(super) fn link_to(reader: &Reader<'_>, p: &Pathway) -> ReferenceHit {
    link(reader, "pathway", p.id.to_string(), p.label(reader.lang.code()))
}
