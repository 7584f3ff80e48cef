//! From what people say to what it is: « palettes perdues HS » → pallet wood, 15 01 03.
//!
//! Resources and codes come ranked, with the words that decided. Three languages, accents, plurals, compounds and small misspellings are
//! handled; a hazard that hangs on content stays open as a mirror entry and as a question. Pure: knowledge in, ranking out.

mod broken;
mod choose;
mod codes;
mod hazard;
mod index;
mod industry;
mod lexicon;
mod lists;
mod names;
mod once;
mod resources;
mod settle;
mod shown;
mod signs;
mod sound;
mod text;
mod trade;
mod twins;
mod vocabulary;
mod wording;

pub use codes::RankedCode;
pub use industry::RankedIndustry;
pub use lists::apart;
pub use once::once;
pub use resources::RankedResource;
pub use settle::settle;
pub use text::fold;

use chrono::NaiveDate;
use index::Phrases;
use lexicon::Lexicon;
use names::Names;
use reference::{Caution, Hazard, Reference, WasteCode};
use serde::Serialize;
use signs::Cues;
use std::collections::HashMap;
use twins::Twins;
use wording::Wording;

/// What a wording may be.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Classification {
    /// Resources, best first.
    pub resources: Vec<RankedResource>,
    /// Waste codes in force, best first.
    pub codes: Vec<RankedCode>,
    /// The question the answer hangs on; `None` when nothing does.
    pub question: Option<Ask>,
    /// Why the first code was taken rather than its twin; `None` when the wording says, or it has none.
    pub assumed: Option<Assumed>,
    /// What to know before handling it, whatever the code says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caution: Option<Caution>,
}

/// What is taken for usual when a wording says nothing of hazard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assumed {
    /// The entry taken.
    pub code: WasteCode,
    /// The reason, in French.
    pub fr: String,
    /// The reason, in English.
    pub en: String,
}

/// A question whose answer changes the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "ask", rename_all = "kebab-case")]
pub enum Ask {
    /// « Souillé par un produit dangereux ? » — yes gives one code, no the other.
    Hazardous {
        /// If yes.
        yes: WasteCode,
        /// If no.
        no: WasteCode,
    },
}

/// A thing named this well is named whole.
const WHOLE: f64 = 0.85;

/// The classifier: build once, ask often.
pub struct Classifier<'a> {
    reference: &'a Reference,
    day: NaiveDate,
    lexicon: Lexicon,
    names: Names,
    cues: Cues,
    twins: Twins,
    /// Place in `data/wording` of the reason why an entry is usual, by its digits.
    usual: HashMap<u32, usize>,
    industries: Phrases,
    industry_prefixes: Vec<Vec<String>>,
    specialties: Phrases,
    choices: choose::Choices,
}

impl<'a> Classifier<'a> {
    /// Reads the knowledge; `day` says which version of the List of Waste is in force.
    pub fn new(reference: &'a Reference, day: NaiveDate) -> Self {
        let lexicon = Lexicon::new(&reference.speech);
        let (industries, industry_prefixes) = industry::phrases(&lexicon, reference);
        let reasons = reference.speech.usual.iter().enumerate();
        Self {
            usual: reasons
                .flat_map(|(ix, usual)| usual.codes.iter().map(move |c| (c.digits(), ix)))
                .collect(),
            reference,
            day,
            names: Names::new(&lexicon, reference, day),
            cues: Cues::new(&lexicon, &reference.speech.cues),
            twins: Twins::new(reference, day),
            industries,
            industry_prefixes,
            specialties: industry::specialties(&lexicon, reference),
            choices: choose::Choices::default(),
            lexicon,
        }
    }

    /// What a wording may be, at most `count` resources and codes.
    pub fn classify(&self, text: &str, count: usize) -> Classification {
        self.classify_told(text, count, None)
    }

    /// The same, with the answer to [`Ask::Hazardous`] if somebody gave it; it outweighs what the wording says.
    pub fn classify_told(&self, text: &str, count: usize, hazardous: Option<bool>) -> Classification {
        let mut wording = Wording::read(&self.lexicon, text);
        let mut signs = self.cues.read(&self.reference.speech.cues, &mut wording);
        signs.hazard = hazardous.or(signs.hazard);
        let named = self.names.named(&self.lexicon, &wording);
        let (codes, question, assumed) = codes::rank(self, &named, &signs, count);
        let resources = resources::rank(self, &named, &signs, count);
        let open = assumed.is_some() || wording.emptied.is_some() || !self.harmless(&resources, &codes);
        let question = question.filter(|_| open);
        let caution = resources.first().and_then(|best| self.caution(best)).cloned();
        let mut found = Classification { resources, codes, question, assumed, caution };
        let resources = found.resources.iter_mut().map(|r| &mut r.words);
        for words in resources.chain(found.codes.iter_mut().map(|c| &mut c.words)) {
            wording.as_written(words);
        }
        found
    }

    /// True when the wording names, all but whole, a thing that is never hazardous, and the code is one of its own: « palettes cassées » leaves
    /// nothing to ask, whatever an emptied container or a usual twin would.
    fn harmless(&self, resources: &[RankedResource], codes: &[RankedCode]) -> bool {
        let (Some(best), Some(code)) = (resources.first(), codes.first()) else { return false };
        let resource = &self.reference.catalogue.all()[best.index];
        best.score >= WHOLE && resource.hazard == Hazard::No && resource.codes.contains(&code.code)
    }

    fn caution(&self, found: &RankedResource) -> Option<&'a Caution> {
        self.reference.speech.cautions.iter().find(|caution| caution.resources.contains(&found.resource))
    }

    /// The kinds of firms a name may stand for (`Wall-board plant` → 23.62), best first.
    pub fn industry(&self, text: &str, count: usize) -> Vec<RankedIndustry> {
        industry::rank(self, &Wording::read(&self.lexicon, text), count)
    }

    /// The kinds of plants a name may stand for (place in `Reference::specialties`, how well it is named, 0–1), best first.
    pub fn specialty(&self, text: &str) -> Vec<(usize, f64)> {
        let hits = self.specialties.hits(&Wording::read(&self.lexicon, text));
        hits.into_iter().map(|hit| (hit.target as usize, hit.score)).collect()
    }

    /// The knowledge it reads.
    pub fn reference(&self) -> &'a Reference {
        self.reference
    }
}
