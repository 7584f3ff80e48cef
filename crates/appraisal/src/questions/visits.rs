//! The next best visit: where an hour of the facilitator's time settles most.

use crate::Options;
use model::{Lead, LeadId, Question, SiteId, Territory, Unknown, Visit};
use reference::{Reference, ResourceId};
use std::collections::{BTreeMap, HashSet};

/// What each further answer or lead that competes for the same thing keeps of its value.
const OVERLAP: f64 = 0.5;
/// Questions always put once there, and at most.
const ASKED: std::ops::RangeInclusive<usize> = 4..=15;

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
    let mut questions = merged(asked);
    questions.truncate(worth_asking(&questions, travel));
    let kept: HashSet<Thing<'_>> = questions.iter().map(thing).collect();
    let asked: Vec<_> = asked.iter().filter(|(_, q)| kept.contains(&thing(q))).copied().collect();
    let value = value(&asked);
    let minutes = travel + questions.iter().map(|question| question.minutes).sum::<f64>();
    Visit {
        site: site.clone(),
        value,
        nominal: asked.iter().all(|(_, question)| question.nominal),
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
    merged
}

/// How many of the questions, best first, raise what the visit settles per minute; once there, a few more cost little.
fn worth_asking(questions: &[Question], travel: f64) -> usize {
    let (mut value, mut minutes) = (0.0, travel);
    let raises = questions.iter().take_while(|question| {
        let raises = question.value * minutes > value * question.minutes;
        value += question.value;
        minutes += question.minutes;
        raises
    });
    raises.count().clamp(*ASKED.start(), *ASKED.end()).min(questions.len())
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

    fn question(value: f64, minutes: f64) -> Question {
        let per_minute = value / minutes;
        let (site, about) = ("a".into(), Unknown::Price);
        Question { about, site, resource: None, value, minutes, per_minute, nominal: false }
    }

    #[test]
    fn a_visit_stops_asking_when_answers_are_worth_less_than_its_mean_minute() {
        let good: Vec<_> = (0..6).map(|_| question(100.0, 5.0)).collect();
        // Six questions: 600 EUR in 130 minutes, 4.6 a minute. One of 6 a minute raises that, one of 1 does not.
        let with = |last: Question| [good.clone(), vec![last]].concat();
        assert_eq!(worth_asking(&with(question(60.0, 10.0)), 100.0), 7);
        assert_eq!(worth_asking(&with(question(10.0, 10.0)), 100.0), 6);
        assert_eq!(
            worth_asking(&[question(10.0, 10.0), question(0.1, 10.0)], 100.0),
            2,
            "a few more cost little"
        );
    }

    #[test]
    fn the_second_counts_half_the_third_a_quarter() {
        assert!((diminishing(vec![10.0, 100.0, 40.0]) - (100.0 + 20.0 + 2.5)).abs() < 1e-9);
        assert!(diminishing(Vec::new()).abs() < 1e-12);
    }
}
