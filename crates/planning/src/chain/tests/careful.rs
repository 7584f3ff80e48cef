//! The careful plan, and each plan's own draws.

use super::*;

fn asked_of(plant: &reference::Plant, aims: Aims, caution: Caution) -> Asked<'_> {
    let settings = Settings { gap: 1e-3, ..Settings::default() };
    Asked { plant, reference: Reference::embedded().unwrap(), day: DAY, aims, settings, caution }
}

#[test]
fn the_careful_plan_is_chosen_among_every_place_and_size() {
    let reference = Reference::embedded().unwrap();
    let mut territory = wood();
    for (name, km) in [("hall", 1.0), ("pool", 4.0)] {
        site(&mut territory, name, ActorKind::Other, km);
        flow(&mut territory, name, Direction::TakesIn, "heating-oil", 2_500.0, "MWh/year");
    }
    let (mut chain, _) = build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap();
    chain.spots.retain(|spot| ["school", "hall"].contains(&spot.site.as_str()));
    chain.costs.sizes.retain(|size| !size.by_hand && size.size < 1_500.0);
    let plant = reference.plants.iter().find(|known| known.id == "wood-boiler").unwrap();
    let asked = asked_of(plant, Aims::default(), Caution::default());
    let best = sturdy(&chain, &asked, &[], &mut |_: &Progress| true).unwrap();
    let question = chain.question(&asked.aims, plant.storable);
    assert_eq!(best.singles, question.options.len(), "every option is weighed");
    assert!(best.pairs > 0, "any number may open");
    // No option alone has better worst draws than the plan kept.
    let kept = best.study.risk.as_ref().unwrap().worst.unwrap();
    for option in &question.options {
        let open = vec![option.id.clone()];
        let answer =
            study::answer(&crate::draws::only(&question, &open), &asked.settings, &mut |_: &Progress| true);
        let study = study::explained(&chain, &asked, &question, answer, Vec::new(), None);
        let worst = study.risk.as_ref().and_then(|risk| risk.worst).unwrap_or(f64::MIN);
        assert!(worst <= kept + 1.0, "{}: {worst} beats {kept}", option.id);
    }
    let one = Aims {
        limits: crate::instance::Limits { max_options: Some(1), ..Default::default() },
        ..Aims::default()
    };
    let asked = Asked { aims: one, ..asked };
    assert_eq!(sturdy(&chain, &asked, &[], &mut |_: &Progress| true).unwrap().pairs, 0);
}

#[test]
fn plans_of_the_same_plants_that_take_other_tonnes_have_their_own_draws() {
    let reference = Reference::embedded().unwrap();
    let mut territory = wood();
    // Wood that costs more to fetch than it brings: only hours and CO2 want it.
    site(&mut territory, "far", ActorKind::Company, 28.0);
    flow(&mut territory, "far", Direction::GivesOut, "pallet-wood", 300.0, "t/year");
    let flow = territory.flows.last_mut().unwrap();
    let value = Quantity::new(Range::exact(300.0).unwrap(), "EUR/t".parse().unwrap());
    flow.price = Some(Box::new(model::Price { value, stated: "vendu 300 €/t".into() }));
    let (chain, _) = build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap();
    let plant = reference.plants.iter().find(|known| known.id == "wood-boiler").unwrap();
    let asked = asked_of(plant, Aims::default(), Caution::default());
    let found = plans(&chain, &asked, &mut |_: &Progress| true).0;
    let mut compared = 0;
    for (ix, (choice, study)) in found.iter().enumerate() {
        let risk = study.risk.as_ref().unwrap();
        let middle = risk.middle.unwrap();
        assert!(
            (middle - choice.totals.eur).abs() <= 0.01 * middle.abs().max(1_000.0),
            "{choice:?} {middle}"
        );
        for (other, theirs) in found[..ix].iter().filter(|(other, _)| other.open == choice.open) {
            assert!((other.input - choice.input).abs() > 1.0, "{other:?} {choice:?}");
            assert_ne!(theirs.risk.as_ref().unwrap().p50, risk.p50, "{other:?} {choice:?}");
            compared += 1;
        }
    }
    assert!(compared > 0, "{:?}", found.iter().map(|(choice, _)| choice).collect::<Vec<_>>());
}
