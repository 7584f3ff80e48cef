//! The machine form of a diagnosis.

use crate::Audience;
use crate::audience::Seen;
use model::{Check, FlowId, Lead, Territory};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use wording::Words;

pub(crate) fn value(seen: &Seen<'_>) -> Value {
    let words = seen.words();
    let mut checks = Checks::default();
    let leads: Vec<Value> = seen.leads.iter().map(|lead| told(lead, seen, &words, &mut checks)).collect();
    json!({
        "territory": spoken_of(seen),
        "leads": leads,
        "checks": checks.rows,
        "visits": seen.visits,
        "findings": seen.findings,
        "inputs": seen.files,
    })
}

/// The texts of checklists, each once: most leads share theirs.
#[derive(Default)]
struct Checks {
    rows: Vec<Value>,
    places: HashMap<String, usize>,
}

impl Checks {
    /// Where the check stands; its text is kept in one language only.
    fn place(&mut self, check: &Check, english: bool) -> usize {
        let mut row = json!(check);
        if let Some(fields) = row.as_object_mut() {
            fields.remove(if english { "fr" } else { "en" });
        }
        let rows = &mut self.rows;
        *self.places.entry(row.to_string()).or_insert_with(|| {
            rows.push(row);
            rows.len() - 1
        })
    }
}

/// A lead with its sentence, and its checks by their places in the table.
fn told(lead: &Lead, seen: &Seen<'_>, words: &Words<'_>, checks: &mut Checks) -> Value {
    let mut value = json!(lead);
    if let Some(appraisal) = &lead.appraisal {
        let english = words.lang.code() == "en";
        let places: Vec<usize> = appraisal.legal.checks.iter().map(|c| checks.place(c, english)).collect();
        value["appraisal"]["legal"]["checks"] = json!(places);
    }
    if let Some(fields) = value.as_object_mut() {
        fields.insert("sentence".to_owned(), words.lead(lead).into());
        // Grows with euros, which members may not read.
        if seen.view.audience == Audience::Members {
            fields.remove("score");
        }
    }
    value
}

/// The territory with what was said, and of the estimates only those that leads rest on.
fn spoken_of(seen: &Seen<'_>) -> Territory {
    let all = &*seen.territory;
    let named: HashSet<&FlowId> =
        seen.leads.iter().flat_map(|lead| &lead.parties).filter_map(|party| party.flow.as_ref()).collect();
    let kept = all.flows.iter().filter(|flow| !flow.evidence.is_estimate() || named.contains(&flow.id));
    Territory {
        name: all.name.clone(),
        day: all.day,
        invented: all.invented,
        notice: all.notice.clone(),
        actors: all.actors.clone(),
        sites: all.sites.clone(),
        flows: kept.cloned().collect(),
        exchanges: all.exchanges.clone(),
    }
}
