//! The ranked list, with its filters.

use super::bars::Scale;
use super::card;
use super::figures::GAINS;
use super::{Page, SHOWN};
use maud::{Markup, html};
use model::LeadKind;
use wording::Keyed;

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
                ol.leads { @let scales = scales(page);
                    @for (ix, lead) in page.shown().iter().enumerate() { (card::card(page, ix + 1, lead, &scales)) }
                }
                p #none .empty hidden { (page.t("report-filter-none")) }
            }
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
