//! « céréales, pain et drêches » in one cell: several things said in one breath, which nobody takes together.

use crate::Classifier;
use crate::choose::Choice;
use crate::lexicon::Token;
use crate::text::{Role, fold};
use model::{Direction, Finding, Flow, FlowId, Severity, Site, SiteId, Territory};
use reference::{Catalogue, Form, Kind, Weight};
use std::collections::HashMap;
use units::{Quantity, Range};

/// Longer lists are sentences.
const MOST: usize = 6;
/// More words are a remark.
const MOST_OF_A_NAME: usize = 3;

/// The territory with each list of matters as one flow a matter, where the parts of the list name them, and what was taken apart. A part that
/// is not understood among others that are becomes a flow without a resource: somebody will say what it is. How the amount divides is not known: every division is taken for equally likely, so the share of one of two is 10–50–90 %.
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

/// The things a flow's wording lists, at the end those not understood; `None` when it names one, or when too little is understood.
fn things(flow: &Flow, site: Option<&Site>, classifier: &Classifier<'_>) -> Option<Vec<String>> {
    if flow.resource.is_some() || flow.waste_code.is_some() {
        return None;
    }
    let parts = parts(&flow.wording);
    if !(2..=MOST).contains(&parts.len()) {
        return None;
    }
    let read = |wording: &str| {
        let mut alone = flow.clone();
        alone.wording = wording.to_owned().into();
        let choice = classifier.choices.of(classifier, &alone, site).filter(|choice| choice.said)?;
        let kind = classifier.reference().catalogue.get(choice.resource.as_str())?.kind;
        (kind == Kind::Material && stands_alone(wording, &choice, classifier)).then_some(choice)
    };
    let mut things: Vec<Thing> = Vec::new();
    let mut unread: Vec<String> = Vec::new();
    for (wording, in_brackets) in parts {
        match read(&wording) {
            Some(choice) => things.push(Thing { wording, choice, in_brackets }),
            // « coproduits (sons, drêches) »: what follows says it better.
            None if in_brackets => {}
            None if is_a_name(&wording, classifier) => unread.push(wording),
            None => return None,
        }
    }
    let catalogue = &classifier.reference().catalogue;
    let listed = is_listed(flow, &things, classifier);
    match &*things {
        [] | [_] => return None,
        [one, other] if unread.is_empty() && !listed && !one.is_another(other, catalogue) => return None,
        several if !unread.is_empty() && !any_apart(several, catalogue) => return None,
        _ => {}
    }
    let mut things = particular(catalogue, things, listed)?;
    if things.len() < 2 {
        return None;
    }
    things.extend(unread);
    Some(things)
}

/// True for residues between commas that no reading says together: « ferraille, chutes inox » reads as scrap and leaves the steel unsaid,
/// « papier, carton » is one thing that both words name. A state at the end (« chiffons, absorbants souillés ») may be meant for all; what is
/// bought is as often followed by its use (« carton alvéolaire, calage »).
fn is_listed(flow: &Flow, things: &[Thing], classifier: &Classifier<'_>) -> bool {
    let wording = &*flow.wording;
    let commas = wording.split([',', ';', '+']).count() == things.len();
    let sure = things.iter().all(|thing| thing.choice.belief >= SURE_OF_EACH);
    let state = wording.split_whitespace().last().is_some_and(is_a_state);
    if flow.direction != Direction::GivesOut || !commas || !sure || state {
        return false;
    }
    let catalogue = &classifier.reference().catalogue;
    let Some(whole) = classifier.classify(wording, 1).resources.into_iter().next() else { return true };
    let said = |thing: &Thing| {
        let part = fold(&thing.wording);
        whole.words.iter().any(|word| part.contains(word.as_str()))
    };
    let place = |thing: &Thing| catalogue.index_of(thing.choice.resource.as_str());
    let held = |thing: &Thing| {
        place(thing).is_none_or(|ix| {
            catalogue.steps_up(ix, whole.index).is_some() || catalogue.steps_up(whole.index, ix).is_some()
        })
    };
    !things.iter().all(said) || !things.iter().all(held)
}

/// True when two of the things are surely two: then it is a list, whatever else it names.
fn any_apart(things: &[Thing], catalogue: &Catalogue) -> bool {
    let rest = |at: usize| things.iter().skip(at + 1);
    things.iter().enumerate().any(|(at, one)| rest(at).any(|other| one.is_apart(other, catalogue)))
}

/// True for a few words that may name a thing nobody knows (« tourillons »), not for a remark (« un peu humides ») or a state (« souillés »).
fn is_a_name(part: &str, classifier: &Classifier<'_>) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    let tokens = classifier.lexicon.tokens(part);
    let plain = !part.contains(|c: char| c.is_ascii_digit()) && part.contains(char::is_lowercase);
    let first = tokens
        .first()
        .is_some_and(|token| token.role == Role::Content && classifier.lexicon.light(&token.stem).is_none());
    plain && first && words.len() <= MOST_OF_A_NAME && !words.first().is_some_and(|word| is_a_state(word))
}

/// True for « souillés »: a participle.
fn is_a_state(word: &str) -> bool {
    ["é", "ée", "és", "ées"].iter().any(|ending| word.ends_with(ending))
}

