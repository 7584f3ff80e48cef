//! How sure the writer is.

use super::amount::{between, simple, spread};
use super::counted::unit;
use super::cursor::Cursor;
use super::error::Fault;
use super::kinds::Counted;
use super::read::Parts;
use super::words_unit::{AT_LEAST, AT_MOST, ROUGH, USUAL};
use super::{ABOVE, BELOW};

impl Parts {
    /// « environ », « ~ », « ? », « max », « plus de », « plutôt 3 », « ± 10 % ».
    pub(super) fn doubt(&mut self, cursor: &mut Cursor<'_>) -> Result<bool, Fault> {
        if let Some(amount) = &mut self.amount
            && let Some(range) = spread(cursor, amount.range)?
        {
            (amount.range, amount.single) = (range, false);
            return self.same_unit(cursor).map(|()| true);
        }
        let bound = if cursor.phrase(AT_MOST).is_some() || cursor.mark('<') {
            Some(BELOW)
        } else if cursor.phrase(AT_LEAST).is_some() || cursor.mark('>') {
            Some(ABOVE)
        } else {
            None
        };
        if bound.is_some() {
            cursor.mark('=');
            return self.bounded(cursor, bound);
        }
        if cursor.phrase(ROUGH).is_some() || cursor.mark('~') || cursor.mark('±') || cursor.mark('?') {
            self.rough = true;
            return self.name(cursor).map(|()| true);
        }
        let mut next = *cursor;
        if self.amount.is_some()
            && next.phrase(USUAL).is_some()
            && let Some(usual) = simple(&mut next)?
        {
            self.usual = Some(usual.range.mid());
            *cursor = next;
            return self.name(cursor).map(|()| true);
        }
        Ok(false)
    }

    /// A bound, or the second one of « min 10 max 20 ».
    fn bounded(&mut self, cursor: &mut Cursor<'_>, bound: Option<[f64; 3]>) -> Result<bool, Fault> {
        if let (Some(from), Some(_)) = (self.amount, self.bound)
            && let Some(to) = simple(cursor)?
        {
            if from.range.mid() > to.range.mid() {
                return Err(Fault::Malformed("min > max".to_owned()));
            }
            self.amount = Some(between(from, to)?);
        }
        self.bound = bound;
        self.name(cursor).map(|()| true)
    }

    /// The unit after « ± 1 » must be the amount's own.
    fn same_unit(&self, cursor: &mut Cursor<'_>) -> Result<(), Fault> {
        let mut next = *cursor;
        match unit(&mut next) {
            None => Ok(()),
            Some((unit, 1.0)) if self.of == Some(Counted::Unit(unit.clone())) => {
                *cursor = next;
                Ok(())
            }
            Some(_) => Err(Fault::NotUnderstood(cursor.rest())),
        }
    }
}
