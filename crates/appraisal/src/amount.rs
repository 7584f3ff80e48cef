//! How much could flow per year: in tonnes, MWh or m³, from one giver or many.

use crate::case::{Case, Measure, Supply};
use crate::drawn::Drawn;
use model::{Flow, LeadKind, Party, Role};
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
            self.cap_energy(&mut supplies);
        } else if let Some(only) = supplies.first_mut() {
            only.amount = self.pair_amount(only.flow);
        }
        supplies
    }

    /// Energy is used as it comes: givers share what the takers need, where every taker's need is known.
    fn cap_energy(&self, supplies: &mut [Supply<'a>]) {
        let needs: Option<Vec<Drawn>> =
            self.lead.with_role(Role::Taker).map(|party| self.yearly(self.flow(party)?)).collect();
        let need = needs.unwrap_or_default().into_iter().reduce(|sum, need| sum.plus(&need));
        let supply = supplies.iter().filter_map(|s| s.amount.clone()).reduce(|sum, amount| sum.plus(&amount));
        let (Some(need), Some(supply)) = (need.filter(|_| self.measure == Measure::MegawattHours), supply)
        else {
            return;
        };
        let share = need.with(&supply, |need, supply| if supply > need { need / supply } else { 1.0 });
        for supply in supplies {
            supply.amount = supply.amount.take().map(|amount| amount.times(&share));
        }
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

    /// What can flow between two: the smaller of supply and need.
    fn pair_amount(&self, giver: Option<&'a Flow>) -> Option<Drawn> {
        if self.measure == Measure::Tonnes {
            return Some(self.draw("tonnes", self.lead.tonnes?));
        }
        let direct = self.lead.with_role(Role::Processor).next().is_none();
        let taker = self.lead.with_role(Role::Taker).next().filter(|_| direct).and_then(|p| self.flow(p));
        let amounts = [giver, taker].map(|flow| flow.and_then(|flow| self.yearly(flow)));
        amounts.into_iter().flatten().reduce(|supply, need| supply.with(&need, f64::min))
    }

    /// A flow's amount per year in the measure of the lead.
    pub(crate) fn yearly(&self, flow: &Flow) -> Option<Drawn> {
        let units = &self.world.units;
        let range = match self.measure {
            Measure::Tonnes => flow.tonnes,
            Measure::MegawattHours => flow.quantity.as_ref()?.to(&units.mwh_year).ok().map(|q| q.range),
            // A cubic metre of water weighs a tonne.
            Measure::CubicMetres => flow
                .quantity
                .as_ref()
                .and_then(|q| q.to(&units.m3_year).ok())
                .map(|q| q.range)
                .or(flow.tonnes),
        };
        Some(self.draw(&format!("amount:{}", flow.site), range?))
    }
}
