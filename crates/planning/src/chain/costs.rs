//! What a plant costs and brings, from the figures it names.

use super::Supply;
use super::ask::{Ask, hour, mean_output};
use super::build::World;
use super::supplies::{euros, year};
use reference::{FigureId, Missing};
use units::{Range, Unit};

/// What hauling a skip is reckoned from: its way, its hour, a stop, what it holds.
pub const HAUL_FIGURES: [&str; 5] = [
    "price.transport.skip",
    "price.transport.truck-hour",
    "transport.handling-time",
    "transport.payload.skip",
    "transport.volume.skip",
];

/// One size of the plant.
#[derive(Clone, Debug, PartialEq)]
pub struct SizeCost {
    /// In the plant's size unit.
    pub size: f64,
    /// Input units a year it can take.
    pub capacity: Range,
    /// EUR of investment.
    pub capex: Range,
    /// Output units it can make in a month at full power; `None` where nothing but a year's work is known of its size.
    pub month: Option<f64>,
    /// True when more is done by hand.
    pub by_hand: bool,
}

/// What doing more by hand changes, per input unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HandWork {
    /// More hours of the first insertion post.
    pub hours: Range,
    /// EUR of running cost spared.
    pub spares: Range,
}

/// The work of one post.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    /// True when an insertion structure may fill it.
    pub insertion: bool,
    /// Hours per input unit.
    pub hours: Range,
    /// EUR/h, loaded, before aid.
    pub cost: Range,
    /// EUR per hour of this post that supervising it costs; 0 when it is no insertion post.
    pub supervision: Range,
}

/// What bringing the output to its takers costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trench {
    /// EUR per km.
    pub capex: Range,
    /// Years.
    pub lifetime: Range,
}

/// A skip on the road.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Haulage {
    /// EUR per t and km with a full payload.
    pub eur_t_km: Range,
    /// Hours of a stop: loading, or unloading.
    pub stop: Range,
    /// EUR per hour of lorry and driver.
    pub hour: Range,
    /// t at most.
    pub payload: Range,
    /// m³ at most.
    pub volume: Range,
    /// tCO2e per t and km; `None` is unknown.
    pub co2: Option<Range>,
}

impl Haulage {
    /// Tonnes of a matter on a lorry: full by weight or by room; t per m³ unknown, by weight.
    pub fn load(&self, density: Option<f64>) -> f64 {
        let payload = self.payload.mid();
        density.map_or(payload, |density| payload.min(density * self.volume.mid())).max(0.1)
    }

    /// EUR per t over so many road km: the lorry's way, and its two stops. `eur_t_km` and `stop_eur` as picked.
    pub fn per_tonne(&self, (eur_t_km, stop_eur): (f64, f64), density: Option<f64>, km: f64) -> f64 {
        let load = self.load(density);
        (eur_t_km * self.payload.mid() * km + 2.0 * stop_eur) / load
    }
}

/// Ranges of all it costs, each in the unit its comment says.
#[derive(Clone, Debug, PartialEq)]
pub struct Costs {
    /// Sizes, smallest first, then the same by hand.
    pub sizes: Vec<SizeCost>,
    /// What doing more by hand changes; `None` when that is no choice.
    pub by_hand: Option<HandWork>,
    /// Share of its capacity below which it cannot run.
    pub min_load: Range,
    /// Share of the investment a year.
    pub om: Range,
    /// Years.
    pub lifetime: Range,
    /// A year.
    pub discount: Range,
    /// Share of the investment; `None` when no grant is usual.
    pub grant: Option<Range>,
    /// EUR per input unit, work and residue apart.
    pub variable: Range,
    /// EUR per input unit to be rid of what stays; `None` when nothing does, or the running cost holds it.
    pub residue: Option<Range>,
    /// EUR per output unit.
    pub price: Range,
    /// tCO2e per input unit that the plant itself emits; `None` is unknown.
    pub co2: Option<Range>,
    /// tCO2e per output unit of what it replaces on the market; `None` when takers say it, or it is unknown.
    pub avoided: Option<Range>,
    /// By post, in the order of the plant.
    pub posts: Vec<Work>,
    /// Insertion employees per supervisor.
    pub supervision: Range,
    /// The trench to the takers; `None` when there is none or the plant's investment holds it.
    pub trench: Option<Trench>,
    /// EUR per input unit kept in store; `None` when nothing is kept.
    pub store: Option<Range>,
    /// Output units per input unit, mean over the supplies.
    pub output: Range,
    /// True when a size is said in output: rich matter fills the plant sooner than lean matter.
    pub by_output: bool,
    /// What brings the inputs; `None` when they come by pipe.
    pub haul: Option<Haulage>,
    /// Road km per km as the crow flies.
    pub detour: Range,
}

