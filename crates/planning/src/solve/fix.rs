//! Ruling out by reduced costs: what would lift the bound above the cutoff need not be looked at.

use super::choose::Domain;
use super::core::Core;
use super::look::{Look, Prices};

/// A decision on the way down the tree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Decision {
    /// The option stays closed.
    Close(usize),
    /// One option of the site opens.
    Must(usize),
    /// At least so many sites open.
    AtLeast(usize),
    /// At most so many sites open.
    AtMost(usize),
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
        Decision::AtLeast(sites) => domain.count.0 = domain.count.0.max(sites),
        Decision::AtMost(sites) => domain.count.1 = domain.count.1.min(sites),
        Decision::Ban(row, plant) => core.unit[plant][row] = f64::INFINITY,
        Decision::Haul(row) => core.must_haul(row),
    }
}

/// What the bound becomes with each option open, and with nothing at each site.
struct Forced {
    with: Vec<f64>,
    without: Vec<f64>,
}

impl Forced {
    fn new(core: &Core<'_>, domain: &Domain, look: &Look) -> Self {
        let rest = look.bound - look.choice.bound;
        let mut forced = Self {
            with: vec![f64::INFINITY; core.plants()],
            without: vec![f64::INFINITY; domain.must.len()],
        };
        for (site, best) in look.choice.best.iter().enumerate() {
            let must = domain.must[site];
            let counted = best.map_or(0.0, |(_, worth)| if must { worth } else { worth.min(0.0) });
            let others = rest + look.choice.plain - counted;
            forced.without[site] = if must { f64::INFINITY } else { others };
            for option in domain.options(core, site) {
                forced.with[option] = others + look.value[option];
            }
        }
        if let Some(cover) = &core.cover {
            let (with, without) = cover.each(core, domain, &look.value, &look.short);
            raise(&mut forced.with, &with, rest);
            raise(&mut forced.without, &without, rest);
        }
        forced
    }
}

fn raise(bounds: &mut [f64], by: &[f64], rest: f64) {
    for (bound, value) in bounds.iter_mut().zip(by) {
        *bound = bound.max(rest + value);
    }
}

/// Decisions that follow from a look and a cutoff; for whole sources also which rows a plant cannot take
/// (its knapsack with the row forced in is bounded by the continuous one).
pub fn follow(core: &Core<'_>, domain: &Domain, look: &Look, prices: &Prices, cutoff: f64) -> Vec<Decision> {
    let mut found = Vec::new();
    if cutoff.is_infinite() {
        return found;
    }
    let forced = Forced::new(core, domain, look);
    for site in 0..domain.must.len() {
        if !domain.must[site] && forced.without[site] >= cutoff && domain.options(core, site).count() > 0 {
            found.push(Decision::Must(site));
        }
        for option in domain.options(core, site) {
            if forced.with[option] >= cutoff {
                found.push(Decision::Close(option));
            } else if core.knapsack() {
                rows(core, option, forced.with[option] - look.value[option], prices, cutoff, &mut found);
            }
        }
    }
    found
}

fn rows(core: &Core<'_>, plant: usize, others: f64, prices: &Prices, cutoff: f64, found: &mut Vec<Decision>) {
    let limits = &core.problem.plants[plant];
    let open = others + limits.fixed + prices.budget * limits.invest;
    let (loose, edge) = continuous(core, plant, &prices.rows);
    for row in (0..core.rows()).filter(|row| core.unit[plant][*row].is_finite()) {
        let delta = core.unit[plant][row] - prices.rows[row];
        if open + loose + core.tonnes[row] * (delta - edge).max(0.0) >= cutoff {
            found.push(Decision::Ban(row, plant));
        }
    }
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
