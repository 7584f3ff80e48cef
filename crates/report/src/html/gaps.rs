//! What is missing, said as openly as what was found.

use super::Page;
use crate::Audience;
use maud::{Markup, html};
use model::{FileReport, Finding, Said, Severity, SiteId};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use wording::Keyed;
use wording::said;

/// Lines written out in a group; all of them are in the workbook.
const SHOWN: usize = 25;

pub(super) fn section(page: &Page<'_>) -> Markup {
    if page.seen.view.audience == Audience::Members {
        return html! {};
    }
    html! {
        section #gaps {
            h2 { (page.t("nav-gaps")) }
            @if page.seen.findings.is_empty() && page.seen.files.is_empty() { p.empty { (page.t("report-gaps-empty")) } }
            (unplaced(page))
            (unweighed(page))
            @for (severity, group) in grouped(page) { (findings(page, severity, &group)) }
            @for file in page.seen.files.iter().filter(|file| says_something(file)) { (inputs(page, file)) }
        }
    }
}

/// What tells apart findings of one key: a date that cannot be read must not hide a headcount.
fn column(finding: &Finding) -> Option<&str> {
    finding.args.iter().find_map(|(name, said)| match said {
        Said::Text(text) if name == "column" => Some(text.as_str()),
        _ => None,
    })
}

/// Worst first, one group a message key and column.
fn grouped<'p>(page: &'p Page<'_>) -> Vec<(Severity, Vec<&'p Finding>)> {
    type Alike<'f> = (Reverse<Severity>, &'f str, Option<&'f str>);
    let mut groups: BTreeMap<Alike<'_>, Vec<&Finding>> = BTreeMap::new();
    for finding in page.seen.findings.iter().filter(|finding| finding.key != crate::struck::KEY) {
        groups.entry((Reverse(finding.severity), &finding.key, column(finding))).or_default().push(finding);
    }
    groups.into_iter().map(|((Reverse(severity), ..), group)| (severity, group)).collect()
}

fn findings(page: &Page<'_>, severity: Severity, group: &[&Finding]) -> Markup {
    let line = |finding: &Finding| {
        html! {
            (page.words.finding(finding))
            @if !finding.about.is_empty() { span.evidence { (page.words.name(&SiteId::from(finding.about.as_str()))) } }
        }
    };
    html! {
        @match group {
            [only] => p.finding { span.mark.{ (severity.key()) } { (page.t(&severity.key())) } " " (line(only)) },
            _ => details.finding {
                summary {
                    span.mark.{ (severity.key()) } { (page.t(&severity.key())) } " "
                    (page.n("report-times", group.len())) " " (page.words.finding(group[0])) " …"
                }
                ul { @for finding in group.iter().take(SHOWN) { li { (line(finding)) } } }
                (rest(page, group.len()))
            },
        }
    }
}

/// « et 12 autres, dans le classeur ».
fn rest(page: &Page<'_>, count: usize) -> Markup {
    html! { @if count > SHOWN { p.hint { (page.n("report-rest", count - SHOWN)) } } }
}

fn unplaced(page: &Page<'_>) -> Markup {
    let lost: Vec<&str> = page
        .seen
        .territory
        .sites
        .iter()
        .filter(|site| site.place.is_none())
        .map(|site| site.name.as_str())
        .collect();
    html! {
        @if !lost.is_empty() {
            details.finding {
                summary { (page.n("report-gap-place", lost.len())) }
                ul.columns { @for name in lost.iter().take(SHOWN) { li { (name) } } }
                (rest(page, lost.len()))
            }
        }
    }
}

/// Declared residues without tonnes: the commonest hole.
fn unweighed(page: &Page<'_>) -> Markup {
    let flows: Vec<_> =
        page.seen.territory.flows.iter().filter(|flow| super::ways::is_residue(page, flow)).collect();
    let lost: Vec<_> = flows.iter().filter(|flow| flow.tonnes.is_none() && !flow.is_guess()).collect();
    html! {
        @if !lost.is_empty() {
            details.finding {
                summary { (page.n("report-gap-tonnes", lost.len())) }
                ul { @for flow in lost.iter().take(SHOWN) {
                    li { (page.words.name(&flow.site)) (page.t("report-colon")) (*flow.wording)
                        @if let Some(stated) = &*flow.stated { span.evidence { (wording::stated(page.words.lang, stated)) } }
                    }
                } }
                (rest(page, lost.len()))
            }
        }
    }
}

/// A file that was not read at all has its finding already.
fn says_something(file: &FileReport) -> bool {
    file.records > 0 || !file.rejects.is_empty() || !file.skipped.is_empty()
}

fn inputs(page: &Page<'_>, file: &FileReport) -> Markup {
    let read =
        page.say("report-file", &[("count", file.records.into()), ("format", file.format.as_str().into())]);
    html! {
        details.finding {
            summary { b { (file.path) } (page.t("report-colon")) (read)
                @for (key, count) in [("report-rejected", file.refused_lines()), ("report-to-correct", file.values_to_correct())] {
                    @if count > 0 { " " span.mark.severity-warning { (page.n(key, count)) } }
                }
            }
            @if let Some(dialect) = &file.dialect { p.hint { (dialect) } }
            ul { @for (reason, count) in &file.skipped { li { (page.n("report-skipped", *count)) " " (page.t(reason)) } } }
            (rejects(page, file))
        }
    }
}

fn rejects(page: &Page<'_>, file: &FileReport) -> Markup {
    html! {
        @if !file.rejects.is_empty() {
            div.scroll { table {
                thead { tr { @for key in ["report-reason", "report-line", "report-column", "report-value"] { th scope="col" { (page.t(key)) } } } }
                tbody { @for reject in file.rejects.iter().take(SHOWN) { tr {
                    td { (said(page.seen.view.lang, &reject.reason)) }
                    td.num { (reject.sheet) " " (reject.line) }
                    td { (reject.column.as_deref().unwrap_or_default()) }
                    td { (reject.value.as_deref().unwrap_or_default()) }
                } } }
            } }
            (rest(page, file.rejects.len()))
        }
    }
}
