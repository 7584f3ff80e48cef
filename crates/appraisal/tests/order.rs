//! What moves a lead up or down the list.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod support;

use appraisal::appraise;
use model::{ActorKind, Basis, Direction, Evidence, Flow, Lead, LeadKind, Role, Territory};
use support::*;
use units::Quantity;

/// `said` partners who told what they spend on cleaning and `guessed` ones, of whom each is there with a chance of 0.3.
fn cleaning(said: usize, guessed: usize) -> (Territory, Lead) {
    let flows: Vec<Flow> = (0..said + guessed)
        .map(|ix| {
            let mut flow = flow(&format!("p{ix}"), Direction::TakesIn, "cleaning", None);
            flow.quantity = Some(Quantity::new(exact(10_000.0), "EUR/year".parse().unwrap())).into();
            if ix >= said {
                flow.evidence = Evidence::new(Basis::Estimated, "NAF 25.62").into();
                flow.wording.clear();
            }
            flow
        })
        .collect();
    let chance = |ix: usize| if ix < said { 1.0 } else { 0.3 };
    let parties = flows.iter().enumerate().map(|(ix, flow)| party(flow, Role::Partner, chance(ix))).collect();
    let mut lead = lead(LeadKind::Sharing, "cleaning", parties, &[], Some(2.0));
    lead.rule = Some("cleaning-group".into());
    lead.belief = 1.0;
    let sites = flows.iter().map(|flow| site(flow.site.as_str(), 0.0)).collect();
    (territory(sites, flows), lead)
}

fn appraised(territory: &Territory, lead: Lead) -> Lead {
    appraise(vec![lead], territory, &knowledge(&[], &[]), &options()).0.remove(0)
}

fn insertion(territory: &mut Territory, site: &str) {
    let actor = territory.actors.iter_mut().find(|actor| actor.id.as_str() == format!("actor-{site}"));
    actor.unwrap().kind = ActorKind::Ei;
}

#[test]
fn one_partner_who_spoke_does_not_speak_for_all() {
    // Nobody's euros are known, so that worth is the same for all.
    let score = |said, guessed| {
        let (mut territory, lead) = cleaning(said, guessed);
        territory.flows.iter_mut().for_each(|flow| flow.quantity = None.into());
        appraised(&territory, lead).score
    };
    let all = score(10, 0);
    assert!((score(1, 9) / all - 0.64).abs() < 1e-9, "{}", score(1, 9) / all);
    assert!((score(5, 5) / all - 0.8).abs() < 1e-9);
    assert!((score(0, 10) / all - 0.05).abs() < 1e-9);
}

#[test]
fn guessed_partners_save_by_their_likelihood() {
    let (territory, lead) = cleaning(1, 20);
    let euros = appraised(&territory, lead).appraisal.unwrap().gains.euros.unwrap();
    // 1 000 EUR of the one who spoke; of twenty others six are there.
    assert!((euros.range.mid() - 7_000.0).abs() <= 1_000.0, "{:?}", euros.range);
}

#[test]
fn insertion_counts_for_who_does_the_work() {
    let (mut territory, lead) = cleaning(4, 0);
    let before = appraised(&territory, lead.clone()).score;
    insertion(&mut territory, "p0");
    let buyer = appraised(&territory, lead.clone()).score;
    assert!((buyer - before).abs() < 1e-12, "one buyer among others");
    territory.flows[0].direction = Direction::Sells;
    assert!((appraised(&territory, lead).score / before - 1.2).abs() < 1e-9, "the provider");
    let (mut territory, lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
    let before = appraised(&territory, lead.clone()).score;
    insertion(&mut territory, "b");
    assert!((appraised(&territory, lead).score / before - 1.2).abs() < 1e-9, "who runs the pathway");
}

#[test]
fn a_huge_vague_doubtful_gain_does_not_hide_a_sure_small_one() {
    let score = |tonnes: (f64, f64, f64), belief: f32| {
        let (mut territory, mut lead) = scrap_lead(Some(range(tonnes.0, tonnes.1, tonnes.2)), Some(20.0));
        territory.flows[0].tonnes = Some(range(tonnes.0, tonnes.1, tonnes.2)).into();
        lead.belief = belief;
        appraised(&territory, lead).score
    };
    let sure = score((10.0, 10.0, 10.0), 0.9);
    assert!(score((100.0, 19_000.0, 40_000.0), 0.3) < sure);
    assert!(score((19_000.0, 19_000.0, 19_000.0), 0.9) > sure, "size still counts");
}

#[test]
fn a_constant_of_the_order_that_is_missing_is_a_finding() {
    let (territory, lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
    let (_, findings) = appraise(vec![lead], &territory, &knowledge(&["score.worth.most"], &[]), &options());
    assert!(findings.iter().any(|finding| finding.about == "score.worth.most"));
}

#[test]
fn what_never_pays_stands_below_what_may_yet_pay() {
    // The giver earns so much today that its residue costs more than it saves; at a vague price it may yet pay.
    let score = |low: f64, high: f64| {
        let (mut territory, lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
        territory.flows[0] = priced(territory.flows[0].clone(), 300.0, "EUR/t");
        let mut price = territory.flows[0].price.clone().unwrap();
        price.value.range = range(low, 300.0, high);
        territory.flows[0].price = Some(price);
        let lead = appraised(&territory, lead);
        (lead.score, lead.appraisal.unwrap().gains.euros.unwrap().range)
    };
    let ((sure_loss, never), (open_loss, maybe)) = (score(300.0, 300.0), score(-500.0, 310.0));
    assert!(never.high() < 0.0 && maybe.mid() < 0.0 && maybe.high() > 0.0, "{never:?} {maybe:?}");
    assert!(sure_loss < open_loss);
}

#[test]
fn a_few_euros_a_year_stand_far_below_even_when_both_said_it() {
    let appraised = |tonnes: f64| {
        let (mut territory, mut lead) = scrap_lead(Some(exact(tonnes)), Some(20.0));
        let wish = flow("b", Direction::TakesIn, "scrap", Some(exact(100.0)));
        lead.parties[1].flow = Some(wish.id.clone());
        territory.flows.push(wish);
        let lead = appraised(&territory, lead);
        let euros = lead.appraisal.unwrap().gains.euros.unwrap();
        (lead.score, euros.range.high(), euros.unknown)
    };
    let ((trifle, little, unknown), (worthwhile, much, _)) = (appraised(0.1), appraised(100.0));
    assert!(
        little > 0.0 && little < 500.0 && unknown.is_empty() && much > 500.0,
        "{little} {much} {unknown:?}"
    );
    assert!(trifle < 0.5 * worthwhile, "{trifle} {worthwhile}");
}
