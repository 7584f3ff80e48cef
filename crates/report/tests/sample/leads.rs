//! Leads of every kind.

use super::{day, guessed, range, said};
use model::{
    Appraisal, Basis, Check, CheckKind, Contribution, Estimate, Evidence, Fact, FactKind, Gains, Lead,
    LeadKind, Legal, Party, Question, Role, SiteId, Step, Unknown, Visit,
};
use reference::{Confidence, Hierarchy, RouteKind};
use units::Range;

pub fn leads() -> Vec<Lead> {
    vec![pallets(), heat(), cardboard(), forklift(), purchase(), chain(), oil(), guessed_twin()]
}

fn lead(id: &str, kind: LeadKind, resource: &str, parties: Vec<Party>) -> Lead {
    Lead {
        id: id.into(),
        kind,
        resource: resource.into(),
        rule: None,
        parties,
        steps: Vec::new(),
        km: Some(4.2),
        tonnes: None,
        belief: 0.62,
        facts: Vec::new(),
        known: false,
        appraisal: None,
        score: 1.0,
    }
}

fn party(site: &str, role: Role, flow: Option<&str>) -> Party {
    Party { site: site.into(), role, flow: flow.map(Into::into), tonnes: None, likelihood: 0.8 }
}

fn step(pathway: &str, input: &str, output: Option<&str>, by: &str) -> Step {
    Step { pathway: pathway.into(), input: input.into(), output: output.map(Into::into), by: Some(by.into()) }
}

/// Said by everybody, appraised, with a processor in between.
fn pallets() -> Lead {
    let parties = vec![
        party("s1", Role::Giver, Some("f1")),
        party("s3", Role::Processor, None),
        party("s2", Role::Taker, Some("f2")),
    ];
    let mut lead = lead("l-pallets", LeadKind::Substitution, "pallet-wood", parties);
    lead.steps = vec![step("pallets-to-fuel", "pallet-wood", Some("biomass-fuel"), "s3")];
    lead.tonnes = Some(range(90.0, 120.0, 160.0));
    lead.facts = facts();
    lead.appraisal = Some(Appraisal {
        gains: gains(range(-1_500.0, 5_200.0, 12_000.0), range(90.0, 120.0, 160.0)),
        break_even_km: Some(63.4),
        legal: legal(),
        questions: vec![question(Unknown::Quality, "s1", 1_840.0), question(Unknown::Quantity, "s2", 620.0)],
        day: Some(day("2026-06-30")),
        taken_by: None,
        other_takers: Vec::new(),
        rivals: vec!["l-heat".into()],
        rival_count: 1,
    });
    lead
}

fn facts() -> Vec<Fact> {
    let fact = |kind,
                site: Option<&str>,
                resource: Option<&str>,
                detail: &str,
                wording: Option<&str>,
                evidence: Evidence| Fact {
        kind,
        site: site.map(SiteId::from),
        resource: resource.map(Into::into),
        detail: detail.into(),
        wording: wording.map(Into::into),
        belief: 0.9,
        evidence,
    };
    let guide = Evidence::new(Basis::Documented, "guide");
    vec![
        fact(
            FactKind::Gives,
            Some("s1"),
            Some("pallet-wood"),
            "2 bennes de 30 m³ par semaine",
            Some("palettes perdues cassées"),
            said("flux.csv ligne 12"),
        ),
        fact(FactKind::Gives, Some("s10"), Some("pallet-wood"), "", None, guessed()),
        fact(FactKind::IsA, None, Some("pallet-wood"), "wood-waste", None, guide.clone()),
        fact(FactKind::Pathway, None, Some("pallet-wood"), "pallets-to-fuel", None, guide),
        fact(FactKind::Runs, Some("s3"), None, "38.32 (rév. 2)", None, guessed()),
        fact(FactKind::Distance, None, None, "4.2", Some("commune"), said("coordonnées")),
    ]
}

fn estimate(range: Range, unit: &str, terms: Vec<Contribution>) -> Estimate {
    Estimate { range, unit: unit.parse().unwrap(), terms, unknown: vec!["term-investment".into()] }
}

fn term(key: &str, range: Range, figure: Option<&str>) -> Contribution {
    Contribution {
        key: key.into(),
        range,
        figures: figure.into_iter().map(Into::into).collect(),
        confidence: figure.map(|_| Confidence::Medium),
    }
}

