//! Figures: prices, factors, yields, shares.

use super::Reader;
use super::asked::{Asked, Found, field, plain, sources};
use crate::shapes::{ReferenceEntry, ReferenceValue};
use crate::view::{range, slug};
use chrono::NaiveDate;
use reference::Figure;
use std::collections::HashSet;
use wording::{Lang, date, rounded, unit};

/// One hit an id, with the value in force: past and coming ones are in the entry.
pub(super) fn find(reader: &Reader<'_>, asked: &Asked) -> Vec<Found> {
    let mut all: Vec<&Figure> = reader.reference.figures.all().collect();
    all.sort_by_key(|f| !in_force(reader, f));
    let mut seen = HashSet::new();
    all.retain(|f| seen.insert(f.id.as_str()));
    all.into_iter().filter_map(|f| found(reader, asked, f)).collect()
}

fn found(reader: &Reader<'_>, asked: &Asked, f: &Figure) -> Option<Found> {
    let near = asked.nearness(&[f.id.as_str(), &f.fr, &f.en])?;
    let detail = Some(value(reader, f));
    Some(Found { near, id: f.id.to_string(), label: label(reader, f).to_owned(), detail })
}

fn in_force(reader: &Reader<'_>, f: &Figure) -> bool {
    f.valid_from.is_none_or(|from| from <= reader.day)
        && f.valid_until.is_none_or(|until| reader.day <= until)
}

fn label<'a>(reader: &Reader<'_>, f: &'a Figure) -> &'a str {
    if reader.lang == Lang::En { &f.en } else { &f.fr }
}

/// « 22 €/t, du 01/01/2024 au 31/12/2024 ».
fn period(reader: &Reader<'_>, f: &Figure) -> String {
    let shown = |day: Option<NaiveDate>| day.map_or_else(|| "…".to_owned(), |day| date(reader.lang, day));
    format!("{} ({} → {})", value(reader, f), shown(f.valid_from), shown(f.valid_until))
}

/// As the document has it: « 15,18 €/t », « 125 – 150 – 190 €/t »; elsewhere numbers are rounded to what an estimate is worth.
fn value(reader: &Reader<'_>, f: &Figure) -> String {
    let range = f.value.range;
    let mut points =
        [range.low(), range.mid(), range.high()].map(|point| rounded(reader.lang, point, 4)).to_vec();
    points.dedup();
    format!("{} {}", points.join(" – "), unit(reader.lang, &f.value.unit))
}

/// The one in force, else the first of that id.
pub(super) fn open(reader: &Reader<'_>, id: &str) -> Option<ReferenceEntry> {
    let mut alike: Vec<&Figure> = reader.reference.figures.all().filter(|f| f.id.as_str() == id).collect();
    alike.sort_by_key(|f| !in_force(reader, f));
    let (f, others) = alike.split_first()?;
    let mut entry = plain("figure", f.id.to_string(), label(reader, f));
    entry.fields =
        [field(reader, "date", &f.date), field(reader, "note", &f.note)].into_iter().flatten().collect();
    entry
        .fields
        .extend(others.iter().filter_map(|other| field(reader, "other-period", &period(reader, other))));
    entry.sources = sources(reader, std::slice::from_ref(&f.source), Some(&f.locator));
    entry.value = Some(ReferenceValue {
        range: range(f.value.range),
        unit: f.value.unit.to_string(),
        valid_from: f.valid_from,
        valid_until: f.valid_until,
        confidence: Some(slug(&f.confidence)),
    });
    Some(entry)
}
