//! Plants neighbours could build together.

use super::asked::{Asked, Found, field, link, plain, sources};
use super::{Reader, pathway, resource};
use crate::shapes::{ReferenceEntry, ReferenceHit};
use reference::{FigureId, Plant};
use wording::unit;

pub(super) fn find(reader: &Reader<'_>, asked: &Asked) -> Vec<Found> {
    let found = |p: &Plant| {
        let near = asked.nearness(&[&p.id, &p.fr, &p.en])?;
        Some(Found {
            near,
            id: p.id.clone(),
            label: p.label(reader.lang.code()).to_owned(),
            detail: Some(sizes(reader, p)),
        })
    };
    reader.reference.plants.iter().filter_map(found).collect()
}

/// « 100, 300, 1 000 kW ».
fn sizes(reader: &Reader<'_>, p: &Plant) -> String {
    let sizes: Vec<String> = p.sizes.iter().map(|one| wording::rounded(reader.lang, one.size, 6)).collect();
    format!("{} {}", sizes.join(", "), unit(reader.lang, &p.size_unit))
}

pub(super) fn open(reader: &Reader<'_>, id: &str) -> Option<ReferenceEntry> {
    let p = reader.reference.plants.iter().find(|plant| plant.id == id)?;
    let conditions: Vec<&str> = p.conditions.iter().map(|one| one.get(reader.lang.code())).collect();
    let posts: Vec<&str> = p.posts.iter().map(|post| post.rome.as_str()).collect();
    let mut entry = plain("plant", p.id.clone(), p.label(reader.lang.code()));
    let said = [
        field(reader, "sizes", &sizes(reader, p)),
        field(reader, "posts", &posts.join(", ")),
        field(reader, "rubrics", &p.rubrics.join(", ")),
        field(reader, "conditions", &conditions.join(" ; ")),
    ];
    entry.fields = said.into_iter().flatten().collect();
    entry.sources = sources(reader, &p.source, None);
    entry.links = links(reader, p);
    Some(entry)
}

/// What it gathers, makes, and the figures its economics start from.
fn links(reader: &Reader<'_>, p: &Plant) -> Vec<ReferenceHit> {
    let ways = p.pathways.iter().filter_map(|id| reader.reference.pathways.get(id.as_str()));
    let capex = p.sizes.iter().map(|size| &size.capex);
    let told: Vec<&FigureId> =
        capex.chain([&p.variable, &p.price, &p.om, &p.min_load, &p.lifetime]).collect();
    let figure = |id: &&FigureId| {
        let known = reader.reference.figures.all().find(|figure| &figure.id == *id)?;
        let label = if reader.lang.code() == "en" { &known.en } else { &known.fr };
        Some(link(reader, "figure", id.to_string(), label))
    };
    let mut links: Vec<_> = ways.map(|way| pathway::link_to(reader, way)).collect();
    links.extend(resource::links(reader, [&p.output]));
    links.extend(told.iter().filter_map(figure));
    let mut seen = std::collections::HashSet::new();
    links.retain(|hit| seen.insert((hit.kind.clone(), hit.id.clone())));
    links
}
