//! The figures of a lead: which ones, and under which unit.

use super::Page;
use crate::Audience;
use crate::totals::gain;
use maud::{Markup, html};
use model::{Estimate, Gains, Lead};
use units::Range;

/// A gain that a lead may have.
pub(crate) struct Gain {
    pub(crate) key: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) of: fn(&Gains) -> Option<&Estimate>,
    mass: bool,
}

/// All gains, in the order they are read.
pub(crate) const GAINS: [Gain; 7] = [
    Gain { key: "gain-euros", unit: "EUR/year", of: |g| g.euros.as_ref(), mass: false },
    Gain { key: "gain-co2", unit: "tCO2e/year", of: |g| g.co2.as_ref(), mass: false },
    Gain { key: "gain-mass", unit: "t/year", of: |g| g.mass.as_ref(), mass: true },
    Gain { key: "gain-energy", unit: "MWh/year", of: |g| g.energy.as_ref(), mass: false },
    Gain { key: "gain-water", unit: "m3/year", of: |g| g.water.as_ref(), mass: false },
    Gain { key: "gain-work", unit: "h/year", of: |g| g.work.as_ref(), mass: false },
    Gain { key: "gain-co2-credit", unit: "tCO2e/year", of: |g| g.co2_credit.as_ref(), mass: false },
];

const EUROS: usize = 0;
const CO2: usize = 1;
const MASS: usize = 2;
const WORK: usize = 5;

impl Gain {
    /// Of a lead; `None` is unknown.
    pub(crate) fn range(&self, lead: &Lead) -> Option<Range> {
        gain(lead, self.of, self.mass)
    }
}

/// The gains that the reader may see: members see no euros of a single lead.
pub(crate) fn readable(page: &Page<'_>) -> impl Iterator<Item = &'static Gain> + Clone {
    let members = page.seen.view.audience == Audience::Members;
    GAINS.iter().filter(move |gain| !(members && gain.key == GAINS[EUROS].key))
}

/// The four figures of a card: money, carbon, what is moved (tonnes, else MWh, else m³), work.
pub(super) fn four(lead: &Lead) -> [&'static Gain; 4] {
    let moved = GAINS[MASS..WORK].iter().find(|gain| gain.range(lead).is_some());
    [&GAINS[EUROS], &GAINS[CO2], moved.unwrap_or(&GAINS[MASS]), &GAINS[WORK]]
}

/// What each figure of an appraisal is made of.
pub(super) fn terms(page: &Page<'_>, lead: &Lead) -> Markup {
    let appraisal = lead.appraisal.as_ref();
    let known = GAINS.iter().filter_map(|gain| Some((gain.key, (gain.of)(&appraisal?.gains)?)));
    let per_unit =
        appraisal.and_then(|a| a.gains.euros_per_unit.as_ref()).map(|estimate| ("gain-euros", estimate));
    html! {
        @for (key, estimate) in per_unit.into_iter().chain(known) {
            table.terms {
                caption {
                    (page.t(key)) (page.t("report-colon"))
                    strong { (page.words.amount(Some(&estimate.range), estimate.unit.symbol())) }
                }
                @for term in &estimate.terms {
                    tr {
                        th scope="row" { (page.words.term(term)) }
                        td.num { (page.words.short(Some(&term.range), estimate.unit.symbol())) }
                        td { (trust(page, term)) }
                    }
                }
                @for key in &estimate.unknown {
                    tr.lacking { th scope="row" { (page.t(key)) } td colspan="2" { (page.t("report-term-unknown")) } }
                }
            }
        }
        @if let Some(km) = appraisal.and_then(|a| a.break_even_km) {
            p { (page.say("report-break-even", &[("km", wording::rounded(page.words.lang, km, 2).into())])) }
        }
    }
}

/// What a term rests on: the figures it used, with a link to their row, or what the site said.
fn trust(page: &Page<'_>, term: &model::Contribution) -> Markup {
    html! {
        @match term.confidence {
            None => (page.t("report-said-by-site")),
            Some(confidence) => {
                (page.say("report-confidence", &[("confidence", page.t(&wording::of_confidence(confidence)).into())]))
                @for id in &term.figures { " " a.ref href={ "#figure-" (id) } { (super::unbroken::id(id.as_str())) } }
            }
        }
    }
}
