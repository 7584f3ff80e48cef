//! What more CO2 avoided or more hours of insertion would cost in euros.

use super::risk::euros;
use super::study::{answer, verified};
use super::{Aims, Asked, Chain};
use crate::draws::{Aim, FrontPoint, Several, Totals, complete_front, only, solve_front, totals};
use crate::instance::{Answer, FlowLine, Instance, Weights};
use crate::solve::Status;
use crate::{Settings, Watch};
use std::collections::BTreeSet;

/// A plan worth choosing.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Choice {
    /// The weights that give it; euros alone where a floor was asked.
    pub weights: Weights,
    /// What it was asked to bring at least, where no weights find it.
    pub floor: Option<(Aim, f64)>,
    /// EUR, tCO2e and hours of insertion a year.
    pub totals: Totals,
    /// What opens.
    pub open: Vec<String>,
    /// Input units a year that it takes.
    pub input: f64,
    /// Of how many supplies.
    pub suppliers: usize,
}

impl Choice {
    /// The choice that a plan's flows are.
    pub(super) fn of(
        weights: Weights,
        floor: Option<(Aim, f64)>,
        totals: Totals,
        open: Vec<String>,
        flows: &[FlowLine],
    ) -> Self {
        let input = flows.iter().map(|flow| flow.t).sum();
        let sources: BTreeSet<&str> =
            flows.iter().filter(|flow| flow.t > 1e-9).map(|flow| flow.source.as_str()).collect();
        Self { weights, floor, totals, open, input, suppliers: sources.len() }
    }
}

