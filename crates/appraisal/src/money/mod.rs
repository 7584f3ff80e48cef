//! Euros of a residue that changes its way: what its treatment cost, what the user stops buying, less transport and processing.

mod haul;
mod local;
mod pooling;
pub(crate) mod replaced;
pub(crate) mod stated;
pub(crate) mod today;

use crate::case::uses::Use;
use crate::case::{Case, Measure};
use crate::draws::drawn::{Drawn, Sum};
use crate::draws::quantile;
use crate::law::line;
use crate::money::replaced::Replaced;
use model::{Check, CheckKind, LeadKind, Role};
use reference::{Hierarchy, Pathway, RouteKind};

/// Farther than a country is wide.
const FARTHEST_KM: f64 = 1_000.0;

/// What plants charge at their gate, where a pathway says no cost: start of its process, end of `price.treatment.<…>`.
const GATES: &[(&str, &str)] = &[
    ("incineration", "incineration"),
    ("landfill", "landfill"),
    ("composting", "composting"),
    ("digestion", "anaerobic-digestion"),
    ("anaerobic-digestion", "anaerobic-digestion"),
    ("physico-chemical", "physico-chemical"),
    ("wastewater-treatment", "industrial-effluent"),
];

/// What a preparation costs where a pathway says nothing: start of its process, end of `processing.<…>`.
const PREPARATIONS: &[(&str, &str)] =
    &[("crushing", "crushing"), ("screening", "crushing"), ("shredding", "shredding"), ("baling", "baling")];

/// The euros of a lead, with what the questions and the break-even distance need.
#[derive(Default)]
pub(crate) struct Money {
    /// EUR/year, or EUR per unit when the amount is unknown.
    pub(crate) sum: Sum,
    /// True when the sum is per unit.
    pub(crate) per_unit: bool,
    /// The taker has asked for this very thing, and they did not both say its price: one market price is on both sides.
    pub(crate) same_price: bool,
    /// Nobody knows how far giver and receiver are from each other.
    pub(crate) no_distance: bool,
    /// EUR/year for each km of road between giver and receiver.
    pub(crate) per_km: Option<Drawn>,
    /// EUR/year spent on that road in the sum.
    pub(crate) on_the_road: Option<Drawn>,
    /// Key of the draws of the giver's price, and of the user's.
    pub(crate) price_keys: [Option<String>; 2],
}

impl Money {
    /// True when the sum says something. Costs alone say nothing; nor does a purchase avoided as long as it is unknown whether the
    /// residue costs or brings its holder money today: its value might be counted twice.
    pub(crate) fn is_known(&self) -> bool {
        // What a process brings is no gain as long as nobody knows what it costs.
        // Nor is what one side pays or loses a figure of the pair as long as the other side's is unknown: the price between them moves, no
        // more.
        // Nor can it be told without the road.
        let untold = self.price_passes() || self.sum.lacks_any(&["term-processing"]) || self.only_costs();
        if untold || self.no_distance {
            return false;
        }
        let today = ["term-treatment-avoided", "term-revenue-forgone"];
        let gain = [
            "term-purchase-avoided",
            "term-product-sold",
            "term-pooling-saving",
            "term-supply-transport",
            "term-price-gap",
            "term-local-saving",
        ];
        let has = |keys: &[&str]| keys.iter().any(|key| self.sum.has(key));
        has(&today) || (has(&gain) && !self.sum.lacks_any(&today))
    }

    /// What one gets for it today is what the other will pay: no gain, nor a loss.
    fn price_passes(&self) -> bool {
        let sold = self.sum.has("term-revenue-forgone");
        sold && (self.same_price || self.sum.lacks_any(&["term-purchase-avoided"]))
    }

    /// What it brings is unknown, and what is known comes to a loss: how much of one, nobody can say.
    fn only_costs(&self) -> bool {
        let brings = ["term-purchase-avoided", "term-product-sold"];
        self.sum.lacks_any(&brings) && self.sum.total().is_some_and(|known| known.mean() < 0.0)
    }

