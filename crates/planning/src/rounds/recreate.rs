//! Puts stops back where they cost least.

use super::Task;
use super::draft::Draft;
use super::solve::{below, unit};
use rand_xoshiro::Xoshiro256PlusPlus;

/// How often a place is not looked at: what keeps greed from always doing the same.
const BLINK: f64 = 0.01;

/// Where a stop goes and what that adds.
struct Spot {
    round: usize,
    at: usize,
    euros: f64,
}

/// Puts back all stops that fit somewhere; a vehicle more leaves only when no round takes the stop, or when that is cheaper.
pub(super) fn recreate(draft: &mut Draft, task: &Task, loads: &[f64], random: &mut Xoshiro256PlusPlus) {
    let mut waiting = std::mem::take(&mut draft.unserved);
    order(&mut waiting, task, loads, random);
    let mut prices: Vec<f64> =
        draft.rounds.iter().map(|stops| task.price(stops, loads).unwrap_or(f64::INFINITY)).collect();
    for stop in waiting {
        let Some(spot) = cheapest(draft, &prices, task, loads, stop, random) else {
            draft.unserved.push(stop);
            continue;
        };
        if spot.round == draft.rounds.len() {
            draft.rounds.push(Vec::new());
            prices.push(0.0);
        }
        draft.rounds[spot.round].insert(spot.at, stop);
        prices[spot.round] += spot.euros;
    }
}

/// By chance, heaviest first, farthest first or nearest first, 4 : 4 : 2 : 1.
fn order(waiting: &mut [usize], task: &Task, loads: &[f64], random: &mut Xoshiro256PlusPlus) {
    for last in (1..waiting.len()).rev() {
        waiting.swap(last, below(random, last + 1));
    }
    let far = |stop: &usize| task.km[0][stop + 1];
    match below(random, 11) {
        0..4 => {}
        4..8 => waiting.sort_by(|a, b| loads[*b].total_cmp(&loads[*a])),
        8..10 => waiting.sort_by(|a, b| far(b).total_cmp(&far(a))),
        _ => waiting.sort_by(|a, b| far(a).total_cmp(&far(b))),
    }
}

fn cheapest(
    draft: &Draft,
    prices: &[f64],
    task: &Task,
    loads: &[f64],
    stop: usize,
    random: &mut Xoshiro256PlusPlus,
) -> Option<Spot> {
    let mut best: Option<Spot> = None;
    let mut trial = Vec::new();
    for (round, stops) in draft.rounds.iter().enumerate() {
        let load: f64 = stops.iter().chain([&stop]).map(|stop| loads[*stop]).sum();
        if load > task.fleet.capacity * (1.0 + 1e-9) {
            continue;
        }
        for at in 0..=stops.len() {
            if unit(random) < BLINK {
                continue;
            }
            trial.clear();
            trial.extend_from_slice(&stops[..at]);
            trial.push(stop);
            trial.extend_from_slice(&stops[at..]);
            let Some(price) = task.price(&trial, loads) else { continue };
            keep(&mut best, Spot { round, at, euros: price - prices[round] });
        }
    }
    if task.fleet.vehicles.is_none_or(|most| draft.rounds.len() < most)
        && let Some(euros) = task.price(&[stop], loads)
    {
        keep(&mut best, Spot { round: draft.rounds.len(), at: 0, euros });
    }
    best
}

fn keep(best: &mut Option<Spot>, spot: Spot) {
    if best.as_ref().is_none_or(|other| spot.euros < other.euros) {
        *best = Some(spot);
    }
}
