//! Containers named before their number, sizes told after the rest.

use super::amount::amount;
use super::counted::{counted, size};
use super::cursor::Cursor;
use super::error::Fault;
use super::kinds::Counted;
use super::read::Parts;
use super::token::{PAUSE, Token};
use super::words::{BEFORE_SIZE, CONTAINERS};

impl Parts {
    /// « bennes : 2 / semaine », « benne 30 m³ : 2 / semaine ».
    pub(super) fn leading_container(&mut self, cursor: &mut Cursor<'_>) -> Result<bool, Fault> {
        let mut next = *cursor;
        if !cursor.at_start() || self.of.is_some() {
            return Ok(false);
        }
        let Some(kind) = next.phrase(CONTAINERS) else { return Ok(false) };
        let size = size(&mut next)?;
        next.mark(PAUSE);
        let numbered = matches!(next.peek(), Some(Token::Number { .. } | Token::Fraction(_)));
        if size.is_none() && !(numbered && stands_alone(next)?) {
            return Ok(false);
        }
        *cursor = next;
        self.of = Some(Counted::Container { kind, size });
        Ok(true)
    }

    /// The size of a container told after its load or period: « 20 sacs de ciment de 25 kg ».
    pub(super) fn late_size(&mut self, cursor: &mut Cursor<'_>) -> Result<bool, Fault> {
        let Some(Counted::Container { size: known @ None, .. }) = &mut self.of else { return Ok(false) };
        if cursor.sees(BEFORE_SIZE) {
            *known = size(cursor)?;
        }
        Ok(known.is_some())
    }
}

/// True for a number without a noun of its own.
fn stands_alone(mut cursor: Cursor<'_>) -> Result<bool, Fault> {
    let Some(count) = amount(&mut cursor)? else { return Ok(false) };
    Ok(counted(&mut cursor, count)?.is_none())
}
