//! Takes strings of stops that lie near each other out of their rounds.

use super::Task;
use super::draft::Draft;
use super::solve::{below, unit};
use rand_xoshiro::Xoshiro256PlusPlus;
use std::collections::BTreeSet;

/// Stops taken out at a time, on average.
const TAKEN: f64 = 10.0;
/// Longest string taken out of a round.
const LONGEST: f64 = 10.0;
/// How often a string keeps some stops in its middle.
const SPLIT: f64 = 0.5;

/// For each stop all stops, nearest first, itself at the head.
pub(super) fn nearest_first(task: &Task) -> Vec<Vec<usize>> {
    let stops = task.stops.len();
    let km = |from: usize, to: usize| if from == to { -1.0 } else { task.km[from + 1][to + 1] };
    (0..stops)
        .map(|from| {
            let mut others: Vec<usize> = (0..stops).collect();
            others.sort_by(|a, b| km(from, *a).total_cmp(&km(from, *b)).then(a.cmp(b)));
            others
        })
        .collect()
}

/// Around a stop drawn by chance, a string out of each of the rounds met first.
pub(super) fn ruin(draft: &mut Draft, near: &[Vec<usize>], random: &mut Xoshiro256PlusPlus) {
    let served: usize = draft.rounds.iter().map(Vec::len).sum();
    let average = served as f64 / draft.rounds.len().max(1) as f64;
    let longest = LONGEST.min(average);
    let most = 4.0 * TAKEN / (1.0 + longest) - 1.0;
    let strings = 1.0 + most.max(0.0) * unit(random);
    let mut met = BTreeSet::new();
    for &stop in &near[below(random, near.len())] {
        if met.len() as f64 >= strings.floor() {
            break;
        }
        let Some((round, at)) = draft.place_of(stop).filter(|(round, _)| !met.contains(round)) else {
            continue;
        };
        met.insert(round);
        take(draft, round, at, longest, random);
    }
    draft.rounds.retain(|stops| !stops.is_empty());
}

/// Takes a string that holds the stop at `at`, whole or with its middle left.
fn take(draft: &mut Draft, round: usize, at: usize, longest: f64, random: &mut Xoshiro256PlusPlus) {
    let stops = draft.rounds[round].len();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 1 and the round's length"
    )]
    let length = ((1.0 + longest.min(stops as f64) * unit(random)).floor() as usize).clamp(1, stops);
    let kept = if length > 1 && length < stops && unit(random) < SPLIT {
        1 + below(random, stops - length)
    } else {
        0
    };
    let span = length + kept;
    let first = at.saturating_sub(span - 1);
    let from = first + below(random, at.min(stops - span) - first + 1);
    let before = if kept == 0 { length } else { 1 + below(random, length - 1) };
    draft.drop_stops(round, from + before + kept, length - before);
    draft.drop_stops(round, from, before);
}
