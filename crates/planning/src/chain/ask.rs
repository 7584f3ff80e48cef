//! A plant's figures on the day, each in the unit its use asks for.

use super::Supply;
use super::build::World;
use super::costs::{HAUL_FIGURES, HandWork, Haulage, SizeCost, Trench};
use super::supplies::{euros, year};
use reference::{FigureId, FigureProduct, Fraction, Missing};
use units::{Quantity, Range, Unit};

/// Output per input over all supplies, weighed by their amounts.
pub(super) fn mean_output(supplies: &[Supply]) -> Range {
    let all: f64 = supplies.iter().map(|supply| supply.amount.mid()).sum();
    supplies
        .iter()
        .map(|supply| supply.output.scale(supply.amount.mid() / all))
        .fold(Range::ZERO, |sum, share| sum + share)
}

pub(super) fn hour() -> Unit {
    "h".parse().unwrap_or_else(|_| Unit::one())
}

pub(super) fn co2() -> Unit {
    unit("tCO2e")
}

fn unit(symbol: &str) -> Unit {
    symbol.parse().unwrap_or_else(|_| Unit::one())
}

pub(super) struct Ask<'a, 'b>(pub(super) &'a World<'b>);

impl Ask<'_, '_> {
    pub(super) fn figure(&self, id: &FigureId, unit: &Unit) -> Result<Range, Missing> {
        let figure = self.0.reference.figures.on(id.as_str(), self.0.options.day)?;
        figure
            .value
            .to(unit)
            .map(|q| q.range)
            .map_err(|_| Missing::Unknown { id: format!("{id} [{}]", unit.symbol()) })
    }

    /// A supervisor's hour shared among those it supervises.
    pub(super) fn supervision(&self, insertion: bool) -> Result<Range, Missing> {
        if !insertion {
            return Ok(Range::ZERO);
        }
        let hour = self.figure(&FigureId::from("work.cost-hour.technician"), &euros().per(&hour()))?;
        let each = self.figure(&self.0.plant.supervision, &Unit::one())?.inverse();
        let none = || Missing::Unknown { id: format!("1/{}", self.0.plant.supervision) };
        Ok(hour.times(each.ok_or_else(none)?))
    }

    /// Per input unit, whichever way it is published.
    pub(super) fn own_co2(&self, output: Range) -> Result<Option<Range>, Missing> {
        let plant = self.0.plant;
        if let Some(each) = self.blend(&co2(), |fraction| fraction.co2.as_ref())? {
            return Ok(Some(each.scale(output.mid())));
        }
        if let Some(id) = &plant.co2 {
            return self.figure(id, &co2().per(&plant.input_unit)).map(Some);
        }
        let each = |id| self.figure(id, &co2().per(&plant.output_unit));
        Ok(plant.co2_per_output.as_ref().map(each).transpose()?.map(|each| each.scale(output.mid())))
    }

    /// EUR per output unit: of the one thing that comes out, or the mean of its fractions.
    pub(super) fn price(&self) -> Result<Range, Missing> {
        match self.blend(&euros(), |fraction| Some(&fraction.price))? {
            Some(mean) => Ok(mean),
            None => self.figure(&self.0.plant.price, &euros().per(&self.0.plant.output_unit)),
        }
    }

    /// tCO2e per output unit of what it replaces on the market, its fractions counted as far as their factor is known.
    pub(super) fn avoided(&self) -> Result<Option<Range>, Missing> {
        let plant = self.0.plant;
        let one = |id| self.figure(id, &co2().per(&plant.output_unit));
        match self.blend(&co2(), |fraction| fraction.avoided.as_ref())? {
            Some(mean) => Ok(Some(mean)),
            None => plant.avoided.as_ref().map(one).transpose(),
        }
    }

