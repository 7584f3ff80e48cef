//! The heat of an engine that sells its power: made, kept for the plant itself, and left.

use chrono::NaiveDate;
use reference::{FigureId, Missing, Plant, Reference};
use units::Unit;

/// MWh of heat a year at the middle of all ranges. None of it is in the plant's account: what is left may be sold once, apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EngineHeat {
    /// What the engine gives besides its power.
    pub made: f64,
    /// Of it, what warms the plant and what it takes in.
    pub own: f64,
}

impl EngineHeat {
    /// Of it, what is lost as long as nobody takes it.
    pub fn left(&self) -> f64 {
        self.made - self.own
    }
}

/// The heat beside so many output units a year; `None` when the plant has no engine.
pub fn engine(
    plant: &Plant,
    reference: &Reference,
    day: NaiveDate,
    output: f64,
) -> Option<Result<EngineHeat, Missing>> {
    let heat = plant.heat.as_ref()?;
    let share = |id: &FigureId| -> Result<f64, Missing> {
        let figure = reference.figures.on(id.as_str(), day)?;
        let value = figure.value.to(&Unit::one()).map_err(|_| Missing::Unknown { id: id.to_string() })?;
        Ok(value.range.mid())
    };
    let both = share(&heat.per_output).and_then(|each| Ok((each, share(&heat.own)?)));
    Some(both.map(|(each, own)| EngineHeat { made: output * each, own: output * each * own }))
}
