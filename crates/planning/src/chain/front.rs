//! What more CO2 avoided or more hours of insertion would cost in euros.

use super::study::answer;
use super::{Aims, Asked, Chain, Pick};
use crate::draws::{Totals, totals};
use crate::instance::{Answer, Weights};
use crate::{Progress, Settings, Watch};

/// A plan worth choosing for some weights.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Choice {
    /// The weights that give it.
    pub weights: Weights,
    /// EUR, tCO2e and hours of insertion a year.
    pub totals: Totals,
    /// What opens.
    pub open: Vec<String>,
}

/// The same with its flows.
pub(super) struct Found {
    pub(super) weights: Weights,
    pub(super) totals: Totals,
    pub(super) answer: Answer,
}

/// EUR per tCO2e and EUR per hour that are tried beside the weights asked for; the last ones are beyond any price.
const TRIED: [(f64, f64); 8] = [
    (0.0, 0.0),
    (50.0, 0.0),
    (150.0, 0.0),
    (0.0, 10.0),
    (0.0, 25.0),
    (0.0, 60.0),
    (150.0, 25.0),
    (1_000.0, 200.0),
];

/// Finer proofs are not worth their time here.
const GAP: f64 = 1e-3;

/// How many searches the front takes.
pub const SEARCHES: usize = TRIED.len() + 1;

/// Lets a watch end the whole sweep, not only the search it sees.
struct Sweep<'w> {
    watch: &'w mut dyn Watch,
    on: bool,
}

impl Watch for Sweep<'_> {
    fn go_on(&mut self, progress: &Progress) -> bool {
        self.on = self.on && self.watch.go_on(progress);
        self.on
    }
}

/// The plans that none of the others beats in euros, CO2 and hours, most euros first; false when the watch ended the sweep. The weights asked
/// for come first: a search that is ended at once still has their plan.
pub(super) fn front(chain: &Chain, asked: &Asked<'_>, watch: &mut dyn Watch) -> (Vec<Found>, bool) {
    let mut sweep = Sweep { watch, on: true };
    let settings = Settings { gap: asked.settings.gap.max(GAP), ..asked.settings };
    let mut found: Vec<Found> = Vec::new();
    let tried = TRIED.map(|(co2_eur_t, work_eur_h)| Weights { eur: 1.0, co2_eur_t, work_eur_h });
    for weights in std::iter::once(asked.aims.weights).chain(tried) {
        if !sweep.on {
            break;
        }
        let instance =
            chain.instance(&Aims { weights, ..asked.aims }, asked.plant.storable, &mut Pick::middle());
        let answer = answer(&instance, &settings, &mut sweep);
        if answer.objective.is_some() {
            let totals = totals(&instance, &answer.open, &answer.flows);
            found.push(Found { weights, totals, answer });
        }
    }
    let beaten: Vec<bool> = (0..found.len())
        .map(|n| (0..found.len()).any(|m| m != n && beats(&found[m].totals, &found[n].totals, m < n)))
        .collect();
    let mut kept: Vec<Found> =
        found.into_iter().zip(beaten).filter(|(_, beaten)| !beaten).map(|(found, _)| found).collect();
    kept.sort_by(|a, b| b.totals.eur.total_cmp(&a.totals.eur));
    (kept, sweep.on)
}

pub(super) fn choices(found: &[Found]) -> Vec<Choice> {
    let choice = |f: &Found| Choice { weights: f.weights, totals: f.totals, open: f.answer.open.clone() };
    found.iter().map(choice).collect()
}

/// At least as good in all three and better in one; among equals the first one stays. A thousandth is no difference.
fn beats(a: &Totals, b: &Totals, first: bool) -> bool {
    let near = |x: f64, y: f64| (x - y).abs() <= GAP * x.abs().max(y.abs()).max(1.0);
    let pairs = [(a.eur, b.eur), (a.co2_t, b.co2_t), (a.hours, b.hours)];
    let as_good = pairs.iter().all(|(x, y)| x > y || near(*x, *y));
    as_good && (first || pairs.iter().any(|(x, y)| x > y && !near(*x, *y)))
}
