use super::*;
use model::{ActorId, Basis, Evidence, Headcount};
use reference::{ActivityCode, DataFile, NafVersion, ResourceId};
use units::Range;

const DATA: &str = r#"
[[source]]
id = "s"
title = "t"
publisher = "p"
date = "2026"
licence = "l"

[[resource]]
id = "wood"
kind = "material"
fr = "bois"
en = "wood"
hazard = "no"
form = "solid"
source = ["s"]

[[resource]]
id = "sawdust"
kind = "material"
is_a = ["wood"]
fr = "sciure"
en = "sawdust"
hazard = "no"
form = "solid"
source = ["s"]

[[resource]]
id = "cardboard"
kind = "material"
fr = "carton"
en = "cardboard"
hazard = "no"
form = "solid"
source = ["s"]

[[activity]]
naf = ["16"]
fr = "bois"
en = "wood"
gives = [
  { r = "sawdust", p = 0.8, amount = { low = 1, mid = 2, high = 4, unit = "t/emp/year" } },
  { r = "cardboard", p = 0.9 },
]
source = ["s"]
"#;

/// The figures of the embedded knowledge.
const FIGURES: &str = include_str!("../../../data/figures/estimate.csv");

fn reference() -> Reference {
    let memory = "\n[[source]]\nid = \"from-memory\"\ntitle = \"t\"\npublisher = \"p\"\ndate = \"2026\"\nlicence = \"l\"\n";
    let toml = format!("{DATA}{memory}");
    let files =
        [DataFile { path: "t.toml", text: &toml }, DataFile { path: "figures/estimate.csv", text: FIGURES }];
    Reference::load(&files).unwrap()
}

fn sawmill(people: Option<Range>) -> Territory {
    site_of("16.10A", people)
}

fn site_of(class: &str, people: Option<Range>) -> Territory {
    let site = Site {
        id: "a".into(),
        actor: ActorId::from("a"),
        name: "Scierie".into(),
        siret: None,
        activity: Some(ActivityCode { version: NafVersion::Rev2, code: class.into() }),
        activity_label: None,
        headcount: people.map(|people| Headcount { people, stated: "10".into() }),
        place: None,
        address: None,
        commune: None,
        zone: None,
        evidence: Evidence::new(Basis::Register, "test"),
    };
    let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    Territory { sites: vec![site], day, ..Territory::default() }
}

#[test]
fn a_guess_is_marked_and_scales_with_people() {
    let territory = sawmill(Some(Range::exact(10.0).unwrap()));
    let (flows, findings) = estimate(&territory, &reference());
    assert!(findings.is_empty());
    let sawdust = flows.iter().find(|f| f.resource == Some("sawdust".into())).unwrap();
    assert_eq!(sawdust.evidence.basis, Basis::Estimated);
    assert_eq!(*sawdust.tonnes, Some(Range::new(10.0, 20.0, 40.0).unwrap()));
    assert!((sawdust.likelihood - 0.8).abs() < 1e-6);
}

#[test]
fn no_headcount_no_amount() {
    let (flows, _) = estimate(&sawmill(None), &reference());
    assert!(flows.iter().all(|f| f.quantity.is_none() && f.tonnes.is_none()));
    let (flows, _) = estimate(&sawmill(Some(Range::ZERO)), &reference());
    assert!(flows.iter().all(|f| f.quantity.is_none()));
}

#[test]
fn what_was_declared_is_not_guessed_again() {
    let mut territory = sawmill(None);
    let mut said = Flow::worded(
        "f".into(),
        "a".into(),
        Direction::GivesOut,
        "bois".into(),
        Evidence::new(Basis::Declared, "x"),
    );
    said.resource = Some("wood".into());
    territory.flows.push(said);
    let (flows, _) = estimate(&territory, &reference());
    let names: Vec<_> = flows.iter().filter_map(|f| f.resource.as_ref()).map(ResourceId::as_str).collect();
    assert_eq!(names, ["cardboard"], "sawdust is a wood, and wood was declared");
    assert!((flows[0].likelihood - 0.45).abs() < 1e-6, "one declared flow halves the rest");
    territory.flows[0].direction = Direction::TakesIn;
    let (flows, _) = estimate(&territory, &reference());
    let cardboard = flows.iter().find(|f| f.resource == Some("cardboard".into())).unwrap();
    assert!((cardboard.likelihood - 0.72).abs() < 1e-6, "said of another direction, it weighs less");
}

#[test]
fn an_activity_without_profile_is_a_finding() {
    let mut territory = sawmill(None);
    territory.sites[0].activity = None;
    let (flows, findings) = estimate(&territory, &reference());
    assert!(flows.is_empty());
    assert_eq!(findings[0].key, "sites-without-profile");
    let named =
        findings[0].args.iter().any(|(_, said)| *said == model::Said::Text(territory.sites[0].name.clone()));
    assert!(named, "{findings:?}");
}

/// What a site of a class is guessed to give out, by the embedded knowledge, in its order.
fn given(class: &str) -> Vec<String> {
    let (flows, findings) = estimate(&site_of(class, None), Reference::embedded().unwrap());
    assert!(findings.is_empty(), "{findings:?}");
    let given = flows.iter().filter(|flow| flow.direction == Direction::GivesOut);
    given.filter_map(|flow| flow.resource.as_ref()).map(|id| id.as_str().to_owned()).collect()
}

#[test]
fn a_steelworks_is_guessed_to_have_what_only_steelworks_have() {
    let given = given("24.10Z");
    for own in ["steel-slag", "mill-scale", "waste-heat-above-150"] {
        assert!(given.iter().any(|id| id == own), "no {own} in {given:?}");
    }
    assert!(given.len() <= 20, "{given:?}");
}

#[test]
fn an_office_has_paper_and_little_else() {
    let given = given("69.20Z");
    // Confidential paper is a kind of office paper: said once, under the name the trade is known for.
    assert!(
        given.iter().any(|id| ["office-paper", "confidential-paper"].contains(&id.as_str())),
        "{given:?}"
    );
    assert!(!given.iter().any(|id| id.contains("slag")), "{given:?}");
}

#[test]
fn cardboard_is_guessed_once() {
    for class in ["24.10Z", "25.62A", "69.20Z", "46.90Z", "10.71A"] {
        let given = given(class);
        let cardboard =
            given.iter().filter(|id| ["cardboard", "corrugated-cardboard"].contains(&id.as_str()));
        assert!(cardboard.count() <= 1, "{class}: {given:?}");
    }
}

#[test]
fn a_by_product_that_is_sold_is_not_guessed_to_be_thrown_away() {
    let guessed = |class: &str, resource: &str, wording: &str| {
        let mut territory = site_of(class, None);
        let evidence = Evidence::new(Basis::Declared, "x");
        let mut sold = Flow::worded("f".into(), "a".into(), Direction::Sells, wording.into(), evidence);
        sold.resource = Some(resource.into());
        territory.flows.push(sold);
        let (flows, _) = estimate(&territory, Reference::embedded().unwrap());
        let given = |flow: &&Flow| flow.direction == Direction::GivesOut;
        flows.iter().filter(given).any(|flow| flow.resource.as_ref().unwrap().as_str() == resource)
    };
    assert!(!guessed("16.10A", "bark", "écorces"));
    assert!(!guessed("35.21Z", "digestate", "digestat"));
    assert!(guessed("10.71A", "bread-waste", "pain"), "who sells bread throws some away");
}
