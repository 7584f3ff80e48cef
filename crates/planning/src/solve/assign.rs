//! Whole sources to open plants: from the split shipment or from a look at the relaxed problem, then shifts and swaps.

use super::core::Core;
use super::fill::Item;
use super::transport::{Shipment, transport};
use super::work::Work;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng;

/// Descents of a quick search, and of a thorough one.
const QUICK: usize = 12;
const THOROUGH: usize = 150;

/// A good assignment of whole sources, or `None` when none was found or when even splitting costs `above` or more. Where the quick
/// search comes within 0.5 % of `above`, a thorough one follows.
pub fn assign(core: &Core<'_>, open: &[usize], above: f64, seed: u64) -> Option<Shipment> {
    let split = transport(core, open).ok()?;
    if split.cost >= above {
        return None;
    }
    let mut work = Work::new(core, open, &split);
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut best = work.oscillate(QUICK, split.cost, &mut random);
    let near = best.as_ref().is_none_or(|(cost, _)| *cost < above + 0.005 * above.abs());
    if near && best.as_ref().is_none_or(|(cost, _)| *cost > split.cost + 1e-9 * split.cost.abs()) {
        if let Some((_, place)) = &best {
            work.set(place.clone());
        }
        let more = work.oscillate(THOROUGH, split.cost, &mut random);
        best = [best, more].into_iter().flatten().min_by(|a, b| a.0.total_cmp(&b.0));
    }
    let (_, place) = best?;
    work.set(place);
    Some(work.shipment())
}

/// Repairs a choice of plants by knapsacks, in which rows are taken once, several times or not at all: each goes where it was taken,
/// else where it costs least; then as above. `None` when too many rows are amiss, or no limits could be kept.
pub fn repair(core: &Core<'_>, open: &[usize], used: &[(usize, Vec<Item>)], seed: u64) -> Option<Shipment> {
    let mut taken: Vec<Vec<usize>> = vec![Vec::new(); core.rows()];
    for (plant, items) in used {
        let place = open.iter().position(|p| p == plant)?;
        for item in items {
            taken[item.row].push(place);
        }
    }
    let mut work = Work::empty(core, open);
    let cheapest = |places: &mut dyn Iterator<Item = usize>, row: usize| {
        places.min_by(|a, b| work.at(row, *a).total_cmp(&work.at(row, *b)))
    };
    let place = taken.iter().enumerate().map(|(row, taken)| {
        let stays = (work.places > open.len()).then_some(open.len());
        cheapest(&mut taken.iter().copied(), row).or(stays).or_else(|| cheapest(&mut (0..open.len()), row))
    });
    let place: Vec<usize> = place.collect::<Option<_>>()?;
    work.set(place);
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let (_, place) = work.oscillate(QUICK, f64::NEG_INFINITY, &mut random)?;
    work.set(place);
    Some(work.shipment())
}
