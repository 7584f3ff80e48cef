//! Numbers, evidence, names, pages.

use crate::http::Desk;
use crate::shapes::{Amount, EvidenceView, Facet, Named, RangeView};
use model::{Estimate, Evidence};
use reference::{Reference, ResourceId};
use serde::Serialize;
use std::collections::BTreeMap;
use units::Range;
use wording::Lang;

/// Rows on a page unless asked otherwise.
const PAGE: usize = 100;
/// Rows on a page at most.
const LARGEST: usize = 1_000;

pub(crate) fn range(range: Range) -> RangeView {
    RangeView { low: range.low(), mid: range.mid(), high: range.high() }
}

pub(crate) fn amount(of: Range, unit: &impl ToString, estimated: bool) -> Amount {
    Amount { range: range(of), unit: unit.to_string(), estimated }
}

pub(crate) fn money(estimate: Option<&Estimate>, estimated: bool) -> Option<Amount> {
    estimate.map(|estimate| amount(estimate.range, &estimate.unit, estimated))
}

pub(crate) fn evidence(of: &Evidence) -> EvidenceView {
    EvidenceView {
        basis: slug(&of.basis),
        source: of.source.to_string(),
        date: of.date,
        expires_on: of.expires_on,
    }
}

/// A word of the model as it is written in JSON.
pub(crate) fn slug(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

/// A name as an id: lower-case letters, digits, hyphens; at most 80 signs.
pub(crate) fn slug_of(name: &str) -> String {
    let folded = intake::fold(name).replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let kept = folded.trim_matches('-').chars().take(80).collect::<String>();
    if kept.is_empty() { "x".to_owned() } else { kept }
}

pub(crate) fn resource(id: &ResourceId, reference: &Reference, lang: Lang) -> Named {
    let label = reference.catalogue.get(id.as_str()).map_or(id.as_str(), |r| r.label(lang.code()));
    Named { id: id.to_string(), name: label.to_owned() }
}

/// The page that begins at `after`, and where the next one does.
pub(crate) fn paged<T>(
    all: Vec<T>,
    after: Option<&str>,
    limit: Option<usize>,
) -> (usize, Vec<T>, Option<String>) {
    let total = all.len();
    let from: usize = after.and_then(|text| text.parse().ok()).unwrap_or(0);
    let count = limit.unwrap_or(PAGE).clamp(1, LARGEST);
    let rows: Vec<T> = all.into_iter().skip(from).take(count).collect();
    let end = from.saturating_add(rows.len());
    (total, rows, (end < total && end > from).then(|| end.to_string()))
}

/// How often each value occurs, most often first.
pub(crate) fn facets(values: impl Iterator<Item = String>, label: impl Fn(&str) -> String) -> Vec<Facet> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut facets: Vec<Facet> =
        counts.into_iter().map(|(value, count)| Facet { label: label(&value), value, count }).collect();
    facets.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
    facets.truncate(200);
    facets
}

impl Desk {
    /// An id of the catalogue with its name.
    pub(crate) fn resource(&self, id: &ResourceId) -> Named {
        resource(id, self.app.reference(), self.lang)
    }

    /// The name of two digits of NAF; the digits when there is none.
    pub(crate) fn division(&self, division: &str) -> String {
        let found = self.app.reference().naf.labels().find(|(code, ..)| code.code == division);
        let label = found.map(|(_, fr, en)| if self.lang.code() == "en" && !en.is_empty() { en } else { fr });
        label.unwrap_or(division).to_owned()
    }

    /// A site with its name; what may be said of it when it may not be named.
    pub(crate) fn site_named(&self, id: &model::SiteId) -> Named {
        let name = self.page.site_name(id);
        let name = if name.is_empty() { self.say("party-hidden", &[]) } else { name.to_owned() };
        Named { id: id.to_string(), name }
    }
}