    /// The mean of a figure over the fractions, weighed by the middles of their shares; a fraction that does not name it counts for nothing.
    /// `None` without fractions, or when none names it.
    fn blend<'f>(
        &'f self,
        of: &Unit,
        pick: impl Fn(&'f Fraction) -> Option<&'f FigureId>,
    ) -> Result<Option<Range>, Missing> {
        let plant = self.0.plant;
        let (mut sum, mut all, mut named) = (Range::ZERO, 0.0, false);
        for fraction in &plant.fractions {
            let share = self.figure(&fraction.share, &plant.output_unit.per(&plant.input_unit))?.mid();
            all += share;
            if let Some(id) = pick(fraction) {
                sum = sum + self.figure(id, &of.per(&plant.output_unit))?.scale(share);
                named = true;
            }
        }
        Ok((named && all > 0.0).then(|| sum.scale(1.0 / all)))
    }

    pub(super) fn residue(&self, of: &reference::Residue) -> Result<Range, Missing> {
        let mut cost = of.per_input.clone();
        cost.times.push(of.cost.clone());
        self.product(&cost, &euros().per(&self.0.plant.input_unit))
    }

    pub(super) fn haulage(&self) -> Result<Haulage, Missing> {
        let ask = |id: &str, symbol: &str| self.figure(&FigureId::from(id), &unit(symbol));
        let [haul, hour, stop, payload, volume] = HAUL_FIGURES;
        Ok(Haulage {
            eur_t_km: ask(haul, "EUR/t.km")?,
            hour: ask(hour, "EUR/h")?,
            stop: ask(stop, "h/piece")?,
            payload: ask(payload, "t")?,
            volume: ask(volume, "m3")?,
            co2: ask(super::parts::TRUCK, "tCO2e/t.km").ok(),
        })
    }

    pub(super) fn by_hand(&self, of: &reference::ByHand) -> Result<HandWork, Missing> {
        let input = &self.0.plant.input_unit;
        let hours = self.product(&of.hours, &hour().per(input))?;
        Ok(HandWork { hours, spares: self.figure(&of.spares, &euros().per(input))? })
    }

    pub(super) fn trench(&self, capex: &FigureId, network: &reference::Network) -> Result<Trench, Missing> {
        let km: Unit = "km".parse().unwrap_or_else(|_| Unit::one());
        let lifetime = self.figure(&network.lifetime, &year())?;
        Ok(Trench { capex: self.figure(capex, &euros().per(&km))?, lifetime })
    }

    pub(super) fn product(&self, product: &FigureProduct, unit: &Unit) -> Result<Range, Missing> {
        let reference = self.0.reference;
        let value = product.on(&reference.figures, &reference.catalogue, None, self.0.options.day)?;
        let wrong = |_| Missing::Unknown { id: format!("produit en {}", unit.symbol()) };
        value.to(unit).map(|q| q.range).map_err(wrong)
    }

    pub(super) fn size(&self, size: &reference::Size, output: Range) -> Result<SizeCost, Missing> {
        let plant = self.0.plant;
        let rate = |unit: &Unit| unit.per(&year()).per(&plant.size_unit);
        let capacity = if plant.takes.is_empty() {
            let made = self.product(&plant.makes, &rate(&plant.output_unit))?;
            let per_input =
                output.inverse().ok_or_else(|| Missing::Unknown { id: format!("1/{}", plant.id) })?;
            // The middle of a year's hours: the plant's own spread, not that of its fuel twice over.
            made.scale(per_input.mid())
        } else {
            self.product(&plant.takes, &rate(&plant.input_unit))?
        };
        let capex = self.figure(&size.capex, &euros().per(&plant.size_unit))?;
        Ok(SizeCost {
            size: size.size,
            capacity: capacity.scale(size.size),
            capex: capex.scale(size.size),
            month: self.full_power(size.size),
            by_hand: false,
        })
    }

    /// Output units of a month at full power, for a size said in power.
    fn full_power(&self, size: f64) -> Option<f64> {
        const HOURS: f64 = 8_760.0;
        let plant = self.0.plant;
        let each = Quantity::new(Range::ONE.scale(HOURS / 1_000.0), "MWh/kW/year".parse().ok()?);
        let power = Quantity::new(Range::ONE.scale(size), plant.size_unit.clone());
        let year = power.times(&each).to(&plant.output_unit.per(&year())).ok()?;
        Some(year.range.mid() / 12.0)
    }
}
