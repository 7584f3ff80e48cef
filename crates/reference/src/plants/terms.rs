//! What a plant refuses, at which level its takers need heat, and the several things that may come out of it.

use super::FigureProduct;
use crate::{Bilingual, FigureId, ResourceId, WasteCode};
use serde::{Deserialize, Serialize};

/// What a plant does not take although it is of the right matter by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Refusal {
    /// Waste codes it may take, or their first digits: `15 01`. A flow that bears another is refused. Empty: any that is not hazardous.
    pub codes: Vec<String>,
    /// Words, or their beginnings, lower case without accents, in what people say of a flow, that contradict what the plant takes: `peint`.
    /// Short ones (`four`, `dib`) stand for the whole word, or its plural: `fourniture` is no furnace. Denied words (« non peint ») do not count.
    pub words: Vec<String>,
}

/// What the word before it says is not so.
const DENIES: [&str; 9] = ["non", "pas", "sans", "ni", "jamais", "not", "no", "without", "aucun"];

impl Refusal {
    /// The code or the word for which a flow is refused; `None` when it may come in.
    pub fn of(&self, code: Option<WasteCode>, said: &str) -> Option<String> {
        let refused = |code: &WasteCode| {
            let digits = code.to_string();
            code.hazardous()
                || !(self.codes.is_empty() || self.codes.iter().any(|known| digits.starts_with(known)))
        };
        code.filter(refused).map(|code| code.to_string()).or_else(|| self.word(said))
    }

    fn word(&self, said: &str) -> Option<String> {
        let folded = fold(said);
        let words: Vec<&str> =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let denied = |at: usize| at > 0 && DENIES.contains(&words[at - 1]);
        let sign = |(at, word): (usize, &&str)| {
            (self.words.iter().any(|sign| begins(word, sign)) && !denied(at)).then(|| (*word).to_owned())
        };
        words.iter().enumerate().find_map(sign)
    }
}

/// Letters from which on a sign is the beginning of a word.
const LONG: usize = 5;

/// True when a word is a sign, or begins with it where the sign is long enough.
fn begins(word: &str, sign: &str) -> bool {
    word.strip_prefix(sign).is_some_and(|rest| sign.len() >= LONG || ["", "s"].contains(&rest))
}

/// Lower case, French accents off.
fn fold(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// A level of heat that a taker says it needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeatLevel {
    /// Stable id: `steam`.
    pub id: String,
    /// « vapeur ».
    pub name: Bilingual,
    /// Beginnings of the words that say it, lower case without accents; the first level one of whose words is said holds.
    pub words: Vec<String>,
    /// Of these resources too, and of anything more specific.
    #[serde(default)]
    pub of: Vec<ResourceId>,
    /// Share of the need that the plant can cover, whoever has it.
    pub share: FigureId,
}

impl HeatLevel {
    /// True when a wording says it.
    pub fn said(&self, wording: &str) -> bool {
        let signs = Refusal { codes: Vec::new(), words: self.words.clone() };
        signs.word(wording).is_some()
    }
}

/// One of several things that come out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fraction {
    /// Of what.
    pub of: ResourceId,
    /// Output units per input unit.
    pub share: FigureId,
    /// EUR per output unit; negative when being rid of it is paid for.
    pub price: FigureId,
    /// Emissions of what an output unit replaces; `None` is unknown and counts for nothing.
    pub avoided: Option<FigureId>,
    /// Emissions of recycling an output unit.
    pub co2: Option<FigureId>,
}

impl super::Plant {
    /// Output per input unit of the plant: all its fractions, or the one thing that comes out.
    pub fn yields(&self) -> Vec<FigureProduct> {
        let single = |id: &FigureId| FigureProduct { times: vec![id.clone()], ..FigureProduct::default() };
        if self.fractions.is_empty() {
            vec![self.per_input.clone()]
        } else {
            self.fractions.iter().map(|fraction| single(&fraction.share)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wood() -> Refusal {
        Refusal { codes: vec!["15 01 03".into()], words: vec!["peint".into(), "traite".into()] }
    }

    #[test]
    fn a_word_that_contradicts_is_refused_and_a_denied_one_is_not() {
        assert_eq!(wood().of(None, "bois de fenêtres peints").as_deref(), Some("peints"));
        assert_eq!(wood().of(None, "chutes bois massif non traité"), None);
        assert_eq!(wood().of(None, "palettes, clous"), None);
    }

    #[test]
    fn a_short_word_is_meant_whole() {
        let furnace = Refusal { words: vec!["four".into()], ..Refusal::default() };
        assert!(furnace.of(None, "gaz des fours de cuisson").is_some());
        assert_eq!(furnace.of(None, "gaz fourni au fournil"), None);
    }

    #[test]
    fn another_code_and_a_hazardous_one_are_refused() {
        let code = |text: &str| Some(text.parse().unwrap());
        assert_eq!(wood().of(code("15 01 03"), "palettes"), None);
        assert_eq!(wood().of(code("08 02 01"), "cartons de poudre").as_deref(), Some("08 02 01"));
        let any = Refusal::default();
        assert_eq!(any.of(code("17 09 04"), "fenêtres"), None);
        assert!(any.of(code("17 02 04*"), "fenêtres").is_some());
    }
}
