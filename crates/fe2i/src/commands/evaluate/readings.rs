//! What a wording and its codes may be, as shares that sum to one.

use super::purpose::Parts;
use classify::{Classifier, fold};
use reference::{Kind, Reference, Resource, WasteCode};
use std::rc::Rc;

/// Resources (dense index) a wording may be, with their shares; exactly one of them is right.
pub type Readings = [(usize, f64)];

/// How many readings are asked of the classifier, and how many are followed.
const ASKED: usize = 24;
const FOLLOWED: usize = 6;
/// A reading whose usual code is the one given.
const CODE_AGREES: f64 = 1.3;
/// Score of a resource that only the code speaks for.
const CODE_ALONE: f64 = 0.35;
/// A reading of another nature (water, energy, material) than said.
const OTHER_NATURE: f64 = 0.5;
/// Equipment, services, space: not what flows.
const NO_FLOW: f64 = 0.3;

pub struct Reader<'a> {
    reference: &'a Reference,
    /// Words of each name of each resource (dense index).
    names: Vec<Vec<Vec<String>>>,
    classifier: Rc<Classifier<'a>>,
}

impl<'a> Reader<'a> {
    pub fn new(reference: &'a Reference, classifier: Rc<Classifier<'a>>) -> Self {
        let names = reference.catalogue.all().iter().map(names).collect();
        Self { reference, names, classifier }
    }

    /// Shares of what a wording may be; `codes` with `|` between them, `kind` as the question says it, `given` what such donors give.
    pub fn read(&self, text: &str, codes: &str, kind: &str, given: &[(usize, f64)]) -> Vec<(usize, f64)> {
        let catalogue = &self.reference.catalogue;
        let codes: Vec<u32> =
            codes.split('|').filter_map(|c| c.parse::<WasteCode>().ok()).map(WasteCode::digits).collect();
        let bears = |resource: &Resource, usual: usize| {
            resource.codes.iter().take(usual).any(|c| codes.contains(&c.digits()))
        };
        let parts = Parts::of(text);
        let (said, thing) = (words(&parts.flow), words(&parts.thing));
        let (loose, origin) = (self.reference.weights.loose, self.reference.weights.origin);
        let found = self.classifier.classify(&parts.flow, ASKED).resources;
        let mut readings: Vec<(usize, f64)> =
            found.iter().filter_map(|r| Some((catalogue.index_of(r.resource.as_str())?, r.score))).collect();
        for (ix, score) in &mut readings {
            let resource = &catalogue.all()[*ix];
            let agrees = if bears(resource, usize::MAX) { CODE_AGREES } else { 1.0 };
            let named = if thing.len() == said.len() || self.names_any(&thing, *ix) { 1.0 } else { origin };
            *score *= nature(resource.kind, kind)
                * agrees
                * named
                * (loose + (1.0 - loose) * self.same(&said, *ix));
        }
        for (ix, _) in catalogue.all().iter().enumerate().filter(|(_, resource)| bears(resource, 2)) {
            if !readings.iter().any(|(known, _)| *known == ix) {
                readings.push((ix, CODE_ALONE));
            }
        }
        for (ix, score) in &mut readings {
            *score *= 1.0 + self.reference.weights.donor * self.gives(given, *ix);
        }
        self.add_unsaid(&mut readings, kind, given);
        shares(readings, self.reference.weights.sharpness)
    }

    /// Where words tell little, what such donors are known for may be meant.
    fn add_unsaid(&self, readings: &mut Vec<(usize, f64)>, kind: &str, given: &[(usize, f64)]) {
        for &(ix, p) in given {
            let fits = nature(self.reference.catalogue.all()[ix].kind, kind);
            if !readings.iter().any(|(known, _)| *known == ix) {
                readings.push((ix, self.reference.weights.unsaid * p * fits));
            }
        }
    }

    /// How well (0–1) a donor is known for a resource or its kin.
    fn gives(&self, given: &[(usize, f64)], resource: usize) -> f64 {
        given.iter().filter(|(other, _)| self.related(resource, *other)).map(|(_, p)| *p).fold(0.0, f64::max)
    }

    /// How nearly (0–1) a name of the resource says the same words and no others.
    fn same(&self, said: &[String], resource: usize) -> f64 {
        let overlap = |name: &Vec<String>| {
            let common = name.iter().filter(|word| said.contains(word)).count();
            2.0 * common as f64 / (name.len() + said.len()).max(1) as f64
        };
        self.names[resource].iter().map(overlap).fold(0.0, f64::max)
    }

    /// True when a name of the resource has one of the words.
    fn names_any(&self, words: &[String], resource: usize) -> bool {
        self.names[resource].iter().flatten().any(|word| words.contains(word))
    }

    fn related(&self, a: usize, b: usize) -> bool {
        let catalogue = &self.reference.catalogue;
        catalogue.steps_up(a, b).is_some() || catalogue.steps_up(b, a).is_some()
    }
}

/// Words of every name of a resource.
fn names(resource: &Resource) -> Vec<Vec<String>> {
    let labels = [&resource.fr, &resource.en].into_iter().chain(&resource.de);
    let others = [&resource.words_fr, &resource.words_en, &resource.words_de];
    labels.chain(others.into_iter().flatten()).map(|name| words(name)).collect()
}

/// Words that bind, and say nothing of the thing.
const BINDING: [&str; 22] = [
    "of", "from", "and", "the", "for", "with", "in", "de", "du", "des", "la", "le", "les", "et", "en", "d",
    "l", "a", "aux", "von", "und", "der",
];

/// Words without case, accents and plural.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text).replace("waste-water", "wastewater").replace("waste water", "wastewater");
    let mut words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !BINDING.contains(word))
        .map(|word| word.strip_suffix('s').filter(|stem| stem.len() > 2).unwrap_or(word).to_owned())
        .collect();
    words.sort();
    words.dedup();
    words
}

fn nature(kind: Kind, said: &str) -> f64 {
    let fits = match said {
        "energy" => kind == Kind::Energy,
        "water" => kind == Kind::Water,
        "material" => kind == Kind::Material,
        "by-product" => kind == Kind::Material || kind == Kind::Energy,
        _ => true,
    };
    (if kind.is_flow() { 1.0 } else { NO_FLOW }) * (if fits || !kind.is_flow() { 1.0 } else { OTHER_NATURE })
}

fn shares(mut readings: Vec<(usize, f64)>, sharpness: f64) -> Vec<(usize, f64)> {
    readings.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    readings.truncate(FOLLOWED);
    for (_, score) in &mut readings {
        *score = score.powf(sharpness);
    }
    let total: f64 = readings.iter().map(|(_, weight)| weight).sum();
    if total > 0.0 {
        for (_, weight) in &mut readings {
            *weight /= total;
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_sum_to_one_and_favour_the_best() {
        let all = shares(vec![(0, 0.5), (1, 1.0)], 2.0);
        assert_eq!(all.iter().map(|(ix, _)| *ix).collect::<Vec<_>>(), [1, 0]);
        assert!((all[0].1 - 0.8).abs() < 1e-12 && (all[1].1 - 0.2).abs() < 1e-12);
        assert!(shares(Vec::new(), 2.0).is_empty());
    }

    #[test]
    fn what_is_said_to_be_energy_is_hardly_a_material() {
        assert!(nature(Kind::Energy, "energy") > nature(Kind::Material, "energy"));
        assert!(nature(Kind::Water, "") > nature(Kind::Equipment, ""));
    }
}
