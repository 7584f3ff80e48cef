//! The knowledge as people look things up: search, and one entry with everything. The pages and `fe2i reference` read the same.
//!
//! A kind of entry is a [`Room`]: how it is searched, how one is shown. The next kind is one file and one line of `ROOMS`.

mod activity;
mod alike;
mod asked;
mod figure;
mod lists;
mod pathway;
mod plant;
mod resource;
mod rules;
mod source;
#[cfg(test)]
mod tests;
mod waste_code;
mod words;

use crate::shapes::{Facets, ReferenceEntry, ReferenceHit, ReferenceList};
use asked::{Asked, Found};
use chrono::NaiveDate;
use reference::Reference;
use std::collections::BTreeMap;
use wording::Lang;

pub use alike::{alike, why_no_code};
pub(crate) use words::words;

/// Hits a page shows.
const SHOWN: usize = 100;

/// Who looks: what there is to know, the language, the day (figures in force come first).
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The knowledge.
    pub reference: &'a Reference,
    /// The language of labels.
    pub lang: Lang,
    /// The day.
    pub day: NaiveDate,
}

/// A kind of entry.
struct Room {
    kind: &'static str,
    find: fn(&Reader<'_>, &Asked) -> Vec<Found>,
    open: fn(&Reader<'_>, &str) -> Option<ReferenceEntry>,
}

const ROOMS: [Room; 10] = [
    Room { kind: "resource", find: resource::find, open: resource::open },
    Room { kind: "pathway", find: pathway::find, open: pathway::open },
    Room { kind: "figure", find: figure::find, open: figure::open },
    Room { kind: "waste-code", find: waste_code::find, open: waste_code::open },
    Room { kind: "activity", find: activity::find, open: activity::open },
    Room { kind: "plant", find: plant::find, open: plant::open },
    Room { kind: "sharing", find: rules::find_sharing, open: rules::open_sharing },
    Room { kind: "prohibition", find: rules::find_prohibition, open: rules::open_prohibition },
    Room { kind: "rubric", find: rules::find_rubric, open: rules::open_rubric },
    Room { kind: "source", find: source::find, open: source::open },
];

fn rooms() -> impl Iterator<Item = &'static Room> {
    ROOMS.iter().chain(&lists::ROOMS)
}

/// Every entry that holds all the words: first what bears that very name or code, then kind by kind, the nearest name first.
pub fn all(reader: &Reader<'_>, words: &str) -> Vec<ReferenceHit> {
    let asked = Asked::new(words);
    let (mut named, mut others) = (Vec::new(), Vec::new());
    for room in rooms() {
        let (same, near): (Vec<Found>, Vec<Found>) =
            (room.find)(reader, &asked).into_iter().partition(|found| found.near == 0);
        named.extend(asked::nearest(reader.lang, room.kind, same));
        others.extend(asked::nearest(reader.lang, room.kind, near));
    }
    named.extend(others);
    named
}

/// The same as a page shows it.
pub(crate) fn search(reader: &Reader<'_>, words: &str, kind: Option<&str>) -> ReferenceList {
    let mut hits = all(reader, words);
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

/// An entry; `None` when there is none.
pub fn entry(reader: &Reader<'_>, kind: &str, id: &str) -> Option<ReferenceEntry> {
    let room = rooms().find(|room| room.kind == kind)?;
    (room.open)(reader, id)
}
