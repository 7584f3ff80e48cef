//! Ordinary purchases from a neighbour, reckoned by hand.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod support;

use model::{Appraisal, Direction, Lead, LeadKind, Role};
use support::*;
use units::Quantity;

/// 40 t of chips sold at « a » and bought at « b », 5 km apart. Both name a price: all 40 t can change hands; where one does not, half of it.
fn local_purchase(asked: f64, paid: f64, supplier: Option<&str>) -> Appraisal {
    let sells = priced(flow("a", Direction::Sells, "chips", Some(exact(100.0))), asked, "EUR/t");
    bought_next_door(sells, paid, supplier)
}

fn bought_next_door(sells: model::Flow, paid: f64, supplier: Option<&str>) -> Appraisal {
    let mut buys = priced(flow("b", Direction::TakesIn, "chips", Some(exact(40.0))), -paid, "EUR/t");
    buys.fate.stated = supplier.map(ToOwned::to_owned);
    let parties = vec![party(&sells, Role::Giver, 1.0), party(&buys, Role::Taker, 1.0)];
    let lead =
        Lead { tonnes: Some(exact(40.0)), ..lead(LeadKind::LocalPurchase, "chips", parties, &[], Some(5.0)) };
    let territory = territory(vec![site("a", 0.0), site("b", 5.0)], vec![sells, buys]);
    appraised(&territory, lead, &knowledge(&[], &[]))
}

#[test]
fn a_local_purchase_saves_the_road_never_the_price() {
    // A skip: 20 EUR/t and 0.3 EUR/t.km. From 100 km: 50; from next door 6.5 km: 21.95. The prices leave room for 28.05.
    let euros = local_purchase(70.0, 150.0, Some("négociant à 100 km")).gains.euros.unwrap();
    near(term(&euros, "term-supply-transport"), 40.0 * 50.0);
    near(term(&euros, "term-transport"), -40.0 * 21.95);
    near(euros.range.mid(), 40.0 * (50.0 - 21.95));
}

#[test]
fn nobody_saves_more_on_the_road_than_is_paid_for_the_thing() {
    let sells = flow("a", Direction::Sells, "chips", Some(exact(100.0)));
    let euros = bought_next_door(sells, 40.0, Some("négociant à 600 km")).gains.euros.unwrap();
    near(euros.range.mid(), 20.0 * 40.0);
}

#[test]
fn the_prices_said_are_the_ceiling_of_a_local_purchase() {
    // 30 EUR between the prices, 21.95 of them for the new road, whatever the old one cost.
    let euros = local_purchase(70.0, 100.0, Some("négociant à 100 km")).gains.euros.unwrap();
    near(euros.range.mid(), 40.0 * (30.0 - 21.95));
    near(term(&euros, "term-price-limit"), 40.0 * (8.05 - 28.05));
}

#[test]
fn a_price_gap_alone_lasts_in_part_and_asks_for_the_supplier() {
    // Half of what the new road leaves of 60 EUR.
    let appraisal = local_purchase(70.0, 130.0, None);
    let euros = appraisal.gains.euros.unwrap();
    near(euros.range.mid(), 40.0 * (60.0 - 21.95) / 2.0);
    assert_eq!(euros.unknown, ["term-supply-transport"]);
    assert!(appraisal.questions.iter().any(|q| q.about == model::Unknown::Supplier));
}

#[test]
fn a_service_bought_next_door_saves_a_share_of_its_bill() {
    let sells = flow("a", Direction::Sells, "cleaning", None);
    let mut buys = flow("b", Direction::TakesIn, "cleaning", None);
    buys.quantity = Some(Quantity::new(exact(20_000.0), "EUR/year".parse().unwrap())).into();
    let parties = vec![party(&sells, Role::Giver, 1.0), party(&buys, Role::Taker, 1.0)];
    let lead = lead(LeadKind::LocalPurchase, "cleaning", parties, &[], Some(5.0));
    let territory = territory(vec![site("a", 0.0), site("b", 5.0)], vec![sells, buys]);
    let euros = appraised(&territory, lead, &knowledge(&[], &[])).gains.euros.unwrap();
    near(term(&euros, "term-local-saving"), 1_000.0);
    assert_eq!(euros.unknown, ["term-supply-transport"]);
}

#[test]
fn a_local_purchase_nobody_told_the_supplier_of_is_unknown() {
    let sells = flow("a", Direction::Sells, "chips", Some(exact(100.0)));
    let buys = flow("b", Direction::TakesIn, "chips", Some(exact(40.0)));
    let parties = vec![party(&sells, Role::Giver, 1.0), party(&buys, Role::Taker, 1.0)];
    let lead = lead(LeadKind::LocalPurchase, "chips", parties, &[], Some(5.0));
    let territory = territory(vec![site("a", 0.0), site("b", 5.0)], vec![sells, buys]);
    let appraisal = appraised(&territory, lead, &knowledge(&[], &[]));
    assert!(appraisal.gains.euros.is_none() && appraisal.gains.euros_per_unit.is_none());
    assert!(appraisal.questions.iter().any(|q| q.about == model::Unknown::Supplier && q.nominal));
}

#[test]
fn who_buys_biomass_has_its_boiler_and_only_changes_its_fuel() {
    let terms = |bought: &'static str| -> Vec<String> {
        let sells = priced(flow("a", Direction::Sells, "sawdust", Some(exact(4_200.0))), 22.0, "EUR/t");
        let buys = priced(flow("b", Direction::TakesIn, bought, Some(exact(90_000.0))), -45.0, "EUR/t");
        let parties = vec![party(&sells, Role::Giver, 1.0), party(&buys, Role::Taker, 1.0)];
        let steps = [("wood-to-biomass-boiler", "sawdust", "b")];
        let lead = lead(LeadKind::Substitution, "sawdust", parties, &steps, Some(5.0));
        let territory = territory(vec![site("a", 0.0), site("b", 5.0)], vec![sells, buys]);
        let gains = appraised(&territory, lead, reference::Reference::embedded().unwrap()).gains;
        gains.euros.unwrap().terms.into_iter().map(|term| term.key.clone()).collect()
    };
    let (fuel, gas) = (terms("biomass-fuel"), terms("natural-gas"));
    assert!(fuel.iter().any(|key| key == "term-purchase-avoided"), "{fuel:?}");
    assert!(!fuel.iter().any(|key| key == "term-processing"), "{fuel:?}");
    assert!(gas.iter().any(|key| key == "term-processing"), "who burns gas would need a boiler: {gas:?}");
}
