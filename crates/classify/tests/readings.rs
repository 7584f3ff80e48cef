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
