//! What the open plants cannot hold stays: which rows, and at what price above their multipliers.

use super::core::Core;
use super::cover::{Cover, Load};

/// A row that may stay: EUR/t that costs beyond its multiplier, tonnes, which row.
type Stay = (f64, f64, usize);

/// Rows by month, the cheapest to leave first.
struct Stays {
    months: Vec<Vec<Stay>>,
    year: Vec<Stay>,
}

impl Stays {
    fn new(core: &Core<'_>, prices: &[f64]) -> Self {
        let mut months: Vec<Vec<Stay>> = vec![Vec::new(); core.months];
        for row in (0..core.rows()).filter(|row| core.idle(*row).is_finite()) {
            let dear = (core.idle(row) - prices[row]).max(0.0);
            months[core.month(row)].push((dear, core.tonnes[row], row));
        }
        let order = |a: &Stay, b: &Stay| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2));
        for rows in &mut months {
            rows.sort_unstable_by(order);
        }
        let mut year = months.concat();
        if core.months > 1 {
            year.sort_unstable_by(order);
        }
        Self { months, year }
    }
}

/// For each number of units, the least price of what they cannot hold: month by month, or over the year, whichever is more.
pub fn table(core: &Core<'_>, cover: &Cover, prices: &[f64]) -> Vec<f64> {
    let stays = Stays::new(core, prices);
    let mut year = vec![0.0; cover.need + 1];
    add(&mut year, cover.year, &stays.year);
    if core.months > 1 {
        let mut months = vec![0.0; cover.need + 1];
        for (load, rows) in cover.months.iter().zip(&stays.months) {
            add(&mut months, *load, rows);
        }
        year.iter_mut().zip(&months).for_each(|(year, months)| *year = year.max(*months));
    }
    year
}

/// Tonnes of a load that so many units leave.
fn left(load: Load, units: usize) -> f64 {
    let left = load.tonnes - load.per_unit * units as f64;
    if left <= 1e-9 * load.tonnes.max(1.0) { 0.0 } else { left }
}

fn add(table: &mut [f64], load: Load, rows: &[Stay]) {
    let (mut at, mut tonnes, mut price) = (0, 0.0, 0.0);
    for (units, cell) in table.iter_mut().enumerate().rev() {
        let left = left(load, units);
        while at < rows.len() && tonnes + rows[at].1 <= left {
            tonnes += rows[at].1;
            price += rows[at].0 * rows[at].1;
            at += 1;
        }
        let part = left - tonnes;
        *cell += match rows.get(at) {
            Some(row) => price + part * row.0,
            None if part <= 1e-9 * load.tonnes.max(1.0) => price,
            None => f64::INFINITY,
        };
    }
}

/// Share of each row that stays with so many units, cheapest first.
pub fn shares(core: &Core<'_>, cover: &Cover, prices: &[f64], units: usize) -> Vec<(usize, f64)> {
    let stays = Stays::new(core, prices);
    let (mut year, mut months) = (Vec::new(), Vec::new());
    let year_price = take(&mut year, left(cover.year, units), &stays.year);
    if core.months == 1 {
        return year;
    }
    let by_month = cover.months.iter().zip(&stays.months);
    let months_price: f64 = by_month.map(|(load, rows)| take(&mut months, left(*load, units), rows)).sum();
    if months_price > year_price { months } else { year }
}

fn take(shares: &mut Vec<(usize, f64)>, mut left: f64, rows: &[Stay]) -> f64 {
    let mut price = 0.0;
    for (dear, tonnes, row) in rows {
        let part = left.min(*tonnes);
        if part <= 0.0 {
            break;
        }
        shares.push((*row, part / tonnes));
        price += dear * part;
        left -= part;
    }
    price
}
