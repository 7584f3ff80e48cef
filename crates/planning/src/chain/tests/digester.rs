//! Rich and lean matter in a plant whose size is said in output.

use super::*;

/// Bread is seven times as rich as what a dairy leaves.
fn rich_and_lean() -> Territory {
    let mut territory = Territory { day: DAY, ..Territory::default() };
    for (name, resource, tonnes) in [("bakery", "bread-waste", 4_000.0), ("dairy", "dairy-residue", 20_000.0)]
    {
        site(&mut territory, name, ActorKind::Company, 2.0);
        flow(&mut territory, name, Direction::GivesOut, resource, tonnes, "t/year");
    }
    // What being rid of bread costs today, so that a digester opens.
    let paid = Quantity::new(Range::exact(-60.0).unwrap(), "EUR/t".parse().unwrap());
    let price = model::Price { value: paid, stated: "payé 60 €/t".into() };
    territory.flows[0].price = Some(Box::new(price));
    site(&mut territory, "town", ActorKind::LocalAuthority, 0.0);
    territory
}

#[test]
fn a_digester_makes_no_more_than_its_size_and_no_less_than_its_least_load_says() {
    let (chain, found) = studied(&rich_and_lean(), "biogas-injection");
    let yields: Vec<f64> = chain.supplies.iter().map(|supply| supply.output.mid()).collect();
    assert!(yields[0] < 0.5 * yields[1] || yields[1] < 0.5 * yields[0], "{yields:?}");
    for opened in &found.opened {
        let size = chain.costs.sizes.iter().find(|size| (size.size - opened.size).abs() < 1e-9).unwrap();
        let made = size.capacity.mid() * chain.costs.output.mid();
        let (most, least) = (made * (1.0 + 1e-6), made * chain.costs.min_load.mid() * (1.0 - 1e-6));
        assert!((least..=most).contains(&opened.money.output), "{} of {made}", opened.money.output);
    }
    assert!(found.answer.verified && !found.opened.is_empty(), "{:?}", found.answer);
}

#[test]
fn without_strength_the_same_plan_breaks_its_size() {
    let (chain, found) = studied(&rich_and_lean(), "biogas-injection");
    let mut blind = chain.instance(&Aims::default(), false, &mut Pick::middle());
    let named = |limit: &str, instance: &crate::Instance| {
        let verdict = crate::verify(instance, &found.answer.open, &found.answer.flows, 0.0);
        verdict.broken.iter().any(|broken| broken.limit == limit)
    };
    assert!(!named("capacity", &blind) && !named("minimum", &blind));
    // Tonnes of bread counted as tonnes of anything: the check must see another load.
    let load = |instance: &crate::Instance| -> f64 {
        let counts = |id: &str| instance.sources.iter().find(|s| s.id == id).unwrap().counts_as();
        found.answer.flows.iter().map(|flow| flow.t * counts(&flow.source)).sum()
    };
    let seen = load(&blind);
    blind.sources.iter_mut().for_each(|source| source.strength = None);
    assert!((load(&blind) - seen).abs() > 0.2 * seen, "{seen} {}", load(&blind));
}

#[test]
fn heat_of_the_engine_is_told_and_never_sold_with_the_power() {
    let reference = Reference::embedded().unwrap();
    let plant = |id: &str| reference.plants.iter().find(|known| known.id == id).unwrap();
    let heat = heat::engine(plant("biogas-chp"), reference, DAY, 1_000.0).unwrap().unwrap();
    assert!(heat.own > 0.0 && heat.left() > 0.0, "{heat:?}");
    assert!((heat.own + heat.left() - heat.made).abs() < 1e-9);
    // Power and heat together are no more than the gas holds.
    assert!(heat.made + 1_000.0 < 1_000.0 / 0.369, "{heat:?}");
    for other in ["biogas-injection", "wood-boiler"] {
        assert_eq!(heat::engine(plant(other), reference, DAY, 1_000.0), None);
    }
    let mut territory = rich_and_lean();
    flow(&mut territory, "town", Direction::Needs, "heat", 9_000.0, "MWh/year");
    let (chain, _) = studied(&territory, "biogas-chp");
    assert!(chain.outlets.is_empty(), "its heat is no part of what it sells");
}
