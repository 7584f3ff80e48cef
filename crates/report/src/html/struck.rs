//! What a prohibition struck out, with its reason: so that nobody proposes it again.

use super::Page;
use crate::struck::{Struck, by_rule};
use maud::{Markup, html};

/// Exchanges written out for a rule; all of them are in the workbook.
const SHOWN: usize = 12;

/// True when something was struck out and the reader may know.
pub(super) fn is_there(page: &Page<'_>) -> bool {
    !by_rule(page).is_empty()
}

pub(super) fn section(page: &Page<'_>) -> Markup {
    let rules = by_rule(page);
    html! {
        @if !rules.is_empty() {
            section #struck {
                h2 { (page.t("nav-struck")) }
                p.hint { (page.t("report-struck-lead")) }
                @for (rule, exchanges) in &rules { (of_rule(page, rule, exchanges)) }
            }
        }
    }
}

fn of_rule(page: &Page<'_>, id: &str, exchanges: &[Struck<'_>]) -> Markup {
    let rule = page.words.rule(id);
    html! {
        div.struck {
            h3 { (rule.map_or(id, |rule| page.words.reason(rule))) }
            ul { @for exchange in exchanges.iter().take(SHOWN) {
                li { b { (exchange.giver) } " → " b { (exchange.taker) } (page.t("report-colon")) (exchange.what) }
            } }
            @if exchanges.len() > SHOWN { p.hint { (page.n("report-rest", exchanges.len() - SHOWN)) } }
            p.evidence { (page.say("report-struck-rule", &[("rule", id.into())]))
                @for source in rule.into_iter().flat_map(|rule| &rule.source) {
                    @if let Some(source) = page.words.reference.sources.get(source.as_str()) {
                        " · " a href={ "#source-" (source.id) } { (source.label(page.words.lang.code())) }
                    }
                }
            }
        }
    }
}
