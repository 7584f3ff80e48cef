//! Ruling out by reduced costs: what would lift the bound above the cutoff need not be looked at.

use super::choose::Domain;
use super::core::Core;
use super::lagrange::{Look, Prices};

/// A decision on the way down the tree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Decision {
    /// The option stays closed.
    Close(usize),
    /// One option of the site opens.
    Must(usize),
    /// The row does not go to the plant.
    Ban(usize, usize),
    /// The row does not stay at its source.
    Haul(usize),
}

/// Applies a decision.
pub fn apply(core: &mut Core<'_>, domain: &mut Domain, decision: Decision) {
    match decision {
        Decision::Close(option) => domain.allowed[option] = false,
        Decision::Must(site) => domain.must[site] = true,
        Decision::Ban(row, plant) => core.unit[plant][row] = f64::INFINITY,
        Decision::Haul(row) => core.must_haul(row),
    }
}

/// Decisions that follow from a look and a cutoff.
pub fn follow(core: &Core<'_>, domain: &Domain, look: &Look, cutoff: f64) -> Vec<Decision> {
    let mut found = Vec::new();
    let base = look.bound - look.choice.bound + look.choice.plain;
    for (site, best) in look.choice.best.iter().enumerate() {
        let Some((_, worth)) = *best else { continue };
        let counted = if domain.must[site] { worth } else { worth.min(0.0) };
        if !domain.must[site] && base - counted >= cutoff {
            found.push(Decision::Must(site));
        }
        for option in domain.options(core, site) {
            if base - counted + look.value[option] >= cutoff {
                found.push(Decision::Close(option));
            }
        }
    }
    found
}

/// For whole sources: rows that a plant cannot take without lifting the bound above the cutoff.
/// The plant's knapsack with the row forced in is bounded by its continuous form.
pub fn follow_rows(
    core: &Core<'_>,
    domain: &Domain,
    look: &Look,
    prices: &Prices,
    cutoff: f64,
) -> Vec<Decision> {
    let mut found = Vec::new();
    let base = look.bound - look.choice.bound + look.choice.plain;
    for plant in (0..core.plants()).filter(|j| domain.allowed[*j]) {
        let site = core.problem.plants[plant].site;
        let Some((_, worth)) = look.choice.best[site] else { continue };
        let counted = if domain.must[site] { worth } else { worth.min(0.0) };
        let limits = &core.problem.plants[plant];
        let open = limits.fixed + prices.budget * limits.invest;
        let (loose, edge) = continuous(core, plant, &prices.rows);
        for row in (0..core.rows()).filter(|row| core.unit[plant][*row].is_finite()) {
            let delta = core.unit[plant][row] - prices.rows[row];
            let more = core.tonnes[row] * (delta - edge).max(0.0);
            if base - counted + open + loose + more >= cutoff {
                found.push(Decision::Ban(row, plant));
            }
        }
    }
    found
}

/// The continuous knapsack of a plant: its value, and the EUR/t of the last tonne taken (0 when there is room left).
fn continuous(core: &Core<'_>, plant: usize, lambda: &[f64]) -> (f64, f64) {
    let rows = core.unit[plant].iter().zip(lambda).enumerate();
    let mut items: Vec<(f64, f64)> =
        rows.filter(|(_, (c, l))| c < l).map(|(row, (c, l))| (c - l, core.tonnes[row])).collect();
    items.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let (mut room, mut value) = (core.problem.plants[plant].capacity, 0.0);
    for (delta, tonnes) in items {
        if tonnes >= room {
            return (value + delta * room, delta);
        }
        room -= tonnes;
        value += delta * tonnes;
    }
    (value, 0.0)
}
