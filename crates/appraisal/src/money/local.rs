//! Euros of an ordinary local purchase. The goods are paid for either way: a neighbour saves the road, never the price.

use crate::case::Case;
use crate::draws::drawn::{Drawn, Sum};
use crate::money::Money;
use crate::money::stated;
use model::{Flow, LeadKind, Party, Role};

/// What is known of a purchase, per unit of the measure.
#[derive(Default)]
struct Purchase {
    /// Road from today's supplier, EUR per unit; `None` when nobody said how far that is.
    supply: Option<Drawn>,
    /// Road from the neighbour.
    road: Option<Drawn>,
    /// What the buyer pays today less what the neighbour asks; `None` unless both said it.
    gap: Option<Drawn>,
    /// What the buyer pays today, the road in it; `None` unless it said so.
    paid: Option<Drawn>,
}

impl Case<'_> {
    /// Euros of a local purchase: the road saved, no more than the gap between the two prices when both were said; where the present
    /// road is unknown, the part that usually lasts of what the new road leaves of that gap; else a share of what is spent; else unknown. Only a share of
    /// a purchase can change hands (grades, second sources, contracts), unless both named a price for the same thing.
    pub(crate) fn purchase_money(&self) -> Money {
        let amount = self.amount();
        let per_unit = amount.is_none() && self.spent().is_none();
        // Money spent says nothing of tonnes: then only the share of the money is told.
        let purchase =
            if per_unit || amount.is_some() { self.purchase(amount.as_ref()) } else { Purchase::default() };
        let Some(share) = self.share_moved(&purchase) else { return Money::default() };
        let moved = amount.clone().map_or_else(|| share.clone(), |amount| amount.times(&share));
        let mut money = Money { per_unit, price_keys: self.price_keys(), ..Money::default() };
        self.add_local_terms(&mut money.sum, &purchase, &moved);
        money
    }

    /// How much of the purchase can change hands: all of it where both said what they pay and ask, for the doubt is then in the gap.
    fn share_moved(&self, purchase: &Purchase) -> Option<Drawn> {
        let named = |role| self.party_flow(role).and_then(|flow| flow.resource.as_ref());
        if purchase.gap.is_some() && named(Role::Giver) == named(Role::Taker) {
            return Some(Drawn::said(vec![1.0; self.draws.count()]));
        }
        self.figure("purchase.local.share", "1")
    }

    fn add_local_terms(&self, sum: &mut Sum, purchase: &Purchase, moved: &Drawn) {
        let lasting = || self.figure("purchase.local.gap-lasting", "1");
        match (&purchase.supply, &purchase.road, &purchase.gap) {
            (Some(supply), Some(road), gap) => {
                let saved = supply.clone().plus(&road.clone().negated());
                sum.add("term-supply-transport", supply.clone().times(moved));
                // Nobody saves more than the price leaves: the two prices' gap less the new road, else the price itself.
                let by_gap = gap.as_ref().map(|gap| gap.clone().plus(&road.clone().negated()));
                if let Some(most) = by_gap.or_else(|| purchase.paid.clone()) {
                    let cut = most.with(&saved, |most, saved| (most - saved).min(0.0));
                    sum.add("term-price-limit", cut.times(moved));
                }
            }
            (None, Some(road), Some(gap)) => {
                sum.lacks("term-supply-transport");
                // A price asked at the gate and one paid at the door differ by a road first of all: only what the new road leaves is shared out.
                let left = gap.clone().plus(&road.clone().negated());
                let lasts = lasting().map(|part| {
                    left.with(&part, |left, part| if left > 0.0 { left * part } else { left }).plus(road)
                });
                sum.add_or_lack("term-price-gap", lasts.map(|gap| gap.times(moved)));
            }
            _ => {
                sum.lacks("term-supply-transport");
                return self.add_local_share(sum);
            }
        }
        sum.add_or_lack("term-transport", purchase.road.clone().map(|road| road.times(moved).negated()));
    }

    /// Nobody said where from: what buying next door usually saves of the money spent, the new road included.
    fn add_local_share(&self, sum: &mut Sum) {
        let saved = self.spent().zip(self.figure("purchase.local.saving", "1"));
        sum.add_or_lack("term-local-saving", saved.map(|(spent, share)| spent.times(&share)));
    }

    /// What the buyer spends on it per year, by its budget or by its price and quantity.
    fn spent(&self) -> Option<Drawn> {
        let buyer = self.party_flow(Role::Taker)?;
        let budget = buyer.quantity.as_ref().and_then(|q| q.to(&self.world.units.eur_year).ok());
        match budget {
            Some(budget) => Some(self.draw(&format!("amount:{}", buyer.site), budget.range)),
            None => Some(self.stated_price(buyer, self.resource)?.negated().times(&self.yearly(buyer)?)),
        }
    }

    fn purchase(&self, amount: Option<&Drawn>) -> Purchase {
        let (seller, buyer) = (self.party_flow(Role::Giver), self.party_flow(Role::Taker));
        let one = Drawn::said(vec![1.0; self.draws.count()]);
        let vehicle = amount.unwrap_or(&one);
        let haul = self.haul(self.resource, vehicle);
        let each = |road: Drawn| haul.as_ref().map(|haul| haul.over(&road).per(vehicle));
        let price = |flow: Option<&Flow>| self.stated_price(flow?, self.resource);
        Purchase {
            supply: buyer.and_then(|flow| self.said_road(flow)).and_then(each),
            road: self.km().and_then(|km| self.road(km)).and_then(each),
            // The buyer pays (−), the seller receives (+).
            gap: price(buyer).zip(price(seller)).map(|(paid, asked)| paid.plus(&asked).negated()),
            paid: price(buyer).map(Drawn::negated).filter(|paid| paid.mean() > 0.0),
        }
    }

    fn price_keys(&self) -> [Option<String>; 2] {
        let priced = |role| self.party_flow(role).filter(|flow| flow.price.is_some()).map(stated::key);
        [priced(Role::Giver), priced(Role::Taker)]
    }

    fn party_flow(&self, role: Role) -> Option<&Flow> {
        self.flow(self.lead.with_role(role).next()?)
    }

    /// True when the buyer did not say where its purchase comes from, or at what price.
    pub(crate) fn supplier_unknown(&self, party: &Party) -> bool {
        let buys = self.lead.kind == LeadKind::LocalPurchase && party.role == Role::Taker;
        buys && self.flow(party).is_some_and(|flow| flow.price.is_none() || self.said_road(flow).is_none())
    }
}
