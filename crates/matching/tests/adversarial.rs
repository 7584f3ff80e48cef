//! What no facilitator would forgive, against the real knowledge: each pair must give no lead, even when the taker asks for the thing by name.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[expect(dead_code, reason = "shared with the other tests")]
mod common;

use common::{Scene, give, take};
use model::Role;
use reference::Reference;

/// Giver's activity, residue, taker's activity, what the taker says it buys; why not.
const NEVER: [(&str, &str, &str, &str, &str); 23] = [
    ("25.61", "paint-sludge", "10.71", "paint-sludge", "hazardous waste to food"),
    ("24.10", "eaf-slag", "10.71", "eaf-slag", "slag to a bakery"),
    ("24.10", "eaf-slag", "10.71", "slag", "slag to a bakery, named broadly"),
    ("43.11", "asbestos-waste", "42.11", "aggregate", "asbestos to a road"),
    ("43.11", "asbestos-waste", "42.11", "asbestos-waste", "asbestos to a road, asked for"),
    ("38.21", "apc-residue", "01.11", "fertiliser", "flue-gas residue to a farm"),
    ("38.21", "apc-residue", "01.11", "apc-residue", "flue-gas residue to a farm, asked for"),
    ("27.11", "pcb-waste", "35.30", "fuel-oil-heavy", "PCB oil as fuel"),
    ("27.11", "pcb-waste", "23.51", "pcb-waste", "PCB oil to a kiln"),
    ("86.10", "infectious-healthcare-waste", "20.15", "compost", "medical waste to compost"),
    (
        "86.10",
        "infectious-healthcare-waste",
        "01.11",
        "infectious-healthcare-waste",
        "medical waste to a farm",
    ),
    ("43.11", "class-c-wood", "85.32", "wood-chips", "treated wood to a school's boiler"),
    ("43.11", "class-c-wood", "01.13", "class-c-wood", "treated wood to a greenhouse"),
    ("42.12", "railway-sleeper", "85.20", "wood-chips", "creosoted sleepers to a school's boiler"),
    ("10.11", "animal-by-product", "01.46", "animal-feed", "animal by-products to pigs"),
    ("10.11", "abp-category-1", "10.91", "animal-feed", "category 1 to feed"),
    ("56.29", "catering-waste", "01.46", "animal-feed", "canteen waste to pigs"),
    ("25.61", "halogenated-solvent", "23.13", "cullet", "chlorinated solvent to a glass works"),
    ("38.32", "lead-battery", "01.13", "lead-battery", "batteries to a greenhouse"),
    ("45.20", "used-oil", "01.11", "used-oil", "used oil to a farm"),
    ("22.29", "brake-pad", "45.20", "brake-pad", "worn brake pads fitted again"),
    ("38.31", "airbag", "45.20", "airbag", "airbags fitted again"),
    ("38.31", "end-of-life-tyre", "45.20", "spare-part", "worn tyres as spare parts"),
];

#[test]
fn nothing_absurd_is_proposed_whatever_is_asked_for() {
    let reference = Reference::embedded().unwrap();
    let mut proposed = Vec::new();
    for (giver, residue, taker, bought, why) in NEVER {
        let scene = Scene::new().site("giver", giver, 0.0, &[give(residue)]).site(
            "taker",
            taker,
            1.0,
            &[take(bought)],
        );
        for lead in scene.detect_with(reference) {
            let way = lead.steps.first().map_or("as it is", |step| step.pathway.as_str());
            proposed.push(format!("{why}: {} by {way}, belief {:.2}", lead.resource, lead.belief));
        }
    }
    assert!(proposed.is_empty(), "{proposed:#?}");
}

