//! One value of each range, as the solver's question.

use super::{Chain, Outlet, SizeCost, Spot, Supply};
use crate::draws::only;
use crate::instance::{
    FORMAT, Instance, Limits, Objective, PlantOption, Serve, Source, Supply as Amount, Weights,
};
use units::Range;

/// Which value of a range counts: [`Pick::middle`], or a draw.
pub struct Pick<'a>(Box<dyn FnMut(Range) -> f64 + 'a>);

impl<'a> Pick<'a> {
    /// The median of everything.
    pub fn middle() -> Self {
        Self(Box::new(Range::mid))
    }

    /// One point of each range, drawn by the caller; asked in a fixed order.
    pub fn drawn(draw: impl FnMut(Range) -> f64 + 'a) -> Self {
        Self(Box::new(draw))
    }

    fn of(&mut self, range: Range) -> f64 {
        (self.0)(range)
    }
}

/// What a tonne, an hour or a euro counts, and who pays the investment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aims {
    /// EUR per EUR, per tCO2e, per hour of insertion.
    pub weights: Weights,
    /// True when the usual grant is counted.
    pub grant: bool,
    /// Limits over the whole plan.
    pub limits: Limits,
}

impl Default for Aims {
    /// Euros only, without grant, one plant a site.
    fn default() -> Self {
        let weights = Weights { eur: 1.0, co2_eur_t: 0.0, work_eur_h: 0.0 };
        Self { weights, grant: false, limits: Limits::default() }
    }
}

/// The year's share to pay back one euro lent: i / (1 − (1 + i)⁻ⁿ).
pub(super) fn annuity(rate: f64, years: f64) -> f64 {
    if rate.abs() < 1e-9 { 1.0 / years } else { rate / (1.0 - (1.0 + rate).powf(-years)) }
}

/// Ends the id of an option that does more by hand.
const BY_HAND: &str = "|hand";

/// The id of an option: its site, how many takers are joined to it, its size, and whether more is done by hand.
pub(super) fn option_id(spot: &Spot, size: &SizeCost) -> String {
    let by_hand = if size.by_hand { BY_HAND } else { "" };
    if spot.outlets.is_empty() {
        return format!("{}|{}{by_hand}", spot.site, size.size);
    }
    format!("{}+{}|{}{by_hand}", spot.site, spot.outlets.len(), size.size)
}

/// EUR per input unit where no pipe goes: nothing is worth that.
const OUT_OF_REACH: f64 = 1e5;

/// Of one input unit.
#[derive(Clone, Copy)]
struct Running {
    /// EUR.
    variable: f64,
    /// Of insertion.
    hours: f64,
}

/// Values picked once for the whole question.
struct Picked {
    /// Of the plant's investment, a year.
    annual: f64,
    /// EUR a year per km.
    trench: f64,
    /// EUR per output unit: on the market, and to each outlet.
    price: f64,
    worth: Vec<f64>,
    output: f64,
    /// With machines, and by hand where that is a choice.
    running: [Running; 2],
    min_load: f64,
    /// EUR a year of an input unit kept in store.
    store: f64,
    /// `None` is unknown: then so is what the plant spares.
    own_co2: Option<f64>,
}

impl Chain {
    /// The solver's question, by the values picked. Ids: flows for sources, `site|size` for options.
    pub fn instance(&self, aims: &Aims, storable: bool, pick: &mut Pick<'_>) -> Instance {
        let picked = self.picked(aims, storable, pick);
        // What keeps is used as it is asked for, whenever it was gathered: months bind only what does not keep.
        let yearly = storable && !self.outlets.is_empty();
        let sources = self.supplies.iter().map(|s| self.source(s, yearly, &picked, pick)).collect();
        let sizes = self.sizes(pick);
        let room = |spot: &Spot, size: &SizeCost| self.has_room(spot, size);
        let placed: Vec<(&Spot, Vec<_>)> = self
            .spots
            .iter()
            .map(|spot| (spot, sizes.iter().copied().filter(|(size, ..)| room(spot, size)).collect()))
            .collect();
        let options =
            placed.iter().flat_map(|(spot, sizes)| self.options(spot, sizes, &picked, yearly)).collect();
        let detour = pick.of(self.costs.detour);
        let hauls = self.hauls(&placed, detour, pick);
        let haul_co2_kg_t = self.hauls_co2(&placed, detour, pick);
        let mut instance = Instance {
            format: FORMAT.to_owned(),
            name: self.plant.clone(),
            objective: Objective::MaxValue,
            serve: Serve::Free,
            single_site: false,
            sources,
            options,
            haul_eur_t: Some(hauls),
            haul_co2_kg_t,
            haul: None,
            limits: aims.limits,
            weights: Some(aims.weights),
        };
        // What is not known is not weighed: it would count as nothing avoided here and as something there.
        if instance.co2_unsaid().next().is_some() {
            instance.weights = Some(Weights { co2_eur_t: 0.0, ..aims.weights });
        }
        instance
    }

