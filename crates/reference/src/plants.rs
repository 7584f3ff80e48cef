//! Plants neighbours could build together: what they gather, in which sizes, what they make, cost, need and whom they employ.
//!
//! A plant holds no number of its own beside its sizes: it names figures, which have unit, source, date and confidence.

use crate::{Bilingual, FigureId, PathwayId, ResourceId, SourceId};
use serde::{Deserialize, Serialize};
use units::Unit;

/// A product of figures: all of `times` multiplied, divided by all of `over`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Amount {
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
    /// Hours a tonne.
    pub hours: Amount,
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
    /// Output units that replace one unit of it: the efficiency of the boiler that stops, for instance. Empty is one for one.
    #[serde(default)]
    pub output_per_unit: Amount,
    /// Emissions of what is replaced, per output unit.
    pub co2: Option<FigureId>,
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
    /// What its size is counted in: `kW`, `t/year`, `FTE`.
    pub size_unit: Unit,
    /// Sizes.
    pub sizes: Vec<Size>,
    /// Tonnes a year per size unit.
    pub capacity: Amount,
    /// Below this share of its capacity it cannot run.
    pub min_load: FigureId,
    /// Maintenance and insurance, share of the investment a year.
    pub om: FigureId,
    /// Years over which the investment is spread.
    pub lifetime: FigureId,
    /// Share of the investment that public funds usually bear.
    pub grant: Option<FigureId>,
    /// Running cost a tonne beside work.
    pub variable: FigureId,
    /// What comes out.
    pub output: ResourceId,
    /// What the output is counted in: `MWh`, `t`, `piece`.
    pub output_unit: Unit,
    /// Output per tonne taken in.
    pub per_t: Amount,
    /// Price of the output.
    pub price: FigureId,
    /// Who may take the output; empty when anybody buys it on the market.
    #[serde(default)]
    pub outlets: Vec<Outlet>,
    /// True when the output follows the heating season of those who take it.
    #[serde(default)]
    pub seasonal: bool,
    /// Own emissions of the plant a tonne taken in.
    pub co2: Option<FigureId>,
    /// Posts.
    pub posts: Vec<Post>,
    /// Hours of supervision per hour of insertion.
    pub supervision: FigureId,
    /// Permit rubrics.
    pub rubrics: Vec<String>,
    /// What must hold.
    #[serde(default)]
    pub conditions: Vec<Bilingual>,
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

    /// Every figure it names, by what it is for and in which unit it must be.
    pub fn figures(&self) -> Vec<(&'static str, &FigureId, String)> {
        let size = self.size_unit.to_string();
        let mut named = vec![
            ("min_load", &self.min_load, "1".to_owned()),
            ("om", &self.om, "%/year".to_owned()),
            ("lifetime", &self.lifetime, "year".to_owned()),
            ("variable", &self.variable, "EUR/t".to_owned()),
            ("price", &self.price, format!("EUR/{}", self.output_unit)),
            ("supervision", &self.supervision, "1".to_owned()),
        ];
        named.extend(self.sizes.iter().map(|s| ("capex", &s.capex, format!("EUR/({size})"))));
        named.extend(self.posts.iter().map(|p| ("cost_hour", &p.cost_hour, "EUR/h".to_owned())));
        named.extend(self.grant.iter().map(|id| ("grant", id, "1".to_owned())));
        named.extend(self.co2.iter().map(|id| ("co2", id, "kgCO2e/t".to_owned())));
        let replaced = self.outlets.iter().filter_map(|outlet| outlet.co2.as_ref());
        named.extend(replaced.map(|id| ("outlets.co2", id, format!("kgCO2e/{}", self.output_unit))));
        named
    }
}
