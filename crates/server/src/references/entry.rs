//! One entry with everything that is known of it.

use super::search::{figure, hit, pathway, resource, source, waste_code};
use crate::shapes::{ReferenceEntry, ReferenceField, ReferenceHit, ReferenceValue, SourceLine};
use crate::view::{range, slug};
use reference::{Figure, Pathway, Reference, Resource, SourceId};
use wording::{Keyed, Lang};

/// An entry; `None` when there is none.
pub(crate) fn entry(reference: &Reference, lang: Lang, kind: &str, id: &str) -> Option<ReferenceEntry> {
    match kind {
        "resource" => reference.catalogue.get(id).map(|r| of_resource(reference, lang, r)),
        "pathway" => reference.pathways.get(id).map(|p| of_pathway(reference, lang, p)),
        "figure" => {
            reference.figures.all().find(|f| f.id.as_str() == id).map(|f| of_figure(reference, lang, f))
        }
        "waste-code" => {
            let found = reference.waste_list.entries().iter().find(|entry| entry.display == id)?;
            let mut entry = plain(waste_code(found, lang));
            let days = [("valid_from", found.valid_from), ("valid_until", found.valid_until)];
            entry.fields.extend(days.into_iter().filter_map(|(key, day)| Some(field(key, &day?))));
            entry.fields.extend((!found.note.is_empty()).then(|| field("note", &found.note)));
            Some(entry)
        }
        "activity" => {
            let (code, fr, en) = reference.naf.labels().find(|(code, ..)| code.to_string() == id)?;
            let label = if lang == Lang::En && !en.is_empty() { en } else { fr };
            Some(plain(hit(lang, "activity", code.to_string(), label, None)))
        }
        "source" => {
            let found = reference.sources.get(&SourceId::from(id))?;
            let mut entry = plain(source(found, lang));
            entry.sources = sources(reference, std::slice::from_ref(&found.id), None);
            entry.fields = vec![
                field("publisher", &found.publisher),
                field("date", &found.date),
                field("licence", &found.licence),
            ];
            Some(entry)
        }
        _ => None,
    }
}

fn plain(hit: ReferenceHit) -> ReferenceEntry {
    ReferenceEntry {
        kind: hit.kind,
        id: hit.id,
        label: hit.label,
        fields: Vec::new(),
        sources: Vec::new(),
        value: None,
        links: Vec::new(),
    }
}

/// A field by its key; the pages have the words.
fn field(key: &str, value: &impl ToString) -> ReferenceField {
    ReferenceField { label: key.to_owned(), value: value.to_string() }
}

/// `locator` is a place in the first of them.
fn sources(reference: &Reference, ids: &[SourceId], locator: Option<&str>) -> Vec<SourceLine> {
    let line = |id: &SourceId| {
        let known = reference.sources.get(id)?;
        Some(SourceLine {
            id: id.to_string(),
            title: known.title.clone(),
            url: known.url.clone(),
            locator: locator.filter(|_| ids.first() == Some(id)).map(ToOwned::to_owned),
        })
    };
    ids.iter().filter_map(line).collect()
}

fn of_resource(reference: &Reference, lang: Lang, r: &Resource) -> ReferenceEntry {
    let catalogue = &reference.catalogue;
    let words = if lang == Lang::En { &r.words_en } else { &r.words_fr };
    let mut entry = plain(resource(r, lang));
    entry.fields = vec![field("kind", &slug(&r.kind)), field("words", &words.join(", "))];
    let codes: Vec<String> = r.codes.iter().map(ToString::to_string).collect();
    entry.fields.push(field("codes", &codes.join(", ")));
    entry.fields.push(field("hazard", &slug(&r.hazard)));
    if let Some(bulk) = r.bulk {
        let (low, mid, high) = (bulk.0.low(), bulk.0.mid(), bulk.0.high());
        entry.fields.push(field("bulk", &format!("{mid} kg/m3 ({low}–{high})")));
    }
    entry.fields.extend(r.note.as_ref().map(|note| field("note", note)));
    entry.sources = sources(reference, &r.source, r.locator.as_deref());
    let place = catalogue.index_of(r.id.as_str());
    let near = |ix: &(usize, u8)| catalogue.all().get(ix.0).filter(|other| other.id != r.id);
    if let Some(place) = place {
        let around = catalogue.ancestors(place).iter().chain(catalogue.descendants(place)).filter_map(near);
        entry.links = around.map(|other| resource(other, lang)).collect();
        entry.links.extend(reference.pathways.taking(place).map(|(_, way, _)| pathway(way, lang)));
        let mut seen = std::collections::HashSet::new();
        entry.links.retain(|hit| seen.insert((hit.kind.clone(), hit.id.clone())));
    }
    entry
}

fn of_pathway(reference: &Reference, lang: Lang, p: &Pathway) -> ReferenceEntry {
    let mut entry = plain(pathway(p, lang));
    entry.fields.extend(p.process.as_ref().map(|process| field("process", process)));
    entry.fields.push(field("hierarchy", &wording::message(lang, &p.hierarchy.key(), &[])));
    entry.fields.push(field("route", &wording::message(lang, &p.route.key(), &[])));
    entry.fields.push(field("rubrics", &p.rubrics.join(", ")));
    let conditions: Vec<&str> = p.conditions.iter().map(|condition| condition.get(lang.code())).collect();
    entry.fields.push(field("conditions", &conditions.join(" ; ")));
    entry.fields.extend(p.note.as_ref().map(|note| field("note", note)));
    entry.sources = sources(reference, &p.source, p.locator.as_deref());
    let outputs = p.outputs.iter().map(|product| &product.resource);
    let near = p.inputs.iter().chain(outputs).chain(&p.replaces);
    entry.links =
        near.filter_map(|id| reference.catalogue.get(id.as_str())).map(|r| resource(r, lang)).collect();
    entry
}

fn of_figure(reference: &Reference, lang: Lang, f: &Figure) -> ReferenceEntry {
    let mut entry = plain(figure(f, lang));
    entry.fields = vec![field("date", &f.date)];
    entry.fields.extend((!f.note.is_empty()).then(|| field("note", &f.note)));
    entry.sources = sources(reference, std::slice::from_ref(&f.source), Some(&f.locator));
    entry.value = Some(ReferenceValue {
        range: range(f.value.range),
        unit: f.value.unit.to_string(),
        valid_from: f.valid_from,
        valid_until: f.valid_until,
        confidence: Some(slug(&f.confidence)),
    });
    let alike = reference.figures.all().filter(|other| other.id == f.id && other.valid_from != f.valid_from);
    entry.links = alike.map(|other| figure(other, lang)).collect();
    entry
}
