//! What a plan promises to take, held in every draw: a plan chosen for CO2, hours or a floor takes what euros alone would leave.

use crate::Settings;
use crate::draws::{gain_of, run_promised, with_fixed};
use crate::instance::{Answer, Instance, Supply, Weights};
use std::collections::BTreeMap;

/// How a plan's plants are run in a year that turns out otherwise.
pub(super) struct Promise<'a> {
    /// Share of each supply that is taken whether it pays or not; `None`: whatever pays best is taken.
    shares: Option<BTreeMap<String, f64>>,
    settings: &'a Settings,
}

impl<'a> Promise<'a> {
    /// Of a plan found for `instance`'s weights, or for a floor.
    pub(super) fn of(instance: &Instance, answer: &Answer, floor: bool, settings: &'a Settings) -> Self {
        let euros = !floor && instance.weights.unwrap_or_default() == Weights::default();
        Self { shares: (!euros).then(|| shares(instance, answer)), settings }
    }

    /// EUR a year of plants that are paid for, whether they run or not.
    pub(super) fn gain(&self, instance: &Instance) -> Option<f64> {
        match &self.shares {
            None => with_fixed(instance, self.settings),
            Some(shares) => promised(instance, shares).0,
        }
    }

    /// The same of a draw, and whether every plant reaches its minimum load.
    pub(super) fn draw(&self, instance: &Instance) -> (Option<f64>, bool) {
        match &self.shares {
            None => gain_of(instance),
            Some(shares) => promised(instance, shares),
        }
    }
}

fn shares(instance: &Instance, answer: &Answer) -> BTreeMap<String, f64> {
    let mut taken: BTreeMap<String, f64> = BTreeMap::new();
    for flow in &answer.flows {
        *taken.entry(flow.source.clone()).or_default() += flow.t;
    }
    for source in &instance.sources {
        let year = source.supply_t.year().max(1e-12);
        taken.entry(source.id.clone()).and_modify(|t| *t = (*t / year).min(1.0));
    }
    taken
}

/// Each supply as what is promised of it and the rest, which is taken only where it pays.
fn promised(instance: &Instance, shares: &BTreeMap<String, f64>) -> (Option<f64>, bool) {
    let mut parted = instance.clone();
    let (mut sources, mut must, mut from) = (Vec::new(), Vec::new(), Vec::new());
    for (ix, source) in instance.sources.iter().enumerate() {
        let share = shares.get(&source.id).copied().unwrap_or(0.0);
        for (part, binds) in
            [(share, true), (1.0 - share, false)].into_iter().filter(|(part, _)| *part > 1e-9)
        {
            let mut one = source.clone();
            one.supply_t = scaled(&source.supply_t, part);
            one.id = if binds { source.id.clone() } else { format!("{}~", source.id) };
            sources.push(one);
            must.push(binds);
            from.push(ix);
        }
    }
    let pick = |rows: &Vec<Vec<f64>>| from.iter().map(|ix| rows[*ix].clone()).collect();
    parted.sources = sources;
    parted.haul_eur_t = instance.haul_eur_t.as_ref().map(pick);
    parted.haul_co2_kg_t = instance.haul_co2_kg_t.as_ref().map(pick);
    run_promised(&parted, &must)
}

fn scaled(supply: &Supply, part: f64) -> Supply {
    match supply {
        Supply::Year(t) => Supply::Year(t * part),
        Supply::Months(months) => Supply::Months(months.map(|t| t * part)),
    }
}