#[test]
fn what_is_allowed_next_to_it_is_proposed() {
    let reference = Reference::embedded().unwrap();
    for (giver, residue, taker, bought) in [
        ("24.10", "eaf-slag", "42.11", "aggregate"),
        ("11.05", "spent-grain", "01.46", "animal-feed"),
        ("25.11", "pallet-wood", "38.32", "pallet-wood"),
        ("24.10", "mill-scale", "23.51", "iron-oxide"),
    ] {
        let scene = Scene::new().site("giver", giver, 0.0, &[give(residue)]).site(
            "taker",
            taker,
            1.0,
            &[take(bought)],
        );
        assert!(!scene.detect_with(reference).is_empty(), "{residue} to {taker}");
    }
}

/// Giver's activity, residue, its words, taker's activity, what it asks for, in its words; why not by any way, or by which way not.
const NEVER_IN_WORDS: [(&str, &str, &str, &str, &str, &str, &str); 25] = [
    ("43.11", "mixed-rubble", "gravats avec amiante liée", "38.32", "mixed-rubble", "gravats", ""),
    ("43.32", "insulating-glazing", "vitrage au mastic amianté", "42.12", "aggregate", "granulats", ""),
    ("20.30", "pallet", "palettes imbibées de peinture", "46.46", "pallet", "palettes", ""),
    ("42.12", "concrete-rubble", "ballast pollué", "42.11", "aggregate", "granulats", ""),
    (
        "43.32",
        "wood-window",
        "fenêtres bois peinture au plomb",
        "88.99",
        "end-of-life-window",
        "fenêtres",
        "",
    ),
    ("01.41", "milk", "lait de vaches traitées antibiotiques", "10.72", "milk", "lait", ""),
    ("37.00", "waste-fat", "graisses", "20.42", "vegetable-oil", "huiles végétales", ""),
    ("20.30", "ibc-container", "GRV 1000 L rincés", "10.85", "plastic-crate", "barquettes", ""),
    ("10.11", "blood", "sang", "01.46", "food-by-product", "coproduits à donner aux cochons", ""),
    ("37.00", "sewage-sludge", "boues de station", "01.13", "fertiliser", "engrais", ""),
    (
        "10.72",
        "flour-waste",
        "farine tombée, balayures",
        "10.91",
        "cereal",
        "céréales",
        "by-product-to-feed-maker",
    ),
    ("86.10", "plaster-waste", "plâtres", "38.32", "plaster-waste", "plâtre", ""),
    ("38.32", "mixed-industrial-waste", "DIB", "35.30", "wood-chips", "plaquettes", ""),
    ("19.20", "slag", "laitier à chaux libre", "42.11", "aggregate", "granulats", ""),
    (
        "38.32",
        "mixed-plastic",
        "refus de tri plastiques mêlés",
        "38.32",
        "mixed-plastic",
        "plastiques à trier",
        "",
    ),
    ("38.32", "sorting-refuse", "refus de tri", "38.11", "mixed-industrial-waste", "DIB à trier", ""),
    (
        "22.23",
        "thermoplastic-scrap",
        "purges PVC couleur",
        "38.32",
        "thermoplastic-scrap",
        "rebuts PP d'injection",
        "",
    ),
    ("10.51", "milk", "lait et yaourts retour, périmés", "10.71", "milk", "lait", ""),
    (
        "96.01",
        "household-linen-used",
        "draps réformés",
        "88.99",
        "household-linen-used",
        "linge",
        "clothing-reuse",
    ),
    (
        "29.32",
        "textile-offcut",
        "chutes de similicuir",
        "38.32",
        "textile-offcut",
        "textiles",
        "textile-to-wiper",
    ),
    ("23.51", "bypass-dust", "poussières de by-pass", "25.61", "caustic-soda", "soude", ""),
    (
        "08.11",
        "limestone-fines",
        "fines de lavage argilo-calcaires",
        "42.11",
        "aggregate",
        "granulats",
        "surplus-aggregate-use",
    ),
    ("46.73", "cement", "sacs de ciment pris", "23.63", "cement", "ciment CEM II", ""),
    ("01.50", "biogas", "biogaz brut", "87.10", "natural-gas", "gaz chauffage", ""),
    ("47.59", "cardboard", "cartons", "38.21", "bark", "structurant", "sawdust-bulking-agent"),
];

