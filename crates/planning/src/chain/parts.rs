//! What an open plant is made of: who supplies it, when, who takes what it makes, what it emits.

use super::study::{Co2, Line, Taker};
use super::{Asked, Chain, Months, Spot};
use crate::instance::{FlowLine, Instance, Source};
use std::collections::BTreeMap;
use units::Range;

pub(super) fn suppliers(chain: &Chain, spot: &Spot, flows: &[&FlowLine]) -> Vec<Line> {
    let line = |flow: &&FlowLine| {
        let supply = chain.supplies.iter().find(|supply| supply.flow.as_str() == flow.source)?;
        let km = chain.km(&supply.site, &spot.site)? * chain.costs.detour.mid();
        let haul = chain.costs.haul.map_or(0.0, |haul| {
            haul.per_tonne((haul.eur_t_km.mid(), haul.stop.mid() * haul.hour.mid()), supply.density, km)
        });
        let (flow_id, site) = (supply.flow.clone(), supply.site.clone());
        Some(Line { flow: flow_id, site, input: flow.t, km, haul, cost_today: supply.cost_today })
    };
    let mut lines: Vec<Line> = flows.iter().filter_map(line).filter(|line| line.input > 1e-9).collect();
    lines.sort_by(|a, b| b.input.total_cmp(&a.input).then_with(|| a.flow.cmp(&b.flow)));
    lines
}

/// Input used each month.
pub(super) fn taken(instance: &Instance, flows: &[&FlowLine]) -> Months {
    let sources: BTreeMap<&str, &Source> =
        instance.sources.iter().map(|source| (source.id.as_str(), source)).collect();
    let mut months = [0.0; 12];
    for flow in flows {
        let even = || {
            let supply = sources.get(flow.source.as_str()).map(|source| &source.supply_t);
            let year = supply.map_or(0.0, crate::instance::Supply::year).max(1e-12);
            std::array::from_fn(|month| supply.map_or(0.0, |supply| supply.month(month)) / year * flow.t)
        };
        let by_month: Months = flow.months.unwrap_or_else(even);
        months.iter_mut().zip(by_month).for_each(|(sum, t)| *sum += t);
    }
    months
}

/// Input used each month of what keeps: in the rhythm in which a spot's takers ask for the output.
pub(super) fn as_asked_for(chain: &Chain, spot: &Spot, suppliers: &[Line]) -> Months {
    let input: f64 = suppliers.iter().map(|line| line.input).sum();
    let demand = chain.demand(spot);
    let all: f64 = demand.iter().sum::<f64>().max(1e-12);
    demand.map(|month| month / all * input)
}

/// Input gathered each month, in the rhythm of its holders.
pub(super) fn gathered(chain: &Chain, suppliers: &[Line]) -> Months {
    let mut months = [0.0; 12];
    for line in suppliers {
        let Some(supply) = chain.supply(&line.flow) else { continue };
        months.iter_mut().zip(supply.months).for_each(|(sum, share)| *sum += share * line.input);
    }
    months
}

/// Who gets what comes out.
pub(super) fn takers(chain: &Chain, spot: &Spot, output: f64) -> Vec<Taker> {
    let reached = || spot.outlets.iter().filter_map(|ix| chain.outlets.get(*ix));
    let all: f64 = reached().map(|outlet| outlet.amount.mid()).sum();
    let taker = |outlet: &super::Outlet| Taker {
        flow: outlet.flow.clone(),
        site: outlet.site.clone(),
        demand: outlet.amount,
        gets: output * outlet.amount.mid() / all,
        price: chain.pays(outlet),
    };
    reached().map(taker).collect()
}

/// The lorry that hauls a skip.
pub(super) const TRUCK: &str = "co2.transport.rigid-20-26";

/// The same rates as the solver's question, each part by itself.
pub(super) fn co2(
    chain: &Chain,
    asked: &Asked<'_>,
    spot: &Spot,
    lines: &[Line],
    missing: &mut Vec<String>,
) -> Co2 {
    // CO2 follows the output: rich matter counts as more of it.
    let load = |line: &Line| Some(line.input * chain.strength(chain.supply(&line.flow)?));
    let load: f64 = lines.iter().filter_map(load).sum();
    let moved: f64 = lines.iter().map(|line| line.input * line.km).sum();
    let haul = if asked.plant.is_piped() {
        Some(0.0)
    } else {
        figure(asked, TRUCK, "tCO2e/t.km", missing).map(|each| each * moved)
    };
    Co2 {
        own: chain.costs.co2.map(|each| each.mid() * load),
        haul,
        avoided: chain.replaced(spot).map(|each| each * chain.costs.output.mid() * load),
        told: chain.co2_told(spot),
    }
}

/// The middle of a figure in a unit; a missing one is named.
pub(super) fn figure(asked: &Asked<'_>, id: &str, unit: &str, missing: &mut Vec<String>) -> Option<f64> {
    figure_range(asked, id, unit, missing).map(Range::mid)
}

/// A figure in a unit; a missing one is named.
pub(super) fn figure_range(
    asked: &Asked<'_>,
    id: &str,
    unit: &str,
    missing: &mut Vec<String>,
) -> Option<Range> {
    match asked.reference.figures.on(id, asked.day) {
        Ok(figure) => Some(figure.value.to(&unit.parse().ok()?).ok()?.range),
        Err(why) => {
            missing.push(why.to_string());
            None
        }
    }
}
