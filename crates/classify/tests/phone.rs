//! What is typed with a thumb, and names of food given to other things.

use chrono::NaiveDate;
use classify::Classifier;
use reference::Reference;

#[test]
fn clipped_words_and_food_that_is_only_a_shape_are_read_right() {
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let classifier = Classifier::new(Reference::embedded().expect("data/"), day);
    for (wording, resource) in [
        ("huile friture", "used-cooking-oil"),
        ("pains de cire", "wax"),
        ("pâte crue", "dough-waste"),
        ("sons de blé", "bran"),
        ("saumure de trempe cyanurée", "cyanide-waste"),
        ("chute fil cuivre emaillé", "copper-scrap"),
        ("pains rassis", "bread-waste"),
        ("farine de blé", "flour"),
    ] {
        let found = classifier.classify(wording, 3);
        let best = found.resources.first().map(|r| r.resource.to_string());
        assert_eq!(best.as_deref(), Some(resource), "« {wording} »");
    }
    for (wording, code) in [
        ("chif gras", "15 02 02*"),
        ("batri de camion", "16 06 01*"),
        ("liquide refroid usé", "16 01 14*"),
        ("biscuit faïence", "17 01 03"),
        ("boue de rectif", "12 01 18*"),
    ] {
        let found = classifier.classify(wording, 3);
        let codes: Vec<String> = found.codes.iter().map(|c| c.code.to_string()).collect();
        assert_eq!(codes.first().map(String::as_str), Some(code), "« {wording} » {codes:?}");
    }
}

#[test]
fn a_thing_that_is_always_hazardous_leaves_nothing_to_ask_of_what_it_touched() {
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let classifier = Classifier::new(Reference::embedded().expect("data/"), day);
    let asks = |wording: &str| classifier.shown(wording, 3, None).question.is_some();
    for wording in ["DASRI", "tubes fluo", "plaque eternit"] {
        assert!(!asks(wording), "« {wording} »");
    }
    assert!(asks("fûts vides"), "what held it decides");
    for (wording, code) in [
        ("gravats avec amiante liée", "17 06 05*"),
        ("soluble", "12 01 09*"),
        ("huile d'olive rance", "20 01 25"),
        ("boues ni cr cu", "11 01 09*"),
    ] {
        let found = classifier.shown(wording, 3, None);
        assert_eq!(found.codes.first().map(|c| c.code.to_string()).as_deref(), Some(code), "« {wording} »");
    }
}

#[test]
fn the_code_shown_first_goes_with_the_thing_named() {
    let reference = Reference::embedded().expect("data/");
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let classifier = Classifier::new(reference, day);
    let first = |wording| classifier.shown(wording, 5, None).codes.first().map(|code| code.code.to_string());
    assert_eq!(first("sciure, copeaux").as_deref(), Some("03 01 05"));
    assert_eq!(first("copeaux inox").as_deref(), Some("12 01 01"));
    assert_eq!(first("copeaux / sciure litière"), None, "a product bears no code of metal turnings");
    assert_eq!(first("palettes imbibées d'huile").as_deref(), Some("15 01 10*"), "what soils stays");
}
