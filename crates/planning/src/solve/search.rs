//! Local search over what opens: close one, open one, put one in the place of another (another size, too).

use super::look::Look;
use super::state::Search;
use crate::formulation::Problem;

/// Improves the best plan until no single change helps or the tries are spent. The look orders the candidates, and passes over
/// those that its prices prove too dear: rest plus values is a bound for each set of plants.
pub fn improve(search: &mut Search<'_, '_>, look: &Look, tries: usize) {
    let (value, rest) = (&look.value, look.bound - look.choice.bound);
    let mut left = tries;
    while let Some(plan) = search.best.clone() {
        let before = search.least();
        for open in neighbours(search, &plan.open, value) {
            if left == 0 || !search.go_on() {
                return;
            }
            let units = search.core.cover.as_ref().map(|cover| cover.units(&open));
            let short = units.and_then(|units| look.short.get(units)).copied().unwrap_or(0.0);
            let proved = rest + short + open.iter().map(|j| value[*j]).sum::<f64>();
            if proved >= search.cutoff() {
                continue;
            }
            left -= 1;
            search.try_open(&open);
            if search.least() < before - 1e-7 * before.abs() {
                break;
            }
        }
        if search.least() >= before - 1e-7 * before.abs() {
            return;
        }
    }
}

/// Sets one change away, the likeliest first.
fn neighbours(search: &Search<'_, '_>, open: &[usize], value: &[f64]) -> Vec<Vec<usize>> {
    let mut ranked: Vec<(f64, Vec<usize>)> = changes(search.core.problem, open)
        .into_iter()
        .filter(|(opened, ..)| opened.is_none_or(|k| value[k].is_finite()))
        .map(|(opened, closed, set)| {
            (opened.map_or(0.0, |k| value[k]) - closed.map_or(0.0, |j| value[j]), set)
        })
        .collect();
    ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
    ranked.into_iter().map(|(_, set)| set).collect()
}

/// The same in no order.
pub fn around(problem: &Problem, open: &[usize]) -> Vec<Vec<usize>> {
    changes(problem, open).into_iter().map(|(.., set)| set).collect()
}

/// What opens, what closes, and the set that this gives.
fn changes(problem: &Problem, open: &[usize]) -> Vec<(Option<usize>, Option<usize>, Vec<usize>)> {
    let site = |j: usize| problem.plants[j].site;
    let without = |j: usize| -> Vec<usize> { open.iter().copied().filter(|k| *k != j).collect() };
    let mut found: Vec<_> = open.iter().map(|j| (None, Some(*j), without(*j))).collect();
    for k in (0..problem.plants.len()).filter(|k| !open.contains(k)) {
        let swapped = |j: usize| (Some(k), Some(j), [without(j), vec![k]].concat());
        if let Some(same) = open.iter().copied().find(|j| site(*j) == site(k)) {
            found.push(swapped(same));
            continue;
        }
        found.push((Some(k), None, [open, &[k]].concat()));
        found.extend(open.iter().map(|j| swapped(*j)));
    }
    found
}

/// A first plan from a choice of plants: opens more while some tonnes find no place.
pub fn complete(search: &mut Search<'_, '_>, open: &[usize], value: &[f64]) {
    let problem = search.core.problem;
    let mut set = open.to_vec();
    for _ in 0..=problem.sites.len() {
        if search.try_open(&set).is_finite() || !problem.serve_all() {
            return;
        }
        let per_t = |j: usize| value[j].max(0.0) / problem.plants[j].capacity.min(problem.supply());
        let used: Vec<usize> = set.iter().map(|j| problem.plants[*j].site).collect();
        let next = (0..problem.plants.len())
            .filter(|j| value[*j].is_finite() && !used.contains(&problem.plants[*j].site))
            .min_by(|a, b| per_t(*a).total_cmp(&per_t(*b)));
        let Some(next) = next else { return };
        set.push(next);
    }
}
