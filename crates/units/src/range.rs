//! A number with its uncertainty.

use serde::{Deserialize, Serialize};
use std::ops::{Add, Neg};

/// What is known of a number: one chance in ten that it is below `low`, even chances around `mid`, one in ten above `high`
/// (P10, P50, P90). Always finite and ordered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RawRange", into = "RawRange")]
pub struct Range {
    low: f64,
    mid: f64,
    high: f64,
}

/// The JSON form of a range: `{"low": …, "mid": …, "high": …}`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRange {
    low: f64,
    mid: f64,
    high: f64,
}

/// Why three numbers are no range.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum RangeError {
    /// A bound is NaN or infinite.
    #[error("{low} / {mid} / {high}: a range needs finite numbers")]
    NotFinite {
        /// Lower bound.
        low: f64,
        /// Central value.
        mid: f64,
        /// Upper bound.
        high: f64,
    },
    /// The bounds are not in order.
    #[error("{low} / {mid} / {high}: a range needs low ≤ mid ≤ high")]
    NotOrdered {
        /// Lower bound.
        low: f64,
        /// Central value.
        mid: f64,
        /// Upper bound.
        high: f64,
    },
}

/// How far the tails reach beyond P10 and P90, as a share of the half-range on that side.
const TAIL: f64 = 0.25;

impl Range {
    /// Nothing at all, known exactly. Only for sums; a missing number is an `Option`, never this.
    pub const ZERO: Self = Self { low: 0.0, mid: 0.0, high: 0.0 };
    /// Exactly one, the neutral factor.
    pub const ONE: Self = Self { low: 1.0, mid: 1.0, high: 1.0 };

    /// A range from its three points.
    pub fn new(low: f64, mid: f64, high: f64) -> Result<Self, RangeError> {
        if !(low.is_finite() && mid.is_finite() && high.is_finite()) {
            return Err(RangeError::NotFinite { low, mid, high });
        }
        if low > mid || mid > high {
            return Err(RangeError::NotOrdered { low, mid, high });
        }
        Ok(Self { low, mid, high })
    }

    /// A number known exactly (a legal rate, a count on an invoice).
    pub fn exact(value: f64) -> Result<Self, RangeError> {
        Self::new(value, value, value)
    }

    /// `value` give or take `share` of it (0.2 = ±20 %).
    pub fn about(value: f64, share: f64) -> Result<Self, RangeError> {
        let spread = (value * share).abs();
        Self::new(value - spread, value, value + spread)
    }

    /// An interval without a stated centre; its middle becomes the central value.
    pub fn between(a: f64, b: f64) -> Result<Self, RangeError> {
        Self::new(a.min(b), f64::midpoint(a, b), a.max(b))
    }

    /// P10.
    pub fn low(self) -> f64 {
        self.low
    }

    /// P50.
    pub fn mid(self) -> f64 {
        self.mid
    }

    /// P90.
    pub fn high(self) -> f64 {
        self.high
    }

    /// True when the three points coincide.
    pub fn is_exact(self) -> bool {
        self.low >= self.high
    }

    /// Width relative to the centre; `None` around zero. 0 = exact, 1 = as wide as it is large.
    pub fn relative_width(self) -> Option<f64> {
        (self.mid.abs() > f64::EPSILON).then(|| (self.high - self.low) / self.mid.abs())
    }

    /// The range times an exact number of either sign.
    #[must_use]
    pub fn scale(self, factor: f64) -> Self {
        let (a, b) = (self.low * factor, self.high * factor);
        Self { low: a.min(b), mid: self.mid * factor, high: a.max(b) }
    }

