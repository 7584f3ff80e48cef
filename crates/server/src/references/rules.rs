//! Rules: what is pooled, what is never proposed, which permit is asked for.

use super::asked::{Asked, Found, field, plain, sources, word};
use super::{Reader, resource};
use crate::shapes::ReferenceEntry;
use reference::{Forbid, Range3, Regime, Rubric, Sharing};
use wording::{Lang, rounded};

pub(super) fn find_sharing(reader: &Reader<'_>, asked: &Asked) -> Vec<Found> {
    let found = |s: &Sharing| named(reader, asked, &s.id, &s.fr, &s.en);
    reader.reference.sharing.iter().filter_map(found).collect()
}

pub(super) fn open_sharing(reader: &Reader<'_>, id: &str) -> Option<ReferenceEntry> {
    let s = reader.reference.sharing.iter().find(|rule| rule.id == id)?;
    let conditions: Vec<&str> = s.conditions.iter().map(|one| one.get(reader.lang.code())).collect();
    let mut entry = plain("sharing", s.id.clone(), pick(reader, &s.fr, &s.en));
    let said = [
        field(reader, "how", &word(reader, &s.how)),
        field(reader, "radius", &format!("{} km", between(reader, &s.radius_km))),
        field(reader, "partners", &s.partners.to_string()),
        field(reader, "conditions", &conditions.join(" ; ")),
        field(reader, "note", s.note.as_deref().unwrap_or_default()),
    ];
    entry.fields = said.into_iter().flatten().collect();
    entry.sources = sources(reader, &s.source, None);
    entry.links = resource::links(reader, &s.of);
    Some(entry)
}

pub(super) fn find_prohibition(reader: &Reader<'_>, asked: &Asked) -> Vec<Found> {
    let found = |rule: &Forbid| named(reader, asked, &rule.id, &rule.fr, &rule.en);
    reader.reference.forbidden.iter().filter_map(found).collect()
}

pub(super) fn open_prohibition(reader: &Reader<'_>, id: &str) -> Option<ReferenceEntry> {
    let rule = reader.reference.forbidden.iter().find(|rule| rule.id == id)?;
    let mut entry = plain("prohibition", rule.id.clone(), pick(reader, &rule.fr, &rule.en));
    let said = [
        field(reader, "hazard", &rule.hazard.map(|hazard| word(reader, &hazard)).unwrap_or_default()),
        field(reader, "giver-naf", &rule.giver_naf.join(", ")),
        field(reader, "taker-naf", &rule.taker_naf.join(", ")),
        field(reader, "wording", &rule.wording.join(", ")),
        field(reader, "note", rule.note.as_deref().unwrap_or_default()),
    ];
    entry.fields = said.into_iter().flatten().collect();
    entry.sources = sources(reader, &rule.source, None);
    entry.links = resource::links(reader, &rule.resource);
    Some(entry)
}

pub(super) fn find_rubric(reader: &Reader<'_>, asked: &Asked) -> Vec<Found> {
    let found = |rubric: &Rubric| {
        let mut found = named(reader, asked, &rubric.id, &rubric.fr, &rubric.en)?;
        found.detail = Some(regimes(reader, rubric)).filter(|regimes| !regimes.is_empty());
        Some(found)
    };
    reader.reference.legal.rubrics.iter().filter_map(found).collect()
}

pub(super) fn open_rubric(reader: &Reader<'_>, id: &str) -> Option<ReferenceEntry> {
    let rubric = reader.reference.legal.rubric(id)?;
    let mut entry = plain("rubric", rubric.id.clone(), pick(reader, &rubric.fr, &rubric.en));
    let delay = rubric.delay_months.as_ref().map(|delay| between(reader, delay));
    let said = [
        field(reader, "regimes", &regimes(reader, rubric)),
        field(reader, "delay-months", &delay.unwrap_or_default()),
        field(reader, "note", rubric.note.as_deref().unwrap_or_default()),
    ];
    entry.fields = said.into_iter().flatten().collect();
    entry.sources = sources(reader, &rubric.source, None);
    Some(entry)
}

/// « D : à partir de 100 m³ ; E : … ».
fn regimes(reader: &Reader<'_>, rubric: &Rubric) -> String {
    let of = |regime: &Regime| format!("{} : {}", regime.level, pick(reader, &regime.from, &regime.from_en));
    rubric.regime.iter().map(of).collect::<Vec<_>>().join(" ; ")
}

fn named(reader: &Reader<'_>, asked: &Asked, id: &str, fr: &str, en: &str) -> Option<Found> {
    let near = asked.nearness(&[id, fr, en])?;
    Some(Found { near, id: id.to_owned(), label: pick(reader, fr, en).to_owned(), detail: None })
}

fn pick<'a>(reader: &Reader<'_>, fr: &'a str, en: &'a str) -> &'a str {
    if reader.lang == Lang::En { en } else { fr }
}

fn between(reader: &Reader<'_>, of: &Range3) -> String {
    let (low, high) = (rounded(reader.lang, of.0.low(), 3), rounded(reader.lang, of.0.high(), 3));
    if low == high { low } else { format!("{low}–{high}") }
}
