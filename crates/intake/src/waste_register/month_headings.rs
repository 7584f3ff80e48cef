//! Headings that are months or quarters, and those that are their totals.

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
/// The months that a column of amounts stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// When the heading says it.
    pub year: Option<i32>,
    /// The first month, from 1.
    pub month: u32,
    /// 1, or 3 for a quarter.
    pub length: u32,
}

/// The month or the quarter a heading is.
pub(super) fn stretch(heading: &str) -> Option<Stretch> {
    let of_month = month(heading).map(|(year, month)| Stretch { year, month, length: 1 });
    of_month.or_else(|| quarter(heading))
}

/// « T1 », « Q2 2025 », « 3e trimestre », « Trim. 4 (t) », « janv.-mars 2025 ».
fn quarter(heading: &str) -> Option<Stretch> {
    let folded = fold(heading);
    let mut words: Vec<&str> =
        folded.split(' ').filter(|word| !is_aside(word) && !["a", "au", "to"].contains(word)).collect();
    let long = words.iter().position(|word| word.len() == 4 && word.starts_with("20"));
    let short = || (words.len() == 2 && words[1].len() == 2 && words[0].len() == 2).then_some(1);
    let year = match long.or_else(short) {
        Some(at) => {
            let year: i32 = words.remove(at).parse().ok()?;
            Some(if year < 100 { 2000 + year } else { year })
        }
        None => None,
    };
    let rank = match words.as_slice() {
        [one] => rank(one.strip_prefix(['t', 'q']).or_else(|| one.strip_prefix("trim"))?)?,
        [name, number] | [number, name] if QUARTER.contains(name) => rank(number)?,
        [first, last] => {
            let (first, last) = (named(first)?, named(last)?);
            (last == first + 2 && first % 3 == 1).then_some(first.div_ceil(3))?
        }
        _ => return None,
    };
    Some(Stretch { year, month: 3 * rank - 2, length: 3 })
}

const QUARTER: [&str; 4] = ["trimestre", "trim", "quarter", "quartal"];

/// The number of a quarter: « 1 », « 1er », « 2eme », « premier ».
fn rank(word: &str) -> Option<u32> {
    const NAMES: [(&str, u32); 5] =
        [("premier", 1), ("deuxieme", 2), ("second", 2), ("troisieme", 3), ("quatrieme", 4)];
    let by_name = NAMES.iter().find(|(name, _)| *name == word).map(|(_, rank)| *rank);
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let by_number = || {
        let known = ["", "er", "e", "eme", "nd", "st", "rd", "th"].contains(&ending);
        word[..word.len() - ending.len()].parse().ok().filter(|_| known)
    };
    by_name.or_else(by_number).filter(|rank| (1..=4).contains(rank))
}

/// The month a heading is, and its year when it says one: « Janvier », « janv-25 (t) », « 01/2025 », « 2025-01-01 ».
fn month(heading: &str) -> Option<(Option<i32>, u32)> {
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
    fn headings_that_are_quarters() {
        for (heading, wanted) in [
            ("T1", Some((None, 1))),
            ("T4 2025 (t)", Some((Some(2025), 10))),
            ("2025 T2", Some((Some(2025), 4))),
            ("Q3-25", Some((Some(2025), 7))),
            ("1er trimestre", Some((None, 1))),
            ("2ème trimestre 2025", Some((Some(2025), 4))),
            ("Trim. 4", Some((None, 10))),
            ("Quantité T2 (kg)", Some((None, 4))),
            ("janv.-mars", Some((None, 1))),
            ("Octobre à décembre 2025", Some((Some(2025), 10))),
            ("février-avril", None),
            ("T5", None),
            ("Type", None),
            ("Titre 1", None),
            ("Total trimestre", None),
        ] {
            let found = stretch(heading).filter(|found| found.length == 3);
            assert_eq!(found.map(|found| (found.year, found.month)), wanted, "{heading}");
        }
    }

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
