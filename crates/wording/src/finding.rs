//! What a stage noticed, as a sentence.

use crate::{Arg, Words};
use model::{Contribution, Finding};

/// Arguments that count things: they choose the plural and get thousands separators. Every other one is a name or a code.
const COUNTS: &[&str] = &["count", "found", "kept", "total", "records", "lines"];

impl Words<'_> {
    /// The finding in one sentence.
    pub fn finding(&self, finding: &Finding) -> String {
        let args: Vec<(&str, Arg<'_>)> =
            finding.args.iter().map(|(name, value)| (name.as_str(), argument(name, value))).collect();
        self.say(&finding.key, &args)
    }

    /// The name of a term of an estimate.
    pub fn term(&self, term: &Contribution) -> String {
        self.say(&term.key, &[])
    }
}

fn argument<'v>(name: &str, value: &'v str) -> Arg<'v> {
    let count = value.parse::<u32>().ok().filter(|_| COUNTS.contains(&name));
    count.map_or_else(|| Arg::from(value), Arg::from)
}
