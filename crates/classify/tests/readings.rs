//! What people say, read with the knowledge that ships: the resource found first.

use chrono::NaiveDate;
use classify::Classifier;
use reference::Reference;

fn classifier() -> Classifier<'static> {
    let reference = Reference::embedded().expect("data/");
    Classifier::new(reference, NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day"))
}

fn check(cases: &[(&str, &str)]) {
    let classifier = classifier();
    for (wording, expected) in cases {
        let found = classifier.classify(wording, 3).resources;
        let first = found.first().map(|r| r.resource.as_str());
        assert_eq!(first, Some(*expected), "« {wording} »: {found:?}");
    }
}

#[test]
fn hazardous_wood_is_told_from_clean_wood() {
    check(&[
        ("bois traité classe C", "class-c-wood"),
        ("bois classe C", "class-c-wood"),
        ("bois C", "class-c-wood"),
        ("bois B", "class-b-wood"),
        ("bois de classe A", "untreated-wood"),
        ("bois non traité", "untreated-wood"),
        ("chutes de bois traité", "class-c-wood"),
        ("chutes de bois", "wood-offcut"),
        ("huile alimentaire usagée", "used-cooking-oil"),
    ]);
    let codes = classifier().classify("bois traité classe C", 1).codes;
    assert_eq!(codes[0].code.to_string(), "17 02 04*");
}