/// False for a state (« périmés ») and for an abbreviation (« PEHD »), which say more of the noun before them; a container stands for itself
/// where it is all that is said (« palettes »).
fn stands_alone(part: &str, choice: &Choice, classifier: &Classifier<'_>) -> bool {
    let abbreviated = part.chars().all(|c| !c.is_lowercase());
    let tokens = classifier.lexicon.tokens(part);
    let names =
        |token: &Token| token.role == Role::Content && classifier.lexicon.light(&token.stem).is_none();
    let is_its_name = || {
        let resource = classifier.reference().catalogue.get(choice.resource.as_str());
        let stems = |text: &str| {
            classifier.lexicon.tokens(text).into_iter().map(|token| token.stem).collect::<Vec<_>>()
        };
        resource.is_some_and(|resource| {
            let said: Vec<_> = tokens.iter().map(|token| token.stem.clone()).collect();
            said == stems(&resource.fr) || said == stems(&resource.en)
        })
    };
    let weighs =
        |weight| tokens.iter().any(|token: &Token| classifier.lexicon.light(&token.stem) == Some(weight));
    // « palettes cassées »: who says its state throws the container itself away.
    let in_a_state = || weighs(Weight::Container) && weighs(Weight::State);
    !abbreviated && (tokens.iter().any(names) || is_its_name() || in_a_state())
}

/// A part of a list, read.
struct Thing {
    wording: String,
    choice: Choice,
    /// Brackets follow and say more of it.
    in_brackets: bool,
}

impl Thing {
    /// True when two things named side by side are surely two: nothing that flows or holds the other, of no common family, neither described
    /// by the other (« palettes bois et plastique »).
    fn is_another(&self, other: &Self, catalogue: &Catalogue) -> bool {
        let words = |thing: &Self| thing.wording.split_whitespace().count();
        // « chiffons et absorbants souillés », « palettes bois et plastique »: a word on one may be meant for both. « cartons et film plastique »:
        // a noun of its own follows.
        let state = other.wording.split_whitespace().last().is_some_and(is_a_state);
        let bare = !self.in_brackets && words(self) <= words(other) && words(other) <= 3 && !state;
        bare && self.is_apart(other, catalogue)
    }

    /// True when both are surely read, stand or lie by themselves and are of no common family.
    fn is_apart(&self, other: &Self, catalogue: &Catalogue) -> bool {
        let resource = |thing: &Self| catalogue.get(thing.choice.resource.as_str());
        let (Some(one), Some(two)) = (resource(self), resource(other)) else { return false };
        let dry = |form: Form| matches!(form, Form::Solid | Form::Thing);
        let sure = self.choice.belief.min(other.choice.belief) >= SURE_OF_BOTH;
        sure && dry(one.form) && dry(two.form) && !self.is_kin(other, catalogue)
    }

    /// True when one is a kind of the other or both are kinds of one thing near above.
    fn is_kin(&self, other: &Self, catalogue: &Catalogue) -> bool {
        let place = |thing: &Self| catalogue.index_of(thing.choice.resource.as_str());
        let (Some(one), Some(two)) = (place(self), place(other)) else { return true };
        let above = |ix: usize| catalogue.ancestors(ix).iter().copied().chain([(ix, 0)]);
        above(one).any(|(ix, steps)| {
            steps == 0 && catalogue.steps_up(two, ix).is_some()
                || above(two).any(|(other, more)| other == ix && (more == 0 || steps + more <= NEAR))
        })
    }
}

/// How sure the reading of each must be where only a comma tells them apart.
const SURE_OF_EACH: f64 = 0.75;
/// How sure the reading of each of two things must be.
const SURE_OF_BOTH: f64 = 0.5;
/// Steps up the catalogue, together, within which two things are of one family: fruit and vegetables.
const NEAR: u8 = 4;

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
    let marked = [" + ", " et ", " ou ", " and ", " or ", " und ", " oder "]
        .iter()
        .fold(marked, |text, word| text.replace(word, "\n"));
    let part = |line: &str| (line.trim().to_owned(), line.ends_with('\t'));
    marked.lines().map(part).filter(|(part, _)| !part.is_empty()).collect()
}

/// The wordings said for themselves: the first of the same thing, and no general name of another. `None` when brackets only describe what
/// stands before them: « palettes (bois, plastique) ».
fn particular(catalogue: &Catalogue, things: Vec<Thing>, listed: bool) -> Option<Vec<String>> {
    let place = |thing: &Thing| catalogue.index_of(thing.choice.resource.as_str());
    let index: Vec<usize> = things.iter().map(place).collect::<Option<_>>()?;
    // « ferraille, chutes inox, limaille »: in a list, a general name is a thing of its own unless brackets follow it.
    let list = listed || things.len() > 2;
    let named_again: Vec<bool> = things.iter().map(|thing| thing.in_brackets || !list).collect();
    let general = |at: usize, other: usize| {
        let (this, that) = (index[at], index[other]);
        let holds = catalogue.steps_up(that, this).is_some() && (named_again[at] || this == that);
        at != other && holds && (this != that || other < at)
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
