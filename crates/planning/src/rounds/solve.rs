//! The rounds, by taking strings of neighbouring stops out of the rounds and putting them back where they cost least.
//!
//! J. Christiaens and G. Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing Problems", Transportation Science 54 (2020):
//! ruin, greedy repair that now and then looks away, simulated annealing. The reasons for not using a library are in ADR 0004.

use super::draft::Draft;
use super::recreate::recreate;
use super::ruin::{nearest_first, ruin};
use super::split::calls;
use super::{Round, RoundError, Rounds, Task};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// Temperature at the start and at the end, as a share of the cost of one stop.
const HOT: f64 = 0.5;
const COLD: f64 = 0.001;

/// The cheapest rounds found in `steps` of the search, each taking about ten stops out and putting them back; 20,000 are plenty for a hundred
/// stops. Same task, steps and seed, same rounds.
pub fn rounds(task: &Task, steps: usize, seed: u64) -> Result<Rounds, RoundError> {
    task.sound()?;
    let (full, rest) = calls(task);
    let mut found: Vec<Round> = full.into_iter().map(|call| task.alone(call)).collect();
    let loads: Vec<f64> = rest.iter().map(|call| call.load).collect();
    let best = search(task, &loads, steps, &mut Xoshiro256PlusPlus::seed_from_u64(seed));
    for stops in best.rounds {
        let load = stops.iter().map(|stop| loads[*stop]).sum();
        found.push(Round { load, ..task.walk(stops) });
    }
    Ok(task.total(found, best.unserved))
}

fn search(task: &Task, loads: &[f64], steps: usize, random: &mut Xoshiro256PlusPlus) -> Draft {
    let near = nearest_first(task);
    let mut now = Draft { rounds: Vec::new(), unserved: (0..loads.len()).collect() };
    recreate(&mut now, task, loads, random);
    let mut cost = now.euros(task, loads);
    let (mut best, mut least) = (now.clone(), cost);
    let one_stop = cost / loads.len().max(1) as f64;
    for step in 0..if loads.is_empty() { 0 } else { steps } {
        let cooled = (COLD / HOT).powf(step as f64 / steps as f64);
        let mut next = now.clone();
        ruin(&mut next, &near, random);
        recreate(&mut next, task, loads, random);
        let price = next.euros(task, loads);
        let fewer = next.unserved.len() < now.unserved.len();
        let as_many = next.unserved.len() == now.unserved.len();
        let bar = cost - HOT * cooled * one_stop * unit(random).max(f64::MIN_POSITIVE).ln();
        if fewer || as_many && price < bar {
            (now, cost) = (next, price);
        }
        let better = now.unserved.len() < best.unserved.len();
        if better || now.unserved.len() == best.unserved.len() && cost < least - 1e-9 {
            (best, least) = (now.clone(), cost);
        }
    }
    best
}

/// 0 up to 1.
pub(super) fn unit(random: &mut Xoshiro256PlusPlus) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// 0 up to below `limit`, which is at least 1.
pub(super) fn below(random: &mut Xoshiro256PlusPlus, limit: usize) -> usize {
    #[expect(clippy::cast_possible_truncation, reason = "below a length")]
    let drawn = (random.next_u64() % limit.max(1) as u64) as usize;
    drawn
}
