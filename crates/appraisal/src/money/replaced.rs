//! What the final users of a residue stop buying.

use crate::case::uses::Use;
use crate::case::{Case, Measure};
use crate::draws::drawn::Drawn;
use crate::money::stated;
use model::{Direction, Flow, LeadKind, SiteId};
use reference::{Hierarchy, Kind, Pathway, Product, Tells};

/// What a user stops buying.
pub(crate) enum Replaced {
    /// So many EUR/year.
    Worth(Purchase),
    /// It sells what it makes of it, for so many EUR/year.
    Sold(Purchase),
    /// Something, of unknown worth.
    Unknown,
    /// Nothing: it is treated, not used.
    Nothing,
    /// The plant runs on such things anyway, and did not say what it pays for them: neither what it makes nor what its process costs is this
    /// lead's; what another supply costs it is unknown.
    Anyway,
}

/// A purchase avoided.
pub(crate) struct Purchase {
    pub(crate) worth: Drawn,
    /// Key of the draws of its price.
    pub(crate) price_key: String,
    /// True when the price is that at the supplier's gate: the way from there is saved besides.
    pub(crate) gate_price: bool,
    /// True when the user would have bought the same residue elsewhere: its own process costs it the same either way.
    pub(crate) like_for_like: bool,
}

impl<'a> Case<'a> {
    /// What a final user stops buying.
    pub(crate) fn replaced(&self, user: &Use<'a>) -> Replaced {
        let Some(amount) = &user.amount else { return Replaced::Unknown };
        if let Some(sold) = self.sold_by(user, amount) {
            return Replaced::Sold(sold);
        }
        let asked = self.asked_for(user, amount);
        let said = asked.is_some();
        let worth = asked
            .or_else(|| (!self.sells_on(user)).then(|| self.material_replaced(user, amount))?)
            .or_else(|| self.energy_replaced(user, amount))
            .or_else(|| self.water_replaced(amount))
            .or_else(|| self.like_for_like(user, amount));
        let treated = user.pathway.is_some_and(|p| p.replaces.is_empty() && !p.is_direct());
        let disposed = user.pathway.is_some_and(|p| p.hierarchy == Hierarchy::Disposal);
        match worth {
            _ if disposed => Replaced::Nothing,
            _ if !said && self.runs_anyway(user) => Replaced::Anyway,
            Some(worth) => Replaced::Worth(worth),
            None if treated => Replaced::Nothing,
            None => Replaced::Unknown,
        }
    }

    /// A plant that makes energy and says that it takes in or looks for such things: it stands, and would run on another supply.
    fn runs_anyway(&self, user: &Use<'_>) -> bool {
        let main = user.pathway.filter(|pathway| !pathway.is_direct()).and_then(|p| p.outputs.first());
        let catalogue = &self.world.reference.catalogue;
        let makes_energy = main
            .and_then(|made| catalogue.get(made.resource.as_str()))
            .is_some_and(|made| made.kind == Kind::Energy);
        let asks = |flow: &Flow| !flow.evidence.is_estimate() && self.is_same(flow, user.resource);
        makes_energy && !user.onward && user.flow.is_some_and(asks)
    }

    /// The user already takes in such a thing, and said what it pays.
    fn asked_for(&self, user: &Use<'a>, amount: &Drawn) -> Option<Purchase> {
        let flow = user.flow?;
        if let Some(made) = self.buys_what_is_made(user, flow, amount) {
            return Some(made);
        }
        let stands_in = self.stands_in(user, flow);
        if !stands_in && !self.pays_for_residue(flow, user.resource) {
            return None;
        }
        let paid = self.stated_price(flow, user.resource)?.negated();
        // Who buys such things runs its process on them whoever brings them.
        let like_for_like = self.is_same(flow, user.resource) && !stands_in;
        let same = like_for_like && !self.is_burden();
        let ratio = self.ratio(if same { "same" } else { "secondary" })?;
        let amount = amount.clone().times(&ratio);
        let amount = if stands_in { self.at_most_of(flow, amount) } else { amount };
        Some(Purchase {
            worth: paid.times(&amount),
            price_key: stated::key(flow),
            gate_price: false,
            like_for_like,
        })
    }

    /// The price a buyer said is that of such a residue, not of the new thing of the same name: it asks for it used, the thing bears no
    /// waste code at all, or it pays no more than the market gives for the residue where that is known. Bales of old boxes are no boxes.
    fn pays_for_residue(&self, flow: &Flow, resource: usize) -> bool {
        let sense = &self.world.reference.sense;
        let product = self.resource(resource).codes.is_empty();
        let asks_used = flow.direction == Direction::Needs || sense.says(&flow.wording, Tells::Used);
        let usual = self.market(resource).and_then(|(_, key, _)| self.world.figure(&key, "EUR/t"));
        let paid = self.stated_price(flow, resource).map_or(0.0, |price| -price.mean());
        product || asks_used || usual.is_none_or(|usual| paid <= usual.range.high())
    }

