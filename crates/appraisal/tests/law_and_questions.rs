//! The checklist, the order of leads, the questions and the visits.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod support;

use appraisal::{appraise, visits};
use model::{
    Basis, CheckKind, Direction, Evidence, Lead, LeadKind, Party, Question, Role, Territory, Unknown,
};
use reference::{ActivityCode, Hierarchy, Reference, RouteKind};
use support::*;

fn one(territory: &Territory, lead: Lead, reference: &Reference) -> Lead {
    appraise(vec![lead], territory, reference, &options()).0.into_iter().next().unwrap()
}

fn texts(lead: &Lead, kind: CheckKind) -> Vec<&str> {
    let checks = &lead.appraisal.as_ref().unwrap().legal.checks;
    checks.iter().filter(|check| check.kind == kind).map(|check| check.fr.as_str()).collect()
}

fn question(lead: &Lead, about: Unknown) -> Option<&Question> {
    lead.appraisal.as_ref().unwrap().questions.iter().find(|question| question.about == about)
}

#[test]
fn a_residue_gets_its_route_permit_hazard_and_condition() {
    let (territory, lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
    let lead = one(&territory, lead, &knowledge(&[], &[]));
    let legal = &lead.appraisal.as_ref().unwrap().legal;
    assert_eq!(legal.route, Some(RouteKind::Waste));
    assert_eq!(legal.hierarchy, Some(Hierarchy::Recycling));
    assert_eq!(texts(&lead, CheckKind::Condition), ["sec"]);
    assert_eq!(texts(&lead, CheckKind::Permit), ["rubrique 2714 : transit de bois"]);
    // A mirror entry may be hazardous.
    assert_eq!(
        texts(&lead, CheckKind::Status),
        [
            "caractérisé",
            "étiqueté ADR",
            "certificat d'acceptation",
            "aussi, si le code manque à son arrêté : extension (2 à 24 mois)"
        ]
    );
    assert!(texts(&lead, CheckKind::Tracking).contains(&"transporteur déclaré"), "ten tonnes fill a load");
    let hazard = texts(&lead, CheckKind::Hazard);
    assert!(hazard.iter().any(|text| text.contains("entrées miroir")), "{hazard:?}");
    assert!(hazard.iter().any(|text| text.contains("03 01 05 change après le 2026-12-08")), "{hazard:?}");
    assert!(texts(&lead, CheckKind::Border).is_empty());
}

#[test]
fn what_is_said_not_hazardous_and_stays_in_the_country_asks_for_less() {
    let (mut territory, lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
    territory.flows[0].waste_code = "03 01 05".parse().ok();
    territory.flows[0].waste_code_stated = true;
    let lead = one(&territory, lead, &knowledge(&[], &[]));
    assert_eq!(texts(&lead, CheckKind::Status)[..2], ["caractérisé", "certificat d'acceptation"]);
}

#[test]
fn a_line_says_only_what_the_tonnage_asks() {
    let (territory, lead) = scrap_lead(Some(exact(0.2)), Some(20.0));
    let lead = one(&territory, lead, &knowledge(&[], &[]));
    assert!(!texts(&lead, CheckKind::Tracking).contains(&"transporteur déclaré"), "200 kg a year");
}

#[test]
fn an_operation_that_is_not_final_asks_what_follows() {
    let (mut territory, lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
    territory.flows[0].fate.operation = Some("R13".to_owned());
    let lead = one(&territory, lead, &knowledge(&[], &[]));
    assert!(
        texts(&lead, CheckKind::Tracking)
            .iter()
            .any(|text| text.starts_with("R13 n'est pas une opération finale"))
    );
}

#[test]
fn a_neighbour_across_the_border_is_noticed() {
    let (mut territory, lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
    territory.sites[1].commune = Some("Dudelange (Luxembourg)".to_owned());
    let lead = one(&territory, lead, &knowledge(&[], &[]));
    assert_eq!(texts(&lead, CheckKind::Border).len(), 1);
    assert!(texts(&lead, CheckKind::Status).contains(&"règlement des transferts"));
}

#[test]
fn what_nobody_said_is_asked_and_what_was_said_is_not() {
    let (mut territory, mut lead) = scrap_lead(None, Some(20.0));
    lead.parties[0].likelihood = 0.9;
    let asked = one(&territory, lead.clone(), &knowledge(&[], &[]));
    for about in [
        Unknown::Exists,
        Unknown::Quantity,
        Unknown::Price,
        Unknown::Quality,
        Unknown::Hazard,
        Unknown::Permit,
    ] {
        assert!(question(&asked, about).is_some(), "{about:?}");
    }
    assert!(question(&asked, Unknown::Fate).is_none(), "the fate was stated");
    assert!(question(&asked, Unknown::Place).is_none() && question(&asked, Unknown::Wants).is_none());
    lead.parties[0].likelihood = 1.0;
    lead.tonnes = Some(exact(10.0));
    territory.flows[0] = priced(flow("a", Direction::GivesOut, "scrap", Some(exact(10.0))), -95.0, "EUR/t");
    territory.flows[0].waste_code = Some("03 01 05".parse().unwrap());
    territory.flows[0].waste_code_stated = true;
    territory.flows[0].quality = Some("sec".to_owned()).into();
    lead.parties[0].tonnes = Some(exact(10.0));
    let told = one(&territory, lead, &knowledge(&[], &[]));
    for about in [Unknown::Exists, Unknown::Quantity, Unknown::Price, Unknown::Quality, Unknown::Hazard] {
        assert!(question(&told, about).is_none(), "{about:?}");
    }
}

#[test]
fn questions_say_when_their_value_is_nominal() {
    let (mut territory, mut lead) = scrap_lead(None, Some(20.0));
    lead.parties[0].likelihood = 0.3;
    territory.flows[0].fate.stated = None;
    let reference = knowledge(&["price.material.chips"], &[]);
    let unknown = one(&territory, lead, &reference);
    assert!(unknown.appraisal.as_ref().unwrap().questions.iter().all(|question| question.nominal));
    assert!(question(&unknown, Unknown::Exists).unwrap().value > 0.0);
    let (mut territory, mut lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
    territory.flows[0].quality = Some("sec".to_owned()).into();
    territory.flows[0].waste_code = Some("03 01 05".parse().unwrap());
    territory.flows[0].waste_code_stated = true;
    lead.parties[0].likelihood = 0.3;
    let known = one(&territory, lead, &knowledge(&[], &[]));
    assert!(!question(&known, Unknown::Exists).unwrap().nominal);
}

#[test]
fn of_questions_worth_less_than_a_euro_one_is_left() {
    // 100 kg a year: whatever the answers, nobody pursues it; one question is left, so that no lead is without.
    let (territory, mut lead) = scrap_lead(Some(exact(0.1)), Some(20.0));
    let questions = |lead: Lead| one(&territory, lead, &knowledge(&[], &[])).appraisal.unwrap().questions;
    lead.parties[0].likelihood = 0.5;
    assert_eq!(questions(lead.clone()).len(), 1);
    lead.parties[1].likelihood = 0.5;
    let left: Vec<Unknown> = questions(lead.clone()).iter().map(|question| question.about).collect();
    assert_eq!(left, [Unknown::Wants], "only whether it wants it at all");
    let (territory, lead) = scrap_lead(Some(range(2.0, 10.0, 40.0)), Some(20.0));
    let asked = one(&territory, lead, &knowledge(&[], &[])).appraisal.unwrap().questions;
    assert!(!asked.is_empty() && asked.iter().all(|question| question.value >= 1.0), "{asked:?}");
}

#[test]
fn the_value_of_existence_is_the_hours_it_saves() {
    let (mut territory, mut lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
    lead.parties[0].likelihood = 0.25;
    territory.flows[0].quality = Some("sec".to_owned()).into();
    territory.flows[0].waste_code = Some("03 01 05".parse().unwrap());
    territory.flows[0].waste_code_stated = true;
    let reference = knowledge(&["facilitator.chance.permit"], &[]);
    let lead = one(&territory, lead, &reference);
    // Prize 2 462 EUR × 4 years × 0.3; hours before 22 × 45 = 990, after 16 × 45 = 720. Pursuing: 0.25 × (2 954.4 − 720) − 990 < 0: drop.
    // Knowing: 0.25 × (2 954.4 − 720 − 990) = 311.1.
    let asked = question(&lead, Unknown::Exists).unwrap();
    assert!((asked.value - 311.1).abs() < 1e-6, "{}", asked.value);
    assert!((asked.minutes - 3.0).abs() < 1e-9 && (asked.per_minute - 103.7).abs() < 1e-6);
}

fn guessed(mut territory: Territory) -> Territory {
    for flow in &mut territory.flows {
        flow.evidence = Evidence::new(Basis::Estimated, "NAF 16.10").into();
        flow.wording.clear();
    }
    territory
}

#[test]
fn facts_before_guesses_and_disposal_never_among_the_best() {
    let (territory, said) = scrap_lead(Some(exact(1.0)), Some(60.0));
    let reference = knowledge(&[], &[]);
    let (guesses, mut guess) = scrap_lead(Some(exact(900.0)), Some(1.0));
    guess.id = "guess".into();
    let said_score = one(&territory, said.clone(), &reference).score;
    assert!(said_score > one(&guessed(guesses), guess, &reference).score);
    let mut buried = said.clone();
    buried.steps[0].pathway = "scrap-landfill".into();
    assert!(one(&territory, buried, &reference).score < said_score);
    let known = Lead { known: true, ..said };
    assert!(one(&territory, known, &reference).score < 0.02 * said_score);
}

#[test]
fn one_visit_asks_each_thing_once() {
    let gives = fated(flow("a", Direction::GivesOut, "scrap", None), "enfoui");
    let to = |taker: &str| {
        let receiver =
            Party { site: taker.into(), role: Role::Taker, flow: None, tonnes: None, likelihood: 1.0 };
        let mut lead = lead(
            LeadKind::Substitution,
            "scrap",
            vec![party(&gives, Role::Giver, 0.4), receiver],
            &[("scrap-to-board", "scrap", taker)],
            Some(10.0),
        );
        lead.id = format!("to-{taker}").into();
        lead
    };
    let sites = vec![site("a", 0.0), site("b", 10.0), site("c", 12.0)];
    let territory = territory(sites, vec![gives.clone()]);
    let reference = knowledge(&[], &[]);
    let other = appraise(vec![to("c")], &territory, &reference, &options()).0;
    let single = appraise(vec![to("b")], &territory, &reference, &options()).0;
    let both = appraise(vec![to("b"), to("c")], &territory, &reference, &options()).0;
    let visit_of = |leads: &[Lead]| {
        visits(leads, &territory, &reference, &options())
            .into_iter()
            .find(|v| v.site.as_str() == "a")
            .unwrap()
    };
    let (alone, rival, shared) = (visit_of(&single), visit_of(&other), visit_of(&both));
    assert_eq!(alone.questions.len(), shared.questions.len());
    assert!((alone.minutes - shared.minutes).abs() < 1e-9);
    assert_eq!(shared.leads.len(), 2);
    let best = alone.value.max(rival.value);
    assert!(shared.value > best && shared.value < alone.value + rival.value, "the same tonnes go once");
    let asked: f64 = alone.questions.iter().map(|question| question.minutes).sum();
    assert!((alone.minutes - 90.0 - asked).abs() < 1e-9);
    assert!((alone.per_minute - alone.value / alone.minutes).abs() < 1e-12);
}

#[test]
fn a_resource_nobody_knows_goes_through_untouched() {
    let (territory, lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
    let lead = Lead { resource: "unheard-of".into(), ..lead };
    let after = one(&territory, lead.clone(), &knowledge(&[], &[]));
    assert_eq!(after, lead);
}

#[test]
fn a_code_that_was_said_decides_and_a_guessed_one_asks() {
    let with = |stated: bool| {
        let (mut territory, lead) = scrap_lead(None, Some(20.0));
        territory.flows[0].waste_code = Some("03 01 04*".parse().unwrap());
        territory.flows[0].waste_code_stated = stated;
        one(&territory, lead, &knowledge(&[], &[]))
    };
    let (said, guessed) = (with(true), with(false));
    assert!(texts(&said, CheckKind::Hazard).contains(&"déchet dangereux (03 01 04*)"));
    assert!(texts(&said, CheckKind::Tracking).contains(&"bordereau de suivi (BSD) sur Trackdéchets"));
    assert!(question(&said, Unknown::Hazard).is_none());
    assert!(texts(&guessed, CheckKind::Hazard).iter().any(|text| text.contains("la teneur décide")));
    assert!(texts(&guessed, CheckKind::Tracking).iter().any(|text| text.ends_with("si déchet dangereux")));
    assert!(question(&guessed, Unknown::Hazard).is_some());
}

#[test]
fn a_guessed_code_does_not_raise_the_price_of_treatment() {
    let paid = |stated: bool| {
        let (mut territory, lead) = scrap_lead(Some(exact(10.0)), Some(20.0));
        territory.flows[0].waste_code = Some("03 01 04*".parse().unwrap());
        territory.flows[0].waste_code_stated = stated;
        let euros = one(&territory, lead, &knowledge(&[], &[])).appraisal.unwrap().gains.euros?;
        euros.terms.into_iter().find(|term| term.key == "term-treatment-avoided").map(|term| term.range.mid())
    };
    assert!((paid(false).unwrap() - 1_500.0).abs() < 1e-6);
    assert_eq!(paid(true), None, "no figure of hazardous landfill here");
}

#[test]
fn what_falls_off_beside_a_product_and_is_sold_stays_a_by_product() {
    let reference = Reference::embedded().unwrap();
    let route = |direction| {
        let given = flow("a", direction, "spent-grain", Some(exact(90.0)));
        let asked = flow("b", Direction::TakesIn, "fermentable-residue", Some(exact(15_000.0)));
        let parties = vec![party(&given, Role::Giver, 1.0), party(&asked, Role::Taker, 1.0)];
        let steps = [("biowaste-digestion", "spent-grain", "b")];
        let lead = lead(LeadKind::Substitution, "spent-grain", parties, &steps, Some(5.0));
        let mut brewery = site("a", 0.0);
        brewery.activity = Some(ActivityCode::parse("11.05", None).unwrap());
        let territory = territory(vec![brewery, site("b", 5.0)], vec![given, asked]);
        one(&territory, lead, reference).appraisal.unwrap().legal.route
    };
    assert_eq!(route(Direction::Sells), Some(RouteKind::ByProduct));
    assert_eq!(route(Direction::GivesOut), Some(RouteKind::Waste), "thrown away, it is a waste");
}

#[test]
fn what_feeds_animals_today_is_told_before_it_is_digested() {
    let reference = Reference::embedded().unwrap();
    let lead = |fate: Option<&str>| {
        let mut given = flow("a", Direction::GivesOut, "whey", Some(exact(900.0)));
        given.fate.stated = fate.map(ToOwned::to_owned);
        let asked = flow("b", Direction::TakesIn, "fermentable-residue", Some(exact(15_000.0)));
        let parties = vec![party(&given, Role::Giver, 1.0), party(&asked, Role::Taker, 1.0)];
        let steps = [("biowaste-digestion", "whey", "b")];
        let lead = lead(LeadKind::Substitution, "whey", parties, &steps, Some(5.0));
        one(&territory(vec![site("a", 0.0), site("b", 5.0)], vec![given, asked]), lead, reference)
    };
    let (unsaid, fed) = (lead(None), lead(Some("donné à un éleveur")));
    let warns = |lead: &Lead| {
        texts(lead, CheckKind::Condition).iter().any(|text| text.contains("nourrit des animaux"))
    };
    assert!(warns(&fed) && !warns(&unsaid));
    assert!(fed.score < 0.5 * unsaid.score, "{} {}", fed.score, unsaid.score);
    assert!(fed.appraisal.unwrap().gains.co2.is_none(), "what feed is worth in CO2 is not known");
}

#[test]
fn a_lead_where_all_is_told_leaves_one_thing_to_ask() {
    // A room lent between two who said all there is to say of a room: its conditions are asked, then whether one wants it.
    let mut lends = flow("a", Direction::CanShare, "cold-store", None);
    let mut needs = flow("b", Direction::Needs, "cold-store", None);
    for flow in [&mut lends, &mut needs] {
        flow.quantity = Some(units::Quantity::new(exact(400.0), "piece/year".parse().unwrap())).into();
    }
    let about = |lends: &model::Flow, needs: &model::Flow| {
        let parties = vec![party(lends, Role::Owner, 1.0), party(needs, Role::Partner, 1.0)];
        let lead = lead(LeadKind::Sharing, "cold-store", parties, &[], Some(5.0));
        let territory = territory(vec![site("a", 0.0), site("b", 5.0)], vec![lends.clone(), needs.clone()]);
        let asked = one(&territory, lead, Reference::embedded().unwrap()).appraisal.unwrap().questions;
        asked.into_iter().map(|question| question.about).collect::<Vec<_>>()
    };
    assert_eq!(about(&lends, &needs), [Unknown::Price]);
    assert_eq!(about(&priced(lends, 300.0, "EUR/year"), &needs), [Unknown::Wants]);
}
