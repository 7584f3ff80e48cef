//! What the takers of a spot could use, month by month, and what reaching them costs and spares.

use super::economics::storage;
use super::{Chain, Months, Spot};
use units::Range;

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

    /// Share of a year's input that is in store when it is fullest, were all gathered in the rhythm of all supplies and used as a spot's
    /// takers ask for it; 0 where the output goes to market.
    pub(super) fn kept(&self, spot: &Spot) -> f64 {
        let used = self.demand(spot);
        let asked: f64 = used.iter().sum();
        let all: f64 = self.supplies.iter().map(|supply| supply.amount.mid()).sum();
        if asked <= 0.0 || all <= 0.0 {
            return 0.0;
        }
        let mut gathered = [0.0; 12];
        for supply in &self.supplies {
            let each = |(t, share): (&mut f64, f64)| *t += share * supply.amount.mid() / all;
            gathered.iter_mut().zip(supply.months).for_each(each);
        }
        storage(&gathered, &used.map(|month| month / asked))
    }

    /// Those joined to a spot.
    fn joined(&self, spot: &Spot) -> impl Iterator<Item = &super::Outlet> {
        spot.outlets.iter().filter_map(|ix| self.outlets.get(*ix))
    }

    /// tCO2e per output unit of what a spot's takers stop using, or of what is replaced on the market. What is unknown of some takers counts
    /// for nothing, which [`Chain::co2_told`] says; `None` when nothing is known of any.
    pub(super) fn replaced(&self, spot: &Spot) -> Option<f64> {
        if spot.outlets.is_empty() {
            return self.costs.avoided.map(Range::mid);
        }
        let known = |outlet: &super::Outlet| Some(outlet.amount.mid() * outlet.co2?.mid());
        let avoided: Vec<f64> = self.joined(spot).filter_map(known).collect();
        let all: f64 = self.joined(spot).map(|outlet| outlet.amount.mid()).sum();
        (!avoided.is_empty() && all > 0.0).then(|| avoided.iter().sum::<f64>() / all)
    }

    /// Share of what a spot's takers use of which it is known what it replaces; 1 on the market.
    pub fn co2_told(&self, spot: &Spot) -> f64 {
        let all: f64 = self.joined(spot).map(|outlet| outlet.amount.mid()).sum();
        let known = self.joined(spot).filter(|outlet| outlet.co2.is_some());
        if all > 0.0 { known.map(|outlet| outlet.amount.mid()).sum::<f64>() / all } else { 1.0 }
    }

    /// EUR per output unit at a spot, and as a share of the usual price: no taker pays more than what it uses today costs.
    pub fn price(&self, spot: &Spot) -> (f64, f64) {
        let usual = self.costs.price.mid();
        let all: f64 = self.joined(spot).map(|outlet| outlet.amount.mid()).sum();
        if all <= 0.0 || usual <= 0.0 {
            return (usual, 1.0);
        }
        let paid: f64 = self.joined(spot).map(|outlet| outlet.amount.mid() * self.pays(outlet)).sum();
        (paid / all, paid / all / usual)
    }

    /// EUR per output unit that a taker pays: the usual price, at most what it uses today costs.
    pub(super) fn pays(&self, outlet: &super::Outlet) -> f64 {
        let usual = self.costs.price.mid();
        outlet.cost.map_or(usual, |cost| cost.mid().clamp(0.0, usual.max(0.0)))
    }
}
