//! An expectation against the leads found.

use crate::expected::{Expected, Kind};
use crate::leads::{Diagnosis, Lead};
use crate::words::Words;
use std::collections::HashMap;
use std::fmt::Write;

/// Leads shown under a failed expectation.
const SHOWN: usize = 5;

pub struct Checker<'a> {
    diagnosis: &'a Diagnosis,
    words: Words<'a>,
}

impl<'a> Checker<'a> {
    pub fn new(diagnosis: &'a Diagnosis) -> Self {
        let flows = &diagnosis.territory.flows;
        let wordings: HashMap<&str, &str> =
            flows.iter().map(|f| (f.id.as_str(), f.wording.as_str())).collect();
        Self { diagnosis, words: Words::new(wordings) }
    }

    /// `Err` says what was wanted and what came instead.
    pub fn check(&self, expected: &Expected) -> Result<(), String> {
        let outcome = if expected.forbidden { self.absent(expected) } else { self.ranked(expected) };
        match (outcome, &expected.not_yet) {
            (Ok(()), Some(reason)) => Err(format!(
                "✗ {}: now met; take « pas_encore = {reason:?} » out of attendu.toml",
                expected.id
            )),
            (Err(_), Some(_)) | (Ok(()), None) => Ok(()),
            (Err(message), None) => Err(message),
        }
    }

    fn ranked(&self, expected: &Expected) -> Result<(), String> {
        let limit = expected.among.unwrap_or(usize::MAX);
        match self.of_kind(expected.kind).position(|lead| self.meets(lead, expected)) {
            Some(at) if at < limit => Ok(()),
            Some(at) => {
                Err(self
                    .failure(expected, &format!("found at rank {}, wanted among the first {limit}", at + 1)))
            }
            None => Err(self.failure(expected, "not found at any rank")),
        }
    }

    fn absent(&self, expected: &Expected) -> Result<(), String> {
        match self.of_kind(expected.kind).position(|lead| self.meets(lead, expected)) {
            None => Ok(()),
            Some(at) => Err(self.failure(expected, &format!("proposed at rank {}, must not be", at + 1))),
        }
    }

    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &'a Lead> {
        self.diagnosis.leads.iter().filter(move |lead| lead.kind == kind.in_json())
    }

    fn meets(&self, lead: &Lead, expected: &Expected) -> bool {
        joins(lead, expected) && self.words.speak_of(&expected.words, lead)
    }

    /// What was wanted, and the first leads of the kind that come near: the right sites, or else the right words.
    fn failure(&self, expected: &Expected, what: &str) -> String {
        let mut text = format!("✗ {}: {what}\n  wanted: {}\n", expected.id, wish(expected));
        let with_sites =
            |lead: &&Lead| expected.to.iter().any(|site| lead.parties.iter().any(|p| p.site == *site));
        let near = |lead: &&Lead| self.meets(lead, expected) || joins(lead, expected);
        let spoken = |lead: &&Lead| with_sites(lead) && self.words.speak_of(&expected.words, lead);
        for (title, wanted) in [("these sites", &near as &dyn Fn(&&Lead) -> bool), ("these words", &spoken)] {
            for (rank, lead) in
                self.of_kind(expected.kind).enumerate().filter(|(_, lead)| wanted(lead)).take(SHOWN)
            {
                let _ = writeln!(text, "  {title}, rank {}: {}", rank + 1, told(lead));
            }
        }
        text.trim_end().to_owned()
    }
}

/// The sites asked for are in the lead, in their roles.
fn joins(lead: &Lead, expected: &Expected) -> bool {
    let givers =
        |sites: &[String]| lead.with(&["giver", "owner"]).filter(|p| sites.contains(&p.site)).count();
    let others = |sites: &[String]| {
        lead.with(&["taker", "processor", "partner"]).filter(|p| sites.contains(&p.site)).count()
    };
    let anyone = |sites: &[String]| lead.parties.iter().filter(|p| sites.contains(&p.site)).count();
    let (from, to) = (&expected.from, &expected.to);
    let joined = match expected.kind {
        Kind::Mutualisation if from.is_empty() => anyone(to) >= 2,
        // In a group the one that provides may be a partner like the others.
        Kind::Mutualisation => anyone(from) >= 1 && anyone(to) >= 1,
        _ => givers(from) >= 1 && others(to) >= 1,
    };
    joined && lead.parties.len() >= expected.least
}

fn wish(expected: &Expected) -> String {
    let from = if expected.from.is_empty() {
        "between".to_owned()
    } else {
        format!("{} →", expected.from.join(" "))
    };
    let note = if expected.note.is_empty() { String::new() } else { format!(" — {}", expected.note) };
    format!(
        "{} {from} {} of {}{note}",
        expected.kind.in_json(),
        expected.to.join(" "),
        expected.words.join(" / ")
    )
}

/// A lead in a line.
fn told(lead: &Lead) -> String {
    let parties: Vec<String> =
        lead.parties.iter().take(8).map(|p| format!("{} {}", p.role, p.site)).collect();
    format!("[{}] {} — {}", lead.resource, parties.join(", "), lead.sentence)
}

#[test]
fn a_lead_is_met_missed_and_forbidden() {
    let lead = |from: &str, to: &str| {
        format!(
            r#"{{"kind": "substitution", "resource": "pallet-wood", "steps": [], "sentence": "s",
                "parties": [{{"site": "{from}", "role": "giver", "flow": null}}, {{"site": "{to}", "role": "taker", "flow": null}}]}}"#
        )
    };
    let json = format!(
        r#"{{"territory": {{"invented": true, "notice": null, "flows": []}}, "leads": [{}, {}]}}"#,
        lead("A", "B"),
        lead("C", "D")
    );
    let diagnosis = crate::leads::read(json.as_bytes()).expect("a diagnosis");
    let checker = Checker::new(&diagnosis);
    let expected = |from: &str, among: Option<usize>, words: &str| Expected {
        id: "x".into(),
        kind: Kind::Substitution,
        from: vec![from.into()],
        to: vec!["B".into(), "D".into()],
        words: vec![words.into()],
        among,
        least: 0,
        not_yet: None,
        note: String::new(),
        forbidden: among.is_none(),
    };
    assert_eq!(checker.check(&expected("A", Some(1), "palettes perdues")), Ok(()));
    assert!(
        checker.check(&expected("A", Some(1), "huile de vidange")).is_err_and(|m| m.contains("not found"))
    );
    assert!(checker.check(&expected("C", Some(1), "palettes perdues")).is_err_and(|m| m.contains("rank 2")));
    assert!(checker.check(&expected("C", None, "palettes perdues")).is_err_and(|m| m.contains("must not")));
    assert_eq!(checker.check(&expected("B", None, "palettes perdues")), Ok(()));
    let waived = Expected { not_yet: Some("…".into()), ..expected("A", Some(1), "palettes perdues") };
    assert!(checker.check(&waived).is_err_and(|m| m.contains("now met")));
}