    /// The pathway a first receiver runs, what it makes first of all, and that thing's number in the catalogue.
    fn main_product(&self, user: &Use<'a>) -> Option<(&'a Pathway, &'a Product, usize)> {
        let pathway = user.pathway.filter(|pathway| !pathway.is_direct() && !user.onward)?;
        let product = pathway.outputs.first()?;
        Some((pathway, product, self.world.reference.catalogue.index_of(product.resource.as_str())?))
    }

    /// A sorter or an insertion workshop makes a thing for others: what that stands in for is not what it would have bought itself, unless it
    /// says that it buys it.
    fn sells_on(&self, user: &Use<'a>) -> bool {
        let Some((pathway, ..)) = self.main_product(user) else { return false };
        let catalogue = &self.world.reference.catalogue;
        let mut replaced = pathway.replaces.iter().filter_map(|id| catalogue.index_of(id.as_str()));
        let trades = self.world.is_insertion(user.site) || self.world.treats_waste(user.site);
        trades && replaced.all(|ix| self.bought(user.site, ix).is_none())
    }

    /// Who runs the process sells what it makes, and said at what price; else at what the market gives for it, where nobody in the lead
    /// takes it and it replaces nothing of the maker's own.
    fn sold_by(&self, user: &Use<'a>, amount: &Drawn) -> Option<Purchase> {
        let (pathway, product, made) = self.main_product(user)?;
        let sales = self.world.priced_sales(user.site).iter();
        let own = sales.copied().find(|flow| self.is_same(flow, made));
        let asked = own.and_then(|flow| Some((self.stated_price(flow, made)?, stated::key(flow))));
        let market = || {
            let (price, key, steps) = self.market(made)?;
            let of_a_chain = self.lead.kind == LeadKind::Chain && pathway.replaces.is_empty();
            let sold = (of_a_chain && steps == 0) || (self.sells_on(user) && steps <= 1);
            (sold && price.mean() > 0.0).then_some((price, key))
        };
        let (price, price_key) = asked.or_else(market)?;
        let amount = self.made(pathway, product)?.times(amount);
        Some(Purchase { worth: price.times(&amount), price_key, gate_price: false, like_for_like: false })
    }

    /// The user buys what the process makes, and said what it pays for it.
    fn buys_what_is_made(&self, user: &Use<'a>, flow: &Flow, amount: &Drawn) -> Option<Purchase> {
        let (pathway, product, made) = self.main_product(user)?;
        if flow.resource.as_ref() != Some(&product.resource) || self.is_same(flow, user.resource) {
            return None;
        }
        let paid = self.stated_price(flow, made)?.negated();
        let amount = self.made(pathway, product)?.times(amount).times(&self.ratio("product")?);
        Some(Purchase {
            worth: paid.times(&amount),
            price_key: stated::key(flow),
            gate_price: false,
            like_for_like: false,
        })
    }

    /// True when a flow is of the resource itself or of a kind of it: spent acid is no acid.
    pub(crate) fn is_same(&self, flow: &Flow, resource: usize) -> bool {
        let catalogue = &self.world.reference.catalogue;
        let bought = flow.resource.as_ref().and_then(|id| catalogue.index_of(id.as_str()));
        bought.is_some_and(|bought| {
            catalogue.steps_up(resource, bought).is_some() || catalogue.steps_up(bought, resource).is_some()
        })
    }

    /// True when the pathway says that the residue stands in for what the user buys: a used pallet for a new one.
    fn stands_in(&self, user: &Use<'_>, flow: &Flow) -> bool {
        let catalogue = &self.world.reference.catalogue;
        let replaced = user.pathway.iter().flat_map(|pathway| &pathway.replaces);
        replaced.filter_map(|id| catalogue.index_of(id.as_str())).any(|id| self.is_same(flow, id))
    }

    /// True when a giver pays to be rid of it: what others pay for is not the same thing.
    fn is_burden(&self) -> bool {
        let today = self.supplies.first().map(|supply| self.today(supply));
        today.and_then(|today| today.received).is_some_and(|received| received.mean() < 0.0)
    }

    /// How much of what it replaces a unit stands in for: `substitution.ratio.<of>`.
    fn ratio(&self, of: &str) -> Option<Drawn> {
        self.figure(&format!("substitution.ratio.{of}"), "1")
    }

