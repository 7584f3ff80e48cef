//! Heat that nobody can keep: as hot, as strong and in the month it is asked for.

use super::*;

/// A furnace and a cold store beside a pool that warms itself with gas.
fn neighbours(celsius: f64) -> Territory {
    let mut territory = wood();
    site(&mut territory, "plant", ActorKind::Company, 0.05);
    flow(&mut territory, "plant", Direction::GivesOut, "waste-heat", 6_000.0, "MWh/year");
    territory.flows.last_mut().unwrap().wording = format!("chaleur fatale {celsius} °C").into();
    territory
}

#[test]
fn a_month_makes_no_more_than_the_power_and_nothing_waits_for_winter() {
    let (_, found) = studied(&neighbours(180.0), "heat-link");
    let link = &found.opened[0];
    let (rate, demand) = (link.money.output / link.money.input, link.demand.unwrap());
    for (month, used) in link.used.iter().enumerate() {
        let made = used * rate;
        assert!(made <= link.size * 8.76 / 12.0 + 1e-6, "{month}: {made} MWh on {} kW", link.size);
        assert!(made <= demand[month] + 1e-6, "{month}: {made} of {}", demand[month]);
        assert!(*used <= link.gathered[month] + 1e-6, "{month}: {used} of {}", link.gathered[month]);
    }
    assert!(link.used.iter().all(|used| *used > 0.0), "every month has both: {:?}", link.used);
}

#[test]
fn a_source_too_cold_is_left_out_and_named() {
    let reference = Reference::embedded().unwrap();
    let error = build(&neighbours(40.0), reference, "heat-link", Options::on(DAY)).unwrap_err();
    assert!(matches!(error, ChainError::NoSupply { .. }), "{error}");
    let mut both = neighbours(40.0);
    flow(&mut both, "plant", Direction::GivesOut, "waste-heat", 900.0, "MWh/year");
    both.flows.last_mut().unwrap().wording = "fumées 200 °C".into();
    let (chain, findings) = build(&both, reference, "heat-link", Options::on(DAY)).unwrap();
    assert_eq!(chain.supplies.len(), 1);
    assert!(findings.iter().any(|finding| finding.key == "chain-supplies-too-cold"), "{findings:?}");
}
