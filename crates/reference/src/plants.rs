//! Plants neighbours could build together: what they gather, in which sizes, what they make, cost, need and whom they employ.
//!
//! A plant holds no number of its own beside its sizes: it names figures, which have unit, source, date and confidence.

use crate::{
    Bilingual, Catalogue, DataError, FigureId, Figures, Missing, PathwayId, Reference, ResourceId, SourceId,
};
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
    /// Price of the output.
    pub price: FigureId,
    /// Who may take the output; empty when anybody buys it on the market.
    #[serde(default)]
    pub outlets: Vec<Outlet>,
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

/// Every id known, every figure of the unit its use asks for.
pub(crate) fn check(reference: &Reference, faults: &mut Vec<DataError>) {
    let mut seen = std::collections::HashSet::new();
    for plant in &reference.plants {
        let mut fault = |what: String| faults.push(DataError::new("plants", plant.id.as_str(), what));
        if !seen.insert(&plant.id) {
            fault("défini deux fois".into());
        }
        for pathway in plant.pathways.iter().filter(|id| reference.pathways.get(id.as_str()).is_none()) {
            fault(format!("filière inconnue « {pathway} »"));
        }
        let outlets = plant.outlets.iter().flat_map(|o| std::iter::once(&o.buys).chain(&o.except));
        let named = std::iter::once(&plant.output).chain(&plant.apart).chain(outlets);
        for resource in named.filter(|id| reference.catalogue.index_of(id.as_str()).is_none()) {
            fault(format!("ressource inconnue « {resource} »"));
        }
        for rubric in
            plant.rubrics.iter().filter(|code| !reference.legal.rubrics.iter().any(|r| r.id == **code))
        {
            fault(format!("rubrique inconnue « {rubric} »"));
        }
        for post in
            plant.posts.iter().filter(|post| !reference.lists.skills.iter().any(|s| s.code == post.rome))
        {
            fault(format!("code ROME inconnu « {} »", post.rome));
        }
        for source in plant.source.iter().filter(|id| !reference.sources.contains_key(*id)) {
            fault(format!("source inconnue « {source} »"));
        }
        if plant.takes.is_empty() == plant.makes.is_empty() {
            fault("« takes » ou « makes », l'un des deux".into());
        }
        if plant.co2.is_some() && plant.co2_per_output.is_some() {
            fault("« co2 » ou « co2_per_output », pas les deux".into());
        }
        for id in plant.outlets.iter().filter_map(|outlet| outlet.cost.as_ref()) {
            if !reference.figures.all().any(|figure| figure.id == *id) {
                fault(format!("outlets.cost : valeur inconnue « {id} »"));
            }
        }
        if plant.by_hand.is_some() && !plant.posts.iter().any(|post| post.insertion) {
            fault("« by_hand » sans poste d'insertion".into());
        }
        if plant.outlets.is_empty() == plant.network.is_some() {
            fault("« network » avec « outlets », et seulement avec eux".into());
        }
        plant.units(reference).into_iter().for_each(fault);
    }
}

