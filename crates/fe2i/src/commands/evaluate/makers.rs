//! Firms called after what a process makes of a flow: « activated carbon plant » and sawdust.

use super::readings::{Reader, Readings};
use reference::Reference;
use std::collections::HashMap;
use std::rc::Rc;

/// Resources (dense index) with how surely they are meant (0–1).
type Things = Rc<Vec<(usize, f64)>>;

pub struct Makers<'a> {
    reference: &'a Reference,
    /// What the words of a firm name.
    called: HashMap<String, Things>,
    /// What known processes make of a resource (dense index), with how near they are to it.
    products: HashMap<usize, Things>,
}

impl<'a> Makers<'a> {
    pub fn new(reference: &'a Reference) -> Self {
        Self { reference, called: HashMap::new(), products: HashMap::new() }
    }

    /// How surely (0–1) a firm is called after something a known process makes of the flow.
    pub fn makes(&mut self, reader: &Reader<'_>, readings: &Readings, words: &str) -> f64 {
        let called = self.called(reader, words);
        readings.iter().map(|&(resource, share)| share * self.made(&called, resource)).sum()
    }

    fn made(&mut self, called: &Things, resource: usize) -> f64 {
        let catalogue = &self.reference.catalogue;
        let related =
            |a: usize, b: usize| catalogue.steps_up(a, b).or_else(|| catalogue.steps_up(b, a)).is_some();
        let named = |made: usize| {
            let same = called.iter().filter(|(thing, _)| *thing != resource && related(made, *thing));
            same.map(|(_, is)| *is).fold(0.0, f64::max)
        };
        self.products(resource).iter().map(|(made, near)| named(*made) * near).fold(0.0, f64::max)
    }

    fn products(&mut self, resource: usize) -> Things {
        let (catalogue, kept) = (&self.reference.catalogue, self.reference.weights.step_up);
        let products = || {
            let ways = self.reference.pathways.taking(resource);
            let outputs = ways.flat_map(|(_, way, steps)| way.outputs.iter().map(move |o| (o, steps)));
            let near = outputs.filter_map(|(o, steps)| {
                Some((catalogue.index_of(o.resource.as_str())?, kept.powi(i32::from(steps))))
            });
            Rc::new(near.collect())
        };
        Rc::clone(self.products.entry(resource).or_insert_with(products))
    }

    fn called(&mut self, reader: &Reader<'_>, words: &str) -> Things {
        let read = || Rc::new(reader.read(words, "", "", &[]));
        Rc::clone(self.called.entry(words.to_owned()).or_insert_with(read))
    }
}
