//! Emissions: what the residue emits today, less what it will, less the road, plus the fuel that is not burnt. The credits that authors
//! of factors grant for what is replaced are reckoned apart and never netted: with them landfill looks best.

use crate::case::{Case, Measure, Supply};
use crate::draws::drawn::{Drawn, Sum};
use crate::money::today::is_sold;
use model::Role;
use reference::{FateRoute, Hierarchy, Pathway, RouteKind};

/// What becomes of the residue from now on, in the words of `co2.treatment.<flow>.<route>`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NewRoute {
    /// Used again or used as a product: no treatment, hence no emissions of treatment.
    None,
    /// This treatment.
    Treatment(&'static str),
    /// One there are no figures of.
    Unknown,
}

impl Case<'_> {
    /// tCO₂e per year: emissions avoided, and the credits apart. `None` where today's or tomorrow's route is unknown.
    pub(crate) fn emissions(&self) -> (Option<Sum>, Option<Sum>) {
        let Some(amount) = self.amount() else { return (None, None) };
        match self.measure {
            Measure::CubicMetres => (None, None),
            Measure::MegawattHours => {
                let mut sum = Sum::default();
                self.add_fuel(&mut sum, &amount);
                (Some(sum), None)
            }
            Measure::Tonnes => (self.residue_emissions(&amount), self.credits(&amount)),
        }
    }

    fn residue_emissions(&self, amount: &Drawn) -> Option<Sum> {
        let mut sum = Sum::default();
        for supply in self.supplies.iter().filter(|supply| supply.amount.is_some()) {
            let today = self.treatment_of(supply, self.route_today(supply)?, "impact")?;
            sum.add("term-route-today", today.times(supply.amount.as_ref()?));
        }
        match self.new_route() {
            NewRoute::None => {}
            NewRoute::Unknown => return None,
            NewRoute::Treatment(route) => {
                let factor = self.treatment_of(self.supplies.first()?, route, "impact")?;
                sum.add("term-route-new", factor.times(amount).negated());
            }
        }
        self.add_fuel(&mut sum, amount);
        self.add_road_emissions(&mut sum, amount);
        Some(sum)
    }

    /// Today's road is assumed, the new one is measured; both are in, with the same lorry.
    fn add_road_emissions(&self, sum: &mut Sum, amount: &Drawn) {
        let Some(factor) = self.haul_emissions(self.resource, amount).map(|factor| factor.times(amount))
        else {
            return sum.lacks("term-transport");
        };
        sum.add_or_lack(
            "term-transport-today",
            self.road_today(self.supplies.first().and_then(|s| s.flow))
                .map(|road| factor.clone().times(&road)),
        );
        let road = self.km().and_then(|km| self.road(km));
        sum.add_or_lack("term-transport", road.map(|road| factor.times(&road).negated()));
        for user in self.uses(amount).iter().filter(|user| user.onward) {
            let processor = self.lead.with_role(Role::Processor).next();
            let km = processor.and_then(|party| self.world.km(&party.site, user.site));
            let carried = user.amount.as_ref().and_then(|made| {
                Some(self.haul_emissions(user.resource, made)?.times(made).times(&self.road(km?)?).negated())
            });
            sum.add_or_lack("term-transport-onward", carried);
        }
    }

    /// The fuel that final users no longer burn.
    fn add_fuel(&self, sum: &mut Sum, amount: &Drawn) {
        for user in self.uses(amount) {
            let Some(amount) = &user.amount else { continue };
            let replaced = match user.pathway {
                Some(pathway) => self
                    .fuel_replaced(pathway, user.resource, amount)
                    .map(|fuel| (fuel.megawatt_hours, fuel.carrier)),
                None if self.measure == Measure::MegawattHours => {
                    self.own_carrier(&user).map(|carrier| (amount.clone(), carrier))
                }
                None => None,
            };
            if let Some((megawatt_hours, carrier)) = replaced {
                let factor =
                    carrier.co2.as_ref().and_then(|id| self.figure(&format!("co2.energy.{id}"), "tCO2e/MWh"));
                sum.add_or_lack("term-fuel-replaced", factor.map(|factor| factor.times(&megawatt_hours)));
            }
        }
    }

    /// Credits of the new route less those of today's, where the factors' author gives any.
    fn credits(&self, amount: &Drawn) -> Option<Sum> {
        let NewRoute::Treatment(route) = self.new_route() else { return None };
        let mut sum = Sum::default();
        sum.add("term-credit-new", self.credit(self.supplies.first()?, route)?.times(amount));
        for supply in self.supplies.iter().filter(|supply| supply.amount.is_some()) {
            if let Some(today) = self.credit(supply, self.route_today(supply)?) {
                sum.add("term-credit-today", today.times(supply.amount.as_ref()?).negated());
            }
        }
        Some(sum)
    }

    /// Published as negative emissions.
    fn credit(&self, supply: &Supply<'_>, route: &str) -> Option<Drawn> {
        let id = format!("co2.treatment.{}.{route}.avoided", self.flow_name(supply)?);
        self.maybe(&id, "tCO2e/t").map(Drawn::negated)
    }

    fn treatment_of(&self, supply: &Supply<'_>, route: &str, what: &str) -> Option<Drawn> {
        self.figure(&format!("co2.treatment.{}.{route}.{what}", self.flow_name(supply)?), "tCO2e/t")
    }

    fn flow_name(&self, supply: &Supply<'_>) -> Option<&str> {
        let reference = self.world.reference;
        reference.uses.co2_flow(&reference.catalogue, self.own_resource(supply))
    }

    /// Today's treatment; the national average when nobody said. `None` for what no factor is of.
    fn route_today(&self, supply: &Supply<'_>) -> Option<&'static str> {
        match supply.flow.and_then(|flow| self.route(flow)) {
            // What is sold goes to no treatment that could be avoided.
            _ if is_sold(supply.flow) => None,
            // A stand-in of the same family tells neither the average fate of this nor by which process it is recycled.
            None | Some(FateRoute::Recycling) if !self.recycling_fits(supply, None) => None,
            None if supply.flow.is_some_and(|flow| self.world.holder(flow).is_some()) => None,
            None => Some("average"),
            Some(route) => route.treatment(),
        }
    }

    fn new_route(&self) -> NewRoute {
        let Some(pathway) = self.pathways().last() else { return NewRoute::Unknown };
        let fits = |supply: &Supply<'_>| self.recycling_fits(supply, pathway.process.as_deref());
        match route_of(pathway) {
            NewRoute::Treatment("recycling") if !self.supplies.iter().all(fits) => NewRoute::Unknown,
            route => route,
        }
    }

    fn recycling_fits(&self, supply: &Supply<'_>, process: Option<&str>) -> bool {
        let reference = self.world.reference;
        reference.uses.co2_recycling_fits(&reference.catalogue, self.own_resource(supply), process)
    }

    /// Dense index of what the giver's flow is of.
    fn own_resource(&self, supply: &Supply<'_>) -> usize {
        let own = supply.flow.and_then(|flow| flow.resource.as_ref());
        own.and_then(|own| self.world.reference.catalogue.index_of(own.as_str())).unwrap_or(self.resource)
    }
}

fn route_of(pathway: &Pathway) -> NewRoute {
    let process = pathway.process.as_deref().unwrap_or_default();
    let used_as_it_is =
        pathway.is_direct() && !matches!(pathway.route, RouteKind::Waste | RouteKind::EndOfWaste);
    let digests = process.contains("digestion") || process.contains("methan");
    match pathway.hierarchy {
        Hierarchy::Prevention | Hierarchy::Reuse => NewRoute::None,
        Hierarchy::Recycling | Hierarchy::Energy if digests => NewRoute::Treatment("anaerobic-digestion"),
        Hierarchy::Recycling if used_as_it_is => NewRoute::None,
        Hierarchy::Recycling if process.contains("compost") => NewRoute::Treatment("composting"),
        Hierarchy::Recycling => NewRoute::Treatment("recycling"),
        Hierarchy::Energy => NewRoute::Treatment("incineration"),
        Hierarchy::Disposal if process.contains("incinerat") => NewRoute::Treatment("incineration"),
        Hierarchy::Disposal if process.contains("landfill") => NewRoute::Treatment("landfill"),
        Hierarchy::Recovery | Hierarchy::Disposal => NewRoute::Unknown,
    }
}
