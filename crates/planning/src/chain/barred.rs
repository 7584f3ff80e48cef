//! Which limit that was asked keeps every plant closed, and how much it is short.

use super::study::answer;
use super::{Aims, Asked, Chain};
use crate::Watch;
use crate::draws::{only, totals};
use crate::instance::{Instance, Limits};

/// A limit without which a plan would open.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[serde(tag = "limit", rename_all = "kebab-case")]
pub enum Barred {
    /// Too little may be invested.
    Budget {
        /// EUR allowed.
        have: f64,
        /// EUR of the cheapest size anywhere.
        least: f64,
        /// EUR that the best plan without limits invests.
        takes: f64,
        /// EUR a year which that plan gains.
        gain: f64,
    },
    /// Too few plants may open.
    Number {
        /// How many may.
        most: usize,
        /// How many the best plan without limits opens.
        takes: usize,
        /// EUR a year which that plan gains.
        gain: f64,
    },
}

/// The limits asked for that the best plan without them breaks; empty when nothing would open without them either.
pub(super) fn barred(chain: &Chain, asked: &Asked<'_>, watch: &mut dyn Watch) -> Vec<Barred> {
    let limits = asked.aims.limits;
    let none = limits.max_options == Some(0);
    if limits.budget_eur.is_none() && !none {
        return Vec::new();
    }
    let max_options = if none { Some(1) } else { limits.max_options };
    let free = Limits { budget_eur: None, max_options, ..limits };
    let instance = chain.question(&Aims { limits: free, ..asked.aims }, asked.plant.storable);
    let best = answer(&instance, &asked.settings, watch);
    if best.open.is_empty() {
        return Vec::new();
    }
    let gain = totals(&instance, &best.open, &best.flows).eur;
    let takes: f64 = invested(&only(&instance, &best.open)).sum();
    let budget = limits.budget_eur.filter(|have| takes > *have).map(|have| {
        let least = invested(&instance).fold(f64::INFINITY, f64::min);
        Barred::Budget { have, least, takes, gain }
    });
    let number = none.then_some(Barred::Number { most: 0, takes: best.open.len(), gain });
    budget.into_iter().chain(number).collect()
}

fn invested(instance: &Instance) -> impl Iterator<Item = f64> {
    instance.options.iter().filter_map(|option| option.budget_eur)
}
