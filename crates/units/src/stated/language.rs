//! What a figure such as `1.200` says, judged by the words around it.

use super::cursor::Cursor;
use super::error::Fault;
use super::text::clip;
use super::token::{Piece, Token};
use super::words::{CONNECTORS, FILLERS};
use super::words_unit::UNITS;

/// Words that only English has, without accents.
const ENGLISH: &[&str] = &[
    "per",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "yr",
    "yrs",
    "wk",
    "day",
    "days",
    "every",
    "about",
    "around",
    "of",
    "tons",
    "pallets",
    "skips",
    "drums",
    "bags",
    "trucks",
    "yearly",
    "monthly",
    "weekly",
    "daily",
    "approximately",
    "pieces",
];
/// Words that only German has, without accents.
const GERMAN: &[&str] = &[
    "pro",
    "je",
    "woche",
    "wochen",
    "monat",
    "monate",
    "jahr",
    "jahre",
    "tag",
    "tage",
    "stuck",
    "stk",
    "tonnen",
    "paletten",
    "fasser",
    "sacke",
    "etwa",
    "ungefahr",
    "jahrlich",
    "monatlich",
    "wochentlich",
    "taglich",
    "alle",
];

#[derive(Clone, Copy, PartialEq)]
enum Language {
    FrenchOrUnknown,
    English,
    German,
}

/// Gives every unsure figure its one reading, or refuses it.
///
/// Measures (t, m³ …): an English text reads `1,200` as twelve hundred and `1.200` as 1.2; a German one the reverse; otherwise the comma is
/// decimal and the point is refused. Things one counts come whole: `1.200 palettes` is twelve hundred, `1,200 bennes` is refused.
pub(super) fn settle(pieces: Vec<Piece>) -> Result<Vec<Token>, Fault> {
    let language = language(&pieces);
    let counted: Vec<bool> =
        (0..pieces.len()).map(|at| is_count(pieces.get(at + 1..).unwrap_or_default())).collect();
    let settled = pieces.into_iter().zip(counted).map(|(piece, count)| match piece {
        Piece::Token(token) => Ok(token),
        Piece::Unsure { raw, separator, decimal, grouped } => {
            let value = match (language, separator, count) {
                (Language::English, ',', _) | (Language::German, '.', _) | (_, '.', true) => grouped,
                (Language::English, '.', false) | (_, ',', false) => decimal,
                _ => {
                    return Err(Fault::Ambiguous {
                        found: clip(&raw),
                        first: shown(grouped),
                        second: shown(decimal),
                    });
                }
            };
            Ok(Token::Number { value, plain: false })
        }
    });
    settled.collect()
}

fn shown(value: f64) -> String {
    value.to_string().replace('.', ",")
}

fn language(pieces: &[Piece]) -> Language {
    let has = |list: &[&str]| {
        pieces.iter().any(
            |piece| matches!(piece, Piece::Token(Token::Word { fold, .. }) if list.contains(&fold.as_str())),
        )
    };
    match (has(ENGLISH), has(GERMAN)) {
        (true, false) => Language::English,
        (false, true) => Language::German,
        _ => Language::FrenchOrUnknown,
    }
}

/// True when the first word after a figure is not a unit of measure.
fn is_count(after: &[Piece]) -> bool {
    let words: Vec<Token> = after
        .iter()
        .filter_map(|piece| match piece {
            Piece::Token(token @ Token::Word { .. }) => Some(token.clone()),
            _ => None,
        })
        .collect();
    let mut cursor = Cursor::new(&words);
    while cursor.phrase(CONNECTORS).is_some() || cursor.phrase(FILLERS).is_some() {}
    !cursor.done() && cursor.phrase(UNITS).is_none()
}