    /// Capacity and investment picked: once a size, whatever is done by hand.
    fn sizes(&self, pick: &mut Pick<'_>) -> Vec<(&SizeCost, f64, f64)> {
        let mut sizes: Vec<(&SizeCost, f64, f64)> = Vec::new();
        for size in &self.costs.sizes {
            let same = sizes.iter().find(|(known, ..)| (known.size - size.size).abs() < 1e-9);
            let (capacity, capex) = match same {
                Some(&(_, capacity, capex)) => (capacity, capex),
                None => (pick.of(size.capacity), pick.of(size.capex)),
            };
            sizes.push((size, capacity, capex));
        }
        sizes
    }

    /// Whether a size may stand there: anything where there is room, what a taker burns itself and a little more elsewhere.
    fn has_room(&self, spot: &Spot, size: &SizeCost) -> bool {
        spot.most.is_none_or(|most| size.capacity.mid() * self.costs.output.mid() <= most)
    }

    /// EUR per input unit, sources × options. By road as it costs; by pipe nothing within reach, beyond any worth elsewhere.
    fn hauls<T>(&self, placed: &[(&Spot, Vec<T>)], detour: f64, pick: &mut Pick<'_>) -> Vec<Vec<f64>> {
        let paid = self
            .costs
            .haul
            .map(|haul| (haul, (pick.of(haul.eur_t_km), pick.of(haul.stop) * pick.of(haul.hour))));
        self.each_way(placed, |supply, km| match (paid, km) {
            (Some((haul, rates)), Some(km)) => haul.per_tonne(rates, supply.density, km * detour),
            (None, Some(km)) if self.reach_km.is_none_or(|reach| km <= reach) => 0.0,
            _ => OUT_OF_REACH,
        })
    }

    /// kg CO2e per input unit on the road, sources × options; `None` by pipe, or where the lorry's is not known.
    fn hauls_co2<T>(
        &self,
        placed: &[(&Spot, Vec<T>)],
        detour: f64,
        pick: &mut Pick<'_>,
    ) -> Option<Vec<Vec<f64>>> {
        let each = pick.of(self.costs.haul?.co2?) * 1_000.0;
        Some(self.each_way(placed, |_, km| km.map_or(0.0, |km| each * km * detour)))
    }

    /// A value for each supply and option, from the supply and the km as the crow flies.
    fn each_way<T>(
        &self,
        placed: &[(&Spot, Vec<T>)],
        value: impl Fn(&Supply, Option<f64>) -> f64,
    ) -> Vec<Vec<f64>> {
        let row = |supply: &Supply| {
            let km = |spot: &Spot| self.km(&supply.site, &spot.site);
            let repeated =
                |(spot, sizes): &(&Spot, Vec<T>)| std::iter::repeat_n(value(supply, km(spot)), sizes.len());
            placed.iter().flat_map(repeated).collect()
        };
        self.supplies.iter().map(row).collect()
    }

    fn picked(&self, aims: &Aims, storable: bool, pick: &mut Pick<'_>) -> Picked {
        let costs = &self.costs;
        let discount = pick.of(costs.discount);
        let annuity = annuity(discount, pick.of(costs.lifetime));
        let trench = costs
            .trench
            .map_or(0.0, |trench| pick.of(trench.capex) * self::annuity(discount, pick.of(trench.lifetime)));
        let grant = costs.grant.filter(|_| aims.grant).map_or(0.0, |grant| pick.of(grant));
        let om = pick.of(costs.om);
        let keeps = costs.store.filter(|_| storable);
        let store = keeps.map_or(0.0, |store| pick.of(store) * (annuity + om));
        let price = pick.of(costs.price);
        let spared = |outlet: &Outlet| outlet.cost.map_or(price, |cost| pick.of(cost).max(0.0));
        Picked {
            annual: annuity * (1.0 - grant) + om,
            trench,
            worth: self.outlets.iter().map(spared).collect(),
            price,
            // Where sizes are said in output the mean matter is only a unit to count in: what each supply yields is drawn with it.
            output: if costs.by_output { costs.output.mid() } else { pick.of(costs.output) },
            running: [false, true].map(|by_hand| self.running(by_hand, pick)),
            min_load: pick.of(costs.min_load),
            store,
            own_co2: costs.co2.map(|co2| pick.of(co2)),
        }
    }

    /// What taking one input unit costs and employs.
    fn running(&self, by_hand: bool, pick: &mut Pick<'_>) -> Running {
        let mut running = Running { variable: pick.of(self.costs.running(by_hand)), hours: 0.0 };
        for post in self.costs.work(by_hand) {
            let hours = pick.of(post.hours);
            running.variable += hours * (pick.of(post.cost) + pick.of(post.supervision));
            running.hours += if post.insertion { hours } else { 0.0 };
        }
        running
    }

