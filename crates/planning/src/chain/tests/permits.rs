//! What the law asks of a plan of that size.

use super::super::permits::{Counted, heaviest};
use super::*;

/// So many tonnes of kitchen scraps a year, a town beside it.
fn scraps(tonnes: f64) -> Territory {
    let mut territory = Territory { day: DAY, ..Territory::default() };
    site(&mut territory, "kitchen", ActorKind::Company, 2.0);
    flow(&mut territory, "kitchen", Direction::GivesOut, "biowaste", tonnes, "t/year");
    site(&mut territory, "town", ActorKind::LocalAuthority, 0.0);
    territory
}

#[test]
fn a_small_digester_of_biowaste_is_registered_and_its_engine_not_classified() {
    let (_, found) = studied(&scraps(3_000.0), "biogas-chp");
    let opened = found.opened.first().or_else(|| found.cheapest.as_ref()?.opened.first()).expect("a plan");
    let of = |id: &str| opened.permits.iter().find(|permit| permit.rubric == id).unwrap();
    let (counted, day) = of("2781-2").reaches.unwrap();
    assert_eq!(counted, Counted::TonnesDay);
    let input = opened.money.input;
    assert!(day.low() <= input / 250.0 && input / 250.0 <= day.high(), "{day:?} of {input}");
    assert_eq!(of("2781-2").level.as_deref(), Some("E"));
    // At 75 to 250 kW of electricity an engine burns less than a megawatt.
    assert!(opened.size > 250.0 || of("2910-B-1").level.is_none());
    assert!(of("2910-B-1").delay_months.is_none() || opened.size > 250.0);
    assert_eq!(heaviest(Reference::embedded().unwrap(), &opened.permits).unwrap().id, "E");
}

#[test]
fn a_boiler_of_a_megawatt_and_a_yard_full_of_pallets_are_classified() {
    let (_, found) = studied(&wood(), "wood-boiler");
    let opened = &found.opened[0];
    let of = |id: &str| opened.permits.iter().find(|permit| permit.rubric == id).unwrap();
    let (counted, burnt) = of("2910-A").reaches.unwrap();
    assert_eq!(counted, Counted::Megawatts);
    assert!(burnt.mid() > opened.size / 1_000.0 && burnt.mid() < 1.3 * opened.size / 1_000.0, "{burnt:?}");
    assert_eq!(of("2910-A").level.is_some(), burnt.mid() >= 1.0);
    let (counted, held) = of("2714").reaches.unwrap();
    assert_eq!(counted, Counted::Present);
    assert!(held.low() < held.mid() && held.mid() < held.high());
}

#[test]
fn sludge_stays_out_of_a_biowaste_digester_and_that_is_said() {
    let mut territory = scraps(3_000.0);
    flow(&mut territory, "town", Direction::GivesOut, "sewage-sludge", 7_000.0, "t/year");
    let options = Options::on(DAY);
    let (chain, findings) = build(&territory, Reference::embedded().unwrap(), "biogas-chp", options).unwrap();
    assert!(chain.supplies.iter().all(|supply| supply.resource.as_str() == "biowaste"));
    assert!(findings.iter().any(|finding| finding.key == "chain-supplies-apart"), "{findings:?}");
}
