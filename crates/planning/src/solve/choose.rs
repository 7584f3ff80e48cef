//! Which plants open, given what each is worth: one size a site, a number of plants, enough capacity.

use super::core::Core;

/// What is decided so far about what opens.
#[derive(Clone, Debug)]
pub struct Domain {
    /// Options that may still open.
    pub allowed: Vec<bool>,
    /// Sites where one must open.
    pub must: Vec<bool>,
}

impl Domain {
    pub fn new(core: &Core<'_>) -> Self {
        Self { allowed: vec![true; core.plants()], must: vec![false; core.problem.sites.len()] }
    }

    /// Options of a site that may open.
    pub fn options<'a>(&'a self, core: &'a Core<'_>, site: usize) -> impl Iterator<Item = usize> + 'a {
        core.problem.sites[site].iter().copied().filter(|j| self.allowed[*j])
    }

    /// Whether nothing is left to decide.
    pub fn decided(&self, core: &Core<'_>) -> bool {
        (0..self.must.len()).all(|s| {
            let left = self.options(core, s).count();
            left == 0 || (left == 1 && self.must[s])
        })
    }
}

/// The chosen plants.
pub struct Choice {
    /// Options that open.
    pub open: Vec<usize>,
    /// A value no choice can be below, all rules counted.
    pub bound: f64,
    /// The same with only the rule of one size a site: penalties are reckoned from it.
    pub plain: f64,
    /// The best option and its value at each site.
    pub best: Vec<Option<(usize, f64)>>,
}

/// Chooses the plants of least total value. `None` when the decisions contradict each other.
pub fn choose(core: &Core<'_>, domain: &Domain, value: &[f64]) -> Option<Choice> {
    let best: Vec<Option<(usize, f64)>> = (0..core.problem.sites.len())
        .map(|s| {
            let options = domain.options(core, s).map(|j| (j, value[j]));
            options.min_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, v)| v.is_finite())
        })
        .collect();
    if best.iter().zip(&domain.must).any(|(best, must)| *must && best.is_none()) {
        return None;
    }
    let chosen = |s: usize| best[s].filter(|(_, v)| domain.must[s] || *v < 0.0);
    let open: Vec<usize> = (0..best.len()).filter_map(|s| chosen(s).map(|(j, _)| j)).collect();
    let plain: f64 = (0..best.len()).filter_map(|s| chosen(s).map(|(_, v)| v)).sum();
    let mut choice = Choice { open, bound: plain, plain, best };
    count(core, domain, &mut choice)?;
    cover(core, domain, value, &mut choice)?;
    Some(choice)
}

/// No more than the allowed number: those that must, then the best.
fn count(core: &Core<'_>, domain: &Domain, choice: &mut Choice) -> Option<()> {
    let Some(most) = core.problem.max_open else { return Some(()) };
    if choice.open.len() <= most {
        return Some(());
    }
    let forced = |j: &usize| domain.must[core.problem.plants[*j].site];
    if choice.open.iter().filter(|j| forced(j)).count() > most {
        return None;
    }
    let worth = |j: &usize| choice.best[core.problem.plants[*j].site].map_or(0.0, |(_, v)| v);
    let mut open = choice.open.clone();
    open.sort_by(|a, b| forced(b).cmp(&forced(a)).then(worth(a).total_cmp(&worth(b))));
    open.truncate(most);
    choice.bound = open.iter().map(worth).sum();
    choice.open = open;
    Some(())
}

/// Where all must be served the open plants must hold it.
fn cover(core: &Core<'_>, domain: &Domain, value: &[f64], choice: &mut Choice) -> Option<()> {
    let Some(cover) = core.cover.as_ref().filter(|cover| !cover.holds(&choice.open)) else { return Some(()) };
    let (bound, open) = cover.least(core, domain, value)?;
    if core.problem.max_open.is_none_or(|most| open.len() <= most) {
        choice.open = open;
    }
    choice.bound = choice.bound.max(bound);
    Some(())
}
