//! From the parts read to a quantity.

use super::amount::{Amount, points};
use super::error::Fault;
use super::period::Period;
use super::read::Parts;
use super::{ROUGH_SHARE, Stated};
use crate::Range;

impl Parts {
    /// The quantity, or what is missing.
    pub(super) fn finish(self) -> Result<Stated, Fault> {
        let Some(amount) = self.amount else { return Err(Fault::NoAmount) };
        let range = self.widened(amount)?;
        let rough = self.rough || amount.rough || self.bound.is_some();
        let (per, every) = self.period();
        let range = divided(repeated(range, self.times)?, every)?;
        let Some(of) = self.of else { return Err(Fault::NoUnit) };
        Ok(Stated { amount: range, of, per, rough, about: self.about.text() })
    }

    /// The range with doubt and bounds applied.
    fn widened(&self, amount: Amount) -> Result<Range, Fault> {
        let (low, mid, high) = (amount.range.low(), amount.range.mid(), amount.range.high());
        if let Some(usual) = self.usual {
            return points(low, usual, high);
        }
        if !amount.single {
            return Ok(amount.range);
        }
        if let Some([least, middle, most]) = self.bound {
            return points(mid * least, mid * middle, mid * most);
        }
        if self.rough || amount.rough {
            let about = Range::about(mid, ROUGH_SHARE).map_err(|_| Fault::TooLarge(mid.to_string()))?;
            return points(about.low(), about.mid(), about.high());
        }
        Ok(amount.range)
    }

    /// The period stated, and after how many of it the amount comes again.
    fn period(&self) -> (Option<Period>, Option<Range>) {
        match self.every {
            Some((Period::Hour, every)) if self.repeat.continuous => {
                (Some(Period::ContinuousHour), Some(every))
            }
            Some((Period::Day, every)) if self.repeat.continuous => (Some(Period::CalendarDay), Some(every)),
            Some((period, every)) => (Some(period), Some(every)),
            None if self.repeat.once => (Some(Period::Once), None),
            None if self.repeat.year.is_some() => (Some(Period::Year), None),
            None if self.times.is_some_and(|times| times == Range::ONE) => (Some(Period::Once), None),
            None => (None, None),
        }
    }
}

fn repeated(range: Range, times: Option<Range>) -> Result<Range, Fault> {
    let Some(times) = times else { return Ok(range) };
    points(range.low() * times.low(), range.mid() * times.mid(), range.high() * times.high())
}

/// A longer wait gives less: the greatest interval makes the lowest amount.
fn divided(range: Range, every: Option<Range>) -> Result<Range, Fault> {
    let Some(every) = every else { return Ok(range) };
    points(range.low() / every.high(), range.mid() / every.mid(), range.high() / every.low())
}
