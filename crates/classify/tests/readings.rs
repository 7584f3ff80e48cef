//! What people say, read with the knowledge that ships: the resource found first.

#![expect(clippy::expect_used, reason = "a test may stop")]

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

#[test]
fn a_rigid_container_is_no_big_bag() {
    for wording in ["GRV", "GRV 1000 L", "IBC", "cubi", "GRV vides propres"] {
        check(&[(wording, "ibc-container")]);
        let found = classifier().classify(wording, 12).resources;
        let bag = found.iter().find(|r| r.resource.as_str() == "big-bag");
        assert!(bag.is_none_or(|bag| bag.score < 0.5), "« {wording} »: {bag:?}");
    }
    check(&[("GRVS", "big-bag"), ("big bags", "big-bag"), ("FIBC", "big-bag")]);
}

#[test]
fn leftovers_slag_fines_and_cleaning() {
    check(&[
        ("restes de repas", "catering-waste"),
        ("restes de cantine", "catering-waste"),
        ("déchets de cuisine", "catering-waste"),
        ("biodéchets", "biowaste"),
        ("fines de laitier", "slag"),
        ("nettoyage", "cleaning"),
        ("produits de nettoyage", "cleaning-product"),
    ]);
}

#[test]
fn each_virgin_polymer_is_told_from_the_others_and_from_scrap() {
    check(&[
        ("granulés PP", "virgin-polypropylene"),
        ("granulés de PEHD", "virgin-polyethylene"),
        ("PET vierge", "virgin-pet"),
        ("granulés plastiques vierges", "virgin-polymer"),
        ("chutes de PP", "polypropylene"),
        ("chutes de PE", "polyethylene"),
    ]);
}

#[test]
fn scrap_of_one_polymer_replaces_that_polymer_only() {
    let reference = Reference::embedded().expect("data/");
    let mut checked = 0;
    for pathway in reference.pathways.all() {
        let Some(abbreviation) = pathway.id.as_str().strip_suffix("-scrap-to-processor") else { continue };
        if abbreviation == "plastic" {
            continue;
        }
        assert_eq!(pathway.replaces.len(), 1, "{}", pathway.id);
        assert_eq!(pathway.replaces[0].as_str(), format!("virgin-{}", pathway.inputs[0]), "{}", pathway.id);
        checked += 1;
    }
    assert_eq!(checked, 7);
}

#[test]
fn what_a_thing_is_for_is_not_the_thing() {
    check(&[
        ("verre de fenêtres pour microbilles", "flat-glass-waste"),
        ("aliment liquide pour porcs", "animal-feed"),
        ("window glass for glass beads", "flat-glass-waste"),
    ]);
}

#[test]
fn what_an_emptied_container_held_tells_no_trade() {
    let code = |wording| classifier().classify(wording, 1).codes[0].code.to_string();
    assert_eq!(code("pots de peinture vides"), "15 01 10*");
    assert_eq!(code("bidons d'huile vides"), "15 01 10*");
}

#[test]
fn the_usual_twin_is_taken_with_its_reason_until_somebody_answers() {
    let classifier = classifier();
    let first = |wording, told| {
        let found = classifier.classify_told(wording, 3, told);
        (found.codes[0].code.to_string(), found.assumed.is_some(), found.question.is_some())
    };
    assert_eq!(first("sable de sablage", None), ("12 01 17".into(), true, true));
    assert_eq!(first("sable de sablage", Some(true)), ("12 01 16*".into(), false, false));
    assert_eq!(first("encre d'imprimerie", None), ("08 03 12*".into(), true, true));
    assert_eq!(first("encre d'imprimerie", Some(false)), ("08 03 13".into(), false, false));
    assert_eq!(first("chiffons souillés", None), ("15 02 02*".into(), false, false));
}
