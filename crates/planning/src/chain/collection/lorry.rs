//! The lorries of a kind of matter, in the units their names say.

use super::super::Asked;
use super::super::parts::figure;
use super::{Load, YEAR};
use reference::{Gathering, Vehicle};

pub(super) struct Lorry {
    /// Days the matter may wait.
    pub(super) every: f64,
    /// m³ of the shared lorry.
    pub(super) holds: f64,
    /// t of the shared lorry.
    pub(super) payload: f64,
    /// m³ of what is called alone.
    pub(super) alone_holds: f64,
    /// t of what is called alone.
    alone_payload: f64,
    pub(super) eur_h: f64,
    pub(super) km_h: f64,
    /// At a stop, h.
    pub(super) stop: f64,
    /// At the plant, h.
    pub(super) unload: f64,
    /// A driver's working day, minutes; the gates' if they are open for less.
    pub(super) shift: f64,
    /// Minutes of the day.
    pub(super) gate: (f64, f64),
    pub(super) shared_co2_km: Option<f64>,
    pub(super) alone_co2_km: Option<f64>,
}

impl Lorry {
    /// Passes a year at least: the matter waits no longer than it may.
    pub(super) fn least_calls(&self) -> f64 {
        (YEAR / self.every).floor().max(1.0)
    }

    /// m³ of the shared lorry that a load takes: its room, or its weight where that fills the lorry first.
    pub(super) fn room(&self, load: &Load) -> f64 {
        load.room.max(load.tonnes * self.holds / self.payload)
    }

    /// Loads of what is called alone.
    pub(super) fn alone_loads(&self, load: &Load) -> f64 {
        (load.room / self.alone_holds).max(load.tonnes / self.alone_payload)
    }
}

/// The figures of a kind of gathering; `None` when one is missing, which is said.
pub(super) fn lorry(asked: &Asked<'_>, of: &Gathering, missing: &mut Vec<String>) -> Option<Lorry> {
    let mut value = |id: &str, unit: &str| figure(asked, id, unit, missing);
    let full = value("transport.load-factor", "1");
    let mut per_km = |vehicle: &Vehicle| {
        let each = value(&vehicle.co2(), "tCO2e/t.km");
        let payload = value(&vehicle.payload(), "t");
        each.zip(payload).zip(full).map(|((each, t), full)| each * t * full)
    };
    let (alone_co2_km, shared_co2_km) = (per_km(&of.alone), per_km(&of.shared));
    let gate = (60.0 * value("collection.gate.opens", "h")?, 60.0 * value("collection.gate.closes", "h")?);
    Some(Lorry {
        every: value(of.every.as_str(), "day")?,
        holds: value(of.shared.holds.as_str(), "m3")?,
        payload: value(&of.shared.payload(), "t")?,
        alone_holds: value(of.alone.holds.as_str(), "m3")?,
        alone_payload: value(&of.alone.payload(), "t")?,
        eur_h: value("price.transport.truck-hour", "EUR/h")?,
        km_h: value("transport.speed.local", "km/h")?,
        stop: value(of.stop.as_str(), "h")?,
        unload: value("collection.unload", "h")?,
        shift: (60.0 * value("transport.driver-day", "h")?).min(gate.1 - gate.0),
        gate,
        shared_co2_km,
        alone_co2_km,
    })
}
