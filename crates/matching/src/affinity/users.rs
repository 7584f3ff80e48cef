//! Who uses a resource: the runners of pathways and the takers by habit, with how well the resource fits what they name.

use super::signs::{Sign, Signs};
use reference::{Hierarchy, Pathway, Reference, Runner, Weights};

/// Runners, with the fit (0–1) of the resource to what they take.
type Fits<'a> = Vec<(&'a [Runner], f64)>;

/// Who uses one resource.
pub(super) struct Users<'a> {
    weights: &'a Weights,
    /// Whether classes near in the nomenclature lend their belief.
    near: bool,
    pathways: Fits<'a>,
    habits: Fits<'a>,
    matter: Fits<'a>,
    /// What processes make of it (dense index), with the fit.
    pub(super) products: Vec<(usize, f64)>,
}

impl<'a> Users<'a> {
    pub(super) fn of(reference: &'a Reference, resource: usize, signs: Signs) -> Self {
        let mut users = Self {
            weights: &reference.weights,
            near: signs.hears(Sign::Neighbours),
            pathways: Vec::new(),
            habits: Vec::new(),
            matter: Vec::new(),
            products: Vec::new(),
        };
        let family = |steps: u8| steps == 0 || signs.hears(Sign::Family);
        users.add_pathways(reference, resource, family);
        users.add_members(reference, resource, family);
        if signs.hears(Sign::Habits) {
            users.add_habits(reference, resource, family);
        }
        if signs.hears(Sign::Matter) {
            users.matter = reference.habits.users_of_matter(resource).map(|runners| (runners, 1.0)).collect();
        }
        users
    }

    /// Pathways that take the resource or something more general.
    fn add_pathways(&mut self, reference: &'a Reference, resource: usize, family: impl Fn(u8) -> bool) {
        for (_, pathway, steps) in reference.pathways.taking(resource).filter(|(_, _, steps)| family(*steps))
        {
            let fit = self.weights.step_up.powi(i32::from(steps));
            self.pathways.push((&pathway.run_by, fit * wish(pathway)));
            if !pathway.is_direct() {
                let index = |id: &str| reference.catalogue.index_of(id);
                let made = pathway.outputs.iter().filter_map(|o| index(o.resource.as_str()));
                self.products.extend(made.map(|product| (product, fit)));
            }
        }
    }

    /// Pathways that take something more precise.
    fn add_members(&mut self, reference: &'a Reference, resource: usize, family: impl Fn(u8) -> bool) {
        let members = reference.catalogue.descendants(resource).iter();
        for &(member, steps) in members.filter(|(_, steps)| *steps > 0 && family(*steps)) {
            let fit = self.weights.step_down.powi(i32::from(steps));
            let exactly = reference.pathways.taking(member).filter(|(_, _, up)| *up == 0);
            self.pathways.extend(exactly.map(|(_, p, _)| (p.run_by.as_slice(), fit * wish(p))));
        }
    }

    fn add_habits(&mut self, reference: &'a Reference, resource: usize, family: impl Fn(u8) -> bool) {
        let catalogue = &reference.catalogue;
        let weights = self.weights;
        let up = catalogue.ancestors(resource).iter().map(|&(of, steps)| (of, steps, weights.step_up));
        let down = catalogue.descendants(resource).iter().map(|&(of, steps)| (of, steps, weights.step_down));
        for (of, steps, kept) in up.chain(down.filter(|(_, steps, _)| *steps > 0)) {
            let runners = reference.habits.takers(of);
            if family(steps) && !runners.is_empty() {
                self.habits.push((runners, kept.powi(i32::from(steps))));
            }
        }
    }

    /// How usual it is for a class at best: by a pathway it runs.
    pub(super) fn by_pathway(&self, class: &str) -> f64 {
        self.best(&self.pathways, class, self.near)
    }

    /// By habit.
    pub(super) fn by_habit(&self, class: &str) -> f64 {
        self.best(&self.habits, class, self.near)
    }

    /// By using matter of that nature.
    pub(super) fn by_matter(&self, class: &str) -> f64 {
        self.best(&self.matter, class, false)
    }

    fn best(&self, uses: &[(&[Runner], f64)], class: &str, near: bool) -> f64 {
        uses.iter().map(|(runners, fit)| fit * self.usual(runners, class, near)).fold(0.0, f64::max)
    }

    /// How usual it is for a class: the longest prefix that covers it decides; else, when asked, a neighbour in the nomenclature lends part
    /// of its belief.
    fn usual(&self, runners: &[Runner], class: &str, near: bool) -> f64 {
        match runners.iter().filter(|r| class.starts_with(&r.naf)).max_by_key(|r| r.naf.len()) {
            Some(exact) => exact.p,
            None if near => runners.iter().map(|r| r.p * self.nearness(&r.naf, class)).fold(0.0, f64::max),
            None => 0.0,
        }
    }

    fn nearness(&self, prefix: &str, class: &str) -> f64 {
        let same = |length: usize| prefix.get(..length).is_some_and(|head| class.get(..length) == Some(head));
        if prefix.starts_with(class) {
            self.weights.within
        } else if same(4) {
            self.weights.group
        } else if same(2) {
            self.weights.division
        } else {
            0.0
        }
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

/// What is kept of the belief in firms that take nearly anything: useful when nobody else does, so behind those with a use of their own.
/// A specialty has a use of its own.
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
    if class.contains('/') {
        return 1.0;
    }
    KEPT.iter().find(|(prefix, _)| class.starts_with(prefix)).map_or(1.0, |(_, kept)| *kept)
}
