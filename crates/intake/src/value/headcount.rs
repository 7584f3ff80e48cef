//! How many people work somewhere.

use crate::text::fold;
use crate::value::{number, refused};
use model::{Headcount, Message};
use reference::{Band, Reference};
use units::Range;
use units::stated::{ABOVE, BELOW, ROUGH_SHARE};

/// More people than any site has.
const MOST: f64 = 200_000.0;

/// Reads `34`, `20 à 49`, `20-49 salariés`, `environ 30`, `plus de 250`, `moins de 10`, `12 ETP`, and Insee's band codes where they cannot be
/// mistaken for a number (`NN`, `00`, `03`, `tranche 12`). A plain `12` is twelve people.
pub fn headcount(text: &str, reference: &Reference) -> Result<Headcount, Message> {
    let refuse = || refused::value("refused-headcount", text);
    let folded = fold(text);
    let code = folded.strip_prefix("tranche ");
    if let Some(found) = band(code.unwrap_or(&folded).to_uppercase().as_str(), reference)
        && (code.is_some() || folded == "nn" || folded.starts_with('0') && folded.len() == 2)
    {
        return Ok(found);
    }
    if is_negative(text) {
        return Err(refuse());
    }
    let people = range(text, &folded).ok_or_else(refuse)?;
    Ok(Headcount { people, stated: text.trim().to_owned() })
}

/// The headcount of one of Insee's band codes; the open band follows the convention of « plus de ».
pub fn band(code: &str, reference: &Reference) -> Option<Headcount> {
    let Band { min, max, label_fr, .. } = reference.lists.band(code)?;
    let people = match max {
        Some(max) => Range::between(*min, *max),
        None => Range::new(min * ABOVE[0], min * ABOVE[1], min * ABOVE[2]),
    };
    Some(Headcount { people: people.ok()?, stated: label_fr.clone() })
}

/// A dash before a number and after none is a minus: « -5 », but not « 20-49 ».
fn is_negative(text: &str) -> bool {
    let minus = |c: char| ['-', '\u{2212}', '\u{2013}'].contains(&c);
    text.match_indices(minus).any(|(at, dash)| {
        let before = text[..at].trim_end().chars().next_back();
        let after = text[at + dash.len()..].chars().next();
        after.is_some_and(|c| c.is_ascii_digit()) && before.is_none_or(|c| !c.is_alphanumeric())
    })
}

fn range(text: &str, folded: &str) -> Option<Range> {
    let numbers = numbers(text)?;
    let says = |words: &[&str]| words.iter().any(|word| folded.starts_with(word));
    let signed = |sign: char| text.trim_start().starts_with(sign);
    let range = match numbers.as_slice() {
        [low, high] if low <= high => Range::between(*low, *high),
        [n] if says(&["plus de", "au moins", "over"]) || signed('>') || text.contains('+') => {
            Range::new(n * ABOVE[0], n * ABOVE[1], n * ABOVE[2])
        }
        [n] if says(&["moins de", "au plus", "under", "max"]) || signed('<') => {
            Range::new(n * BELOW[0], n * BELOW[1], n * BELOW[2])
        }
        [n] if says(&["environ", "env ", "about", "autour", "une "]) || signed('~') => {
            Range::about(*n, ROUGH_SHARE)
        }
        [n] => Range::exact(*n),
        _ => return None,
    };
    range.ok().filter(|r| r.low() >= 0.0 && r.high() <= MOST)
}

/// The numbers of a text, and nothing but the words that go with people.
fn numbers(text: &str) -> Option<Vec<f64>> {
    const WORDS: [&str; 41] = [
        "a",
        "et",
        "to",
        "de",
        "entre",
        "plus",
        "moins",
        "que",
        "au",
        "environ",
        "env",
        "about",
        "autour",
        "over",
        "under",
        "max",
        "maximum",
        "salarie",
        "salaries",
        "personne",
        "personnes",
        "pers",
        "etp",
        "employe",
        "employes",
        "employees",
        "people",
        "agents",
        "agent",
        "permanents",
        "en",
        "insertion",
        "postes",
        "between",
        "cddi",
        "cdi",
        "cdd",
        "contrats",
        "equivalents",
        "temps",
        "plein",
    ];
    let mut found = Vec::new();
    let mut current = String::new();
    let spaced = text.replace(['-', '\u{2013}', '\u{2014}', '/'], " à ");
    for token in spaced.split_whitespace() {
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.starts_with(|c: char| c.is_ascii_digit()) {
            let joined = format!("{current}{bare}");
            // « 1 200 » is one number, « 20 49 » is not.
            if !current.is_empty() && (bare.len() != 3 || current.len() > 3) {
                return None;
            }
            current = joined;
            continue;
        }
        flush(&mut current, &mut found)?;
        if !bare.is_empty() && !WORDS.contains(&fold(bare).as_str()) {
            return None;
        }
    }
    flush(&mut current, &mut found)?;
    Some(found)
}

fn flush(current: &mut String, found: &mut Vec<f64>) -> Option<()> {
    if !current.is_empty() {
        found.push(number(current)?);
        current.clear();
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use reference::DataFile;

    fn reference() -> Reference {
        let bands = "code,label_fr,label_en,min,max\nNN,non employeuse,no employee,0,0\n03,6 à 9 salariés,6 to 9,6,9\n\
                     12,20 à 49 salariés,20 to 49,20,49\n53,10 000 salariés et plus,10 000 and more,10000,\n";
        Reference::load(&[DataFile { path: "nomenclatures/headcount_bands.csv", text: bands }]).unwrap()
    }

    #[test]
    fn headcounts_of_all_hands() {
        let reference = reference();
        for (text, low, mid, high) in [
            ("34", 34.0, 34.0, 34.0),
            ("12", 12.0, 12.0, 12.0),
            ("tranche 12", 20.0, 34.5, 49.0),
            ("NN", 0.0, 0.0, 0.0),
            ("03", 6.0, 7.5, 9.0),
            ("20 à 49", 20.0, 34.5, 49.0),
            ("20-49 salariés", 20.0, 34.5, 49.0),
            ("entre 50 et 99", 50.0, 74.5, 99.0),
            ("1 200 personnes", 1200.0, 1200.0, 1200.0),
            ("plus de 250", 250.0, 375.0, 750.0),
            ("250+", 250.0, 375.0, 750.0),
            ("< 10", 0.0, 5.0, 10.0),
            ("environ 30", 24.0, 30.0, 36.0),
            ("7,5 ETP", 7.5, 7.5, 7.5),
            ("28 CDDI", 28.0, 28.0, 28.0),
        ] {
            let people = headcount(text, &reference).unwrap().people;
            assert_eq!((people.low(), people.mid(), people.high()), (low, mid, high), "{text}");
        }
        for text in [
            "",
            "beaucoup",
            "-3 t",
            "-5",
            " \u{2212}5",
            "environ (-5)",
            "49 à 20",
            "20 49",
            "NaN",
            "5 camions",
            "999999999",
        ] {
            assert!(headcount(text, &reference).is_err(), "{text}");
        }
        assert!(band("53", &reference).unwrap().people.low() > 9_999.0);
    }
}