    /// A material the pathway replaces, by what a tonne of what goes in or comes out stands in for, and never more of it than the user
    /// says it buys: at the user's own price, or at the market's.
    fn material_replaced(&self, user: &Use<'a>, amount: &Drawn) -> Option<Purchase> {
        let pathway = user.pathway?;
        let catalogue = &self.world.reference.catalogue;
        let replaced = pathway.replaces.iter().filter_map(|id| catalogue.index_of(id.as_str()));
        let (of, amount) = match pathway.outputs.first().filter(|_| !pathway.is_direct()) {
            Some(product) => ("product", self.made(pathway, product)?.times(amount)),
            None => ("secondary", amount.clone()),
        };
        let amount = amount.times(&self.ratio(of)?);
        replaced.into_iter().find_map(|resource| {
            let amount = self.at_most_bought(user.site, resource, amount.clone());
            let own = self.bought(user.site, resource).map(|(price, key)| (price, key, false));
            let market = || self.market(resource).filter(|(_, _, steps)| *steps <= 1);
            let (price, price_key, gate_price) =
                own.or_else(|| market().map(|(price, key, _)| (price, key, true)))?;
            Some(Purchase { worth: price.times(&amount), price_key, gate_price, like_for_like: false })
        })
    }

    /// What a site says it pays for a resource, something more general or more specific.
    fn bought(&self, site: &SiteId, resource: usize) -> Option<(Drawn, String)> {
        let mut flows = self.world.taken_in(site).iter().filter(|flow| self.is_same(flow, resource));
        flows.find_map(|flow| Some((self.stated_price(flow, resource)?.negated(), stated::key(flow))))
    }

    /// No more than a flow takes in, where somebody said how much.
    pub(crate) fn at_most_of(&self, flow: &Flow, amount: Drawn) -> Drawn {
        let limits = !flow.evidence.is_estimate() && !flow.is_received();
        let bought = self.yearly(flow).filter(|_| limits);
        bought.map_or(amount.clone(), |bought| amount.with(&bought, f64::min))
    }

    /// No more than a site says it buys of a resource today; as it is when nobody said how much.
    fn at_most_bought(&self, site: &SiteId, resource: usize, amount: Drawn) -> Drawn {
        let said = |flow: &&&Flow| !flow.evidence.is_estimate() && self.is_same(flow, resource);
        let amounts = self.world.taken_in(site).iter().filter(said).map(|flow| self.yearly(flow));
        // One of unknown size leaves the sum unknown.
        let bought = amounts
            .collect::<Option<Vec<_>>>()
            .and_then(|all| all.into_iter().reduce(|sum, one| sum.plus(&one)));
        bought.map_or(amount.clone(), |bought| amount.with(&bought, f64::min))
    }

    /// Energy the pathway replaces, at the price of its carrier; without a pathway, the same carrier bought elsewhere.
    fn energy_replaced(&self, user: &Use<'a>, amount: &Drawn) -> Option<Purchase> {
        let (megawatt_hours, carrier) = match user.pathway {
            Some(pathway) => {
                let energy = self.fuel_replaced(pathway, user.resource, amount)?;
                (energy.megawatt_hours, energy.carrier)
            }
            None if self.measure == Measure::MegawattHours => (amount.clone(), self.own_carrier(user)?),
            None => return None,
        };
        let id = format!("price.energy.{}", carrier.price.as_ref()?);
        let worth = self.figure(&id, "EUR/MWh")?.times(&megawatt_hours);
        Some(Purchase { worth, price_key: id, gate_price: false, like_for_like: false })
    }

    /// Water taken over is water not drawn from the network.
    fn water_replaced(&self, amount: &Drawn) -> Option<Purchase> {
        if self.measure != Measure::CubicMetres {
            return None;
        }
        let id = "price.water.industrial";
        let worth = self.figure(id, "EUR/m3")?.times(amount);
        Some(Purchase { worth, price_key: id.to_owned(), gate_price: false, like_for_like: false })
    }

    /// The user would buy the same residue on the market; only where the market pays for it.
    fn like_for_like(&self, user: &Use<'a>, amount: &Drawn) -> Option<Purchase> {
        let (price, price_key, _) = self.market(user.resource)?;
        let mid = self.world.figure(&price_key, "EUR/t").map(|entry| entry.range.mid());
        if mid.is_some_and(|mid| mid < 0.0) {
            return None;
        }
        let worth = price.times(amount).times(&self.ratio("same")?);
        Some(Purchase { worth, price_key, gate_price: true, like_for_like: true })
    }
}
