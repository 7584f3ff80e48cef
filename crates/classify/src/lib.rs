//! From what people say to what it is: « palettes perdues HS » → pallet wood, 15 01 03.
//!
//! Resources and codes come ranked, with the words that decided. Three languages, accents, plurals, compounds and small misspellings are
//! handled; a hazard that hangs on content stays open as a mirror entry and as a question. Pure: knowledge in, ranking out.

mod codes;
mod index;
mod industry;
mod normalise;
mod resources;
mod settle;
mod vocabulary;

pub use codes::RankedCode;
pub use industry::RankedIndustry;
pub use normalise::{fold, stems};
pub use resources::RankedResource;
pub use settle::settle;

use chrono::NaiveDate;
use index::Phrases;
use reference::{Reference, WasteCode};
use serde::Serialize;

/// What a wording may be.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Classification {
    /// Resources, best first.
    pub resources: Vec<RankedResource>,
    /// Waste codes in force, best first.
    pub codes: Vec<RankedCode>,
    /// The question the answer hangs on; `None` when nothing does.
    pub question: Option<Ask>,
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

/// The classifier: build once, ask often.
pub struct Classifier<'a> {
    reference: &'a Reference,
    day: NaiveDate,
    resources: Phrases,
    labels: Phrases,
    label_codes: Vec<WasteCode>,
    cues: Phrases,
    industries: Phrases,
    industry_prefixes: Vec<Vec<String>>,
}

impl<'a> Classifier<'a> {
    /// Reads the knowledge; `day` says which version of the List of Waste is in force.
    pub fn new(reference: &'a Reference, day: NaiveDate) -> Self {
        let (labels, label_codes) = codes::label_phrases(reference, day);
        let (industries, industry_prefixes) = industry::phrases(reference);
        Self {
            reference,
            day,
            resources: resources::phrases(reference),
            labels,
            label_codes,
            cues: codes::cue_phrases(reference),
            industries,
            industry_prefixes,
        }
    }

    /// What a wording may be, at most `count` resources and codes.
    pub fn classify(&self, text: &str, count: usize) -> Classification {
        let query = stems(text);
        let mut resources = resources::rank(self, &query);
        let codes = codes::rank(self, &query, &resources, count);
        resources.truncate(count);
        let question = codes::question(self, &codes);
        Classification { resources, codes, question }
    }

    /// The kinds of firms a name may stand for (`Wall-board plant` → 23.62), best first.
    pub fn industry(&self, text: &str, count: usize) -> Vec<RankedIndustry> {
        industry::rank(self, &stems(text), count)
    }

    /// The knowledge it reads.
    pub fn reference(&self) -> &'a Reference {
        self.reference
    }
}
