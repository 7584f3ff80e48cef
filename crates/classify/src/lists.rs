//! « céréales, pain et drêches » in one cell: several things said in one breath, which nobody takes together.

use crate::Classifier;
use crate::choose::Choice;
use crate::lexicon::Token;
use crate::text::Role;
use model::{Finding, Flow, FlowId, Severity, Site, SiteId, Territory};
use reference::{Catalogue, Kind};
use std::collections::HashMap;
use units::{Quantity, Range};

/// Longer lists are sentences; « X, Y » is more often X with a word on its state or use.
const MOST: usize = 6;
const LEAST: usize = 3;

/// The territory with each list of matters as one flow a matter, where every part of the list names one, and what was taken apart. How the
/// amount divides is not known: every division is taken for equally likely, so the share of one of two is 10–50–90 %.
pub fn apart(mut territory: Territory, classifier: &Classifier<'_>) -> (Territory, Vec<Finding>) {
    let sites: HashMap<&SiteId, &Site> = territory.sites.iter().map(|site| (&site.id, site)).collect();
    let mut findings = Vec::new();
    let mut flows = Vec::with_capacity(territory.flows.len());
    for flow in territory.flows {
        match things(&flow, sites.get(&flow.site).copied(), classifier) {
            Some(things) => {
                findings.push(
                    Finding::new(Severity::Info, "wording-list", flow.evidence.source.clone())
                        .with("wording", &*flow.wording)
                        .with("stated", flow.stated.as_deref().unwrap_or("none"))
                        .with("things", things.join(" · ")),
                );
                flows.extend(one_each(&flow, things));
            }
            None => flows.push(flow),
        }
    }
    territory.flows = flows;
    (territory, findings)
}

/// The things a flow's wording lists; `None` when it names one, or when a part is not understood.
fn things(flow: &Flow, site: Option<&Site>, classifier: &Classifier<'_>) -> Option<Vec<String>> {
    if flow.resource.is_some() || flow.waste_code.is_some() || !flow.wording.contains([',', ';', '/', '(']) {
        return None;
    }
    let parts = parts(&flow.wording);
    if parts.len() < LEAST || parts.len() > MOST {
        return None;
    }
    let read = |wording: &str| {
        let mut alone = flow.clone();
        alone.wording = wording.to_owned().into();
        let choice = classifier.choices.of(classifier, &alone, site).filter(|choice| choice.said)?;
        let kind = classifier.reference().catalogue.get(choice.resource.as_str())?.kind;
        (kind == Kind::Material && stands_alone(wording, classifier)).then_some(choice)
    };
    let mut things: Vec<Thing> = Vec::new();
    for (wording, in_brackets) in parts {
        match read(&wording) {
            Some(choice) => things.push(Thing { wording, choice, in_brackets }),
            // « coproduits (sons, drêches) »: what follows says it better.
            None if in_brackets => {}
            None => return None,
        }
    }
    if things.len() < LEAST {
        return None;
    }
    let things = particular(&classifier.reference().catalogue, things)?;
    (things.len() > 1).then_some(things)
}

/// False for a state (« périmés ») and for an abbreviation (« PEHD »), which say more of the noun before them.
fn stands_alone(part: &str, classifier: &Classifier<'_>) -> bool {
    let abbreviated = part.chars().all(|c| !c.is_lowercase());
    let names =
        |token: &Token| token.role == Role::Content && classifier.lexicon.light(&token.stem).is_none();
    !abbreviated && classifier.lexicon.tokens(part).iter().any(names)
}

/// A part of a list, read.
struct Thing {
    wording: String,
    choice: Choice,
    /// Brackets follow and say more of it.
    in_brackets: bool,
}

