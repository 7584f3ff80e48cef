//! A wording read: which words name the thing, which only surround it, what is denied.

use crate::lexicon::Lexicon;
use crate::text::{Role, says_waste, words};
use reference::Weight;

/// A word of a wording.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    /// Its stem; `!` before a stem that is denied.
    pub(crate) stem: String,
    /// How much it counts when nothing matches it, and in a phrase that is not said whole: 1 for a plain word.
    pub(crate) weight: f64,
    /// It says what the thing is for: « verre pour microbilles ».
    pub(crate) purpose: bool,
    /// As it stands in the text, folded.
    pub(crate) written: String,
    /// Spelt as it should be: no misspelling of another.
    pub(crate) right: bool,
}

/// A wording in words that say something.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Wording {
    pub(crate) words: Vec<Word>,
    /// The word that names the thing where the first noun does (French), and where the last noun before a preposition does.
    pub(crate) head_first: Option<usize>,
    pub(crate) head_last: Option<usize>,
    /// Says that the thing is waste.
    pub(crate) waste: bool,
    /// A container is what is thrown away, not what it is counted in.
    pub(crate) emptied: Option<Emptied>,
}

/// A container thrown away.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Emptied {
    /// The container's word.
    pub(crate) container: usize,
    /// Words of what it held.
    pub(crate) held: Vec<usize>,
}

/// What a word weighs that is denied, or is no more than a state, a place, a holder, a general noun.
const DENIED: f64 = 0.15;
const STATE: f64 = 0.2;
const PLACE: f64 = 0.25;
const GENERIC: f64 = 0.2;
const HOLDER: f64 = 0.1;
const HELD: f64 = 0.25;

/// Denied stems bear this mark.
const NOT: char = '!';

struct Draft {
    word: Word,
    light: Option<Weight>,
    segment: usize,
    /// A link word follows at once.
    linked: bool,
}

impl Wording {
    pub(crate) fn read(lexicon: &Lexicon, text: &str) -> Self {
        let drafts = drafts(lexicon, text);
        let mut wording = Self {
            head_first: head(&drafts, false),
            head_last: head(&drafts, true),
            waste: words(text).iter().any(|word| says_waste(word)),
            ..Self::default()
        };
        wording.words = drafts.iter().map(|draft| draft.word.clone()).collect();
        wording.holders(&drafts);
        wording
    }

    /// Deciding stems as people wrote them; `!` stays before a denied one.
    pub(crate) fn as_written(&self, stems: &mut [String]) {
        for stem in stems.iter_mut() {
            let word =
                self.words.iter().find(|word| word.stem == *stem).filter(|word| !word.written.is_empty());
            let Some(word) = word else { continue };
            let denied = if stem.starts_with(NOT) { "!" } else { "" };
            *stem = format!("{denied}{}", word.written);
        }
    }

    /// Stems as given, for tests and plain look-ups.
    #[cfg(test)]
    pub(crate) fn plain(text: &str) -> Self {
        Self::read(&Lexicon::default(), text)
    }

    /// Containers: what is thrown away, or only what the content comes in.
    fn holders(&mut self, drafts: &[Draft]) {
        let is = |ix: usize, weight: Weight| drafts[ix].light == Some(weight);
        let all = 0..drafts.len();
        let Some(container) = all.clone().find(|&ix| is(ix, Weight::Container)) else { return };
        if all.clone().any(|ix| is(ix, Weight::Emptied)) {
            let held: Vec<usize> = all
                .clone()
                .filter(|&ix| {
                    ix > container && drafts[ix].light.is_none() && !self.words[ix].stem.starts_with(NOT)
                })
                .collect();
            for &ix in &held {
                self.words[ix].weight = HELD;
            }
            self.head_first = Some(container);
            self.head_last = Some(container);
            self.emptied = Some(Emptied { container, held });
        } else if let Some(content) = all.clone().find(|&ix| ix > container && drafts[ix].light.is_none())
            && drafts[container].linked
        {
            self.words[container].weight = HOLDER;
            for head in [&mut self.head_first, &mut self.head_last] {
                if *head == Some(container) {
                    *head = Some(content);
                }
            }
        }
    }
}

