//! Why there is no plan: which limit, and how much is missing.

mod dropped;
mod invest;

use crate::formulation::{Plant, Problem};
use dropped::dropped;
use serde::Serialize;

/// A limit that leaves no plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "limit", rename_all = "snake_case")]
pub enum Shortfall {
    /// Even with the largest size at each site, capacity falls short of the supply that must be served.
    Capacity {
        /// t/year to serve.
        need_t: f64,
        /// t/year that can be held.
        have_t: f64,
    },
    /// The most options that may open hold too little, even the largest ones.
    MaxOptions {
        /// How many may open.
        most: usize,
        /// How many it takes at least.
        need: usize,
        /// t/year to serve.
        need_t: f64,
        /// t/year that the largest `most` hold.
        have_t: f64,
    },
    /// The cheapest capacity for everything costs more than the budget.
    Budget {
        /// EUR of investment needed at least.
        need_eur: f64,
        /// EUR allowed.
        have_eur: f64,
    },
    /// In a month, less can be taken in than must be hauled.
    Month {
        /// 1 = January.
        month: usize,
        /// t to haul in the month.
        need_t: f64,
        /// t that the plants can take in that month.
        have_t: f64,
    },
    /// A source that must go whole to one option fits in none.
    Source {
        /// Index of the source.
        source: usize,
        /// Its t/year.
        need_t: f64,
        /// t/year of the largest option.
        have_t: f64,
    },
    /// A month of a source that must go whole to one option fits in none.
    SourceMonth {
        /// Index of the source.
        source: usize,
        /// 1 = January.
        month: usize,
        /// Its t in the month.
        need_t: f64,
        /// t that the largest option takes in that month.
        have_t: f64,
    },
    /// Without minimum loads there would be a plan: there is too little supply to reach them.
    Minimum {
        /// t/year of supply with which there is a plan (equal to `have_t` where it is not the amount that lacks).
        need_t: f64,
        /// t/year of supply.
        have_t: f64,
        /// Of which must be served, t/year.
        serve_t: f64,
    },
    /// If sources could split there would be a plan: whole ones do not fit together.
    Whole {
        /// t/year to serve.
        need_t: f64,
        /// t/year that fit, whole sources only.
        have_t: f64,
    },
    /// If more plants could open there would be a plan.
    Number {
        /// How many may open.
        most: usize,
        /// How many it takes at least under the other limits.
        need: usize,
        /// t/year to serve.
        need_t: f64,
    },
    /// No limit alone forbids a plan, but together they do: minimum loads against supply, whole sources against capacities.
    Together {
        /// t/year to serve.
        need_t: f64,
        /// Sum of the least minimum loads among the options, t/year.
        min_t: f64,
    },
}

/// The limits that leave no plan, each with how much is missing. Only meant for problems without a plan.
pub fn shortfalls(problem: &Problem) -> Vec<Shortfall> {
    let need = needed(problem);
    let mut found = plain(problem);
    if found.is_empty() {
        found = dropped(problem, need);
    }
    if found.is_empty() {
        let least = problem.plants.iter().map(|plant| plant.min).fold(f64::INFINITY, f64::min);
        found.push(Shortfall::Together { need_t: need, min_t: if least.is_finite() { least } else { 0.0 } });
    }
    found
}

/// What no plan can keep, seen without a search; empty says nothing.
pub fn plain(problem: &Problem) -> Vec<Shortfall> {
    let need = needed(problem);
    let mut found = Vec::new();
    let largest = largest(problem);
    let have: f64 = largest.iter().sum();
    if have < need * (1.0 - 1e-9) {
        found.push(Shortfall::Capacity { need_t: need, have_t: have });
    }
    found.extend(sources(problem));
    found.extend(months(problem));
    if found.is_empty() {
        found.extend(number(problem, &largest, need));
        found.extend(budget(problem, need));
    }
    found
}

/// t/year that must be hauled.
fn needed(problem: &Problem) -> f64 {
    problem.rows.iter().filter(|row| row.idle.is_infinite()).map(|row| row.tonnes).sum()
}

/// The largest load at each site, largest first.
fn largest(problem: &Problem) -> Vec<f64> {
    let most = |site: &Vec<usize>| site.iter().map(|j| problem.plants[*j].most()).fold(0.0, f64::max);
    let mut largest: Vec<f64> = problem.sites.iter().map(most).collect();
    largest.sort_by(|a, b| b.total_cmp(a));
    largest
}

fn sources(problem: &Problem) -> Option<Shortfall> {
    if !problem.single {
        return None;
    }
    let most = problem.plants.iter().map(Plant::most).fold(0.0, f64::max);
    let mut tonnes = vec![0.0; problem.sources];
    for row in problem.rows.iter().filter(|row| row.idle.is_infinite()) {
        tonnes[row.source] += row.tonnes;
    }
    let (source, need) = tonnes.into_iter().enumerate().max_by(|a, b| a.1.total_cmp(&b.1))?;
    if need > most * (1.0 + 1e-9) {
        return Some(Shortfall::Source { source, need_t: need, have_t: most });
    }
    let lacks = problem.rows.iter().filter(|row| row.idle.is_infinite()).map(|row| {
        let cap = |j: usize| in_month(problem, j, row.month);
        (row, (0..problem.plants.len()).map(cap).fold(0.0, f64::max))
    });
    let (row, have_t) = lacks.max_by(|a, b| (a.0.tonnes - a.1).total_cmp(&(b.0.tonnes - b.1)))?;
    (row.tonnes > have_t * (1.0 + 1e-9)).then_some(Shortfall::SourceMonth {
        source: row.source,
        month: row.month + 1,
        need_t: row.tonnes,
        have_t,
    })
}

fn in_month(problem: &Problem, plant: usize, month: usize) -> f64 {
    let plant = &problem.plants[plant];
    plant.months.map_or(plant.capacity, |months| months[month].min(plant.capacity))
}

fn months(problem: &Problem) -> Vec<Shortfall> {
    if !problem.monthly() {
        return Vec::new();
    }
    let short = |month: usize| {
        let rows = problem.rows.iter().filter(|row| row.month == month && row.idle.is_infinite());
        let need: f64 = rows.map(|row| row.tonnes).sum();
        let cap = |j: &usize| in_month(problem, *j, month);
        let have: f64 = problem.sites.iter().map(|site| site.iter().map(cap).fold(0.0, f64::max)).sum();
        (have < need * (1.0 - 1e-9)).then_some(Shortfall::Month {
            month: month + 1,
            need_t: need,
            have_t: have,
        })
    };
    (0..12).filter_map(short).collect()
}

fn number(problem: &Problem, largest: &[f64], need: f64) -> Option<Shortfall> {
    let most = problem.max_open?;
    let have = largest.iter().take(most).fold(0.0, |sum, held| sum + held);
    let mut held = 0.0;
    let count = largest.iter().take_while(|c| {
        let enough = held >= need * (1.0 - 1e-9);
        held += **c;
        !enough
    });
    let short = Shortfall::MaxOptions { most, need: count.count(), need_t: need, have_t: have };
    (have < need * (1.0 - 1e-9)).then_some(short)
}

/// The cheapest investment that holds everything, when plants cost nothing else and sources may split.
fn budget(problem: &Problem, need: f64) -> Option<Shortfall> {
    let have = problem.budget?;
    let least = invest::least(problem, need)?;
    (need > 0.0 && least > have * (1.0 + 1e-9))
        .then_some(Shortfall::Budget { need_eur: least, have_eur: have })
}
