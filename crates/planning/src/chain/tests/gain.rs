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
