//! How the plan fares when figures and supplies turn out otherwise: seeded draws of every range, a supplier or a taker gone, prices moved.

use super::promise::Promise;
use super::study::Opened;
use super::{Asked, Chain, Pick};
use crate::draws::{Change, only, quantile, swings, tail};
use crate::instance::{Instance, Supply, Weights};
use model::{FlowId, SiteId};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Draws of a plan.
pub const DRAWS: usize = 1_000;
/// Suppliers and takers taken away one by one.
const GONE: usize = 5;
/// How far a price moves.
const BY: f64 = 0.3;
/// Prices shown.
const PRICES: usize = 3;

/// How bad years weigh.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Caution {
    /// 0.9 looks at the worst tenth of the draws.
    pub level: f64,
    /// Share of draws in which every plant must reach its minimum load (0: not asked).
    pub chance: f64,
}

impl Default for Caution {
    fn default() -> Self {
        Self { level: 0.9, chance: 0.0 }
    }
}

/// What may happen to a plan whose plants stand.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Risk {
    /// How many draws.
    pub draws: usize,
    /// EUR a year gained with every range at its middle.
    pub middle: Option<f64>,
    /// One draw in ten gains less, EUR a year.
    pub p10: Option<f64>,
    /// Half.
    pub p50: Option<f64>,
    /// Nine in ten gain less.
    pub p90: Option<f64>,
    /// Mean of the worst draws, EUR a year: the worst tenth, or what [`Caution`] says.
    pub worst: Option<f64>,
    /// Share of draws in which a euro or more is gained.
    pub gains: f64,
    /// Share of draws in which every plant reaches its minimum load.
    pub minimum_met: f64,
    /// The prices that matter most, widest first.
    pub prices: Vec<Moved>,
    /// Without each large supplier.
    pub suppliers: Vec<Gone>,
    /// Without each large taker.
    pub takers: Vec<Gone>,
}

/// A price 30 % lower and higher.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Moved {
    /// Which.
    pub price: Change,
    /// EUR a year when lower.
    pub low: f64,
    /// EUR a year when higher.
    pub high: f64,
}

/// The same plants without somebody.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Gone {
    /// Whose flow.
    pub flow: FlowId,
    /// Where.
    pub site: SiteId,
    /// EUR a year then, what is built still paid; `None` when nothing can be planned.
    pub gain: Option<f64>,
}

/// The draws, the fragility and the tornado of the plants that open, run as the plan promises; `None` when nothing opens.
pub(super) fn risk(
    chain: &Chain,
    asked: &Asked<'_>,
    opened: &[Opened],
    open: &[String],
    promise: &Promise<'_>,
) -> Option<Risk> {
    if open.is_empty() {
        return None;
    }
    let middle = only(&euros(chain.instance(&asked.aims, asked.plant.storable, &mut Pick::middle())), open);
    let results = drawn(chain, asked, open, promise);
    let gains = sorted(&results);
    let part = |count: usize| count as f64 / DRAWS as f64;
    let swings = swings(&middle, BY, PRICES, |moved| promise.gain(moved));
    Some(Risk {
        draws: DRAWS,
        middle: promise.gain(&middle),
        p10: quantile(&gains, 0.1),
        p50: quantile(&gains, 0.5),
        p90: quantile(&gains, 0.9),
        worst: tail(&gains, asked.caution.level, true),
        gains: part(gains.iter().filter(|gain| **gain >= 1.0).count()),
        minimum_met: part(results.iter().filter(|(_, met)| *met).count()),
        prices: swings.into_iter().map(|s| Moved { price: s.change, low: s.low, high: s.high }).collect(),
        suppliers: suppliers(promise, opened, &middle),
        takers: takers(chain, promise, opened, &middle),
    })
}

/// EUR of each draw of plants that stand, and whether all of them reach their minimum load.
fn drawn(
    chain: &Chain,
    asked: &Asked<'_>,
    open: &[String],
    promise: &Promise<'_>,
) -> Vec<(Option<f64>, bool)> {
    // A draw needs no other place, and picks the same values without them.
    let mut standing = chain.clone();
    let here: Vec<&SiteId> = open.iter().filter_map(|id| Some(&chain.option(id)?.0.site)).collect();
    standing.spots.retain(|spot| here.contains(&&spot.site));
    let mut draws = Draws::new(asked);
    let years: Vec<Instance> = (0..DRAWS).map(|_| only(&draws.next(&standing, asked), open)).collect();
    years.par_iter().map(|draw| promise.draw(draw)).collect()
}

