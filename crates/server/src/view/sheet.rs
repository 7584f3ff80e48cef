//! A lead's sheet: why, how much, what the law asks, what is not known, what happened.

use super::common::{amount, evidence, range, slug};
use super::lead::row_of;
use crate::http::Desk;
use crate::shapes::{
    Deal, DeliveryLine, DocumentLine, FactLine, FigureRef, Gain, Invitation, LeadSheet, LegalCheck, LogLine,
    QuestionLine, SynergyView, Term,
};
use crate::territory::tell;
use model::{Answer, Contribution, Estimate, Gains, Lead, Stage, Synergy};
use report::Support;
use wording::{Keyed, Words};

/// Everything about a lead; `stale` when it comes from its synergy's copy.
pub(crate) fn lead_sheet(
    desk: &Desk,
    lead: &Lead,
    rank: Option<usize>,
    stale: bool,
    deal: Option<Deal>,
) -> LeadSheet {
    let appraised = lead.appraisal.iter();
    let named = appraised.flat_map(|appraisal| appraisal.other_takers.iter().chain(&appraisal.taken_by));
    let around = desk.page.around(lead.parties.iter().map(|party| &party.site).chain(named), desk.lang);
    let words = Words::new(&around, desk.app.reference(), desk.lang);
    let told = tell(&words, lead);
    let synergy = desk.page.synergy(lead.id.as_str());
    let appraisal = lead.appraisal.as_ref();
    let legal = appraisal.map(|appraisal| &appraisal.legal);
    LeadSheet {
        facts: facts(desk, lead, &words),
        gains: appraisal
            .map(|a| gains(desk, &a.gains, &words, told.support != Support::Said))
            .unwrap_or_default(),
        route: legal.and_then(|legal| legal.route).map(|route| desk.say(&route.key(), &[])),
        hierarchy: legal.and_then(|legal| legal.hierarchy).map(|step| desk.say(&step.key(), &[])),
        checks: legal.map(|legal| legal.checks.iter().map(|c| check(desk, c)).collect()).unwrap_or_default(),
        questions: appraisal
            .map(|a| a.questions.iter().map(|q| question(desk, lead, q, &words)).collect())
            .unwrap_or_default(),
        synergy: synergy.map(|synergy| synergy_view(desk, synergy, deal)),
        moves: moves(synergy.map_or(Stage::Detected, |synergy| synergy.stage)),
        row: row_of(desk, lead, rank, &told),
        stale,
    }
}

/// The stages that may follow.
pub(crate) fn moves(stage: Stage) -> Vec<String> {
    stage.followers().iter().map(ToString::to_string).collect()
}

fn facts(desk: &Desk, lead: &Lead, words: &Words<'_>) -> Vec<FactLine> {
    let lines = words.facts(lead);
    let row = |(line, fact): (wording::FactLine, &model::Fact)| FactLine {
        text: line.text,
        belief: line.belief,
        evidence: evidence(&fact.evidence),
        site: fact.site.as_ref().map(|site| desk.site_named(site)),
    };
    lines.into_iter().zip(&lead.facts).map(row).collect()
}

/// Every gain that has a figure.
pub(crate) fn gains(desk: &Desk, gains: &Gains, words: &Words<'_>, estimated: bool) -> Vec<Gain> {
    let all: [(&str, &str, Option<&Estimate>); 8] = [
        ("euros", "gain-euros", gains.euros.as_ref()),
        ("euros_per_unit", "gain-euros", gains.euros_per_unit.as_ref()),
        ("co2", "gain-co2", gains.co2.as_ref()),
        ("co2_credit", "gain-co2-credit", gains.co2_credit.as_ref()),
        ("mass", "gain-mass", gains.mass.as_ref()),
        ("energy", "gain-energy", gains.energy.as_ref()),
        ("water", "gain-water", gains.water.as_ref()),
        ("work", "gain-work", gains.work.as_ref()),
    ];
    let row = |(key, label, estimate): (&str, &str, &Estimate)| Gain {
        key: key.to_owned(),
        label: desk.say(label, &[]),
        amount: amount(estimate.range, &estimate.unit, estimated),
        terms: estimate.terms.iter().map(|contribution| term(desk, contribution, words)).collect(),
        unknown: estimate.unknown.iter().map(|key| desk.say(key, &[])).collect(),
    };
    all.into_iter().filter_map(|(key, label, estimate)| Some(row((key, label, estimate?)))).collect()
}

