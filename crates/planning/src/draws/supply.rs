//! A plan on supply that is not certain: the plants stay, the flows follow what there is.

use super::only;
use crate::instance::{Instance, Serve, Supply};
use crate::{Plan, Problem, Progress, Settings, solve};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// How a source's supply may turn out, as factors of what the instance says: triangular between low and high with its peak at 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Least factor.
    pub low: f64,
    /// Greatest factor.
    pub high: f64,
}

impl Spread {
    /// The factor at a share of the probability between 0 and 1.
    fn at(self, share: f64) -> f64 {
        let (low, high) = (self.low.min(1.0), self.high.max(1.0));
        let width = high - low;
        if width <= 0.0 {
            return 1.0;
        }
        if share < (1.0 - low) / width {
            low + (share * width * (1.0 - low)).sqrt()
        } else {
            high - ((1.0 - share) * width * (high - 1.0)).sqrt()
        }
    }
}

/// What the draws of a plan gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// Objective in each draw where the plan could run, ascending.
    pub objectives: Vec<f64>,
    /// 10 % of the draws are below, half, 90 %; `None` when no draw could run.
    pub p10: Option<f64>,
    /// The middle.
    pub p50: Option<f64>,
    /// 90 % of the draws are below.
    pub p90: Option<f64>,
    /// Share of draws in which every open plant reached its minimum load.
    pub minimum_met: f64,
}

/// Draws supplies: the same seed gives the same draws, draw by draw.
pub fn draw(instance: &Instance, spread: &[Spread], random: &mut Xoshiro256PlusPlus) -> Instance {
    let mut drawn = instance.clone();
    for (source, spread) in drawn.sources.iter_mut().zip(spread) {
        let share = (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        let factor = spread.at(share);
        source.supply_t = match &source.supply_t {
            Supply::Year(t) => Supply::Year(t * factor),
            Supply::Months(months) => Supply::Months(months.map(|t| t * factor)),
        };
    }
    drawn
}

/// Runs the plan with these open plants on `draws` supplies. What finds no place stays (supply above capacity is not a failure); a plant
/// that cannot reach its minimum load closes for the draw, its fixed cost still paid.
pub fn evaluate(
    instance: &Instance,
    open: &[String],
    spread: &[Spread],
    draws: usize,
    seed: u64,
) -> Evaluation {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut plan = only(instance, open);
    let must = std::mem::replace(&mut plan.serve, Serve::Free) == Serve::All;
    let mut objectives = Vec::new();
    let mut met = 0;
    for _ in 0..draws {
        let (objective, all) = drawn(&draw(&plan, spread, &mut random), &|_| must);
        met += usize::from(all);
        objectives.extend(objective);
    }
    objectives.sort_by(f64::total_cmp);
    let at = |share: f64| quantile(&objectives, share);
    let (p10, p50, p90) = (at(0.1), at(0.5), at(0.9));
    Evaluation { p10, p50, p90, minimum_met: met as f64 / draws.max(1) as f64, objectives }
}

/// Objective of the plants in one draw, and whether all of them reach their minimum load.
pub(crate) fn run(instance: &Instance) -> (Option<f64>, bool) {
    drawn(instance, &|_| false)
}

/// The same, where what comes from these sources (by position) is hauled whenever it finds a place, whether it pays or not.
pub(crate) fn run_promised(instance: &Instance, promised: &[bool]) -> (Option<f64>, bool) {
    drawn(instance, &|source| promised.get(source).copied().unwrap_or(false))
}

/// The same; a source that `must` be hauled is, wherever it finds a place, even where leaving it would be cheaper.
fn drawn(instance: &Instance, must: &dyn Fn(usize) -> bool) -> (Option<f64>, bool) {
    let mut problem = Problem::new(instance);
    let dear = 1.0 + 10.0 * dearest(&problem);
    let bound: Vec<bool> = problem.rows.iter().map(|row| must(row.source)).collect();
    for (row, _) in problem.rows.iter_mut().zip(&bound).filter(|(_, bound)| **bound) {
        row.idle += dear;
    }
    // What is built is paid for, whether it runs or not: only whether it can run is left open.
    let paid: f64 = problem.plants.iter().map(|plant| plant.fixed).sum();
    for plant in &mut problem.plants {
        plant.fixed = 0.0;
    }
    problem.max_open = None;
    problem.budget = None;
    let reach: f64 = problem.plants.iter().map(|plant| plant.min).sum();
    let settings = Settings { gap: 1e-6, seed: 1, nodes: 200 };
    let outcome = solve(&problem, &settings, &mut |_: &Progress| true);
    let all =
        problem.supply() >= reach && outcome.plan.as_ref().is_some_and(|plan| runs(&problem, &plan.open));
    let cost = |plan: &Plan| {
        let rows = problem.rows.iter().zip(&bound).filter(|(_, bound)| **bound);
        let offered: f64 = rows.map(|(row, _)| row.tonnes).sum();
        let hauled: f64 = plan.flows.iter().filter(|flow| bound[flow.row]).map(|flow| flow.tonnes).sum();
        plan.cost + paid - dear * (offered - hauled)
    };
    (outcome.plan.map(|plan| problem.shown(cost(&plan))), all)
}

/// The largest EUR/t in the problem, whatever its sign.
fn dearest(problem: &Problem) -> f64 {
    let costs = problem.plants.iter().flat_map(|plant| plant.cost.iter().copied());
    let idle = problem.rows.iter().map(|row| row.idle).filter(|idle| idle.is_finite());
    costs.chain(idle).fold(0.0, |most, cost| most.max(cost.abs()))
}

fn runs(problem: &Problem, open: &[usize]) -> bool {
    (0..problem.plants.len()).all(|j| problem.plants[j].min <= 0.0 || open.contains(&j))
}

/// The value below which a share of the sorted values lies.
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ index < len")]
    let at = (share * sorted.len() as f64).floor().max(0.0) as usize;
    sorted.get(at.min(sorted.len().saturating_sub(1))).copied()
}
