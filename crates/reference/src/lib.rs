//! What fe2i knows, read from `data/` (embedded) and checked: nomenclatures with validity dates, the resource catalogue, pathways,
//! activity profiles, sharing rules, prohibitions, legal checklists and every figure with its source.
//!
//! [`Reference::embedded`] gives the knowledge the binary ships; [`Reference::load`] reads any other set of files in the same format
//! (tests, a territory's overrides). The format is `data/README.md`; unknown keys and unknown ids are refused.

mod activities;
mod by_product;
mod by_resource;
mod checks;
mod co2_flows;
mod cues;
mod error;
mod fate_words;
mod figures;
mod gathering;
mod geography;
mod habits;
mod ids;
mod legal;
mod load;
mod naf;
mod nomenclatures;
mod overrides;
mod pathways;
mod plants;
mod presence;
mod rarity;
mod resources;
mod rules;
mod sense;
mod sharing;
mod sources;
mod specialties;
mod speech;
mod spelling;
mod usual_price;
mod waste_list;
mod weights;

pub use activities::{Activities, Activity, Amount, Profile, Typical};
pub use by_resource::ByResource;
pub use co2_flows::{Co2Flow, EnergyCarrier, FateWord, Uses, UsualTreatment};
pub use cues::Cue;
pub use error::DataError;
pub use fate_words::FateRoute;
pub use figures::{Confidence, Figure, Figures, Middles, Missing};
pub use gathering::{Gathering, Vehicle};
pub use geography::{Commune, Geography, Outline};
pub use habits::{Giver, Habits, Matter, Taker};
pub use ids::{FigureId, PathwayId, ResourceId, SourceId};
pub use legal::{Clause, Family, Legal, Level, Only, Regime, Route, Rubric, Scope, Step, Tracking};
pub use load::{DataFile, Reference};
pub use naf::{ActivityCode, Naf, NafError, NafVersion};
pub use nomenclatures::{Band, InsertionKind, Nomenclatures, Operation, Skill};
pub use overrides::Override;
pub use pathways::{Hierarchy, Inline, Pathway, Pathways, Product, Reach, RouteKind, Runner, Serves};
pub use plants::{
    ByHand, EngineHeat, FigureProduct, Fraction, HeatLevel, Network, Outlet, Plant, Post, Qualification,
    Refusal, Residue, Size,
};
pub use presence::Presence;
pub use rarity::{Rarity, Side};
pub use resources::{Catalogue, Form, Hazard, Kind, Piece, Range3, Resource};
pub use rules::{Forbid, Unsaid};
pub use sense::{Apart, GoodSense, Kinds, Sense, Tells, degrees};
pub use sharing::{Between, How, Saving, Sharing};
pub use sources::Source;
pub use specialties::{Specialty, named, special_class, split_class};
pub use speech::{Caution, Light, Same, Speech, Term, Twin, Usual, Weight};
pub use spelling::edits;
pub use usual_price::UsualPrice;
pub use waste_list::{Entry, WasteCode, WasteCodeError, WasteEntry, WasteList};
pub use weights::Weights;

/// A text in the two languages of the product.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The text in a language; anything but English reads French.
    pub fn get(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.fr }
    }
}
