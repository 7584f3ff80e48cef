//! An expectation against the leads found.

use crate::expected::{Expected, Kind};
use crate::leads::{Diagnosis, Lead};
use crate::outcome::Outcome;
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
        let (at, limit) = (self.best_rank(expected), expected.among.unwrap_or(usize::MAX));
        let what = match (expected.forbidden, at) {
            (false, Some(rank)) if rank <= limit => return Ok(()),
            (true, None) => return Ok(()),
            (false, Some(rank)) => format!("found at rank {rank}, wanted among the first {limit}"),
            (false, None) => "not found at any rank".to_owned(),
            (true, Some(rank)) => format!("proposed at rank {rank}, must not be"),
        };
        Err(self.failure(expected, &what))
    }

    /// How it stands, gaps that are known taken into account; says what got worse.
    pub fn judge(&self, expected: &Expected) -> Outcome {
        let Err(message) = self.check(expected) else {
            return if expected.not_yet.is_some() { Outcome::Closed } else { Outcome::Met };
        };
        match (&expected.not_yet, expected.worst, self.best_rank(expected)) {
            (None, ..) => Outcome::Failed(message),
            (Some(_), None, _) => Outcome::Gap,
            (Some(_), Some(worst), Some(rank)) if rank <= worst => Outcome::Gap,
            (Some(_), Some(worst), _) => {
                Outcome::Failed(format!("{message}\n  worse than before: rank {worst}"))
            }
        }
    }

    /// The best rank, from 1, among leads of its kind.
    pub fn best_rank(&self, expected: &Expected) -> Option<usize> {
        let first = |kind: &Kind| self.of_kind(*kind).position(|lead| self.meets(lead, *kind, expected));
        expected.kinds.iter().filter_map(first).min().map(|at| at + 1)
    }

    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &'a Lead> {
        self.diagnosis.leads.iter().filter(move |lead| lead.kind == kind.in_json())
    }

    fn meets(&self, lead: &Lead, kind: Kind, expected: &Expected) -> bool {
        joins(lead, kind, expected) && self.words.speak_of(&expected.words, lead)
    }

    /// What was wanted, and the first leads that come near: between the right sites, then of the right words to one of the right sites.
    fn failure(&self, expected: &Expected, what: &str) -> String {
        let mut text = format!("✗ {}: {what}\n  wanted: {}\n", expected.id, wish(expected));
        let to = |lead: &Lead| expected.to.iter().any(|site| lead.parties.iter().any(|p| p.site == *site));
        for &kind in &expected.kinds {
            let sites = |lead: &Lead| joins(lead, kind, expected);
            let words = |lead: &Lead| !sites(lead) && to(lead) && self.words.speak_of(&expected.words, lead);
            for (title, near) in [("these sites", &sites as &dyn Fn(&Lead) -> bool), ("these words", &words)]
            {
                for (at, lead) in self.of_kind(kind).enumerate().filter(|(_, lead)| near(lead)).take(SHOWN) {
                    let _ = writeln!(text, "  {title}, rank {}: {}", at + 1, told(lead));
                }
            }
        }
        text.trim_end().to_owned()
    }
}

/// The sites asked for are in the lead, in their roles.
fn joins(lead: &Lead, kind: Kind, expected: &Expected) -> bool {
    let count =
        |roles: &[&str], sites: &[String]| lead.with(roles).filter(|p| sites.contains(&p.site)).count();
    let anyone = |sites: &[String]| lead.parties.iter().filter(|p| sites.contains(&p.site)).count();
    let (from, to) = (&expected.from, &expected.to);
    let joined = match kind {
        Kind::Mutualisation if from.is_empty() => anyone(to) >= 2,
        // In a group the one that provides may be a partner like the others.
        Kind::Mutualisation => anyone(from) >= 1 && anyone(to) >= 1,
        _ => count(&["giver"], from) >= 1 && count(&["taker", "processor"], to) >= 1,
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
    let kinds: Vec<&str> = expected.kinds.iter().map(|kind| kind.in_json()).collect();
    format!("{} {from} {} of {}{note}", kinds.join(" or "), expected.to.join(" "), expected.words.join(" / "))
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
        kinds: vec![Kind::Substitution],
        from: vec![from.into()],
        to: vec!["B".into(), "D".into()],
        words: vec![words.into()],
        among,
        least: 0,
        not_yet: None,
        worst: None,
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
    let gap = |from: &str, worst: Option<usize>| Expected {
        not_yet: Some("x".into()),
        worst,
        ..expected(from, Some(1), "palettes perdues")
    };
    assert_eq!(checker.judge(&gap("C", Some(2))), Outcome::Gap);
    assert_eq!(checker.judge(&gap("A", Some(2))), Outcome::Closed);
    assert_eq!(checker.judge(&gap("B", None)), Outcome::Gap);
    assert!(
        matches!(checker.judge(&gap("B", Some(2))), Outcome::Failed(m) if m.contains("worse than before"))
    );
    let beyond = Expected { among: Some(0), ..gap("C", Some(1)) };
    assert!(matches!(checker.judge(&beyond), Outcome::Failed(m) if m.contains("rank 1")));
    let either = Expected {
        kinds: vec![Kind::Chaine, Kind::Substitution],
        ..expected("A", Some(1), "palettes perdues")
    };
    assert_eq!(checker.check(&either), Ok(()));
}
