//! The least investment that holds an amount, without a search: limits a budget before any plan is looked for.

use crate::formulation::Problem;

/// Amounts kept apart; beyond, those that nearly equal each other are taken as the larger, which keeps the answer a lower bound.
const KEPT: usize = 4000;

/// The least EUR of investment with which the largest loads of the plants, one a site, hold `need` t; `None` when none do.
pub fn least(problem: &Problem, need: f64) -> Option<f64> {
    let enough = need * (1.0 - 1e-9);
    let reach = problem.supply() * (1.0 + 1e-9);
    let mut known = vec![(0.0, 0.0)];
    for site in &problem.sites {
        let mut next = known.clone();
        // A plant whose minimum load all supply together misses never opens.
        for plant in site.iter().map(|j| &problem.plants[*j]).filter(|plant| plant.min <= reach) {
            next.extend(
                known.iter().map(|(held, eur)| ((held + plant.most()).min(need), eur + plant.invest)),
            );
        }
        known = undominated(next, need);
    }
    let reached = known.into_iter().filter(|(held, _)| *held >= enough).map(|(_, eur)| eur);
    reached.reduce(f64::min)
}

/// What no other holds for as little, most expensive last.
fn undominated(mut all: Vec<(f64, f64)>, need: f64) -> Vec<(f64, f64)> {
    all.sort_by(|a, b| a.1.total_cmp(&b.1).then(b.0.total_cmp(&a.0)));
    let step = if all.len() > KEPT { need / KEPT as f64 } else { 0.0 };
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for (held, eur) in all {
        let held = if step > 0.0 { ((held / step).ceil() * step).min(need) } else { held };
        if kept.last().is_none_or(|(most, _)| held > *most) {
            kept.push((held, eur));
        }
    }
    kept
}
