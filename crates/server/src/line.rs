//! A line as a facilitator types it on a visit: wording, amount, price and fate in one breath.

use classify::fold;
use model::Direction;

/// The parts of a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// What it is, without amount, price and fate.
    pub(crate) wording: String,
    /// The text the amount is read from.
    pub(crate) quantity: Option<String>,
    /// The text the price is read from.
    pub(crate) price: Option<String>,
    /// The text the fate is read from.
    pub(crate) fate: Option<String>,
    /// The direction the words tell.
    pub(crate) direction: Option<Direction>,
}

/// Words at the beginning that tell a direction, folded.
const OPENINGS: [(&str, Direction); 22] = [
    ("on cherche", Direction::Needs),
    ("nous cherchons", Direction::Needs),
    ("cherche", Direction::Needs),
    ("recherche", Direction::Needs),
    ("besoin de", Direction::Needs),
    ("besoin d un", Direction::Needs),
    ("we need", Direction::Needs),
    ("on achete", Direction::TakesIn),
    ("achete", Direction::TakesIn),
    ("achat de", Direction::TakesIn),
    ("we buy", Direction::TakesIn),
    ("on vend", Direction::Sells),
    ("vend", Direction::Sells),
    ("we sell", Direction::Sells),
    ("peut partager", Direction::CanShare),
    ("peut preter", Direction::CanShare),
    ("on prete", Direction::CanShare),
    ("on partage", Direction::CanShare),
    ("we can share", Direction::CanShare),
    ("on jette", Direction::GivesOut),
    ("jette", Direction::GivesOut),
    ("we throw away", Direction::GivesOut),
];
/// Beginnings of a clause that tells a fate.
const FATES: [&str; 9] =
    ["repris", "enleve", "collecte", "part en", "va en", "vont en", "enfoui", "incinere", "taken by"];

/// Takes a line apart. `quantity` is the amount when it stands in a field of its own.
pub(crate) fn read(text: &str, quantity: Option<&str>) -> Line {
    let mut line = Line::default();
    let mut wording = Vec::new();
    for clause in clauses(text) {
        let fate = FATES.iter().any(|fate| fold(&clause).starts_with(fate)) && !wording.is_empty();
        if let Some((fate, price)) = Some(&clause).filter(|_| fate).and_then(|clause| fate_and_price(clause))
        {
            (line.fate, line.price) = (Some(fate), Some(price));
        } else if is_price(&clause) {
            line.price = Some(clause);
        } else if fate {
            line.fate = Some(clause);
        } else {
            wording.push(clause);
        }
    }
    let mut whole = wording.join(", ");
    (line.direction, whole) = opening(&whole);
    line.quantity = quantity.map(str::trim).filter(|text| !text.is_empty()).map(ToOwned::to_owned);
    if line.quantity.is_none() {
        (whole, line.quantity) = apart(&whole);
    }
    line.wording = whole;
    line
}

/// The parts between commas and semicolons; a comma between digits belongs to a number.
fn clauses(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut parts = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
        let decimal = *letter == ',' && digit(at.checked_sub(1)) && digit(at.checked_add(1));
        if matches!(letter, ',' | ';') && !decimal {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(*letter);
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn is_price(clause: &str) -> bool {
    let folded = format!(" {} ", fold(clause));
    clause.contains('€') || folded.contains(" eur ") || folded.contains(" euros ")
}

/// « repris 45 €/t par le prestataire »: the fate, and the price in the midst of it. « repris à 45 €/t » tells who pays: it stays whole.
fn fate_and_price(clause: &str) -> Option<(String, String)> {
    let words: Vec<&str> = clause.split_whitespace().collect();
    let number = |at: usize| words.get(at).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let money = words.iter().position(|word| is_price(word))?;
    let from = if number(money) { money } else { money.checked_sub(1)? };
    let before = words.get(from.checked_sub(1)?)?;
    if !number(from) || fold(before).trim() == "a" {
        return None;
    }
    let to = if words[money].contains('/') { money + 1 } else { (money + 3).min(words.len()) };
    let fate = [&words[..from], &words[to..]].concat().join(" ");
    Some((fate, words[from..to].join(" ")))
}

/// The direction told by the first words, and the line without them.
fn opening(text: &str) -> (Option<Direction>, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    for (beginning, direction) in OPENINGS {
        let count = beginning.split(' ').count();
        if words.len() > count && fold(&words[..count].join(" ")).trim() == beginning {
            return (Some(direction), words[count..].join(" "));
        }
    }
    (None, text.trim().to_owned())
}

/// Wording and amount: the shortest beginning whose rest can be read as an amount without being one itself.
fn apart(text: &str) -> (String, Option<String>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    for from in 1..words.len() {
        let rest = words[from..].join(" ");
        let reads = units::stated::parse(&rest).is_ok_and(|stated| stated.about.is_none());
        if reads {
            let before = words[..from].join(" ");
            let before = before.trim_end_matches([':', '-', ',']).trim();
            return (before.to_owned(), Some(rest));
        }
    }
    match units::stated::parse(text) {
        Ok(stated) => (stated.about.unwrap_or_else(|| text.to_owned()), Some(text.to_owned())),
        Err(_) => (text.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_visit_is_taken_apart() {
        let line =
            read("palettes perdues une benne 30m3 par semaine, repris 45 €/t par le prestataire", None);
        assert_eq!(line.wording, "palettes perdues");
        assert_eq!(line.quantity.as_deref(), Some("une benne 30m3 par semaine"));
        assert_eq!(line.price.as_deref(), Some("45 €/t"));
        assert_eq!(line.fate.as_deref(), Some("repris par le prestataire"));
        let line = read("ferraille 12 t/an, reprise à 190 €/t", None);
        assert_eq!(line.price.as_deref(), Some("reprise à 190 €/t"), "it tells who pays");
    }

    #[test]
    fn the_first_words_tell_a_direction() {
        let line = read("on cherche un cariste le mardi", None);
        assert_eq!(line.direction, Some(Direction::Needs));
        assert!(line.wording.contains("cariste"), "{line:?}");
    }

    #[test]
    fn an_amount_in_front_and_a_comma_in_a_number() {
        let line = read("12,5 t/an de cartons", None);
        assert_eq!(
            (line.wording.as_str(), line.quantity.as_deref()),
            ("cartons", Some("12,5 t/an de cartons"))
        );
        let line = read("huile de vidange, enlevée par un collecteur", Some("200 L/mois"));
        assert_eq!(line.quantity.as_deref(), Some("200 L/mois"));
        assert!(line.fate.is_some(), "{line:?}");
    }

    #[test]
    fn nothing_is_lost_of_a_line_without_amount() {
        assert_eq!(read("chiffons gras", None), Line { wording: "chiffons gras".into(), ..Line::default() });
        assert_eq!(read("", None), Line::default());
    }
}
