//! What happens to a residue today, and what that costs or brings its holder.

use crate::case::{Case, Measure, Supply};
use crate::draws::drawn::Drawn;
use crate::money::stated;
use model::{Direction, Flow};
use reference::{FateRoute, UsualPrice};

/// The present price of a giver's residue.
pub(crate) struct Today {
    /// What the holder receives per unit, negative when it pays; `None` is unknown.
    pub(crate) received: Option<Drawn>,
    /// Key of the draws of that price.
    pub(crate) price_key: Option<String>,
    /// True when the price is that at the gate of a treatment plant: the way there is paid besides.
    pub(crate) gate_price: bool,
}

impl Today {
    fn paid(price: Option<Drawn>, key: String, gate_price: bool) -> Self {
        let price_key = price.is_some().then_some(key);
        Self { received: price, price_key, gate_price }
    }

    const UNKNOWN: Self = Self { received: None, price_key: None, gate_price: false };
}

impl<'a> Case<'a> {
    /// The present of a giver.
    pub(crate) fn today(&self, supply: &Supply<'a>) -> Today {
        let resource = supply.flow.and_then(|f| f.resource.as_ref()).unwrap_or(&self.lead.resource);
        let resource = self.world.reference.catalogue.index_of(resource.as_str()).unwrap_or(self.resource);
        let route = supply.flow.and_then(|flow| self.route(flow));
        let stated = supply.flow.and_then(|flow| Some((self.stated_price(flow, resource)?, flow)));
        match (stated, self.measure) {
            (Some((price, flow)), _) => Today::paid(Some(price), stated::key(flow), false),
            // What two firms agreed on is theirs: no usual price of a plant's gate.
            (None, _) if supply.flow.is_some_and(|flow| self.world.holder(flow).is_some()) => Today::UNKNOWN,
            // A product on sale has a price and no treatment.
            (None, Measure::Tonnes) if is_sold(supply.flow) => match self.market(resource) {
                Some((price, key, _)) => Today::paid(Some(price), key, false),
                None => Today::UNKNOWN,
            },
            (None, Measure::Tonnes) => self.usual_price(resource, route, is_hazardous(supply.flow)),
            (None, Measure::CubicMetres) => self.sewerage(supply, resource, route),
            (None, Measure::MegawattHours) => Today::UNKNOWN,
        }
    }

    /// What the operation code or the words of the fate tell. Nobody is paid for what is disposed of: words that
    /// say so mean something else (straw « enfouie » is ploughed in).
    pub(crate) fn route(&self, flow: &Flow) -> Option<FateRoute> {
        let said = [flow.fate.operation.as_deref(), flow.fate.stated.as_deref()];
        let route = self.world.reference.uses.fate_route(said.into_iter().flatten())?;
        let is_paid = flow.price.as_ref().is_some_and(|price| price.value.range.low() > 0.0);
        (!(route.is_discarded() && is_paid)).then_some(route)
    }

    /// What such a residue usually costs by that route; what it usually costs at all when the route is unknown.
    fn usual_price(&self, resource: usize, route: Option<FateRoute>, hazardous: bool) -> Today {
        let reference = self.world.reference;
        let market = || self.market(resource).map(|(price, key, steps)| ((price, key), steps));
        match reference.uses.usual_price(&reference.catalogue, resource, route, hazardous, market) {
            Some(UsualPrice::Market((price, key))) => Today::paid(Some(price), key, false),
            Some(UsualPrice::Treatment(name)) => self.treatment(name),
            None => Today::UNKNOWN,
        }
    }

    /// `price.treatment.*` as something received.
    fn treatment(&self, name: &str) -> Today {
        let id = format!("price.treatment.{name}");
        let price = self.figure(&id, "EUR/t").map(Drawn::negated);
        // Mixed waste is priced with its collection (note of the figure); the other prices are those of the plant's gate.
        Today::paid(price, id, name != "mixed-non-hazardous")
    }

    /// `price.material.*` of a resource or its nearest ancestor, per unit of the measure; its key and the is-a steps up to it.
    pub(crate) fn market(&self, resource: usize) -> Option<(Drawn, String, u8)> {
        let up = self.world.reference.catalogue.ancestors(resource).iter();
        up.map(|&(ix, steps)| (format!("price.material.{}", self.resource(ix).id), steps)).find_map(
            |(id, steps)| {
                let units = &self.world.units;
                let per_tonne = self.maybe(&id, "EUR/t").map(|price| (price, &units.eur_t));
                let (price, unit) =
                    per_tonne.or_else(|| Some((self.maybe(&id, "EUR/piece")?, &units.eur_piece)))?;
                Some((self.per_measure(price, unit, resource)?, id, steps))
            },
        )
    }

    /// Wastewater, and any water said to go down the drain, pays for sewerage; what a sewage works lets out, or what is treated, does not.
    fn sewerage(&self, supply: &Supply<'a>, resource: usize, route: Option<FateRoute>) -> Today {
        let treated = self.is_a(resource, "treated-wastewater") || self.is_sewage_works(supply);
        let drained =
            route == Some(FateRoute::Sewer) || (route.is_none() && self.is_a(resource, "wastewater"));
        if drained && !treated {
            let id = "price.water.sewerage";
            return Today::paid(self.figure(id, "EUR/m3").map(Drawn::negated), id.to_owned(), false);
        }
        Today::UNKNOWN
    }

    /// NAF division 37: collecting and treating wastewater.
    fn is_sewage_works(&self, supply: &Supply<'a>) -> bool {
        let activity = self.world.site(&supply.party.site).and_then(|site| site.activity.as_ref());
        activity.is_some_and(|activity| activity.code.starts_with("37"))
    }
}

/// Sold, not discarded.
pub(crate) fn is_sold(flow: Option<&Flow>) -> bool {
    flow.is_some_and(|flow| flow.direction == Direction::Sells)
}

/// Only a code that was said decides; a guessed one is a question.
fn is_hazardous(flow: Option<&Flow>) -> bool {
    flow.filter(|flow| flow.waste_code_stated)
        .and_then(|flow| flow.waste_code)
        .is_some_and(reference::WasteCode::hazardous)
}