#[test]
fn nothing_absurd_is_proposed_whatever_the_words() {
    let reference = Reference::embedded().unwrap();
    let mut proposed = Vec::new();
    for (giver, residue, said, taker, bought, asked, way) in NEVER_IN_WORDS {
        let scene = Scene::new()
            .site("giver", giver, 0.0, &[give(residue)])
            .site("taker", taker, 1.0, &[take(bought)])
            .saying("giver", said)
            .saying("taker", asked);
        for lead in scene.detect_with(reference) {
            let by = lead.steps.first().map_or("", |step| step.pathway.as_str());
            if way.is_empty() || way == by {
                proposed.push(format!("{said} → {asked}: by « {by} », belief {:.2}", lead.belief));
            }
        }
    }
    assert!(proposed.is_empty(), "{proposed:#?}");
}

#[test]
fn what_is_in_a_residue_follows_it_into_what_is_made_of_it_and_into_a_common_skip() {
    let reference = Reference::embedded().unwrap();
    let leads = |said: &str| {
        Scene::new()
            .site("joiner", "43.32", 0.0, &[give("wood-window")])
            .site("sorter", "38.32", 1.0, &[take("wood-window")])
            .site("boiler", "35.30", 2.0, &[take("wood-chips")])
            .site("other", "43.32", 0.5, &[give("wood-window")])
            .saying("joiner", said)
            .saying("other", said)
            .detect_with(reference)
    };
    let named = |leads: &[model::Lead]| {
        leads.iter().any(|lead| lead.parties.iter().any(|party| party.site.as_str() == "joiner"))
    };
    assert!(named(&leads("fenêtres bois")));
    assert!(!named(&leads("fenêtres bois peinture au plomb")));
}

#[test]
fn what_is_used_at_home_is_not_placed_elsewhere() {
    let reference = Reference::embedded().unwrap();
    let scene = |fate: &str| {
        Scene::new()
            .site("farm", "01.50", 0.0, &[give("manure")])
            .site("composter", "38.21", 1.0, &[])
            .fate("farm", fate)
            .detect_with(reference)
    };
    assert!(scene("digesteur maison").is_empty());
    assert!(!scene("épandage").is_empty());
}

#[test]
fn a_second_firm_that_does_the_same_is_no_detour_to_the_first() {
    let reference = Reference::embedded().unwrap();
    let joinery = Scene::new()
        .site("warehouse", "52.29", 0.0, &[give("pallet-wood")])
        .site("joinery", "16.23", 1.0, &[])
        .site("boiler", "35.30", 3.0, &[take("wood-chips"), take("district-heat")]);
    for lead in joinery.detect_with(reference) {
        let through = lead.with_role(Role::Processor).any(|party| party.site.as_str() == "joinery");
        let burns = lead.steps.first().is_some_and(|step| step.pathway.as_str() == "wood-to-biomass-boiler");
        assert!(!(through && burns), "{:?}", lead.parties);
    }
}

#[test]
fn who_buys_fertiliser_takes_no_gas() {
    let reference = Reference::embedded().unwrap();
    let scene = Scene::new()
        .site("dairy", "10.51", 0.0, &[give("waste-fat")])
        .site("digester", "35.21", 2.0, &[take("organic-residue")])
        .site("farm", "01.11", 3.0, &[take("fertiliser")]);
    for lead in scene.detect_with(reference) {
        let gas =
            lead.steps.iter().any(|step| step.output.as_ref().is_some_and(|id| id.as_str() == "biogas"));
        assert!(!(gas && lead.with_role(Role::Taker).any(|party| party.site.as_str() == "farm")), "{lead:?}");
    }
}