impl Costs {
    /// The posts of a size, in the order of the plant.
    pub fn work(&self, by_hand: bool) -> Vec<Work> {
        let mut posts = self.posts.clone();
        let more = self.by_hand.filter(|_| by_hand);
        if let Some((more, first)) = more.zip(posts.iter_mut().find(|post| post.insertion)) {
            first.hours = first.hours + more.hours;
        }
        posts
    }

    /// EUR per input unit of a size, residue in, work apart.
    pub fn running(&self, by_hand: bool) -> Range {
        let spared = self.by_hand.filter(|_| by_hand).map(|more| more.spares.scale(-1.0));
        [spared, self.residue].into_iter().flatten().fold(self.variable, |sum, more| sum + more)
    }

    pub(super) fn of(world: &World<'_>, supplies: &[Supply]) -> Result<Self, Missing> {
        let plant = world.plant;
        let ask = Ask(world);
        let (one, input) = (Unit::one(), &plant.input_unit);
        let output = mean_output(supplies);
        let posts = plant.posts.iter().map(|post| {
            let hours = ask.product(&post.hours, &hour().per(input))?;
            let cost = ask.figure(&post.cost_hour, &euros().per(&hour()))?;
            Ok(Work { insertion: post.insertion, hours, cost, supervision: ask.supervision(post.insertion)? })
        });
        let by_hand = plant.by_hand.as_ref().map(|by_hand| ask.by_hand(by_hand)).transpose()?;
        let mut sizes: Vec<SizeCost> =
            plant.sizes.iter().map(|size| ask.size(size, output)).collect::<Result<_, _>>()?;
        if by_hand.is_some() {
            let again: Vec<SizeCost> =
                sizes.iter().map(|size| SizeCost { by_hand: true, ..size.clone() }).collect();
            sizes.extend(again);
        }
        let trench = plant.network.as_ref().and_then(|network| Some((network.trench.as_ref()?, network)));
        let trench = trench.map(|(capex, network)| ask.trench(capex, network)).transpose()?;
        Ok(Self {
            sizes,
            by_hand,
            min_load: ask.figure(&plant.min_load, &one)?,
            om: ask.figure(&plant.om, &one.per(&year()))?,
            lifetime: ask.figure(&plant.lifetime, &year())?,
            discount: ask.figure(&FigureId::from("facility.finance.discount-rate"), &one.per(&year()))?,
            grant: plant.grant.as_ref().map(|id| ask.figure(id, &one)).transpose()?,
            variable: ask.figure(&plant.variable, &euros().per(input))?,
            price: ask.price()?,
            residue: plant.residue.as_ref().map(|residue| ask.residue(residue)).transpose()?,
            co2: ask.own_co2(output)?,
            avoided: ask.avoided()?,
            posts: posts.collect::<Result<_, Missing>>()?,
            supervision: ask.figure(&plant.supervision, &one)?,
            trench,
            store: plant.store.as_ref().map(|id| ask.figure(id, &euros().per(input))).transpose()?,
            output,
            by_output: plant.takes.is_empty(),
            haul: (!plant.is_piped()).then(|| ask.haulage()).transpose()?,
            detour: ask.figure(&FigureId::from("transport.detour-factor"), &one)?,
        })
    }
}
