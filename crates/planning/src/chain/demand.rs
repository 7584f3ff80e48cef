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

    /// EUR per output unit that the plant is paid at a spot: no taker pays more than what it uses today costs.
    pub fn price(&self, spot: &Spot) -> f64 {
        let each: Vec<f64> = self.outlets.iter().map(|outlet| self.pays(outlet)).collect();
        self.worth_by(spot, self.costs.price.mid(), &each)
    }

    /// EUR per output unit at a spot, from what one is worth to each outlet: each in proportion to its need; `market` where there is none.
    pub(super) fn worth_by(&self, spot: &Spot, market: f64, each: &[f64]) -> f64 {
        let all: f64 = self.joined(spot).map(|outlet| outlet.amount.mid()).sum();
        if all <= 0.0 {
            return market;
        }
        let worth = |ix: &usize| Some(self.outlets.get(*ix)?.amount.mid() * each.get(*ix)?);
        spot.outlets.iter().filter_map(worth).sum::<f64>() / all
    }

    /// EUR per output unit that what is made is worth at a spot: what its takers stop paying; the usual price on the market. A price between the taker and the plant changes hands within the territory: it is no part of it.
    pub fn worth(&self, spot: &Spot) -> f64 {
        let each: Vec<f64> = self.outlets.iter().map(|outlet| self.spared(outlet)).collect();
        self.worth_by(spot, self.costs.price.mid(), &each)
    }

    /// EUR per output unit that a taker stops paying; the price stands for it where that is unknown.
    pub(super) fn spared(&self, outlet: &super::Outlet) -> f64 {
        outlet.cost.map_or(self.costs.price.mid(), |cost| cost.mid().max(0.0))
    }

    /// EUR per output unit that a taker pays: the usual price, at most what it uses today costs.
    pub(super) fn pays(&self, outlet: &super::Outlet) -> f64 {
        let usual = self.costs.price.mid();
        outlet.cost.map_or(usual, |cost| cost.mid().clamp(0.0, usual.max(0.0)))
    }
}