impl Plant {
    /// What is wrong with the units of what it names.
    fn units(&self, reference: &Reference) -> Vec<String> {
        let (input, output, size) = (&self.input_unit, &self.output_unit, &self.size_unit);
        let year: Unit = "year".parse().unwrap_or_else(|_| Unit::one());
        let euros: Unit = "EUR".parse().unwrap_or_else(|_| Unit::one());
        let hours: Unit = "h".parse().unwrap_or_else(|_| Unit::one());
        let co2: Unit = "tCO2e".parse().unwrap_or_else(|_| Unit::one());
        let single = |id: &FigureId| FigureProduct { times: vec![id.clone()], ..FigureProduct::default() };
        let per_size_year = |unit: &Unit| unit.per(&year).per(size);
        let mut wanted = vec![
            ("min_load", single(&self.min_load), Unit::one()),
            ("om", single(&self.om), Unit::one().per(&year)),
            ("lifetime", single(&self.lifetime), year.clone()),
            ("variable", single(&self.variable), euros.per(input)),
            ("price", single(&self.price), euros.per(output)),
            ("supervision", single(&self.supervision), Unit::one()),
            ("per_input", self.per_input.clone(), output.per(input)),
            ("takes", self.takes.clone(), per_size_year(input)),
            ("makes", self.makes.clone(), per_size_year(output)),
        ];
        wanted.extend(self.sizes.iter().map(|s| ("sizes.capex", single(&s.capex), euros.per(size))));
        wanted.extend(self.posts.iter().map(|p| ("posts.hours", p.hours.clone(), hours.per(input))));
        wanted
            .extend(self.posts.iter().map(|p| ("posts.cost_hour", single(&p.cost_hour), euros.per(&hours))));
        wanted.extend(self.grant.iter().map(|id| ("grant", single(id), Unit::one())));
        wanted.extend(self.fuel.iter().map(|fuel| ("fuel", fuel.clone(), Unit::one())));
        wanted.extend(self.co2.iter().map(|id| ("co2", single(id), co2.per(input))));
        wanted.extend(self.co2_per_output.iter().map(|id| ("co2_per_output", single(id), co2.per(output))));
        wanted.extend(self.avoided.iter().map(|id| ("avoided", single(id), co2.per(output))));
        wanted.extend(self.host.iter().map(|id| ("host", single(id), Unit::one())));
        let shares = self.outlets.iter().filter_map(|outlet| outlet.share.as_ref());
        wanted.extend(shares.map(|id| ("outlets.share", single(id), Unit::one())));
        if let Some(residue) = &self.residue {
            let mut cost = residue.per_input.clone();
            cost.times.push(residue.cost.clone());
            wanted.push(("residue", cost, euros.per(input)));
        }
        wanted.extend(self.industry.iter().map(|id| ("industry", single(id), Unit::one())));
        wanted.extend(self.store.iter().map(|id| ("store", single(id), euros.per(input))));
        if let Some(by_hand) = &self.by_hand {
            wanted.push(("by_hand.hours", by_hand.hours.clone(), hours.per(input)));
            wanted.push(("by_hand.spares", single(&by_hand.spares), euros.per(input)));
        }
        if let Some(network) = &self.network {
            let km: Unit = "km".parse().unwrap_or_else(|_| Unit::one());
            wanted.push(("network.reach", single(&network.reach), km.clone()));
            wanted.push(("network.density", single(&network.density), output.per(&km).per(&year)));
            wanted.push(("network.lifetime", single(&network.lifetime), year.clone()));
            wanted.extend(network.trench.iter().map(|id| ("network.trench", single(id), euros.per(&km))));
        }
        let replaced = self.outlets.iter().filter_map(|outlet| outlet.co2.as_ref());
        wanted.extend(replaced.map(|id| ("outlets.co2", single(id), co2.per(output))));
        let outlets = wanted.into_iter().filter(|(_, product, _)| !product.is_empty());
        outlets.filter_map(|(what, product, unit)| misfit(what, &product, &unit, reference)).collect()
    }
}

/// Why a product of figures is not in a unit; a family by resource is judged by its first figure.
fn misfit(what: &str, product: &FigureProduct, wanted: &Unit, reference: &Reference) -> Option<String> {
    let mut unit = Unit::one();
    let figure = |id: &FigureId| reference.figures.all().find(|figure| figure.id == *id);
    if let Some(family) = &product.by_resource {
        let prefix = format!("{family}.");
        let Some(first) = reference.figures.under(&prefix).next() else {
            return Some(format!("{what} : aucune valeur « {prefix}* »"));
        };
        unit = unit.times(&first.value.unit);
    }
    for id in &product.times {
        let Some(figure) = figure(id) else { return Some(format!("{what} : valeur inconnue « {id} »")) };
        unit = unit.times(&figure.value.unit);
    }
    for id in &product.over {
        let Some(figure) = figure(id) else { return Some(format!("{what} : valeur inconnue « {id} »")) };
        unit = unit.per(&figure.value.unit);
    }
    let found = unit.symbol();
    (!unit.same_kind(wanted)).then(|| format!("{what} : en « {found} », il faut « {} »", wanted.symbol()))
}
