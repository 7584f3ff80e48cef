//! All gains of a lead per year, each with its terms.

mod co2;
mod energy;
mod work;

use crate::case::{Case, Measure};
use crate::draws::drawn::{Drawn, Sum};
use crate::money::Money;
use crate::money::today::is_sold;
use model::{Gains, LeadKind};

impl Case<'_> {
    /// The euros, by kind of lead.
    pub(crate) fn money(&self) -> Money {
        match self.lead.kind {
            LeadKind::Substitution | LeadKind::Chain => self.residue_money(),
            LeadKind::Sharing => self.pooling_money(),
            LeadKind::LocalPurchase => self.purchase_money(),
        }
    }

    /// Everything gained per year. Ordinary purchases and pooling move no residue: euros only.
    pub(crate) fn gains(&self, money: &Money) -> Gains {
        let mut gains = self.euros(money);
        if !matches!(self.lead.kind, LeadKind::Substitution | LeadKind::Chain) {
            return gains;
        }
        let units = &self.world.units;
        let (co2, credit) = self.emissions();
        gains.co2 = co2.and_then(|sum| sum.estimate(&units.co2_year));
        gains.co2_credit = credit.and_then(|sum| sum.estimate(&units.co2_year));
        gains.work = self.work().estimate(&units.h_year);
        let Some(amount) = self.amount() else { return gains };
        let guessed =
            self.supplies.iter().any(|supply| supply.flow.is_none_or(|flow| flow.evidence.is_estimate()));
        let amount = if guessed { amount.guessed() } else { amount };
        gains.energy = self.energy(&amount).estimate(&units.mwh_year);
        match self.measure {
            // A product on sale is not diverted from anything.
            Measure::Tonnes if self.supplies.iter().all(|supply| is_sold(supply.flow)) => {}
            Measure::Tonnes => gains.mass = single("term-mass-diverted", amount).estimate(&units.t_year),
            Measure::CubicMetres => gains.water = single("term-water-saved", amount).estimate(&units.m3_year),
            Measure::MegawattHours => {}
        }
        gains
    }

    fn euros(&self, money: &Money) -> Gains {
        let units = &self.world.units;
        if !money.is_known() {
            return Gains::default();
        }
        if !money.per_unit {
            return Gains { euros: money.sum.estimate(&units.eur_year), ..Gains::default() };
        }
        let unit = match self.measure {
            Measure::Tonnes => &units.eur_t,
            Measure::MegawattHours => &units.eur_mwh,
            Measure::CubicMetres => &units.eur_m3,
        };
        Gains { euros_per_unit: money.sum.estimate(unit), ..Gains::default() }
    }

    /// Energy supplied to the final users.
    fn energy(&self, amount: &Drawn) -> Sum {
        let mut sum = Sum::default();
        for user in self.uses(amount) {
            let made =
                user.amount.as_ref().and_then(|made| self.energy_of(user.pathway, user.resource, made));
            if let Some(supplied) = made {
                sum.add("term-energy-supplied", supplied.megawatt_hours);
            }
        }
        sum
    }
}

fn single(key: &'static str, term: Drawn) -> Sum {
    let mut sum = Sum::default();
    sum.add(key, term);
    sum
}
