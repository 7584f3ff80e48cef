//! Forged plans are refused by what the instance says, whatever they claim.

use super::*;
use crate::instance::read_instance;
use serde_json::json;

/// A plant of 120 t a year whose heat is asked for in winter, and two sources: one of all the year, one of July and December.
fn instance() -> Instance {
    let winter = [30, 30, 30, 0, 0, 0, 0, 0, 0, 0, 30, 30];
    let text = json!({
        "format": "fe2i-plan-instance/1", "name": "essai", "objective": "max_value", "serve": "free", "single_site": false,
        "sources": [
            {"id": "even", "supply_t": 240, "avoided_eur_t": 50},
            {"id": "july", "supply_t": [0, 0, 0, 0, 0, 0, 60, 0, 0, 0, 0, 60], "avoided_eur_t": 50}
        ],
        "options": [
            {"id": "boiler", "site": "a", "capacity_t": 120, "fixed_eur": 100, "variable_eur_t": 1, "output_per_t": 2,
                "output_price_eur": 10, "output_demand": winter},
            {"id": "store", "site": "b", "capacity_t": 120, "fixed_eur": 100, "variable_eur_t": 1}
        ],
        "haul_eur_t": [[1, 1], [1, 1]]
    });
    read_instance("essai.json", &text.to_string()).unwrap()
}

fn flow(source: &str, option: &str, months: Option<[f64; 12]>, t: f64) -> FlowLine {
    FlowLine { source: source.into(), option: option.into(), t, months }
}

/// Limits broken by a plan that claims just what its flows give.
fn broken(open: &str, flows: &[FlowLine]) -> Vec<&'static str> {
    let (instance, open) = (instance(), [open.to_owned()]);
    let claimed = verify(&instance, &open, flows, 0.0).objective;
    verify(&instance, &open, flows, claimed).broken.iter().map(|broken| broken.limit).collect()
}

/// t in January and December, nothing else.
fn ends(january: f64, december: f64) -> [f64; 12] {
    let mut months = [0.0; 12];
    (months[0], months[11]) = (january, december);
    months
}

#[test]
fn a_plan_within_the_limits_holds() {
    assert_eq!(broken("boiler", &[flow("even", "boiler", Some(ends(15.0, 15.0)), 30.0)]), [""; 0]);
    assert_eq!(broken("store", &[flow("even", "store", None, 120.0)]), [""; 0]);
}

#[test]
fn a_plan_over_size_times_hours_is_refused_whatever_it_claims() {
    assert_eq!(broken("store", &[flow("even", "store", None, 121.0)]), ["capacity"]);
    // In a month as in the year: 20 t make 40 where 30 are asked for.
    assert_eq!(broken("boiler", &[flow("even", "boiler", Some(ends(20.0, 0.0)), 20.0)]), ["month"]);
}

#[test]
fn less_than_nothing_hides_no_month_that_is_too_full() {
    // Together 15 t in December, 30 of one less 15 of the other.
    let hidden = [
        flow("july", "boiler", Some(ends(0.0, 30.0)), 30.0),
        flow("even", "boiler", Some(ends(15.0, -15.0)), 0.0),
    ];
    assert_eq!(broken("boiler", &hidden), ["amount"]);
}

#[test]
fn a_flow_without_months_is_no_way_around_what_its_source_has_each_month() {
    // 12 t of July's and December's matter, 1 t of it in January when there is none, and the plant's summer has no taker.
    let found = broken("boiler", &[flow("july", "boiler", None, 12.0)]);
    assert!(found.contains(&"supply") && found.contains(&"month"), "{found:?}");
}

#[test]
fn what_is_no_number_is_refused() {
    let months = Some(ends(f64::NAN, 0.0));
    assert!(broken("boiler", &[flow("even", "boiler", months, 1.0)]).contains(&"amount"));
    assert!(broken("store", &[flow("even", "store", None, f64::NAN)]).contains(&"amount"));
    let open = ["store".to_owned()];
    let verdict = verify(&instance(), &open, &[flow("even", "store", None, 1.0)], f64::NAN);
    assert_eq!(verdict.broken.iter().map(|broken| broken.limit).collect::<Vec<_>>(), ["objective"]);
}
