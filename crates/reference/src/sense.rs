//! Good sense about how people word a flow: what they look for, what they already use at home, which kinds never stand in for each other.

use crate::fate_words::{tells, words};
use crate::{ResourceId, SourceId};
use serde::{Deserialize, Serialize};

/// What a word of a wording tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tells {
    /// The thing is asked for used, not new.
    Used,
    /// The thing is what is left when nobody wants it: unsold, worn, an offcut.
    Unwanted,
    /// Somebody is sought who takes it, not the thing.
    Outlet,
    /// It is used up where it arises: nothing is left to place.
    AtHome,
    /// The work is to take things apart.
    TakingApart,
    /// The work is to sort.
    Sorting,
    /// The work is to mend, or to make fit for use again.
    Mending,
    /// The heat is to warm something on its way: any heat does its part.
    Preheating,
    /// The packing held food or fodder: nothing hazardous.
    HeldFood,
    /// Says nothing of what the thing is: « pour », « environ », « notre ».
    Nothing,
}

/// Words that tell one thing, with the reason.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sense {
    /// Stable id.
    pub id: String,
    /// What they tell.
    pub tells: Tells,
    /// Beginnings of words, lower case without accents; those of four letters or less are met whole.
    pub words: Vec<String>,
    /// The reason, French.
    pub fr: String,
    /// The reason, English.
    pub en: String,
    /// Sources.
    pub source: Vec<SourceId>,
}

/// Kinds of a thing that never stand in for each other: polymers, metals. Who names one does not mean another.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// Stable id.
    pub id: String,
    /// Each kind by its words, as in [`Sense::words`]; all words of an entry tell the same kind.
    pub kinds: Vec<Vec<String>>,
    /// The reason, French.
    pub fr: String,
    /// The reason, English.
    pub en: String,
    /// Sources.
    pub source: Vec<SourceId>,
}

/// How hot heats of these names are, where nobody said it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heat {
    /// Resources of the catalogue.
    pub of: Vec<ResourceId>,
    /// °C.
    pub celsius: f64,
    /// Sources.
    pub source: Vec<SourceId>,
    /// Anything to know.
    pub note: Option<String>,
}

/// All of it.
#[derive(Clone, Debug, Default)]
pub struct GoodSense {
    /// Words that tell something of a flow.
    pub senses: Vec<Sense>,
    /// Kinds that never stand in for each other.
    pub apart: Vec<Apart>,
    /// How hot heats are by their names.
    pub heats: Vec<Heat>,
}

/// Which kinds a wording names, one mask a group of [`GoodSense::apart`]; 0 names none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kinds(Vec<u64>);

impl Kinds {
    /// True when no kind is named.
    pub fn is_silent(&self) -> bool {
        self.0.iter().all(|mask| *mask == 0)
    }

    /// True when both name kinds of one group and none in common.
    pub fn apart(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| *a != 0 && *b != 0 && a & b == 0)
    }

    /// All that either names.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let longest = self.0.len().max(other.0.len());
        let at = |kinds: &Self, ix: usize| kinds.0.get(ix).copied().unwrap_or_default();
        Self((0..longest).map(|ix| at(self, ix) | at(other, ix)).collect())
    }

    /// These, and where they name none of a group, those of another.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let longest = self.0.len().max(other.0.len());
        let at = |kinds: &Self, ix: usize| kinds.0.get(ix).copied().unwrap_or_default();
        Self((0..longest).map(|ix| if at(self, ix) == 0 { at(other, ix) } else { at(self, ix) }).collect())
    }
}

/// The number before a degree sign: « fumées 250 °C ». Of several the hottest: what a process asks for, and what a source has at best.
pub fn degrees(text: &str) -> Option<f64> {
    let parts: Vec<&str> = text.split('°').collect();
    let before = parts.iter().take(parts.len().saturating_sub(1));
    before.filter_map(|part| part.split_whitespace().next_back()?.parse::<f64>().ok()).reduce(f64::max)
}

impl GoodSense {
    /// °C of a heat of exactly this name.
    pub fn celsius(&self, resource: &ResourceId) -> Option<f64> {
        self.heats.iter().find(|heat| heat.of.contains(resource)).map(|heat| heat.celsius)
    }

