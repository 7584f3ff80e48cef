//! What the types cannot say: signs, shapes, unique ids.

use super::read::Expected;
use super::{Haul, Instance, Supply};
use std::collections::HashSet;

/// A value that cannot be.
pub struct Fault {
    pub key: String,
    pub value: String,
    pub expected: Expected,
}

fn fault(key: impl Into<String>, value: &dyn ToString, expected: Expected) -> Fault {
    Fault { key: key.into(), value: value.to_string(), expected }
}

/// Every fault, in the order of the file.
pub fn faults(instance: &Instance) -> Vec<Fault> {
    let mut found = Vec::new();
    sources(instance, &mut found);
    options(instance, &mut found);
    haulage(instance, &mut found);
    limits(instance, &mut found);
    found
}

fn sources(instance: &Instance, found: &mut Vec<Fault>) {
    unique("sources", instance.sources.iter().map(|s| s.id.as_str()), found);
    for (i, source) in instance.sources.iter().enumerate() {
        let months: &[f64] = match &source.supply_t {
            Supply::Year(t) => std::slice::from_ref(t),
            Supply::Months(months) => months,
        };
        if let Some(strength) = source.strength.filter(|s| !s.is_finite() || *s <= 0.0) {
            found.push(fault(format!("sources[{i}].strength"), &strength, Expected::AboveZero));
        }
        let key = format!("sources[{i}].supply_t");
        found.extend(
            months.iter().filter(|t| t.is_nan() || **t < 0.0).map(|t| fault(&key, t, Expected::Tonnes)),
        );
    }
}

fn options(instance: &Instance, found: &mut Vec<Fault>) {
    unique("options", instance.options.iter().map(|o| o.id.as_str()), found);
    for (j, option) in instance.options.iter().enumerate() {
        let mut not_negative = |key: &str, value: Option<f64>| {
            if let Some(value) = value.filter(|v| v.is_nan() || *v < 0.0) {
                found.push(fault(format!("options[{j}].{key}"), &value, Expected::NotNegative));
            }
        };
        not_negative("capacity_t", option.capacity_t);
        not_negative("min_t", option.min_t);
        not_negative("output_per_t", option.output_per_t);
        not_negative("budget_eur", option.budget_eur);
        for demand in option.output_demand.iter().flatten() {
            not_negative("output_demand", Some(*demand));
        }
        if let (Some(min), Some(capacity)) = (option.min_t, option.capacity_t)
            && min > capacity
        {
            found.push(fault(format!("options[{j}].min_t"), &min, Expected::Capacity(capacity)));
        }
        if option.output_demand.is_some() && option.output_per_t.is_none() {
            let key = format!("options[{j}].output_demand");
            found.push(fault(key, &"…", Expected::OutputPerT));
        }
    }
}

fn unique<'a>(list: &str, ids: impl Iterator<Item = &'a str>, found: &mut Vec<Fault>) {
    let mut seen = HashSet::new();
    for (i, id) in ids.enumerate() {
        if !seen.insert(id) {
            found.push(fault(format!("{list}[{i}].id"), &id, Expected::Unique));
        }
    }
}

fn haulage(instance: &Instance, found: &mut Vec<Fault>) {
    if let Some(matrix) = &instance.haul_co2_kg_t {
        rows("haul_co2_kg_t", instance, matrix, found);
    }
    match (&instance.haul_eur_t, &instance.haul) {
        (Some(_), Some(_)) => found.push(fault("haul", &"…", Expected::OneHaul)),
        (None, None) => found.push(fault("haul_eur_t", &"–", Expected::SomeHaul)),
        (Some(matrix), None) => rows("haul_eur_t", instance, matrix, found),
        (None, Some(rule)) => places(instance, rule, found),
    }
}

fn rows(key: &str, instance: &Instance, matrix: &[Vec<f64>], found: &mut Vec<Fault>) {
    let (rows, columns) = (instance.sources.len(), instance.options.len());
    if matrix.len() != rows {
        found.push(fault(key, &matrix.len(), Expected::Rows(rows)));
    }
    for (i, row) in matrix.iter().enumerate() {
        if row.len() != columns {
            found.push(fault(format!("{key}[{i}]"), &row.len(), Expected::Columns(columns)));
        }
        if let Some(bad) = row.iter().find(|v| !v.is_finite()) {
            found.push(fault(format!("{key}[{i}]"), &bad, Expected::Finite));
        }
    }
}

fn places(instance: &Instance, rule: &Haul, found: &mut Vec<Fault>) {
    for (key, value) in
        [("eur_t_km", rule.eur_t_km), ("detour", rule.detour), ("fixed_eur_t", rule.fixed_eur_t)]
    {
        if value.is_nan() || value < 0.0 {
            found.push(fault(format!("haul.{key}"), &value, Expected::NotNegative));
        }
    }
    let sources = instance.sources.iter().map(|s| ("sources", s.lat, s.lon)).enumerate();
    let options = instance.options.iter().map(|o| ("options", o.lat, o.lon)).enumerate();
    for (i, (list, lat, lon)) in sources.chain(options) {
        if lat.is_none() || lon.is_none() {
            found.push(fault(format!("{list}[{i}]"), &"–", Expected::Places));
        }
    }
}

fn limits(instance: &Instance, found: &mut Vec<Fault>) {
    if let Some(budget) = instance.limits.budget_eur.filter(|b| b.is_nan() || *b < 0.0) {
        found.push(fault("limits.budget_eur", &budget, Expected::NotNegative));
    }
}
