//! The unit of one line's amounts, said in its wording (« palettes bois (en m3) »), and of all amounts, said in a note above the headings.

use super::headings::unit;
use crate::fold;

/// A unit that a wording says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnitSaid {
    /// As the quantity reader writes it.
    pub unit: &'static str,
    /// False for « en bennes » outside brackets: it may only say how the waste is packed.
    pub surely: bool,
}

/// Units of which so much is measured: nothing is packed in them.
const MEASURES: [&str; 6] = ["t", "kg", "m3", "L", "quintal", "hl"];
/// Words that a note on the amounts begins with.
const AMOUNTS: [&str; 10] =
    ["qte", "qtes", "quantite", "quantites", "tonnage", "tonnages", "poids", "volume", "volumes", "unite"];

/// The unit at the end of a wording or in its brackets. « benne 30 m3 » is a size, « cartons (palettes) » a packing.
pub(super) fn unit_said(wording: &str) -> Option<UnitSaid> {
    let brackets = wording.split(['(', '[']).skip(1).filter_map(|rest| rest.split([')', ']']).next());
    let in_brackets = brackets.filter_map(|inside| {
        let folded = fold(inside);
        let words: Vec<&str> = folded.split(' ').collect();
        match words.as_slice() {
            ["en" | "in", one] => measure(one).or_else(|| skips(one)),
            ["nb" | "nbre" | "nombre", ..] => unit(inside),
            [one] => measure(one),
            _ => None,
        }
    });
    let surely = |unit| UnitSaid { unit, surely: true };
    in_brackets.map(surely).next().or_else(|| at_the_end(wording))
}

fn at_the_end(wording: &str) -> Option<UnitSaid> {
    let folded = fold(wording);
    let words: Vec<&str> = folded.split(' ').collect();
    let [.., before, last] = words.as_slice() else { return None };
    let measured =
        measure(last).filter(|_| *before == "en" || (["m3", "kg"].contains(last) && !counts(before)));
    let packed = || skips(last).filter(|_| *before == "en");
    let surely = measured.is_some();
    measured.or_else(packed).map(|unit| UnitSaid { unit, surely })
}

fn counts(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
}

fn measure(word: &str) -> Option<&'static str> {
    unit(word).filter(|unit| MEASURES.contains(unit) && !["volume", "tonnage"].contains(&word))
}

fn skips(word: &str) -> Option<&'static str> {
    unit(word).filter(|unit| *unit == "benne")
}

/// The unit that a line above the headings says of all amounts: « qtés en tonnes sauf mention contraire ».
pub(super) fn unit_noted(titles: &[String]) -> Option<&'static str> {
    let of_amounts = |title: &&String| fold(title).split(' ').any(|word| AMOUNTS.contains(&word));
    titles.iter().filter(of_amounts).find_map(|title| unit(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wording_may_say_the_unit_of_its_line() {
        let surely = |unit| Some((unit, true));
        for (wording, wanted) in [
            ("palettes bois (en m3)", surely("m3")),
            ("palettes bois (m³)", surely("m3")),
            ("sciure en kg", surely("kg")),
            ("bois m3", surely("m3")),
            ("DIB (en bennes)", surely("benne")),
            ("DIB en bennes", Some(("benne", false))),
            ("fûts (nb)", surely("pièce")),
            ("huiles (en litres)", surely("L")),
            ("DIB benne 30 m3", None),
            ("bidons (20 L)", None),
            ("cartons (palettes)", None),
            ("bois en palettes", None),
            ("tôle 3 t", None),
            ("palettes", None),
            ("m3", None),
        ] {
            assert_eq!(unit_said(wording).map(|said| (said.unit, said.surely)), wanted, "{wording}");
        }
    }

    #[test]
    fn a_note_says_the_unit_of_all() {
        let noted = |title: &str| unit_noted(&[title.to_owned()]);
        assert_eq!(noted("NB : qtés en tonnes sauf mention contraire"), Some("t"));
        assert_eq!(noted("Bennes du Val, registre 2025"), None);
    }
}
