//! Every entry that holds all the words.

use crate::shapes::{Facets, ReferenceHit, ReferenceList};
use classify::fold;
use reference::{Figure, Pathway, Reference, Resource, Source, WasteEntry};
use std::collections::BTreeMap;
use wording::{Lang, message};

/// Hits shown.
const SHOWN: usize = 100;

/// What answers the words, resources first.
pub(crate) fn search(reference: &Reference, lang: Lang, words: &str, kind: Option<&str>) -> ReferenceList {
    let folded = fold(words);
    let wanted: Vec<&str> = folded.split_whitespace().collect();
    let holds = |text: &str| {
        let text = fold(text);
        wanted.iter().all(|word| text.contains(word))
    };
    let mut hits = Vec::new();
    hits.extend(reference.catalogue.all().iter().filter(|r| holds(&words_of(r))).map(|r| resource(r, lang)));
    let pathways = reference.pathways.all().iter();
    hits.extend(pathways.filter(|p| holds(&format!("{} {} {}", p.id, p.fr, p.en))).map(|p| pathway(p, lang)));
    let figures = reference.figures.all();
    hits.extend(figures.filter(|f| holds(&format!("{} {} {}", f.id, f.fr, f.en))).map(|f| figure(f, lang)));
    let codes = reference.waste_list.entries().iter();
    let of_code = |e: &WasteEntry| format!("{} {} {}", e.display, e.label_fr, e.label_en);
    hits.extend(codes.filter(|e| holds(&of_code(e))).map(|e| waste_code(e, lang)));
    hits.extend(activities(reference, lang, &holds));
    let sources = reference.sources.values();
    hits.extend(
        sources.filter(|s| holds(&format!("{} {} {}", s.id, s.title, s.publisher))).map(|s| source(s, lang)),
    );
    listed(hits, kind)
}

fn listed(mut hits: Vec<ReferenceHit>, kind: Option<&str>) -> ReferenceList {
    let facets = crate::view::facets(hits.iter().map(|hit| hit.kind.clone()), |kind| {
        hits.iter().find(|hit| hit.kind == kind).map(|hit| hit.kind_label.clone()).unwrap_or_default()
    });
    if let Some(kind) = kind {
        hits.retain(|hit| hit.kind == kind);
    }
    let total = hits.len();
    hits.truncate(SHOWN);
    let facets: Facets = BTreeMap::from([("kind".to_owned(), facets)]);
    ReferenceList { total, hits, facets }
}

pub(super) fn hit(lang: Lang, kind: &str, id: String, label: &str, detail: Option<String>) -> ReferenceHit {
    let kind_label = message(lang, &format!("reference-{kind}"), &[]);
    ReferenceHit { kind: kind.to_owned(), kind_label, id, label: label.to_owned(), detail }
}

fn words_of(r: &Resource) -> String {
    [r.id.as_str(), &r.fr, &r.en, &r.words_fr.join(" "), &r.words_en.join(" ")].join(" ")
}

pub(super) fn resource(r: &Resource, lang: Lang) -> ReferenceHit {
    let codes: Vec<String> = r.codes.iter().map(ToString::to_string).collect();
    let detail = Some(codes.join(", ")).filter(|codes| !codes.is_empty());
    hit(lang, "resource", r.id.to_string(), r.label(lang.code()), detail)
}

pub(super) fn pathway(p: &Pathway, lang: Lang) -> ReferenceHit {
    hit(lang, "pathway", p.id.to_string(), p.label(lang.code()), None)
}

pub(super) fn figure(f: &Figure, lang: Lang) -> ReferenceHit {
    let label = if lang == Lang::En { &f.en } else { &f.fr };
    let value = wording::short(lang, &f.value.range, &f.value.unit);
    hit(lang, "figure", f.id.to_string(), label, Some(value))
}

pub(super) fn waste_code(e: &WasteEntry, lang: Lang) -> ReferenceHit {
    let label = if lang == Lang::En { &e.label_en } else { &e.label_fr };
    hit(lang, "waste-code", e.display.clone(), label, None)
}

pub(super) fn source(s: &Source, lang: Lang) -> ReferenceHit {
    hit(lang, "source", s.id.to_string(), &s.title, Some(s.publisher.clone()))
}

fn activities(reference: &Reference, lang: Lang, holds: &impl Fn(&str) -> bool) -> Vec<ReferenceHit> {
    let mut found: Vec<_> =
        reference.naf.labels().filter(|(code, fr, en)| holds(&format!("{} {fr} {en}", code.code))).collect();
    found.sort_by_key(|(code, ..)| *code);
    let label = |fr: &str, en: &str| if lang == Lang::En && !en.is_empty() { en } else { fr }.to_owned();
    found
        .into_iter()
        .map(|(code, fr, en)| hit(lang, "activity", code.to_string(), &label(fr, en), None))
        .collect()
}
