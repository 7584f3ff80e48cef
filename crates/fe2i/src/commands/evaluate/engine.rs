//! The engine behind the questions: the same classifier and affinities that find leads.

use super::questions::{Actor, Input, Prediction, Question, Task};
use chrono::NaiveDate;
use classify::Classifier;
use matching::affinity::Affinity;
use reference::{ActivityCode, Reference, WasteCode};
use std::collections::HashMap;

/// Resources a wording may be, with their weights.
type Readings = Vec<(usize, f64)>;

/// Classes a firm may be, with their weights.
type Classes = Vec<(String, f64)>;

/// How many readings of a wording are followed.
const READINGS: usize = 6;
/// Weight of what the name of a firm says beside its code.
const BY_NAME: f64 = 0.6;

pub struct Engine<'a> {
    reference: &'a Reference,
    classifier: Classifier<'a>,
    affinity: Affinity<'a>,
    industries: HashMap<String, Classes>,
}

impl<'a> Engine<'a> {
    pub fn new(reference: &'a Reference, day: NaiveDate) -> Self {
        Self {
            reference,
            classifier: Classifier::new(reference, day),
            affinity: Affinity::new(reference),
            industries: HashMap::new(),
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
        let readings = self.readings(&input.resource, &input.low_codes);
        let readings = self.sharpen(readings, &input.donor.nace);
        self.rank(candidates, |engine, candidate| {
            let classes = input.actors.get(candidate).map(|actor| engine.classes(actor)).unwrap_or_default();
            engine.takes(&readings, &classes)
        })
    }

    fn industries(&mut self, input: &Input, candidates: &[String]) -> Vec<String> {
        let readings = self.readings(&input.resource, &input.low_codes);
        let readings = self.sharpen(readings, &input.donor_nace);
        self.rank(candidates, |engine, candidate| engine.takes(&readings, &[(dotted(candidate), 1.0)]))
    }

    fn partners(&mut self, input: &Input, candidates: &[String]) -> Vec<String> {
        let mut gives: HashMap<usize, f64> = HashMap::new();
        for (class, weight) in self.classes(&input.donor) {
            for (resource, p) in self.affinity.gives(&class) {
                let known = gives.entry(resource).or_default();
                *known = known.max(weight * p);
            }
        }
        let mut gives: Vec<(usize, f64)> = gives.into_iter().collect();
        gives.sort_by_key(|(resource, _)| *resource);
        self.rank(candidates, |engine, candidate| {
            let classes = input.actors.get(candidate).map(|actor| engine.classes(actor)).unwrap_or_default();
            // Chances that at least one of its residues finds its taker there.
            let none: f64 = gives
                .iter()
                .map(|&(resource, p)| 1.0 - 0.5 * p * engine.takes(&[(resource, 1.0)], &classes))
                .product();
            1.0 - none
        })
    }

    fn codes(&self, text: &str) -> Vec<String> {
        self.classifier.classify(text, 10).codes.into_iter().map(|ranked| ranked.code.to_string()).collect()
    }

    fn pair(&mut self, waste: &str, receiver: &str) -> f64 {
        let readings = self.readings(waste, "");
        let receiver = Actor { industry: receiver.to_owned(), ..Actor::default() };
        let classes = self.classes(&receiver);
        self.takes(&readings, &classes)
    }

    /// What a wording and its codes may be.
    fn readings(&self, text: &str, codes: &str) -> Readings {
        let catalogue = &self.reference.catalogue;
        let codes: Vec<u32> =
            codes.split('|').filter_map(|c| c.parse::<WasteCode>().ok()).map(WasteCode::digits).collect();
        let found = self.classifier.classify(text, 2 * READINGS).resources;
        let mut readings: Readings = found
            .iter()
            .filter_map(|r| {
                let ix = catalogue.index_of(r.resource.as_str())?;
                let agrees = catalogue.all()[ix].codes.iter().any(|c| codes.contains(&c.digits()));
                Some((ix, r.score * if agrees { 1.3 } else { 1.0 }))
            })
            .collect();
        for (ix, resource) in catalogue.all().iter().enumerate() {
            let first = resource.codes.iter().take(2).any(|c| codes.contains(&c.digits()));
            if first && !readings.iter().any(|(known, _)| *known == ix) {
                readings.push((ix, 0.35));
            }
        }
        readings.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        readings.truncate(READINGS);
        readings
    }

    /// A reading that the donor's kind of firm is known to give out is likelier.
    fn sharpen(&self, mut readings: Readings, nace: &str) -> Readings {
        let gives = self.affinity.gives(&dotted(nace));
        let catalogue = &self.reference.catalogue;
        for (ix, weight) in &mut readings {
            let related = |other: usize| {
                catalogue.steps_up(*ix, other).is_some() || catalogue.steps_up(other, *ix).is_some()
            };
            if gives.iter().any(|(given, _)| related(*given)) {
                *weight *= 1.25;
            }
        }
        readings
    }

    /// The classes a firm may be: its code, and what its name says.
    fn classes(&mut self, actor: &Actor) -> Classes {
        let words = format!("{} {}", actor.industry, actor.name);
        let mut classes = self.by_name(&words);
        if ActivityCode::parse(&actor.nace, None).is_ok() {
            classes.iter_mut().for_each(|(_, weight)| *weight *= BY_NAME);
            classes.push((dotted(&actor.nace), 1.0));
        }
        classes
    }

    fn by_name(&mut self, words: &str) -> Classes {
        if let Some(known) = self.industries.get(words) {
            return known.clone();
        }
        let found = self.classifier.industry(words, 4);
        let classes: Classes =
            found.iter().flat_map(|r| r.naf.iter().map(move |naf| (naf.clone(), r.score))).collect();
        self.industries.insert(words.to_owned(), classes.clone());
        classes
    }

    fn takes(&mut self, readings: &[(usize, f64)], classes: &[(String, f64)]) -> f64 {
        let mut best = 0.0_f64;
        for (resource, said) in readings {
            for (class, is) in classes {
                best = best.max(said * is * self.affinity.of(*resource, class));
            }
        }
        best
    }

    /// Candidates by falling score; ties in the order given.
    fn rank(&mut self, candidates: &[String], mut score: impl FnMut(&mut Self, &str) -> f64) -> Vec<String> {
        let mut scored: Vec<(f64, &String)> = candidates.iter().map(|c| (score(self, c), c)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        scored.into_iter().map(|(_, candidate)| candidate.clone()).collect()
    }
}

/// `2351` → `23.51`.
fn dotted(nace: &str) -> String {
    ActivityCode::parse(nace, None).map_or_else(|_| nace.to_owned(), |code| code.class().to_owned())
}
