//! From a territory to a planning question: who could supply a shared plant, where it could stand, who would take what it makes.
//!
//! A [`Chain`] keeps every number as a range with what it rests on; [`Chain::instance`] picks one value of each (the middle ones, or a draw)
//! and gives the solver's question. The way back, from a plan to money, posts and partners, is [`study()`] and what it uses: [`economics`], [`jobs`], [`partners`].

mod ask;
mod barred;
mod build;
pub mod cash;
pub mod collection;
mod costs;
mod demand;
pub mod economics;
mod explain;
mod front;
pub mod heat;
mod instance;
pub mod jobs;
mod opened;
mod outlets;
pub mod partners;
mod parts;
pub mod permits;
mod promise;
mod risk;
mod screen;
mod spots;
pub mod study;
mod sturdy;
mod supplies;

pub use barred::Barred;
pub use build::{Options, build, plants_for};
pub use costs::{Costs, HAUL_FIGURES, HandWork, Haulage, SizeCost, Trench, Work};
pub use front::{Choice, SEARCHES};
pub use instance::{Aims, Pick};
pub use risk::{Caution, Gone, Moved, Risk};
pub use screen::FIRST as FIRST_DRAWS;
pub use study::{Asked, Front, Study, advised, plans, study, with_front};
pub use sturdy::{Sturdy, sturdy};

#[cfg(test)]
mod tests;

use model::{Basis, FlowId, Place, SiteId};
use reference::{FigureId, ResourceId};
use units::Range;

/// Twelve shares of a year, January first; they add up to 1.
pub type Months = [f64; 12];

/// A residue that could be gathered.
#[derive(Clone, Debug, PartialEq)]
pub struct Supply {
    /// Which flow.
    pub flow: FlowId,
    /// Where.
    pub site: SiteId,
    /// Of what.
    pub resource: ResourceId,
    /// Input units a year.
    pub amount: Range,
    /// When in the year.
    pub months: Months,
    /// True when the season was said, false when it is taken as even.
    pub season_known: bool,
    /// What its holder pays today to be rid of it, EUR per input unit, negative when it is paid; `None` is unknown.
    pub cost_today: Option<Range>,
    /// The figure the cost comes from; `None` when the holder said it.
    pub cost_figure: Option<FigureId>,
    /// Output units per input unit.
    pub output: Range,
    /// t per m³ as it is given out; `None` is unknown.
    pub density: Option<f64>,
    /// How the amount is known.
    pub basis: Basis,
}

/// Somebody who would take what comes out.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlet {
    /// What they buy today.
    pub flow: FlowId,
    /// Where.
    pub site: SiteId,
    /// Output units a year that would replace it.
    pub amount: Range,
    /// When in the year.
    pub months: Months,
    /// tCO2e per output unit of what is replaced; `None` is unknown.
    pub co2: Option<Range>,
    /// EUR per output unit that what is replaced costs today; `None` is unknown.
    pub cost: Option<Range>,
    /// The figure of the share of the purchase that is counted; `None`: all of it.
    pub share_figure: Option<FigureId>,
    /// The level of heat it says it needs (id of [`reference::HeatLevel`]), where the plant serves only part of it.
    pub level: Option<String>,
}

/// Where the plant could stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Which site.
    pub site: SiteId,
    /// Why there: it takes the output, has room, employs.
    pub why: Why,
    /// Positions in [`Chain::outlets`] that are joined to it; empty when the output goes to market. The same site stands in the list once a
    /// network worth weighing: whom to join is a choice.
    pub outlets: Vec<usize>,
    /// Km of trench that join them to it.
    pub trench_km: f64,
    /// Output units a year that may be made there at most; `None`: any number, the site has room.
    pub most: Option<f64>,
}

/// Why a site is a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It would take what comes out.
    Outlet,
    /// An insertion structure that could staff it.
    Insertion,
    /// It said that it has room.
    Room,
    /// A local authority.
    Authority,
    /// It already runs such a plant.
    Runs,
}

/// A planning question about one kind of plant.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// Id of the plant in `data/plants`.
    pub plant: String,
    /// Who supplies, largest first.
    pub supplies: Vec<Supply>,
    /// Where it could stand: the best placed of the candidates.
    pub spots: Vec<Spot>,
    /// Candidate sites there are, those that are not weighed counted.
    pub candidates: usize,
    /// Who takes the output; empty when it goes to market.
    pub outlets: Vec<Outlet>,
    /// What it costs.
    pub costs: Costs,
    /// How far supplies may come, km as the crow flies; `None` when haulage alone decides.
    pub reach_km: Option<f64>,
    /// Every site named above, with how precisely it is known.
    pub places: std::collections::BTreeMap<SiteId, Place>,
}

impl Chain {
    /// Km as the crow flies to reckon with, between two sites; `None` when a place is unknown.
    pub fn km(&self, a: &SiteId, b: &SiteId) -> Option<f64> {
        Some(self.places.get(a)?.reckoned_km(*self.places.get(b)?))
    }
}

/// Why there is no question.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ChainError {
    /// Nobody gives out what the plant takes, with an amount and a place.
    #[error("personne ne donne, avec une quantité et un lieu connus, ce que prend « {plant} »")]
    NoSupply {
        /// Which plant.
        plant: String,
    },
    /// No site could hold it.
    #[error(
        "aucun site connu ne pourrait accueillir « {plant} » : il faut un preneur, une structure d'insertion, une collectivité ou un terrain"
    )]
    NoSpot {
        /// Which plant.
        plant: String,
    },
    /// Nobody near says a need of what it makes.
    #[error(
        "« {plant} » : aucun preneur connu ; dire qui achète ou cherche ce qu'il fait (chaleur, gaz, fioul…), avec une quantité par an"
    )]
    NoTaker {
        /// Which plant.
        plant: String,
    },
    /// Those who may need what it makes do not say how much.
    #[error(
        "« {plant} » : des preneurs possibles, mais aucun besoin chiffré ; demander combien par an à : {sites}"
    )]
    TakersUnknown {
        /// Which plant.
        plant: String,
        /// Their names.
        sites: String,
    },
    /// A figure it needs is missing or out of date.
    #[error("« {plant} » : {missing}")]
    Figure {
        /// Which plant.
        plant: String,
        /// Which figure, and why.
        missing: reference::Missing,
    },
    /// No such plant.
    #[error("équipement inconnu « {plant} » ; connus : {known}")]
    Unknown {
        /// What was asked.
        plant: String,
        /// What there is.
        known: String,
    },
}
