//! A lead on a card: the sentence and four figures, and on opening why, what it is made of, what the law asks, what to ask.

use super::Page;
use super::bars::{Scale, bar};
use super::figures::{GAINS, Gain, four, readable, terms};
use super::head::{icon, kind_class};
use crate::Support;
use maud::{Markup, html};
use model::{Basis, Estimate, Lead, LeadKind};
use wording::{Keyed, percent};

pub(super) fn card(page: &Page<'_>, rank: usize, lead: &Lead, scales: &[Option<Scale>]) -> Markup {
    let support = page.support(lead);
    html! {
        li.lead.{ (kind_class(lead.kind)) } id={ "lead-" (lead.id) } data-lead=(rank) data-kind=(kind_class(lead.kind))
            data-resource=(lead.resource) data-said[support == Support::Said] data-insertion[insertion(page, lead)]
        {
            details {
                summary {
                    span.rank { (rank) }
                    span.what {
                        span.kind { (icon(lead.kind)) " " (page.t(&lead.kind.key())) " · " b { (page.words.title(lead)) } }
                        span.sentence { (super::unbroken::whole_numbers(&page.words.lead(lead))) }
                        (marks(page, lead, support))
                    }
                    (figures(page, lead, scales, support))
                }
                (body(page, rank, lead))
            }
        }
    }
}

/// Work for an insertion structure: one takes part, or the pathway suits them.
fn insertion(page: &Page<'_>, lead: &Lead) -> bool {
    let structure = |party: &model::Party| {
        let kind = page.words.site(&party.site).and_then(|site| page.words.kind(site));
        kind.is_some_and(model::ActorKind::is_insertion)
    };
    let suits = |step: &model::Step| {
        page.words.reference.pathways.get(step.pathway.as_str()).is_some_and(|pathway| pathway.insertion)
    };
    lead.parties.iter().any(structure) || lead.steps.iter().any(suits)
}

fn marks(page: &Page<'_>, lead: &Lead, support: Support) -> Markup {
    let legal = lead.appraisal.as_ref().map(|appraisal| &appraisal.legal);
    let question = lead.appraisal.as_ref().and_then(|appraisal| appraisal.questions.first());
    html! {
        span.marks {
            span.mark.{ (support.key()) } { (page.t(support.key())) }
            @if let Some(belief) = belief(page, lead.belief) { span.mark title=(page.t("method-belief")) { (belief) } }
            span.mark { (page.words.how_far(lead)) }
            @if let Some(route) = legal.and_then(|legal| legal.route) { span.mark { (page.t(&route.key())) } }
            @if insertion(page, lead) { span.mark { (page.t("report-insertion")) } }
            @if let Some(by) = lead.appraisal.as_ref().and_then(|a| a.taken_by.as_ref()) {
                span.mark.rivals { (page.say("report-taken", &[("who", page.words.name(by).into())])) }
            }
            @if let Some(rivals) = lead.appraisal.as_ref().map(|a| a.rival_count).filter(|count| *count > 0) {
                span.mark.rivals title=(page.t("report-rivals-help")) {
                    (page.say("report-rivals", &[("count", rivals.into())]))
                }
            }
        }
        @if let Some(question) = question {
            span.ask { b { (page.t("report-settles")) } " " (page.words.question(lead, question)) }
        }
    }
}

/// « vraisemblance 80 % »; nothing where nobody doubts it.
fn belief(page: &Page<'_>, belief: f32) -> Option<String> {
    let share = percent(page.words.lang, f64::from(belief));
    (belief < 0.995).then(|| page.say("report-belief", &[("share", share.into())]))
}

/// The figures known, each with its bar; the others named on one line.
fn figures(page: &Page<'_>, lead: &Lead, scales: &[Option<Scale>], support: Support) -> Markup {
    let (known, unknown): (Vec<&Gain>, Vec<&Gain>) = four(lead)
        .into_iter()
        .filter(|gain| readable(page).any(|seen| seen.key == gain.key))
        .partition(|gain| is_known(lead, gain));
    let unknown: Vec<String> = unknown.into_iter().map(|gain| page.t(gain.key)).collect();
    html! {
        span.figures {
            @for gain in known { (figure(page, lead, gain, scales, support)) }
            // A purchase and a pooling divert nothing: what they do not have is not unknown.
            @if !unknown.is_empty() && moves_a_residue(lead) {
                span.lacking { (page.say("report-unknown-figures", &[("figures", unknown.join(", ").into())])) }
            }
        }
    }
}

