//! How much could flow per year: in tonnes, MWh or m³, from one giver or many.

use crate::case::{Case, Measure, Supply};
use crate::draws::drawn::Drawn;
use model::{Flow, LeadKind, Party, Role, Season};
use reference::Kind;

impl<'a> Case<'a> {
    /// What all givers give together; `None` when nothing is known of any.
    pub(crate) fn amount(&self) -> Option<Drawn> {
        self.supplies.iter().filter_map(|s| s.amount.clone()).reduce(|sum, amount| sum.plus(&amount))
    }

    /// Tonnes, MWh or m³: what the flows say first, then what the resource is.
    pub(crate) fn measure(&self) -> Measure {
        let flows = || self.lead.parties.iter().filter_map(|party| self.flow(party)?.quantity.as_ref());
        let units = &self.world.units;
        match self.resource(self.resource).kind {
            Kind::Energy if flows().any(|q| q.unit.same_kind(&units.mwh_year)) => Measure::MegawattHours,
            Kind::Energy if self.lead.tonnes.is_some() => Measure::Tonnes,
            Kind::Energy => Measure::MegawattHours,
            Kind::Water => Measure::CubicMetres,
            _ => Measure::Tonnes,
        }
    }

    /// True when the tonnes of a pair come from pieces or cubic metres.
    pub(crate) fn counted(&self) -> bool {
        let units = &self.world.units;
        let mut quantities = self.lead.parties.iter().filter_map(|party| self.flow(party)?.quantity.as_ref());
        let pair = self.lead.kind != LeadKind::Chain && self.measure == Measure::Tonnes;
        pair && quantities.next().is_some_and(|quantity| !quantity.unit.same_kind(&units.t_year))
    }