fn gains(euros: Range, mass: Range) -> Gains {
    Gains {
        euros: Some(estimate(
            euros,
            "EUR/year",
            vec![
                term("term-treatment-avoided", range(6_000.0, 11_400.0, 16_000.0), None),
                term("term-transport", range(-9_000.0, -6_200.0, -4_000.0), Some("transport.truck")),
            ],
        )),
        co2: Some(estimate(range(1.1, 3.4, 6.0), "tCO2e/year", Vec::new())),
        mass: Some(estimate(mass, "t/year", Vec::new())),
        work: Some(estimate(range(40.0, 75.0, 140.0), "h/year", Vec::new())),
        ..Gains::default()
    }
}

fn legal() -> Legal {
    let check = Check {
        kind: CheckKind::Permit,
        fr: "Rubrique 2714 : transit de bois".into(),
        en: "Rubric 2714: transit of wood".into(),
        delay_months: Some(range(2.0, 4.0, 8.0)),
        source: Some("guide".into()),
    };
    Legal { route: Some(RouteKind::EndOfWaste), hierarchy: Some(Hierarchy::Energy), checks: vec![check] }
}

fn question(about: Unknown, site: &str, value: f64) -> Question {
    Question {
        about,
        site: site.into(),
        resource: None,
        value,
        minutes: 10.0,
        per_minute: value / 10.0,
        nominal: false,
    }
}

/// Next door, direct, the taker only guessed.
fn heat() -> Lead {
    let parties = vec![party("s1", Role::Giver, Some("f1b")), party("s4", Role::Taker, Some("f4"))];
    let mut lead = lead("l-heat", LeadKind::Substitution, "heat-water", parties);
    lead.steps = vec![step("heat-to-greenhouse", "heat-water", None, "s4")];
    lead.km = Some(0.13);
    lead
}

fn cardboard() -> Lead {
    let parties =
        ["s5", "s6", "s7"].map(|site| party(site, Role::Partner, Some(&site.replace('s', "f")))).to_vec();
    let mut lead = lead("l-cardboard", LeadKind::Sharing, "cardboard", parties);
    lead.rule = Some("cardboard-collection".into());
    lead.km = Some(0.4);
    lead.appraisal = Some(Appraisal {
        gains: Gains {
            euros: Some(estimate(range(300.0, 800.0, 1_900.0), "EUR/year", Vec::new())),
            ..Gains::default()
        },
        questions: vec![question(Unknown::Exists, "s7", 240.0)],
        ..Appraisal::default()
    });
    lead
}

fn forklift() -> Lead {
    let parties = vec![party("s9", Role::Owner, Some("f9")), party("s6", Role::Partner, Some("f6b"))];
    let mut lead = lead("l-forklift", LeadKind::Sharing, "forklift", parties);
    lead.rule = Some("forklift-sharing".into());
    lead
}

fn purchase() -> Lead {
    let parties = vec![party("s5", Role::Giver, Some("f5")), party("s8", Role::Taker, Some("f8"))];
    let mut lead = lead("l-purchase", LeadKind::LocalPurchase, "cardboard", parties);
    lead.known = true;
    lead.km = None;
    lead
}

fn chain() -> Lead {
    let parties = vec![
        party("s1", Role::Giver, Some("f1")),
        party("s10", Role::Giver, Some("f10")),
        party("s3", Role::Processor, None),
        party("s2", Role::Taker, Some("f2")),
    ];
    let mut lead = lead("l-chain", LeadKind::Chain, "pallet-wood", parties);
    lead.steps = vec![step("pallets-to-fuel", "pallet-wood", Some("biomass-fuel"), "s3")];
    lead.tonnes = Some(range(100.0, 150.0, 240.0));
    lead
}

/// Rests on a confidential flow.
fn oil() -> Lead {
    let parties = vec![party("s11", Role::Giver, Some("f11")), party("s3", Role::Taker, None)];
    lead("l-oil", LeadKind::Substitution, "used-oil", parties)
}

/// Nobody has said anything; another residue than the first lead's.
fn guessed_twin() -> Lead {
    let parties = vec![party("s10", Role::Giver, Some("f10")), party("s2", Role::Taker, None)];
    let mut lead = lead("l-guess", LeadKind::Substitution, "pallet-wood", parties);
    lead.appraisal = Some(Appraisal {
        gains: gains(range(-200.0, 900.0, 4_000.0), range(10.0, 30.0, 80.0)),
        ..Appraisal::default()
    });
    lead
}

pub fn visits(leads: &[Lead]) -> Vec<Visit> {
    vec![Visit {
        site: "s1".into(),
        value: 2_100.0,
        nominal: false,
        minutes: 70.0,
        per_minute: 30.0,
        questions: vec![question(Unknown::Quality, "s1", 1_840.0), question(Unknown::Season, "s1", 90.0)],
        leads: leads
            .iter()
            .filter(|lead| lead.parties[0].site.as_str() == "s1")
            .map(|lead| lead.id.clone())
            .collect(),
    }]
}
