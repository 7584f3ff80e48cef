//! The split and what is left without a partner are one truth.

use super::*;

#[test]
fn nobody_is_worth_more_in_the_split_than_what_its_leaving_takes_away() {
    let mut territory = wood();
    // More wood than the school burns: whoever leaves is replaced.
    for (ix, km) in [5.0, 6.0, 7.0].into_iter().enumerate() {
        let name = format!("more{ix}");
        site(&mut territory, &name, ActorKind::Company, km);
        flow(&mut territory, &name, Direction::GivesOut, "pallet-wood", 500.0, "t/year");
    }
    let (_, found) = studied(&territory, "wood-boiler");
    assert!(found.left > 100.0, "{}", found.left);
    let risk = found.risk.as_ref().unwrap();
    let split = found.opened[0].split.as_ref().unwrap();
    assert!(split.epsilon.unwrap() <= 1.0, "{split:?}");
    let mut seen = 0;
    for gone in &risk.suppliers {
        let lost = risk.middle.unwrap() - gone.gain.unwrap();
        let mine = |player: &Player| matches!(player, Player::Supplier { flows } if flows == &[gone.flow.to_string()]);
        let Some((.., nucleolus)) = split.lines.iter().find(|(player, ..)| mine(player)) else { continue };
        assert!(nucleolus.unwrap() <= 1.02 * lost + 50.0, "{}: {nucleolus:?} of {lost}", gone.site);
        seen += 1;
    }
    assert!(seen >= 2, "{split:?}");
}

#[test]
fn a_supplier_that_others_replace_adds_only_the_difference() {
    let reserve = vec![brings("outside", 10.0, 280.0)];
    let found = split(&[brings("a", 10.0, 300.0)], &Terms { reserve, capacity: 10.0, ..TERMS }).unwrap();
    let supplier = found.players.iter().position(|player| matches!(player, Player::Supplier { .. })).unwrap();
    assert!((found.total - 200.0).abs() < 1e-9, "the plan stays what it is: {found:?}");
    // Without it the operator has 180 with what lies outside: it adds 20, of which half is its own.
    assert!((found.shapley[supplier] - 10.0).abs() < 1e-9, "{found:?}");
    // More of its own matter goes with it.
    let reserve = vec![brings("a", 10.0, 280.0)];
    let found = split(&[brings("a", 10.0, 300.0)], &Terms { reserve, capacity: 10.0, ..TERMS }).unwrap();
    assert!((found.shapley[supplier] - 100.0).abs() < 1e-9, "{found:?}");
}

/// The school burns oil, whose heat costs more than the plant asks for its own.
fn with_price(factor: f64) -> (Chain, Study) {
    let (mut chain, _) = studied(&wood(), "wood-boiler");
    chain.costs.price = chain.costs.price.scale(factor);
    let found = study_of(&chain, "wood-boiler");
    (chain, found)
}

#[test]
fn a_price_between_partners_says_who_gains_not_what_is_gained() {
    let ((dear_chain, dear), (_, cheap)) = (with_price(1.0), with_price(0.7));
    let cost = dear_chain.outlets[0].cost.unwrap().mid();
    assert!(cost > dear_chain.costs.price.mid() * 1.01, "{cost}");
    assert_eq!(dear.answer.open, cheap.answer.open);
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6 * b.abs().max(1.0);
    assert!(near(dear.totals.eur, cheap.totals.eur), "{:?} {:?}", dear.totals, cheap.totals);
    let (here, there) = (&dear.opened[0], &cheap.opened[0]);
    assert!(near(here.split.as_ref().unwrap().total, there.split.as_ref().unwrap().total));
    assert!(near(here.money.cash[15], there.money.cash[15]), "{:?} {:?}", here.money, there.money);
    // The plant's own account is another matter.
    assert!(here.money.revenue > there.money.revenue && here.money.takers_save < there.money.takers_save);
    assert!(here.money.takers_save > 0.0);
}

#[test]
fn the_gain_of_all_is_what_the_split_shares_out() {
    let (_, found) = studied(&wood(), "wood-boiler");
    let (money, split) = (&found.opened[0].money, found.opened[0].split.as_ref().unwrap());
    let all = money.revenue + money.takers_save + money.avoided - money.running - money.haul - money.capital;
    assert!((split.total - split.grant - all).abs() < 0.01 * all.abs(), "{split:?} {all}");
}

#[test]
fn who_pays_more_today_has_more_to_gain() {
    let takes = |who: &str, worth| Takes { who: vec![who.into()], load: 5.0, worth };
    let terms = Terms { takers: vec![takes("oil", 20.0), takes("gas", 4.0)], ..TERMS };
    let found = split(&[brings("a", 10.0, 300.0)], &terms).unwrap();
    let share = |name: &str| {
        let of = |p: &Player| matches!(p, Player::Taker { flows } if flows == &[name.to_owned()]);
        found.shapley[found.players.iter().position(of).unwrap()]
    };
    assert!((found.total - 200.0).abs() < 1e-9, "{found:?}");
    // With the plant and the wood 5 loads at 30 + 8 for who burns oil, at 30 − 8 for who burns gas: 90 and 10. A third of it by Shapley.
    assert!((share("oil") - share("gas") - (90.0 - 10.0) / 3.0).abs() < 1e-6, "{found:?}");
}