    /// True when a word of the text tells this.
    pub fn says(&self, text: &str, what: Tells) -> bool {
        let said = words(text);
        self.senses.iter().filter(|sense| sense.tells == what).any(|sense| any(&sense.words, &said))
    }

    /// The kinds a text names.
    pub fn kinds(&self, text: &str) -> Kinds {
        let said = words(text);
        let mask = |group: &Apart| {
            let named = group.kinds.iter().enumerate().filter(|(_, names)| any(names, &said));
            named.fold(0, |mask, (kind, _)| mask | 1_u64.wrapping_shl(u32::try_from(kind).unwrap_or(63)))
        };
        Kinds(self.apart.iter().map(mask).collect())
    }

    /// Of the words of one text that say something, the share that another says too (a common beginning of five letters is enough); `None`
    /// when none says anything.
    pub fn share_of_words(&self, of: &str, found_in: &str) -> Option<f64> {
        let means = |word: &String| {
            let light = self.senses.iter().filter(|sense| sense.tells == Tells::Nothing);
            word.len() > 2
                && !word.starts_with(|c: char| c.is_ascii_digit())
                && !light.flat_map(|sense| &sense.words).any(|known| tells(known, word))
        };
        let (of, other) = (words(of), words(found_in));
        let telling: Vec<&String> = of.iter().filter(|word| means(word)).collect();
        let met = |word: &&&String| other.iter().any(|said| alike(word, said));
        let share = |count: usize| count as f64 / telling.len() as f64;
        (!telling.is_empty()).then(|| share(telling.iter().filter(met).count()))
    }
}

/// A word of the text is known, or begins like a known one.
pub(crate) fn any(known: &[String], said: &[String]) -> bool {
    known.iter().any(|known| said.iter().any(|word| tells(known, word)))
}

/// « plaquette » and « plaquettes », « reconditionnée » and « reconditionnés ».
fn alike(a: &str, b: &str) -> bool {
    const STEM: usize = 5;
    a == b || (a.len() >= STEM && b.len() >= STEM && a.as_bytes()[..STEM] == b.as_bytes()[..STEM])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sense() -> GoodSense {
        let kinds = vec![vec!["pp".to_owned()], vec!["pvc".to_owned()]];
        let reason = || (String::new(), String::new());
        let ((fr, en), (fr2, en2)) = (reason(), reason());
        let words = vec!["pour".to_owned(), "les".to_owned()];
        GoodSense {
            senses: vec![Sense {
                id: "light".into(),
                tells: Tells::Nothing,
                words,
                fr,
                en,
                source: Vec::new(),
            }],
            heats: Vec::new(),
            apart: vec![Apart { id: "polymer".into(), kinds, fr: fr2, en: en2, source: Vec::new() }],
        }
    }

    #[test]
    fn one_polymer_is_not_another_and_silence_forbids_nothing() {
        let sense = sense();
        let kinds = |text: &str| sense.kinds(text);
        assert!(kinds("purges PVC couleur").apart(&kinds("rebuts PP, ABS d'injection")));
        assert!(!kinds("PVC et PP mêlés").apart(&kinds("PP régénéré")));
        assert!(!kinds("plastiques durs").apart(&kinds("PP régénéré")));
        assert!(kinds("granulé").or(&kinds("purges PP")).apart(&kinds("PVC broyé")));
    }

    #[test]
    fn the_share_of_words_counts_what_says_something() {
        let share = |of: &str, within: &str| sense().share_of_words(of, within);
        assert_eq!(share("légumes épluchés", "légumes épluchés et coupés sous vide"), Some(1.0));
        assert_eq!(share("pain frais", "pain et viennoiserie surgelés"), Some(0.5));
        assert_eq!(share("pour les", "pain"), None);
    }

    #[test]
    fn the_hottest_degree_said_counts() {
        assert_eq!(degrees("fumées 250 °C"), Some(250.0));
        assert_eq!(degrees("eau 60° puis 85 °C"), Some(85.0));
        assert_eq!(degrees("vapeur"), None);
    }
}
