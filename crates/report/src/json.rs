//! The machine form of a diagnosis. `facts`, `checks` and the `figures` of a term are places in the tables `facts`, `checks`, `traces`; what
//! is missing is not known (or false); numbers of leads and visits have four significant digits, what people stated has all of them.

use crate::audience::Seen;
use crate::slim::{Table, slim, without_nulls};
use crate::{Audience, FlowCounts};
use model::{Check, FileReport, Finding, FlowId, Lead, Territory};
use serde_json::{Value, json};
use std::collections::HashSet;
use wording::{Words, said};

/// What leads share, each once; they refer to it by its place.
#[derive(Default)]
struct Tables {
    checks: Table,
    facts: Table,
    /// The figures a term rests on.
    traces: Table,
}

pub(crate) fn value(seen: &Seen<'_>) -> Value {
    let words = seen.words();
    let mut tables = Tables::default();
    let leads: Vec<Value> = seen.leads.iter().map(|lead| told(lead, seen, &words, &mut tables)).collect();
    json!({
        "territory": without_nulls(json!(spoken_of(seen))),
        "flow_counts": counted(&seen.territory),
        "leads": leads,
        "checks": tables.checks.rows,
        "facts": tables.facts.rows,
        "traces": tables.traces.rows,
        "visits": slim(json!(seen.visits)),
        "findings": seen.findings.iter().map(|finding| noticed(finding, &words)).collect::<Vec<_>>(),
        "inputs": seen.files.iter().map(|file| input(file, &words)).collect::<Vec<_>>(),
    })
}

/// All flows, also the guesses that stand nowhere below.
fn counted(territory: &Territory) -> Value {
    let FlowCounts { said, rough, guessed } = FlowCounts::of(territory);
    json!({ "said": said, "rough": rough, "guessed": guessed })
}

/// A finding with its sentence.
fn noticed(finding: &Finding, words: &Words<'_>) -> Value {
    let mut value = json!(finding);
    value["sentence"] = words.finding(finding).into();
    value
}

/// A file with the reasons of its rejected and its left-out lines in words.
fn input(file: &FileReport, words: &Words<'_>) -> Value {
    let mut value = json!(file);
    value["skipped"] =
        file.skipped.iter().map(|(reason, count)| json!([words.say(reason, &[]), count])).collect();
    value["rejects"] = file
        .rejects
        .iter()
        .map(|reject| {
            let mut row = json!(reject);
            row["reason"] = said(words.lang, &reject.reason).into();
            row
        })
        .collect();
    value
}

/// A lead with its sentence; its checks, its facts and the figures of its terms by their places in the tables.
fn told(lead: &Lead, seen: &Seen<'_>, words: &Words<'_>, tables: &mut Tables) -> Value {
    let mut value = json!(lead);
    value["facts"] = lead.facts.iter().map(|fact| json!(tables.facts.place(slim(json!(fact))))).collect();
    if let Some(appraisal) = &lead.appraisal {
        let english = words.lang.code() == "en";
        let checks = appraisal.legal.checks.iter().map(|check| tables.checks.place(in_one(check, english)));
        value["appraisal"]["legal"]["checks"] = checks.map(Value::from).collect();
        by_trace(&mut value["appraisal"]["gains"], &mut tables.traces);
    }
    if let Some(fields) = value.as_object_mut() {
        fields.insert("sentence".to_owned(), words.lead(lead).into());
        // Grows with euros, which members may not read.
        if seen.view.audience == Audience::Members {
            fields.remove("score");
        }
    }
    slim(value)
}

/// The text of a check in one language only.
fn in_one(check: &Check, english: bool) -> Value {
    let mut row = json!(check);
    if let Some(fields) = row.as_object_mut() {
        fields.remove(if english { "fr" } else { "en" });
    }
    slim(row)
}

/// The figures of each term by their place in the table.
fn by_trace(gains: &mut Value, traces: &mut Table) {
    let estimates = gains.as_object_mut().into_iter().flat_map(|gains| gains.values_mut());
    let terms = estimates.filter_map(|estimate| estimate.get_mut("terms")?.as_array_mut()).flatten();
    for term in terms {
        if let Some(figures) = term.get_mut("figures").filter(|figures| figures != &&json!([])) {
            *figures = json!(traces.place(figures.take()));
        }
    }
}

/// The territory with what was said, and of the estimates only those that leads rest on.
fn spoken_of(seen: &Seen<'_>) -> Territory {
    let all = &*seen.territory;
    let named: HashSet<&FlowId> =
        seen.leads.iter().flat_map(|lead| &lead.parties).filter_map(|party| party.flow.as_ref()).collect();
    let kept = all.flows.iter().filter(|flow| !flow.is_guess() || named.contains(&flow.id));
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