fn sorted(results: &[(Option<f64>, bool)]) -> Vec<f64> {
    let mut gains: Vec<f64> = results.iter().filter_map(|(gain, _)| *gain).collect();
    gains.sort_by(f64::total_cmp);
    gains
}

/// EUR a year that half of the draws of a plan exceed, the draws being the same for every plan.
pub(super) fn median(
    chain: &Chain,
    asked: &Asked<'_>,
    open: &[String],
    promise: &Promise<'_>,
) -> Option<f64> {
    quantile(&sorted(&drawn(chain, asked, open, promise)), 0.5)
}

/// Years in euros, each range drawn: the same ones, in the same order, for every plan of a question.
pub(super) struct Draws(Xoshiro256PlusPlus);

impl Draws {
    pub(super) fn new(asked: &Asked<'_>) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(asked.settings.seed))
    }

    pub(super) fn next(&mut self, chain: &Chain, asked: &Asked<'_>) -> Instance {
        let mut pick = Pick::drawn(|range| range.quantile(share(&mut self.0)));
        euros(chain.instance(&asked.aims, asked.plant.storable, &mut pick))
    }
}

/// A share of the probability between 0 and 1.
fn share(random: &mut Xoshiro256PlusPlus) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// The same question in euros alone, whatever the plan was chosen for.
pub(super) fn euros(mut instance: Instance) -> Instance {
    instance.weights = Some(Weights::default());
    instance
}

/// The largest suppliers, each with all its flows.
fn suppliers(promise: &Promise<'_>, opened: &[Opened], middle: &Instance) -> Vec<Gone> {
    let mut sites: BTreeMap<&SiteId, (f64, Vec<&FlowId>)> = BTreeMap::new();
    for line in opened.iter().flat_map(|opened| &opened.suppliers) {
        let site = sites.entry(&line.site).or_default();
        site.0 += line.input;
        site.1.push(&line.flow);
    }
    let mut sites: Vec<_> = sites.into_iter().collect();
    sites.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then_with(|| a.0.cmp(b.0)));
    let gone = |(site, (_, flows)): (&SiteId, (f64, Vec<&FlowId>))| {
        let mut left = middle.clone();
        for source in left.sources.iter_mut().filter(|s| flows.iter().any(|flow| flow.as_str() == s.id)) {
            source.supply_t = Supply::Year(0.0);
        }
        let flow = (*flows.first()?).clone();
        Some(Gone { flow, site: site.clone(), gain: promise.gain(&left) })
    };
    sites.into_iter().take(GONE).filter_map(gone).collect()
}

/// Takers that an open plant reaches, largest first, each with all its needs.
fn takers(chain: &Chain, promise: &Promise<'_>, opened: &[Opened], middle: &Instance) -> Vec<Gone> {
    let mut sites: Vec<(&FlowId, &SiteId)> = Vec::new();
    for taker in opened.iter().flat_map(|opened| &opened.takers) {
        if !sites.iter().any(|(_, site)| **site == taker.site) {
            sites.push((&taker.flow, &taker.site));
        }
    }
    let gone = |(flow, site): (&FlowId, &SiteId)| {
        // The plants, the store and the trenches stand as they were built: only what that taker used finds no place.
        let mut left = middle.clone();
        for option in &mut left.options {
            let joined = chain.option(&option.id).map_or(&[][..], |(spot, _)| &spot.outlets);
            let its = joined.iter().map(|ix| &chain.outlets[*ix]).filter(|outlet| outlet.site == *site);
            let gone = its.map(|outlet| outlet.months.map(|share| share * outlet.amount.mid()));
            for needs in gone {
                let demand = option.output_demand.iter_mut().flatten();
                demand.zip(needs).for_each(|(left, gone)| *left = (*left - gone).max(0.0));
            }
            // What keeps is bound by the year alone.
            if option.output_demand.is_none()
                && let Some(((spot, _), each)) = chain.option(&option.id).zip(option.output_per_t)
            {
                let others = spot.outlets.iter().map(|ix| &chain.outlets[*ix]).filter(|o| o.site != *site);
                let placed = others.map(|outlet| outlet.amount.mid()).sum::<f64>() / each.max(1e-12);
                option.capacity_t = option.capacity_t.map(|capacity| capacity.min(placed));
            }
        }
        let gain = promise.gain(&left);
        Gone { flow: flow.clone(), site: site.clone(), gain }
    };
    sites.into_iter().take(GONE).map(gone).collect()
}
