//! A range as a small bar: from P10 to P90, a tick at P50, zero marked. One scale for all leads of the page.

use maud::{Markup, html};
use units::Range;

/// Width of a bar, in its own units.
const WIDTH: f64 = 120.0;

/// A scale that shows both 10 € and 1 M€: linear near zero, logarithmic beyond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    step: f64,
    low: f64,
    high: f64,
}

impl Scale {
    /// That fits all ranges; `None` when there is nothing to show.
    pub(super) fn of(ranges: &[Range]) -> Option<Self> {
        let mut sizes: Vec<f64> = ranges.iter().map(|r| r.mid().abs()).filter(|size| *size > 0.0).collect();
        sizes.sort_by(f64::total_cmp);
        let step = *sizes.get(sizes.len() / 4)?;
        let ends = |of: fn(&Range) -> f64, pick: fn(f64, f64) -> f64| ranges.iter().map(of).fold(0.0, pick);
        let (low, high) = (ends(|r| r.low(), f64::min), ends(|r| r.high(), f64::max));
        Some(Self { step, low: (low / step).asinh(), high: (high / step).asinh() })
    }

    fn x(&self, value: f64) -> f64 {
        let share = ((value / self.step).asinh() - self.low) / (self.high - self.low).max(f64::EPSILON);
        1.0 + share.clamp(0.0, 1.0) * (WIDTH - 2.0)
    }
}

/// The bar of a range; hatched when it rests on estimates.
pub(super) fn bar(range: &Range, scale: &Scale, guessed: bool) -> Markup {
    let (low, mid, high) = (scale.x(range.low()), scale.x(range.mid()), scale.x(range.high()));
    let width = (high - low).max(1.5);
    html! {
        svg.bar aria-hidden="true" viewBox={ "0 0 " (WIDTH) " 10" } preserveAspectRatio="none" {
            line.zero x1=(tenth(scale.x(0.0))) x2=(tenth(scale.x(0.0))) y1="0" y2="10" {}
            rect.range.guessed[guessed] x=(tenth(low)) y="2" width=(tenth(width)) height="6" {}
            rect.tick x=(tenth(mid - 0.75)) y="0" width="1.5" height="10" {}
        }
    }
}

/// One decimal is a tenth of a pixel.
pub(super) fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_keeps_order_and_marks_zero_between_signs() {
        let ranges = [Range::new(-10.0, 5.0, 20.0).unwrap(), Range::new(1e3, 1e4, 1e6).unwrap()];
        let scale = Scale::of(&ranges).unwrap();
        let xs = [-10.0, 0.0, 5.0, 20.0, 1e4, 1e6].map(|value| scale.x(value));
        assert!(xs.windows(2).all(|pair| pair[0] < pair[1]), "{xs:?}");
        assert_eq!(Scale::of(&[]), None);
    }
}
