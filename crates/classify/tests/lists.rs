//! Several things in one cell.

#![expect(clippy::expect_used, reason = "a test may stop")]

use chrono::NaiveDate;
use classify::{Classifier, apart};
use model::{Basis, Direction, Evidence, Flow, FlowId, SiteId, Territory};
use reference::Reference;
use units::{Quantity, Range};

fn wordings(wording: &str) -> Vec<(String, Option<f64>)> {
    wordings_of(Direction::TakesIn, wording)
}

fn wordings_of(direction: Direction, wording: &str) -> Vec<(String, Option<f64>)> {
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let classifier = Classifier::new(Reference::embedded().expect("data/"), day);
    let evidence = Evidence::new(Basis::Declared, "test");
    let mut flow =
        Flow::worded(FlowId::from("f"), SiteId::from("s"), direction, wording.to_owned(), evidence);
    let tonnes = Range::new(600.0, 600.0, 600.0).expect("a range");
    flow.quantity = Some(Quantity::new(tonnes, "t/year".parse().expect("a unit"))).into();
    let territory = Territory { flows: vec![flow], ..Territory::default() };
    let (territory, findings) = apart(territory, &classifier);
    assert_eq!(findings.len(), usize::from(territory.flows.len() > 1));
    let amount = |flow: &Flow| flow.quantity.as_ref().map(|q| q.range.mid());
    territory.flows.iter().map(|flow| (flow.wording.to_string(), amount(flow))).collect()
}

#[test]
fn each_thing_of_a_list_is_a_flow_and_the_whole_is_kept() {
    let read = wordings("céréales et coproduits (sons, pain, drêches)");
    let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
    assert!(
        names.contains(&"sons") && names.contains(&"drêches") && !names.contains(&"coproduits"),
        "{names:?}"
    );
    let total: f64 = read.iter().filter_map(|(_, amount)| *amount).sum();
    assert!((total - 600.0).abs() < 1e-9, "{total}");
}

#[test]
fn two_things_of_different_families_are_two() {
    for wording in [
        "palettes, cartons",
        "ferraille et bois",
        "cartons / plastique",
        "palettes + cartons + film",
        "tourets, palettes, cartons et films",
    ] {
        assert!(wordings(wording).len() > 1, "« {wording} » {:?}", wordings(wording));
    }
}

#[test]
fn what_is_one_thing_stays_one() {
    for wording in [
        "palettes bois et plastique",
        "eau et huile",
        "huile usagée, fûts",
        "mobilier bois et métal",
        "plaquettes ou bois de récup'",
        "chutes de cuir et tissu",
        "piles et accumulateurs",
        "terres et gravats",
        "chiffons et absorbants souillés",
        "carton alvéolaire, calage",
        "palettes bois",
        "papiers et cartons",
        "bois A, B",
        "palettes (bois, plastique)",
        "cartons, un peu humides",
        "fûts de 2,5 L",
        "boues de curage (40 % de matière sèche)",
        "gaz 1 200 MWh/an",
        "lait et yaourts retour, périmés",
        "rebuts PP, PEHD, ABS d'injection",
        "chaleur des fours, buées 140 °C",
        "air comprimé, notre compresseur est en fin de vie",
        "fines de laitier 0/4 invendues, basiques",
        "eaux de lavage, chargées",
    ] {
        assert_eq!(wordings(wording).len(), 1, "« {wording} » {:?}", wordings(wording));
    }
}

#[test]
fn things_thrown_away_with_their_state_are_two() {
    for wording in ["palettes cassées et housses plastiques", "palettes cassées, films plastiques"] {
        let read = wordings_of(Direction::GivesOut, wording);
        assert_eq!(read.len(), 2, "« {wording} » {read:?}");
    }
}

#[test]
fn a_part_that_is_not_understood_stays_and_takes_its_share() {
    for (wording, others) in [
        ("palettes, cartons et zébulons", &["palettes", "cartons", "zébulons"][..]),
        ("tourets, palettes, cartons et housses", &["tourets", "palettes", "cartons", "housses"]),
        ("zébulons bleus, ferraille, cartons", &["ferraille", "cartons", "zébulons bleus"]),
    ] {
        let read = wordings(wording);
        let mut names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
        let mut wanted = others.to_vec();
        names.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(names, wanted);
        let total: f64 = read.iter().filter_map(|(_, amount)| *amount).sum();
        assert!((total - 600.0).abs() < 1e-9, "{total}");
    }
    for wording in
        ["palettes, cartons, souillés", "cartons et zébulons", "palettes, cartons, deux fois par mois"]
    {
        assert_eq!(wordings(wording).len(), 1, "« {wording} » {:?}", wordings(wording));
    }
}

#[test]
fn among_three_things_a_general_name_is_one_of_them() {
    let read = wordings_of(Direction::GivesOut, "ferraille, chutes inox, limaille");
    let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["ferraille", "chutes inox", "limaille"]);
}

#[test]
fn two_things_between_commas_are_two_when_no_reading_says_both() {
    let names = |wording| -> Vec<String> {
        wordings_of(Direction::GivesOut, wording).into_iter().map(|(name, _)| name).collect()
    };
    assert_eq!(names("ferraille, chutes inox"), ["ferraille", "chutes inox"]);
    assert_eq!(names("ferraille, chutes alu"), ["ferraille", "chutes alu"]);
    for (wording, things) in [
        ("cartons, film plastique", ["cartons", "film plastique"]),
        ("cartons et film plastique", ["cartons", "film plastique"]),
        ("carton, film étirable", ["carton", "film étirable"]),
        ("huiles, chiffons gras", ["huiles", "chiffons gras"]),
    ] {
        assert_eq!(names(wording), things);
    }
    assert_eq!(names("batteries, huiles usagées de moteur"), ["batteries", "huiles usagées de moteur"]);
    for whole in
        ["papier, carton", "fruits, légumes", "chiffons, absorbants souillés", "ferraille (chutes inox)"]
    {
        assert_eq!(names(whole).len(), 1, "« {whole} »");
    }
}
