//! A waste that the workbook and the register of one site both name counts once, by the register.

#![expect(clippy::expect_used, reason = "a test may stop")]

use chrono::NaiveDate;
use classify::{Classifier, once, settle};
use model::{
    Basis, Confidentiality, Direction, Evidence, Finding, Flow, FlowId, Severity, SiteId, Territory,
};
use reference::Reference;
use units::{Quantity, Range};

fn flow(wording: &str, tonnes: f64, basis: Basis, source: &str) -> Flow {
    let id = FlowId::from(format!("{source}:{wording}"));
    let evidence = Evidence::new(basis, source);
    let mut flow = Flow::worded(id, SiteId::from("s"), Direction::GivesOut, wording.to_owned(), evidence);
    let amount = Range::new(tonnes, tonnes, tonnes).expect("a range");
    flow.quantity = Some(Quantity::new(amount, "t/year".parse().expect("a unit"))).into();
    flow
}

fn said(wording: &str, tonnes: f64) -> Flow {
    flow(wording, tonnes, Basis::Declared, "classeur.xlsx [Flux]:4 — visite")
}

fn weighed(wording: &str, tonnes: f64, line: usize) -> Flow {
    flow(wording, tonnes, Basis::Register, &format!("registre.csv:{line}"))
}

fn with_code(mut flow: Flow, code: &str) -> Flow {
    flow.waste_code = Some(code.parse().expect("a code"));
    flow.waste_code_stated = true;
    flow
}

/// What is left, as wording and tonnes, and what was told.
fn counted(flows: Vec<Flow>) -> (Vec<(String, f64)>, Vec<Finding>, Vec<Flow>) {
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let classifier = Classifier::new(Reference::embedded().expect("data/"), day);
    let territory = settle(Territory { flows, ..Territory::default() }, &classifier).0;
    let (territory, findings) = once(territory);
    let shown = |flow: &Flow| (flow.wording.to_string(), flow.tonnes.map_or(0.0, Range::mid));
    (territory.flows.iter().map(shown).collect(), findings, territory.flows)
}

#[test]
fn the_register_holds_and_a_finding_names_both_values() {
    let mut told = said("palettes cassées", 12.0);
    told.confidentiality = Confidentiality::Facilitator;
    told.quality = Some("humides".to_owned()).into();
    let (left, findings, flows) = counted(vec![told, weighed("palettes bois HS", 7.5, 3)]);
    assert_eq!(left, [("palettes bois HS".to_owned(), 7.5)]);
    assert_eq!(flows[0].quality.as_deref(), Some("humides"));
    assert_eq!(flows[0].confidentiality, Confidentiality::Facilitator);
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    let text = format!("{finding:?}");
    assert!(
        finding.severity == Severity::Warning && text.contains("12 t") && text.contains("7.5 t"),
        "{text}"
    );
}

#[test]
fn a_register_that_holds_a_tenth_of_what_is_told_is_no_whole_year() {
    let (left, findings, flows) =
        counted(vec![said("sable de fonderie", 3_360.0), weighed("sable de fonderie", 268.4, 2)]);
    assert_eq!(left.len(), 1, "counted once: {left:?}");
    let range = flows[0].tonnes.expect("tonnes");
    assert!((range.low() - 268.4).abs() < 1e-9 && (range.high() - 3_360.0).abs() < 1e-9, "{range:?}");
    assert_eq!((findings[0].key.as_str(), findings[0].severity), ("flow-said-far-more", Severity::Warning));
    // Twice as much is what two years may differ by.
    let (left, findings, _) = counted(vec![said("cartons", 20.0), weighed("cartons", 10.0, 2)]);
    assert_eq!((left[0].1, findings[0].key.as_str()), (10.0, "flow-said-twice"));
}

#[test]
fn one_code_is_one_waste_whatever_it_is_called() {
    let register = with_code(weighed("emballages bois", 8.0, 2), "15 01 03");
    let (left, findings, _) = counted(vec![with_code(said("caisses et calages", 8.2), "15 01 03"), register]);
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(findings[0].severity, Severity::Info, "a tenth apart is no contradiction");
}

#[test]
fn two_lines_of_a_register_hold_together() {
    let (left, findings, _) =
        counted(vec![said("cartons", 10.0), weighed("cartons", 6.0, 2), weighed("cartons", 4.0, 9)]);
    let total: f64 = left.iter().map(|(_, tonnes)| tonnes).sum();
    assert!((total - 10.0).abs() < 1e-9, "{left:?}");
    assert_eq!(findings[0].severity, Severity::Info, "{findings:?}");
}

#[test]
fn what_is_another_waste_another_site_or_comes_in_stays() {
    let mut elsewhere = said("cartons", 3.0);
    elsewhere.site = SiteId::from("other");
    let mut comes_in = said("cartons", 30.0);
    comes_in.direction = Direction::TakesIn;
    let flows = vec![said("films plastiques", 2.0), elsewhere, comes_in, weighed("cartons", 6.0, 2)];
    assert_eq!(counted(flows).0.len(), 4);
    // What one file says on two lines its author meant twice.
    let own = flow("cartons", 1.0, Basis::Declared, "registre.csv:7");
    assert_eq!(counted(vec![own, weighed("cartons", 6.0, 2)]).0.len(), 2);
}

#[test]
fn two_registers_tell_one_shipment_once_and_two_outlets_twice() {
    let to = |who: &str, source: &str| {
        let mut flow = flow("cartons", 6.0, Basis::Register, source);
        flow.fate.who = Some(who.to_owned());
        flow
    };
    let of = |other| counted(vec![to("Papeterie", "producteur.csv:2"), to(other, "recu.csv:5")]).0.len();
    assert_eq!((of("PAPETERIE"), of("Cartonnerie")), (1, 2));
}
