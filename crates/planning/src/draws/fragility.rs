//! What breaks: a supplier or a taker gone, a price moved.

use super::{only, solved};
use crate::Settings;
use crate::instance::{Instance, Objective, Supply};

/// A price that may move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Haulage, EUR/t.
    Haul,
    /// What the output is sold for.
    Output,
    /// What treatment costs today.
    Treatment,
    /// Running the plants, EUR/t.
    Running,
    /// The plants' fixed cost.
    Fixed,
}

/// Every price that may move.
pub const CHANGES: [Change; 5] =
    [Change::Haul, Change::Output, Change::Treatment, Change::Running, Change::Fixed];

/// The objective of the same plants when a price is lower or higher.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// Which price.
    pub change: Change,
    /// Objective with the price lowered.
    pub low: f64,
    /// Objective with the price raised.
    pub high: f64,
}

/// The plan's plants with each price moved by `by` (0.3 = ±30 %) up and down, widest swing first, the `keep` widest.
pub fn tornado(
    instance: &Instance,
    open: &[String],
    by: f64,
    keep: usize,
    settings: &Settings,
) -> Vec<Swing> {
    swings(&only(instance, open), by, keep, |moved| fixed_plants(moved, settings))
}

/// The same for plants alone in their instance, with what `gain` makes of each moved price.
pub(crate) fn swings(
    kept: &Instance,
    by: f64,
    keep: usize,
    gain: impl Fn(&Instance) -> Option<f64>,
) -> Vec<Swing> {
    let at = |change, factor| gain(&moved(kept, change, factor));
    let swing =
        |change: Change| Some(Swing { change, low: at(change, 1.0 - by)?, high: at(change, 1.0 + by)? });
    let mut swings: Vec<Swing> = CHANGES.iter().filter_map(|change| swing(*change)).collect();
    swings.sort_by(|a, b| (b.high - b.low).abs().total_cmp(&(a.high - a.low).abs()));
    swings.truncate(keep);
    swings
}

/// Objective of the plants without one source: its tonnes are gone, the others may be hauled anew. Infinitely bad is `None`: the
/// plants cannot run without it.
pub fn without_source(
    instance: &Instance,
    open: &[String],
    source: &str,
    settings: &Settings,
) -> Option<f64> {
    let mut kept = only(instance, open);
    for gone in kept.sources.iter_mut().filter(|s| s.id == source) {
        gone.supply_t = Supply::Year(0.0);
    }
    fixed_plants(&kept, settings)
}

/// Objective of the plan's other plants when one taker is gone: its tonnes go to the others or stay; its own cost is no longer paid.
/// `None`: the others cannot take everything that must be hauled.
pub fn without_option(
    instance: &Instance,
    open: &[String],
    option: &str,
    settings: &Settings,
) -> Option<f64> {
    let left: Vec<String> = open.iter().filter(|id| *id != option).cloned().collect();
    fixed_plants(&only(instance, &left), settings)
}

/// All plants of the instance open, whatever happens: what they cost stays.
pub(crate) fn fixed_plants(instance: &Instance, settings: &Settings) -> Option<f64> {
    let sign = if instance.objective == Objective::MaxValue { -1.0 } else { 1.0 };
    let weight = if sign < 0.0 { instance.weights.unwrap_or_default().eur } else { 1.0 };
    let paid: f64 = instance.options.iter().map(|o| o.fixed_eur).sum::<f64>() * weight;
    let mut free = instance.clone();
    for option in &mut free.options {
        option.fixed_eur = 0.0;
    }
    Some(solved(&free, settings)?.objective + sign * paid)
}

fn moved(instance: &Instance, change: Change, factor: f64) -> Instance {
    let mut moved = instance.clone();
    let scale = |value: &mut Option<f64>| *value = value.map(|v| v * factor);
    match change {
        Change::Haul => {
            for value in moved.haul_eur_t.iter_mut().flatten().flatten() {
                *value *= factor;
            }
            if let Some(rule) = &mut moved.haul {
                rule.eur_t_km *= factor;
                rule.fixed_eur_t *= factor;
            }
        }
        Change::Output => moved.options.iter_mut().for_each(|o| scale(&mut o.output_price_eur)),
        Change::Treatment => moved.sources.iter_mut().for_each(|s| scale(&mut s.avoided_eur_t)),
        Change::Running => moved.options.iter_mut().for_each(|o| o.variable_eur_t *= factor),
        Change::Fixed => moved.options.iter_mut().for_each(|o| o.fixed_eur *= factor),
    }
    moved
}
