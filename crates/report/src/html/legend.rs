//! The legend of the map.

use super::Page;
use super::head::{icon, kind_class};
use super::map::{DRAWN, shape};
use maud::{Markup, html};
use model::{ActorKind, LeadKind};
use std::collections::HashSet;
use wording::Keyed;

/// What is seen, of which day, and what is missing.
pub(super) fn legend(page: &Page<'_>, placed: usize, outside: usize) -> Markup {
    let territory = &page.seen.territory;
    let used: HashSet<LeadKind> = page.shown().iter().map(|lead| lead.kind).collect();
    let lost = territory.sites.len() - placed;
    let day = wording::date(page.words.lang, territory.day);
    html! {
        div.legend {
            h3 { (page.t("report-legend")) }
            ul {
                (legend_site(ActorKind::Company, &page.t("report-legend-company")))
                (legend_site(ActorKind::Ei, &page.t("report-legend-insertion")))
                (legend_site(ActorKind::LocalAuthority, &page.t("report-legend-public")))
                (legend_site(ActorKind::Association, &page.t("report-legend-other")))
                li { svg.sample viewBox="-10 -8 44 16" { g.site.said { circle r="5" {} } g.site transform="translate(22 0)" { circle r="5" {} } } span.text { (page.t("report-legend-fill")) } }
                @for &kind in LeadKind::ALL.iter().filter(|kind| used.contains(kind)) {
                    li class=(kind_class(kind)) {
                        svg.sample viewBox="-10 -8 44 16" { g.line.{ (kind_class(kind)) } { path.seen d="M-8 0H32" {} } }
                        (icon(kind)) span.text { (page.t(&kind.key())) }
                    }
                }
            }
            p.hint { (page.say("report-legend-day", &[("date", day.into()), ("count", DRAWN.min(page.shown().len()).into())])) }
            @if territory.invented { p.hint { (page.t("report-legend-invented")) } }
            @if outside > 0 { p.hint { (page.n("report-legend-outside", outside)) } }
            @if lost > 0 { p.hint { (page.n("report-legend-lost", lost)) } }
            label.check { input #all-lines type="checkbox"; " " (page.t("report-all-lines")) }
            p #picked .picked aria-live="polite" { (page.t("report-pick")) }
        }
    }
}

fn legend_site(kind: ActorKind, label: &str) -> Markup {
    html! { li { svg.sample viewBox="-10 -8 44 16" { g.site.said transform="translate(11 0)" { (shape(kind)) } } span.text { (label) } } }
}
