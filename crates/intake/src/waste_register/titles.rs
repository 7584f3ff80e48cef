//! What stands above the headings of a register.

use crate::fold;
use crate::value::MONTHS;

/// Words of a title, beside the months, that speak of a part of a year or of the day it was printed.
const PARTS: [&str; 10] =
    ["trimestre", "semestre", "mois", "t1", "t2", "t3", "t4", "edite", "imprime", "depuis"];

/// The one year that the titles name; `None` when they name none or two, a full date, or a part of a year.
pub(super) fn year_said(titles: &[String]) -> Option<i32> {
    let words: Vec<String> = titles
        .iter()
        .flat_map(|title| fold(title).split(' ').map(ToOwned::to_owned).collect::<Vec<_>>())
        .collect();
    let of_a_part = |word: &String| MONTHS.contains(&word.as_str()) || PARTS.contains(&word.as_str());
    if words.iter().any(of_a_part) || titles.iter().any(|title| has_date(title)) {
        return None;
    }
    let mut years = words.iter().filter(|word| word.len() == 4).filter_map(|word| word.parse::<i32>().ok());
    let year = years.by_ref().find(|year| (2000..2100).contains(year))?;
    years.all(|other| other == year || !(2000..2100).contains(&other)).then_some(year)
}

/// `12/07/2025`, `2025-07`: digits on both sides of a stroke.
fn has_date(title: &str) -> bool {
    let chars: Vec<char> = title.chars().collect();
    chars.windows(3).any(|three| {
        three[0].is_ascii_digit() && matches!(three[1], '/' | '-' | '.') && three[2].is_ascii_digit()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_said_by_one_whole_year() {
        for (title, wanted) in [
            ("Registre des déchets 2025", Some(2025)),
            ("Année : 2025", Some(2025)),
            ("Registre des déchets", None),
            ("Registre 2024-2025", None),
            ("Registre, 1er semestre 2025", None),
            ("Registre de mars 2025", None),
            ("Registre édité le 12/07/2025", None),
            ("57190 Florange", None),
        ] {
            assert_eq!(year_said(&[title.to_owned()]), wanted, "{title}");
        }
    }
}
