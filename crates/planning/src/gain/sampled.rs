//! The Shapley value by drawing orders of joining, for groups too large to list.

use super::Coalition;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::Rng;

/// Two-sided 95 % quantile of the normal law.
const NORMAL_95: f64 = 1.96;

/// A partner's share, and how far the true one may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Mean over the drawn orders.
    pub value: f64,
    /// Half width of its 95 % interval (normal approximation over the drawn pairs of orders); `None` with fewer than two pairs.
    pub error: Option<f64>,
}

/// Draws `pairs` orders of joining, each with its reverse, which cancels most of the chance. The shares of every order add up to the whole,
/// so the means do too. At most 64 partners; asks for `2 × pairs × players` worths.
pub fn shapley_sampled(
    players: usize,
    mut worth: impl FnMut(Coalition) -> f64,
    pairs: usize,
    random: &mut Xoshiro256PlusPlus,
) -> Vec<Share> {
    let mut order: Vec<usize> = (0..players.min(64)).collect();
    let mut tallies = vec![Tally::default(); order.len()];
    for _ in 0..pairs {
        shuffle(&mut order, random);
        let mut added = vec![0.0; order.len()];
        join(order.iter(), &mut worth, &mut added);
        join(order.iter().rev(), &mut worth, &mut added);
        for (tally, sum) in tallies.iter_mut().zip(added) {
            tally.add(sum / 2.0);
        }
    }
    tallies.iter().map(Tally::share).collect()
}

/// Adds to each partner what it brings when it joins those before it.
fn join<'a>(
    order: impl Iterator<Item = &'a usize>,
    worth: &mut impl FnMut(Coalition) -> f64,
    added: &mut [f64],
) {
    let (mut group, mut before) = (Coalition::NOBODY, 0.0);
    for &player in order {
        group = group.with(player);
        let now = worth(group);
        added[player] += now - before;
        before = now;
    }
}

/// Fisher and Yates.
fn shuffle(order: &mut [usize], random: &mut Xoshiro256PlusPlus) {
    for last in (1..order.len()).rev() {
        #[expect(clippy::cast_possible_truncation, reason = "at most `last`")]
        let other = (random.next_u64() % (last as u64 + 1)) as usize;
        order.swap(last, other);
    }
}

/// Running mean and spread (Welford).
#[derive(Clone, Copy, Default)]
struct Tally {
    count: f64,
    mean: f64,
    squares: f64,
}

impl Tally {
    fn add(&mut self, value: f64) {
        self.count += 1.0;
        let from_mean = value - self.mean;
        self.mean += from_mean / self.count;
        self.squares += from_mean * (value - self.mean);
    }

    fn share(&self) -> Share {
        let spread =
            (self.count > 1.0).then(|| NORMAL_95 * (self.squares / (self.count - 1.0) / self.count).sqrt());
        Share { value: self.mean, error: spread }
    }
}
