//! What EUR, CO2 and hours of work cost each other.

use super::{Several, Solved, of_outcome};
use crate::formulation::Floor;
use crate::instance::{FlowLine, Instance, Objective, PlantOption, Weights};
use crate::{Problem, Settings, Watch};

/// What a plan brings in a year.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Totals {
    /// EUR gained (negative: lost).
    pub eur: f64,
    /// t CO2e avoided by what is made; `None` when an open option does not say what it avoids.
    pub avoided_t: Option<f64>,
    /// t CO2e that plants and haulage cause, never taken off what is avoided; `None` when an open option does not say what it emits.
    pub caused_t: Option<f64>,
    /// Hours of work; `None` when an open option does not say how many a tonne takes.
    pub hours: Option<f64>,
}

/// A plan of the front, with what was asked to find it.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontPoint {
    /// The weights; euros alone where a floor was asked.
    pub weights: Weights,
    /// The least CO2 or hours that were asked, on the stairs between two plans that weights find.
    pub floor: Option<(Aim, f64)>,
    /// What it brings.
    pub totals: Totals,
    /// The plan.
    pub plan: Solved,
    /// Relative distance to what no plan can beat under the same question.
    pub gap: f64,
}

/// What a plan can be asked to bring at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aim {
    /// t CO2e avoided a year.
    Co2,
    /// Hours of work a year.
    Hours,
}

impl Aim {
    /// Its total; `None` is unknown.
    pub fn of(self, totals: &Totals) -> Option<f64> {
        match self {
            Self::Co2 => totals.avoided_t,
            Self::Hours => totals.hours,
        }
    }

    /// The rule that so much is brought; `None` when an option does not say what it brings.
    fn floor(self, instance: &Instance, least: f64) -> Option<Floor> {
        let brings = |option: &PlantOption| match self {
            // CO2 comes with the output, hours with the tonnes that are handled.
            Self::Co2 => Some((0.0, vec![option.co2_kg_t? / 1000.0; instance.sources.len()])),
            Self::Hours => {
                let each = option.work_h_t?;
                let tonne = instance.sources.iter().map(|source| each / source.counts_as()).collect();
                Some((option.work_h_fixed.unwrap_or(0.0), tonne))
            }
        };
        let brought: Option<Vec<_>> = instance.options.iter().map(brings).collect();
        let (open, tonne) = brought?.into_iter().unzip();
        Some(Floor { open, tonne, least })
    }
}

/// The best plan for each set of weights, without those that another equals or beats in all three; most euros first. Ended by the watch, it
/// keeps what it has. Weights reach the corners of the front's hull; [`complete_front`] adds the plans in its hollows.
pub fn solve_front(
    instance: &Instance,
    weights: &[Weights],
    settings: &Settings,
    watch: &mut dyn Watch,
) -> Vec<FrontPoint> {
    let mut watch = Several { watch, on: true };
    let mut points = Vec::new();
    for weights in weights {
        if watch.on {
            points.extend(point(instance, *weights, None, settings, &mut watch));
        }
    }
    undominated(&points, settings.gap)
}

/// The front with the plans that no weights find, by ε-constraint: most euros while at least so much CO2, then hours, is brought, from what
/// the plan of most euros brings up to the most known; the next floor lies just above what the last plan brought, or a step above it where
/// plans change gradually. `steps` of the whole way, at most three times as many plans for each aim. An aim that some plan or option does not
/// tell is left out. Ended by the watch, it keeps what it has.
pub fn complete_front(
    instance: &Instance,
    front: Vec<FrontPoint>,
    steps: usize,
    settings: &Settings,
    watch: &mut dyn Watch,
) -> Vec<FrontPoint> {
    let mut watch = Several { watch, on: true };
    let mut stairs = |aim| stairs(instance, &front, aim, steps, settings, &mut watch);
    let found = [stairs(Aim::Co2), stairs(Aim::Hours)].concat();
    undominated(&[front, found].concat(), settings.gap)
}

fn stairs(
    instance: &Instance,
    front: &[FrontPoint],
    aim: Aim,
    steps: usize,
    settings: &Settings,
    watch: &mut Several<'_>,
) -> Vec<FrontPoint> {
    let richest = front.iter().max_by(|a, b| a.totals.eur.total_cmp(&b.totals.eur));
    let Some(from) = richest.and_then(|p| aim.of(&p.totals)) else { return Vec::new() };
    let to = front.iter().filter_map(|p| aim.of(&p.totals)).fold(from, f64::max);
    let (whole, step) = (to - from, (to - from) / steps.max(1) as f64);
    let mut found: Vec<FrontPoint> = Vec::new();
    let mut least = from + 1e-6 * whole;
    while whole > 1e-6 * to.abs() && least < to && found.len() < 3 * steps && watch.on {
        let weights = Weights::default();
        let Some(next) = point(instance, weights, Some((aim, least)), settings, watch) else { break };
        if !watch.on {
            break;
        }
        // Less than the solver tells from nothing: a step nobody can choose.
        if next.plan.open.is_empty() {
            least += step;
            continue;
        }
        let Some(brings) = aim.of(&next.totals) else { break };
        least = if brings > least + 1e-3 * step { brings + 1e-6 * whole } else { least + step };
        found.push(next);
    }
    found
}

