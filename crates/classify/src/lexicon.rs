//! Ways to say the same, and words of little weight, ready to read wordings with.

use crate::text::{Role, role, stem, words};
use reference::{Speech, Weight};
use std::collections::{HashMap, HashSet};

/// Read once from `data/wording/`.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// By first stem: the stems that follow, and what all of them are read as. Longest first.
    same: HashMap<String, Vec<(Vec<String>, String)>>,
    light: HashMap<String, Weight>,
    /// Single words and what they are read as.
    aliases: Vec<(String, String)>,
    /// Names of food given to other things, by stem.
    figurative: HashSet<String>,
    /// What is done in workshops, by stem: « grappes de coulée » is no fruit.
    workshop: HashSet<String>,
    /// Words spelt as they should be, which are no misspelling of others.
    right: HashSet<String>,
}

/// A word as read: its folded form (for its role) and its stem.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    pub(crate) role: Role,
    pub(crate) stem: String,
    /// As it stands in the text, folded.
    pub(crate) written: String,
}

/// Shorter words are abbreviations, which nobody misspells.
const LEAST_ALIAS: usize = 4;

impl Lexicon {
    pub(crate) fn new(speech: &Speech) -> Self {
        let mut lexicon = Self::default();
        for same in &speech.same {
            let said = canonical(&same.say);
            let several = words(&same.say).len() > 1;
            for text in same.also.iter().chain(several.then_some(&same.say)) {
                lexicon.add_same(text, &said);
            }
        }
        for list in lexicon.same.values_mut() {
            list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.cmp(b)));
        }
        for light in &speech.light {
            for word in &light.words {
                let read: Vec<Token> = lexicon.tokens(word);
                if let [token] = read.as_slice() {
                    lexicon.light.insert(token.stem.clone(), light.weight);
                }
            }
        }
        lexicon.figurative = stems(speech.figurative.iter().flat_map(|list| &list.words));
        lexicon.workshop = stems(speech.figurative.iter().flat_map(|list| &list.beside));
        lexicon.learn(speech.ordinary.iter().flat_map(|list| &list.words));
        lexicon
    }

    /// Takes the words of these texts for rightly spelt.
    pub(crate) fn learn<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) {
        for text in texts {
            self.right.extend(words(text).iter().map(|word| stem(word)));
        }
    }

    /// True for a word that is no misspelling of another.
    pub(crate) fn right(&self, stem: &str) -> bool {
        self.right.contains(stem)
    }

    fn add_same(&mut self, text: &str, said: &str) {
        let stems: Vec<String> = words(text).into_iter().map(|word| stem(&word)).collect();
        if let Some((first, rest)) = stems.split_first() {
            if rest.is_empty() && first.len() >= LEAST_ALIAS {
                self.aliases.push((first.clone(), said.to_owned()));
            }
            // « huile friture » is « huile de friture »; the « de » of « vide de » stays, it says where the name ends.
            let (last, inner) = rest.split_last().map_or((None, rest), |(last, inner)| (Some(last), inner));
            let tail = inner.iter().filter(|word| !is_of(word)).chain(last).cloned().collect();
            self.same.entry(first.clone()).or_default().push((tail, said.to_owned()));
        }
    }

    /// Single words that are read as another.
    pub(crate) fn aliases(&self) -> &[(String, String)] {
        &self.aliases
    }

    /// Words of a text with equivalents replaced.
    pub(crate) fn tokens(&self, text: &str) -> Vec<Token> {
        let words = words(text);
        let stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
        let mut tokens = Vec::with_capacity(words.len());
        let mut at = 0;
        while at < words.len() {
            if let Some((length, said)) = self.same_at(&stems[at..]) {
                let written = words[at..at + length].join(" ");
                tokens.push(Token { role: Role::Content, stem: said.to_owned(), written });
                at += length;
            } else if let Some((length, stem)) = class_at(&words, at).or_else(|| category_at(&words, at)) {
                let written = words[at..at + length].join(" ");
                tokens.push(Token { role: Role::Content, stem, written });
                at += length;
            } else {
                let written = words[at].clone();
                tokens.push(Token { role: role(&words[at]), stem: stems[at].clone(), written });
                at += 1;
            }
        }
        tokens
    }

    fn same_at(&self, stems: &[String]) -> Option<(usize, &str)> {
        let (first, rest) = stems.split_first()?;
        let mut said = self.same.get(first)?.iter();
        said.find_map(|(tail, said)| Some((1 + length_of(tail, rest)?, said.as_str())))
    }

    /// True for a name of food that other things bear as well.
    pub(crate) fn figurative(&self, stem: &str) -> bool {
        self.figurative.contains(stem)
    }

    /// True for what is done in workshops.
    pub(crate) fn workshop(&self, stem: &str) -> bool {
        self.workshop.contains(stem)
    }

    /// What sort of light word a stem is, if it is one.
    pub(crate) fn light(&self, stem: &str) -> Option<Weight> {
        self.light.get(stem).copied()
    }
}

