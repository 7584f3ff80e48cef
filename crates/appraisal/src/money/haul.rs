//! What moving something costs and emits: by skip, lorry, tanker, or heat pipe.

use crate::case::{Case, Measure};
use crate::draws::drawn::Drawn;
use model::{LeadKind, Role, SiteId};
use reference::{Form, Kind};

/// Tonnes per year from which full loads of an articulated lorry or tanker are the usual way.
const BULK_TONNES: f64 = 1_000.0;

/// How a unit is moved.
#[derive(Clone, Copy)]
struct Vehicle {
    /// `transport.payload.<payload>`
    payload: &'static str,
    /// `transport.volume.<volume>`, when light goods fill it before they weigh enough.
    volume: Option<&'static str>,
    /// `co2.transport.<co2>`
    co2: &'static str,
    cost: Cost,
}

/// How a vehicle is paid.
#[derive(Clone, Copy)]
enum Cost {
    /// So much an exchange of skips, so much a tonne-kilometre.
    Rotation,
    /// By the hour for loading, by the tonne-kilometre on the road.
    TonneKm,
    /// By the hour (`price.transport.<hour>`), there and back, loading included.
    Hour(&'static str),
}

const SKIP: Vehicle =
    Vehicle { payload: "skip", volume: Some("skip"), co2: "rigid-20-26", cost: Cost::Rotation };
const ARTICULATED: Vehicle = Vehicle {
    payload: "articulated-40-44",
    volume: Some("articulated-40-44"),
    co2: "articulated-40-44",
    cost: Cost::TonneKm,
};
const TANKER: Vehicle =
    Vehicle { payload: "rigid-20-26", volume: None, co2: "rigid-20-26", cost: Cost::Hour("tanker") };
/// Who pumps a thousand tonnes a year has a full articulated tanker come, as dairies do.
const BULK_TANKER: Vehicle = Vehicle {
    payload: "articulated-40-44",
    volume: None,
    co2: "articulated-40-44",
    cost: Cost::Hour("tanker"),
};
const LORRY: Vehicle =
    Vehicle { payload: "rigid-12-20", volume: None, co2: "rigid-12-20", cost: Cost::Hour("truck-hour") };

/// The cost of moving an amount, per year.
pub(crate) struct Haul {
    /// EUR/year whatever the distance.
    pub(crate) fixed: Drawn,
    /// EUR/year for each km of road.
    pub(crate) per_km: Drawn,
    /// By lorry instead, from so many km on: nobody drives a skip there and back across the country.
    far: Option<Far>,
}

/// Full loads of an articulated lorry.
struct Far {
    from_km: f64,
    fixed: Drawn,
    per_km: Drawn,
}

impl Haul {
    /// EUR/year over a distance by road.
    pub(crate) fn over(&self, road_km: &Drawn) -> Drawn {
        let near = self.per_km.clone().times(road_km).plus(&self.fixed);
        match self.far.as_ref().filter(|far| road_km.mean() > far.from_km) {
            Some(far) => near.with(&far.per_km.clone().times(road_km).plus(&far.fixed), f64::min),
            None => near,
        }
    }
}

impl Case<'_> {
    /// What it costs to move an amount of a resource; `None` when that goes by a pipe or a cable whose cost is not known.
    pub(crate) fn haul(&self, resource: usize, amount: &Drawn) -> Option<Haul> {
        if self.measure == Measure::MegawattHours {
            return self.is_a(resource, "heat").then(|| self.heat_pipe())?;
        }
        let vehicle = self.vehicle(resource, amount)?;
        let (fixed, per_km) = self.per_tonne(vehicle, resource)?;
        let far = || self.far(resource, amount).filter(|_| matches!(vehicle.cost, Cost::Rotation));
        Some(Haul { fixed: fixed.times(amount), per_km: per_km.times(amount), far: far() })
    }

    /// Over a long way a load or more a year goes by lorry.
    fn far(&self, resource: usize, amount: &Drawn) -> Option<Far> {
        let payload = self.middle("transport.payload.articulated-40-44", "t")?;
        let from_km = self.middle("transport.skip-farthest", "km").filter(|_| amount.mean() >= payload)?;
        let (fixed, per_km) = self.per_tonne(ARTICULATED, resource)?;
        Some(Far { from_km, fixed: fixed.times(amount), per_km: per_km.times(amount) })
    }

    /// tCO₂e per tonne and km of road.
    pub(crate) fn haul_emissions(&self, resource: usize, amount: &Drawn) -> Option<Drawn> {
        let vehicle = self.vehicle(resource, amount)?;
        self.figure(&format!("co2.transport.{}", vehicle.co2), "tCO2e/t.km")
    }

