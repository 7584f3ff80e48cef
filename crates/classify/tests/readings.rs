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

#[test]
fn what_is_still_to_be_treated_is_not_treated() {
    check(&[
        ("eaux usées à traiter", "wastewater"),
        ("wastewater to be treated", "wastewater"),
        ("eaux usées traitées", "treated-wastewater"),
        ("plastiques durs à trier", "mixed-plastic"),
        ("huile à recycler", "used-oil"),
        ("gaz de biomasse", "syngas"),
        ("gaz naturel", "natural-gas"),
    ]);
}

#[test]
fn sewers_and_canals_are_cleaned_of_different_things() {
    check(&[
        ("boues de curage", "sewer-cleaning-waste"),
        ("boues de curage de canal", "dredged-sediment"),
        ("boues de dragage", "dredged-sediment"),
    ]);
    assert_eq!(classifier().classify("boues de curage", 1).codes[0].code.to_string(), "20 03 06");
}

#[test]
fn greasy_rags_are_soiled_in_both_languages() {
    check(&[
        ("chiffons gras", "soiled-absorbent"),
        ("greasy rags", "soiled-absorbent"),
        ("oily rags", "soiled-absorbent"),
    ]);
    for wording in ["chiffons gras", "greasy rags"] {
        let found = classifier().classify(wording, 3);
        assert_eq!(found.codes[0].code.to_string(), "15 02 02*");
        assert_eq!(found.codes[1].code.to_string(), "15 02 03", "{:?}", found.codes);
    }
}

#[test]
fn words_of_every_day_are_no_misspellings() {
    let found = |wording| classifier().classify(wording, 3);
    let fed = found("boues nourrissant les bactéries");
    assert!(fed.resources.iter().all(|r| !r.resource.as_str().contains("battery")), "{fed:?}");
    for wording in ["bien", "cher"] {
        assert!(found(wording).resources.is_empty(), "« {wording} »: {:?}", found(wording));
    }
    check(&[("baterie", "battery"), ("souffre", "sulphur"), ("panneaux bois", "wood-panel")]);
}

#[test]
fn the_number_of_a_category_tells() {
    for (wording, category) in [("catégorie 1", 1), ("cat 2", 2), ("TNP Kategorie 3", 3)] {
        let first = classifier().classify(&format!("{wording} sous-produit animal"), 1).resources;
        assert_eq!(first[0].resource.as_str(), format!("abp-category-{category}"));
    }
}

#[test]
fn what_is_left_of_a_thing_is_told_from_the_thing() {
    check(&[
        ("cheese", "dairy-product"),
        ("cheese waste", "cheese-waste"),
        ("DIB", "mixed-waste"),
        ("bois de palettes", "pallet-wood"),
        ("palette bois", "pallet"),
        ("copeaux", "wood-shaving"),
        ("PFAS", "pfas-waste"),
    ]);
}

#[test]
fn a_foreman_is_asked_only_what_the_code_hangs_on() {
    let classifier = classifier();
    let asked = |wording| classifier.classify(wording, 5).question.is_some();
    for wording in ["palettes HS", "carton", "ferraille", "chutes alu", "film étirable", "déchets verts"] {
        assert!(!asked(wording), "« {wording} »: {:?}", classifier.classify(wording, 5));
    }
    for wording in ["big bag vide", "DEEE", "terre de chantier", "pots de peinture", "sciure", "gravats"] {
        assert!(asked(wording), "« {wording} »: {:?}", classifier.classify(wording, 5));
    }
}

#[test]
fn what_a_foreman_types_has_the_right_code_first() {
    let classifier = classifier();
    for (wording, code) in [
        ("fut huile", "15 01 10*"),
        ("bidons souillés", "15 01 10*"),
        ("boues de curage", "20 03 06"),
        ("batterie camion", "16 06 01*"),
        ("poussière de meuleuse", "12 01 02"),
        ("bac a graisse", "19 08 09"),
        ("séparateur hydrocarbures", "13 05 02*"),
        ("huile de friture", "20 01 25"),
        ("traverses chemin de fer", "17 02 04*"),
        ("tubes fluo", "20 01 21*"),
        ("solvant usagé", "14 06 03*"),
        ("EPI usagés", "15 02 03"),
        ("leere Farbdosen", "15 01 10*"),
        ("Kühlschmierstoff", "12 01 09*"),
        ("used oil filters", "16 01 07*"),
    ] {
        let found = classifier.classify(wording, 5).codes;
        assert_eq!(found[0].code.to_string(), code, "« {wording} »: {found:?}");
    }
}

