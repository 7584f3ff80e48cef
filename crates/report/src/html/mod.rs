//! `report.html`: one file, no network, readable by keyboard, on a phone and on paper.

mod bars;
mod card;
mod figures;
mod gaps;
mod geometry;
mod head;
mod layout;
mod leads;
mod legend;
mod map;
mod method;
mod sankey;
mod struck;
mod summary;
mod unbroken;
mod visits;
mod ways;

pub(crate) use figures::readable;
pub(crate) use method::used;
pub(crate) use summary::gains as sums;
pub(crate) use visits::asked;

use crate::Support;
use crate::audience::Seen;
use crate::totals::Totals;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use model::{Lead, LeadId};
use std::collections::HashMap;
use wording::{Arg, Words};

/// Leads written out in the page; all of them are in the workbook.
const SHOWN: usize = 200;

/// What every section needs.
pub(crate) struct Page<'a> {
    pub(crate) seen: &'a Seen<'a>,
    pub(crate) words: Words<'a>,
    pub(crate) totals: &'a Totals,
    by_id: HashMap<&'a str, &'a Lead>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(seen: &'a Seen<'a>) -> Self {
        let by_id = seen.leads.iter().map(|lead| (lead.id.as_str(), lead)).collect();
        Self { seen, words: seen.words(), totals: &seen.totals, by_id }
    }

    /// A message without arguments.
    pub(crate) fn t(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    /// A message with a count.
    pub(crate) fn n(&self, key: &str, count: usize) -> String {
        self.words.say(key, &[("count", count.into())])
    }

    /// A message with arguments.
    pub(crate) fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say(key, args)
    }

    /// The leads written out.
    pub(crate) fn shown(&self) -> &[Lead] {
        &self.seen.leads[..self.seen.leads.len().min(SHOWN)]
    }

    /// The lead of that id.
    pub(crate) fn lead(&self, id: &LeadId) -> Option<&'a Lead> {
        self.by_id.get(id.as_str()).copied()
    }

    pub(crate) fn support(&self, lead: &Lead) -> Support {
        Support::of(lead, &self.words)
    }
}

/// The whole page.
pub(crate) fn page(seen: &Seen<'_>) -> String {
    let page = Page::new(seen);
    let markup: Markup = html! {
        (DOCTYPE)
        html lang=(page.words.lang.code()) {
            (head::head(&page))
            body {
                a.skip href="#leads" { (page.t("report-skip")) }
                (head::header(&page))
                (head::nav(&page))
                main {
                    (summary::section(&page))
                    (map::section(&page))
                    (leads::section(&page))
                    (sankey::section(&page))
                    (visits::section(&page))
                    (struck::section(&page))
                    (gaps::section(&page))
                    (method::section(&page))
                }
                script { (PreEscaped(include_str!("page.js"))) }
            }
        }
    };
    markup.into_string()
}
