//! What EUR, CO2 and hours of work cost each other.

use super::{Solved, solved};
use crate::Settings;
use crate::instance::{FlowLine, Instance, Objective, Weights};

/// What a plan brings in a year.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Totals {
    /// EUR gained (negative: lost).
    pub eur: f64,
    /// t CO2e avoided.
    pub co2_t: f64,
    /// Hours of work.
    pub hours: f64,
}

/// A plan of the front, with the weights that gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontPoint {
    /// The weights.
    pub weights: Weights,
    /// What it brings.
    pub totals: Totals,
    /// The plan.
    pub plan: Solved,
}

/// The best plan for each set of weights, without those that another equals or beats in all three; cheapest CO2 last.
/// A sweep of weights, not an ε-constraint: it reaches the corners of the front's hull, and each point is proved best for its weights;
/// a plan that no weights make best (in a hollow of the front) is not found.
pub fn solve_front(instance: &Instance, weights: &[Weights], settings: &Settings) -> Vec<FrontPoint> {
    let point = |weights: &Weights| {
        let mut asked = instance.clone();
        asked.objective = Objective::MaxValue;
        asked.weights = Some(*weights);
        let plan = solved(&asked, settings)?;
        let totals = totals(instance, &plan.open, &plan.flows);
        Some(FrontPoint { weights: *weights, totals, plan })
    };
    let all: Vec<FrontPoint> = weights.iter().filter_map(point).collect();
    let mut front: Vec<FrontPoint> = Vec::new();
    for (n, p) in all.iter().enumerate() {
        let beaten = all.iter().enumerate().any(|(m, q)| n != m && beats(&q.totals, &p.totals, m < n));
        if !beaten {
            front.push(p.clone());
        }
    }
    front.sort_by(|a, b| b.totals.eur.total_cmp(&a.totals.eur));
    front
}

/// At least as good in all three and better in one; among equals the first one stays.
fn beats(a: &Totals, b: &Totals, first: bool) -> bool {
    let near = |x: f64, y: f64| (x - y).abs() <= 1e-6 * x.abs().max(y.abs()).max(1.0);
    let pairs = [(a.eur, b.eur), (a.co2_t, b.co2_t), (a.hours, b.hours)];
    let as_good = pairs.iter().all(|(x, y)| x > y || near(*x, *y));
    let better = pairs.iter().any(|(x, y)| x > y && !near(*x, *y));
    as_good && (better || first)
}

/// What a plan brings, from its flows. EUR: treatment avoided and output sold, less plants, running, preparing and haulage.
pub fn totals(instance: &Instance, open: &[String], flows: &[FlowLine]) -> Totals {
    let with = |eur, co2, hours| {
        let mut asked = instance.clone();
        asked.objective = Objective::MaxValue;
        asked.weights = Some(Weights { eur, co2_eur_t: co2, work_eur_h: hours });
        crate::verify(&asked, open, flows, 0.0).objective
    };
    Totals { eur: with(1.0, 0.0, 0.0), co2_t: with(0.0, 1.0, 0.0), hours: with(0.0, 0.0, 1.0) }
}
