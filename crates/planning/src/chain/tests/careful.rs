//! The careful plan, and each plan's own draws.

use super::*;
use crate::instance::Weights;

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

/// Wood said as « 300 to 1 100 t, most likely 1 000 »: the middle is no usual year.
fn hopeful() -> (Chain, &'static reference::Plant) {
    let reference = Reference::embedded().unwrap();
    let (mut chain, _) = build(&wood(), reference, "wood-boiler", Options::on(DAY)).unwrap();
    for supply in &mut chain.supplies {
        let mid = supply.amount.mid();
        supply.amount = Range::new(0.15 * mid, mid, 1.05 * mid).unwrap();
    }
    chain.costs.haul = chain.costs.haul.map(|haul| Haulage { eur_t_km: haul.eur_t_km.scale(0.1), ..haul });
    (chain, reference.plants.iter().find(|known| known.id == "wood-boiler").unwrap())
}

#[test]
fn the_plan_told_first_is_the_best_in_most_years() {
    let (chain, plant) = hopeful();
    let asked = asked_of(plant, Aims::default(), Caution::default());
    let (told, front) = with_front(&chain, &asked, &mut |_: &Progress| true);
    let passed = told.passed_over.expect("another plan is better at the middle of every range");
    let mine = told.risk.as_ref().unwrap().p50.unwrap();
    assert!(passed.more > 0.0 && passed.p50.unwrap() < mine, "{passed:?} {mine}");
    let all = front.plans(&chain, &asked);
    for (choice, study) in
        all.iter().filter(|(choice, _)| choice.weights == Weights::default() && choice.floor.is_none())
    {
        let other = study.risk.as_ref().and_then(|risk| risk.p50).unwrap_or(0.0);
        assert!(other <= mine + 1.0, "{:?}: {other} beats {mine}", choice.open);
    }
    // The proof is about the middle values, and the plan does not pretend to be their best.
    assert_eq!(told.answer.status, crate::solve::Status::Feasible);
    assert!(told.answer.gap.unwrap() > 0.0 && told.answer.verified);
    assert_eq!(all[advised(&all)].0.open, told.answer.open);
    // Who weighs CO2 or hours gets what was weighed.
    let weights = Weights { eur: 1.0, co2_eur_t: 100.0, work_eur_h: 0.0 };
    let weighed = asked_of(plant, Aims { weights, ..Aims::default() }, Caution::default());
    assert_eq!(study(&chain, &weighed, &mut |_: &Progress| true).passed_over, None);
}
