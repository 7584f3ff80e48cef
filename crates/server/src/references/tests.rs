//! Every entry that is found opens, in both languages, and says where it comes from.

use super::*;
use std::collections::BTreeSet;

fn reader(lang: Lang) -> Reader<'static> {
    let reference = Reference::embedded().expect("the knowledge the binary ships");
    Reader { reference, lang, day: NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day") }
}

#[test]
fn what_is_found_opens_and_speaks_the_language() {
    for lang in Lang::ALL {
        let reader = reader(lang);
        let hits = all(&reader, "");
        let kinds: BTreeSet<&str> = hits.iter().map(|hit| hit.kind.as_str()).collect();
        assert_eq!(kinds.len(), ROOMS.len(), "{kinds:?}");
        for hit in &hits {
            let entry = entry(&reader, &hit.kind, &hit.id).unwrap_or_else(|| panic!("{hit:?}"));
            let said = serde_json::to_string(&entry).expect("json") + &hit.kind_label;
            assert!(!said.contains('⟦'), "no message: {said}");
        }
    }
}

#[test]
fn facts_say_where_they_come_from() {
    let reader = reader(Lang::Fr);
    let bare = |hit: &&ReferenceHit| !["waste-code", "activity"].contains(&hit.kind.as_str());
    for hit in all(&reader, "").iter().filter(bare) {
        let entry = entry(&reader, &hit.kind, &hit.id).expect("opens");
        assert!(!entry.sources.is_empty(), "{hit:?}");
    }
}

#[test]
fn a_hit_stands_once() {
    let hits = all(&reader(Lang::Fr), "tgap");
    let ids: BTreeSet<_> = hits.iter().map(|hit| (&hit.kind, &hit.id)).collect();
    assert_eq!(ids.len(), hits.len());
    assert!(hits.iter().any(|hit| hit.detail.as_deref() == Some("15,18 €/t")), "the rate as the law has it");
}
