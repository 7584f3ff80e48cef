//! How often: « par semaine », « tous les 15 jours », « 3 fois par an », « en 2024 ».

use super::amount::{points, simple};
use super::cursor::Cursor;
use super::error::Fault;
use super::period::Period;
use super::token::Token;
use super::words_time::{ADVERBS, ARTICLES, BARE, BEFORE_YEAR, EVERY, PER, PERIODS};
use crate::Range;

/// A period and after how many of them the amount comes again.
pub(super) type Every = (Period, Range);

/// Years that may be meant by a bare number.
const YEARS: std::ops::RangeInclusive<f64> = 1990.0..=2100.0;

/// Passes a period in any of its forms; `bare` allows « semaine » alone.
pub(super) fn frequency(cursor: &mut Cursor<'_>, bare: bool) -> Result<Option<Every>, Fault> {
    if let Some((period, times)) = cursor.phrase(ADVERBS) {
        return Ok(Some((period, exactly(1.0 / times)?)));
    }
    let mut next = *cursor;
    let slash = next.mark('/');
    let strict = slash || next.sees(PER);
    let introduced = if slash { next.phrase(EVERY).or(Some(1.0)) } else { next.phrase(EVERY) };
    if let Some(factor) = introduced {
        if let Some(every) = counted(&mut next, factor)? {
            *cursor = next;
            return Ok(Some(every));
        }
        if strict && !next.done() {
            return Err(Fault::UnknownPeriod(next.rest()));
        }
    }
    let mut next = *cursor;
    if next.phrase(ARTICLES).is_some()
        && let Some((period, count)) = next.phrase(PERIODS)
    {
        *cursor = next;
        return Ok(Some((period, exactly(count)?)));
    }
    if bare && let Some(period) = cursor.phrase(BARE) {
        return Ok(Some((period, Range::ONE)));
    }
    Ok(None)
}

fn exactly(value: f64) -> Result<Range, Fault> {
    points(value, value, value)
}

/// Passes « semaine », « 15 jours », « 2 à 3 mois ».
fn counted(cursor: &mut Cursor<'_>, factor: f64) -> Result<Option<Every>, Fault> {
    let mut next = *cursor;
    let Some((count, (period, length))) = count_and_period(&mut next)? else { return Ok(None) };
    *cursor = next;
    let Some(count) = count else { return Ok(Some((spaced(period, factor), exactly(factor * length)?))) };
    if count.low() <= 0.0 {
        return Err(Fault::Malformed("0".to_owned()));
    }
    // A fortnight is « 15 jours », a week « 8 jours ».
    let days = if period == Period::Day && count.is_exact() { count.mid() } else { 0.0 };
    Ok(Some(match days {
        d if (d - 15.0).abs() < 0.1 => (Period::Week, exactly(2.0)?),
        d if (d - 8.0).abs() < 0.1 => (Period::Week, Range::ONE),
        _ => (spaced(period, 0.0), count.scale(factor * length)),
    }))
}

/// An interval of several days passes over week-ends: those are calendar days, whatever the site's week is.
fn spaced(period: Period, factor: f64) -> Period {
    let every_one = (factor - 1.0).abs() < 0.1;
    if period == Period::Day && !every_one { Period::CalendarDay } else { period }
}

type CountAndPeriod = (Option<Range>, (Period, f64));

fn count_and_period(next: &mut Cursor<'_>) -> Result<Option<CountAndPeriod>, Fault> {
    if let Some(period) = next.phrase(PERIODS) {
        return Ok(Some((None, period)));
    }
    let Some(count) = super::amount::amount(next)? else { return Ok(None) };
    Ok(next.phrase(PERIODS).map(|period| (Some(count.range), period)))
}

/// Passes a year: « en 2024 », « (2024) ».
pub(super) fn year(cursor: &mut Cursor<'_>, bare: bool) -> Option<f64> {
    let mut next = *cursor;
    let introduced = next.phrase(BEFORE_YEAR).is_some();
    let Some(Token::Number { value, plain: true }) = next.peek() else { return None };
    if !YEARS.contains(value) || !(introduced || bare) {
        return None;
    }
    next.bump(1);
    *cursor = next;
    Some(*value)
}

/// Passes « 24h/24 », « 24/7 », « 7j/7 », « 7 jours sur 7 ».
pub(super) fn day_and_night(cursor: &mut Cursor<'_>) -> bool {
    let mut next = *cursor;
    let Some(first) = next.number() else { return false };
    let unit = next.phrase(&[("h|j|jour", ())]).is_some();
    let (slash, second) = (next.mark('/') || next.phrase(&[("sur", ())]).is_some(), next.number());
    let is =
        |a: f64, b: f64| (first - a).abs() < 0.1 && second.is_some_and(|second| (second - b).abs() < 0.1);
    let found = slash && (is(24.0, 24.0) || (is(24.0, 7.0) && !unit) || is(7.0, 7.0));
    if found {
        *cursor = next;
    }
    found
}

/// Passes « 3 fois », « 2 x » before a period, "twice".
pub(super) fn times(cursor: &mut Cursor<'_>) -> Result<Option<Range>, Fault> {
    use super::words_time::{HOW_MANY_TIMES, TIMES};
    if let Some(times) = cursor.phrase(HOW_MANY_TIMES) {
        return exactly(times).map(Some);
    }
    let mut next = *cursor;
    let starts = !matches!(next.peek(), Some(Token::Mark(_)));
    let Some(count) = (if starts { super::amount::amount(&mut next)? } else { None }) else {
        return Ok(None);
    };
    let said = next.phrase(TIMES).is_some();
    let crossed = !said && next.mark('×') && simple(&mut next.clone())?.is_none();
    if said || crossed {
        *cursor = next;
        return Ok(Some(count.range));
    }
    Ok(None)
}
