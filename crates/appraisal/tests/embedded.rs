//! With the knowledge the binary ships: every pathway appraised, nothing the code relies on missing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod support;

use appraisal::appraise;
use model::{Direction, Estimate, Flow, Lead, LeadKind, Role, Territory};
use reference::{Kind, Pathway, Reference};
use std::collections::BTreeSet;
use support::{day, flow, options, party, range, site};
use units::Quantity;

fn shipped() -> &'static Reference {
    Reference::embedded().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A residue of each input of a pathway, and a taker who runs it.
fn leads_of(pathway: &Pathway, reference: &Reference) -> Vec<([Flow; 2], Lead)> {
    let inputs = pathway.inputs.iter().filter_map(|id| reference.catalogue.get(id.as_str()));
    inputs.map(|input| lead_of(pathway, input.id.as_str(), input.kind)).collect()
}

fn lead_of(pathway: &Pathway, input: &str, kind: Kind) -> ([Flow; 2], Lead) {
    let tonnes = (kind == Kind::Material).then(|| range(5.0, 10.0, 30.0));
    let mut gives = flow("a", Direction::GivesOut, input, tonnes);
    gives.id = format!("{}/{input}", pathway.id).as_str().into();
    let unit = match kind {
        Kind::Energy => "MWh/year",
        Kind::Water => "m3/year",
        _ => "t/year",
    };
    gives.quantity = Some(Quantity::new(range(500.0, 1_000.0, 2_000.0), unit.parse().unwrap())).into();
    let mut takes = Flow { direction: Direction::TakesIn, site: "b".into(), ..gives.clone() };
    takes.id = format!("{}-taken", gives.id.as_str()).as_str().into();
    let parties = vec![party(&gives, Role::Giver, 0.8), party(&takes, Role::Taker, 0.6)];
    let mut lead = support::lead(
        LeadKind::Substitution,
        input,
        parties,
        &[(pathway.id.as_str(), input, "b")],
        Some(8.0),
    );
    lead.id = gives.id.to_string().into();
    ([gives, takes], lead)
}

fn all() -> (Territory, Vec<Lead>) {
    let reference = shipped();
    let all = reference.pathways.all().iter().flat_map(|pathway| leads_of(pathway, reference));
    let (flows, leads): (Vec<[Flow; 2]>, _) = all.unzip();
    (support::territory(vec![site("a", 0.0), site("b", 8.0)], flows.concat()), leads)
}

fn estimates(lead: &Lead) -> impl Iterator<Item = &Estimate> {
    let gains = &lead.appraisal.as_ref().unwrap().gains;
    [&gains.euros, &gains.co2, &gains.co2_credit, &gains.mass, &gains.energy, &gains.water, &gains.work]
        .into_iter()
        .flatten()
}

#[test]
fn every_pathway_is_appraised() {
    let (territory, leads) = all();
    let count = leads.len();
    let (leads, findings) = appraise(leads, &territory, shipped(), &options());
    assert_eq!(leads.len(), count);
    for lead in &leads {
        assert!(lead.score.is_finite());
        for estimate in estimates(lead) {
            assert!(
                estimate.range.low() <= estimate.range.mid() && estimate.range.mid() <= estimate.range.high()
            );
            assert!(!estimate.terms.is_empty());
            for term in &estimate.terms {
                assert!(term.key.starts_with("term-"), "{}", term.key);
                let known = |id: &reference::FigureId| shipped().figures.on(id.as_str(), day()).is_ok();
                assert!(term.figures.iter().all(known));
            }
        }
    }
    let with_euros = leads.iter().filter(|l| l.appraisal.as_ref().unwrap().gains.euros.is_some()).count();
    assert!(with_euros * 3 > count, "{with_euros} of {count} have euros");
    // What the code names itself must be there; of treatments, not every route of every flow is published.
    let own = findings.iter().filter(|f| !f.about.starts_with("co2.treatment.")).map(|f| f.about.as_str());
    assert_eq!(own.collect::<BTreeSet<_>>(), BTreeSet::new());
    assert!(findings.iter().all(|finding| finding.key != "figure-unit"), "{findings:?}");
}

#[test]
fn the_best_are_no_disposal() {
    let (territory, leads) = all();
    let (leads, _) = appraise(leads, &territory, shipped(), &options());
    let disposal = |lead: &Lead| {
        lead.appraisal.as_ref().unwrap().legal.hierarchy == Some(reference::Hierarchy::Disposal)
    };
    let first = leads.iter().position(disposal).unwrap();
    assert!(first > leads.len() / 2, "{first} of {}", leads.len());
}

#[test]
fn a_waste_travels_with_the_form_of_its_kind() {
    let tracked = |resource: &str| {
        let gives = flow("a", Direction::GivesOut, resource, Some(range(5.0, 10.0, 30.0)));
        let takes = Flow { direction: Direction::TakesIn, site: "b".into(), ..gives.clone() };
        let parties = vec![party(&gives, Role::Giver, 1.0), party(&takes, Role::Taker, 1.0)];
        let lead = support::lead(LeadKind::Substitution, resource, parties, &[], Some(8.0));
        let territory = support::territory(vec![site("a", 0.0), site("b", 8.0)], vec![gives, takes]);
        let (leads, _) = appraise(vec![lead], &territory, shipped(), &options());
        let checks = leads.into_iter().next().unwrap().appraisal.unwrap().legal.checks;
        checks.into_iter().map(|check| check.fr).collect::<Vec<_>>().join("\n")
    };
    for (resource, form) in [
        ("asbestos-cement", "(BSDA)"),
        ("refrigerant", "(BSFF)"),
        ("end-of-life-vehicle", "(BSVHU)"),
        ("infectious-healthcare-waste", "(BSDASRI)"),
        ("used-oil", "(BSDD)"),
        ("wood-waste", "pas de bordereau"),
    ] {
        assert!(tracked(resource).contains(form), "{resource}: {}", tracked(resource));
    }
}