    /// The givers with what each could give.
    pub(crate) fn supplies(&self) -> Vec<Supply<'a>> {
        let lead = self.lead;
        let mut supplies: Vec<_> = lead
            .with_role(Role::Giver)
            .map(|party| Supply { party, flow: self.flow(party), amount: None })
            .collect();
        if lead.kind == LeadKind::Chain {
            for supply in &mut supplies {
                supply.amount = self.member_amount(supply.party);
            }
            self.cap_piped(&mut supplies);
            self.cap_fed(&mut supplies);
        } else if let Some(only) = supplies.first_mut() {
            only.amount = self.pair_amount(only);
        }
        supplies
    }

    /// What comes by pipe or cable is used as it comes: givers share what the receivers say they need. Unknown when none says it.
    fn cap_piped(&self, supplies: &mut [Supply<'a>]) {
        if self.measure == Measure::Tonnes {
            return;
        }
        let supply = supplies.iter().filter_map(|s| s.amount.clone()).reduce(|sum, amount| sum.plus(&amount));
        let share = self.stated_need().zip(supply).map(|(need, supply)| {
            need.with(&supply, |need, supply| if supply > need { need / supply } else { 1.0 })
        });
        let share = share.and_then(|share| self.at_the_right_hour(share));
        for supply in supplies {
            supply.amount =
                supply.amount.take().zip(share.as_ref()).map(|(amount, share)| amount.times(share));
        }
    }

    /// A plant that says how much it takes in takes no more: the givers share it.
    fn cap_fed(&self, supplies: &mut [Supply<'a>]) {
        if self.measure != Measure::Tonnes {
            return;
        }
        let supply = supplies.iter().filter_map(|s| s.amount.clone()).reduce(|sum, amount| sum.plus(&amount));
        let Some((need, supply)) = self.need_of(Role::Processor).zip(supply) else { return };
        let share = need.with(&supply, |need, supply| if supply > need { need / supply } else { 1.0 });
        for supply in supplies {
            supply.amount = supply.amount.take().map(|amount| amount.times(&share));
        }
    }

    /// What the receivers say they need, together: the processors where one says it, else the takers. A guess of a need is none.
    fn stated_need(&self) -> Option<Drawn> {
        self.need_of(Role::Processor).or_else(|| self.need_of(Role::Taker))
    }

    /// What those of a part say they need, together.
    fn need_of(&self, role: Role) -> Option<Drawn> {
        let flows = self.lead.with_role(role).filter_map(|party| self.flow(party));
        let said = flows.filter(|flow| !flow.evidence.is_estimate() && !flow.is_received());
        said.filter_map(|flow| self.yearly(flow)).reduce(|sum, need| sum.plus(&need))
    }

    /// True when whoever receives first runs a pathway of the lead: its trade takes such a material.
    fn receiver_runs(&self) -> bool {
        let receiver = self.lead.with_role(Role::Processor).chain(self.lead.with_role(Role::Taker)).next();
        receiver.is_some_and(|party| self.lead.steps.iter().any(|step| step.by.as_ref() == Some(&party.site)))
    }

    /// What a member of a group brings, in the draws in which it is there at all.
    fn member_amount(&self, party: &Party) -> Option<Drawn> {
        let flow = self.flow(party);
        let stated = flow.and_then(|flow| self.yearly(flow));
        let tonnes = party.tonnes.filter(|_| self.measure == Measure::Tonnes);
        let amount = stated.or_else(|| Some(self.draw(&format!("amount:{}", party.site), tonnes?)))?;
        let there = self.draws.happens(&format!("exists:{}", party.site), f64::from(party.likelihood));
        Some(amount.times(&Drawn::said(there)))
    }

    /// What can flow between two: what the giver has, capped by the need. A need alone is no supply, and a supply whose receiver neither
    /// says how much it needs nor runs a trade that takes such a material is not taken to go there entirely: unknown.
    fn pair_amount(&self, giver: &Supply<'a>) -> Option<Drawn> {
        if self.measure == Measure::Tonnes {
            giver.party.tonnes.or(*giver.flow?.tonnes)?;
            let tonnes = self.lead.tonnes.filter(|_| self.receiver_runs() || self.stated_need().is_some())?;
            return Some(self.draw("tonnes", tonnes));
        }
        let supply = self.yearly(giver.flow?)?;
        let need = self.stated_need()?;
        let common = match self.seasons(giver.flow?) {
            Some((out, taken)) => supply.with(&need, |had, asked| in_common(&out, had, &taken, asked)),
            None => supply.with(&need, f64::min),
        };
        self.at_the_right_hour(common)
    }

    /// The months of the giver and of whoever receives first, where both said theirs: what is lost in summer heats no greenhouse in winter.
    fn seasons(&self, gives: &Flow) -> Option<(Season, Season)> {
        let receivers = self.lead.with_role(Role::Processor).chain(self.lead.with_role(Role::Taker));
        let mut takes = receivers.filter_map(|party| self.flow(party)?.season.as_deref());
        let said = self.measure == Measure::MegawattHours;
        gives.season.as_deref().filter(|_| said).copied().zip(takes.next().copied())
    }

    /// Heat and power must be there in the hour of the need, and warm enough: of what two yearly sums have in common a part is of use.
    fn at_the_right_hour(&self, amount: Drawn) -> Option<Drawn> {
        let comes_by_the_hour = self.measure == Measure::MegawattHours && !self.is_a(self.resource, "fuel");
        if comes_by_the_hour {
            Some(self.figure("substitution.usable-energy", "1")?.times(&amount))
        } else {
            Some(amount)
        }
    }

    /// A flow's amount per year in the measure of the lead.
    pub(crate) fn yearly(&self, flow: &Flow) -> Option<Drawn> {
        let units = &self.world.units;
        let range = match self.measure {
            Measure::Tonnes => *flow.tonnes,
            Measure::MegawattHours => flow.quantity.as_ref()?.to(&units.mwh_year).ok().map(|q| q.range),
            // A cubic metre of water weighs a tonne.
            Measure::CubicMetres => flow
                .quantity
                .as_ref()
                .and_then(|q| q.to(&units.m3_year).ok())
                .map(|q| q.range)
                .or(*flow.tonnes),
        };
        Some(self.draw(&format!("amount:{}", flow.site), range?))
    }
}

/// What two yearly sums have in common month by month.
fn in_common(gives: &Season, supply: f64, takes: &Season, need: f64) -> f64 {
    let months = gives.0.iter().zip(&takes.0);
    months.map(|(gives, takes)| (f64::from(*gives) * supply).min(f64::from(*takes) * need)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_heat_meets_a_winter_need_only_in_the_months_they_share() {
        let of = |months: &[usize]| {
            let mut weights = [0.0; 12];
            for month in months {
                weights[month - 1] = 1.0 / months.len() as f32;
            }
            Season(weights)
        };
        let (summer, winter) = (of(&[5, 6, 7, 8, 9]), of(&[9, 10, 11, 12, 1, 2, 3, 4, 5]));
        let common = in_common(&summer, 22_000.0, &winter, 6_300.0);
        assert!((common - 1_400.0).abs() < 1.0, "{common}");
        assert!(in_common(&of(&[7]), 100.0, &of(&[1]), 100.0) < 1e-9);
    }
}