    /// What is missing for a gain in euros, when that is the price of taking in or the cost of the process.
    pub(crate) fn missing_check(&self) -> Option<Check> {
        if self.price_passes() {
            return Some(line(
                CheckKind::Condition,
                "gain en euros inconnu : entre les deux, un prix ne fait que passer ; ce que chacun paie ou touche aujourd'hui le dirait",
                "gain in euros unknown: between the two a price only changes hands; what each pays or gets today would tell",
            ));
        }
        if self.only_costs() {
            return Some(line(
                CheckKind::Condition,
                "gain en euros inconnu : il manque ce que rapporte ce qui en est fait ; les coûts connus seuls ne disent rien",
                "gain in euros unknown: what is made of it brings an unknown amount; the known costs alone say nothing",
            ));
        }
        if self.no_distance {
            return Some(line(
                CheckKind::Condition,
                "gain en euros inconnu : il manque le lieu de l’un des sites, et donc la route",
                "gain in euros unknown: the place of one of the sites is missing, and with it the road",
            ));
        }
        self.sum.lacks_any(&["term-processing"]).then(|| {
            line(
                CheckKind::Condition,
                "gain en euros inconnu : il manque ce que le preneur demande pour prendre et traiter, refus compris",
                "gain in euros unknown: what the taker asks for taking in and treating, refuse included, is missing",
            )
        })
    }

    /// Road km at which the median of the euros is zero: the median, over the draws, of the km at which each draw's euros are used up.
    /// `None` beyond [`FARTHEST_KM`], where transport decides nothing.
    pub(crate) fn break_even_km(&self) -> Option<f64> {
        if !self.is_known() {
            return None;
        }
        let per_km = self.per_km.as_ref()?;
        let mut total = self.sum.total()?;
        if let Some(road) = &self.on_the_road {
            total = total.plus(road);
        }
        let mut km = total.per(per_km).values;
        let median = quantile(&mut km, 0.5).filter(|km| *km <= FARTHEST_KM)?;
        Some(median.max(0.0))
    }
}

/// True when the taker makes its living of taking waste in and buys nothing less for it (a collector, a sorter, a landfill): it asks a
/// price, and pays for the refuse of its sorting. Neither is said, so that the gate fee saved today is not a gain.
fn asks_a_price(pathway: &Pathway) -> bool {
    is_received(pathway) && pathway.replaces.is_empty() && pathway.cost.is_none()
}

/// True when a plant takes a waste in as it is: no process of its own, yet not for nothing.
fn is_received(pathway: &Pathway) -> bool {
    let used_again = matches!(pathway.hierarchy, Hierarchy::Prevention | Hierarchy::Reuse);
    pathway.route == RouteKind::Waste && pathway.is_direct() && !used_again
}

