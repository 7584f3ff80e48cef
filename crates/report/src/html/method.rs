//! How the figures are made, and every figure and document they rest on.

use super::Page;
use super::figures::GAINS;
use maud::{Markup, html};
use reference::{Figure, FigureId, Source, SourceId};
use std::collections::BTreeSet;
use wording::{amount, of_confidence};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let figures = used(page);
    html! {
        section #method {
            h2 { (page.t("nav-method")) }
            ul {
                @for key in ["method-ranges", "method-belief", "method-guess", "method-once", "method-co2", "method-distance", "method-order"] {
                    li { (page.t(key)) }
                }
            }
            p { strong { (page.t("report-no-advice")) } }
            h3 { (page.n("report-figures", figures.len())) }
            @if figures.is_empty() { p.hint { (page.t("report-figures-none")) } } @else { (figure_table(page, &figures)) }
            h3 { (page.t("report-sources")) }
            (source_list(page, &figures))
        }
    }
}

/// The figures that the leads shown rest on, in the version that held on the day of the picture.
pub(crate) fn used<'p>(page: &'p Page<'_>) -> Vec<&'p Figure> {
    let day = page.seen.territory.day;
    let ids: BTreeSet<&FigureId> = page
        .shown()
        .iter()
        .filter_map(|lead| lead.appraisal.as_ref())
        .flat_map(|appraisal| GAINS.iter().filter_map(|gain| (gain.of)(&appraisal.gains)))
        .flat_map(|estimate| &estimate.terms)
        .flat_map(|term| &term.figures)
        .collect();
    ids.into_iter().filter_map(|id| page.words.reference.figures.on(id.as_str(), day).ok()).collect()
}

fn figure_table(page: &Page<'_>, figures: &[&Figure]) -> Markup {
    let lang = page.words.lang;
    let columns = [
        "report-figure",
        "report-value",
        "report-source",
        "report-date",
        "report-confidence-head",
        "report-note",
    ];
    html! {
        div.scroll { table {
            thead { tr { @for key in columns { th scope="col" { (page.t(key)) } } } }
            tbody { @for figure in figures { tr id={ "figure-" (figure.id) } {
                th scope="row" { @if lang.code() == "en" { (figure.en) } @else { (figure.fr) } br; code { (super::unbroken::id(figure.id.as_str())) } }
                td.num { (amount(lang, &figure.value.range, &figure.value.unit)) }
                td { a.ref href={ "#source-" (figure.source) } { (super::unbroken::id(figure.source.as_str())) } " " (figure.locator) }
                td { (figure.date) }
                td { (page.t(&of_confidence(figure.confidence))) }
                td { (figure.note) }
            } } }
        } }
    }
}

/// Documents behind the figures, the pathways and the checklists of the leads shown.
fn source_list(page: &Page<'_>, figures: &[&Figure]) -> Markup {
    let reference = page.words.reference;
    let steps = page.shown().iter().flat_map(|lead| &lead.steps);
    let pathways = steps.filter_map(|step| reference.pathways.get(step.pathway.as_str()));
    let checks = page.shown().iter().filter_map(|lead| lead.appraisal.as_ref()).flat_map(|a| &a.legal.checks);
    let rules = crate::struck::by_rule(page);
    let prohibitions = rules.keys().filter_map(|id| page.words.rule(id));
    let ids: BTreeSet<&str> = figures
        .iter()
        .map(|figure| figure.source.as_str())
        .chain(pathways.flat_map(|pathway| pathway.source.iter().map(SourceId::as_str)))
        .chain(checks.filter_map(|check| check.source.as_deref()))
        .chain(prohibitions.flat_map(|rule| rule.source.iter().map(SourceId::as_str)))
        .collect();
    html! {
        ul.sources { @for source in ids.into_iter().filter_map(|id| reference.sources.get(id)) { (document(page, source)) } }
        p.hint { (page.t("report-geography")) }
    }
}

fn document(page: &Page<'_>, source: &Source) -> Markup {
    let title = source.label(page.words.lang.code());
    html! {
        li id={ "source-" (source.id) } {
            @match source.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
                Some(url) => a href=(url) rel="noreferrer" { (title) },
                None => (title),
            }
            span.evidence { (source.publisher) ", " (source.date) " · " (source.licence) }
        }
    }
}
