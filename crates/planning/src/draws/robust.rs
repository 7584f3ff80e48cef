//! A plan for bad years: candidates planned on scaled supplies, the one with the best mean of its worst draws kept (CVaR).

use super::supply::{Evaluation, Spread, evaluate};
use super::{Several, Solved, watched};
use crate::instance::{Instance, Objective, Serve, Supply};
use crate::{Settings, Watch};

/// Factors of supply on which candidates are planned.
const LEVELS: [f64; 5] = [1.0, 0.9, 0.8, 0.7, 1.1];

/// The plan chosen for bad years.
#[derive(Clone, Debug, PartialEq)]
pub struct Robust {
    /// The plan, with the flows of its own supply level.
    pub plan: Solved,
    /// Its draws.
    pub evaluation: Evaluation,
    /// Mean of the worst `1 − level` of the draws.
    pub cvar: f64,
}

/// Among plans made for several levels of supply, the one whose worst draws are best on average, and which reaches every minimum load
/// with at least the probability asked (0 = not asked). `level` 0.9 looks at the worst tenth. A candidate search: no bound is claimed. When the
/// watch ends it, the best candidate so far is kept.
pub fn robust_plan(
    instance: &Instance,
    spread: &[Spread],
    level: f64,
    chance: f64,
    draws: usize,
    settings: &Settings,
    watch: &mut dyn Watch,
) -> Option<Robust> {
    let mut watch = Several { watch, on: true };
    let mut best: Option<Robust> = None;
    let mut seen: Vec<Vec<String>> = Vec::new();
    let value = instance.objective == Objective::MaxValue;
    // Where everything must be served, plants for less than today's supply are no answer.
    let enough = |factor: &f64| *factor >= 1.0 || instance.serve == Serve::Free;
    for factor in LEVELS.into_iter().filter(enough) {
        if !watch.on {
            break;
        }
        let Some(plan) = watched(&scaled(instance, factor), settings, &mut watch) else { continue };
        if seen.contains(&plan.open) {
            continue;
        }
        seen.push(plan.open.clone());
        let evaluation = evaluate(instance, &plan.open, spread, draws, settings.seed);
        let Some(cvar) = tail(&evaluation.objectives, level, value) else { continue };
        let better = |old: &Robust| if value { cvar > old.cvar } else { cvar < old.cvar };
        if evaluation.minimum_met >= chance && best.as_ref().is_none_or(better) {
            best = Some(Robust { plan, evaluation, cvar });
        }
    }
    best
}

fn scaled(instance: &Instance, factor: f64) -> Instance {
    let mut scaled = instance.clone();
    for source in &mut scaled.sources {
        source.supply_t = match &source.supply_t {
            Supply::Year(t) => Supply::Year(t * factor),
            Supply::Months(months) => Supply::Months(months.map(|t| t * factor)),
        };
    }
    scaled
}

/// Mean of the worst draws: the lowest values, or the highest costs. `sorted` ascends.
pub(crate) fn tail(sorted: &[f64], level: f64, value: bool) -> Option<f64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ count ≤ len")]
    let count = (((1.0 - level) * sorted.len() as f64).ceil().max(1.0) as usize).min(sorted.len());
    let worst = if value { &sorted[..count] } else { &sorted[sorted.len() - count..] };
    (count > 0).then(|| worst.iter().sum::<f64>() / count as f64)
}
