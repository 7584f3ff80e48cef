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
        assert_eq!(kinds.len(), rooms().count(), "{kinds:?}");
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

#[test]
fn codes_are_found_whole_and_what_is_misspelt_is_guessed() {
    let reader = reader(Lang::Fr);
    let first = |words: &str| all(&reader, words).first().map(|hit| format!("{} {}", hit.kind, hit.id));
    assert_eq!(first("R3").as_deref(), Some("operation R3"));
    assert_eq!(first("ACI").as_deref(), Some("insertion-kind ACI"));
    assert_eq!(first("99 99 99"), None);
    assert_eq!(first("15 01 03").as_deref(), Some("waste-code 15 01 03"));
    assert!(alike(&reader, "paletes").contains(&"palettes".to_owned()), "{:?}", alike(&reader, "paletes"));
    assert!(alike(&reader, "zzzgloubi").is_empty());
    let code = |words: &str| wording::said(Lang::Fr, &why_no_code(&reader, words).expect("a code"));
    assert!(
        code("10.71Z").contains("10.71A")
            && code("R99").contains("R13")
            && code("99 99 99").contains("n’existe pas")
    );
    assert!(why_no_code(&reader, "chaleur").is_none());
}
