//! Which plants open, given what each is worth: one size a site, a number of plants, enough capacity.

use super::core::Core;

/// What is decided so far about what opens.
#[derive(Clone, Debug)]
pub struct Domain {
    /// Options that may still open.
    pub allowed: Vec<bool>,
    /// Sites where one must open.
    pub must: Vec<bool>,
    /// Fewest and most sites that open.
    pub count: (usize, usize),
}

impl Domain {
    pub fn new(core: &Core<'_>) -> Self {
        let sites = core.problem.sites.len();
        let count = (0, core.problem.max_open.map_or(sites, |most| most.min(sites)));
        Self { allowed: vec![true; core.plants()], must: vec![false; sites], count }
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
    /// Units of capacity they hold, where capacity is counted.
    pub units: usize,
}

/// Chooses the plants of least total value. `None` when the decisions contradict each other.
/// `short` is the price of what too few units of capacity leave, as [`super::short::table`] gives it (empty: nothing is short).
pub fn choose(core: &Core<'_>, domain: &Domain, value: &[f64], short: &[f64]) -> Option<Choice> {
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
    let mut choice = Choice { open, bound: plain, plain, best, units: usize::MAX };
    count(domain, &mut choice)?;
    cover(core, domain, value, short, &mut choice)?;
    Some(choice)
}

/// As many as may open and no fewer than must: those that must, then the best.
fn count(domain: &Domain, choice: &mut Choice) -> Option<()> {
    let (fewest, most) = domain.count;
    if (fewest..=most).contains(&choice.open.len()) {
        return Some(());
    }
    let mut ranked: Vec<(bool, f64, usize)> = choice
        .best
        .iter()
        .enumerate()
        .filter_map(|(site, best)| best.map(|(option, worth)| (!domain.must[site], worth, option)))
        .collect();
    ranked.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let forced = ranked.iter().filter(|(free, ..)| !free).count();
    if forced > most || ranked.len() < fewest || fewest > most {
        return None;
    }
    ranked.truncate(choice.open.len().clamp(fewest, most));
    choice.bound = ranked.iter().map(|(_, worth, _)| worth).sum();
    choice.open = ranked.iter().map(|(.., option)| *option).collect();
    Some(())
}

/// What the open plants cannot hold stays, at its price.
fn cover(core: &Core<'_>, domain: &Domain, value: &[f64], short: &[f64], choice: &mut Choice) -> Option<()> {
    let Some(cover) = core.cover.as_ref() else { return Some(()) };
    choice.units = cover.units(&choice.open);
    if short[choice.units] <= 0.0 {
        return Some(());
    }
    let (bound, open) = cover.least(core, domain, value, short)?;
    if core.problem.max_open.is_none_or(|most| open.len() <= most) {
        choice.units = cover.units(&open);
        choice.open = open;
    }
    choice.bound = choice.bound.max(bound);
    Some(())
}