    /// The interval product: bounds are the extreme corner products, the centre the product of centres.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        let corners =
            [self.low * other.low, self.low * other.high, self.high * other.low, self.high * other.high];
        let low = corners.iter().copied().fold(f64::INFINITY, f64::min);
        let high = corners.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Self { low, mid: self.mid * other.mid, high }
    }

    /// One divided by the range; `None` unless all of it lies above zero.
    pub fn inverse(self) -> Option<Self> {
        (self.low > 0.0).then(|| Self { low: 1.0 / self.high, mid: 1.0 / self.mid, high: 1.0 / self.low })
    }

    /// The smaller of two ranges, point by point (what can flow between a supply and a need).
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), mid: self.mid.min(other.mid), high: self.high.min(other.high) }
    }

    /// The value below which a share `q` (0–1) of the chances lie: linear between P10, P50, P90, with short tails that never
    /// change the sign of the bound they extend.
    pub fn quantile(self, q: f64) -> f64 {
        let q = q.clamp(0.0, 1.0);
        let floor = keep_sign(self.low, self.low - TAIL * (self.mid - self.low));
        let ceiling = keep_sign(self.high, self.high + TAIL * (self.high - self.mid));
        // Rounding must not carry a value past the point it tends to, least of all past zero.
        let between = |from: f64, to: f64, start: f64, end: f64| {
            (from + (to - from) * (q - start) / (end - start)).max(from).min(to)
        };
        match q {
            q if q < 0.1 => between(floor, self.low, 0.0, 0.1),
            q if q < 0.5 => between(self.low, self.mid, 0.1, 0.5),
            q if q < 0.9 => between(self.mid, self.high, 0.5, 0.9),
            _ => between(self.high, ceiling, 0.9, 1.0),
        }
    }
}

/// `extended`, or zero when extending `bound` would cross zero.
fn keep_sign(bound: f64, extended: f64) -> f64 {
    if bound * extended <= 0.0 { 0.0 } else { extended }
}

impl Add for Range {
    type Output = Self;

    /// Fully correlated sum: the cautious one, bounds add up.
    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, mid: self.mid + other.mid, high: self.high + other.high }
    }
}

impl Neg for Range {
    type Output = Self;

    fn neg(self) -> Self {
        self.scale(-1.0)
    }
}

impl TryFrom<RawRange> for Range {
    type Error = RangeError;

    fn try_from(raw: RawRange) -> Result<Self, RangeError> {
        Self::new(raw.low, raw.mid, raw.high)
    }
}

impl From<Range> for RawRange {
    fn from(range: Range) -> Self {
        Self { low: range.low, mid: range.mid, high: range.high }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    pub fn any_range() -> impl Strategy<Value = Range> {
        (-1e6..1e6_f64, 0.0..1e6_f64, 0.0..1e6_f64)
            .prop_map(|(low, a, b)| Range::new(low, low + a, low + a + b).unwrap())
    }

    #[test]
    fn refuses_what_is_not_a_range() {
        assert!(matches!(Range::new(f64::NAN, 1.0, 2.0), Err(RangeError::NotFinite { .. })));
        assert!(matches!(Range::new(0.0, 1.0, f64::INFINITY), Err(RangeError::NotFinite { .. })));
        assert!(matches!(Range::new(2.0, 1.0, 3.0), Err(RangeError::NotOrdered { .. })));
    }

    #[test]
    fn json_is_checked_like_code() {
        let raw = RawRange { low: 3.0, mid: 2.0, high: 1.0 };
        assert!(Range::try_from(raw).is_err());
    }

    proptest! {
        #[test]
        fn every_operation_keeps_the_order(a in any_range(), b in any_range(), k in -1e3..1e3_f64) {
            for r in [a + b, -a, a.scale(k), a.times(b), a.min(b)] {
                prop_assert!(r.low() <= r.mid() && r.mid() <= r.high(), "{r:?}");
            }
        }

        #[test]
        fn quantiles_grow_and_hit_the_three_points(a in any_range(), p in 0.0..1.0_f64, q in 0.0..1.0_f64) {
            prop_assert!(a.quantile(p.min(q)) <= a.quantile(p.max(q)) + 1e-6);
            for (share, point) in [(0.1, a.low()), (0.5, a.mid()), (0.9, a.high())] {
                prop_assert!((a.quantile(share) - point).abs() <= 1e-6 * (1.0 + point.abs()));
            }
        }

        #[test]
        fn tails_never_change_sign(low in 0.0..10.0_f64, a in 0.0..1e3_f64, b in 0.0..1e3_f64) {
            let r = Range::new(low, low + a, low + a + b).unwrap();
            prop_assert!(r.quantile(0.0) >= 0.0);
            prop_assert!((-r).quantile(1.0) <= 0.0);
        }
    }
}
