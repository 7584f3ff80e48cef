//! The price of a flow: the mean of what its shipments cost or brought.

use super::amount::Shipped;
use super::price::Paid;
use model::Price;
use units::{Quantity, Range};

/// The prices of the shipments of one flow.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    euros: f64,
    quantity: f64,
    low: f64,
    high: f64,
    count: usize,
}

impl Sum {
    pub(super) fn add(&mut self, paid: Paid, shipped: &Shipped) {
        let (low, high) = (paid.each.low(), paid.each.high());
        (self.low, self.high) =
            if self.count == 0 { (low, high) } else { (self.low.min(low), self.high.max(high)) };
        self.euros += paid.euros;
        self.quantity += shipped.range.mid();
        self.count += 1;
    }

    /// The mean price of one `unit`, its range the cheapest and the dearest of the shipments; `None` when no line told one.
    pub(super) fn price(&self, unit: &str) -> Option<Price> {
        if self.count == 0 || self.quantity <= 0.0 {
            return None;
        }
        let mean = self.euros / self.quantity;
        let range = Range::new(self.low.min(mean), mean, self.high.max(mean)).ok()?;
        let shown = match unit {
            "m3" => "m³",
            "piece" => "unité",
            other => other,
        };
        let way = if mean < 0.0 { "payé" } else { "reçu" };
        let plural = if self.count > 1 { "s" } else { "" };
        let lines = format!("({} ligne{plural} du registre)", self.count);
        let number = format!("{:.2}", mean.abs()).replace('.', ",");
        let number = number.trim_end_matches('0').trim_end_matches(',');
        // « coût : 0 » is free of charge, not money received.
        let stated = if range == Range::ZERO {
            format!("gratuit {lines}")
        } else {
            format!("{way} {number} €/{shown} {lines}")
        };
        Some(Price { value: Quantity::new(range, format!("EUR/{unit}").parse().ok()?), stated })
    }
}
