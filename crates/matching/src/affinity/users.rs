//! Who uses a resource: the runners of pathways and the takers by habit, with how well the resource fits what they name.

use super::signs::{Sign, Signs};
use super::{PER_STEP_DOWN, PER_STEP_UP};
use reference::{Hierarchy, Pathway, Reference, Runner};

/// Belief a firm gets when its NAF group (`20.1`), but not its class, is named.
const SAME_GROUP: f64 = 0.3;
/// Belief a firm gets when only its NAF division (`20`) is named through another group.
const SAME_DIVISION: f64 = 0.1;

/// Who uses one resource.
pub(super) struct Users<'a> {
    /// Runners, with the fit (0–1) of the resource to what they take.
    pub(super) direct: Vec<(&'a [Runner], f64)>,
    /// What processes make of it (dense index), with the fit.
    pub(super) products: Vec<(usize, f64)>,
}

impl<'a> Users<'a> {
    pub(super) fn of(reference: &'a Reference, resource: usize, signs: Signs) -> Self {
        let catalogue = &reference.catalogue;
        let mut direct: Vec<(&[Runner], f64)> = Vec::new();
        let mut products = Vec::new();
        let family = |steps: u8| steps == 0 || signs.hears(Sign::Family);
        let habits = |of: usize| if signs.hears(Sign::Habits) { reference.habits.takers(of) } else { &[] };
        for (_, pathway, steps) in reference.pathways.taking(resource).filter(|(_, _, steps)| family(*steps))
        {
            let fit = PER_STEP_UP.powi(i32::from(steps));
            direct.push((&pathway.run_by, fit * wish(pathway)));
            if !pathway.is_direct() {
                let made = pathway.outputs.iter().filter_map(|o| catalogue.index_of(o.resource.as_str()));
                products.extend(made.map(|product| (product, fit)));
            }
        }
        for &(ancestor, steps) in catalogue.ancestors(resource).iter().filter(|(_, steps)| family(*steps)) {
            direct.push((habits(ancestor), PER_STEP_UP.powi(i32::from(steps))));
        }
        for &(member, steps) in
            catalogue.descendants(resource).iter().filter(|(_, steps)| *steps > 0 && family(*steps))
        {
            let fit = PER_STEP_DOWN.powi(i32::from(steps));
            let exactly = reference.pathways.taking(member).filter(|(_, _, up)| *up == 0);
            direct.extend(exactly.map(|(_, pathway, _)| (pathway.run_by.as_slice(), fit * wish(pathway))));
            direct.push((habits(member), fit));
        }
        direct.retain(|(runners, _)| !runners.is_empty());
        Self { direct, products }
    }

    /// How usual the use is for a class at best.
    pub(super) fn strongest(&self, class: &str, signs: Signs) -> f64 {
        let near = signs.hears(Sign::Neighbours);
        self.direct.iter().map(|(runners, fit)| fit * usual(runners, class, near)).fold(0.0, f64::max)
    }
}

/// The waste hierarchy: who would only burn, fill or bury is a less likely partner than who uses.
fn wish(pathway: &Pathway) -> f64 {
    match pathway.hierarchy {
        Hierarchy::Prevention | Hierarchy::Reuse | Hierarchy::Recycling => 1.0,
        Hierarchy::Recovery | Hierarchy::Energy => 0.9,
        Hierarchy::Disposal => 0.5,
    }
}

/// How usual it is for a class: the longest prefix that covers it decides; else, when asked, a neighbour in the nomenclature lends part of its
/// belief.
fn usual(runners: &[Runner], class: &str, near: bool) -> f64 {
    match runners.iter().filter(|r| class.starts_with(&r.naf)).max_by_key(|r| r.naf.len()) {
        Some(exact) => exact.p,
        None if near => runners.iter().map(|r| r.p * nearness(&r.naf, class)).fold(0.0, f64::max),
        None => 0.0,
    }
}

fn nearness(prefix: &str, class: &str) -> f64 {
    let same = |length: usize| prefix.get(..length).is_some_and(|head| class.get(..length) == Some(head));
    if same(4) {
        SAME_GROUP
    } else if same(2) {
        SAME_DIVISION
    } else {
        0.0
    }
}

/// What is kept of the belief in firms that take nearly anything: useful when nobody else does, so behind those with a use of their own.
pub fn last_resort(class: &str) -> f64 {
    const KEPT: [(&str, f64); 7] = [
        ("38.11", 0.72),
        ("38.12", 0.72),
        ("38.21", 0.72),
        ("38.22", 0.72),
        ("38.31", 0.86),
        ("38.32", 0.86),
        ("39", 0.65),
    ];
    KEPT.iter().find(|(prefix, _)| class.starts_with(prefix)).map_or(1.0, |(_, kept)| *kept)
}
