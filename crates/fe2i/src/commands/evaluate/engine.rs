//! The engine behind the questions: the same classifier and affinities that find leads.

use super::firms::{Classes, Firms, dotted};
use super::partners;
use super::questions::{Actor, Input, Prediction, Question, Task};
use super::readings::{Reader, Readings};
use super::without::{self, Without};
use chrono::NaiveDate;
use classify::Classifier;
use matching::affinity::{Affinity, last_resort};
use reference::{NafVersion, Reference};
use std::rc::Rc;

/// Belief kept in a taker of the donor's own kind: it has the same residue to place.
const SAME_KIND: f64 = 0.5;

pub struct Engine<'a> {
    classifier: Rc<Classifier<'a>>,
    reader: Reader<'a>,
    firms: Firms<'a>,
    affinity: Affinity<'a>,
    reference: &'a Reference,
    /// Classes of farms and industry: what a firm may be of which nothing is known.
    any: Vec<String>,
}

/// The last NAF division of farms, industry, energy and waste.
const LAST_INDUSTRY: &str = "39";

impl<'a> Engine<'a> {
    pub fn new(reference: &'a Reference, day: NaiveDate, without: &[Without]) -> Self {
        let classifier = Rc::new(Classifier::new(reference, day));
        Self {
            reader: Reader::new(reference, Rc::clone(&classifier)),
            firms: Firms::new(Rc::clone(&classifier), !without.contains(&Without::Names)),
            classifier,
            reference,
            affinity: Affinity::hearing(reference, without::signs(without)),
            any: industry(reference),
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
        };
        Prediction { q: question.q.clone(), ranked, score }
    }

    fn takers(&mut self, input: &Input, candidates: &[String]) -> Vec<String> {
        let donor = dotted(&input.donor.nace);
        let readings =
            self.reader.read(&input.resource, &input.low_codes, &input.kind, &self.affinity.given(&donor));
        let classes = self.classes_of(input, candidates);
        let scores = classes.iter().map(|classes| self.takes(&readings, classes, &donor)).collect();
        rank(candidates, scores)
    }

    fn industries(&mut self, input: &Input, candidates: &[String]) -> Vec<String> {
        let donor = dotted(&input.donor_nace);
        let readings =
            self.reader.read(&input.resource, &input.low_codes, &input.kind, &self.affinity.given(&donor));
        let scores = candidates.iter().map(|c| self.takes(&readings, &[(dotted(c), 1.0)], &donor)).collect();
        rank(candidates, scores)
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
        rank(candidates, scores)
    }

    fn codes(&self, text: &str) -> Vec<String> {
        self.classifier.classify(text, 10).codes.into_iter().map(|ranked| ranked.code.to_string()).collect()
    }

    fn pair(&mut self, waste: &str, receiver: &str) -> f64 {
        let readings = self.reader.read(waste, "", "", &[]);
        let made = self.maker(&readings, receiver);
        let classes = self.firms.kind(&Actor { industry: receiver.to_owned(), ..Actor::default() });
        let known = self.takes(&readings, &classes, "");
        1.0 - (1.0 - known) * (1.0 - self.reference.weights.makes * made)
    }

    /// How surely (0–1) a firm is called after something a known process makes of the flow: « activated carbon plant » and sawdust.
    fn maker(&self, readings: &Readings, called: &str) -> f64 {
        let catalogue = &self.reference.catalogue;
        let products = self.reader.read(called, "", "", &[]);
        let related =
            |a: usize, b: usize| catalogue.steps_up(a, b).or_else(|| catalogue.steps_up(b, a)).is_some();
        let named = |made: usize, of: usize| {
            products
                .iter()
                .filter(|(p, _)| *p != of && related(made, *p))
                .map(|(_, is)| *is)
                .fold(0.0, f64::max)
        };
        let made = |resource: usize| {
            let ways = self.reference.pathways.taking(resource);
            let outputs =
                ways.flat_map(|(_, pathway, steps)| pathway.outputs.iter().map(move |o| (o, steps)));
            outputs
                .filter_map(|(o, steps)| Some((catalogue.index_of(o.resource.as_str())?, steps)))
                .map(|(o, steps)| named(o, resource) * self.reference.weights.step_up.powi(i32::from(steps)))
                .fold(0.0, f64::max)
        };
        readings.iter().map(|(resource, share)| share * made(*resource)).sum()
    }

    fn classes_of(&mut self, input: &Input, candidates: &[String]) -> Vec<Classes> {
        let known = |name: &String| input.actors.get(name);
        candidates
            .iter()
            .map(|c| known(c).map(|actor| self.firms.classes(actor)).unwrap_or_default())
            .collect()
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
        let same = !donor.is_empty() && classes.iter().any(|(class, is)| class == donor && *is >= 1.0);
        if same { chances * SAME_KIND } else { chances }
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

/// Candidates by falling score; ties in the order given.
fn rank(candidates: &[String], scores: Vec<f64>) -> Vec<String> {
    let mut order: Vec<(f64, &String)> = scores.into_iter().zip(candidates).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    order.into_iter().map(|(_, candidate)| candidate.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn best_first_and_ties_stay() {
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(rank(&names, vec![0.1, 0.5, 0.1]), ["b", "a", "c"]);
    }
}
