//! Prices that people stated, per unit of the lead's measure.

use crate::case::{Case, Measure};
use crate::draws::drawn::Drawn;
use model::Flow;
use reference::Resource;
use units::{Range, Unit};

/// The draws of a site's own price.
pub(crate) fn key(flow: &Flow) -> String {
    format!("price:{}", flow.id)
}

impl Case<'_> {
    /// What a site receives for a unit of a flow, as it stated; negative when it pays. `None` when it said nothing, or in a unit that does
    /// not convert.
    pub(crate) fn stated_price(&self, flow: &Flow, resource: usize) -> Option<Drawn> {
        let price = flow.price.as_ref()?;
        let drawn = self.draw(&key(flow), price.value.range.scale(price.value.unit.factor_to_base()));
        if price.value.unit.same_kind(&self.world.units.eur_year) {
            return Some(drawn.per(&self.yearly(flow)?));
        }
        self.per_measure(drawn, &price.value.unit, resource)
    }

    /// A price per tonne, MWh, m³ or piece, turned into one per unit of the measure.
    pub(crate) fn per_measure(&self, price: Drawn, unit: &Unit, resource: usize) -> Option<Drawn> {
        let units = &self.world.units;
        let per = |other: &Unit| unit.same_kind(other);
        match self.measure {
            Measure::Tonnes if per(&units.eur_t) => Some(price),
            Measure::Tonnes if per(&units.eur_piece) => {
                let kilograms = self.own(resource, |r| r.piece.as_ref().map(|p| p.kg.0))?;
                let kilograms = self.draw_entry(self.mass_key("piece"), kilograms);
                Some(price.per(&kilograms.map(|kg| kg / 1000.0)))
            }
            Measure::Tonnes if per(&units.eur_m3) => Some(price.per(&self.bulk(resource)?)),
            Measure::Tonnes if per(&units.eur_mwh) => Some(price.times(&self.heating_value(resource)?)),
            Measure::MegawattHours if per(&units.eur_mwh) => Some(price),
            // A cubic metre of water weighs a tonne.
            Measure::CubicMetres if per(&units.eur_m3) || per(&units.eur_t) => Some(price),
            _ => None,
        }
    }

    /// Tonnes per m³ as discarded.
    pub(crate) fn bulk(&self, resource: usize) -> Option<Drawn> {
        let kilograms = self.world.reference.catalogue.bulk(resource)?;
        Some(self.draw_entry(self.mass_key("bulk"), kilograms).map(|kg| kg / 1000.0))
    }

    /// Where people counted pieces or cubic metres, the tonnes are uncertain because the mass of one is: the same draw, so that so many
    /// pieces at so much a piece stay what they are.
    fn mass_key<'k>(&self, own: &'k str) -> &'k str {
        if self.counted { "tonnes" } else { own }
    }

    /// MWh per tonne.
    pub(crate) fn heating_value(&self, resource: usize) -> Option<Drawn> {
        let reference = self.world.reference;
        let mut rows = reference.uses.carriers.upwards(&reference.catalogue, resource);
        let name = rows.find_map(|(row, _)| row.lhv.as_deref())?;
        self.figure(&format!("lhv.{name}"), "MWh/t")
    }

    /// A property of a resource or of its nearest ancestor that has it; only what is positive can divide.
    fn own(&self, resource: usize, of: impl Fn(&Resource) -> Option<Range>) -> Option<Range> {
        let up = self.world.reference.catalogue.ancestors(resource).iter();
        up.filter_map(|&(ix, _)| of(self.resource(ix))).find(|range| range.low() > 0.0)
    }
}