fn moves_a_residue(lead: &Lead) -> bool {
    matches!(lead.kind, LeadKind::Substitution | LeadKind::Chain)
        || lead.appraisal.as_ref().is_none_or(|a| a.gains.euros.is_none())
}

fn is_known(lead: &Lead, gain: &Gain) -> bool {
    gain.range(lead).is_some() || per_unit(lead, gain).is_some()
}

fn figure(page: &Page<'_>, lead: &Lead, gain: &Gain, scales: &[Option<Scale>], support: Support) -> Markup {
    let range = gain.range(lead);
    let scale = GAINS.iter().position(|known| known.key == gain.key).and_then(|ix| scales[ix]);
    let value = match per_unit(lead, gain) {
        Some(estimate) => page.words.short(Some(&estimate.range), estimate.unit.symbol()),
        None => page.words.short(range.as_ref(), gain.unit),
    };
    html! {
        span.figure {
            span.label { (page.t(gain.key)) }
            span.value { (value) }
            @if let (Some(range), Some(scale)) = (range, scale) { (bar(&range, &scale, support != Support::Said)) }
        }
    }
}

/// Money by the tonne, when the tonnes are not known.
fn per_unit<'l>(lead: &'l Lead, gain: &Gain) -> Option<&'l Estimate> {
    let gains = &lead.appraisal.as_ref()?.gains;
    gains.euros_per_unit.as_ref().filter(|_| gains.euros.is_none() && gain.key == "gain-euros")
}

fn body(page: &Page<'_>, rank: usize, lead: &Lead) -> Markup {
    html! {
        div.body {
            div {
                h3 { (page.t("report-why")) }
                (facts(page, lead))
                button.locate type="button" data-locate=(rank) { (page.t("report-locate")) }
            }
            div {
                h3 { (page.t("report-made-of")) }
                @let terms = terms(page, lead);
                @if lead.appraisal.is_none() {
                    p.hint { (page.t("report-not-appraised")) }
                } @else if terms.0.is_empty() {
                    p.hint { (page.t("report-no-terms")) }
                }
                (terms)
            }
            div {
                h3 { (page.t("report-law")) }
                (checklist(page, lead))
            }
            div {
                h3 { (page.t("report-ask")) }
                (questions(page, lead))
            }
        }
    }
}

fn facts(page: &Page<'_>, lead: &Lead) -> Markup {
    html! {
        ol.facts {
            @for fact in page.words.facts(lead) {
                li.guessed[fact.basis == Basis::Estimated] {
                    (fact.text)
                    span.evidence {
                        (fact.evidence)
                        @if let Some(belief) = belief(page, fact.belief) { " · " (belief) }
                    }
                }
            }
        }
    }
}

fn checklist(page: &Page<'_>, lead: &Lead) -> Markup {
    let legal = lead.appraisal.as_ref().map(|appraisal| &appraisal.legal);
    html! {
        @if let Some(legal) = legal {
            @if let Some(route) = legal.route { p { b { (page.t("report-route")) } " " (page.t(&route.key())) } }
            @if let Some(step) = legal.hierarchy { p { b { (page.t("report-hierarchy")) } " " (page.t(&step.key())) } }
            ul.checks {
                @for check in &legal.checks {
                    li { span.mark { (page.t(&check.kind.key())) (page.t("report-colon")) } (page.words.check(check)) (source(page, check.source.as_deref())) }
                }
            }
        }
        p.hint { (page.t("report-no-advice")) }
    }
}

/// A link to the document a line rests on.
pub(super) fn source(page: &Page<'_>, id: Option<&str>) -> Markup {
    html! {
        @if let Some(source) = id.and_then(|id| page.words.reference.sources.get(id)) {
            " " a.ref href={ "#source-" (source.id) } title=(source.label(page.words.lang.code())) { (source.publisher) ", " (source.date) }
        }
    }
}

fn questions(page: &Page<'_>, lead: &Lead) -> Markup {
    let questions = lead.appraisal.as_ref().map_or(&[][..], |appraisal| &appraisal.questions);
    html! {
        @if questions.is_empty() { p.hint { (page.t("report-no-question")) } }
        ol.questions {
            @for question in questions {
                li { (page.words.question(lead, question)) span.evidence { (worth(page, question)) } }
            }
        }
    }
}

/// « vaut environ 1 200 € pour 10 min ».
pub(super) fn worth(page: &Page<'_>, question: &model::Question) -> String {
    if question.nominal {
        return super::visits::nominal(page, question.minutes);
    }
    super::visits::worth(page, question.value, question.minutes)
}
