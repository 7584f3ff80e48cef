//! Headings that are months, and those that are their totals.

use super::headings::meaning;
use super::mapping::Meaning;
use crate::fold;
use crate::value::month_named;

/// Months in English, folded.
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// The month a heading is, and its year when it says one: « Janvier », « janv-25 (t) », « 01/2025 », « 2025-01-01 ».
pub(super) fn month(heading: &str) -> Option<(Option<i32>, u32)> {
    let folded = fold(heading);
    let words: Vec<&str> = folded.split(' ').filter(|word| !is_aside(word)).collect();
    let number = |word: &str| word.parse::<u32>().ok().filter(|_| word.len() <= 2);
    let year =
        |word: &str| word.parse::<i32>().ok().filter(|year| word.len() == 4 && (2000..2100).contains(year));
    let short = |word: &str| number(word).filter(|_| word.len() == 2).map(|year| 2000 + year.cast_signed());
    let (year, month) = match words.as_slice() {
        [name] => (None, named(name)?),
        [a, b] => match (year(a), year(b)) {
            (Some(year), _) => (Some(year), named(b).or_else(|| number(b))?),
            (_, Some(year)) => (Some(year), named(a).or_else(|| number(a))?),
            _ => (Some(short(b)?), named(a)?),
        },
        // A cell that holds the first day of the month.
        [y, m, "1" | "01", ..] | ["1" | "01", m, y] => (Some(year(y)?), number(m)?),
        _ => return None,
    };
    (1..=12).contains(&month).then_some((year, month))
}

fn named(word: &str) -> Option<u32> {
    let english = || ENGLISH.iter().position(|name| *name == word);
    u32::try_from(month_named(word).or_else(english)? + 1).ok()
}

/// Words beside the month that change nothing.
fn is_aside(word: &str) -> bool {
    [
        "", "mois", "de", "en", "quantite", "qte", "tonnage", "poids", "t", "to", "tonne", "tonnes", "kg",
        "m3", "l",
    ]
    .contains(&word)
}

/// A column of totals; what the year cost is none.
pub(super) fn is_total(heading: &str) -> bool {
    if meaning(heading).is_some_and(|(meaning, _)| meaning == Meaning::Price) {
        return false;
    }
    let folded = fold(heading);
    ["total", "totaux", "cumul", "somme", "annee", "moyenne"]
        .iter()
        .any(|word| folded.split(' ').any(|w| w == *word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_are_months() {
        for (heading, wanted) in [
            ("Janvier", Some((None, 1))),
            ("févr.", Some((None, 2))),
            ("AOÛT (t)", Some((None, 8))),
            ("December", Some((None, 12))),
            ("janv-25", Some((Some(2025), 1))),
            ("Mars 2025 (kg)", Some((Some(2025), 3))),
            ("01/2025", Some((Some(2025), 1))),
            ("2025-11", Some((Some(2025), 11))),
            ("2025-11-01", Some((Some(2025), 11))),
            ("2025-11-01 00:00:00", Some((Some(2025), 11))),
            ("13/2025", None),
            ("Total", None),
            ("2025", None),
            ("Date", None),
            ("Marque", None),
            ("", None),
        ] {
            assert_eq!(month(heading), wanted, "{heading}");
        }
    }
}
