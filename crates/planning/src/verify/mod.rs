//! Recomputing a plan from its flows, without the solver's code or its numbers: only the instance counts.

mod limits;
mod money;
#[cfg(test)]
mod tests;

use crate::instance::{FlowLine, Instance};
use std::collections::HashMap;

/// A limit that a plan breaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// Which limit, as `amount`, `capacity`, `supply`, `served`, `minimum`, `month`, `single_site`, `budget`, `max_options`, `one_size`,
    /// `closed`, `unknown`, `objective`.
    pub limit: &'static str,
    /// The source, option or site.
    pub who: String,
    /// What the plan has.
    pub has: f64,
    /// What the limit allows.
    pub allowed: f64,
}

/// What verification found.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The objective that the flows give.
    pub objective: f64,
    /// Every limit that is broken; empty when the plan holds.
    pub broken: Vec<Broken>,
}

/// Relative tolerance of quantities and money.
pub const TOLERANCE: f64 = 1e-6;

/// Recomputes balances, capacities, minimum loads, months, number, budget and the objective of a plan. `claimed` is the objective the
/// plan is said to have.
pub fn verify(instance: &Instance, open: &[String], flows: &[FlowLine], claimed: f64) -> Verdict {
    let mut broken = Vec::new();
    let tally = Tally::new(instance, open, flows, &mut broken);
    limits::amounts(instance, &tally, &mut broken);
    limits::sources(instance, &tally, &mut broken);
    limits::options(instance, &tally, &mut broken);
    limits::whole(instance, &tally, &mut broken);
    let objective = money::objective(instance, &tally);
    // Not `>`: a claim that is no number is no claim that holds.
    let close = (objective - claimed).abs() <= TOLERANCE * objective.abs().max(1.0);
    if !close {
        broken.push(Broken {
            limit: "objective",
            who: instance.name.clone(),
            has: claimed,
            allowed: objective,
        });
    }
    Verdict { objective, broken }
}

/// A flow with indices, t by month (all in January's place when the flow is by year).
struct Haul {
    source: usize,
    option: usize,
    t: f64,
    months: Option<[f64; 12]>,
}

struct Tally {
    open: Vec<usize>,
    hauls: Vec<Haul>,
}

impl Tally {
    fn new(instance: &Instance, open: &[String], flows: &[FlowLine], broken: &mut Vec<Broken>) -> Self {
        let sources: HashMap<&str, usize> =
            instance.sources.iter().enumerate().map(|(i, s)| (s.id.as_str(), i)).collect();
        let options: HashMap<&str, usize> =
            instance.options.iter().enumerate().map(|(j, o)| (o.id.as_str(), j)).collect();
        let mut unknown =
            |who: &str| broken.push(Broken { limit: "unknown", who: who.to_owned(), has: 1.0, allowed: 0.0 });
        let mut tally = Self { open: Vec::new(), hauls: Vec::new() };
        for id in open {
            match options.get(id.as_str()) {
                Some(j) => tally.open.push(*j),
                None => unknown(id),
            }
        }
        for flow in flows {
            match (sources.get(flow.source.as_str()), options.get(flow.option.as_str())) {
                (Some(&source), Some(&option)) => {
                    tally.hauls.push(Haul { source, option, t: flow.t, months: flow.months });
                }
                (None, _) => unknown(&flow.source),
                (_, None) => unknown(&flow.option),
            }
        }
        tally
    }

    fn of_option(&self, option: usize) -> impl Iterator<Item = &Haul> {
        self.hauls.iter().filter(move |haul| haul.option == option)
    }

    fn of_source(&self, source: usize) -> impl Iterator<Item = &Haul> {
        self.hauls.iter().filter(move |haul| haul.source == source)
    }
}
