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

/// Where all must be served the open plants must hold it: a knapsack cover, bounded by its continuous form.
fn cover(core: &Core<'_>, domain: &Domain, value: &[f64], choice: &mut Choice) -> Option<()> {
    if !core.problem.serve_all() {
        return Some(());
    }
    let need: f64 = core.problem.rows.iter().filter(|r| r.idle.is_infinite()).map(|r| r.tonnes).sum();
    let capacity = |j: usize| core.problem.plants[j].capacity;
    let held: f64 = choice.open.iter().map(|j| capacity(*j)).sum();
    if held >= need - core.tiny {
        return Some(());
    }
    let steps = steps(core, domain, value, choice);
    let (mut missing, mut added, mut open) = (need - held, 0.0, choice.open.clone());
    for (site, option, gain, price) in steps {
        if missing <= core.tiny {
            break;
        }
        added += price * (missing / gain).min(1.0);
        missing -= gain;
        open.retain(|j| core.problem.plants[*j].site != site);
        open.push(option);
    }
    if missing > core.tiny {
        return None;
    }
    if core.problem.max_open.is_none_or(|most| open.len() <= most) {
        choice.open = open;
        choice.bound = choice.bound.max(choice.plain + added);
    }
    Some(())
}

/// Ways to more capacity, cheapest per tonne first: (site, option, tonnes more, cost more), on the convex hull of each site.
fn steps(core: &Core<'_>, domain: &Domain, value: &[f64], choice: &Choice) -> Vec<(usize, usize, f64, f64)> {
    let mut steps = Vec::new();
    for site in 0..domain.must.len() {
        let now = choice.open.iter().copied().find(|j| core.problem.plants[*j].site == site);
        let (mut tonnes, mut worth) =
            now.map_or((0.0, 0.0), |j| (core.problem.plants[j].capacity.min(1e15), value[j]));
        loop {
            let next = domain
                .options(core, site)
                .filter(|j| value[*j].is_finite())
                .map(|j| (j, core.problem.plants[j].capacity.min(1e15) - tonnes, value[j] - worth))
                .filter(|(_, more, _)| *more > core.tiny)
                .min_by(|a, b| (a.2 / a.1).total_cmp(&(b.2 / b.1)));
            let Some((option, more, price)) = next else { break };
            steps.push((site, option, more, price.max(0.0)));
            tonnes += more;
            worth += price;
        }
    }
    steps.sort_by(|a, b| (a.3 / a.2).total_cmp(&(b.3 / b.2)).then(a.1.cmp(&b.1)));
    steps
}
