//! Parts of numbers: `3/4`, `1½`, « trois quarts », « deux et demi ».

use super::amount::Amount;
use super::cursor::Cursor;
use super::error::Fault;
use super::token::Token;
use super::words_unit::{AND_A_HALF, PARTS};

/// After a figure: `3/4`, `1 1/2`, `1½`, « 2 demi ».
pub(super) fn digits(cursor: &mut Cursor<'_>, whole: f64) -> Result<Amount, Fault> {
    if let Some((part, either)) = slash(cursor, whole)? {
        return Ok(Amount { either, ..Amount::of(part)? });
    }
    let mut next = *cursor;
    if let Some(over) = next.number()
        && let Ok(Some((part, _))) = slash(&mut next, over)
    {
        *cursor = next;
        return Amount::of(whole + part);
    }
    if let Some(Token::Fraction(part)) = cursor.peek() {
        cursor.bump(1);
        return Amount::of(whole + part);
    }
    parts(cursor, whole)
}

/// After a number: « et demie » adds a half, « demi », « quarts de » take parts.
pub(super) fn parts(cursor: &mut Cursor<'_>, whole: f64) -> Result<Amount, Fault> {
    if cursor.phrase(AND_A_HALF).is_some() {
        return Amount::of(whole + 0.5);
    }
    Amount::of(whole * cursor.phrase(PARTS).unwrap_or(1.0))
}

type Slash = (f64, Option<(f64, f64)>);

/// Passes `/4` after `3`: halves to fifths, eighths and tenths are fractions, anything else may be an interval.
fn slash(cursor: &mut Cursor<'_>, over: f64) -> Result<Option<Slash>, Fault> {
    let mut next = *cursor;
    if !next.mark('/') {
        return Ok(None);
    }
    let Some(under) = next.number() else { return Ok(None) };
    *cursor = next;
    let usual = [2.0, 3.0, 4.0, 5.0, 8.0, 10.0].iter().any(|known: &f64| (known - under).abs() < 0.1);
    if !usual || over >= under || over < 1.0 || (over > 4.0 && under < 6.0) {
        let found = format!("{over}/{under}").replace('.', ",");
        let first = format!("{over}–{under}").replace('.', ",");
        return Err(Fault::Ambiguous {
            found, first, second: format!("{over} ÷ {under}").replace('.', ",")
        });
    }
    let neighbours = over > 1.5 && under - over < 1.5;
    Ok(Some((over / under, neighbours.then_some((over, under)))))
}
