//! The objective, from the flows.

use super::Tally;
use crate::instance::{Instance, Objective};

/// EUR a year of the plan (`min_cost`), or its weighted value a year (`max_value`).
pub fn objective(instance: &Instance, tally: &Tally) -> f64 {
    match instance.objective {
        Objective::MinCost => cost(instance, tally) + left(instance, tally),
        Objective::MaxValue => value(instance, tally),
    }
}

/// EUR a year: plants, running, preparing, haulage, less output sold.
fn cost(instance: &Instance, tally: &Tally) -> f64 {
    let fixed: f64 = tally.open.iter().map(|j| instance.options[*j].fixed_eur).sum();
    let hauls = tally.hauls.iter().map(|haul| {
        let (source, option) = (&instance.sources[haul.source], &instance.options[haul.option]);
        let made = option.output_per_t.unwrap_or(0.0) * source.strength.unwrap_or(1.0);
        let sold = made * option.output_price_eur.unwrap_or(0.0);
        let prepare = source.prepare_eur_t.unwrap_or(0.0);
        haul.t * (option.variable_eur_t + prepare + eur_t(instance, haul.source, haul.option) - sold)
    });
    fixed + hauls.sum::<f64>()
}

/// EUR a year of today's treatment for what stays.
fn left(instance: &Instance, tally: &Tally) -> f64 {
    let stays = |(i, source): (usize, &crate::instance::Source)| {
        let given: f64 = tally.of_source(i).map(|haul| haul.t).sum();
        (source.supply_t.year() - given).max(0.0) * source.avoided_eur_t.unwrap_or(0.0)
    };
    instance.sources.iter().enumerate().map(stays).sum()
}

fn value(instance: &Instance, tally: &Tally) -> f64 {
    let weights = instance.weights.unwrap_or_default();
    let avoided: f64 = tally
        .hauls
        .iter()
        .map(|haul| haul.t * instance.sources[haul.source].avoided_eur_t.unwrap_or(0.0))
        .sum();
    let co2 =
        |kg: fn(&Instance, &super::Haul) -> f64| tally.hauls.iter().map(|h| kg(instance, h)).sum::<f64>();
    let co2 = (co2(avoided_kg) - co2(caused_kg)) / 1000.0;
    let hours: f64 =
        tally.hauls.iter().map(|h| h.t * instance.options[h.option].work_h_t.unwrap_or(0.0)).sum();
    let fixed: f64 = tally.open.iter().filter_map(|j| instance.options[*j].work_h_fixed).sum();
    let eur = avoided - cost(instance, tally);
    weights.eur * eur + weights.co2_eur_t * co2 + weights.work_eur_h * (hours + fixed)
}

/// kg CO2e that a haul avoids: by what it makes.
fn avoided_kg(instance: &Instance, haul: &super::Haul) -> f64 {
    let strength = instance.sources[haul.source].strength.unwrap_or(1.0);
    haul.t * strength * instance.options[haul.option].co2_kg_t.unwrap_or(0.0)
}

/// kg CO2e that a haul causes: in the plant, and on the road.
fn caused_kg(instance: &Instance, haul: &super::Haul) -> f64 {
    let strength = instance.sources[haul.source].strength.unwrap_or(1.0);
    let road = instance.haul_co2_kg_t.as_ref().map_or(0.0, |kg| kg[haul.source][haul.option]);
    haul.t * (strength * instance.options[haul.option].co2_caused_kg_t.unwrap_or(0.0) + road)
}

/// EUR/t of haulage, from the matrix or from the coordinates.
fn eur_t(instance: &Instance, source: usize, option: usize) -> f64 {
    if let Some(matrix) = &instance.haul_eur_t {
        return matrix[source][option];
    }
    let (from, to) = (&instance.sources[source], &instance.options[option]);
    let (Some(rule), Some(a), Some(b), Some(c), Some(d)) =
        (instance.haul, from.lat, from.lon, to.lat, to.lon)
    else {
        return f64::NAN;
    };
    rule.fixed_eur_t + rule.eur_t_km * rule.detour * crow_km((a, b), (c, d))
}

/// Spherical law of cosines in its haversine form, written apart from the solver's.
fn crow_km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (lat1, lat2) = (a.0.to_radians(), b.0.to_radians());
    let (dlat, dlon) = (lat2 - lat1, (b.1 - a.1).to_radians());
    let h = (dlat / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * (dlon / 2.0).sin().powi(2);
    2.0 * 6371.0 * h.sqrt().atan2((1.0 - h).sqrt())
}
