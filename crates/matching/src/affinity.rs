//! How likely a kind of firm takes a resource, wherever it is: the part of matching that knows no place.

use reference::{Reference, Typical};
use std::collections::HashMap;

/// Belief kept for each is-a step up from the resource to what the pathway or profile names.
const PER_STEP: f64 = 0.85;
/// Belief kept when what is taken is what a process makes of the resource.
const SECOND_STEP: f64 = 0.5;
/// Belief kept when the profile names something more specific than the resource.
const MORE_SPECIFIC: f64 = 0.5;

/// For each resource (dense index) how likely a class takes it.
pub struct Affinity<'a> {
    reference: &'a Reference,
    takes: HashMap<String, Vec<(usize, f64)>>,
}

impl<'a> Affinity<'a> {
    /// Over a knowledge base.
    pub fn new(reference: &'a Reference) -> Self {
        Self { reference, takes: HashMap::new() }
    }

    /// Chances (0–1) that a firm of a NAF rev. 2 class (`23.51`) takes a resource, directly or after one process.
    pub fn of(&mut self, resource: usize, class: &str) -> f64 {
        let direct = self.one_step(resource, class);
        let after = self
            .products(resource)
            .into_iter()
            .map(|(product, fit)| SECOND_STEP * fit * self.one_step(product, class));
        after.fold(direct, f64::max)
    }

    /// The residues, products and inputs typical of a class, for reading an industry without a flow.
    pub fn gives(&self, class: &str) -> Vec<(usize, f64)> {
        let profile = self.reference.activities.profile(class);
        self.dense(profile.gives.iter().chain(&profile.makes))
    }

    fn one_step(&mut self, resource: usize, class: &str) -> f64 {
        let by_pathway = self.reference.pathways.taking(resource).filter_map(|(_, pathway, steps)| {
            Some(pathway.usual_for(class)? * PER_STEP.powi(i32::from(steps)))
        });
        let by_pathway = by_pathway.fold(0.0, f64::max);
        by_pathway.max(self.by_profile(resource, class))
    }

    fn by_profile(&mut self, resource: usize, class: &str) -> f64 {
        if !self.takes.contains_key(class) {
            let profile = self.reference.activities.profile(class);
            let takes = self.dense(profile.takes.iter());
            self.takes.insert(class.to_owned(), takes);
        }
        let catalogue = &self.reference.catalogue;
        let fit =
            |taken: usize| match (catalogue.steps_up(resource, taken), catalogue.steps_up(taken, resource)) {
                (Some(up), _) => PER_STEP.powi(i32::from(up)),
                (None, Some(down)) => MORE_SPECIFIC.powi(i32::from(down)),
                (None, None) => 0.0,
            };
        self.takes[class].iter().map(|&(taken, p)| p * fit(taken)).fold(0.0, f64::max)
    }

    /// What processes make of a resource.
    fn products(&self, resource: usize) -> Vec<(usize, f64)> {
        let reference = self.reference;
        let processes = reference.pathways.taking(resource).filter(|(_, pathway, _)| !pathway.is_direct());
        processes
            .flat_map(|(_, pathway, steps)| {
                let fit = PER_STEP.powi(i32::from(steps));
                let outputs =
                    pathway.outputs.iter().filter_map(|o| reference.catalogue.index_of(o.resource.as_str()));
                outputs.map(move |output| (output, fit))
            })
            .collect()
    }

    fn dense<'t>(&self, typicals: impl Iterator<Item = &'t Typical>) -> Vec<(usize, f64)> {
        typicals.filter_map(|t| Some((self.reference.catalogue.index_of(t.r.as_str())?, t.p))).collect()
    }
}
