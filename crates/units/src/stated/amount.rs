//! The number itself: « 1 200 », « 3 à 5 », « une dizaine », « ½ », « quelques dizaines ».

use super::cursor::Cursor;
use super::error::Fault;
use super::fraction::{digits, parts};
use super::spoken;
use super::token::Token;
use super::words::{AND, BETWEEN, CONNECTORS, FILLERS};
use super::words_unit::{FEW_WORDS, NO_NUMBER, NUMBERS, PARTS, SCALES};
use super::{FEW, LARGEST};
use crate::Range;

/// A number as read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub range: Range,
    /// One number, which « environ » may widen and « max » may bound.
    pub single: bool,
    /// Said roughly.
    pub rough: bool,
    /// Written `3/4`: for things one counts that may mean three or four.
    pub either: Option<(f64, f64)>,
}

impl Amount {
    pub(super) fn of(value: f64) -> Result<Self, Fault> {
        Ok(Self { range: points(value, value, value)?, single: true, rough: false, either: None })
    }

    /// The same times an exact factor.
    pub(super) fn scale(self, factor: f64) -> Self {
        Self { range: self.range.scale(factor), ..self }
    }
}

/// A range, its order and size checked.
pub(super) fn points(low: f64, mid: f64, high: f64) -> Result<Range, Fault> {
    if high > LARGEST {
        return Err(Fault::TooLarge(high.to_string()));
    }
    Range::new(low, mid, high)
        .map_err(|_| Fault::Malformed(format!("{low} – {mid} – {high}").replace('.', ",")))
}

/// An interval.
pub(super) fn between(from: Amount, to: Amount) -> Result<Amount, Fault> {
    let (low, high) = (from.range.low().min(to.range.low()), from.range.high().max(to.range.high()));
    let range = points(low, f64::midpoint(low, high), high)?;
    Ok(Amount { range, single: false, rough: from.rough || to.rough, either: None })
}

/// Passes a number or an interval.
pub(super) fn amount(cursor: &mut Cursor<'_>) -> Result<Option<Amount>, Fault> {
    let start = *cursor;
    let within = cursor.phrase(BETWEEN).is_some();
    let Some(from) = simple(cursor)? else {
        *cursor = start;
        return Ok(None);
    };
    if let Some(to) = other_end(cursor, within, from)? {
        return between(from, to).map(Some);
    }
    let range = spread(cursor, from.range)?;
    Ok(Some(range.map_or(from, |range| Amount { range, single: false, ..from })))
}

/// Passes « à 5 », « -5 », « et 12 », and the « trois » of « deux trois ».
fn other_end(cursor: &mut Cursor<'_>, within: bool, from: Amount) -> Result<Option<Amount>, Fault> {
    let mut next = *cursor;
    let joined =
        next.mark('-') || next.phrase(CONNECTORS).is_some() || (within && next.phrase(AND).is_some());
    let spoken = !joined && next.sees(NUMBERS);
    if !(joined || spoken) {
        return Ok(None);
    }
    let Some(to) = simple(&mut next)? else { return Ok(None) };
    let (low, high) = (from.range.mid(), to.range.mid());
    if spoken && !(low + 0.5..=low + 1.5).contains(&high) {
        return Ok(None);
    }
    *cursor = next;
    Ok(Some(to))
}

/// Passes « ± 10 % » or « ± 10 » and applies it.
pub(super) fn spread(cursor: &mut Cursor<'_>, range: Range) -> Result<Option<Range>, Fault> {
    let mut next = *cursor;
    if !next.mark('±') {
        return Ok(None);
    }
    let Some(value) = next.number() else { return Ok(None) };
    let spread = if next.mark('%') { range.mid() * value / 100.0 } else { value };
    *cursor = next;
    if spread > range.low() {
        return Err(Fault::Malformed(format!("± {value}").replace('.', ",")));
    }
    points(range.low() - spread, range.mid(), range.high() + spread).map(Some)
}

/// Passes one number, however written.
pub(super) fn simple(cursor: &mut Cursor<'_>) -> Result<Option<Amount>, Fault> {
    if cursor.sees(NO_NUMBER) || matches!(cursor.peek(), Some(Token::Mark('∞'))) {
        return Err(Fault::NotANumber(first_word(cursor)));
    }
    let mut minus = *cursor;
    if minus.mark('-') && matches!(minus.peek(), Some(Token::Number { .. } | Token::Fraction(_))) {
        return Err(Fault::Negative);
    }
    let read = match few(cursor)? {
        Some(few) => few,
        None => match value(cursor)? {
            Some(value) => value,
            None => return Ok(None),
        },
    };
    scaled(cursor, read).map(Some)
}

fn first_word(cursor: &Cursor<'_>) -> String {
    cursor.rest().split(' ').next().unwrap_or_default().to_owned()
}

fn few(cursor: &mut Cursor<'_>) -> Result<Option<Amount>, Fault> {
    if cursor.phrase(FEW_WORDS).is_none() {
        return Ok(None);
    }
    let [low, mid, high] = FEW;
    Ok(Some(Amount { range: points(low, mid, high)?, single: false, rough: true, either: None }))
}

/// Passes « dizaine de », « mille », « million de ».
fn scaled(cursor: &mut Cursor<'_>, mut amount: Amount) -> Result<Amount, Fault> {
    while let Some((factor, rough)) = cursor.phrase(SCALES) {
        let range = amount.range.scale(factor);
        amount = Amount {
            range: points(range.low(), range.mid(), range.high())?,
            rough: rough || amount.rough,
            ..amount
        };
    }
    Ok(amount)
}

fn value(cursor: &mut Cursor<'_>) -> Result<Option<Amount>, Fault> {
    if let Some(Token::Fraction(part)) = cursor.peek() {
        cursor.bump(1);
        return Amount::of(*part).map(Some);
    }
    if let Some(part) = cursor.phrase(PARTS) {
        article(cursor);
        return Amount::of(part).map(Some);
    }
    if let Some(whole) = cursor.number() {
        return digits(cursor, whole).map(Some);
    }
    let whole =
        if cursor.at_start() && matches!(cursor.ahead(1), Some(Token::Word { .. } | Token::Number { .. })) {
            cursor.phrase(&[("a|an", 1)])
        } else {
            None
        };
    let Some(whole) = whole.or_else(|| spoken::number(cursor)) else { return Ok(None) };
    parts(cursor, f64::from(whole)).map(Some)
}

/// "half a", « moitié d'une ».
fn article(cursor: &mut Cursor<'_>) {
    while cursor.phrase(&[("a|an|une|un|eine", ())]).is_some() || cursor.phrase(FILLERS).is_some() {}
}
