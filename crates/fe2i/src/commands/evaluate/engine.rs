//! The engine behind the questions: the same classifier and affinities that find leads.

use super::firms::{Classes, Firms, dotted};
use super::makers::Makers;
use super::partners;
use super::purpose::{Meant, Parts};
use super::questions::{Actor, Input, Prediction, Question, Task};
use super::ranking::{either, less_again, rank};
use super::readings::{Reader, Readings};
use super::without::{self, Without};
use chrono::NaiveDate;
use classify::Classifier;
use matching::affinity::{Affinity, last_resort};
use reference::{NafVersion, Reference, split_class};
use std::rc::Rc;

pub struct Engine<'a> {
    classifier: Rc<Classifier<'a>>,
    reader: Reader<'a>,
    firms: Firms<'a>,
    affinity: Affinity<'a>,
    reference: &'a Reference,
    /// Classes of farms and industry: what a firm may be of which nothing is known.
    any: Vec<String>,
    makers: Makers<'a>,
}

/// How well words must name a kind of firm for it to be what a flow is said to be for.
const MEANT: f64 = 0.6;
/// The same for a thing it serves as.
const SURE: f64 = 0.9;
/// The last NAF division of farms, industry, energy and waste.
const LAST_INDUSTRY: &str = "39";

impl<'a> Engine<'a> {
    pub fn new(reference: &'a Reference, day: NaiveDate, without: &[Without]) -> Self {
        let classifier = Rc::new(Classifier::new(reference, day));
        Self {
            reader: Reader::new(reference, Rc::clone(&classifier)),
            firms: Firms::new(Rc::clone(&classifier), without),
            classifier,
            reference,
            affinity: Affinity::hearing(reference, without::signs(without)),
            any: industry(reference),
            makers: Makers::new(reference),
        }
    }

    pub fn answer(&mut self, task: Task, question: &Question) -> Prediction {
        let input = &question.input;
        let candidates = question.candidates.as_deref().unwrap_or_default();
        let (ranked, score) = match task {
            Task::A => (Some(self.takers(input, candidates)), None),
            Task::B => (Some(self.industries(input, candidates)), None),
            Task::C => (Some(self.partners(input, candidates)), None),
            Task::D => (Some(self.codes(&input.text)), None),
            Task::E => (None, Some(self.pair(&input.waste, &input.receiver))),
            Task::All => (None, None),
        };
        Prediction { q: question.q.clone(), ranked, score }
    }

    fn takers(&mut self, input: &Input, candidates: &[String]) -> Vec<String> {
        let donor = dotted(&input.donor.nace);
        let given = self.given(&input.donor);
        let readings = self.reader.read(&input.resource, &input.low_codes, &input.kind, &given);
        let classes = self.classes_of(input, candidates);
        let meant = self.meant(&input.resource);
        let scores = classes
            .iter()
            .map(|classes| either(self.takes(&readings, classes, &donor), self.purpose(&meant, classes)));
        let scores = scores.collect();
        let scores = less_again(scores, &classes, self.reference.weights.again_taker);
        rank(candidates, scores)
    }

    fn industries(&mut self, input: &Input, candidates: &[String]) -> Vec<String> {
        let donor = dotted(&input.donor_nace);
        let firm = Actor {
            nace: input.donor_nace.clone(),
            industry: input.donor_industry.clone(),
            ..Actor::default()
        };
        let given = self.given(&firm);
        let readings = self.reader.read(&input.resource, &input.low_codes, &input.kind, &given);
        let meant = self.meant(&input.resource);
        let scores = candidates.iter().map(|candidate| {
            let class = [(dotted(candidate), 1.0)];
            let chances = either(self.takes(&readings, &class, &donor), self.purpose(&meant, &class));
            chances * self.reference.presence.of(&class[0].0)
        });
        let scores = scores.collect();
        rank(candidates, scores)
    }

    /// What a wording says the flow is for: kinds of firms, else a thing it serves as (« for irrigation »).
    fn meant(&mut self, text: &str) -> Meant {
        let purpose = Parts::of(text).purpose;
        if purpose.is_empty() {
            return Meant::default();
        }
        let thing = self.classifier.classify(&purpose, 1).resources.into_iter().find(|r| r.score >= SURE);
        let mut kinds = self.firms.kind(&Actor { industry: purpose, ..Actor::default() });
        kinds.retain(|(_, is)| *is >= MEANT);
        let serves = thing.and_then(|r| self.reference.catalogue.index_of(r.resource.as_str()));
        Meant { serves: serves.filter(|_| kinds.is_empty()), kinds }
    }

