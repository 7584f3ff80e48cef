//! A short writing of what was read.

use units::Range;
use units::stated::{Counted, parse};

fn number(value: f64) -> String {
    ((value * 1000.0).round() / 1000.0).to_string()
}

fn range(range: Range) -> String {
    if range.is_exact() {
        return number(range.mid());
    }
    [range.low(), range.mid(), range.high()].map(number).join(" ")
}

fn of(of: &Counted) -> String {
    match of {
        Counted::Unit(unit) => unit.to_string(),
        Counted::Container { kind, size: None } => format!("{kind:?}"),
        Counted::Container { kind, size: Some(size) } => {
            format!("{kind:?} of {} {}", range(size.range), size.unit)
        }
        Counted::Piece(name) => format!("«{name}»"),
    }
}

/// `amount | of | per | ~ | [about]`, or `?` and the name of the error.
fn read(text: &str) -> String {
    match parse(text) {
        Err(error) => format!("?{}", format!("{error:?}").split([' ', '{']).next().unwrap_or_default()),
        Ok(stated) => {
            let per = stated.per.map_or("-".to_owned(), |per| format!("{per:?}"));
            let mut out = format!("{} | {} | {per}", range(stated.amount), of(&stated.of));
            out += if stated.rough { " | ~" } else { "" };
            out + &stated.about.map(|about| format!(" | [{about}]")).unwrap_or_default()
        }
    }
}

/// Every line must read exactly so.
pub fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| format!("{text:?}\n   wanted {expected}\n   got    {}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
