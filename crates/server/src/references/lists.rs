//! The small official lists: operations R and D, headcount bands, insertion structures, occupations.

use super::Reader;
use super::asked::{Asked, Found, plain, sources};
use crate::shapes::ReferenceEntry;
use reference::{Nomenclatures, SourceId};
use wording::Lang;

/// Code, label in French and in English where there is one.
type Item<'r> = (&'r str, &'r str, Option<&'r str>);

/// A list: its kind of entry, the document it is from, its items.
struct List {
    kind: &'static str,
    source: &'static str,
    items: fn(&Nomenclatures) -> Vec<Item<'_>>,
}

const OPERATIONS: List = List {
    kind: "operation",
    source: "directive-2008-98",
    items: |lists| lists.operations.iter().map(|o| (&*o.code, &*o.label_fr, Some(&*o.label_en))).collect(),
};
const BANDS: List = List {
    kind: "headcount-band",
    source: "insee-sirene-bands",
    items: |lists| lists.bands.iter().map(|band| (&*band.code, &*band.label_fr, None)).collect(),
};
const INSERTION: List = List {
    kind: "insertion-kind",
    source: "emplois-inclusion",
    items: |lists| lists.insertion.iter().map(|i| (&*i.code, &*i.label_fr, Some(&*i.label_en))).collect(),
};
const OCCUPATIONS: List = List {
    kind: "occupation",
    source: "france-travail-rome-4",
    items: |lists| lists.skills.iter().map(|skill| (&*skill.code, &*skill.label_fr, None)).collect(),
};

impl List {
    fn find(&self, reader: &Reader<'_>, asked: &Asked) -> Vec<Found> {
        let items = (self.items)(&reader.reference.lists).into_iter();
        let found = |(code, fr, en): Item<'_>| {
            let near = asked.nearness(&[code, fr, en.unwrap_or_default()])?;
            Some(Found { near, id: code.to_owned(), label: label(reader, fr, en), detail: None })
        };
        items.filter_map(found).collect()
    }

    fn open(&self, reader: &Reader<'_>, id: &str) -> Option<ReferenceEntry> {
        let mut items = (self.items)(&reader.reference.lists).into_iter();
        let (code, fr, en) = items.find(|(code, ..)| *code == id)?;
        let mut entry = plain(self.kind, code.to_owned(), &label(reader, fr, en));
        entry.sources = sources(reader, &[SourceId::from(self.source)], None);
        Some(entry)
    }
}

fn label(reader: &Reader<'_>, fr: &str, en: Option<&str>) -> String {
    en.filter(|en| reader.lang == Lang::En && !en.is_empty()).unwrap_or(fr).to_owned()
}

/// The rooms of these lists.
pub(super) const ROOMS: [super::Room; 4] = [
    super::Room {
        kind: OPERATIONS.kind,
        find: |reader, asked| OPERATIONS.find(reader, asked),
        open: |reader, id| OPERATIONS.open(reader, id),
    },
    super::Room {
        kind: BANDS.kind,
        find: |reader, asked| BANDS.find(reader, asked),
        open: |reader, id| BANDS.open(reader, id),
    },
    super::Room {
        kind: INSERTION.kind,
        find: |reader, asked| INSERTION.find(reader, asked),
        open: |reader, id| INSERTION.open(reader, id),
    },
    super::Room {
        kind: OCCUPATIONS.kind,
        find: |reader, asked| OCCUPATIONS.find(reader, asked),
        open: |reader, id| OCCUPATIONS.open(reader, id),
    },
];
