//! Title, warnings, navigation, and the symbols that name the kinds of leads by shape.

use super::Page;
use crate::Audience;
use maud::{Markup, PreEscaped, html};
use model::LeadKind;
use wording::{Keyed, Lang, date};

/// Nothing is loaded from anywhere: the browser is told to refuse it.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

pub(super) fn head(page: &Page<'_>) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (page.say("report-title", &[("territory", page.seen.territory.name.as_str().into())])) }
            style { (PreEscaped(include_str!("style.css"))) }
        }
    }
}

pub(super) fn header(page: &Page<'_>) -> Markup {
    let territory = &page.seen.territory;
    let day = date(page.words.lang, territory.day);
    html! {
        (PreEscaped(include_str!("symbols.svg")))
        header.top {
            p.eyebrow { (page.t("report-eyebrow")) }
            h1 { (territory.name) }
            p.day { (page.say("report-day", &[("date", day.into())])) }
            @if territory.invented { p.warning role="note" { strong { (page.t("report-invented")) } } }
            @if let Some(notice) = &territory.notice { p.notice { (notice) } }
            @if page.seen.view.audience == Audience::Members { p.notice { (page.n("report-members", page.seen.withheld)) } }
        }
    }
}

pub(super) fn nav(page: &Page<'_>) -> Markup {
    let mut sections = vec!["summary", "map", "leads", "flows", "visits", "struck", "gaps", "method"];
    sections.retain(|section| *section != "struck" || super::struck::is_there(page));
    if page.seen.view.audience == Audience::Members {
        sections.retain(|section| !matches!(*section, "visits" | "gaps"));
    }
    html! {
        nav.toc aria-label=(page.t("report-nav")) {
            @for section in sections {
                a href={ "#" (section) } { (page.t(&format!("nav-{section}"))) }
            }
            @if let Some(address) = page.seen.view.other_language {
                @let (code, name) = if page.words.lang == Lang::Fr { ("en", "English") } else { ("fr", "Français") };
                a hreflang=(code) lang=(code) href=(address) { (name) }
            }
        }
    }
}

/// The class of a kind: `k-substitution`.
pub(super) fn kind_class(kind: LeadKind) -> String {
    kind.key().replacen("kind", "k", 1)
}

/// The shape of a kind, with its word for those who do not see it.
pub(super) fn icon(kind: LeadKind) -> Markup {
    html! {
        svg.icon aria-hidden="true" viewBox="0 0 24 24" {
            use href={ "#" (kind.key()) } {}
        }
    }
}
