//! The next best visit: where an hour of the facilitator's time settles most.

use crate::Options;
use model::{Lead, LeadId, Question, SiteId, Territory, Unknown, Visit};
use reference::{Reference, ResourceId};
use std::collections::{BTreeMap, HashSet};

/// What each further answer or lead that competes for the same thing keeps of its value.
const OVERLAP: f64 = 0.5;
/// Questions put in one visit.
const ASKED: usize = 20;

/// What a question is: one asks a thing once, whatever the leads it serves.
type Thing<'a> = (Unknown, Option<&'a ResourceId>);

/// The sites to visit, most worth per minute first. A visit costs its own time ([`facilitator.hours.visit`]) and that of each question.
/// Answers about one lead overlap, and leads compete for the same residue: each further one counts half. Known exchanges ask for nothing.
/// Empty when the figure is missing.
///
/// [`facilitator.hours.visit`]: Reference::figures
pub fn visits(leads: &[Lead], territory: &Territory, reference: &Reference, options: &Options) -> Vec<Visit> {
    let Ok(figure) = reference.figures.on("facilitator.hours.visit", options.day) else { return Vec::new() };
    let travel = 60.0 * figure.value.range.mid() * figure.value.unit.factor_to_base();
    let on_territory: HashSet<&SiteId> = territory.sites.iter().map(|site| &site.id).collect();
    let mut visits: Vec<Visit> = by_site(leads)
        .into_iter()
        .filter(|(site, _)| on_territory.contains(site))
        .map(|(site, asked)| visit(site, &asked, travel))
        .filter(|visit| visit.value > 0.0)
        .collect();
    visits.sort_by(|a, b| b.per_minute.total_cmp(&a.per_minute).then_with(|| a.site.cmp(&b.site)));
    visits
}

fn by_site(leads: &[Lead]) -> BTreeMap<&SiteId, Vec<(&Lead, &Question)>> {
    let mut sites: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for lead in leads.iter().filter(|lead| !lead.known) {
        for question in lead.appraisal.iter().flat_map(|appraisal| &appraisal.questions) {
            if question.value > 0.0 {
                sites.entry(&question.site).or_default().push((lead, question));
            }
        }
    }
    sites
}

fn visit(site: &SiteId, asked: &[(&Lead, &Question)], travel: f64) -> Visit {
    let questions = merged(asked);
    let kept: HashSet<Thing<'_>> = questions.iter().map(thing).collect();
    let asked: Vec<_> = asked.iter().filter(|(_, q)| kept.contains(&thing(q))).copied().collect();
    let value = value(&asked);
    let minutes = travel + questions.iter().map(|question| question.minutes).sum::<f64>();
    Visit {
        site: site.clone(),
        value,
        minutes,
        per_minute: if minutes > 0.0 { value / minutes } else { 0.0 },
        leads: settled(&asked),
        questions,
    }
}

fn thing(question: &Question) -> Thing<'_> {
    (question.about, question.resource.as_ref())
}

/// Each thing asked once, with what it is worth over all leads; best per minute first.
fn merged(asked: &[(&Lead, &Question)]) -> Vec<Question> {
    let mut things: BTreeMap<Thing<'_>, Vec<&Question>> = BTreeMap::new();
    for (_, question) in asked {
        things.entry(thing(question)).or_default().push(question);
    }
    let mut merged: Vec<Question> = things.into_values().filter_map(|same| merge(&same)).collect();
    merged.sort_by(|a, b| b.per_minute.total_cmp(&a.per_minute).then_with(|| thing(a).cmp(&thing(b))));
    merged.truncate(ASKED);
    merged
}

fn merge(same: &[&Question]) -> Option<Question> {
    let mut question = (*same.first()?).clone();
    question.value = diminishing(same.iter().map(|q| q.value).collect());
    question.nominal = same.iter().all(|q| q.nominal);
    question.per_minute = if question.minutes > 0.0 { question.value / question.minutes } else { 0.0 };
    Some(question)
}

/// Of each lead the overlapping answers, of each resource the competing leads.
fn value(asked: &[(&Lead, &Question)]) -> f64 {
    let mut leads: BTreeMap<(&ResourceId, &LeadId), Vec<f64>> = BTreeMap::new();
    for (lead, question) in asked {
        leads.entry((&lead.resource, &lead.id)).or_default().push(question.value);
    }
    let mut resources: BTreeMap<&ResourceId, Vec<f64>> = BTreeMap::new();
    for ((resource, _), values) in leads {
        resources.entry(resource).or_default().push(diminishing(values));
    }
    resources.into_values().map(diminishing).sum()
}

/// The best in full, the next by half, the next by a quarter …
fn diminishing(mut values: Vec<f64>) -> f64 {
    values.sort_by(|a, b| b.total_cmp(a));
    values.into_iter().rev().fold(0.0, |rest, value| value + OVERLAP * rest)
}

/// The leads in their own order, each once.
fn settled(asked: &[(&Lead, &Question)]) -> Vec<LeadId> {
    let mut seen = HashSet::new();
    asked.iter().filter(|(lead, _)| seen.insert(&lead.id)).map(|(lead, _)| lead.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_counts_half_the_third_a_quarter() {
        assert!((diminishing(vec![10.0, 100.0, 40.0]) - (100.0 + 20.0 + 2.5)).abs() < 1e-9);
        assert!(diminishing(Vec::new()).abs() < 1e-12);
    }
}