    fn vehicle(&self, resource: usize, amount: &Drawn) -> Option<Vehicle> {
        let resource = self.resource(resource);
        match (resource.kind, resource.form) {
            (Kind::Water, _) | (_, Form::Gas | Form::Heat | Form::Power | Form::Service) => None,
            (_, Form::Liquid) if amount.mean() >= BULK_TONNES => Some(BULK_TANKER),
            (_, Form::Liquid) => Some(TANKER),
            (_, Form::Thing) => Some(LORRY),
            (_, Form::Solid | Form::Sludge) if amount.mean() >= BULK_TONNES => Some(ARTICULATED),
            (_, Form::Solid | Form::Sludge) => Some(SKIP),
        }
    }

    /// EUR/t whatever the distance, and EUR/t for each km.
    fn per_tonne(&self, vehicle: Vehicle, resource: usize) -> Option<(Drawn, Drawn)> {
        let payload = self.figure(&format!("transport.payload.{}", vehicle.payload), "t")?;
        let load = self.load(vehicle, &payload, resource)?;
        // A tonne-kilometre is priced for a full vehicle: light goods pay for the tonnes they keep out.
        let lightness = payload.per(&load);
        match vehicle.cost {
            Cost::Rotation => {
                let rotation = self.figure("price.transport.skip-rotation", "EUR/piece")?;
                let per_km = self.figure("price.transport.skip", "EUR/t.km")?;
                Some((rotation.per(&load), per_km.times(&lightness)))
            }
            Cost::TonneKm => {
                let per_km = self.figure("price.transport.articulated", "EUR/t.km")?;
                Some((self.handling("truck-hour")?.per(&load), per_km.times(&lightness)))
            }
            Cost::Hour(hour) => {
                let speed = self.figure("transport.speed.local", "km/h")?;
                let per_km = self.hour(hour)?.map(|eur| 2.0 * eur).per(&speed);
                Some((self.handling(hour)?.per(&load), per_km.per(&load)))
            }
        }
    }

    /// Tonnes in one load: what the vehicle may carry, or what fits when the goods are light.
    fn load(&self, vehicle: Vehicle, payload: &Drawn, resource: usize) -> Option<Drawn> {
        let (Some(volume), Some(bulk)) = (vehicle.volume, self.bulk(resource)) else {
            return Some(payload.clone());
        };
        let full = self.figure(&format!("transport.volume.{volume}"), "m3")?.times(&bulk);
        Some(payload.clone().with(&full, f64::min))
    }

    /// EUR for loading and unloading once.
    fn handling(&self, hour: &str) -> Option<Drawn> {
        let time = self.figure("transport.handling-time", "h/piece")?;
        Some(self.hour(hour)?.times(&time).map(|eur| 2.0 * eur))
    }

    fn hour(&self, name: &str) -> Option<Drawn> {
        self.figure(&format!("price.transport.{name}"), "EUR/h")
    }

    /// A heat pipe paid off over its life: EUR/year for each km.
    fn heat_pipe(&self) -> Option<Haul> {
        let capital = self.figure("facility.heat-network.pipe-capex", "EUR/km")?;
        let nothing = Drawn::said(vec![0.0; self.draws.count()]);
        Some(Haul {
            fixed: nothing,
            per_km: capital.times(&self.annuity("facility.heat-network.lifetime")?),
            far: None,
        })
    }

    /// The yearly share of an investment paid off over a life (a figure, years).
    pub(crate) fn annuity(&self, life: &str) -> Option<Drawn> {
        let life = self.figure(life, "year")?;
        let rate = self.figure("facility.finance.discount-rate", "1/year")?;
        Some(rate.with(&life, |rate, years| {
            if rate > 0.0 { rate / (1.0 - (1.0 + rate).powf(-years)) } else { 1.0 / years }
        }))
    }

    /// Road km for km as the crow flies.
    pub(crate) fn road(&self, km: f64) -> Option<Drawn> {
        Some(self.figure("transport.detour-factor", "1")?.map(|detour| detour * km))
    }

    /// Straight-line km between giver and receiver; for a chain, the mean over its givers by tonnes to where they gather.
    pub(crate) fn km(&self) -> Option<f64> {
        if self.lead.kind != LeadKind::Chain {
            return self.lead.km;
        }
        let centre = self.gathering_site()?;
        let legs = self.supplies.iter().filter_map(|supply| {
            Some((self.world.km(&supply.party.site, centre)?, supply.amount.as_ref()?.mean()))
        });
        let (weighted, tonnes) =
            legs.fold((0.0, 0.0), |(km, t), (leg, amount)| (km + leg * amount, t + amount));
        if tonnes > 0.0 { Some(weighted / tonnes) } else { self.lead.km }
    }

    /// Where a chain gathers: at the processor, or else at its likeliest giver.
    fn gathering_site(&self) -> Option<&SiteId> {
        let processor = self.lead.with_role(Role::Processor).next();
        processor.or_else(|| self.lead.with_role(Role::Giver).next()).map(|party| &party.site)
    }

    /// True when a resource (dense index) is a kind of the one named.
    pub(crate) fn is_a(&self, resource: usize, general: &str) -> bool {
        let catalogue = &self.world.reference.catalogue;
        catalogue.index_of(general).is_some_and(|general| catalogue.steps_up(resource, general).is_some())
    }
}