fn point(
    instance: &Instance,
    weights: Weights,
    floor: Option<(Aim, f64)>,
    settings: &Settings,
    watch: &mut dyn Watch,
) -> Option<FrontPoint> {
    let mut asked = instance.clone();
    asked.objective = Objective::MaxValue;
    asked.weights = Some(weights);
    let mut problem = Problem::new(&asked);
    if let Some((aim, least)) = floor {
        problem = problem.with_floor(aim.floor(instance, least)?);
    }
    let outcome = crate::solve(&problem, settings, watch);
    let gap = outcome.gap()?;
    let plan = of_outcome(&asked, &problem, outcome)?;
    let totals = totals(instance, &plan.open, &plan.flows);
    Some(FrontPoint { weights, floor, totals, plan, gap })
}

/// What a plan brings in euros, t avoided, t spared of those it causes and hours; unknown where not told.
type Brings = [Option<f64>; 4];

fn brings(totals: &Totals) -> Brings {
    [Some(totals.eur), totals.avoided_t, totals.caused_t.map(|caused| -caused), totals.hours]
}

fn undominated(all: &[FrontPoint], gap: f64) -> Vec<FrontPoint> {
    let told: Vec<Brings> = all.iter().map(|point| brings(&point.totals)).collect();
    // What one plan does not tell decides between none.
    let known: [bool; 4] = std::array::from_fn(|what| told.iter().all(|brings| brings[what].is_some()));
    let told: Vec<[f64; 4]> = told
        .iter()
        .map(|brings| std::array::from_fn(|what| brings[what].filter(|_| known[what]).unwrap_or_default()))
        .collect();
    let beaten = |n: usize| (0..all.len()).any(|m| m != n && beats(&told[m], &told[n], gap, m < n));
    let kept = all.iter().enumerate().filter(|(n, _)| !beaten(*n));
    let mut front: Vec<FrontPoint> = kept.map(|(_, p)| p.clone()).collect();
    front.sort_by(|a, b| b.totals.eur.total_cmp(&a.totals.eur));
    front
}

/// At least as good in all and better in one; among equals the first one stays. What the proof leaves open is no difference.
fn beats(a: &[f64; 4], b: &[f64; 4], gap: f64, first: bool) -> bool {
    let near = |x: f64, y: f64| (x - y).abs() <= gap.max(1e-6) * x.abs().max(y.abs()).max(1.0);
    let pairs = || a.iter().zip(b);
    let as_good = pairs().all(|(x, y)| x > y || near(*x, *y));
    let better = pairs().any(|(x, y)| x > y && !near(*x, *y));
    as_good && (better || first)
}

/// What a plan brings, from its flows. EUR: treatment avoided and output sold, less plants, running, preparing and haulage.
pub fn totals(instance: &Instance, open: &[String], flows: &[FlowLine]) -> Totals {
    let mut asked = instance.clone();
    asked.objective = Objective::MaxValue;
    let with = |asked: &mut Instance, eur, co2, hours| {
        asked.weights = Some(Weights { eur, co2_eur_t: co2, work_eur_h: hours });
        crate::verify(asked, open, flows, 0.0).objective
    };
    let opened = || instance.options.iter().filter(|option| open.contains(&option.id));
    let told = |says: fn(&PlantOption) -> Option<f64>| opened().all(|option| says(option).is_some());
    let (eur, hours) = (with(&mut asked, 1.0, 0.0, 0.0), with(&mut asked, 0.0, 0.0, 1.0));
    let both = with(&mut asked, 0.0, 1.0, 0.0);
    asked.haul_co2_kg_t = None;
    asked.options.iter_mut().for_each(|option| option.co2_caused_kg_t = None);
    let avoided = with(&mut asked, 0.0, 1.0, 0.0);
    Totals {
        eur,
        avoided_t: told(|option| option.co2_kg_t).then_some(avoided),
        caused_t: told(|option| option.co2_caused_kg_t).then_some(avoided - both),
        hours: told(|option| option.work_h_t).then_some(hours),
    }
}
