//! The territory in a dozen figures.

use super::Page;
use super::head::{icon, kind_class};
use crate::{Audience, FlowCounts, Support, Total};
use maud::{Markup, html};
use model::{ExchangeState, LeadKind};
use units::Range;
use wording::{Keyed, count, percent};

/// Members read a sum of euros only when so many actors make it …
const LEAST_CONTRIBUTORS: usize = 3;
/// … and none of them more than this share (statistical secrecy).
const LARGEST_SHARE: f64 = 0.85;

pub(super) fn section(page: &Page<'_>) -> Markup {
    html! {
        section #summary {
            h2 { (page.t("nav-summary")) }
            div.tiles {
                (inventory(page))
                (kinds(page))
            }
            h3 { (page.t("report-worth")) }
            (worth(page))
        }
    }
}

/// The sums, or why there is none: a territory of guesses has leads without a single figure.
fn worth(page: &Page<'_>) -> Markup {
    let gains = gains(page);
    if gains.is_empty() {
        return html! { p.hint { (page.t("report-worth-none")) } };
    }
    html! {
        p.hint { (page.n("report-worth-hint", page.totals.counted.len())) }
        div.tiles.gains {
            @for (key, unit, total) in gains { (gain(page, key, unit, total)) }
        }
    }
}

fn inventory(page: &Page<'_>) -> Markup {
    let territory = &page.seen.territory;
    let FlowCounts { said, rough, guessed } = FlowCounts::of(territory);
    let hint = [page.t("report-flows-said-hint")].into_iter();
    let hint: Vec<String> = hint.chain((rough > 0).then(|| page.n("report-flows-rough", rough))).collect();
    let lang = page.words.lang;
    html! {
        (tile(&page.n("report-sites", territory.sites.len()), &count(lang, territory.sites.len()), &placed(page)))
        (tile(&page.n("report-flows-said", said), &count(lang, said), &hint.join(" ; ")))
        (tile(&page.n("report-flows-guessed", guessed), &count(lang, guessed), &page.t("report-flows-guessed-hint")))
        (exchanges(page))
    }
}

/// Those that run; what is planned or has ended is no exchange to count on.
fn exchanges(page: &Page<'_>) -> Markup {
    let of = |state: ExchangeState| {
        page.seen.territory.exchanges.iter().filter(|exchange| exchange.state == state).count()
    };
    let running = of(ExchangeState::Running);
    let others = [
        ("report-exchanges-planned", of(ExchangeState::Planned)),
        ("report-exchanges-ended", of(ExchangeState::Ended)),
    ];
    let hint: Vec<String> =
        others.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| page.n(key, count)).collect();
    tile(&page.n("report-exchanges", running), &count(page.words.lang, running), &hint.join(", "))
}

fn placed(page: &Page<'_>) -> String {
    let lost = page.seen.territory.sites.iter().filter(|site| site.place.is_none()).count();
    if lost == 0 { String::new() } else { page.n("report-sites-lost", lost) }
}

fn tile(label: &str, number: &str, hint: &str) -> Markup {
    html! {
        div.tile {
            p.number { (number) }
            p.label { (label) }
            @if !hint.is_empty() { p.hint { (hint) } }
        }
    }
}

fn kinds(page: &Page<'_>) -> Markup {
    let leads = &page.seen.leads;
    let of = |kind: LeadKind| leads.iter().filter(move |lead| lead.kind == kind).count();
    let guessed = leads.iter().filter(|lead| page.support(lead) == Support::Guessed).count();
    let share = guessed as f64 / leads.len().max(1) as f64;
    let lang = page.words.lang;
    html! {
        div.tile.wide {
            p.number { (count(lang, leads.len())) }
            p.label { (page.n("report-leads", leads.len())) }
            ul.kinds {
                @for &kind in LeadKind::ALL {
                    li class=(kind_class(kind)) { (icon(kind)) " " b { (count(lang, of(kind))) } " " (page.t(&kind.key())) }
                }
            }
            @if guessed > 0 { p.hint { (page.say("report-leads-guessed", &[("share", percent(lang, share).into())])) } }
        }
    }
}

/// The sums that may be read: key, unit, sum.
pub(crate) fn gains<'p>(page: &'p Page<'_>) -> Vec<(&'static str, &'static str, &'p Total)> {
    let totals = page.totals;
    let all = [
        ("gain-euros", "EUR/year", &totals.euros),
        ("gain-co2", "tCO2e/year", &totals.co2),
        ("gain-mass-diverted", "t/year", &totals.mass),
        ("gain-energy", "MWh/year", &totals.energy),
        ("gain-water", "m3/year", &totals.water),
        ("gain-work", "h/year", &totals.work),
    ];
    let secret = |key: &str, total: &Total| {
        key == "gain-euros"
            && page.seen.view.audience == Audience::Members
            && (total.actors < LEAST_CONTRIBUTORS || total.largest > LARGEST_SHARE)
    };
    all.into_iter().filter(|(key, _, total)| total.leads > 0 && !secret(key, total)).collect()
}

fn gain(page: &Page<'_>, key: &str, unit: &str, total: &Total) -> Markup {
    html! {
        div.tile {
            p.label { (page.t(key)) }
            p.number { (page.words.short(total.all().as_ref(), unit)) }
            p.hint { (part(page, "report-part-said", total.said.as_ref(), unit)) }
            (stack(total))
            @if key == "gain-euros" { p.hint { (prices(page, total)) } }
            @if key == "gain-mass-diverted" { p.hint { (page.t("report-diverted-hint")) } }
            p.hint { (part(page, "report-part-guessed", total.guessed.as_ref(), unit)) }
            @if total.unknown > 0 { p.hint { (page.n("report-part-unknown", total.unknown)) } }
        }
    }
}

/// Flows are one thing, prices another: who said a flow said no price, and most usual prices are remembered, not published.
fn prices(page: &Page<'_>, total: &Total) -> String {
    page.say("report-prices", &[("sound", total.sound.into()), ("count", total.leads.into())])
}

fn part(page: &Page<'_>, key: &str, range: Option<&Range>, unit: &str) -> String {
    let amount = range.map_or_else(|| page.t("report-nothing"), |range| page.words.short(Some(range), unit));
    page.say(key, &[("amount", amount.into())])
}

/// How much of the middle value was said (solid) and how much is estimated (hatched).
fn stack(total: &Total) -> Markup {
    let size = |range: Option<Range>| range.map_or(0.0, |r| r.mid().abs());
    let (said, guessed) = (size(total.said), size(total.guessed));
    let width = 100.0 * said / (said + guessed).max(f64::EPSILON);
    html! {
        svg.stack aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" {
            rect.range x="0" y="0" width=(format!("{width:.1}")) height="6" {}
            rect.range.guessed x=(format!("{width:.1}")) y="0" width=(format!("{:.1}", 100.0 - width)) height="6" {}
        }
    }
}