/// The same with its flows and its proof.
pub(super) struct Found {
    pub(super) choice: Choice,
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

/// Steps between the plan of most euros and the one of most CO2 or hours, in the hollows that weights do not reach.
const STEPS: usize = 4;
/// Points shown: more are no choice.
const SHOWN: usize = 10;
/// Finer proofs are not worth their time here.
const GAP: f64 = 1e-3;

/// How many searches the front usually takes.
pub const SEARCHES: usize = TRIED.len() + 1 + 2 * STEPS;

/// The plans that none of the others beats in euros, CO2 and hours, most euros first; false when the watch ended the sweep. Corners by weights,
/// then the hollows by ε-constraint. The weights asked for come first: a search that is ended at once still has their plan. CO2 counts only
/// where every place says what it avoids.
pub(super) fn front(chain: &Chain, asked: &Asked<'_>, watch: &mut dyn Watch) -> (Vec<Found>, bool) {
    let mut sweep = Several { watch, on: true };
    let settings = Settings { gap: asked.settings.gap.max(GAP), ..asked.settings };
    let instance = chain.question(&asked.aims, asked.plant.storable);
    let hull = solve_front(&instance, &weights(&instance, asked.aims), &settings, &mut sweep);
    let all = if sweep.on { complete_front(&instance, hull, STEPS, &settings, &mut sweep) } else { hull };
    let mut found: Vec<Found> =
        spread(all).into_iter().map(|point| found(&instance, point, settings.gap)).collect();
    if sweep.on {
        with_sizes(&mut found, &instance, best_of_sizes(chain, asked, &mut sweep));
    }
    (found, sweep.on)
}

/// The best plan of each size alone, in euros, machines or hands as they pay: a smaller plant that gains nearly as much, with less at risk, is a
/// choice that neither weights nor floors look for.
fn best_of_sizes(chain: &Chain, asked: &Asked<'_>, watch: &mut dyn Watch) -> Vec<Answer> {
    let instance = euros(chain.question(&asked.aims, asked.plant.storable));
    let mut sizes: Vec<f64> = chain.costs.sizes.iter().map(|size| size.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.dedup();
    let settings = Settings { gap: asked.settings.gap.max(GAP), ..asked.settings };
    let one = |size: f64| {
        let of = |id: &str| chain.option(id).is_some_and(|(_, known)| (known.size - size).abs() < 1e-9);
        let ids: Vec<String> = instance.options.iter().filter(|o| of(&o.id)).map(|o| o.id.clone()).collect();
        let mut alone = only(&instance, &ids);
        alone.limits.max_options = Some(1);
        let found = answer(&alone, &settings, watch);
        // What is proved among plants of one size says nothing of the others.
        let found = Answer { bound: None, gap: None, status: Status::Feasible, ..found };
        (!found.open.is_empty()).then_some(found)
    };
    sizes.into_iter().filter_map(one).collect()
}

/// Adds to the front the best plan of each size that gains something and that none beats.
fn with_sizes(front: &mut Vec<Found>, instance: &Instance, sizes: Vec<Answer>) {
    for answer in sizes {
        let totals = totals(instance, &answer.open, &answer.flows);
        let known = |found: &Found| found.choice.open == answer.open;
        let beaten = front.iter().any(|found| beats(&found.choice.totals, &totals));
        if totals.eur > 0.0 && !beaten && !front.iter().any(known) {
            let weights = Weights { eur: 1.0, co2_eur_t: 0.0, work_eur_h: 0.0 };
            let choice = Choice::of(weights, None, totals, answer.open.clone(), &answer.flows);
            front.push(Found { choice, answer });
        }
    }
    front.sort_by(|a, b| b.choice.totals.eur.total_cmp(&a.choice.totals.eur));
}

/// At least as good in euros, CO2 avoided, CO2 emitted and hours; what is not known of one counts as even.
pub(super) fn beats(one: &Totals, other: &Totals) -> bool {
    let even = |a: Option<f64>, b: Option<f64>| a.zip(b).is_none_or(|(a, b)| a >= b);
    one.eur >= other.eur
        && even(one.avoided_t, other.avoided_t)
        && even(other.caused_t, one.caused_t)
        && even(one.hours, other.hours)
}

/// The weights asked for, and those tried beside them, each once.
fn weights(instance: &Instance, aims: Aims) -> Vec<Weights> {
    let known = instance.co2_unsaid().next().is_none();
    let tried = TRIED.map(|(co2_eur_t, work_eur_h)| Weights { eur: 1.0, co2_eur_t, work_eur_h });
    let mut all: Vec<Weights> = Vec::new();
    for mut weights in std::iter::once(aims.weights).chain(tried) {
        if !known {
            weights.co2_eur_t = 0.0;
        }
        if !all.contains(&weights) {
            all.push(weights);
        }
    }
    all
}

/// A point with its verdict: recomputed from its flows, and its floor held.
fn found(instance: &Instance, point: FrontPoint, gap: f64) -> Found {
    let mut asked = instance.clone();
    asked.weights = Some(point.weights);
    let objective = point.plan.objective;
    let answer = Answer {
        status: if point.gap <= gap { Status::Optimal } else { Status::Feasible },
        objective: Some(objective),
        bound: Some(objective + point.gap * objective.abs()),
        gap: Some(point.gap),
        seconds: 0.0,
        open: point.plan.open.clone(),
        flows: point.plan.flows,
        verified: false,
        why: Vec::new(),
    };
    let mut answer = verified(answer, &asked);
    let held =
        |(aim, least): (Aim, f64)| aim.of(&point.totals).is_some_and(|has| has >= least - 1e-6 * least.abs());
    answer.verified &= point.floor.is_none_or(held);
    let choice = Choice::of(point.weights, point.floor, point.totals, point.plan.open, &answer.flows);
    Found { choice, answer }
}

/// At most [`SHOWN`] points that lie far from each other, the one of most euros among them.
fn spread(all: Vec<FrontPoint>) -> Vec<FrontPoint> {
    let axes: Vec<[f64; 3]> = all
        .iter()
        .map(|p| [p.totals.eur, p.totals.avoided_t.unwrap_or_default(), p.totals.hours.unwrap_or_default()])
        .collect();
    let wide: [f64; 3] = std::array::from_fn(|axis| {
        let values = || axes.iter().map(|point| point[axis]);
        (values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min)).max(1e-9)
    });
    let far = |a: usize, b: usize| -> f64 {
        (0..3).map(|axis| ((axes[a][axis] - axes[b][axis]) / wide[axis]).abs()).sum()
    };
    let mut kept: Vec<usize> = (0..all.len().min(1)).collect();
    while kept.len() < all.len().min(SHOWN) {
        let nearest = |n: usize| kept.iter().map(|k| far(n, *k)).fold(f64::INFINITY, f64::min);
        let left = (0..all.len()).filter(|n| !kept.contains(n)).map(|n| (n, nearest(n)));
        let Some((next, _)) = left.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))) else { break };
        kept.push(next);
    }
    let points = all.into_iter().enumerate().filter(|(n, _)| kept.contains(n));
    points.map(|(_, point)| point).collect()
}
