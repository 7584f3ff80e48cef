//! What the takers of a spot could use, month by month, and what reaching them costs and spares.

use super::economics::storage;
use super::{Chain, Months, Spot};

impl Chain {
    /// Output units of each month that can be placed from a spot.
    pub fn demand(&self, spot: &Spot) -> Months {
        let mut demand = [0.0; 12];
        for outlet in spot.outlets.iter().filter_map(|ix| self.outlets.get(*ix)) {
            for (month, share) in demand.iter_mut().zip(outlet.months) {
                *month += share * outlet.amount.mid();
            }
        }
        demand
    }

    /// EUR of trench to the takers of a spot.
    pub fn trench_eur(&self, spot: &Spot) -> f64 {
        self.costs.trench.map_or(0.0, |trench| trench.capex.mid() * spot.trench_km)
    }

    /// Share of a year's supplies that is in store when it is fullest, were all used as it is asked for.
    pub(super) fn kept(&self) -> f64 {
        let all: f64 = self.supplies.iter().map(|supply| supply.amount.mid()).sum();
        let mut gathered = [0.0; 12];
        for supply in &self.supplies {
            gathered
                .iter_mut()
                .zip(supply.months)
                .for_each(|(t, share)| *t += share * supply.amount.mid() / all);
        }
        self.demand_shape().map_or(0.0, |shape| storage(&gathered, &shape))
    }

    /// Shape of all demand over the year; `None` when the output goes to market.
    pub(super) fn demand_shape(&self) -> Option<Months> {
        let mut shape = [0.0; 12];
        for outlet in &self.outlets {
            for (month, share) in shape.iter_mut().zip(outlet.months) {
                *month += share * outlet.amount.mid();
            }
        }
        let sum: f64 = shape.iter().sum();
        (sum > 0.0).then(|| shape.map(|month| month / sum))
    }

    /// tCO2e per output unit of what a spot's outlets stop using, weighed by amount; `None` when nothing is known of them.
    pub(super) fn replaced(&self, spot: &Spot) -> Option<f64> {
        let (mut sum, mut avoided) = (0.0, 0.0);
        for outlet in spot.outlets.iter().filter_map(|ix| self.outlets.get(*ix)) {
            if let Some(co2) = outlet.co2 {
                sum += outlet.amount.mid();
                avoided += outlet.amount.mid() * co2.mid();
            }
        }
        (sum > 0.0).then(|| avoided / sum)
    }
}