fn stems<'a>(texts: impl Iterator<Item = &'a String>) -> HashSet<String> {
    texts.flat_map(|text| words(text)).map(|word| stem(&word)).collect()
}

fn is_of(stem: &str) -> bool {
    matches!(stem, "de" | "d" | "du" | "des")
}

/// How many words the rest of an expression takes, a « de » in between or not; `None` when it is not said.
fn length_of(tail: &[String], rest: &[String]) -> Option<usize> {
    let mut at = 0;
    for part in tail {
        at += usize::from(rest.get(at).is_some_and(|word| word != part && is_of(word)));
        if rest.get(at)? != part {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// « classe C », and the letter of « bois C »: one word, which tells more than the noun it follows. How many words it takes, and its stem.
fn class_at(words: &[String], at: usize) -> Option<(usize, String)> {
    let letter = |ix: usize| words.get(ix).filter(|word| ["a", "b", "c"].contains(&word.as_str()));
    let class = |letter: &String| format!("class_{letter}");
    if ["classe", "class"].contains(&words[at].as_str()) {
        return letter(at + 1).map(|letter| (2, class(letter)));
    }
    let after_wood = at > 0 && words[at - 1] == "bois";
    // « bois à brûler », « bois : c'est… » name no class.
    let ends = words.get(at + 1).is_none_or(|next| role(next) == Role::Link);
    letter(at).filter(|letter| after_wood && (ends || *letter == "b")).map(|letter| (1, class(letter)))
}

/// « catégorie 3 »: of animal by-products, the number tells more than the noun. How many words it takes, and its stem.
fn category_at(words: &[String], at: usize) -> Option<(usize, String)> {
    let category = ["categorie", "category", "kategorie", "cat"].contains(&words[at].as_str());
    let number = words.get(at + 1).filter(|word| ["1", "2", "3"].contains(&word.as_str()));
    number.filter(|_| category).map(|number| (2, format!("category_{number}")))
}

/// Several words read as one stem: « station d'épuration » → `station_epuration`.
fn canonical(say: &str) -> String {
    let all = words(say);
    let telling: Vec<String> = all
        .iter()
        .filter(|w| all.len() == 1 || !matches!(role(w), Role::Stop | Role::Link | Role::Purpose))
        .map(|w| stem(w))
        .collect();
    telling.join("_")
}

#[cfg(test)]
mod tests {
    use super::*;
    use reference::{Light, Same};

    fn lexicon() -> Lexicon {
        Lexicon::new(&Speech {
            same: vec![
                Same { say: "station d'épuration".into(), also: vec!["STEP".into(), "WWTP".into()] },
                Same { say: "usagé".into(), also: vec!["HS".into(), "hors d'usage".into()] },
            ],
            light: vec![Light { weight: Weight::State, words: vec!["usagé".into()] }],
            ..Speech::default()
        })
    }

    fn stems(text: &str) -> Vec<String> {
        lexicon().tokens(text).into_iter().filter(|t| t.role == Role::Content).map(|t| t.stem).collect()
    }

    #[test]
    fn equivalents_meet() {
        assert_eq!(stems("boues de STEP"), stems("boue de la station d'épuration"));
        assert_eq!(stems("néons HS"), stems("Néon hors d'usage"));
    }

    #[test]
    fn a_small_word_between_changes_nothing() {
        assert_eq!(stems("boues station épuration"), stems("boues de station d'épuration"));
        assert_ne!(stems("station de lavage"), stems("station d'épuration"));
    }

    #[test]
    fn the_letter_of_a_class_is_kept() {
        assert_eq!(stems("bois de classe C"), ["boi", "class_c"]);
        assert_eq!(stems("bois C"), stems("bois de classe C"));
        assert_eq!(stems("bois traité classe C"), ["boi", "trait", "class_c"]);
        assert_eq!(stems("bois B (meubles)"), ["boi", "class_b", "meubl"]);
        assert_eq!(stems("bois à brûler"), ["boi", "bruler"]);
        assert_eq!(stems("le c de la société"), ["societ"]);
    }

    #[test]
    fn light_words_are_known_in_any_spelling() {
        assert_eq!(lexicon().light(&stems("hors d'usage")[0]), Some(Weight::State));
        assert_eq!(lexicon().light("neon"), None);
    }
}