fn drafts(lexicon: &Lexicon, text: &str) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let (mut denied, mut segment, mut purpose) = (false, 0, false);
    for token in lexicon.tokens(text) {
        match token.role {
            Role::Stop => {}
            Role::Link | Role::Purpose => {
                // Of something named only: « déchets pour alimentation porcine » says nothing but the use.
                purpose = token.role == Role::Purpose && drafts.iter().any(|draft| draft.light.is_none());
                segment += usize::from(!drafts.is_empty());
                if let Some(last) = drafts.last_mut() {
                    last.linked = true;
                }
            }
            Role::NotNext => {
                denied = true;
                segment += usize::from(!drafts.is_empty());
            }
            Role::NotBefore => {
                if let Some(last) = drafts.last_mut() {
                    deny(&mut last.word);
                }
            }
            Role::Content => {
                let light = lexicon.light(&token.stem);
                let right = lexicon.right(&token.stem);
                let mut word =
                    Word { stem: token.stem, weight: weight(light), purpose, written: token.written, right };
                deny_compound(&mut word);
                if denied {
                    deny(&mut word);
                    // « sans trace d'amiante »: a general noun passes the denial on.
                    denied = light == Some(Weight::Generic);
                }
                drafts.push(Draft { word, light, segment, linked: false });
            }
        }
    }
    drafts
}

fn weight(light: Option<Weight>) -> f64 {
    match light {
        Some(Weight::State | Weight::Emptied) => STATE,
        Some(Weight::Place) => PLACE,
        Some(Weight::Generic) => GENERIC,
        Some(Weight::Container) | None => 1.0,
    }
}

fn deny(word: &mut Word) {
    if !word.stem.starts_with(NOT) {
        word.stem.insert(0, NOT);
        word.weight = DENIED;
    }
}

/// `asbestfrei`, `halogenfrei`.
fn deny_compound(word: &mut Word) {
    let part = ["frei", "freien", "freier"]
        .iter()
        .find_map(|end| word.stem.strip_suffix(end))
        .filter(|part| part.len() >= 2);
    if let Some(part) = part.map(str::to_owned) {
        word.stem = part;
        deny(word);
    }
}

/// The first noun of the first part that has one, or its last.
fn head(drafts: &[Draft], last: bool) -> Option<usize> {
    let names = |draft: &&Draft| {
        !draft.word.stem.starts_with(NOT) && matches!(draft.light, None | Some(Weight::Container))
    };
    let segment = drafts.iter().find(names)?.segment;
    let mut own = (0..drafts.len()).filter(|&ix| drafts[ix].segment == segment && names(&&drafts[ix]));
    if last { own.next_back() } else { own.next() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reference::{Light, Speech};

    fn read(text: &str) -> Wording {
        let light =
            |weight, words: &[&str]| Light { weight, words: words.iter().map(|w| (*w).to_owned()).collect() };
        Wording::read(
            &Lexicon::new(&Speech {
                light: vec![
                    light(Weight::Container, &["fût", "bidon", "benne", "drum"]),
                    light(Weight::Emptied, &["vide", "souillé", "empty"]),
                    light(Weight::State, &["usagé"]),
                    light(Weight::Generic, &["reste", "trace"]),
                ],
                ..Speech::default()
            }),
            text,
        )
    }

    fn heads(text: &str) -> (String, String) {
        let read = read(text);
        let name = |ix: Option<usize>| ix.map(|ix| read.words[ix].stem.clone()).unwrap_or_default();
        (name(read.head_first), name(read.head_last))
    }

    #[test]
    fn the_head_names_the_thing() {
        assert_eq!(heads("boues de peinture").0, "bou");
        assert_eq!(heads("restes de boues de peinture").0, "bou");
        assert_eq!(heads("used cooking oil from canteen").1, "oil");
        assert_eq!(heads("fût d'huile usagée").0, "huil");
        assert_eq!(heads("fût vide d'huile").0, "fut");
    }

    #[test]
    fn denied_words_are_marked() {
        let stems = |text: &str| read(text).words.into_iter().map(|w| w.stem).collect::<Vec<_>>();
        assert_eq!(stems("huile sans PCB"), ["huil", "!pcb"]);
        assert_eq!(stems("enrobé sans trace d'amiante"), ["enrob", "!trac", "!amiant"]);
        assert_eq!(stems("asbestos free"), ["!asbesto"]);
        assert_eq!(stems("halogenfreie Lösemittel"), ["!halogen", "losemittel"]);
    }

    #[test]
    fn an_emptied_container_is_the_thing() {
        let read = read("bidons vides ayant contenu de l'acide");
        assert_eq!(read.emptied, Some(Emptied { container: 0, held: vec![2] }));
    }
}
