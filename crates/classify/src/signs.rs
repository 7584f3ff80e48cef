//! What the words around a name tell: hazard, and the origin that chooses a chapter.

use crate::lexicon::Lexicon;
use crate::vocabulary::Vocabulary;
use crate::wording::{Word, Wording};
use reference::{Cue, Hazard, WasteCode};

/// Cues ready to be found.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    words: Vocabulary,
    phrases: Vec<(Vec<u32>, usize)>,
    /// « souillé » as a stem, said for a container that held something hazardous.
    soiled: String,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Signs {
    /// `Some(true)` hazardous, `Some(false)` not, `None` when nothing says.
    pub(crate) hazard: Option<bool>,
    /// Chapters and sub-chapters named.
    pub(crate) origins: Vec<u32>,
    /// Stems that told a hazard.
    pub(crate) hazardous: Vec<String>,
    /// Stems that told.
    pub(crate) words: Vec<String>,
}

/// What a word that tells origin or hazard weighs where it is no name, unless it leads.
const TELLING: f64 = 0.3;
/// Readings surer than this are taken for a cue.
const SURE: f64 = 0.79;

impl Cues {
    pub(crate) fn new(lexicon: &Lexicon, cues: &[Cue]) -> Self {
        let mut all = Self { soiled: stem_of(lexicon, "souillé"), ..Self::default() };
        for (ix, cue) in cues.iter().enumerate() {
            for text in cue.words_fr.iter().chain(&cue.words_en).chain(&cue.words_de) {
                let stems: Vec<u32> = Wording::read(lexicon, text)
                    .words
                    .into_iter()
                    .map(|word| all.words.add(word.stem))
                    .collect();
                if !stems.is_empty() {
                    all.phrases.push((stems, ix));
                }
            }
        }
        for (written, said) in lexicon.aliases() {
            all.words.alias(written, said);
        }
        all
    }

    /// Finds the signs and makes the words that told them weigh less as names.
    pub(crate) fn read(&self, cues: &[Cue], wording: &mut Wording) -> Signs {
        let places = self.places(wording);
        let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
        for (stems, cue) in &self.phrases {
            let at: Option<Vec<usize>> =
                stems.iter().map(|stem| places.iter().find(|(s, _)| s == stem).map(|(_, at)| *at)).collect();
            found.extend(at.map(|at| (*cue, at)));
        }
        let mut signs = Signs::default();
        self.hazard(cues, &found, wording, &mut signs);
        for (cue, at) in &found {
            let cue = &cues[*cue];
            // What an emptied container held tells no trade.
            let held = |ix: &usize| wording.emptied.as_ref().is_some_and(|emptied| emptied.held.contains(ix));
            if !at.iter().any(|ix| denied(&wording.words[*ix]) || held(ix)) {
                signs.origins.extend(&cue.chapter);
            }
            if !cue.content {
                lighten(wording, at, &mut signs);
            }
        }
        signs.origins.sort_unstable();
        signs.origins.dedup();
        signs
    }

    /// Stems of cues said in the wording, with their places.
    fn places(&self, wording: &Wording) -> Vec<(u32, usize)> {
        let words = wording.words.iter().enumerate();
        words
            .flat_map(|(ix, word)| {
                self.words
                    .readings(&word.stem, word.right)
                    .into_iter()
                    .filter(|r| r.trust > SURE)
                    .map(move |r| (r.stem, ix))
            })
            .collect()
    }

    /// A hazard that is denied speaks against it: « sans PCB ».
    fn denies_a_hazard(&self, cues: &[Cue], wording: &Wording) -> bool {
        let positive = wording.words.iter().filter_map(|word| word.stem.strip_prefix('!'));
        let stems: Vec<u32> =
            positive.filter_map(|stem| self.words.readings(stem, false).first().map(|r| r.stem)).collect();
        self.phrases.iter().any(|(phrase, cue)| {
            cues[*cue].hazard == Some(Hazard::Yes)
                && matches!(phrase.as_slice(), [stem] if stems.contains(stem))
        })
    }

    fn hazard(&self, cues: &[Cue], found: &[(usize, Vec<usize>)], wording: &mut Wording, signs: &mut Signs) {
        let says = |hazard: Hazard| {
            found.iter().filter(move |(cue, _)| cues[*cue].hazard == Some(hazard) && !cues[*cue].content)
        };
        let telling = says(Hazard::Yes).flat_map(|(_, at)| at).map(|&ix| wording.words[ix].stem.clone());
        signs.hazardous = telling.collect();
        let denies = says(Hazard::No).any(|(_, at)| at.iter().any(|&ix| denied(&wording.words[ix])));
        let yes = says(Hazard::Yes).next().is_some();
        let no = says(Hazard::No).next().is_some();
        let denies = denies || self.denies_a_hazard(cues, wording);
        signs.hazard = if denies || (no && !yes) { Some(false) } else { yes.then_some(true) };
        if let Some(emptied) = wording.emptied.clone()
            && signs.hazard.is_none()
            && !emptied.held.is_empty()
        {
            let hazardous = found.iter().any(|(cue, at)| {
                cues[*cue].hazard == Some(Hazard::Yes) && at.iter().any(|ix| emptied.held.contains(ix))
            });
            signs.hazard = Some(hazardous);
            if hazardous {
                wording.words.push(Word {
                    stem: self.soiled.clone(),
                    weight: TELLING,
                    purpose: false,
                    written: String::new(),
                    right: true,
                });
            }
        }
    }
}

fn denied(word: &Word) -> bool {
    word.stem.starts_with('!')
}

fn lighten(wording: &mut Wording, at: &[usize], signs: &mut Signs) {
    for &ix in at {
        let leads = [wording.head_first, wording.head_last].contains(&Some(ix));
        let word = &mut wording.words[ix];
        if !leads {
            word.weight = word.weight.min(TELLING);
        }
        if !signs.words.contains(&word.stem) {
            signs.words.push(word.stem.clone());
        }
    }
}

fn stem_of(lexicon: &Lexicon, text: &str) -> String {
    lexicon.tokens(text).into_iter().map(|token| token.stem).collect()
}

impl Signs {
    /// How well an origin named fits an entry: `None` when none was named.
    pub(crate) fn fit(&self, code: WasteCode) -> Option<Fit> {
        if self.origins.is_empty() {
            return None;
        }
        if self.origins.contains(&code.sub_chapter()) {
            Some(Fit::Section)
        } else if self.origins.contains(&code.chapter()) {
            Some(Fit::Chapter)
        } else {
            Some(Fit::Elsewhere)
        }
    }
}

/// Where an entry stands to the origin that was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// In the sub-chapter named.
    Section,
    /// In the chapter named.
    Chapter,
    /// Somewhere else.
    Elsewhere,
}
