//! Seasons as stated: « nov-mars », « sauf août », « hiver ».

use super::date::month_named;
use super::refused;
use crate::text::fold;
use model::{Message, Season};

/// What a text about time says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum When {
    /// Months of the year.
    Months(Season),
    /// A time of the day or the week, which is no season.
    Hours,
}

/// Words that change nothing.
const FILLERS: [&str; 24] = [
    "de",
    "d",
    "du",
    "des",
    "le",
    "la",
    "l",
    "les",
    "en",
    "mois",
    "pendant",
    "seulement",
    "surtout",
    "entre",
    "fin",
    "debut",
    "mi",
    "environ",
    "saison",
    "from",
    "in",
    "only",
    "chaque",
    "an",
];
/// Words that speak of hours, not of months.
const HOURS: [&str; 22] = [
    "nuit", "nuits", "jour", "matin", "matinee", "soir", "midi", "apres", "week", "weekend", "weekends",
    "end", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "semaine", "heures",
    "poste",
];
/// Meteorological seasons, as months from January = 0.
const SEASONS: [(&str, [usize; 3]); 8] = [
    ("hiver", [11, 0, 1]),
    ("printemps", [2, 3, 4]),
    ("ete", [5, 6, 7]),
    ("automne", [8, 9, 10]),
    ("winter", [11, 0, 1]),
    ("spring", [2, 3, 4]),
    ("summer", [5, 6, 7]),
    ("autumn", [8, 9, 10]),
];
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

/// Reads months, alone or as intervals that may run over the new year, seasons, and exceptions. The error says what would be right.
pub fn season(text: &str) -> Result<When, Message> {
    let dashes = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '>');
    let words = fold(&text.replace(dashes, " a ").replace([',', ';', '/', '+'], " et "));
    let words: Vec<&str> = words.split_whitespace().collect();
    if let ["toute" | "tout", "l" | "annee" | "au" | "le", ..] | ["all", "year", ..] | ["annee", ..] =
        words.as_slice()
    {
        return Ok(When::Months(Season([1.0 / 12.0; 12])));
    }
    months(&words)
        .map(When::Months)
        .or_else(|| hours(&words))
        .ok_or_else(|| refused::value("refused-season", text))
}

fn hours(words: &[&str]) -> Option<When> {
    words.iter().any(|word| HOURS.contains(word)).then_some(When::Hours)
}

/// The months named, as weights.
fn months(words: &[&str]) -> Option<Season> {
    let mut chosen = [false; 12];
    let mut except = false;
    let mut first: Option<usize> = None;
    let mut until = false;
    for word in words.iter().filter(|word| !FILLERS.contains(word)) {
        if ["sauf", "hors", "except"].contains(word) {
            if !chosen.contains(&true) {
                chosen = [true; 12];
            }
            except = true;
        } else if ["a", "au", "jusqu", "to", "until"].contains(word) {
            until = first.is_some();
        } else if ["et", "ou", "puis", "and", "plus"].contains(word) {
            (first, until) = (None, false);
        } else if let Some((_, months)) = SEASONS.iter().find(|(name, _)| name == word) {
            for month in months {
                chosen[*month] = !except;
            }
        } else {
            let month = month_of(word)?;
            let start = first.filter(|_| until).unwrap_or(month);
            span(start, month).for_each(|month| chosen[month] = !except);
            (first, until) = (Some(month), false);
        }
    }
    let count = chosen.iter().filter(|month| **month).count();
    let empty = count == 0 || (except && count == 12);
    (!empty && !until).then(|| Season(chosen.map(|month| if month { 1.0 / count as f32 } else { 0.0 })))
}

/// A month by its French or English name, whole or shortened.
fn month_of(word: &str) -> Option<usize> {
    month_named(word).or_else(|| {
        let mut fitting = (0..12).filter(|ix| word.len() >= 3 && ENGLISH[*ix].starts_with(word));
        fitting.next().filter(|_| fitting.next().is_none())
    })
}

/// Months from one to another, over the new year if need be.
fn span(from: usize, to: usize) -> impl Iterator<Item = usize> {
    let length = (to + 12 - from) % 12;
    (from..=from + length).map(|month| month % 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The months with some weight, from 1.
    fn read(text: &str) -> Vec<usize> {
        let When::Months(Season(weights)) = season(text).unwrap_or_else(|e| panic!("{e}")) else {
            panic!("{text}")
        };
        assert!((weights.iter().sum::<f32>() - 1.0).abs() < 1e-5, "{text}");
        (1..=12).filter(|month| weights[month - 1] > 0.0).collect()
    }

    #[test]
    fn months_of_all_hands() {
        for (text, months) in [
            ("nov-mars", vec![1, 2, 3, 11, 12]),
            ("septembre", vec![9]),
            ("sauf août", vec![1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]),
            ("hiver", vec![1, 2, 12]),
            ("été et décembre", vec![6, 7, 8, 12]),
            ("d'avril à juin et septembre", vec![4, 5, 6, 9]),
            ("avril – octobre sauf juillet, août", vec![4, 5, 6, 9, 10]),
            ("toute l'année 2x8", (1..=12).collect()),
            ("juil.-août", vec![7, 8]),
            ("from November to March", vec![1, 2, 3, 11, 12]),
            ("fin août – mi-septembre", vec![8, 9]),
        ] {
            assert_eq!(read(text), months, "{text}");
        }
    }

    #[test]
    fn hours_are_no_season_and_the_rest_is_refused() {
        for text in ["nuit", "week-end", "le mardi après-midi"] {
            assert_eq!(season(text), Ok(When::Hours), "{text}");
        }
        for text in ["", "parfois", "saison", "nov-", "ju", "-", "sauf"] {
            assert!(season(text).is_err(), "{text}");
        }
    }
}
