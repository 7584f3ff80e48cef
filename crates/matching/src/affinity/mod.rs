//! How likely a kind of firm takes a resource, wherever it is: the part of matching that knows no place.
//!
//! Three witnesses are heard: who uses or treats the resource (pathways, habits), what such firms buy in anyway (profiles), and who takes what
//! a process makes of it. Each can be right without the others, so their chances add up as those of independent signs.

mod signs;
mod users;

use reference::{Reference, ResourceId, Specialty, Typical, Weights, split_class};
use std::collections::HashMap;
use std::rc::Rc;
use users::Users;

pub use signs::{Sign, Signs};
pub use users::last_resort;

/// What each witness says of a resource and a class (0–1), before it is weighed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Heard {
    /// By a pathway such firms run.
    pub pathway: f64,
    /// By habit.
    pub habit: f64,
    /// By what such firms buy in.
    pub buys: f64,
    /// By taking what a process makes of it.
    pub after: f64,
    /// By using matter of that nature.
    pub matter: f64,
}

impl Heard {
    /// Chances (0–1) that the firm takes the resource, all witnesses together.
    pub fn chances(self, weights: &Weights) -> f64 {
        let pathway = weights.pathway * self.pathway;
        either(&[
            pathway.max(self.habit),
            weights.agree * pathway.min(self.habit),
            weights.buys * self.buys,
            weights.after * self.after,
            weights.matter * self.matter,
        ])
    }
}

/// For each resource (dense index) how likely a class takes it.
pub struct Affinity<'a> {
    reference: &'a Reference,
    signs: Signs,
    users: HashMap<usize, Rc<Users<'a>>>,
    buys: HashMap<String, Rc<[(usize, f64)]>>,
    known: HashMap<String, HashMap<usize, Heard>>,
}

impl<'a> Affinity<'a> {
    /// Over a knowledge base, hearing every sign.
    pub fn new(reference: &'a Reference) -> Self {
        Self::hearing(reference, Signs::default())
    }

    /// Over a knowledge base, hearing only some signs: to measure what each is worth.
    pub fn hearing(reference: &'a Reference, signs: Signs) -> Self {
        Self { reference, signs, users: HashMap::new(), buys: HashMap::new(), known: HashMap::new() }
    }

    /// Chances (0–1) that a firm of a NAF rev. 2 class (`23.51`) takes a resource, directly or after one process.
    /// Behind a stroke may stand a specialty (`38.32/metal-recycling`): it knows better than its class.
    pub fn of(&mut self, resource: usize, class: &str) -> f64 {
        let (base, id) = split_class(class);
        let usual = self.heard(resource, base).chances(&self.reference.weights);
        match id.and_then(|id| self.specialty(id)) {
            None => usual,
            Some(special) => {
                let own = special.takes.iter().filter_map(|(id, p)| {
                    Some(p * self.fit(resource, self.reference.catalogue.index_of(id.as_str())?))
                });
                strongest(own).max(special.rest_takes * last_resort(base) * usual)
            }
        }
    }

    fn specialty(&self, id: &str) -> Option<&'a Specialty> {
        self.reference.specialties.iter().find(|special| special.id == id)
    }

    /// What each witness says of it.
    pub fn heard(&mut self, resource: usize, class: &str) -> Heard {
        if let Some(&known) = self.known.get(class).and_then(|known| known.get(&resource)) {
            return known;
        }
        let users = self.users(resource);
        let buys = self.buys(resource, class);
        let made = if self.signs.hears(Sign::SecondStep) { users.products.as_slice() } else { &[] };
        let after = strongest(made.iter().map(|&(product, fit)| fit * self.one_step(product, class)));
        let heard = Heard {
            pathway: users.by_pathway(class),
            habit: users.by_habit(class),
            buys,
            after,
            matter: users.by_matter(class),
        };
        self.known.entry(class.to_owned()).or_default().insert(resource, heard);
        heard
    }

    /// The residues, products and inputs typical of a class, for reading an industry without a flow.
    pub fn gives(&self, class: &str) -> Vec<(usize, f64)> {
        let profile = self.reference.activities.profile(split_class(class).0);
        self.dense(profile.gives.iter().chain(&profile.makes))
    }

    /// What a class may give: what it is known for, and what is typical of it.
    pub fn given(&self, class: &str) -> Vec<(usize, f64)> {
        let mut given = self.known_for(class);
        given.extend(self.gives(class));
        given
    }

    /// The flows a class is known for, with how much (0–1): what a partner would come for.
    pub fn known_for(&self, class: &str) -> Vec<(usize, f64)> {
        let index = |id: &ResourceId| self.reference.catalogue.index_of(id.as_str());
        let (base, id) = split_class(class);
        let special = id.and_then(|id| self.specialty(id));
        let mut known = self.reference.habits.known_for(base);
        if let Some(special) = special {
            for p in known.values_mut() {
                *p *= special.rest_gives;
            }
            for (id, &p) in &special.gives {
                let said = known.entry(id).or_default();
                *said = said.max(p);
            }
        }
        known.into_iter().filter_map(|(id, p)| Some((index(id)?, p))).collect()
    }

    fn one_step(&mut self, resource: usize, class: &str) -> f64 {
        let weights = &self.reference.weights;
        let users = self.users(resource);
        let direct = (weights.pathway * users.by_pathway(class)).max(users.by_habit(class));
        direct.max(weights.buys * self.buys(resource, class))
    }

    fn users(&mut self, resource: usize) -> Rc<Users<'a>> {
        let (reference, signs) = (self.reference, self.signs);
        Rc::clone(
            self.users.entry(resource).or_insert_with(|| Rc::new(Users::of(reference, resource, signs))),
        )
    }

    fn buys(&mut self, resource: usize, class: &str) -> f64 {
        if !self.signs.hears(Sign::Profiles) {
            return 0.0;
        }
        if !self.buys.contains_key(class) {
            let takes = self.dense(self.reference.activities.profile(class).takes.iter());
            self.buys.insert(class.to_owned(), takes.into());
        }
        let takes = self.buys.get(class);
        takes.map_or(0.0, |takes| strongest(takes.iter().map(|&(taken, p)| p * self.fit(resource, taken))))
    }

    /// How well (0–1) a resource fits what is taken.
    fn fit(&self, resource: usize, taken: usize) -> f64 {
        let catalogue = &self.reference.catalogue;
        match (catalogue.steps_up(resource, taken), catalogue.steps_up(taken, resource)) {
            (Some(up), _) => self.reference.weights.step_up.powi(i32::from(up)),
            (None, Some(down)) => self.reference.weights.step_down.powi(i32::from(down)),
            (None, None) => 0.0,
        }
    }

    fn dense<'t>(&self, typicals: impl Iterator<Item = &'t Typical>) -> Vec<(usize, f64)> {
        typicals.filter_map(|t| Some((self.reference.catalogue.index_of(t.r.as_str())?, t.p))).collect()
    }
}

fn strongest(chances: impl Iterator<Item = f64>) -> f64 {
    chances.fold(0.0, f64::max)
}

/// Chances that at least one of several independent signs is right.
fn either(chances: &[f64]) -> f64 {
    1.0 - chances.iter().map(|p| 1.0 - p).product::<f64>()
}

#[cfg(test)]
mod tests;
