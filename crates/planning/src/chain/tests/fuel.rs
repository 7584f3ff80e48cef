//! What is called wood and is no fuel, what is called food and does not ferment: the family of the matter, then the words of who has it.

use super::*;

/// Good matter of one site, so that there is a chain at all, and one suspect of another; true when the suspect is taken.
fn takes(plant: &str, good: (&str, &str), suspect: (&str, &str)) -> bool {
    let mut territory = wood();
    territory.flows.retain(|flow| flow.direction != Direction::GivesOut);
    for (name, (resource, wording)) in [("good", good), ("suspect", suspect)] {
        site(&mut territory, name, ActorKind::Company, 3.0);
        flow(&mut territory, name, Direction::GivesOut, resource, 900.0, "t/year");
        let last = territory.flows.last_mut().unwrap();
        last.wording = wording.to_owned().into();
    }
    let reference = Reference::embedded().unwrap();
    assert!(reference.catalogue.index_of(suspect.0).is_some(), "{}", suspect.0);
    let (chain, _) = build(&territory, reference, plant, Options::on(DAY)).unwrap();
    assert!(chain.supplies.iter().any(|supply| supply.site.as_str() == "good"), "{plant} takes {good:?}");
    chain.supplies.iter().any(|supply| supply.site.as_str() == "suspect")
}

#[test]
fn a_boiler_burns_clean_wood_only() {
    let clean = ("pallet-wood", "palettes cassées");
    for resource in [
        "mdf-waste",
        "particle-board-waste",
        "class-b-wood",
        "class-c-wood",
        "railway-sleeper",
        "straw",
        "sewage-sludge",
        "mixed-rubble",
    ] {
        assert!(!takes("wood-boiler", clean, (resource, resource)), "{resource}");
    }
    // Read as wood, or as pallets, by a word; said to be something else by the next one.
    for said in [
        "bois peint",
        "chutes de MDF",
        "panneaux OSB",
        "bois laqué",
        "copeaux de bois imprégné",
        "traverses de chemin de fer",
        "palettes ayant contenu des produits chimiques",
        "bois de démolition",
        "bois et gravats",
        "bois de coffrage béton",
        "bois ignifugé",
    ] {
        assert!(!takes("wood-boiler", clean, ("untreated-wood", said)), "{said}");
    }
    for said in ["bois non traité", "bois sans peinture, jamais traité", "chutes de bois massif"] {
        assert!(takes("wood-boiler", clean, ("untreated-wood", said)), "{said}");
    }
}

#[test]
fn a_digester_takes_what_ferments() {
    let food = ("catering-waste", "biodéchets de cantine");
    for plant in ["biogas-chp", "biogas-injection"] {
        for resource in ["bone", "oily-sludge", "paint-sludge", "mixed-rubble", "pallet-wood", "used-oil"] {
            assert!(!takes(plant, food, (resource, resource)), "{plant}: {resource}");
        }
        for said in [
            "os de boucherie",
            "boues grasses d'huile moteur",
            "restes et médicaments périmés",
            "eau glycolée et restes",
            "déchets de cuisine avec verre brisé",
            "gravats et épluchures",
        ] {
            assert!(!takes(plant, food, ("biowaste", said)), "{plant}: {said}");
        }
        for said in ["épluchures, sans verre", "biscuits sablés périmés", "eaux minérales et jus périmés"]
        {
            assert!(takes(plant, food, ("biowaste", said)), "{plant}: {said}");
        }
    }
}

#[test]
fn a_workshop_mends_wooden_pallets_and_bales_cardboard() {
    let pallets = ("pallet", "palettes à réparer");
    for said in ["palettes souillées d'huile", "palettes plastique", "palettes de produits chimiques"] {
        assert!(!takes("pallet-repair", pallets, ("pallet", said)), "{said}");
    }
    assert!(takes("pallet-repair", pallets, ("pallet", "palettes cassées")));
    let cartons = ("cardboard", "cartons");
    assert!(!takes("cardboard-baling", cartons, ("cardboard", "bois et cartons mélangés")));
    assert!(takes("cardboard-baling", cartons, ("cardboard", "papiers et cartons mélangés")));
}
