//! Plants neighbours could build together: what they gather, in which sizes, what they make, cost, need and whom they employ.
//!
//! A plant holds no number of its own beside its sizes: it names figures, which have unit, source, date and confidence.

mod check;
mod terms;

pub(crate) use check::check;
pub use terms::{Fraction, HeatLevel, Refusal};

use crate::{Bilingual, Catalogue, FigureId, Figures, Missing, PathwayId, ResourceId, SourceId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use units::{Quantity, Range, Unit};

/// A product of figures: all of `times` multiplied, divided by all of `over`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FigureProduct {
    /// A family with one figure a resource, `lhv` for `lhv.pallet-wood`; a resource without one takes that of the nearest more general resource.
    pub by_resource: Option<String>,
    /// Multiplied.
    pub times: Vec<FigureId>,
    /// Divided by.
    pub over: Vec<FigureId>,
}

/// One size in which it is built.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    /// In the plant's size unit.
    pub size: f64,
    /// Investment per size unit.
    pub capex: FigureId,
}

/// What qualification a post asks for or leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualification {
    /// None asked for.
    None,
    /// Learnt on the post: internal certificate, driving licence for lift trucks.
    OnTheJob,
    /// Level 3 of the French framework: CAP, title of operator.
    Level3,
    /// Level 4: bac, title of technician.
    Level4,
}

/// A kind of post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// ROME code.
    pub rome: String,
    /// Hours per input unit.
    pub hours: FigureProduct,
    /// True when an insertion structure may fill it.
    pub insertion: bool,
    /// Asked for on entry.
    pub entry: Qualification,
    /// Reached on exit.
    pub exit: Qualification,
    /// Loaded cost of an hour.
    pub cost_hour: FigureId,
}

/// Who may take what comes out: those who buy one of these today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlet {
    /// What they buy today, or anything more specific.
    pub buys: ResourceId,
    /// But not these, nor anything more specific.
    #[serde(default)]
    pub except: Vec<ResourceId>,
    /// Output units that replace one unit of it: the efficiency of the boiler that stops, for instance. Empty is one for one.
    #[serde(default)]
    pub output_per_unit: FigureProduct,
    /// What a unit of it said otherwise holds, in the unit its emissions and its cost are per: MWh in a m³ of oil, in a tonne of gas.
    #[serde(default)]
    pub holds: Vec<FigureId>,
    /// Emissions of what is replaced, per unit bought; `None`: those of the fuel the same site buys, else unknown.
    pub co2: Option<FigureId>,
    /// What a unit bought costs today, where the taker does not say: nobody pays more for what replaces it. `None` is unknown.
    pub cost: Option<FigureId>,
    /// Share of the purchase that the output can replace, whoever buys it; `None`: the plant's `industry` share of a manufacturer's fuel.
    pub share: Option<FigureId>,
}

/// What stays when inputs are used up, and must be paid for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Residue {
    /// What stays of an input unit: digestate, ash.
    pub per_input: FigureProduct,
    /// What being rid of a unit of it costs.
    pub cost: FigureId,
}

/// Preparing by hand what machines do otherwise: more hours of insertion, less running cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByHand {
    /// More hours per input unit, of the first insertion post.
    pub hours: FigureProduct,
    /// Running cost per input unit that is spared.
    pub spares: FigureId,
}

/// How far what comes out is brought when it needs somebody near.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Network {
    /// As the crow flies from the plant, at most.
    pub reach: FigureId,
    /// Output units a year that each more km of trench must carry.
    pub density: FigureId,
    /// Investment per km of trench; `None` when the plant's own investment holds it.
    pub trench: Option<FigureId>,
    /// Years over which the trench is spread.
    pub lifetime: FigureId,
}

/// Heat that comes beside the power of an engine, and is no part of what is sold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EngineHeat {
    /// MWh of heat per output unit.
    pub per_output: FigureId,
    /// Share of that heat that the plant needs for itself.
    pub own: FigureId,
}

