//! Amounts that are none of their resource: « boues, 3 h/jour ».

use crate::world::World;
use model::{Direction, Finding, Flow, Severity, Territory};
use reference::Kind;
use units::{Base, Unit};

/// One finding for each flow whose amount is in hours, posts, kilowatts … although it is of a material, of water or of energy.
pub(crate) fn findings(territory: &Territory, world: &World<'_>) -> Vec<Finding> {
    // Who sells or lends may well count hours, whatever the words look like.
    let moved = |flow: &&Flow| matches!(flow.direction, Direction::TakesIn | Direction::GivesOut);
    let said = territory.flows.iter().filter(moved).filter(|flow| !flow.evidence.is_estimate());
    said.filter_map(|flow| finding(flow, world)).collect()
}

fn finding(flow: &Flow, world: &World<'_>) -> Option<Finding> {
    let resource = world.reference.catalogue.get(flow.resource.as_ref()?.as_str())?;
    let unit = &flow.quantity.as_ref()?.unit;
    is_unfit(unit, resource.kind).then(|| {
        Finding::new(Severity::Warning, "flow-unit-unfit", &flow.evidence.source)
            .with("wording", &*flow.wording)
            .with("stated", flow.stated.as_deref().unwrap_or(unit.symbol()))
            .with("resource", &resource.id)
    })
}

fn is_unfit(unit: &Unit, kind: Kind) -> bool {
    let has = |bases: &[Base]| bases.iter().any(|base| unit.power_of(*base) > 0);
    let work = has(&[Base::Hour, Base::Post, Base::Employee]);
    match kind {
        Kind::Material | Kind::Water => work || has(&[Base::Power]),
        Kind::Energy => work || has(&[Base::Area]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_no_sludge_but_are_cleaning() {
        let unfit = |unit: &str, kind| is_unfit(&unit.parse().unwrap(), kind);
        assert!(unfit("h/year", Kind::Material) && unfit("kW", Kind::Water) && unfit("m2", Kind::Energy));
        assert!(!unfit("h/year", Kind::Service) && !unfit("kW", Kind::Energy));
        for unit in ["t/year", "m3/year", "piece/year", "EUR/year", "MWh/year", "m2/year"] {
            assert!(!unfit(unit, Kind::Material), "{unit}");
        }
    }
}
