//! Cutting a text into figures, words and signs.

use super::error::Fault;
use super::figure::{Figure, extent, interpret};
use super::text::{clip, fold, fraction};
use super::{LARGEST, language};

/// A piece of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A figure; `plain` when written with digits only, as a year is.
    Number { value: f64, plain: bool },
    /// `½`.
    Fraction(f64),
    /// A word: as written (lower case) with what glues it to the word before, and without accents.
    Word { shown: String, fold: String, glue: &'static str },
    /// Anything else.
    Mark(char),
}

/// A token, or a figure whose reading depends on the words around it.
pub(super) enum Piece {
    Token(Token),
    Unsure { raw: String, separator: char, decimal: f64, grouped: f64 },
}

/// Comma, semicolon, colon: what follows does not belong to the noun before, « 2 bennes, 60 m³/an ».
pub(super) const PAUSE: char = ',';

/// Cuts a cleaned text.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Fault> {
    let signs: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        at = match sign {
            '0'..='9' => figure(&signs, at, &mut pieces)?,
            _ if is_letter(*sign) => word(&signs, at, &mut pieces),
            _ => mark(&signs, at, &mut pieces),
        };
    }
    language::settle(pieces)
}

fn is_letter(sign: char) -> bool {
    sign.is_alphabetic() || matches!(sign, '€' | '$' | '£')
}

fn figure(signs: &[char], start: usize, pieces: &mut Vec<Piece>) -> Result<usize, Fault> {
    let end = extent(signs, start);
    let raw: String = signs.iter().take(end).skip(start).collect();
    let value = match interpret(&raw) {
        Figure::Malformed => return Err(Fault::Malformed(clip(&raw))),
        Figure::Unsure { separator, decimal, grouped } => {
            pieces.push(Piece::Unsure { raw, separator, decimal, grouped });
            return Ok(end);
        }
        Figure::Sure(value) => value,
    };
    // Also true of infinity, which `1e400` reads as.
    if value > LARGEST {
        return Err(Fault::TooLarge(clip(&raw)));
    }
    let plain = raw.chars().all(|sign| sign.is_ascii_digit());
    pieces.push(Piece::Token(Token::Number { value, plain }));
    Ok(end)
}

fn word(signs: &[char], start: usize, pieces: &mut Vec<Piece>) -> usize {
    let mut end = start + 1;
    while signs.get(end).is_some_and(|sign| is_letter(*sign) || sign.is_alphanumeric() || is_accent(*sign)) {
        let so_far: String = signs.iter().take(end).skip(start).collect();
        let next_is_digit = signs.get(end).is_some_and(char::is_ascii_digit);
        // `x30` is times thirty; `m3x2` is cubic metres times two.
        if matches!(so_far.as_str(), "m2" | "m3" | "x") && (so_far != "x" || next_is_digit) {
            break;
        }
        end += 1;
    }
    let shown: String = signs.iter().take(end).skip(start).collect();
    let before = |back: usize| start.checked_sub(back).and_then(|at| signs.get(at)).copied();
    let glue = match (before(1), before(2)) {
        (Some('\''), Some(letter)) if letter.is_alphabetic() => "'",
        (Some('-'), Some(letter)) if letter.is_alphabetic() => "-",
        _ => " ",
    };
    pieces.push(Piece::Token(if shown == "x" {
        Token::Mark('×')
    } else {
        Token::Word { fold: fold(&shown), shown, glue }
    }));
    end
}

/// A mark left apart by composition belongs to its letter.
fn is_accent(sign: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&sign)
}

/// Endings put in brackets: « tonne(s) ».
const OPTIONAL_ENDINGS: &[&str] = &["(s)", "(x)", "(n)", "(en)", "(e)", "(es)"];

fn mark(signs: &[char], at: usize, pieces: &mut Vec<Piece>) -> usize {
    let is = |at: Option<usize>, test: fn(char) -> bool| {
        at.and_then(|at| signs.get(at)).is_some_and(|sign| test(*sign))
    };
    let after_letter = is(at.checked_sub(1), is_letter);
    for ending in OPTIONAL_ENDINGS {
        if after_letter && ending.chars().enumerate().all(|(i, sign)| signs.get(at + i) == Some(&sign)) {
            return at + ending.chars().count();
        }
    }
    let Some(sign) = signs.get(at).copied() else { return at + 1 };
    if let Some(value) = fraction(sign) {
        pieces.push(Piece::Token(Token::Fraction(value)));
        return at + 1;
    }
    let before_letter = is(Some(at + 1), is_letter);
    let silent = match sign {
        ' ' | '.' | '^' | '!' | '(' | ')' | '[' | ']' | '"' | '«' | '»' | '“' | '”' | '„' | '•' | '\'' => {
            true
        }
        // A hyphen inside a word, or in « 30-m3 ».
        '-' => before_letter && (after_letter || is(at.checked_sub(1), char::is_alphanumeric)),
        _ => false,
    };
    if !silent {
        pieces.push(Piece::Token(Token::Mark(one_sign(sign))));
    }
    at + 1
}

/// One sign for those that say the same.
fn one_sign(sign: char) -> char {
    match sign {
        '*' => '×',
        ';' | ':' => PAUSE,
        _ => sign,
    }
}
