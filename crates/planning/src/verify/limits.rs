//! The limits, one by one.

use super::{Broken, Haul, TOLERANCE, Tally};
use crate::instance::{Instance, Serve};

fn above(value: f64, limit: f64) -> bool {
    value > limit + TOLERANCE * limit.abs().max(1.0)
}

/// Amounts are numbers, and none is below zero, in no month either: less than nothing in one flow would hide too much in another.
pub fn amounts(instance: &Instance, tally: &Tally, broken: &mut Vec<Broken>) {
    for haul in &tally.hauls {
        let all = std::iter::once(haul.t).chain(haul.months.into_iter().flatten());
        if let Some(has) = all.into_iter().find(|t| !t.is_finite() || *t < -TOLERANCE) {
            let who = instance.sources[haul.source].id.clone();
            broken.push(Broken { limit: "amount", who, has, allowed: 0.0 });
        }
    }
}

/// t by month of a flow, even where it says none but its option's months bind; `None` where they do not.
fn by_month(instance: &Instance, haul: &Haul) -> Option<[f64; 12]> {
    let option = &instance.options[haul.option];
    let binds = option.output_demand.is_some() && option.output_per_t.is_some_and(|per_t| per_t > 0.0);
    haul.months.or_else(|| binds.then_some([haul.t / 12.0; 12]))
}

/// No source gives more than it has, all of it where all must be served, to one option where that is asked.
pub fn sources(instance: &Instance, tally: &Tally, broken: &mut Vec<Broken>) {
    for (i, source) in instance.sources.iter().enumerate() {
        let mut push =
            |limit, has, allowed| broken.push(Broken { limit, who: source.id.clone(), has, allowed });
        let given: f64 = tally.of_source(i).map(|h| h.t).sum();
        let supply = source.supply_t.year();
        let takers = tally.of_source(i).filter(|h| h.t > TOLERANCE).count();
        if above(given, supply) {
            push("supply", given, supply);
        }
        if instance.serve == Serve::All && above(supply, given) {
            push("served", given, supply);
        }
        if instance.single_site && (takers > 1 || (takers == 1 && above(supply, given))) {
            push("single_site", given, supply);
        }
        for month in 0..12 {
            let given: f64 = tally.of_source(i).filter_map(|h| by_month(instance, h)).map(|m| m[month]).sum();
            if above(given, source.supply_t.month(month)) {
                push("supply", given, source.supply_t.month(month));
            }
        }
        for haul in tally.of_source(i) {
            let sum = haul.months.map_or(haul.t, |months| months.iter().sum());
            if above(sum, haul.t) || above(haul.t, sum) {
                push("month", sum, haul.t);
            }
        }
    }
}

/// Only open options take in, within capacity, minimum load and what each month's output can be placed.
pub fn options(instance: &Instance, tally: &Tally, broken: &mut Vec<Broken>) {
    for (j, option) in instance.options.iter().enumerate() {
        let mut push =
            |limit, has, allowed| broken.push(Broken { limit, who: option.id.clone(), has, allowed });
        let counts = |h: &Haul| instance.sources[h.source].strength.unwrap_or(1.0);
        let load: f64 = tally.of_option(j).map(|h| h.t * counts(h)).sum();
        if !tally.open.contains(&j) {
            if above(load, 0.0) {
                push("closed", load, 0.0);
            }
            continue;
        }
        if let Some(capacity) = option.capacity_t.filter(|c| above(load, *c)) {
            push("capacity", load, capacity);
        }
        if let Some(min) = option.min_t.filter(|min| above(*min, load)) {
            push("minimum", load, min);
        }
        let (Some(demand), Some(per_t)) = (option.output_demand, option.output_per_t) else { continue };
        for (month, most) in demand.iter().enumerate() {
            let even = |h: &Haul| h.months.map_or(h.t / 12.0, |m| m[month]) * counts(h);
            let made: f64 = tally.of_option(j).map(even).sum::<f64>() * per_t;
            if above(made, *most) {
                push("month", made, *most);
            }
        }
    }
}

/// Number, budget, one size a site.
pub fn whole(instance: &Instance, tally: &Tally, broken: &mut Vec<Broken>) {
    let limits = &instance.limits;
    let mut push =
        |limit, who: &str, has, allowed| broken.push(Broken { limit, who: who.to_owned(), has, allowed });
    if let Some(most) = limits.max_options.filter(|most| tally.open.len() > *most) {
        push("max_options", &instance.name, tally.open.len() as f64, most as f64);
    }
    let spent: f64 = tally.open.iter().filter_map(|j| instance.options[*j].budget_eur).sum();
    if let Some(budget) = limits.budget_eur.filter(|budget| above(spent, *budget)) {
        push("budget", &instance.name, spent, budget);
    }
    let site = |j: &usize| instance.options[*j].site.as_str();
    for (n, j) in tally.open.iter().enumerate() {
        let again =
            tally.open[..n].iter().any(|k| k == j || (limits.one_size_per_site && site(k) == site(j)));
        if again {
            push("one_size", site(j), 2.0, 1.0);
        }
    }
}
