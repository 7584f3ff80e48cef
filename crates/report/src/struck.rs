//! The findings that tell of struck-out exchanges, rule by rule.

use crate::html::Page;
use model::{Finding, Said};
use std::collections::BTreeMap;

/// Key of such findings.
pub(crate) const KEY: &str = "lead-forbidden";

/// An exchange that somebody might think of and a prohibition forbids.
pub(crate) struct Struck<'a> {
    /// Who has the residue.
    pub(crate) giver: &'a str,
    /// Who asks for it.
    pub(crate) taker: &'a str,
    /// The residue, by its label.
    pub(crate) what: &'a str,
}

/// Struck-out exchanges by the id of the prohibition.
pub(crate) fn by_rule<'p>(page: &'p Page<'_>) -> BTreeMap<&'p str, Vec<Struck<'p>>> {
    let mut rules: BTreeMap<&str, Vec<Struck<'_>>> = BTreeMap::new();
    for finding in page.seen.findings.iter().filter(|finding| finding.key == KEY) {
        let resource = arg(finding, "resource");
        let known = page.words.reference.catalogue.get(resource);
        let what = known.map_or(resource, |known| known.label(page.words.lang.code()));
        let struck = Struck { giver: arg(finding, "giver"), taker: arg(finding, "taker"), what };
        rules.entry(&finding.about).or_default().push(struck);
    }
    rules
}

fn arg<'f>(finding: &'f Finding, name: &str) -> &'f str {
    match finding.args.iter().find(|(known, _)| known == name) {
        Some((_, Said::Text(text))) => text,
        _ => "",
    }
}
