//! What a stage noticed, as a sentence.

use crate::{Arg, Lang, Words, message};
use model::{Contribution, Finding, Message, Said};
use reference::Forbid;

/// Arguments that count things: they choose the plural and get thousands separators. Every other one is a name or a code.
const COUNTS: &[&str] = &["count", "found", "kept", "total", "records", "lines", "months"];

/// Arguments of what is said of a file that are days, or hold some.
const DATES: &[&str] = &["date", "day", "days", "today", "periods"];

/// True for what is said while files are read.
fn of_a_file(key: &str) -> bool {
    key.starts_with("intake-") || key.starts_with("refused-")
}

/// The text with each of its days as people of that language write it.
fn dated(lang: Lang, text: &str) -> String {
    let word = |word: &str| word.parse().map_or_else(|_| word.to_owned(), |day| crate::date(lang, day));
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

impl Words<'_> {
    /// The finding in one sentence. Its `resource`, `pathway`, `rule` and `unit` are ids: they are said by label, by
    /// reason and as people write them.
    pub fn finding(&self, finding: &Finding) -> String {
        let named = finding.args.iter().map(|(name, said)| (name.clone(), self.named(name, said)));
        said_with(self.lang, &finding.key, &named.collect::<Vec<_>>())
    }

    /// The prohibition of that id.
    pub fn rule(&self, id: &str) -> Option<&Forbid> {
        self.reference.forbidden.iter().find(|rule| rule.id == id)
    }

    /// Why a prohibition holds.
    pub fn reason<'r>(&self, rule: &'r Forbid) -> &'r str {
        if self.lang == Lang::En { &rule.en } else { &rule.fr }
    }

    fn named(&self, name: &str, said: &Said) -> Said {
        match (name, said) {
            ("resource", Said::Text(id)) => {
                let known = self.reference.catalogue.get(id);
                Said::Text(known.map_or(id.as_str(), |known| known.label(self.lang.code())).to_owned())
            }
            ("rule", Said::Text(id)) => {
                Said::Text(self.rule(id).map_or(id.as_str(), |rule| self.reason(rule)).to_owned())
            }
            ("pathway", Said::Text(id)) => {
                let known = self.reference.pathways.get(id);
                Said::Text(known.map_or(id.as_str(), |known| known.label(self.lang.code())).to_owned())
            }
            ("unit", Said::Text(symbol)) => Said::Text(crate::unit::symbol(self.lang, symbol)),
            _ => said.clone(),
        }
    }

    /// The name of a term of an estimate.
    pub fn term(&self, term: &Contribution) -> String {
        self.say(&term.key, &[])
    }
}

/// The message in a language.
pub fn said(lang: Lang, what: &Message) -> String {
    said_with(lang, &what.key, &what.args)
}

fn said_with(lang: Lang, key: &str, args: &[(String, Said)]) -> String {
    let args: Vec<(&str, Arg<'_>)> = args
        .iter()
        .map(|(name, said)| match said {
            Said::Text(text) if DATES.contains(&name.as_str()) && of_a_file(key) => {
                (name.as_str(), Arg::from(dated(lang, text)))
            }
            Said::Text(text) => (name.as_str(), argument(name, text)),
            Said::Message(inner) => (name.as_str(), Arg::from(self::said(lang, inner))),
        })
        .collect();
    message(lang, key, &args)
}

fn argument<'v>(name: &str, value: &'v str) -> Arg<'v> {
    let count = value.parse::<u32>().ok().filter(|_| COUNTS.contains(&name));
    count.map_or_else(|| Arg::from(value), Arg::from)
}