/// The parts of a list: at commas, slashes and brackets, then at « et » and « ou »; true for one that brackets follow.
fn parts(wording: &str) -> Vec<(String, bool)> {
    let chars: Vec<char> = wording.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    // « 2,5 t » and « 1/2 » hold no list.
    let ends = |at: usize| match chars[at] {
        ',' | '/' => !(digit(at.checked_sub(1)) && digit(Some(at + 1))),
        ';' | '(' | ')' => true,
        _ => false,
    };
    let mut marked = String::with_capacity(wording.len());
    for (at, &c) in chars.iter().enumerate() {
        match c {
            '(' => marked.push_str("\t\n"),
            _ if ends(at) => marked.push('\n'),
            _ => marked.push(c),
        }
    }
    let marked = [" et ", " ou ", " and ", " or ", " und ", " oder "]
        .iter()
        .fold(marked, |text, word| text.replace(word, "\n"));
    let part = |line: &str| (line.trim().to_owned(), line.ends_with('\t'));
    marked.lines().map(part).filter(|(part, _)| !part.is_empty()).collect()
}

/// The wordings said for themselves: the first of the same thing, and no general name of another. `None` when brackets only describe what
/// stands before them: « palettes (bois, plastique) ».
fn particular(catalogue: &Catalogue, things: Vec<Thing>) -> Option<Vec<String>> {
    let place = |thing: &Thing| catalogue.index_of(thing.choice.resource.as_str());
    let index: Vec<usize> = things.iter().map(place).collect::<Option<_>>()?;
    let general = |at: usize, other: usize| {
        let (this, that) = (index[at], index[other]);
        at != other && catalogue.steps_up(that, this).is_some() && (this != that || other < at)
    };
    let mut told = Vec::with_capacity(things.len());
    for (at, thing) in things.into_iter().enumerate() {
        match (0..index.len()).any(|other| general(at, other)) {
            true => {}
            false if thing.in_brackets => return None,
            false => told.push(thing.wording),
        }
    }
    Some(told)
}

/// One flow a thing; the first keeps the name of the line.
fn one_each(flow: &Flow, things: Vec<String>) -> impl Iterator<Item = Flow> {
    let share = share(things.len());
    things.into_iter().enumerate().map(move |(ix, thing)| {
        let mut one = flow.clone();
        if ix > 0 {
            one.id = FlowId::from(format!("{}~{}", flow.id, ix + 1));
        }
        one.wording = thing.into();
        // What was stated is the amount of all of them; a finding tells it.
        one.stated = None.into();
        let part = |whole: &Quantity| Some(Quantity::new(whole.range.times(share?), whole.unit.clone()));
        one.quantity = flow.quantity.as_ref().and_then(part).into();
        one.tonnes = flow.tonnes.as_ref().and_then(|whole| Some(whole.times(share?))).into();
        one
    })
}

/// What one of so many things may be of the whole, all divisions being equally likely (P10, mean, P90 of a flat Dirichlet's share).
fn share(things: usize) -> Option<Range> {
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let count = things as f64;
    let quantile = |p: f64| 1.0 - (1.0 - p).powf(1.0 / (count - 1.0));
    Range::new(quantile(0.1), 1.0 / count, quantile(0.9)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_its_parts_at_commas_brackets_and_words() {
        let parts = |text| -> Vec<String> {
            let mark = |(part, in_brackets)| if in_brackets { format!("{part}:") } else { part };
            parts(text).into_iter().map(mark).collect()
        };
        assert_eq!(parts("céréales et coproduits (sons, pain)"), ["céréales", "coproduits:", "sons", "pain"]);
        assert_eq!(parts("cuves 2,5 m3"), ["cuves 2,5 m3"]);
        assert_eq!(parts("cartons/films"), ["cartons", "films"]);
    }

    #[test]
    fn all_divisions_are_equally_likely() {
        let half = share(2).map(|share| (share.low(), share.mid(), share.high()));
        assert!(half.is_some_and(|(low, mid, high)| {
            (low - 0.1).abs() < 1e-9 && (mid - 0.5).abs() < 1e-9 && (high - 0.9).abs() < 1e-9
        }));
        assert!(share(4).is_some_and(|share| share.mid() < 0.26 && share.high() < 0.6));
    }
}
