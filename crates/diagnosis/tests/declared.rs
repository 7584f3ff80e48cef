//! What was said stands above what is guessed: no guess takes away a lead of declarations, and nobody is asked for what does not suit them.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use chrono::NaiveDate;
use diagnosis::{Diagnosis, Options, run};
use intake::Options as Read;
use model::{Direction, Lead, LeadKind, SiteId};
use reference::Reference;
use std::collections::BTreeSet;
use std::path::Path;

const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();

fn diagnose(folder: &str, estimates: bool) -> Diagnosis {
    let reference = Reference::embedded().unwrap();
    let options = Read { reference, communes: None, keep_sole_traders: false, day: DAY };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let batches = intake::read_path(&folder, &options, &mut |_| ()).into_iter();
    let territory = intake::assemble(&mut batches.collect::<Result<Vec<_>, _>>().unwrap(), &options).0;
    run(territory, reference, &Options { estimates, ..Options::default() }, &mut |_| {})
}

fn sites(lead: &Lead) -> BTreeSet<&SiteId> {
    lead.parties.iter().map(|party| &party.site).collect()
}

/// The same idea for the same people, and perhaps for more.
fn tells_again(found: &Lead, lead: &Lead) -> bool {
    let same = found.rule.is_some() || found.resource == lead.resource;
    found.kind == lead.kind && found.rule == lead.rule && same && sites(lead).is_subset(&sites(found))
}

/// Leads of declarations alone that estimates have made disappear.
fn lost(folder: &str) -> Vec<String> {
    let (said, all) = (diagnose(folder, false), diagnose(folder, true));
    let spoke = |lead: &&Lead| lead.parties.iter().all(|party| party.flow.is_some());
    let gone = said
        .leads
        .iter()
        .filter(spoke)
        .filter(|lead| !all.leads.iter().any(|found| tells_again(found, lead)));
    gone.map(|lead| format!("{:?} {} {:?}", lead.rule, lead.resource, sites(lead))).collect()
}

#[test]
fn no_guess_takes_away_a_lead_of_declarations() {
    for folder in ["tests/small", "../../scenarios/vallee", "../../scenarios/kalundborg"] {
        let lost = lost(folder);
        assert!(lost.is_empty(), "{folder}: {lost:#?}");
    }
}

#[test]
fn who_lends_a_compressor_is_found_by_those_who_look_for_one() {
    let found = diagnose("tests/small", true);
    let shared = found.leads.iter().find(|lead| lead.rule.as_deref() == Some("compressor-sharing")).unwrap();
    assert_eq!(
        sites(shared),
        [&"P1".into(), &"P2".into(), &"P3".into()].into(),
        "P3 asks for air, not for a machine"
    );
    let lends = |site: &str| {
        let mut flows = found.territory.flows.iter().filter(|flow| flow.site == site.into());
        flows.any(|f| f.direction == Direction::CanShare && f.resource == Some("air-compressor".into()))
    };
    assert!(lends("P1") && !lends("P2"), "who looks for one is not guessed to lend one");
}

#[test]
fn an_insertion_structure_is_asked_for_what_suits_it() {
    let found = diagnose("tests/small", true);
    let taken = |resource: &str| {
        found.leads.iter().find(|lead| {
            lead.kind == LeadKind::Substitution
                && lead.resource == resource.into()
                && lead.parties.iter().skip(1).any(|party| party.site == "P7".into())
        })
    };
    for unsuited in ["slurry", "whey", "soiled-absorbent", "concrete-rubble", "used-cooking-oil"] {
        assert!(taken(unsuited).is_none(), "{unsuited}");
    }
    let windows = taken("end-of-life-window").unwrap();
    let rank = found.leads.iter().position(|lead| lead.id == windows.id).unwrap();
    assert!(
        windows.belief > 0.6 && rank < 5,
        "who looks for such work next door: {rank}, {}",
        windows.belief
    );
    let sold = |lead: &Lead| lead.kind == LeadKind::LocalPurchase && lead.resource == "work-sought".into();
    assert!(!found.leads.iter().any(sold), "work that is looked for is not bought");
}

#[test]
fn a_workshop_that_asks_for_pallets_to_repair_is_told_by_repair() {
    let found = diagnose("tests/small", true);
    let (gives, asks) = (SiteId::from("P10"), SiteId::from("P7"));
    let between = |lead: &Lead| sites(lead).contains(&gives) && sites(lead).contains(&asks);
    let asked = |lead: &&Lead| lead.kind == LeadKind::Substitution && between(lead);
    let ways: Vec<&str> =
        found.leads.iter().filter(asked).map(|lead| lead.steps[0].pathway.as_str()).collect();
    assert!(ways.first().is_some_and(|way| way.contains("repair")), "{ways:?}");
}
