//! The plans worth choosing, those that hardly differ once.

use planning::chain::{Chain, Choice};

/// Gains nearer than that part of the largest are the same plan to who chooses; CO2 and hours nearer than the second, of their own.
const SAME_EUROS: f64 = 0.01;
const SAME_OTHERS: f64 = 0.05;

/// For each choice the first of those it hardly differs from, itself when it is that: same sites, sizes and way of working, gains within a
/// percent of the largest, CO2 and hours within five of their own.
pub fn twins(chain: &Chain, all: &[&Choice]) -> Vec<usize> {
    let euros = SAME_EUROS * all.iter().map(|choice| choice.totals.eur.abs()).fold(0.0, f64::max);
    let first = |ix: usize| (0..ix).find(|other| same(chain, all[*other], all[ix], euros)).unwrap_or(ix);
    let firsts: Vec<usize> = (0..all.len()).map(first).collect();
    // Twins of a twin stay with its first.
    let mut found: Vec<usize> = Vec::new();
    for first in firsts {
        found.push(found.get(first).copied().unwrap_or(first));
    }
    found
}

fn same(chain: &Chain, one: &Choice, other: &Choice, euros: f64) -> bool {
    let (a, b) = (one.totals, other.totals);
    plants(chain, one) == plants(chain, other)
        && (a.eur - b.eur).abs() <= euros
        && [(a.avoided_t, b.avoided_t), (a.caused_t, b.caused_t), (a.hours, b.hours)].into_iter().all(
            |pair| match pair {
                (Some(a), Some(b)) => near(a, b),
                (a, b) => a.is_none() && b.is_none(),
            },
        )
}

/// What opens, whatever the network it is joined to.
fn plants(chain: &Chain, choice: &Choice) -> Vec<(String, String, bool)> {
    let known = choice.open.iter().filter_map(|id| chain.option(id));
    let mut plants: Vec<(String, String, bool)> =
        known.map(|(spot, size)| (spot.site.to_string(), size.size.to_string(), size.by_hand)).collect();
    plants.sort();
    plants
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= SAME_OTHERS * a.abs().max(b.abs())
}
