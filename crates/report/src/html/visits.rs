//! Whom to visit next, and what to ask there.

use super::Page;
use crate::Audience;
use maud::{Markup, html};
use model::{Lead, Question, Visit};
use units::Range;
use wording::rounded;

/// Visits written out.
const SHOWN: usize = 15;
/// Questions written out for a visit.
const QUESTIONS: usize = 6;

pub(super) fn section(page: &Page<'_>) -> Markup {
    if page.seen.view.audience == Audience::Members {
        return html! {};
    }
    html! {
        section #visits {
            h2 { (page.t("nav-visits")) }
            p.hint { (page.t("report-visits-hint")) }
            @if page.seen.visits.is_empty() { p.empty { (page.t("report-visits-empty")) } }
            ol.visits {
                @for visit in page.seen.visits.iter().take(SHOWN) { (card(page, visit)) }
            }
        }
    }
}

fn card(page: &Page<'_>, visit: &Visit) -> Markup {
    html! {
        li.visit {
            h3 { (page.words.name(&visit.site)) }
            p.hint { (stake(page, visit)) " · " (page.n("report-visit-leads", visit.leads.len())) }
            ul {
                @for question in visit.questions.iter().take(QUESTIONS) {
                    li { (asked(page, visit, question)) }
                }
            }
        }
    }
}

/// An order is no money.
fn stake(page: &Page<'_>, visit: &Visit) -> String {
    if visit.nominal { nominal(page, visit.minutes) } else { worth(page, visit.value, visit.minutes) }
}

/// « valeur de principe, le gain n'étant pas connu ; 10 min ».
pub(super) fn nominal(page: &Page<'_>, minutes: f64) -> String {
    page.say("report-question-nominal", &[("minutes", rounded(page.words.lang, minutes, 2).into())])
}

/// The question in the terms of the first lead it serves.
pub(crate) fn asked(page: &Page<'_>, visit: &Visit, question: &Question) -> String {
    let leads: Vec<&Lead> = visit.leads.iter().filter_map(|id| page.lead(id)).collect();
    let serves = |lead: &&&Lead| {
        let questions = lead.appraisal.as_ref().map_or(&[][..], |appraisal| &appraisal.questions);
        questions
            .iter()
            .any(|q| q.about == question.about && q.site == question.site && q.resource == question.resource)
    };
    let lead = leads.iter().find(serves).or(leads.first());
    lead.map_or_else(
        || page.t(&wording::of_unknown(question.about)),
        |lead| page.words.question_alone(lead, question),
    )
}

/// « vaut environ 1 200 € pour 10 min ».
pub(super) fn worth(page: &Page<'_>, value: f64, minutes: f64) -> String {
    if value < 1.0 {
        return page.say("report-question-idle", &[("minutes", rounded(page.words.lang, minutes, 2).into())]);
    }
    let euros = Range::exact(value).ok();
    let value = page.words.short(euros.as_ref(), "EUR");
    let minutes = rounded(page.words.lang, minutes, 2);
    page.say("report-question-worth", &[("value", value.into()), ("minutes", minutes.into())])
}
