//! Does a lead speak of what the words say?

use crate::leads::Lead;
use chrono::NaiveDate;
use classify::{Classifier, fold};
use reference::Reference;
use std::collections::HashMap;

/// Readings of a wording that count, as a share of the best one.
const NEARLY_BEST: f64 = 0.7;
/// Steps up or down the catalogue between what is asked and what is found.
const STEPS: u8 = 2;

pub struct Words<'a> {
    reference: &'static Reference,
    classifier: Classifier<'static>,
    /// What flows were called, by id.
    wordings: HashMap<&'a str, &'a str>,
}

impl<'a> Words<'a> {
    pub fn new(wordings: HashMap<&'a str, &'a str>) -> Self {
        let reference = Reference::embedded().unwrap_or_else(|faults| panic!("data/: {faults:?}"));
        let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
        Self { reference, classifier: Classifier::new(reference, day), wordings }
    }

    /// True when a flow of the lead is called so, or the lead is about a resource these words may stand for.
    pub fn speak_of(&self, words: &[String], lead: &Lead) -> bool {
        words.iter().any(|word| self.called(word, lead) || self.about(word, lead))
    }

    fn called(&self, word: &str, lead: &Lead) -> bool {
        let word = fold(word);
        let flows = lead.parties.iter().filter_map(|party| party.flow.as_deref());
        flows.filter_map(|id| self.wordings.get(id)).any(|wording| fold(wording).contains(word.trim()))
    }

    fn about(&self, word: &str, lead: &Lead) -> bool {
        let readings = self.classifier.classify(word, 4).resources;
        let best = readings.first().map_or(0.0, |r| r.score);
        let mut likely = readings.iter().filter(|r| r.score >= NEARLY_BEST * best);
        likely
            .any(|reading| resources(lead).any(|resource| self.related(reading.resource.as_str(), resource)))
    }

    fn related(&self, asked: &str, found: &str) -> bool {
        let catalogue = &self.reference.catalogue;
        let (Some(asked), Some(found)) = (catalogue.index_of(asked), catalogue.index_of(found)) else {
            return false;
        };
        let steps = [catalogue.steps_up(asked, found), catalogue.steps_up(found, asked)];
        steps.into_iter().flatten().any(|steps| steps <= STEPS)
    }
}

/// What the lead is of, and what it becomes on the way.
fn resources(lead: &Lead) -> impl Iterator<Item = &str> {
    let steps = lead.steps.iter().flat_map(|step| [Some(step.input.as_str()), step.output.as_deref()]);
    std::iter::once(lead.resource.as_str()).chain(steps.flatten())
}
