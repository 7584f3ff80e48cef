//! What a wording and its codes may be, as shares that sum to one.

use classify::Classifier;
use reference::{Kind, Reference, Resource, WasteCode};
use std::rc::Rc;

/// Resources (dense index) a wording may be, with their shares; exactly one of them is right.
pub type Readings = [(usize, f64)];

/// How many readings are asked of the classifier, and how many are followed.
const ASKED: usize = 16;
const FOLLOWED: usize = 6;
/// A reading whose usual code is the one given.
const CODE_AGREES: f64 = 1.3;
/// Score of a resource that only the code speaks for.
const CODE_ALONE: f64 = 0.35;
/// A reading that such donors are known to give.
const DONOR_GIVES: f64 = 1.25;
/// A reading of another nature (water, energy, material) than said.
const OTHER_NATURE: f64 = 0.5;
/// Equipment, services, space: not what flows.
const NO_FLOW: f64 = 0.3;
/// Half the score is a quarter of the share: weak readings are mostly words in common.
const SHARPNESS: f64 = 2.0;

pub struct Reader<'a> {
    reference: &'a Reference,
    classifier: Rc<Classifier<'a>>,
}

impl<'a> Reader<'a> {
    pub fn new(reference: &'a Reference, classifier: Rc<Classifier<'a>>) -> Self {
        Self { reference, classifier }
    }

    /// Shares of what a wording may be; `codes` with `|` between them, `kind` as the question says it, `given` what such donors give.
    pub fn read(&self, text: &str, codes: &str, kind: &str, given: &[(usize, f64)]) -> Vec<(usize, f64)> {
        let catalogue = &self.reference.catalogue;
        let codes: Vec<u32> =
            codes.split('|').filter_map(|c| c.parse::<WasteCode>().ok()).map(WasteCode::digits).collect();
        let bears = |resource: &Resource, usual: usize| {
            resource.codes.iter().take(usual).any(|c| codes.contains(&c.digits()))
        };
        let found = self.classifier.classify(text, ASKED).resources;
        let mut readings: Vec<(usize, f64)> =
            found.iter().filter_map(|r| Some((catalogue.index_of(r.resource.as_str())?, r.score))).collect();
        for (ix, score) in &mut readings {
            let resource = &catalogue.all()[*ix];
            let agrees = if bears(resource, usize::MAX) { CODE_AGREES } else { 1.0 };
            *score *= nature(resource.kind, kind) * agrees;
        }
        for (ix, _) in catalogue.all().iter().enumerate().filter(|(_, resource)| bears(resource, 2)) {
            if !readings.iter().any(|(known, _)| *known == ix) {
                readings.push((ix, CODE_ALONE));
            }
        }
        for (ix, score) in &mut readings {
            if given.iter().any(|(other, _)| self.related(*ix, *other)) {
                *score *= DONOR_GIVES;
            }
        }
        shares(readings)
    }

    fn related(&self, a: usize, b: usize) -> bool {
        let catalogue = &self.reference.catalogue;
        catalogue.steps_up(a, b).is_some() || catalogue.steps_up(b, a).is_some()
    }
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

fn shares(mut readings: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
    readings.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    readings.truncate(FOLLOWED);
    for (_, score) in &mut readings {
        *score = score.powf(SHARPNESS);
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
        let all = shares(vec![(0, 0.5), (1, 1.0)]);
        assert_eq!(all.iter().map(|(ix, _)| *ix).collect::<Vec<_>>(), [1, 0]);
        assert!((all[0].1 - 0.8).abs() < 1e-12 && (all[1].1 - 0.2).abs() < 1e-12);
        assert!(shares(Vec::new()).is_empty());
    }

    #[test]
    fn what_is_said_to_be_energy_is_hardly_a_material() {
        assert!(nature(Kind::Energy, "energy") > nature(Kind::Material, "energy"));
        assert!(nature(Kind::Water, "") > nature(Kind::Equipment, ""));
    }
}
