//! What is counted: unit, container with its size, thing.

use super::amount::{Amount, amount, between, simple};
use super::cursor::Cursor;
use super::error::Fault;
use super::kinds::{Container, Counted};
use super::token::Token;
use super::words::{
    BEFORE_SIZE, CONNECTORS, CONTAINERS, FILLERS, NOT_NAMES, OF, PALLET_STUFF, PIECES, singular,
};
use super::words_time::{ADVERBS, ARTICLES, BEFORE_YEAR, EVERY, ONCE, TIMES};
use super::words_unit::{AND_A_HALF, AT_LEAST, AT_MOST, ROUGH, UNITS, USUAL};
use crate::{Base, Quantity, Unit};

/// An unknown word this short is an abbreviation, not the name of a thing.
const SHORTEST_NAME: usize = 4;

/// Passes what `amount` counts; the amount comes back in that unit.
pub(super) fn counted(cursor: &mut Cursor<'_>, count: Amount) -> Result<Option<(Amount, Counted)>, Fault> {
    if let Some(found) = multiplied(cursor, count)? {
        return Ok(Some(found));
    }
    // The unit first: `L` is litres before it is an article.
    while !cursor.sees(UNITS) && cursor.phrase(FILLERS).is_some() {}
    if let Some((unit, factor)) = unit(cursor) {
        return measured(cursor, count, unit, factor).map(Some);
    }
    let Some((of, factor)) = thing(cursor)? else { return Ok(None) };
    if let Some((first, second)) = count.either {
        return Err(Fault::Ambiguous {
            found: format!("{first}/{second}"),
            first: format!("{first}–{second}"),
            second: (first / second).to_string().replace('.', ","),
        });
    }
    half_more(cursor, count.scale(factor)).map(|count| Some((count, of)))
}

/// Passes « et demie » after the noun.
fn half_more(cursor: &mut Cursor<'_>, count: Amount) -> Result<Amount, Fault> {
    if count.single && cursor.phrase(AND_A_HALF).is_some() {
        return Amount::of(count.range.mid() + 0.5);
    }
    Ok(count)
}

/// Passes « × 30 m³ », « 30 m³ skips » after a number: so many of that size.
fn multiplied(cursor: &mut Cursor<'_>, count: Amount) -> Result<Option<(Amount, Counted)>, Fault> {
    let mut next = *cursor;
    let times = next.mark('×');
    let Some(each) = simple(&mut next)? else { return Ok(None) };
    let Some((unit, factor)) = unit(&mut next) else { return Ok(None) };
    if let (Some(size), Some(kind)) = (size_of(each.scale(factor), &unit), next.phrase(CONTAINERS)) {
        *cursor = next;
        return Ok(Some((count, Counted::Container { kind, size: Some(size) })));
    }
    if !times {
        return Ok(None);
    }
    *cursor = next;
    let range = count.range.times(each.range).scale(factor);
    let range = super::amount::points(range.low(), range.mid(), range.high())?;
    Ok(Some((Amount { range, either: None, ..count }, Counted::Unit(unit))))
}

/// After a unit: the other end of « 500 kg à 1 t », « et demie », and a check that no container hides a count.
fn measured(
    cursor: &mut Cursor<'_>,
    count: Amount,
    unit: Unit,
    factor: f64,
) -> Result<(Amount, Counted), Fault> {
    let count = half_more(cursor, count)?.scale(factor);
    let mut next = *cursor;
    let joined = next.mark('-') || next.phrase(CONNECTORS).is_some();
    if joined
        && let Some(to) = amount(&mut next)?
        && let Some((other, factor)) = self::unit(&mut next)
        && let Ok(convert) = other.factor_to(&unit)
    {
        *cursor = next;
        return Ok((between(count, to.scale(factor * convert))?, Counted::Unit(unit)));
    }
    let vessel = cursor.clone().phrase(CONTAINERS).is_some_and(Container::is_vessel);
    if vessel && unit.power_of(Base::Volume) == 1 {
        return Err(Fault::NotUnderstood(cursor.rest()));
    }
    Ok((count, Counted::Unit(unit)))
}

