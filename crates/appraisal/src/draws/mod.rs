//! Seeded draws: the same seed, lead and key give the same numbers, whatever else is drawn and on whatever thread.

pub(crate) mod drawn;

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use units::Range;

/// The draws of one lead.
pub(crate) struct Draws {
    seed: u64,
    count: usize,
}

/// Fewest draws from which three quantiles can be read.
const FEWEST: usize = 20;

impl Draws {
    /// `count` draws for a lead.
    pub(crate) fn new(seed: u64, lead: &str, count: usize) -> Self {
        Self { seed: seed ^ digest(lead), count: count.max(FEWEST) }
    }

    /// How many.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Numbers between 0 and 1, one from the middle of each of `count` equal slices, in an order that is the key's own
    /// (Latin hypercube): three quantiles need far fewer draws than with free ones.
    pub(crate) fn uniform(&self, key: &str) -> Vec<f64> {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(self.seed ^ digest(key));
        let mut order: Vec<f64> = (0..self.count).map(|ix| (ix as f64 + 0.5) / self.count as f64).collect();
        for last in (1..order.len()).rev() {
            order.swap(last, below(&mut rng, last + 1));
        }
        order
    }

    /// A range, drawn.
    pub(crate) fn of(&self, key: &str, range: Range) -> Vec<f64> {
        if range.is_exact() {
            return vec![range.mid(); self.count];
        }
        self.uniform(key).into_iter().map(|u| range.quantile(u)).collect()
    }

    /// 1 where something that has these chances happens, 0 elsewhere.
    pub(crate) fn happens(&self, key: &str, chance: f64) -> Vec<f64> {
        if chance >= 1.0 {
            return vec![1.0; self.count];
        }
        self.uniform(key).into_iter().map(|u| f64::from(u8::from(u < chance))).collect()
    }
}

/// A number from 0 to `bound` − 1, all as likely as 64 bits allow.
#[expect(clippy::cast_possible_truncation, reason = "the quotient is below a usize")]
fn below(rng: &mut Xoshiro256PlusPlus, bound: usize) -> usize {
    ((u128::from(rng.next_u64()) * bound as u128) >> 64) as usize
}

/// FNV-1a, 64 bits.
fn digest(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// P10, P50, P90 of a sample; `None` when it is empty or holds something that is no number.
pub(crate) fn range_of(values: &[f64]) -> Option<Range> {
    let mut sorted = values.to_vec();
    let mut at = |q: f64| quantile(&mut sorted, q);
    let (low, mid, high) = (at(0.1)?, at(0.5)?, at(0.9)?);
    Range::new(low, mid.max(low), high.max(mid)).ok()
}

/// The sample quantile at `q`, between the two nearest order statistics.
pub(crate) fn quantile(values: &mut [f64], q: f64) -> Option<f64> {
    let last = values.len().checked_sub(1)?;
    let position = (q * values.len() as f64 - 0.5).clamp(0.0, last as f64);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the indices")]
    let index = position as usize;
    let (_, &mut at, above) = values.select_nth_unstable_by(index, f64::total_cmp);
    let next = above.iter().copied().min_by(f64::total_cmp).unwrap_or(at);
    Some(at + (next - at) * position.fract())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn same_key_same_draws_other_key_other_draws() {
        let draws = Draws::new(1, "a lead", 100);
        assert_eq!(draws.uniform("tonnes"), Draws::new(1, "a lead", 100).uniform("tonnes"));
        assert_ne!(draws.uniform("tonnes"), draws.uniform("price"));
        assert_ne!(draws.uniform("tonnes"), Draws::new(2, "a lead", 100).uniform("tonnes"));
        assert_ne!(draws.uniform("tonnes"), Draws::new(1, "another lead", 100).uniform("tonnes"));
    }

    #[test]
    fn every_slice_is_drawn_once() {
        let mut drawn = Draws::new(7, "x", 50).uniform("k");
        drawn.sort_by(f64::total_cmp);
        for (ix, value) in drawn.iter().enumerate() {
            assert!((value - (ix as f64 + 0.5) / 50.0).abs() < 1e-12);
        }
    }

    #[test]
    fn chances_come_out_as_asked() {
        let happened: f64 = Draws::new(3, "x", 400).happens("k", 0.25).iter().sum();
        assert!((happened - 100.0).abs() < 1e-9, "{happened}");
    }

    proptest! {
        #[test]
        fn the_three_points_come_back(low in -1e6..1e6_f64, a in 0.0..1e5_f64, b in 0.0..1e5_f64, seed: u64) {
            let range = Range::new(low, low + a, low + a + b).unwrap();
            let back = range_of(&Draws::new(seed, "x", 400).of("k", range)).unwrap();
            for (got, wanted) in [(back.low(), range.low()), (back.mid(), range.mid()), (back.high(), range.high())] {
                prop_assert!((got - wanted).abs() <= 0.005 * (a + b) + 1e-9, "{got} for {wanted}");
            }
        }
    }
}
