//! Days as people and spreadsheets write them.

use super::refused;
use crate::text::fold;
use chrono::NaiveDate;
use model::Message;

/// The months, folded.
pub const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// What people put before a date.
const BEFORE_DAYS: [&str; 10] =
    ["le", "du", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "fin"];

/// Reads `2026-06-30`, `30/06/2026`, `30.06.26`, `2026-06`, `06/2026`, `juin 2026`, `30 juin 2026`, `2026`. Where the day or the month is
/// missing, the first one is taken. The error says what would be right.
pub fn date(text: &str) -> Result<NaiveDate, Message> {
    let refuse = || refused::value("refused-date", text);
    let day_part = text.trim().split(['T']).next().unwrap_or_default();
    let words = fold(day_part);
    let parts: Vec<&str> = words.split(' ').skip_while(|word| BEFORE_DAYS.contains(word)).collect();
    let found = match parts.as_slice() {
        [year] => whole_year(year).and_then(|year| ymd(year, 1, 1)).or_else(|| compact(year)),
        [a, b] => two_parts(a, b),
        [a, b, c, ..] => three_parts(a, b, c),
        [] => None,
    };
    found.ok_or_else(refuse)
}

fn ymd(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A year of four digits that a démarche may speak of.
fn whole_year(text: &str) -> Option<i32> {
    let year = text.parse().ok()?;
    (text.len() == 4 && (1900..2200).contains(&year)).then_some(year)
}

/// `20260630`, as SIRENE and registers write it.
fn compact(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 || !text.is_ascii() {
        return None;
    }
    ymd(whole_year(&text[..4])?, text[4..6].parse().ok()?, text[6..].parse().ok()?)
}

fn two_parts(a: &str, b: &str) -> Option<NaiveDate> {
    if let Some(year) = whole_year(a) {
        return ymd(year, month(b)?, 1);
    }
    ymd(whole_year(b)?, month(a)?, 1)
}

fn three_parts(a: &str, b: &str, c: &str) -> Option<NaiveDate> {
    if let Some(year) = whole_year(a) {
        return ymd(year, month(b)?, small(c)?);
    }
    let year = whole_year(c)
        .or_else(|| (c.len() == 2).then(|| small(c).map(|y| 2000 + y.cast_signed())).flatten())?;
    let day = a.strip_suffix("er").unwrap_or(a);
    ymd(year, month(b)?, small(day)?)
}

/// A month by number or by French name, shortened or not.
fn month(text: &str) -> Option<u32> {
    if let Some(number) = small(text) {
        return (1..=12).contains(&number).then_some(number);
    }
    let ix = month_named(text)?;
    u32::try_from(ix + 1).ok()
}

/// Position (January is 0) of a French month name, folded, whole or cut after three letters or more; `ju` alone is two months.
pub(crate) fn month_named(text: &str) -> Option<usize> {
    if text.len() < 3 {
        return None;
    }
    let mut fitting = MONTHS.iter().enumerate().filter(|(_, name)| name.starts_with(text));
    match (fitting.next(), fitting.next()) {
        (Some((ix, _)), None) => Some(ix),
        _ => None,
    }
}

fn small(text: &str) -> Option<u32> {
    (text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fr;

    #[test]
    fn days_of_all_hands() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        for (text, wanted) in [
            ("2026-06-30", day(2026, 6, 30)),
            ("30/06/2026", day(2026, 6, 30)),
            ("30.06.26", day(2026, 6, 30)),
            ("2026-06-30T08:15:00", day(2026, 6, 30)),
            ("2026-06-30 12:00:00", day(2026, 6, 30)),
            ("20260630", day(2026, 6, 30)),
            ("1er mars 2025", day(2025, 3, 1)),
            ("le 12/01/2025", day(2025, 1, 12)),
            ("mardi 4 février 2025", day(2025, 2, 4)),
            ("30 juin 2026", day(2026, 6, 30)),
            ("juil. 2026", day(2026, 7, 1)),
            ("06/2026", day(2026, 6, 1)),
            ("2026-06", day(2026, 6, 1)),
            ("2026", day(2026, 1, 1)),
            ("28/02/2025", day(2025, 2, 28)),
        ] {
            assert_eq!(date(text), Ok(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_says_what_would_be_right() {
        for text in ["", "hier", "31/02/2026", "2026-13-01", "12", "99999999", "ju 2026", "0000-00-00", "é"]
        {
            let error = date(text).map_err(|e| fr(&e)).unwrap_err();
            assert!(error.contains("2026-06-30"), "{error}");
        }
    }
}
