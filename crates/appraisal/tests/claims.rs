//! What a lead must not claim: treatment nobody pays, more than a plant takes in, a question to the wrong firm.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod support;

use model::{Direction, LeadKind, Role};
use support::*;

#[test]
fn a_product_on_sale_avoids_no_treatment() {
    let gains = |direction| {
        let (mut territory, lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
        territory.flows[0].direction = direction;
        appraised(&territory, lead, &knowledge(&[], &[])).gains
    };
    let residue = gains(Direction::GivesOut);
    assert!(residue.mass.is_some() && residue.co2.is_some());
    let sold = gains(Direction::Sells);
    let terms = sold.euros.into_iter().flat_map(|euros| euros.terms);
    assert!(terms.into_iter().all(|term| term.key != "term-treatment-avoided"));
    assert!(sold.mass.is_none() && sold.co2.is_none(), "nothing is diverted");
}

#[test]
fn a_chain_brings_no_more_than_its_plant_takes_in() {
    let flows = vec![
        flow("a", Direction::GivesOut, "scrap", Some(exact(3_000.0))),
        flow("b", Direction::GivesOut, "scrap", Some(exact(1_000.0))),
        flow("c", Direction::TakesIn, "scrap", Some(exact(2_500.0))),
    ];
    let roles = [Role::Giver, Role::Giver, Role::Processor];
    let parties = flows.iter().zip(roles).map(|(flow, role)| party(flow, role, 1.0)).collect();
    let lead = lead(LeadKind::Chain, "scrap", parties, &[("scrap-shredding", "scrap", "c")], Some(0.5));
    let territory = territory(vec![site("a", 0.0), site("b", 0.5), site("c", 0.6)], flows);
    let gains = appraised(&territory, lead, &knowledge(&[], &[])).gains;
    near(gains.mass.unwrap().range.mid(), 2_500.0);
}

#[test]
fn a_buyer_is_asked_for_the_residue_not_for_what_it_buys() {
    let gives = flow("a", Direction::GivesOut, "scrap", Some(exact(10.0)));
    let buys = flow("b", Direction::TakesIn, "chips", Some(exact(50.0)));
    let parties = vec![party(&gives, Role::Giver, 1.0), party(&buys, Role::Taker, 0.5)];
    let lead = lead(LeadKind::Substitution, "scrap", parties, &[("scrap-to-board", "scrap", "b")], Some(5.0));
    let territory = territory(vec![site("a", 0.0), site("b", 5.0)], vec![gives, buys]);
    let questions = appraised(&territory, lead, &knowledge(&[], &[])).questions;
    let wants = questions.iter().find(|q| q.about == model::Unknown::Wants).unwrap();
    assert_eq!(wants.resource.as_ref().unwrap().as_str(), "scrap");
}
