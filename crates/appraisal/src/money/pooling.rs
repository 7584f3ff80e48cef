//! Euros of pooling: the rule's share of what the partners pay today, where that is known.

use crate::case::{Case, Measure};
use crate::draws::drawn::Drawn;
use crate::money::Money;
use crate::money::stated;
use model::{Flow, Party, Role};
use reference::{How, Sharing};

impl Case<'_> {
    /// The sharing rule of the lead.
    pub(crate) fn rule(&self) -> Option<&Sharing> {
        let id = self.lead.rule.as_ref()?;
        self.world.reference.sharing.iter().find(|rule| rule.id == *id)
    }

    /// Euros of a sharing lead: saving × present cost, over the partners whose cost is known. Each partner is there or not, by draw.
    pub(crate) fn pooling_money(&self) -> Money {
        let mut money = Money::default();
        let Some(rule) = self.rule() else { return money };
        let saving = rule.saving.as_ref().and_then(reference::Saving::quantity);
        let Some(saving) = saving else {
            money.sum.lacks("term-pooling-saving");
            return money;
        };
        let saving =
            self.draw_entry(&format!("saving:{}", rule.id), saving.range.scale(saving.unit.factor_to_base()));
        // Of those who could join, some never do.
        let Some(joining) = self.figure("sharing.joining", "1") else { return money };
        let saving = saving.times(&joining);
        for party in self.lead.with_role(Role::Partner) {
            let cost = self.flow(party).and_then(|flow| self.yearly_cost(flow, rule));
            let cost = cost.map(|(cost, key)| {
                money.price_keys[0] = money.price_keys[0].take().or(key);
                cost.times(&self.there(party)).times(&saving)
            });
            money.sum.add_or_lack("term-pooling-saving", cost);
        }
        money
    }

    /// 1 in the draws in which a party is there.
    pub(crate) fn there(&self, party: &Party) -> Drawn {
        Drawn::said(self.draws.happens(&format!("exists:{}", party.site), f64::from(party.likelihood)))
    }

    /// What a partner spends per year on what is pooled, and the key of the price it rests on.
    fn yearly_cost(&self, flow: &Flow, rule: &Sharing) -> Option<(Drawn, Option<String>)> {
        let units = &self.world.units;
        let spent = flow.quantity.as_ref().and_then(|q| q.to(&units.eur_year).ok());
        if let Some(spent) = spent {
            return Some((self.draw(&format!("amount:{}", flow.site), spent.range), None));
        }
        match rule.how {
            How::Collection => Some((self.collection_cost(flow)?, None)),
            How::Energy | How::Purchase if self.measure == Measure::MegawattHours => self.energy_cost(flow),
            How::Water | How::Purchase if self.measure == Measure::CubicMetres => {
                let price = self.figure("price.water.industrial", "EUR/m3")?;
                Some((price.times(&self.yearly(flow)?), Some("price.water.industrial".to_owned())))
            }
            _ => {
                let paid = self.stated_price(flow, self.resource)?.negated();
                Some((paid.times(&self.yearly(flow)?), Some(stated::key(flow))))
            }
        }
    }

    /// Fetching it, treatment apart: exchanges of skips or loads, over today's distance.
    fn collection_cost(&self, flow: &Flow) -> Option<Drawn> {
        let amount = self.yearly(flow).filter(|_| self.measure == Measure::Tonnes)?;
        let haul = self.haul(self.resource, &amount)?;
        Some(haul.over(&self.road_today(Some(flow))?))
    }

    fn energy_cost(&self, flow: &Flow) -> Option<(Drawn, Option<String>)> {
        let amount = self.yearly(flow)?;
        if let Some(paid) = self.stated_price(flow, self.resource) {
            return Some((paid.negated().times(&amount), Some(stated::key(flow))));
        }
        let reference = self.world.reference;
        let (carrier, _) = reference.uses.carriers.nearest(&reference.catalogue, self.resource)?;
        let id = format!("price.energy.{}", carrier.price.as_ref()?);
        Some((self.figure(&id, "EUR/MWh")?.times(&amount), Some(id)))
    }
}