fn term(desk: &Desk, term: &Contribution, words: &Words<'_>) -> Term {
    let reference = desk.reference();
    let day = desk.page.territory().day;
    let figure = |id: &reference::FigureId| {
        let figure = reference.figures.on(id.as_str(), day).ok()?;
        let source =
            reference.sources.get(&figure.source).map(|source| source.label(desk.lang.code()).to_owned());
        Some(FigureRef {
            id: id.to_string(),
            label: if desk.lang.code() == "en" { figure.en.clone() } else { figure.fr.clone() },
            value: wording::short(desk.lang, &figure.value.range, &figure.value.unit),
            source: source.unwrap_or_default(),
        })
    };
    Term {
        label: words.term(term),
        range: Some(range(term.range)),
        figures: term.figures.iter().filter_map(figure).collect(),
        confidence: term.confidence.map(|confidence| slug(&confidence)),
    }
}

fn check(desk: &Desk, check: &model::Check) -> LegalCheck {
    let title = |id: &String| {
        let known = desk.app.reference().sources.get(&reference::SourceId::from(id.as_str()));
        known.map_or_else(|| id.clone(), |source| source.label(desk.lang.code()).to_owned())
    };
    LegalCheck {
        kind: slug(&check.kind),
        label: desk.say(&check.kind.key(), &[]),
        text: if desk.lang.code() == "en" { check.en.clone() } else { check.fr.clone() },
        delay_months: check.delay_months.map(range),
        source: check.source.as_ref().map(title),
    }
}

fn question(desk: &Desk, lead: &Lead, question: &model::Question, words: &Words<'_>) -> QuestionLine {
    QuestionLine {
        id: slug(&question.about),
        text: words.question_alone(lead, question),
        site: desk.site_named(&question.site),
        minutes: question.minutes,
        value: desk.page.seen.ranked.then_some(question.value),
    }
}

/// What became of a lead.
pub(crate) fn synergy_view(desk: &Desk, synergy: &Synergy, deal: Option<Deal>) -> SynergyView {
    let id = synergy.id.as_str();
    SynergyView {
        revision: desk.holding.revision(store::Kind::Synergy, id).unwrap_or_default(),
        stage: synergy.stage.to_string(),
        owner: synergy.owner.as_ref().map(ToString::to_string),
        next_step: synergy.next_step.clone(),
        due: synergy.due,
        reason: synergy.reason.map(|reason| slug(&reason)),
        log: log(synergy),
        invitations: invitations(desk, synergy),
        documents: synergy.documents.iter().map(|document| paper(desk, document)).collect(),
        deal,
        deliveries: synergy.deliveries.iter().map(|delivery| delivered(desk, delivery)).collect(),
        moves: moves(synergy.stage),
    }
}

fn log(synergy: &Synergy) -> Vec<LogLine> {
    let mut stage = Stage::Detected;
    let line = |entry: &model::LogEntry| {
        let from = entry.to.map(|_| stage.to_string());
        stage = entry.to.unwrap_or(stage);
        LogLine {
            at: entry.at.to_rfc3339(),
            by: entry.by.clone(),
            text: entry.text.clone(),
            from,
            to: entry.to.map(|to| to.to_string()),
        }
    };
    synergy.log.iter().map(line).collect()
}

fn invitations(desk: &Desk, synergy: &Synergy) -> Vec<Invitation> {
    let asked = synergy.parties.iter().filter_map(|site| {
        let last = synergy.consents.iter().rev().find(|consent| &consent.site == site)?;
        Some(Invitation {
            site: desk.site_named(site),
            url: None,
            answer: answer_text(last.answer).to_owned(),
            priced: synergy.sealed_prices.contains(site),
            at: Some(last.at.to_rfc3339()),
        })
    });
    asked.collect()
}

pub(crate) fn answer_text(answer: Answer) -> &'static str {
    match answer {
        Answer::Asked => "waiting",
        Answer::Yes => "accepted",
        Answer::No => "declined",
    }
}

fn paper(desk: &Desk, document: &model::Document) -> DocumentLine {
    DocumentLine {
        id: document.blob.to_string(),
        name: document.name.clone(),
        at: document.at.to_rfc3339(),
        url: format!("/api/v1/territories/{}/documents/{}", desk.territory, document.blob),
    }
}

fn delivered(desk: &Desk, delivery: &model::Delivery) -> DeliveryLine {
    let amount = delivery.quantity.as_ref().map(|q| wording::short(desk.lang, &q.range, &q.unit));
    let text: Vec<String> = [amount, delivery.note.clone()].into_iter().flatten().collect();
    DeliveryLine { at: delivery.day, text: text.join(", ") }
}