/// Passes a unit; `m 3` is `m3`.
pub(super) fn unit(cursor: &mut Cursor<'_>) -> Option<(Unit, f64)> {
    let (mut symbol, mut factor) = cursor.phrase(UNITS)?;
    if (symbol, factor) == ("km", 1e-3)
        && let Some(Token::Number { value, plain: true }) = cursor.peek()
    {
        let power = if (value - 3.0).abs() < 0.1 { Some("m3") } else { None };
        let power = if (value - 2.0).abs() < 0.1 { Some("m2") } else { power };
        if let Some(power) = power {
            (symbol, factor) = (power, 1.0);
            cursor.bump(1);
        }
    }
    Some((symbol.parse().ok()?, factor))
}

/// Passes a container or a thing, and how many of it one is (half a day).
fn thing(cursor: &mut Cursor<'_>) -> Result<Option<(Counted, f64)>, Fault> {
    if cursor.phrase(&[("carton de|carton d|boxes of|box of", ())]).is_some() {
        return Ok(Some((Counted::Container { kind: Container::Box, size: size(cursor)? }, 1.0)));
    }
    if let Some(kind) = cursor.phrase(CONTAINERS) {
        return Ok(Some((Counted::Container { kind, size: size(cursor)? }, 1.0)));
    }
    match cursor.phrase(PIECES) {
        Some("palette") => Ok(Some((pallet(cursor)?, 1.0))),
        Some(name) => Ok(Some((Counted::Piece(name.to_owned()), 1.0))),
        None => Ok(named(cursor)?.map(|of| (of, 1.0))),
    }
}

/// « palettes de cartons », « palettes de 500 kg » are loads; « palettes », « palettes de bois » are pallets.
fn pallet(cursor: &mut Cursor<'_>) -> Result<Counted, Fault> {
    let size = size(cursor)?;
    let mut next = *cursor;
    let loaded = next.phrase(OF).is_some()
        && !next.sees(PALLET_STUFF)
        && matches!(next.peek(), Some(Token::Word { .. }));
    Ok(if loaded || size.is_some() {
        Counted::Container { kind: Container::Pallet, size }
    } else {
        Counted::Piece("palette".to_owned())
    })
}

/// Passes the size of a container: « de 30 m³ », « 660 L ».
pub(super) fn size(cursor: &mut Cursor<'_>) -> Result<Option<Quantity>, Fault> {
    let mut next = *cursor;
    while next.phrase(BEFORE_SIZE).is_some() || next.mark('×') {}
    if !matches!(next.peek(), Some(Token::Number { .. } | Token::Fraction(_))) {
        return Ok(None);
    }
    let Some(each) = amount(&mut next)? else { return Ok(None) };
    let Some((unit, factor)) = unit(&mut next) else { return Ok(None) };
    let size = size_of(each.scale(factor), &unit);
    if size.is_some() {
        next.phrase(&[("chacun|chacune|each|jeweils", ())]);
        *cursor = next;
    }
    Ok(size)
}

/// A size is a volume or a mass, and not nothing.
fn size_of(each: Amount, unit: &Unit) -> Option<Quantity> {
    let holds = ["m3", "t"].iter().any(|kind| kind.parse::<Unit>().is_ok_and(|kind| unit.same_kind(&kind)));
    (holds && each.range.high() > 0.0).then(|| Quantity::new(each.range, unit.clone()))
}

/// Passes the name of a thing the tables do not have: « fenêtres ».
fn named(cursor: &mut Cursor<'_>) -> Result<Option<Counted>, Fault> {
    let Some(Token::Word { shown, fold, .. }) = cursor.peek() else { return Ok(None) };
    let time = cursor.sees(EVERY) || cursor.sees(ARTICLES) || cursor.sees(ADVERBS) || cursor.sees(ONCE);
    let doubt = cursor.sees(ROUGH) || cursor.sees(AT_MOST) || cursor.sees(AT_LEAST) || cursor.sees(USUAL);
    if time
        || doubt
        || cursor.sees(NOT_NAMES)
        || cursor.sees(TIMES)
        || cursor.sees(BEFORE_YEAR)
        || cursor.sees(CONNECTORS)
    {
        return Ok(None);
    }
    if fold.chars().count() < SHORTEST_NAME || !fold.chars().all(char::is_alphabetic) {
        return Err(Fault::UnknownUnit(shown.clone()));
    }
    let mut name = shown.clone();
    cursor.bump(1);
    while let Some(Token::Word { shown, glue: glue @ "-", .. }) = cursor.peek() {
        name.push_str(glue);
        name.push_str(shown);
        cursor.bump(1);
    }
    Ok(Some(Counted::Piece(singular(&name))))
}
