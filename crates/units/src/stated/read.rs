//! Reading a whole text, part by part, in any order.

use super::Stated;
use super::Understood;
use super::about::About;
use super::amount::{Amount, amount};
use super::counted::{counted, unit};
use super::cursor::Cursor;
use super::error::Fault;
use super::format::understood;
use super::frequency::{Every, day_and_night, frequency, times, year};
use super::kinds::Counted;
use super::token::{PAUSE, Token, tokens};
use super::words::CONTAINERS;
use super::words_time::{CONTINUOUS, ONCE, PERIODS};
use super::words_unit::UNITS;
use crate::{Range, Unit};

/// What has been read so far.
#[derive(Default)]
pub(super) struct Parts {
    pub amount: Option<Amount>,
    pub of: Option<Counted>,
    pub every: Option<Every>,
    pub times: Option<Range>,
    pub bound: Option<[f64; 3]>,
    pub usual: Option<f64>,
    pub rough: bool,
    pub repeat: Repeat,
    pub about: About,
}

/// What was said of repetition besides a period.
#[derive(Clone, Copy, Default)]
pub(super) struct Repeat {
    pub once: bool,
    pub year: Option<f64>,
    pub continuous: bool,
}

/// Reads a cleaned text; a fault comes with what was understood before it.
/// A number without unit counts `thing`.
pub(super) fn read(text: &str, thing: Option<Counted>) -> Result<Stated, (Fault, Understood)> {
    let tokens = tokens(text).map_err(|fault| (fault, understood(&Parts::default())))?;
    let mut cursor = Cursor::new(&tokens);
    let mut parts = Parts::default();
    while !cursor.done() {
        if let Err(fault) = parts.step(&mut cursor) {
            return Err((fault, understood(&parts)));
        }
    }
    parts.of = parts.of.or(thing);
    let said = understood(&parts);
    parts.finish().map_err(|fault| (fault, said))
}

impl Parts {
    /// Passes one part.
    fn step(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Fault> {
        if cursor.mark(PAUSE)
            || self.leading_container(cursor)?
            || self.late_size(cursor)?
            || self.doubt(cursor)?
            || self.time(cursor)?
            || self.quantity(cursor)?
        {
            return Ok(());
        }
        if self.about.take(cursor) {
            return Ok(());
        }
        // A dash between words separates; before a number it would have been a minus.
        if cursor.mark('-') && !matches!(cursor.peek(), Some(Token::Number { .. } | Token::Fraction(_))) {
            return Ok(());
        }
        Err(Fault::NotUnderstood(cursor.rest()))
    }

    /// Period, times, year, day and night.
    fn time(&mut self, cursor: &mut Cursor<'_>) -> Result<bool, Fault> {
        if cursor.phrase(ONCE).is_some() {
            self.repeat.once = true;
            return Ok(true);
        }
        if day_and_night(cursor) || cursor.phrase(CONTINUOUS).is_some() {
            self.repeat.continuous = true;
            return Ok(true);
        }
        let start = cursor.rest();
        if let Some(year) = year(cursor, self.of.is_some()) {
            // « de 2020 à 2024 »: in each year, or in all of them?
            if self.repeat.year.replace(year).is_some_and(|known: f64| (known - year).abs() > 0.5) {
                return Err(Fault::NotUnderstood(start));
            }
            return Ok(true);
        }
        if self.price(cursor) {
            return Ok(true);
        }
        if let Some(every) = frequency(cursor, self.of.is_some() && self.every.is_none())? {
            if self.every.is_some_and(|known| known != every) {
                return Err(Fault::TwoPeriods(start));
            }
            self.every = Some(every);
            return Ok(true);
        }
        if self.times.is_none()
            && let Some(times) = times(cursor)?
        {
            self.times = Some(times);
            return Ok(true);
        }
        Ok(false)
    }

    /// « €/t »: a unit per another.
    fn price(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let (Some(Counted::Unit(over)), Some(amount)) = (&self.of, self.amount) else { return false };
        let mut next = *cursor;
        if !(next.mark('/') || next.phrase(super::words_time::PER).is_some()) || next.sees(PERIODS) {
            return false;
        }
        let Some((under, factor)) = unit(&mut next).filter(|(under, _)| under.symbol() != "km") else {
            return false;
        };
        let Ok(both) = format!("{over}/{under}").parse::<Unit>() else { return false };
        self.of = Some(Counted::Unit(both));
        self.amount = Some(amount.scale(1.0 / factor));
        *cursor = next;
        true
    }

    /// The number and its noun.
    fn quantity(&mut self, cursor: &mut Cursor<'_>) -> Result<bool, Fault> {
        let figure =
            matches!(cursor.peek(), Some(Token::Number { .. } | Token::Fraction(_) | Token::Mark('-' | '∞')));
        if self.amount.is_some() {
            return if self.is_second(*cursor, figure) {
                Err(Fault::NotUnderstood(cursor.rest()))
            } else {
                Ok(false)
            };
        }
        self.amount = amount(cursor)?;
        if let (Some(count), Some(_)) = (self.amount, &self.of)
            && counted(&mut cursor.clone(), count)?.is_some()
        {
            return Err(Fault::NotUnderstood(cursor.rest()));
        }
        if self.amount.is_some() {
            self.name(cursor)?;
        }
        Ok(self.amount.is_some())
    }

    /// True when another quantity begins: any figure, a number in letters with a unit, « et une benne ».
    fn is_second(&self, mut cursor: Cursor<'_>, figure: bool) -> bool {
        match amount(&mut cursor) {
            Ok(None) => false,
            Ok(Some(_)) => {
                figure || cursor.sees(UNITS) || (self.about.is_joining() && cursor.sees(CONTAINERS))
            }
            Err(_) => true,
        }
    }

    /// Passes the noun, if the number has none yet.
    pub(super) fn name(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Fault> {
        let Some(count) = self.amount.filter(|_| self.of.is_none()) else { return Ok(()) };
        if let Some((count, of)) = counted(cursor, count)? {
            (self.amount, self.of) = (Some(count), Some(of));
        }
        Ok(())
    }
}