/// A plant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plant {
    /// Stable id.
    pub id: String,
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
    /// It gathers what these pathways take.
    pub pathways: Vec<PathwayId>,
    /// But not these, nor anything more specific: what may not be mixed with the rest.
    #[serde(default)]
    pub apart: Vec<ResourceId>,
    /// What it does not take although its matter is right: other waste codes, painted wood.
    #[serde(default)]
    pub refuses: Refusal,
    /// What its size is counted in: `kW`, `t/year`, `FTE`.
    pub size_unit: Unit,
    /// Sizes.
    pub sizes: Vec<Size>,
    /// What supplies are counted in: `t`, `MWh`, `piece`.
    pub input_unit: Unit,
    /// What it takes in a year, per size unit; empty when `makes` says it.
    #[serde(default)]
    pub takes: FigureProduct,
    /// What it makes a year, per size unit; empty when `takes` says it.
    #[serde(default)]
    pub makes: FigureProduct,
    /// Below this share of its capacity it cannot run.
    pub min_load: FigureId,
    /// Maintenance and insurance, share of the investment a year.
    pub om: FigureId,
    /// Years over which the investment is spread.
    pub lifetime: FigureId,
    /// Share of the investment that public funds usually bear.
    pub grant: Option<FigureId>,
    /// Running cost per input unit, work apart.
    pub variable: FigureId,
    /// What stays and must be paid for; `None`: nothing, or the running cost holds it.
    pub residue: Option<Residue>,
    /// What comes out.
    pub output: ResourceId,
    /// What the output is counted in: `MWh`, `t`, `piece`.
    pub output_unit: Unit,
    /// Output per input unit.
    pub per_input: FigureProduct,
    /// Price of the output; of several fractions, what is said of them holds.
    pub price: FigureId,
    /// The several things that come out, with `output` the first of them; empty when it is one.
    #[serde(default)]
    pub fractions: Vec<Fraction>,
    /// Who may take the output; empty when anybody buys it on the market.
    #[serde(default)]
    pub outlets: Vec<Outlet>,
    /// Levels of heat at which it serves only part of a need; a taker that says none of them has all of its heat served.
    #[serde(default)]
    pub levels: Vec<HeatLevel>,
    /// Activities (first digits of NAF rev. 2) that do not host it for having room: a laboratory's hall is no waste site.
    #[serde(default)]
    pub not_at: Vec<String>,
    /// °C below which a source of heat is too cold for what it makes; `None` where nothing is asked of it.
    pub coldest: Option<FigureId>,
    /// How many times its own need a taker may have made on its ground, unless it said that it has room. `None`: any size.
    pub host: Option<FigureId>,
    /// How the output gets to those who take it; needed as soon as there are `outlets`.
    pub network: Option<Network>,
    /// Share of a manufacturer's purchase that the output can replace: furnaces need more than hot water. `None` is all of it.
    pub industry: Option<FigureId>,
    /// The same plant with more work by hand, as another choice.
    pub by_hand: Option<ByHand>,
    /// Investment per input unit kept in store.
    pub store: Option<FigureId>,
    /// True when the output follows the heating season of those who take it.
    #[serde(default)]
    pub seasonal: bool,
    /// Own emissions of the plant per input unit.
    pub co2: Option<FigureId>,
    /// Own emissions per output unit, where they are published so; instead of `co2`.
    pub co2_per_output: Option<FigureId>,
    /// Emissions of what an output unit replaces on the market; with `outlets` they say it.
    pub avoided: Option<FigureId>,
    /// Posts.
    pub posts: Vec<Post>,
    /// Insertion employees per supervisor.
    pub supervision: FigureId,
    /// What it burns per size unit, in the unit of its size; `None` when it burns nothing, or nothing worth a permit.
    pub fuel: Option<FigureProduct>,
    /// Heat of an engine whose power is the output; `None` without engine.
    pub heat: Option<EngineHeat>,
    /// Permit rubrics.
    pub rubrics: Vec<String>,
    /// What must hold.
    #[serde(default)]
    pub conditions: Vec<Bilingual>,
    /// True when what it takes in keeps, so that it may be gathered in one season and used in another.
    #[serde(default)]
    pub storable: bool,
    /// How far supplies are worth hauling, km.
    pub gather_km: f64,
    /// Sources.
    pub source: Vec<SourceId>,
}

impl Plant {
    /// The label in a language (`fr` unless `en`).
    pub fn label(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.fr }
    }
}

impl Plant {
    /// True when supplies come by pipe or cable, not on the road.
    pub fn is_piped(&self) -> bool {
        let mass: Option<Unit> = "t".parse().ok();
        !mass.is_some_and(|mass| mass.same_kind(&self.input_unit))
    }
}

impl FigureProduct {
    /// True when it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Its value on a day, in base units, for a resource (dense index) when a family by resource is named. The range is that of the extremes:
    /// the figures are taken as if they went together, which is cautious.
    pub fn on(
        &self,
        figures: &Figures,
        catalogue: &Catalogue,
        resource: Option<usize>,
        day: NaiveDate,
    ) -> Result<Quantity, Missing> {
        let mut value = Quantity::new(Range::ONE, Unit::one());
        if let Some(family) = &self.by_resource {
            value = value.times(&of_resource(family, figures, catalogue, resource, day)?.value);
        }
        for id in &self.times {
            value = value.times(&figures.on(id.as_str(), day)?.value);
        }
        for id in &self.over {
            let figure = figures.on(id.as_str(), day)?;
            value = value.per(&figure.value).ok_or_else(|| Missing::Unknown { id: format!("1/{id}") })?;
        }
        Ok(value)
    }

    /// The figure of its family for a resource (dense index); `None` without family, or when none holds.
    pub fn of_resource<'a>(
        &self,
        figures: &'a Figures,
        catalogue: &Catalogue,
        resource: Option<usize>,
        day: NaiveDate,
    ) -> Option<&'a crate::Figure> {
        of_resource(self.by_resource.as_ref()?, figures, catalogue, resource, day).ok()
    }

    /// The ids of the figures it names outright, or would use for a resource.
    pub fn ids(&self) -> impl Iterator<Item = &FigureId> {
        self.times.iter().chain(&self.over)
    }
}

/// The figure of a family for a resource or what it is a kind of.
fn of_resource<'a>(
    family: &str,
    figures: &'a Figures,
    catalogue: &Catalogue,
    resource: Option<usize>,
    day: NaiveDate,
) -> Result<&'a crate::Figure, Missing> {
    let up = resource.into_iter().flat_map(|ix| catalogue.ancestors(ix).iter());
    let named = up.map(|&(ix, _)| format!("{family}.{}", catalogue.all()[ix].id));
    let none = Missing::Unknown { id: format!("{family}.*") };
    named
        .map(|id| figures.on(&id, day))
        .find(|found| !matches!(found, Err(Missing::Unknown { .. })))
        .unwrap_or(Err(none))
}
