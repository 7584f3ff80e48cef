//! The ranked list, with its filters.

use super::bars::Scale;
use super::card;
use super::figures::{GAINS, readable};
use super::{Page, SHOWN};
use maud::{Markup, html};
use model::{Lead, LeadKind};
use wording::{Keyed, percent};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let all = page.seen.leads.len();
    html! {
        section #leads {
            h2 { (page.t("nav-leads")) }
            @if all == 0 {
                p.empty { (page.t("report-leads-empty")) }
            } @else {
                p.hint { (page.t("report-leads-hint")) }
                (filters(page))
                @if all > SHOWN {
                    p.hint { (page.say("report-leads-cut", &[("count", SHOWN.into()), ("total", all.into())])) }
                }
                (table(page))
                (cards(page))
                p #none .empty hidden { (page.t("report-filter-none")) }
            }
        }
    }
}

/// Cards that stand open on the page; the others wait behind one line, and print.
const OPEN: usize = 10;

fn cards(page: &Page<'_>) -> Markup {
    let scales = scales(page);
    let list = |from: usize, leads: &[Lead]| {
        html! { ol.leads start=(from + 1) {
            @for (ix, lead) in leads.iter().enumerate() { (card::card(page, from + ix + 1, lead, &scales)) }
        } }
    };
    let (first, others) = page.shown().split_at(page.shown().len().min(OPEN));
    html! {
        (list(0, first))
        @if !others.is_empty() {
            details #more {
                summary { (page.n("report-leads-more", others.len())) }
                (list(first.len(), others))
            }
        }
    }
}

/// The ranking in a line a lead, to be read at a glance.
fn table(page: &Page<'_>) -> Markup {
    let heads = ["sheet-rank", "sheet-title", "report-table-who", "gain-euros", "report-table-belief"];
    let gain = readable(page).find(|gain| gain.unit == "EUR/year");
    let heads = heads.into_iter().filter(|head| gain.is_some() || *head != "gain-euros");
    html! {
        details.ranking open {
            summary { (page.t("report-table")) }
            div.scroll { table {
                thead { tr { @for head in heads { th scope="col" { (page.t(head)) } } } }
                tbody { @for (ix, lead) in page.shown().iter().enumerate() {
                    tr data-row=(ix + 1) {
                        td.num { (ix + 1) }
                        td { a href={ "#lead-" (lead.id) } class=(super::head::kind_class(lead.kind)) { (super::head::icon(lead.kind)) " " (page.words.title(lead)) } }
                        td { (page.words.who(lead)) }
                        @if let Some(gain) = gain { td.num { (gain.range(lead).map_or_else(|| "–".to_owned(), |range| page.words.short(Some(&range), gain.unit))) } }
                        td.num { (percent(page.words.lang, f64::from(lead.belief))) }
                    }
                } }
            } }
        }
    }
}

/// One scale a gain, over all leads shown, so that bars compare.
fn scales(page: &Page<'_>) -> Vec<Option<Scale>> {
    let ranges = |gain: &super::figures::Gain| {
        page.shown().iter().filter_map(|lead| gain.range(lead)).collect::<Vec<_>>()
    };
    GAINS.iter().map(|gain| Scale::of(&ranges(gain))).collect()
}

fn filters(page: &Page<'_>) -> Markup {
    let families: std::collections::BTreeMap<&str, &str> =
        page.shown().iter().map(|lead| (page.words.label(&lead.resource), lead.resource.as_str())).collect();
    html! {
        form.filters role="search" aria-label=(page.t("report-filters")) {
            fieldset {
                legend.hidden { (page.t("report-filter-kind")) }
                @for &kind in LeadKind::ALL {
                    label.check.{ (super::head::kind_class(kind)) } {
                        input type="checkbox" name="kind" value=(super::head::kind_class(kind)) checked;
                        " " (super::head::icon(kind)) " " (page.t(&kind.key()))
                    }
                }
            }
            label { span { (page.t("report-filter-resource")) }
                select name="resource" {
                    option value="" { (page.t("report-filter-all")) }
                    @for (label, id) in families { option value=(id) { (label) } }
                }
            }
            label { span { (page.t("report-filter-text")) } input type="search" name="text" autocomplete="off"; }
            label.check { input type="checkbox" name="insertion"; " " (page.t("report-filter-insertion")) }
            label.check { input type="checkbox" name="said"; " " (page.t("report-filter-said")) }
            p.shown { output #shown aria-live="polite" { (page.shown().len()) } " / " (page.shown().len()) }
        }
    }
}
