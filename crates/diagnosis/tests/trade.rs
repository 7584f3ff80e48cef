//! What a practitioner takes for granted, on an invented territory: who comes first for a residue, what its kind settles, how hot a heat is.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use chrono::NaiveDate;
use diagnosis::{Diagnosis, Options, run};
use intake::Options as Read;
use model::{Lead, LeadKind, Role};
use reference::{Reference, RouteKind};
use std::path::Path;

const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();

fn found() -> Diagnosis {
    let reference = Reference::embedded().unwrap();
    let options = Read { reference, communes: None, keep_sole_traders: false, day: DAY };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trade");
    let batches = intake::read_path(&folder, &options, &mut |_| ()).into_iter();
    let territory = intake::assemble(&mut batches.collect::<Result<Vec<_>, _>>().unwrap(), &options).0;
    run(territory, reference, &Options { estimates: false, ..Options::default() }, &mut |_| {})
}

/// The pairs by which a site places something, best first, each with who takes it.
fn placed<'d>(found: &'d Diagnosis, giver: &str) -> Vec<(&'d str, &'d Lead)> {
    let placing = |lead: &&Lead| {
        lead.kind == LeadKind::Substitution
            && lead.with_role(Role::Giver).any(|party| party.site.as_str() == giver)
    };
    let taker = |lead: &'d Lead| {
        let party = lead.parties.iter().find(|p| matches!(p.role, Role::Taker | Role::Processor)).unwrap();
        (party.site.as_str(), lead)
    };
    found.leads.iter().filter(placing).map(taker).collect()
}

#[test]
fn who_asked_for_it_comes_before_the_digester_which_is_named_beside() {
    let found = found();
    let grains = placed(&found, "T1");
    assert_eq!(grains[0].0, "T3");
    let others = &grains[0].1.appraisal.as_ref().unwrap().other_takers;
    assert!(others.contains(&"T2".into()), "{others:?}");
}

#[test]
fn slurry_enters_a_digester_as_a_waste_with_its_category_whatever_the_way() {
    let found = found();
    let slurry = placed(&found, "T4");
    let (_, lead) = slurry.iter().find(|(taker, _)| *taker == "T2").unwrap();
    let legal = &lead.appraisal.as_ref().unwrap().legal;
    assert_eq!(legal.route, Some(RouteKind::Waste));
    assert!(legal.checks.iter().any(|check| check.fr.contains("catégorie 2 (règlement 1069/2009)")));
}

#[test]
fn a_spent_acid_goes_to_who_holds_a_permit() {
    let found = found();
    let takers: Vec<&str> = placed(&found, "T5").iter().map(|(taker, _)| *taker).collect();
    assert!(takers.contains(&"T7") && !takers.contains(&"T6"), "{takers:?}");
}

#[test]
fn nobody_is_paid_for_sparing_a_cost_that_a_farm_does_not_have() {
    let found = found();
    for (_, lead) in placed(&found, "T4") {
        let euros = lead.appraisal.as_ref().unwrap().gains.euros.iter();
        let spared = euros.flat_map(|sum| &sum.terms).any(|term| term.key == "term-treatment-avoided");
        assert!(!spared, "slurry is spread on the farm's own land");
    }
}

#[test]
fn hotter_serves_colder_and_colder_only_preheats() {
    let found = found();
    let belief = |giver: &str, taker: &str| {
        let leads = placed(&found, giver);
        leads.iter().find(|(site, _)| *site == taker).map_or(0.0, |(_, lead)| lead.belief)
    };
    assert!(belief("T9", "T10") > 0.5, "40 °C warm a pool");
    assert!(belief("T8", "T11") > 2.0 * belief("T9", "T11"), "40 °C make no steam");
}

#[test]
fn who_looks_for_windows_to_take_apart_takes_them_apart() {
    let found = found();
    let windows = placed(&found, "T12");
    let (_, lead) = windows.iter().find(|(taker, _)| *taker == "T13").unwrap();
    let way = lead.steps.first().map_or("", |step| step.pathway.as_str());
    let fr = &Reference::embedded().unwrap().pathways.get(way).unwrap().fr;
    assert!(fr.contains("démantèlement"), "{fr}");
}
