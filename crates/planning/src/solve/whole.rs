//! Whole sources to open plants where months bind: largest first, each where the split shipment sends most of it.

use super::core::Core;
use super::transport::{Shipment, transport};

/// An assignment that keeps every limit, or `None` when this simple rule finds none.
pub fn whole(core: &Core<'_>, open: &[usize]) -> Option<Shipment> {
    let split = transport(core, open).ok()?;
    let sources = core.problem.sources;
    let mut share = vec![0.0; sources * open.len()];
    for (row, plant, tonnes) in &split.flows {
        let at = open.iter().position(|p| p == plant)?;
        share[core.problem.rows[*row].source * open.len() + at] += tonnes;
    }
    let mut by_source: Vec<Vec<usize>> = vec![Vec::new(); sources];
    for row in 0..core.rows() {
        by_source[core.problem.rows[row].source].push(row);
    }
    let tonnes = |s: usize| -> f64 { by_source[s].iter().map(|row| core.tonnes[*row]).sum() };
    let mut order: Vec<usize> = (0..sources).filter(|s| !by_source[*s].is_empty()).collect();
    order.sort_by(|a, b| tonnes(*b).total_cmp(&tonnes(*a)).then(a.cmp(b)));
    let mut room = Room::new(core, open);
    let mut shipment = Shipment { cost: 0.0, flows: Vec::new() };
    for source in order {
        let rows = &by_source[source];
        let unit = |k: usize| core.unit[open[k]][rows[0]];
        let wish = |k: &usize| share[source * open.len() + *k];
        let fits = (0..open.len()).filter(|k| room.fits(core, *k, rows));
        let best = fits.max_by(|a, b| wish(a).total_cmp(&wish(b)).then(unit(*b).total_cmp(&unit(*a))));
        let stay = core.idle(rows[0]);
        let Some(k) = best.filter(|k| wish(k) > 0.0 || unit(*k) < stay) else {
            if stay.is_infinite() {
                return None;
            }
            shipment.cost += stay * tonnes(source);
            continue;
        };
        room.take(core, k, rows);
        shipment.cost += unit(k) * tonnes(source);
        shipment.flows.extend(rows.iter().map(|row| (*row, open[k], core.tonnes[*row])));
    }
    shipment.flows.sort_by_key(|flow| flow.0);
    room.loaded(core, open).then_some(shipment)
}

/// What is left of each place.
struct Room {
    year: Vec<f64>,
    months: Vec<f64>,
    load: Vec<f64>,
}

impl Room {
    fn new(core: &Core<'_>, open: &[usize]) -> Self {
        let cap = |(k, m): (usize, usize)| core.month_cap(open[k], m);
        let cells = (0..open.len()).flat_map(|k| (0..core.months).map(move |m| (k, m)));
        Self {
            year: open.iter().map(|j| core.problem.plants[*j].capacity).collect(),
            months: cells.map(cap).collect(),
            load: vec![0.0; open.len()],
        }
    }

    fn fits(&self, core: &Core<'_>, place: usize, rows: &[usize]) -> bool {
        let total: f64 = rows.iter().map(|row| core.tonnes[*row]).sum();
        let month = |row: &usize| self.months[place * core.months + core.month(*row)];
        total <= self.year[place] + core.tiny
            && rows.iter().all(|row| core.tonnes[*row] <= month(row) + core.tiny)
    }

    fn take(&mut self, core: &Core<'_>, place: usize, rows: &[usize]) {
        for row in rows {
            self.year[place] -= core.tonnes[*row];
            self.load[place] += core.tonnes[*row];
            self.months[place * core.months + core.month(*row)] -= core.tonnes[*row];
        }
    }

    fn loaded(&self, core: &Core<'_>, open: &[usize]) -> bool {
        open.iter().zip(&self.load).all(|(j, load)| *load >= core.problem.plants[*j].min - core.tiny)
    }
}