impl Case<'_> {
    /// Euros of a substitution or a chain.
    pub(crate) fn residue_money(&self) -> Money {
        let known = self.amount();
        let per_unit = known.is_none();
        let amount = known.unwrap_or_else(|| Drawn::said(vec![1.0; self.draws.count()]));
        let mut money = Money { per_unit, ..Money::default() };
        self.add_treatment(&mut money, &amount);
        let like_for_like = self.add_purchases(&mut money, &amount);
        self.add_road(&mut money, &amount);
        // Who asked for this very thing uses it anyway: what it does with it is no cost of the pair.
        let own_use = crate::order::uses::asks_for_very(self.lead, self.world);
        let priced = |party| self.flow(party).is_some_and(|flow| flow.price.is_some());
        money.same_price = own_use && !self.lead.parties.iter().all(priced);
        self.add_processing(&mut money.sum, &amount, like_for_like || own_use || self.burns_such_fuel());
        if self.lead.kind == LeadKind::Chain {
            money.sum.add_or_lack("term-investment", self.heat_plant(&amount).filter(|_| !per_unit));
        }
        money
    }

    /// Who says that it buys such fuels has its boiler running: only the fuel changes.
    fn burns_such_fuel(&self) -> bool {
        let catalogue = &self.world.reference.catalogue;
        let is_a = |bought: usize, id: &reference::ResourceId| {
            catalogue.index_of(id.as_str()).is_some_and(|of| catalogue.steps_up(bought, of).is_some())
        };
        let buys = |pathway: &Pathway, party: &model::Party| {
            let flow = self.flow(party).filter(|flow| !flow.evidence.is_estimate())?;
            let bought = catalogue.index_of(flow.resource.as_ref()?.as_str())?;
            Some(pathway.shown_by.iter().any(|id| is_a(bought, id)))
        };
        let burning =
            self.pathways().last().filter(|pathway| pathway.process.as_deref() == Some("combustion"));
        burning.is_some_and(|way| self.lead.parties.iter().any(|party| buys(way, party).unwrap_or(false)))
    }

    /// What the givers pay or receive today, and the way there.
    fn add_treatment(&self, money: &mut Money, amount: &Drawn) {
        for (ix, supply) in self.supplies.iter().enumerate() {
            let share = match (&supply.amount, money.per_unit) {
                (Some(own), _) => own,
                (None, true) if ix == 0 => amount,
                (None, _) => continue,
            };
            let today = self.today(supply);
            let received = today.received.map(|price| price.times(share));
            let key = match &received {
                Some(received) if received.mean() > 0.0 => "term-revenue-forgone",
                _ if today::is_sold(supply.flow) => "term-revenue-forgone",
                _ => "term-treatment-avoided",
            };
            if let (true, Some(haul)) = (today.gate_price, self.haul(self.resource, share)) {
                let road = self.road_today(supply.flow);
                money.sum.add_or_lack("term-transport-today", road.map(|road| haul.over(&road)));
            }
            money.price_keys[0] = money.price_keys[0].take().or(today.price_key);
            // Heat and clean water go to waste for nothing; a residue by the tonne costs or brings something.
            if received.is_some() || self.measure == Measure::Tonnes {
                money.sum.add_or_lack(key, received.map(Drawn::negated));
            }
        }
    }

    /// What the final users stop buying; true when all of them would else have bought the same residue.
    fn add_purchases(&self, money: &mut Money, amount: &Drawn) -> bool {
        let users = self.uses(amount);
        let mut like_for_like = !users.is_empty();
        for user in &users {
            let replaced = self.replaced(user);
            like_for_like &= match &replaced {
                Replaced::Worth(purchase) => purchase.like_for_like,
                Replaced::Anyway => true,
                Replaced::Sold(_) | Replaced::Unknown | Replaced::Nothing => false,
            };
            match replaced {
                Replaced::Worth(purchase) => {
                    money.sum.add("term-purchase-avoided", purchase.worth);
                    money.price_keys[1] = money.price_keys[1].take().or(Some(purchase.price_key));
                    if purchase.gate_price {
                        self.add_supply_road(money, user);
                    }
                }
                Replaced::Sold(sale) => {
                    money.sum.add("term-product-sold", sale.worth);
                    money.price_keys[1] = money.price_keys[1].take().or(Some(sale.price_key));
                }
                Replaced::Unknown | Replaced::Anyway => money.sum.lacks("term-purchase-avoided"),
                Replaced::Nothing => {}
            }
            if user.onward {
                self.add_onward_road(money, user);
            }
        }
        like_for_like && !users.iter().any(|user| user.onward)
    }

    /// The way from the supplier that is no longer bought from.
    fn add_supply_road(&self, money: &mut Money, user: &Use<'_>) {
        let haul = user.amount.as_ref().and_then(|amount| self.haul(user.resource, amount));
        let saved = haul.and_then(|haul| Some(haul.over(&self.road_today(user.flow)?)));
        money.sum.add_or_lack("term-supply-transport", saved);
    }

    /// From the processor to the final user.
    fn add_onward_road(&self, money: &mut Money, user: &Use<'_>) {
        let processor = self.lead.with_role(Role::Processor).next();
        let km = processor.and_then(|party| self.world.km(&party.site, user.site));
        let haul = user.amount.as_ref().and_then(|amount| self.haul(user.resource, amount));
        let cost = haul.zip(km).and_then(|(haul, km)| Some(haul.over(&self.road(km)?)));
        money.sum.add_or_lack("term-transport-onward", cost.map(Drawn::negated));
    }

    /// From the giver to the receiver.
    fn add_road(&self, money: &mut Money, amount: &Drawn) {
        let Some(haul) = self.haul(self.resource, amount).filter(|_| !self.is_piped_unit(money)) else {
            return money.sum.lacks("term-connection");
        };
        let key = if self.measure == Measure::MegawattHours { "term-connection" } else { "term-transport" };
        let km = self.km();
        money.no_distance = km.is_none();
        let road = km.and_then(|km| self.road(km));
        money.sum.add_or_lack(key, road.as_ref().map(|road| haul.over(road).negated()));
        money.on_the_road = road.map(|road| road.times(&haul.per_km));
        money.per_km = Some(haul.per_km);
    }

    /// A pipe costs so much a year, not so much a MWh: unknown as long as the amount is.
    fn is_piped_unit(&self, money: &Money) -> bool {
        money.per_unit && self.measure == Measure::MegawattHours
    }

    /// Today's distance, when nobody has said it.
    pub(crate) fn usual_road(&self) -> Option<Drawn> {
        self.figure("transport.usual-km", "km")
    }

    /// The cost of the processes on the way, unless the last user would run its own on another supply of the same.
    fn add_processing(&self, sum: &mut Sum, amount: &Drawn, like_for_like: bool) {
        let pathways: Vec<&Pathway> = self.pathways().collect();
        if pathways.first().is_some_and(|pathway| asks_a_price(pathway)) {
            sum.lacks("term-processing");
        } else if pathways.first().is_some_and(|pathway| is_received(pathway)) {
            let reception = self.maybe("processing.reception", "EUR/t");
            let reception = reception.filter(|_| self.measure == Measure::Tonnes);
            sum.add_known("term-processing", reception.map(|cost| cost.times(amount).negated()));
        }
        for (ix, pathway) in pathways.iter().enumerate().filter(|(_, pathway)| !pathway.is_direct()) {
            if like_for_like && ix + 1 == pathways.len() {
                continue;
            }
            let through = self.through(ix, pathway, amount);
            let cost = self.processing(ix, pathway).zip(through).map(|(cost, through)| cost.times(&through));
            sum.add_or_lack("term-processing", cost.map(Drawn::negated));
        }
    }

    /// EUR per unit of input: as the pathway says, or its hours at what an hour costs.
    fn processing(&self, place: usize, pathway: &Pathway) -> Option<Drawn> {
        let units = &self.world.units;
        if let Some(cost) = pathway.cost.as_ref().and_then(reference::Inline::quantity) {
            let drawn = self
                .draw_entry(&format!("cost:{}", pathway.id), cost.range.scale(cost.unit.factor_to_base()));
            let fits = match self.measure {
                Measure::Tonnes => cost.unit.same_kind(&units.eur_t),
                Measure::MegawattHours => cost.unit.same_kind(&units.eur_mwh),
                Measure::CubicMetres => cost.unit.same_kind(&units.eur_m3),
            };
            return fits.then_some(drawn);
        }
        if let Some(gate) = self.gate_price(pathway) {
            return Some(gate);
        }
        let hour = if self.is_run_by_insertion(place) {
            "work.cost-hour.insertion"
        } else {
            "work.cost-hour.operator"
        };
        match self.hours(pathway) {
            Some(hours) => Some(hours.times(&self.figure(hour, "EUR/h")?)),
            None => self.preparation(pathway),
        }
    }

    /// What such a preparation usually costs.
    fn preparation(&self, pathway: &Pathway) -> Option<Drawn> {
        let process = pathway.process.as_deref().filter(|_| self.measure == Measure::Tonnes)?;
        let named = PREPARATIONS.iter().find(|(start, _)| process.starts_with(start));
        let name = named.map_or("usual", |(_, name)| *name);
        self.figure(&format!("processing.{name}"), "EUR/t")
    }

    /// What such a plant charges at its gate, where its trade has a price.
    fn gate_price(&self, pathway: &Pathway) -> Option<Drawn> {
        let process = pathway.process.as_deref().filter(|_| self.measure == Measure::Tonnes)?;
        let (_, price) = GATES.iter().find(|(start, _)| process.starts_with(start))?;
        self.figure(&format!("price.treatment.{price}"), "EUR/t")
    }

    /// A plant that recovers heat, paid off over its life: EUR/year. Other plants are unknown: planning reckons them.
    fn heat_plant(&self, megawatt_hours: &Drawn) -> Option<Drawn> {
        let heat = self.measure == Measure::MegawattHours && self.is_a(self.resource, "heat");
        let hours = self.figure("facility.heat-recovery.full-load-hours", "h/year").filter(|_| heat)?;
        let kilowatts = megawatt_hours.clone().per(&hours).map(|megawatts| 1000.0 * megawatts);
        let capital = self.figure("facility.heat-recovery.capex", "EUR/kW")?.times(&kilowatts);
        Some(capital.times(&self.annuity("facility.heat-recovery.lifetime")?).negated())
    }
}
