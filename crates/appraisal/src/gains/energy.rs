//! Energy a lead supplies, and the fuel that is not burnt for it.

use crate::case::uses::Use;
use crate::case::{Case, Measure};
use crate::draws::drawn::Drawn;
use reference::{EnergyCarrier, Hierarchy, Kind, Pathway, Product};

/// Energy that comes of a residue.
pub(crate) struct Supplied {
    pub(crate) megawatt_hours: Drawn,
    /// True for a fuel, which replaces another one MWh for MWh; false for heat or power, which spares a boiler.
    pub(crate) is_fuel: bool,
}

/// A carrier that is no longer bought.
pub(crate) struct FuelReplaced<'a> {
    pub(crate) megawatt_hours: Drawn,
    pub(crate) carrier: &'a EnergyCarrier,
}

impl<'a> Case<'a> {
    /// MWh that a pathway makes of an amount; `None` when it makes no energy or its yield is unknown.
    pub(crate) fn energy_of(
        &self,
        pathway: Option<&Pathway>,
        input: usize,
        amount: &Drawn,
    ) -> Option<Supplied> {
        let heat = |megawatt_hours| Supplied { megawatt_hours, is_fuel: false };
        if self.measure == Measure::MegawattHours {
            let share = pathway.and_then(|p| self.yield_in("1", p));
            let made = share.map_or_else(|| amount.clone(), |share| share.times(amount));
            return Some(Supplied { megawatt_hours: made, is_fuel: self.is_a(input, "fuel") });
        }
        let pathway = pathway.filter(|_| self.measure == Measure::Tonnes)?;
        if let Some(made) = self.yield_in("MWh/t", pathway) {
            return Some(heat(made.times(amount)));
        }
        if makes_biogas(pathway) {
            return Some(Supplied { megawatt_hours: self.methane(input)?.times(amount), is_fuel: true });
        }
        let burnt = pathway.hierarchy == Hierarchy::Energy || self.carrier_replaced(pathway).is_some();
        let value = if burnt { self.heating_value(input)? } else { return None };
        Some(Supplied { megawatt_hours: value.times(amount), is_fuel: true })
    }

    /// The carrier a pathway replaces, and how much of it.
    pub(crate) fn fuel_replaced(
        &self,
        pathway: &'a Pathway,
        input: usize,
        amount: &Drawn,
    ) -> Option<FuelReplaced<'a>> {
        let (replaced, carrier) = self.carrier_replaced(pathway)?;
        let supplied = self.energy_of(Some(pathway), input, amount)?;
        let megawatt_hours = if supplied.is_fuel || !self.is_a(replaced, "fuel") {
            supplied.megawatt_hours
        } else {
            supplied.megawatt_hours.per(&self.figure("facility.gas-boiler.efficiency", "1")?)
        };
        Some(FuelReplaced { megawatt_hours, carrier })
    }

    /// The energy carrier that a user of energy without a pathway would else buy: the same one.
    pub(crate) fn own_carrier(&self, user: &Use<'a>) -> Option<&'a EnergyCarrier> {
        let reference = self.world.reference;
        let taken = user.flow.and_then(|flow| reference.catalogue.index_of(flow.resource.as_ref()?.as_str()));
        let rows = |ix| reference.uses.carriers.nearest(&reference.catalogue, ix).map(|(row, _)| row);
        taken.and_then(rows).or_else(|| rows(user.resource))
    }

    fn carrier_replaced(&self, pathway: &'a Pathway) -> Option<(usize, &'a EnergyCarrier)> {
        let reference = self.world.reference;
        let replaced = pathway.replaces.iter().filter_map(|id| reference.catalogue.index_of(id.as_str()));
        replaced.into_iter().find_map(|ix| {
            // A pallet could burn, but who buys a pallet buys no energy.
            let burnt = pathway.hierarchy == Hierarchy::Energy || self.resource(ix).kind == Kind::Energy;
            let (row, _) = reference.uses.carriers.nearest(&reference.catalogue, ix).filter(|_| burnt)?;
            (row.price.is_some() || row.co2.is_some()).then_some((ix, row))
        })
    }

    /// The yield of the first output counted in that unit.
    fn yield_in(&self, unit: &str, pathway: &Pathway) -> Option<Drawn> {
        let counted = |product: &&Product| match &product.unit {
            Some(given) => units::Unit::one().times(given).symbol() == unit,
            None => false,
        };
        let product = pathway.outputs.iter().find(counted)?;
        let key = format!("yield:{}:{}", pathway.id, product.resource);
        Some(self.draw_entry(&key, product.yield_?.0))
    }

    /// MWh of methane from a tonne of fermentable residue in a real plant.
    fn methane(&self, input: usize) -> Option<Drawn> {
        let up = self.world.reference.catalogue.ancestors(input).iter();
        let mut ids = up.map(|&(ix, _)| format!("methane.{}", self.resource(ix).id));
        let potential = ids.find_map(|id| self.maybe(&id, "m3/t"))?;
        let plant = self.figure("facility.biogas.plant-factor", "1")?;
        let energy = self.figure("lhv.methane", "MWh/m3")?;
        Some(potential.times(&plant).times(&energy))
    }
}

fn makes_biogas(pathway: &Pathway) -> bool {
    pathway.outputs.iter().any(|product| matches!(product.resource.as_str(), "biogas" | "biomethane"))
}