    /// How surely (0–1) a firm is what the flow is said to be for, or takes what it serves as; weighed.
    fn purpose(&mut self, meant: &Meant, classes: &[(String, f64)]) -> f64 {
        let kinds = classes.iter().map(|(class, is)| is * meant.kind(class)).fold(0.0, f64::max);
        let takes = meant.serves.filter(|_| !classes.is_empty());
        let takes = takes.map_or(0.0, |thing| self.takes(&[(thing, 1.0)], classes, ""));
        self.reference.weights.purpose * kinds.max(takes)
    }

    fn partners(&mut self, input: &Input, candidates: &[String]) -> Vec<String> {
        let donor = dotted(&input.donor.nace);
        let flows = partners::flows(&self.affinity, &self.firms.kind(&input.donor));
        let classes = self.classes_of(input, candidates);
        let rows = flows.into_iter().map(|(resource, weight)| {
            let beliefs = classes.iter().map(|c| self.takes(&[(resource, 1.0)], c, &donor)).collect();
            (weight, beliefs)
        });
        let scores = partners::scores(rows.collect(), candidates.len());
        let scores = less_again(scores, &classes, self.reference.weights.again_partner);
        rank(candidates, scores)
    }

    fn codes(&self, text: &str) -> Vec<String> {
        self.classifier.classify(text, 10).codes.into_iter().map(|ranked| ranked.code.to_string()).collect()
    }

    fn pair(&mut self, waste: &str, receiver: &str) -> f64 {
        let readings = self.reader.read(waste, "", "", &[]);
        let firm = Actor { industry: receiver.to_owned(), ..Actor::default() };
        let classes = self.firms.kind(&firm);
        let known = self.takes(&readings, &classes, "");
        let made = self.makers.makes(&self.reader, &readings, receiver);
        either(known, self.reference.weights.makes * made)
    }

    fn classes_of(&mut self, input: &Input, candidates: &[String]) -> Vec<Classes> {
        let known = |name: &String| input.actors.get(name);
        candidates
            .iter()
            .map(|c| known(c).map(|actor| self.firms.classes(actor)).unwrap_or_default())
            .collect()
    }

    /// What a donor of this code, called so, may give.
    fn given(&mut self, donor: &Actor) -> Vec<(usize, f64)> {
        let classes = if donor.nace.is_empty() { Classes::new() } else { self.firms.kind(donor) };
        classes.iter().flat_map(|(class, _)| self.affinity.given(class)).collect()
    }

    /// Chances that a firm of which nothing is known takes a flow: the mean over industry.
    fn anybody(&mut self, readings: &Readings) -> f64 {
        let any = std::mem::take(&mut self.any);
        let sum: f64 = any.iter().map(|class| self.takes(readings, &[(class.clone(), 1.0)], "")).sum();
        let mean = sum / any.len().max(1) as f64;
        self.any = any;
        mean
    }

    /// Chances that a firm takes a flow: over what the flow may be, the best of what the firm may be.
    fn takes(&mut self, readings: &Readings, classes: &[(String, f64)], donor: &str) -> f64 {
        if classes.is_empty() {
            return self.anybody(readings);
        }
        let mut chances = 0.0;
        for (resource, share) in readings {
            let beliefs = classes
                .iter()
                .map(|(class, is)| is * last_resort(class) * self.affinity.of(*resource, class));
            chances += share * beliefs.fold(0.0, f64::max);
        }
        let same = !donor.is_empty()
            && classes.iter().any(|(class, is)| split_class(class).0 == donor && *is >= 1.0);
        if same { chances * self.reference.weights.same_kind } else { chances }
    }
}

/// All classes up to the last industrial division, in order.
fn industry(reference: &Reference) -> Vec<String> {
    let rev2 = reference.naf.labels().filter(|(code, ..)| code.version == NafVersion::Rev2);
    let mut classes: Vec<String> = rev2.map(|(code, ..)| code.class().to_owned()).collect();
    classes.retain(|class| class.get(..2).is_some_and(|division| division <= LAST_INDUSTRY));
    classes.sort();
    classes.dedup();
    classes
}
