//! Two whole appraisals as a person would read them: a change of method shows here line by line.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod support;

use appraisal::appraise;
use model::{Appraisal, Direction, Estimate, Lead, LeadKind, Party, Role};
use reference::Reference;
use std::fmt::Write;
use support::*;

fn spread() -> Reference {
    knowledge(
        &[],
        &[
            ("price.treatment.landfill", 125.0, 150.0, 190.0),
            ("price.material.chips", 30.0, 60.0, 100.0),
            ("price.transport.skip-rotation", 90.0, 150.0, 260.0),
            ("transport.detour-factor", 1.2, 1.3, 1.45),
            ("transport.usual-km", 10.0, 35.0, 120.0),
            ("facilitator.lasting", 2.0, 4.0, 8.0),
        ],
    )
}

/// Three significant digits: the snapshot is about the method, not the last bit.
fn short(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    #[expect(clippy::cast_possible_truncation, reason = "an exponent")]
    let scale = 10_f64.powi(2 - value.abs().log10().floor() as i32);
    format!("{}", (value * scale).round() / scale)
}

fn range(range: units::Range) -> String {
    format!("{} / {} / {}", short(range.low()), short(range.mid()), short(range.high()))
}

fn estimate(out: &mut String, name: &str, estimate: Option<&Estimate>) {
    let Some(estimate) = estimate else { return writeln!(out, "{name}: unknown").unwrap() };
    writeln!(out, "{name}: {} {}", range(estimate.range), estimate.unit).unwrap();
    for term in &estimate.terms {
        let figures: Vec<&str> = term.figures.iter().map(reference::FigureId::as_str).collect();
        writeln!(out, "  {} {} [{}] {:?}", term.key, range(term.range), figures.join(", "), term.confidence)
            .unwrap();
    }
    if !estimate.unknown.is_empty() {
        writeln!(out, "  unknown: {}", estimate.unknown.join(", ")).unwrap();
    }
}

fn readable(lead: &Lead) -> String {
    let Appraisal { gains, break_even_km, legal, questions, day, .. } = lead.appraisal.as_ref().unwrap();
    let mut out = format!("score {} on {}\n", short(lead.score), day.unwrap());
    let all = [
        ("euros", &gains.euros),
        ("euros per unit", &gains.euros_per_unit),
        ("co2", &gains.co2),
        ("co2 credit", &gains.co2_credit),
        ("mass", &gains.mass),
        ("energy", &gains.energy),
        ("water", &gains.water),
        ("work", &gains.work),
    ];
    for (name, gain) in all {
        estimate(&mut out, name, gain.as_ref());
    }
    writeln!(out, "break-even: {}", break_even_km.map_or("unknown".to_owned(), short)).unwrap();
    writeln!(out, "law: {:?} {:?}", legal.route, legal.hierarchy).unwrap();
    for check in &legal.checks {
        let delay = check.delay_months.map_or(String::new(), |delay| format!(" ({} months)", range(delay)));
        writeln!(out, "  {:?}: {}{delay} | {}", check.kind, check.fr, check.en).unwrap();
    }
    for q in questions {
        let nominal = if q.nominal { " (nominal)" } else { "" };
        let (value, minutes) = (short(q.value), short(q.minutes));
        writeln!(
            out,
            "ask {:?} of {} at {}: {value} EUR in {minutes} min{nominal}",
            q.about,
            q.resource.as_ref().unwrap(),
            q.site
        )
        .unwrap();
    }
    out
}

fn appraised(territory: &model::Territory, lead: Lead) -> String {
    readable(&appraise(vec![lead], territory, &spread(), &options()).0[0])
}

#[test]
fn a_substitution() {
    let (territory, mut lead) = scrap_lead(Some(support::range(20.0, 40.0, 90.0)), Some(20.0));
    lead.parties[0].likelihood = 0.8;
    lead.parties[1].likelihood = 0.6;
    lead.belief = 0.48;
    insta::assert_snapshot!(appraised(&territory, lead));
}

#[test]
fn a_chain() {
    let gives = |site: &str, mid: f64| {
        fated(
            flow(site, Direction::GivesOut, "scrap", Some(support::range(mid / 2.0, mid, 2.0 * mid))),
            "enfoui",
        )
    };
    let flows = vec![gives("g0", 20.0), gives("g1", 35.0), gives("g2", 12.0), gives("g3", 50.0)];
    let takes = priced(flow("c", Direction::TakesIn, "chips", Some(exact(400.0))), -80.0, "EUR/t");
    let mut parties: Vec<Party> = flows.iter().map(|flow| party(flow, Role::Giver, 0.7)).collect();
    parties.push(Party {
        site: "plant".into(),
        role: Role::Processor,
        flow: None,
        tonnes: None,
        likelihood: 0.5,
    });
    parties.push(party(&takes, Role::Taker, 0.9));
    let mut lead =
        lead(LeadKind::Chain, "scrap", parties, &[("scrap-shredding", "scrap", "plant")], Some(6.0));
    lead.belief = 0.4;
    let sites = ["g0", "g1", "g2", "g3", "plant", "c"];
    let sites = sites.iter().enumerate().map(|(ix, id)| site(id, 2.0 * ix as f64)).collect();
    let territory = territory(sites, flows.into_iter().chain([takes]).collect());
    insta::assert_snapshot!(appraised(&territory, lead));
}