#[test]
fn a_lithium_battery_is_never_said_harmless_without_a_word() {
    for wording in ["batteries lithium", "lithium-ion batteries", "piles en mélange"] {
        let found = classifier().classify(wording, 3);
        let caution = found.caution.expect("a caution");
        assert!(caution.fr.contains("incendie") && caution.fr.contains("9 décembre 2026"), "{caution:?}");
    }
    assert_eq!(classifier().classify("palettes perdues", 3).caution, None);
}

#[test]
fn what_is_shown_has_no_noise_and_work_bears_no_waste_code() {
    let classifier = classifier();
    for wording in [
        "nettoyage de bureaux",
        "gardiennage",
        "études thermiques",
        "transport",
        "location de bennes",
        "formation sécurité",
        "eau chaude 60°C",
        "cherche chaleur serre 180 MWh",
        "chariot 3 t libre le mardi",
    ] {
        let shown = classifier.shown(wording, 5, None);
        assert!(shown.codes.is_empty() && shown.question.is_none(), "« {wording} »: {:?}", shown.codes);
        assert!(!shown.resources.is_empty(), "« {wording} »");
    }
    let codes = |wording: &str| -> Vec<String> {
        classifier.shown(wording, 5, None).codes.iter().map(|code| code.code.to_string()).collect()
    };
    assert_eq!(codes("chiffons gras"), ["15 02 02*", "15 02 03"]);
    assert_eq!(codes("palettes cassées").first().map(String::as_str), Some("15 01 03"));
    assert!(!codes("déchets de nettoyage de cuves").is_empty(), "what cleaning leaves is waste");
}

/// « grappes de coulée », « crème de ponçage »: what is done in a workshop says that a name of food is only a shape.
#[test]
fn a_shape_named_after_food_is_no_food_in_a_workshop() {
    let food = |code: &classify::RankedCode| code.code.chapter() == 2;
    for wording in [
        "crème de ponçage",
        "grappes de coulée",
        "noix de fonderie",
        "jus de trempe",
        "soupe de polissage",
        "carottes de forage",
        "bouillon de culture de laboratoire",
        "baguette de brasage cadmium",
    ] {
        let codes = classifier().classify(wording, 1).codes;
        assert!(!codes.iter().any(food), "« {wording} »: {codes:?}");
    }
    check(&[
        ("crème pâtissière", "dairy-residue"),
        ("perchlo pressing", "halogenated-solvent"),
        ("huile de compresseur", "used-oil"),
    ]);
}

#[test]
fn a_code_that_hangs_on_a_fact_says_which() {
    for (wording, fact) in [
        ("charbon actif saturé", "filtré"),
        ("gâteau de filtre-presse", "neutralisé"),
        ("résine époxy durcie", "durci"),
        ("sable grenaillé", "décapé"),
    ] {
        let caution = classifier().shown(wording, 5, None).caution;
        assert!(caution.as_ref().is_some_and(|c| c.fr.contains(fact)), "« {wording} »: {caution:?}");
    }
}

#[test]
fn a_window_taken_out_is_a_window_in_whatever_words() {
    check(&[
        ("fenetres deposées bois/PVC avec vitrage", "end-of-life-window"),
        ("fenêtres en fin de vie", "end-of-life-window"),
        ("vieilles fenêtres bois", "wood-window"),
        ("fenêtres déposées double vitrage", "end-of-life-window"),
        ("menuiseries PVC de dépose", "pvc-window"),
        ("double vitrage de dépose", "insulating-glazing"),
        ("menuiseries PVC", "pvc-window-frame"),
        ("copeaux / sciure litière", "animal-bedding"),
    ]);
}
