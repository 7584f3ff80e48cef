//! What more CO2 avoided or more hours of insertion would cost in euros.

use super::{Asked, Chain, Pick};
use crate::Settings;
use crate::draws::{Totals, solve_front};
use crate::instance::Weights;

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

/// EUR per tCO2e and EUR per hour that are tried; the last ones are beyond any price.
const TRIED: [(f64, f64); 7] =
    [(0.0, 0.0), (100.0, 0.0), (300.0, 0.0), (0.0, 15.0), (0.0, 40.0), (100.0, 15.0), (1_000.0, 200.0)];

/// Finer proofs are not worth their time here.
const GAP: f64 = 1e-3;

/// The plans that none of the others beats in euros, CO2 and hours, most euros first.
pub(super) fn front(chain: &Chain, asked: &Asked<'_>) -> Vec<Choice> {
    let instance = chain.instance(&asked.aims, asked.plant.storable, &mut Pick::middle());
    let weights = TRIED.map(|(co2_eur_t, work_eur_h)| Weights { eur: 1.0, co2_eur_t, work_eur_h });
    let settings = Settings { gap: asked.settings.gap.max(GAP), ..asked.settings };
    let points = solve_front(&instance, &weights, &settings);
    points.into_iter().map(|p| Choice { weights: p.weights, totals: p.totals, open: p.plan.open }).collect()
}