    /// A supply. What it yields more or less than the mean makes it count as more or less of the plant's figures; in a plant sized by what it
    /// takes in, it is worth that much more or less.
    fn source(&self, supply: &Supply, yearly: bool, picked: &Picked, pick: &mut Pick<'_>) -> Source {
        let amount = pick.of(supply.amount);
        let output = pick.of(supply.output);
        let strength = self.costs.by_output.then(|| output / picked.output);
        let beyond =
            if self.costs.by_output { 0.0 } else { (output - picked.output) * self.usual_worth(picked) };
        let place = self.places.get(&supply.site);
        Source {
            id: supply.flow.to_string(),
            supply_t: if yearly {
                Amount::Year(amount)
            } else {
                Amount::Months(supply.months.map(|share| share * amount))
            },
            lat: place.map(|place| place.lat),
            lon: place.map(|place| place.lon),
            avoided_eur_t: Some(supply.cost_today.map_or(0.0, |cost| pick.of(cost)) + beyond),
            prepare_eur_t: None,
            strength,
        }
    }

    /// EUR per output unit, wherever it goes: the mean of all outlets by their needs, the price on the market.
    fn usual_worth(&self, picked: &Picked) -> f64 {
        let all: f64 = self.outlets.iter().map(|outlet| outlet.amount.mid()).sum();
        if all <= 0.0 {
            return picked.price;
        }
        self.outlets.iter().zip(&picked.worth).map(|(outlet, each)| outlet.amount.mid() * each).sum::<f64>()
            / all
    }

    fn options(
        &self,
        spot: &Spot,
        sizes: &[(&SizeCost, f64, f64)],
        picked: &Picked,
        yearly: bool,
    ) -> Vec<PlantOption> {
        let demand = (!self.outlets.is_empty()).then(|| self.demand(spot));
        let kept = self.kept(spot);
        let placed = demand.filter(|_| yearly).map(|demand| demand.iter().sum::<f64>() / picked.output);
        let place = self.places.get(&spot.site);
        let co2 = self.replaced(spot).zip(picked.own_co2);
        let road = self.costs.haul.is_none_or(|haul| haul.co2.is_some());
        let running = |size: &SizeCost| picked.running[usize::from(size.by_hand)];
        // What cannot be kept is made as it is asked for: each month binds by the power, and the year's usual hours follow from it.
        let at_once = |size: &SizeCost| size.month.filter(|_| demand.is_some() && !yearly);
        let option = |&(size, capacity, capex): &(&SizeCost, f64, f64)| PlantOption {
            id: option_id(spot, size),
            site: spot.site.to_string(),
            capacity_t: Some(match at_once(size) {
                Some(month) => 12.0 * month / picked.output,
                None => placed.map_or(capacity, |placed| placed.min(capacity)),
            }),
            fixed_eur: capex * picked.annual + spot.trench_km * picked.trench,
            variable_eur_t: running(size).variable + kept * picked.store,
            lat: place.map(|place| place.lat),
            lon: place.map(|place| place.lon),
            min_t: Some(capacity * picked.min_load),
            output_per_t: Some(picked.output),
            output_unit: None,
            output_price_eur: Some(self.worth_by(spot, picked.price, &picked.worth)),
            output_demand: demand.filter(|_| !yearly).map(|demand| match at_once(size) {
                Some(most) => demand.map(|month| month.min(most)),
                None => demand,
            }),
            co2_kg_t: co2.map(|(replaced, _)| replaced * picked.output * 1_000.0),
            co2_caused_kg_t: co2.filter(|_| road).map(|(_, own)| own * 1_000.0),
            work_h_t: Some(running(size).hours),
            work_h_fixed: None,
            budget_eur: Some(capex + self.trench_eur(spot)),
        };
        sizes.iter().map(option).collect()
    }

    /// The question at the middle of every range, without the sizes that could never run: their takers use less than their minimum load.
    pub fn question(&self, aims: &Aims, storable: bool) -> Instance {
        let whole = self.instance(aims, storable, &mut Pick::middle());
        let runs =
            |o: &&PlantOption| o.min_t.zip(o.capacity_t).is_none_or(|(least, capacity)| least <= capacity);
        let ids: Vec<String> = whole.options.iter().filter(runs).map(|option| option.id.clone()).collect();
        only(&whole, &ids)
    }

    /// The spot and size an option's id names.
    pub fn option(&self, id: &str) -> Option<(&Spot, &SizeCost)> {
        let by_hand = id.ends_with(BY_HAND);
        let (place, number) = id.strip_suffix(BY_HAND).unwrap_or(id).rsplit_once('|')?;
        let (place, joined) = place
            .rsplit_once('+')
            .and_then(|(site, count)| Some((site, count.parse().ok()?)))
            .unwrap_or((place, 0_usize));
        let spot =
            self.spots.iter().find(|spot| spot.site.as_str() == place && spot.outlets.len() == joined)?;
        let wanted: f64 = number.parse().ok()?;
        Some((
            spot,
            self.costs
                .sizes
                .iter()
                .find(|known| known.by_hand == by_hand && (known.size - wanted).abs() < 1e-9)?,
        ))
    }
}
